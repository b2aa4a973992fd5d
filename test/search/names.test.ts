import { describe, expect, test } from 'vitest';
import { actorsNamed } from '../../source/search/actors.ts';
import { articlesNamed } from '../../source/search/articles.ts';
import { distance } from '../../source/search/distance.ts';
import { actor, article } from '../fixture.ts';

describe('an actor is meant by', () => {
	const named = (name: string, ...aliases: string[]) =>
		actor(name, name, { aliases: [name, ...aliases].map((text) => ({ text, count: 1 })) });
	const actors = [
		named('Ingrid Vale', 'Vale'),
		named('Ingrid Solberg'),
		named('Tomas Vale'),
		named('Zofia Brzęczyszczykiewicz'),
		named('Harbour Council'),
		named('Harbour Authority'),
	];
	test.each([
		['the whole name', 'Ingrid Vale', ['Ingrid Vale']],
		['capitals and spaces', '  INGRID   vale ', ['Ingrid Vale']],
		['the names turned round', 'vale ingrid', ['Ingrid Vale']],
		['what the news call one of two', 'vale', ['Ingrid Vale']],
		['a first name of several', 'ingrid', ['Ingrid Vale', 'Ingrid Solberg']],
		['the beginning of a name', 'solb', ['Ingrid Solberg']],
		['a beginning of several', 'harb', ['Harbour Council', 'Harbour Authority']],
		['accents left out', 'brzeczyszczykiewicz', ['Zofia Brzęczyszczykiewicz']],
		['a typo', 'sloberg', ['Ingrid Solberg']],
		['typos in a long name', 'brzeczykiewicz', ['Zofia Brzęczyszczykiewicz']],
		['typos in a whole name', 'ingird solbreg', ['Ingrid Solberg']],
		['nobody', 'xqxq', []],
		['nothing', ' - ', []],
	])('%s', (_, words, found) => {
		expect(actorsNamed(actors, words).map(({ name }) => name)).toEqual(found);
	});
});

test('of namesakes one is meant by the id', () => {
	const [one, other] = [actor('p1aaaaaaaaaaa', 'Li Xiaoming'), actor('p2bbbbbbbbbbb', 'Li Xiaoming')];
	expect(actorsNamed([one, other], 'li xiaoming')).toHaveLength(2);
	expect(actorsNamed([one, other], ' p2bbbbbbbbbbb ')).toEqual([other]);
});

describe('an article is meant by', () => {
	const articles = [
		article({ id: 'a17x', text: '', file: 'harbour.txt', headline: 'Dockers close every berth' }),
		article({ id: 'a18x', text: '', file: 'sub/port.md', headline: 'Cheese at large' }),
		article({ id: 'a27x', text: '', file: 'sub/harbour-2.txt' }),
	];
	test.each([
		['its id', 'a17x', ['a17x']],
		['the beginning of its id', 'a27', ['a27x']],
		['its file', 'sub/port.md', ['a18x']],
		['its file inside the folder typed', 'news/sub/port.md', ['a18x']],
		['its file without folders', 'port.md', ['a18x']],
		['its file without extension', 'harbour', ['a17x']],
		['a part of several names', 'harb', ['a17x', 'a27x']],
		['a part of its headline', 'cheese', ['a18x']],
		['a name with a typo', 'harbuor.txt', ['a17x']],
		['nothing', '', []],
		['something else', 'zzzzzz', []],
	])('%s', (_, words, found) => {
		expect(articlesNamed(articles, words).map(({ id }) => id)).toEqual(found);
	});
});

describe('distance', () => {
	test.each([
		['', '', 0],
		['', 'ab', 2],
		['putn', 'putin', 1],
		['turce', 'truce', 1],
		['kitten', 'sitting', 3],
		['abcdef', 'uvwxyz', 4],
	])('%s → %s: %d', (a, b, edits) => {
		expect(distance(a, b, 3)).toBe(edits);
		expect(distance(b, a, 3)).toBe(edits);
	});
});
