import { describe, expect, test } from 'vitest';
import { quotationIndex, search, searchQuotations } from '../../source/search/quotations.ts';
import type { Actor } from '../../source/types.ts';
import { actor, article, edition, quotation } from '../fixture.ts';

/** Each line is a quotation; `Name: words` gives it a speaker, `[Name]` in the words is a mention. */
function said(...lines: string[]) {
	const actors = new Map<string, Actor>();
	const named = (name: string): Actor => {
		const known = actors.get(name) ?? actor(`p${actors.size}`, name);
		actors.set(name, known);
		return known;
	};
	const articles = lines.map((line, at) => {
		const text = line.replace(/^[\p{Lu}][^:]*: /u, '');
		const mention = /\[([^\]]+)\]/.exec(text);
		const plain = text.replace(/[[\]]/g, '');
		const mentions = mention
			? [
					{
						start: mention.index,
						end: mention.index + mention[1]!.length,
						kind: 'person' as const,
						actor: named(mention[1]!).id,
					},
				]
			: [];
		return article({ id: `a${at}`, text: plain, mentions });
	});
	const quotations = lines.map((line, at) => {
		const speaker = /^([\p{Lu}][^:]*): /u.exec(line)?.[1];
		return quotation(`${at}`, articles[at]!, articles[at]!.text, { by: speaker ? named(speaker) : null });
	});
	return { quotations, actors: [...actors.values()], articles };
}

/** The texts found for a query, best first, the matched stretches in «marks». */
function found(data: Parameters<typeof searchQuotations>[0], query: string): string[] {
	return searchQuotations(data, query).map(({ id, highlights }) => {
		const { text } = data.quotations.find((one) => one.id === id)!;
		return [...highlights]
			.reverse()
			.reduce(
				(out, { start, end }) => `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`,
				text,
			);
	});
}

describe('a query finds a quotation', () => {
	test.each([
		['whole word', 'truce', 'the «truce» holds'],
		['beginning of a word', 'tru', 'the «tru»ce holds'],
		['letters swapped', 'turce', 'the «truce» holds'],
		['letter left out', 'trce', 'the «truce» holds'],
		['words in another order', 'holds truce', 'the «truce» «holds»'],
		['capitals', 'TRUCE', 'the «truce» holds'],
		['joined in the text', 'cease fire', 'a «ceasefire» now'],
		['split in the text', 'ceasefire', 'the guns «cease fire» tonight'],
		['hyphened in the text', 'ceasefire', 'a «cease-fire» tonight'],
		['hyphened in the query', 'cease-fire', 'a «ceasefire» now'],
		['accents in the text', 'halloran', 'said «Hallorán»'],
		['accents in the query', 'hållorán', 'said «Halloran»'],
		['letters that do not decompose', 'walesa', 'said «Wałęsa»'],
		['decomposed accents', 'hallorán', 'said «Hallora\u0301n»'],
		['curly apostrophe', "won't", 'we «won’t» go'],
		['straight apostrophe', 'won’t', "we «won't» go"],
		['apostrophe left out', 'wont', 'we «won’t» go'],
		['possessive in the text', 'halloran', '«Halloran»’s offer'],
		['possessive in the query', 'halloran’s', 'an offer by «Halloran»'],
		['abbreviation', 'us', 'the «U.S.» fleet'],
		['number with a comma', '1000', 'some «1,000» crates'],
		['script without spaces', '停戦', '彼は«停戦»を望む'],
		['two letters wrong in a long word', 'negociatons', 'the «negotiations» failed'],
		['a joined word mistyped', 'ceese fire', 'a «ceasefire» now'],
	])('%s', (_, query, marked) => {
		expect(found(said(marked.replace(/[«»]/g, '')), query)).toEqual([marked]);
	});
});

describe('a query does not find', () => {
	test.each([
		['another word', 'crate', 'the truce holds'],
		['a short word with an edit', 'was', 'the war goes on'],
		['a number near to the one asked for', '2021', 'in 2022 it ended'],
		['the two halves apart', 'ceasefire', 'cease now, no more fire'],
		['the middle of a word', 'ruce', 'he drives a bruiser'],
		['a long word with some of its letters', 'zeppelin', 'it is happening now'],
	])('%s', (_, query, text) => {
		expect(found(said(text), query)).toEqual([]);
	});
});

test('all words of the query come before some, and some only where there is nothing better', () => {
	const data = said('the truce holds', 'the crate holds', 'a truce for the crate');
	expect(found(data, 'truce crate')).toEqual(['a «truce» for the «crate»']);
	expect(found(data, 'truce elephant')).toEqual(['the «truce» holds', 'a «truce» for the crate']);
	expect(searchQuotations(data, 'truce elephant').map(({ missing }) => missing)).toEqual([1, 1]);
});

test('whole words come first, then all but an ending, beginnings, typos', () => {
	const data = said('we are partners', 'the partz list', 'the party won', 'my part in it', 'the pert reply');
	expect(found(data, 'part')).toEqual([
		'my «part» in it',
		'the «part»z list',
		'the «part»y won',
		'we are «part»ners',
		'the «pert» reply',
	]);
});

test('neighbours come before words far apart', () => {
	const data = said('fire the man who would not cease', 'they cease fire');
	expect(found(data, 'cease fire')[0]).toBe('they «cease fire»'.replace('cease fire', 'cease» «fire'));
});

test('a speaker is found by name together with words of the text, typos and all', () => {
	const data = said(
		'Mira Halloran: the truce holds',
		'Teodor Brandvold: the truce holds',
		'Mira Halloran: nothing to say',
	);
	expect(found(data, 'halloran truce')).toEqual(['the «truce» holds']);
	expect(searchQuotations(data, 'truec haloran').map(({ id }) => id)).toEqual(['0']);
	expect(searchQuotations(data, 'halloran').map(({ id }) => id)).toEqual(['0', '2']);
});

test('a name in a quotation is found by every spelling of its actor, and marked where it stands', () => {
	const data = said('we asked [Mira Halloran] twice');
	const [mira] = data.actors;
	const actors = [{ ...mira!, aliases: [...mira!.aliases, { text: 'Miroslava Khalloran', count: 1 }] }];
	expect(found({ ...data, actors }, 'khalloran')).toEqual(['we asked «Mira Halloran» twice']);
});

test('who speaks comes before who is spoken of', () => {
	const data = said('we asked [Mira Halloran] twice', 'Mira Halloran: we asked twice');
	expect(searchQuotations(data, 'halloran asked').map(({ id }) => id)).toEqual(['1', '0']);
});

test('what no typo explains is rescued by the word most like it', () => {
	expect(found(said('the negotiations failed', 'the harbour closed'), 'negosiashuns')).toEqual([
		'the «negotiations» failed',
	]);
});

test('an empty query finds everything in the order given; marks alone find everything too, with nothing marked', () => {
	const all = edition.quotations.map(({ id }) => id);
	expect(searchQuotations(edition, '').map(({ id }) => id)).toEqual(all);
	expect(searchQuotations(edition, ' “” ')).toMatchObject(all.map((id) => ({ id, highlights: [] })));
});

test('highlights are in order, apart, and inside the text, for every query typed letter by letter', () => {
	const index = quotationIndex(edition);
	const texts = new Map(edition.quotations.map(({ id, text }) => [id, text]));
	for (const query of ["halloran cease-fire won't", 'truce in name ownrs', 'cease fire pay brandvold'])
		for (let typed = 1; typed <= query.length; typed++)
			for (const { id, highlights, score } of search(index, query.slice(0, typed))) {
				expect(score).toBeGreaterThan(0);
				expect(score).toBeLessThanOrEqual(1);
				let last = -1;
				for (const { start, end } of highlights) {
					expect(start).toBeGreaterThan(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(texts.get(id)!.length);
			}
});

test('hostile queries and texts end', () => {
	const data = said('a'.repeat(50_000), '“'.repeat(20_000), "x'".repeat(20_000), 'a-'.repeat(20_000));
	for (const query of [
		'a'.repeat(100_000),
		'x '.repeat(10_000),
		'“'.repeat(10_000),
		'\u0301'.repeat(1000),
		'a-a-a',
	])
		expect(() => searchQuotations(data, query)).not.toThrow();
});
