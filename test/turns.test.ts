/** Transcripts and interviews as files: what cleaning leaves of them, and who each turn is given to. */
import { expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';
import type { Format } from '../source/types.ts';

function read(lines: readonly string[], format: Format = 'text') {
	const bytes = new TextEncoder().encode(lines.join('\n\n'));
	const { article, quotations, entities } = annotate({ file: 'a.txt', format, bytes });
	const printed = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
	const turns = quotations
		.filter(({ rule }) => rule === 'turn')
		.map(({ spans, speaker: { mention, entity, certain } }) => {
			const name = entity === null ? printed(mention!) : entities[entity]!.name;
			return `${name}${certain ? '' : '?'}: ${spans.map(printed).join(' | ')}`;
		});
	return { article, quotations, turns, removed: article.removed.map(printed) };
}

const HEARING = [
	'Council hears mayor on harbour bridge',
	'LYDON, March 12 — The council questioned Mayor Marta Ruiz on Monday. Tom Kell, who chairs it, wanted to know more than she could tell him. A part of what was said follows.',
	'CHAIRMAN KELL: Good morning. Why is the bridge closed?',
	'MARTA RUIZ: We will not risk lives. The engineers told us that the piers are weak.',
	'I asked for money then. (Laughter)',
	'KELL: Why?',
	'RUIZ: Bridges fall [crosstalk] when —',
	'KELL: Thank you.',
	'RUIZ: No.',
	'The council will vote on Friday.',
];

test('every turn of a hearing is read, however short, and the dateline is cut all the same', () => {
	const { article, turns, removed } = read(HEARING);
	expect(turns).toEqual([
		'Tom Kell: Good morning. Why is the bridge closed?',
		'Marta Ruiz: We will not risk lives. The engineers told us that the piers are weak. | I asked for money then.',
		'Tom Kell: Why?',
		'Marta Ruiz: Bridges fall | when —',
		'Tom Kell: Thank you.',
		'Marta Ruiz: No.',
	]);
	expect(removed).toEqual(['LYDON, March 12 —']);
	expect(article.place).toBe('LYDON');
	expect(article.headline).toBe(HEARING[0]);
});

test('a name that is a word of notes elsewhere opens a turn, and neither a dateline nor a note', () => {
	const rows = [
		'Council hears mayor on harbour bridge',
		'The council heard Mayor Marta Ruiz and Sen. Rowena Price on Monday. A part of what was said follows.',
		'PRICE: When did you know?',
		'RUIZ: In May.',
		'PRICE: And you believed that?',
		'RUIZ: I did.',
	];
	const { turns, removed } = read(rows);
	expect(turns).toEqual([
		'Rowena Price: When did you know?',
		'Marta Ruiz: In May.',
		'Rowena Price: And you believed that?',
		'Marta Ruiz: I did.',
	]);
	expect(removed).toEqual([]);
	const notes = read(rows.map((row) => row.replace('PRICE:', 'PHOTO:')));
	expect(notes.turns.join()).not.toMatch(/When|believed/);
});

test('a label in capitals at the head is no place', () => {
	const { article, turns } = read(HEARING.slice(2, 9));
	expect(article.place).toBeNull();
	expect(article.removed).toEqual([]);
	expect(turns).toHaveLength(6);
	const two = read(['KELL: We have no time.', 'RUIZ: You never had any.', ...HEARING.slice(1, 2)]);
	expect(two.turns).toEqual(['Tom Kell: We have no time.', 'Marta Ruiz: You never had any.']);
});

test('a place in capitals at the head of news in brief is no speaker', () => {
	const { turns, removed } = read([
		'The week in short',
		'LONDON: Thousands marched on Sunday against the closing of the old market in the east of the town.',
		'Our reporter counted forty banners, and you could hear the drums as far as the river on both sides.',
	]);
	expect(turns).toEqual([]);
	expect(removed).toContain('LONDON:');
});

test('the same question asked twice is not a repeat', () => {
	const { turns } = read([
		'Ferry inquiry: the second day',
		'The inquiry heard the captain, Ana Lindqvist, who was cross-examined by Tom Kell on the night of the accident.',
		'MR KELL: Did you see the other ship at that time?',
		'MS LINDQVIST: No, I did not see anything at all.',
		'MR KELL: And at midnight?',
		'MS LINDQVIST: I slept.',
		'MR KELL: Did you see the other ship at that time?',
		'MS LINDQVIST: I was asleep.',
	]);
	expect(turns).toHaveLength(6);
	expect(turns[4]).toBe('Tom Kell: Did you see the other ship at that time?');
});

const INTERVIEW = [
	'# “We were never asked”: an interview with Ana Lindqvist',
	'Ana Lindqvist has run the ferry at Lydon for thirty years. She spoke to the Gazette about the end of it.',
	'**Gazette: How did you learn of it?**',
	'**Lindqvist:** From the radio. I was having breakfast.',
	'**Gazette: And then?**',
	'**Lindqvist:** I called the harbour. “We know nothing,” the office told me.',
	'Then I rang my sister.',
	'**Gazette: Will you stay?**',
	'**Lindqvist:** Yes.',
];

test('an interview in Markdown: marks of emphasis are nobody’s words, the paper that asks is no person', () => {
	const { article, turns } = read(INTERVIEW, 'markdown');
	expect(article.removed).toEqual([]);
	expect(turns).toEqual([
		'Gazette?: How did you learn of it?',
		'Ana Lindqvist: From the radio. I was having breakfast.',
		'Gazette?: And then?',
		'Ana Lindqvist: I called the harbour. “We know nothing,” the office told me. | Then I rang my sister.',
		'Gazette?: Will you stay?',
		'Ana Lindqvist: Yes.',
	]);
});

test('who is quoted inside a turn is quoted there; the speaker’s own marks are not told apart', () => {
	const others = (lines: readonly string[]) => {
		const { article, quotations } = read(lines, 'markdown');
		return quotations
			.filter(({ rule }) => rule !== 'turn')
			.map(({ spans }) => article.text.slice(spans[0]!.start, spans[0]!.end));
	};
	expect(others(INTERVIEW)).toEqual(['We know nothing,']);
	expect(others(INTERVIEW.map((line) => line.replace('the office told me', 'I said')))).toEqual([]);
});

test('questions and answers: whoever was interviewed answers, and where nobody was the paper says it all', () => {
	const asked = [
		'Q: When did you begin to write?',
		'A: In the winter. I had time.',
		'Q: And now?',
		'A: Sleep.',
	];
	const met = 'The Gazette spoke with Ana Lindqvist in Malmo on Tuesday about her new book and the old ones.';
	expect(read(['Ana Lindqvist writes again', met, ...asked]).turns).toEqual([
		'Q?: When did you begin to write?',
		'Ana Lindqvist: In the winter. I had time.',
		'Q?: And now?',
		'Ana Lindqvist: Sleep.',
	]);
	const told =
		'Ana Lindqvist has a new book, and everybody in Malmo wants to read it before the winter is over.';
	expect(read(['Ana Lindqvist writes again', told, ...asked]).turns).toEqual([]);
	const two = 'The Gazette spoke with Ana Lindqvist and Tom Kell in Malmo on Tuesday about their new book.';
	expect(read(['Two write again', two, ...asked]).turns).toEqual([]);
	// An answer that never says "I" is the paper's, whomever it has spoken to.
	const rules = ['Q: Who has to pay?', 'A: Everybody.', 'Q: How much?', 'A: Two crowns.'];
	expect(read(['The new rules', met, ...rules]).turns).toEqual([]);
});

test('what an editor adds in brackets stays, and a time before the label is no part of it', () => {
	const { turns } = read([
		'Marta Ruiz and Tom Kell met on Radio Lydon on Monday and talked for an hour about the bridge.',
		'[00:12] Ruiz: We asked him [the minister] twice.',
		'[00:19] Kell: [laughs] You never asked.',
		'[01:02] Ruiz: I did.',
	]);
	expect(turns).toEqual([
		'Marta Ruiz: We asked him [the minister] twice.',
		'Tom Kell: You never asked.',
		'Marta Ruiz: I did.',
	]);
});

test('a thousand labels: all of them turns, or none', () => {
	const many = Array.from(
		{ length: 1000 },
		(_, at) => `${at % 2 ? 'Ruiz' : 'Kell'}: We know (laughter) ${at} of them.`,
	);
	expect(read(many).turns).toHaveLength(1000);
	expect(read(many.map((line) => line.replaceAll(/^[^:]+:/g, 'Note:'))).turns).toEqual([]);
});
