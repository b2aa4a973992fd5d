import { describe, expect, test } from 'vitest';
import type { Actor, Published, Quotation } from '../source/types.ts';
import {
	citation,
	countWords,
	cutHeadline,
	dayFromWords,
	dayRange,
	daysWords,
	fileWords,
	headlineNote,
	joinedWords,
	lettersWords,
	longDay,
	plainDay,
	problemWords,
	publicationWords,
	quotedWords,
	reportedBy,
	shortDay,
	sourcesWords,
	sourceWords,
	speakerWords,
	versionNotes,
	whenWords,
} from '../source/wording.ts';
import { actor, article, edition, quotation } from './fixture.ts';

test('days', () => {
	expect(shortDay('2025-03-02')).toBe('2 Mar');
	expect(plainDay('2025-03-02')).toBe('2 Mar 2025');
	expect(longDay('2025-03-12')).toBe('Wed 12 Mar 2025');
	expect(longDay('1969-12-31')).toBe('Wed 31 Dec 1969');
	expect(longDay(null)).toBe('undated');
	expect(longDay('2025-13-01\u001b[2J')).toBe('2025-13-01');
});

test.each([
	['2025-03-12', '2025-03-12', 'Wed 12 Mar 2025'],
	['2025-03-12', '2025-03-18', '12–18 Mar 2025'],
	['2025-02-28', '2025-03-02', '28 Feb – 2 Mar 2025'],
	['2024-12-30', '2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
	['2025-03-12', null, 'Wed 12 Mar 2025'],
	[null, null, 'undated'],
])('from %s to %s: %s', (first, last, words) => {
	expect(dayRange(first, last)).toBe(words);
});

const published = (certain: boolean): Published => ({
	day: '2025-03-12',
	from: 'header',
	certain,
	precision: 'day',
	evidence: null,
	linkedArticle: null,
});

test('a day that was worked out is "about", and no day is guessed', () => {
	expect(publicationWords(published(true))).toBe('12 Mar 2025');
	expect(publicationWords(published(false))).toBe('about 12 Mar 2025');
	expect(publicationWords(null)).toBe('undated');
});

test('what was worked out is told no nearer than it is known', () => {
	const month: Published = { ...published(false), precision: 'month' };
	const year: Published = { ...published(false), precision: 'year' };
	expect(publicationWords(month)).toBe('about Mar 2025');
	expect(publicationWords(year)).toBe('about 2025');
	const source = article({ id: 'a1', text: 'Enough.', published: month });
	expect(whenWords(quotation('q1', source, 'Enough.'), source)).toBe('in print about Mar 2025');
	const [first, last] = ['2025-03-12', '2025-05-02'];
	expect(daysWords(first, first, [month, null])).toBe('about Mar 2025');
	expect(daysWords(first, last, [month, { ...month, day: last }])).toBe('about Mar 2025 – May 2025');
	expect(daysWords(first, last, [year, { ...month, day: last }])).toBe('about 2025');
	expect(daysWords(first, last, [published(false), { ...published(false), day: last }])).toBe(
		'about 12 Mar – 2 May 2025',
	);
	expect(daysWords(first, last, [published(true), { ...month, day: last }])).toBe('12 Mar – 2 May 2025');
	expect(daysWords(null, null, [null])).toBe('undated');
});

test('how a day is known', () => {
	const linked: Published = { ...published(false), from: 'linked' };
	expect(dayFromWords(linked)).toBe('no day is in the text; articles on the same events came out about then');
	expect(dayFromWords({ ...linked, evidence: { start: 0, end: 8 } })).toBe(
		'the day is in the text, the year comes from a linked article',
	);
	expect(dayFromWords(null)).toBe('no day is printed, and none is guessed');
});

test('a day of saying is told apart from a day of print', () => {
	const source = article({ id: 'a1', text: 'Enough.', published: published(true) });
	const one = quotation('q1', source, 'Enough.');
	expect(whenWords({ ...one, said: '2025-03-11' }, source)).toBe('said 11 Mar');
	expect(whenWords({ ...one, said: '2025-03-11' }, source, plainDay)).toBe('said 11 Mar 2025');
	expect(whenWords(one, source)).toBe('in print 12 Mar');
	expect(whenWords(one, { ...source, published: published(false) })).toBe('in print about 12 Mar');
	expect(whenWords(one, { ...source, published: null })).toBe('undated');
});

test.each([
	[0, 'article', 'no articles'],
	[1, 'article', '1 article'],
	[5, 'quotation', '5 quotations'],
	[2, 'story', '2 stories'],
	[1234567, 'story', '1,234,567 stories'],
])('%d %s', (count, noun, words) => {
	expect(countWords(count, noun)).toBe(words);
});

test('copies are told beside sources', () => {
	expect(sourcesWords({ outlets: 1, articles: 1, copies: 0 })).toBe('1 source');
	expect(sourcesWords({ outlets: 6, articles: 6, copies: 1 })).toBe('6 sources and a copy');
	expect(sourcesWords({ outlets: 2, articles: 5, copies: 2 })).toBe('2 sources, 5 articles and 2 copies');
});

test('an outlet that comes back is one source, and who prints the text of another is none', () => {
	const by = (id: string, outlet: string | null, nearDuplicateOf: string | null = null) => ({
		id,
		outlet,
		nearDuplicateOf,
	});
	const articles = [by('1', 'The Quay'), by('2', 'The Quay'), by('3', null), by('4', null)];
	expect(reportedBy(articles)).toEqual({ outlets: 3, articles: 4, copies: 0 });
	expect(reportedBy([...articles, by('5', 'The Mole', '1')])).toEqual({ outlets: 3, articles: 4, copies: 1 });
});

test('letters stand in the order of the list, and a long row of them is counted', () => {
	expect(lettersWords(['aa', 'b', 'z', 'a', 'b', ''])).toBe('a, b, z, aa');
	const all = [...'qwertyuiopasdfghjklzxcvbnm'];
	expect(lettersWords(all)).toBe('a, b, c, d, e, f, g, h, i, j, k, l and 14 more');
	expect(lettersWords(all.slice(0, 13))).not.toContain('more');
});

test('a headline that never ends is cut after a word', () => {
	const words = 'harbour '.repeat(500_000);
	expect(cutHeadline(words)).toMatch(/^(?:harbour ){20,38}…$/);
	expect(cutHeadline(words).length).toBeLessThanOrEqual(302);
	expect(cutHeadline('x'.repeat(4000))).toHaveLength(302);
	expect(cutHeadline('Harbour bridge opens')).toBe('Harbour bridge opens');
});

describe('who said it', () => {
	const vale = actor('p1', 'Ingrid Vale', {
		aliases: [
			{ text: 'Ingrid Vale', count: 3 },
			{ text: 'Vale', count: 2 },
		],
	});
	const council = actor('p2', 'Harbour Council', { kind: 'organisation' });
	const speaker = (text: string | null, certain = true): Quotation['speaker'] => ({
		mention: text === null ? null : { start: 0, end: text.length, text },
		actor: null,
		certain,
	});
	test.each<[string, string | null, Actor | null, boolean, string]>([
		['a name', 'Ingrid Vale', vale, true, 'Ingrid Vale'],
		['a part of a name', 'Vale', vale, true, 'Ingrid Vale'],
		['a title with the name', 'Mayor Ingrid Vale', vale, true, 'Ingrid Vale'],
		['a pronoun', 'she', vale, true, 'Ingrid Vale (“she”)'],
		['a pronoun at the head of a sentence', 'She', vale, true, 'Ingrid Vale (“She”)'],
		['letters of a name are no part of it', 'he', actor('p3', 'Sheena Rhee'), true, 'Sheena Rhee (“he”)'],
		['a description', 'the mayor', vale, true, 'Ingrid Vale (“the mayor”)'],
		['an article before the name', 'The Harbour Council', council, true, 'Harbour Council'],
		['no words for the speaker', null, vale, true, 'Ingrid Vale'],
		['doubt', 'she', vale, false, 'probably Ingrid Vale (“she”)'],
		['words without an actor', 'a statement', null, true, '“a statement”'],
		['a capital that is only an article', 'The statement', null, true, '“The statement”'],
		['a name without an actor', 'Reuters', null, true, 'Reuters'],
		['nothing', null, null, false, 'speaker unknown'],
	])('%s', (_, mention, who, certain, words) => {
		expect(speakerWords(speaker(mention, certain), who)).toBe(words);
	});
});

test('words of the source come out safe, on one line, between marks unless the reporter says them', () => {
	const source = article({ id: 'a1', text: 'red \u001b[31malert\u202e\nnow' });
	const one = quotation('q1', source, 'red \u001b[31malert\u202e\nnow');
	expect(quotedWords(one)).toBe('“red alert now”');
	expect(quotedWords({ ...one, kind: 'indirect' })).toBe('red alert now');
	expect(problemWords({ file: 'a\u001b]0;x\u0007.txt', line: 3, stage: 'decode', message: 'odd' })).toBe(
		'a.txt:3: odd',
	);
	expect(problemWords({ file: '', line: null, stage: 'ingest', message: '3 files skipped' })).toBe(
		'3 files skipped',
	);
});

test.each([
	['urged', 10, 'urged the rebels to leave'],
	['said', 10, 'the rebels to leave'],
	// A hearer, or "that", stands between.
	['urged', 14, 'the rebels to leave'],
])('reported words behind “%s”, begun at %i', (cue, start, words) => {
	const text = 'the rebels to leave';
	const one: Quotation = {
		...edition.quotations[0]!,
		kind: 'indirect',
		text,
		cue: { start: 9 - cue.length, end: 9, text: cue },
		spans: [{ start, end: start + text.length }],
	};
	expect(quotedWords(one)).toBe(words);
});

test('a source is called by its outlet, else by its file', () => {
	expect(sourceWords({ outlet: 'The Bay Courier', file: 'x/y.txt' })).toBe('The Bay Courier');
	expect(sourceWords({ outlet: null, file: 'x/y.txt' })).toBe('y.txt');
	expect(sourceWords({ outlet: '\u200b', file: '-' })).toBe('standard input');
	expect(fileWords('\u001b')).toBe('unnamed');
});

test('a headline that no one printed says so', () => {
	expect(headlineNote({ headlineFrom: 'title' })).toBeNull();
	expect(headlineNote({ headlineFrom: 'lede' })).toMatch(/first sentence/);
	expect(headlineNote({ headlineFrom: null })).toMatch(/file/);
});

test('a citation holds words, speaker, day and source', () => {
	const [one] = edition.quotations;
	const [source] = edition.articles;
	expect(citation(one!, edition.actors[0]!, { ...source!, url: 'https://bay.example/1' })).toBe(
		'“We will not load another crate until the cease-fire on wages ends,”\n' +
			'— Mira Halloran, said 4 Mar 2025 (The Bay Courier, “Dockers close every berth”, https://bay.example/1)',
	);
});

describe('a quotation that its attribution cuts', () => {
	const text =
		'One: “We have,” she said, “no choice.” Two: “It is late.\n\n“Go home.” Three: the dam, he said, was old.';
	const source = article({ id: 'a1', text });
	const split = quotation('q1', source, ['We have,', 'no choice.']);
	test('shows that something stands between, and adds no word', () => {
		expect(quotedWords(split)).toBe('“We have,” “no choice.”');
		expect(quotedWords({ ...quotation('q2', source, ['the dam', 'was old']), kind: 'indirect' })).toBe(
			'the dam was old',
		);
	});
	test('two paragraphs of one speech have nothing between them', () => {
		expect(quotedWords(quotation('q3', source, ['It is late.', 'Go home.']))).toBe('“It is late. Go home.”');
	});
	test('what was found keeps its place', () => {
		const { text: shown, moved } = joinedWords(split);
		const at = (words: string) => ({
			start: split.text.indexOf(words),
			end: split.text.indexOf(words) + words.length,
		});
		expect(moved([at('have'), at('choice')]).map(({ start, end }) => shown.slice(start, end))).toEqual([
			'have',
			'choice',
		]);
	});
});

describe('of several versions', () => {
	const version = (text: string, day: string | null, kind: 'direct' | 'indirect' = 'direct') => ({
		quotation: { kind, text },
		article: {
			published:
				day === null
					? null
					: {
							day,
							from: 'header' as const,
							certain: true,
							precision: 'day' as const,
							evidence: null,
							linkedArticle: null,
						},
		},
	});

	test.each([
		[
			'the fullest and the earliest are named',
			[version('We wait', '2025-03-04'), version('We wait for you', '2025-03-05')],
			['earliest', 'fullest'],
		],
		['one alone is neither', [version('We wait', '2025-03-04')], ['']],
		[
			'none is fuller than others of as many words',
			[version('We wait here', null), version('We wait there', null)],
			['', ''],
		],
		[
			'dots are no word',
			[version('We wait … for … you', null), version('We wait now for you', null)],
			['', 'fullest'],
		],
		[
			'what leaves something out is not the fullest of equals',
			[version('We wait … here', null), version('We wait here', null), version('We wait', null)],
			['', 'fullest', ''],
		],
		[
			'an undated one may be the earliest, so none is named',
			[version('We wait', '2025-03-04'), version('We wait here', null)],
			['', 'fullest'],
		],
		[
			'two of the first day were there together',
			[version('We wait', '2025-03-04'), version('We wait!', '2025-03-04'), version('We wait', '2025-03-05')],
			['', '', ''],
		],
		[
			'the reporter’s words are never the fullest',
			[version('they were waiting for all of them', null, 'indirect'), version('We wait', null)],
			['', ''],
		],
	])('%s', (_, versions, notes) => {
		expect(versionNotes(versions)).toEqual(notes);
	});
});
