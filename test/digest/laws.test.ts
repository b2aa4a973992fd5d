/** What must hold of a digest whatever the articles are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import type { Export, Reading } from '../../source/types.ts';
import { reportedBy } from '../../source/wording.ts';

const read = (file: string, text: string): Reading =>
	annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) });

const bridge = read(
	'bridge.txt',
	`Harbour bridge to close for a year

March 4, 2025

The harbour bridge in Lyon will close in May for a year, Mayor Maria Lopez said on Monday. About 4,000 cars cross it every day.

“We cannot wait any longer,” Lopez told the council. “The steel is tired.”

Peter Brandt, who runs a bakery by the river, called the plan “a disaster for us.”
`,
);
const ferry = read(
	'ferry.txt',
	`Ferries to replace closed bridge in Lyon

March 5, 2025

Two ferries will run while the harbour bridge in Lyon is closed, the city said on Tuesday. Mayor Maria Lopez said the bridge would close in May for a year.

“Nobody will have to swim,” Lopez said.
`,
);
const flood = read(
	'flood.txt',
	`Flood leaves 300 homeless in Accra

June 9, 2024

A flood has left 300 people homeless in Accra, the fire service said. Rain fell for three days.

“We saved what we could,” said Ama Mensah, a teacher.
`,
);
const same = read('copy.txt', `${bridge.article.text}\nFrom our partners.\n`);
const articles = [bridge, ferry, flood];

test('the order of the files changes nothing, byte for byte', () => {
	const wanted = JSON.stringify(digest([...articles, same], []));
	fc.assert(
		fc.property(fc.shuffledSubarray([...articles, same], { minLength: 4, maxLength: 4 }), (shuffled) => {
			expect(JSON.stringify(digest(shuffled, []))).toBe(wanted);
		}),
		{ numRuns: 12, seed: 3 },
	);
});

const outlets = ({ stories }: Export, words: string) =>
	stories.flatMap(({ points }) => points).find(({ text }) => text.includes(words))?.outlets;

test('a copy adds a place to look, not a source', () => {
	const alone = digest(articles, []);
	const copied = digest([...articles, same], []);
	const copies = copied.articles.filter(({ nearDuplicateOf }) => nearDuplicateOf !== null);
	expect(copies).toHaveLength(1);
	expect(outlets(alone, 'About 4,000 cars')).toBe(1);
	expect(outlets(copied, 'About 4,000 cars')).toBe(1);
	expect(copied.stories).toHaveLength(alone.stories.length);
});

test.each([
	['bridge', bridge],
	['ferry', ferry],
	['flood', flood],
] as const)('a copy of %s changes no count of sources, no point and no dispute', (_, original) => {
	const printed = ({ stories }: Export) =>
		stories.flatMap(({ points, disputes }) => [
			...points.map(({ text, outlets: count }) => `${count} ${text}`),
			...disputes.map(({ about }) => about),
		]);
	const again = read('z-copy.txt', `${original.article.text}\nFrom our partners.\n`);
	expect(printed(digest([...articles, again], [])).sort()).toEqual(printed(digest(articles, [])).sort());
});

test.each([
	['nobody known', ''],
	['its own outlet', 'The Quay Post'],
	['another outlet', 'The Hill Herald'],
	['an outlet with a report of its own', 'The Mole Times'],
])('a later copy by %s is no source more', (_, outlet) => {
	const by = (file: string, name: string, text: string) =>
		read(file, name === '' ? text : `---\noutlet: ${name}\n---\n${text}`);
	const own = [
		by('a.txt', 'The Quay Post', bridge.article.text),
		by('b.txt', 'The Mole Times', ferry.article.text),
	];
	const copy = by('c.txt', outlet, bridge.article.text.replace('March 4', 'March 5'));
	const head = (data: Export) => reportedBy(data.articles);
	expect(head(digest(own, []))).toEqual({ outlets: 2, articles: 2, copies: 0 });
	expect(head(digest([...own, copy], []))).toEqual({ outlets: 2, articles: 2, copies: 1 });
});

test('articles of which nothing is read are copies of nobody', () => {
	const empty = ['one', 'two'].map((name) => read(`${name}.txt`, ''));
	expect(digest(empty, []).articles.map(({ nearDuplicateOf }) => nearDuplicateOf)).toEqual([null, null]);
});

test('what has no text is a problem and no story; a headline alone is one', () => {
	const links = read('links.txt', 'Share this\n\nRead more\n');
	const headed = read('headed.txt', '---\ntitle: Harbour bridge opens again\n---\n');
	const { stories, problems, articles } = digest([read('empty.txt', ' \n'), links, headed, flood], []);
	expect(stories.map(({ headline }) => headline).sort()).toEqual([
		'Flood leaves 300 homeless in Accra',
		'Harbour bridge opens again',
	]);
	expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
		'empty.txt: no text to read in it',
		'links.txt: no text to read in it',
	]);
	expect(articles).toHaveLength(4);
});

test('the same file twice is two articles with names of their own', () => {
	const twice = digest([bridge, { ...bridge, article: { ...bridge.article, file: 'again/bridge.txt' } }], []);
	expect(new Set(twice.articles.map(({ id }) => id)).size).toBe(2);
	expect(twice.quotations.length).toBe(new Set(twice.quotations.map(({ id }) => id)).size);
});

test('two reports of one event are one story, another event is another', () => {
	const { stories } = digest(articles, []);
	const held = stories.map((story) => [...story.articles].sort());
	expect(held).toContainEqual([bridge.article.id, ferry.article.id].sort());
	expect(held).toContainEqual([flood.article.id]);
});

test('one actor whatever the spelling of the moment', () => {
	const { actors, quotations } = digest(articles, []);
	const lopez = actors.filter(({ name }) => name.includes('Lopez'));
	expect(lopez.map(({ name }) => name)).toEqual(['Maria Lopez']);
	expect(quotations.filter(({ speaker }) => speaker.actor === lopez[0]!.id).length).toBeGreaterThan(2);
});

test('every id that is named is there, and every span stands in its article', () => {
	const data = digest([...articles, same], []);
	const articleIds = new Set(data.articles.map(({ id }) => id));
	const actorIds = new Set(data.actors.map(({ id }) => id));
	const quotationIds = new Set(data.quotations.map(({ id }) => id));
	const textOf = new Map(data.articles.map(({ id, text }) => [id, text]));
	for (const { article, spans, text, speaker, variants } of data.quotations) {
		expect(spans.map(({ start, end }) => textOf.get(article)!.slice(start, end)).join(' ')).toBe(text);
		if (speaker.actor) expect(actorIds).toContain(speaker.actor);
		for (const id of variants) expect(quotationIds).toContain(id);
	}
	for (const { articles: own, actors, quotations, points } of data.stories) {
		for (const id of own) expect(articleIds).toContain(id);
		for (const id of actors) expect(actorIds).toContain(id);
		for (const id of quotations) expect(quotationIds).toContain(id);
		for (const { text, from } of points)
			expect(textOf.get(from[0]!.article)!.slice(from[0]!.start, from[0]!.end)).toBe(text);
	}
	const days = data.days.map(({ day }) => day);
	expect(days.indexOf(null)).toBe(days.includes(null) ? days.length - 1 : -1);
});
