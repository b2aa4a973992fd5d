/** A small invented edition, in the public contract, for tests of what comes after the digest. */
import type { Actor, Article, Export, Id, Quotation, Span, Story } from '../source/types.ts';

/** The span of a stretch that stands once in a text, or once in a longer stretch that does. */
export function spanOf(text: string, part: string, within = text): Span {
	const start = text.indexOf(within) + within.indexOf(part);
	if (!within.includes(part) || !text.includes(within)) throw new Error(`not in the text: ${part}`);
	if (within.indexOf(part) !== within.lastIndexOf(part)) throw new Error(`not once in the text: ${part}`);
	return { start, end: start + part.length };
}

export function article(over: Partial<Article> & { id: Id; text: string }): Article {
	return {
		file: `${over.id}.txt`,
		format: 'text',
		headline: null,
		headlineFrom: null,
		outlet: null,
		byline: null,
		place: null,
		url: null,
		published: null,
		bounds: null,
		paragraphs: [{ start: 0, end: over.text.length, kind: 'body' }],
		sentences: [...over.text.matchAll(/.+/g)].map((line) => ({
			start: line.index,
			end: line.index + line[0].length,
		})),
		mentions: [],
		times: [],
		removed: [],
		nearDuplicateOf: null,
		...over,
	};
}

export function actor(id: Id, name: string, over: Partial<Actor> = {}): Actor {
	return {
		id,
		name,
		kind: 'person',
		aliases: [{ text: name, count: 1 }],
		roles: [],
		articles: [],
		quotations: [],
		...over,
	};
}

/** A quotation whose words stand in its article, said by an actor or by nobody known. */
export function quotation(
	id: Id,
	source: Article,
	words: string | readonly string[],
	over: Partial<Quotation> & { by?: Actor | null } = {},
): Quotation {
	const { by = null, ...rest } = over;
	const spans = [words].flat().map((part) => spanOf(source.text, part));
	return {
		id,
		article: source.id,
		kind: 'direct',
		spans,
		text: spans.map(({ start, end }) => source.text.slice(start, end)).join(' '),
		speaker: { mention: null, actor: by?.id ?? null, certain: by !== null },
		cue: null,
		rule: 'verb-after',
		said: null,
		variants: [],
		...rest,
	};
}

export function story(id: Id, headline: string, over: Partial<Story> = {}): Story {
	return {
		id,
		headline,
		firstDay: null,
		lastDay: null,
		articles: [],
		nearDuplicates: [],
		actors: [],
		quotations: [],
		points: [],
		disputes: [],
		...over,
	};
}

const HARBOUR = [
	'Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths.',
	'“We will not load another crate until the cease-fire on wages ends,” Mira Halloran, who leads the dockers’ union, said on March 4.',
	'“It is a truce in name only,” she said, “and the owners know it.”',
	'The port authority said in a statement that talks were “open-ended”.',
].join('\n');

const PORT = [
	'Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.',
	'Owner Teodor Brandvold told reporters a ceasefire over pay was “within reach”.',
	'“Nobody wins a strike,” he said.',
].join('\n');

const CHEESE = 'A cheese the size of a car rolled through Dunmere. “It just kept going,” a witness said.';

const halloran = actor('p1', 'Mira Halloran', {
	aliases: [
		{ text: 'Mira Halloran', count: 2 },
		{ text: 'Halloran', count: 1 },
		{ text: 'Mira Hallorán', count: 1 },
	],
	roles: [{ text: 'union leader', article: 'a1', day: '2025-03-04', certain: true }],
	articles: ['a1'],
	quotations: ['q1', 'q2'],
});
const brandvold = actor('p2', 'Teodor Brandvold', {
	articles: ['a2'],
	quotations: ['q4', 'q5'],
});

const a1 = article({
	id: 'a1',
	file: 'harbour.txt',
	text: HARBOUR,
	headline: 'Dockers close every berth',
	headlineFrom: 'title',
	outlet: 'The Bay Courier',
	byline: 'Ana Lindqvist',
	published: {
		day: '2025-03-05',
		from: 'header',
		certain: true,
		precision: 'day',
		evidence: null,
		linkedArticle: null,
	},
	mentions: [{ ...spanOf(HARBOUR, 'Mira Halloran'), kind: 'person', actor: 'p1' }],
	removed: [{ ...spanOf(HARBOUR, 'Harbour workers'), reason: 'caption' }],
});
const a2 = article({
	id: 'a2',
	file: 'sub/port.md',
	format: 'markdown',
	text: PORT,
	headline: 'Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.',
	headlineFrom: 'lede',
	published: {
		day: '2025-03-06',
		from: 'body',
		certain: false,
		precision: 'day',
		evidence: null,
		linkedArticle: 'a1',
	},
	mentions: [{ ...spanOf(PORT, 'Teodor Brandvold'), kind: 'person', actor: 'p2' }],
});
const a3 = article({
	id: 'a3',
	file: 'cheese.txt',
	text: CHEESE,
	headline: 'Cheese at large',
	headlineFrom: 'title',
});

const quotations = [
	quotation('q1', a1, 'We will not load another crate until the cease-fire on wages ends,', {
		by: halloran,
		said: '2025-03-04',
		speaker: {
			mention: { ...spanOf(HARBOUR, 'Mira Halloran'), text: 'Mira Halloran' },
			actor: 'p1',
			certain: true,
		},
		cue: { ...spanOf(HARBOUR, 'said on March 4'), text: 'said on March 4' },
	}),
	quotation('q2', a1, ['It is a truce in name only,', 'and the owners know it.'], {
		speaker: { mention: { ...spanOf(HARBOUR, 'she', 'she said'), text: 'she' }, actor: 'p1', certain: true },
	}),
	quotation('q3', a1, 'open-ended', {
		kind: 'mixed',
		speaker: {
			mention: { ...spanOf(HARBOUR, 'a statement'), text: 'a statement' },
			actor: null,
			certain: true,
		},
	}),
	quotation('q4', a2, 'a ceasefire over pay was “within reach”', {
		kind: 'indirect',
		by: brandvold,
	}),
	quotation('q5', a2, 'Nobody wins a strike,', {
		speaker: { mention: { ...spanOf(PORT, 'he', 'he said'), text: 'he' }, actor: 'p2', certain: false },
	}),
	quotation('q6', a3, 'It just kept going,'),
];

const walkout = story('s1', 'Dockers close every berth', {
	firstDay: '2025-03-05',
	lastDay: '2025-03-06',
	articles: ['a1', 'a2'],
	actors: ['p1', 'p2'],
	quotations: ['q1', 'q2', 'q3', 'q4', 'q5'],
	points: [
		{
			text: 'Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths.',
			from: [
				{
					article: 'a1',
					...spanOf(HARBOUR, 'Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths.'),
				},
				{
					article: 'a2',
					...spanOf(PORT, 'Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.'),
				},
			],
			day: null,
			outlets: 2,
		},
	],
	disputes: [
		{
			kind: 'disagree',
			about: 'berths',
			claims: [
				{ value: 'all 14', from: { article: 'a1', ...spanOf(HARBOUR, 'all 14') } },
				{ value: '12', from: { article: 'a2', ...spanOf(PORT, '12') } },
			],
		},
	],
});
const rolling = story('s2', 'Cheese at large', { articles: ['a3'], quotations: ['q6'] });

export const edition: Export = {
	schema: 'quotidian/1',
	articles: [a1, a2, a3],
	actors: [halloran, brandvold],
	quotations,
	stories: [walkout, rolling],
	days: [
		{
			day: '2025-03-06',
			stories: ['s1'],
			articles: ['a2'],
			quotations: ['q4', 'q5'],
			about: ['a2', 'q4', 'q5'],
		},
		{ day: '2025-03-05', stories: ['s1'], articles: ['a1'], quotations: ['q2', 'q3'], about: [] },
		{ day: '2025-03-04', stories: [], articles: [], quotations: ['q1'], about: [] },
		{ day: null, stories: ['s2'], articles: ['a3'], quotations: ['q6'], about: [] },
	],
	problems: [{ file: 'broken.txt', line: 3, stage: 'decode', message: 'not UTF-8, read as Windows-1252' }],
};

/** The same a day later: a story more, a quotation less, an article put right. */
export const otherEdition: Export = {
	...edition,
	articles: edition.articles.map((one, at) => (at === 0 ? { ...one, headline: 'Put right' } : one)),
	quotations: edition.quotations.slice(1),
	stories: [...edition.stories, story('s9', 'A story more')],
};
