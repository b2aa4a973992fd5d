/**
 * No regular expression takes more than in proportion to a text, whatever stands in it. Steps are counted, not timed; what
 * runs is what a reader of such a document runs, libraries and all. `npm run fuzz` times random texts, for what no
 * expression does.
 */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';
import { readFrontMatter } from '../source/article/front-matter.ts';
import { fileName, folderName } from '../source/feeds/file-names.ts';
import { endsAtWall, saysMore, withoutFooter } from '../source/feeds/full-text.ts';
import { readOpml } from '../source/feeds/opml.ts';
import { outletOf } from '../source/feeds/outlet.ts';
import { readFeed } from '../source/feeds/reading.ts';
import { readSubscriptions } from '../source/feeds/subscriptions.ts';
import { kindOfText } from '../source/ingest/kinds.ts';
import { readMail } from '../source/ingest/mail.ts';
import { readPage } from '../source/ingest/page.ts';
import { safeText } from '../source/safe.ts';
import { MOST, stepsOf } from './steps.ts';

const HOME = 'https://harbour.example/';
const feed = (text: string) => readFeed(Buffer.from(text), null, HOME, '2025-03-14');
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	article: (text) => annotate({ file: 'a.txt', format: 'text', bytes: Buffer.from(text) }),
	'front matter': (text) => readFrontMatter(`---\n${text}\n---\n`, 'markdown'),
	page: readPage,
	'paragraph of a page': (text) =>
		readPage(`<main><h1>Harbour</h1><p>The harbour is closed.</p><p>${text}</p></main>`),
	message: (text) => readMail(Buffer.from(text)),
	'document without a name': kindOfText,
	feed: (text) => feed(`<rss version="2.0"><channel><title>x</title>${text}</channel></rss>`),
	'head of a feed': feed,
	'list of feeds': (text) => [readSubscriptions(text), readOpml(text)],
	'text of an item': (text) => [saysMore(text), withoutFooter(text), endsAtWall(text)],
	'name of an item': (text) => [fileName(text, 'i0'), folderName(text), outletOf(text, HOME)],
	'words on the screen': safeText,
};

const PIECES = [
	'<!DOCTYPE[',
	'<![CDATA[',
	'<!--',
	'<a href="',
	'<item><title>',
	'&#',
	'{"',
	'[x](',
	'"',
	'“a ',
	"'a ",
	' \t',
	'\r\n',
	'. ',
	'-',
	'A. ',
	'Ada ',
	'12 ',
	'a@',
	'https://a',
	'Subject: a\n',
	'=?utf-8?Q?',
	'said, ',
	'\u0301',
];

/** Characters. */
const SOME = 2000;
/**
 * Five times the text may take so many times the steps: what a rule looks over is longer at first, up to its limit. In
 * proportion to the square it would be 25.
 */
const DEAREST = 8;
/** Steps a character below which an expression is cheap, however they grow. */
const CHEAP = 4;

/** The expressions that cost more than that. */
function dear(
	read: (text: string) => unknown,
	piece: string,
	{ some, most } = { some: SOME, most: MOST },
): readonly string[] {
	const stepsFor = (size: number) => stepsOf(() => read(piece.repeat(Math.ceil(size / piece.length))), most);
	const costly = [...stepsFor(5 * some)].filter(([, steps]) => steps > CHEAP * 5 * some);
	if (costly.length === 0) return [];
	const before = stepsFor(some);
	return costly
		.filter(([name, steps]) => steps > most || steps > DEAREST * (before.get(name) ?? 0))
		.map(([name, steps]) => `${name}: ${before.get(name) ?? 0}, then ${steps}`);
}

// Lists become tables when the first name is looked up; of that no text is the cause.
beforeAll(() => void READERS.article?.('“No,” said Mayor Ada Brekkum of Torvik on Monday.'));

describe.each(Object.entries(READERS))('%s', (_, read) => {
	test.each(PIECES)('%j again and again', (piece) => {
		expect(dear(read, piece)).toEqual([]);
	});
});

describe('the counter', () => {
	const native = RegExp.prototype.exec;
	afterEach(() => expect(RegExp.prototype.exec).toBe(native));

	test.each([
		[
			'an end that never comes',
			(text: string) => /<!DOCTYPE(?:\[[^\]]{0,100000}\])?>/.test(text),
			'<!DOCTYPE[',
		],
		['blanks before an end', (text: string) => `${text}.`.replace(/\s+$/, ''), ' '],
		['loops in loops', (text: string) => /^(?:\w+,?)*;/.test(text.slice(0, 24)), 'a'],
		['what is behind', (text: string) => text.replaceAll(/(?<=“[^”]*)b/g, ''), '“b'],
	])('sees %s', (_, read, piece) => {
		expect(dear(read, piece, { some: 400, most: 1_000_000 })).toHaveLength(1);
	});

	test('sees all ways to use an expression, and what each finds is what it finds', () => {
		const text = 'Ada “Ida” Brekkum, 12–14, said: ÉTÉ été 👨‍👩‍👧 aa bb ab\nlast';
		const expressions = [
			/(\w)\1/g,
			/(?<mark>[“"]).*?(?:”|\k<mark>)/gu,
			/(?<!\d)\d{1,2}(?=\D)/g,
			/^\w+$/gm,
			/\bé(?!x)\S*/giu,
			/\p{So}|\p{L}+?\b/gu,
			/(?:a|ab)(?:c|bcd|b)?(?:d*)$/g,
			/(?<=(\w)\1.?)b/g,
			/x*/g,
		];
		const run = () =>
			expressions.map((one) => [
				[...text.matchAll(one)].map(String),
				text.replace(one, '<$&>'),
				text.split(one),
				text.match(one),
				text.search(one),
				one.test(text),
				(one.lastIndex = 0),
			]);
		const plain = run();
		let counted: unknown;
		const steps = stepsOf(() => (counted = run()));
		expect(counted).toEqual(plain);
		expect(steps.size).toBe(expressions.length);
		for (const count of steps.values()) expect(count).toBeGreaterThan(6 * text.length);
	});
});
