/** An edition kept is the edition that was made, of these very bytes; and whatever is wrong with it, it is made anew. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { editionFile, keepEdition, keptEdition, type Origin } from '../../source/kept/editions.ts';
import { ownCache, raw } from './cache.ts';

ownCache();

const TIDE = raw(
	'tide.txt',
	'Ferry line ends night crossings\n\nMarch 5, 2025\n\n“We carried four people,” said harbour chief Ada Brekkum. She \ud83d\ude00 left.\n',
);
const LATIN = raw('latin.txt', 'Café reopens\n\nThe owner said it had “never really shut.”\n');
const origin = (over: Partial<Origin> = {}): Origin => ({
	release: 'one',
	raws: [LATIN, TIDE],
	problems: [],
	corrections: { file: 'corrections.txt', text: '' },
	...over,
});
const data = digest([LATIN, TIDE].map(annotate), [
	{ file: 'b\0d.txt', line: null, stage: 'ingest', message: 'skipped' },
]);

test('comes back as it was', () => {
	const file = editionFile(origin());
	expect(keptEdition(file)).toBeNull();
	keepEdition(file, data);
	expect(data.quotations.length).toBeGreaterThan(0);
	expect(keptEdition(file)).toStrictEqual(data);
	expect(readdirSync(dirname(file))).toHaveLength(1);
});

const other = raw('tide.txt', new TextDecoder().decode(TIDE.bytes).replace('four', 'five'));
test.each<[string, Partial<Origin>]>([
	['another program', { release: 'two' }],
	['a letter changed', { raws: [LATIN, other] }],
	['a file renamed', { raws: [LATIN, { ...TIDE, file: 'tides.txt' }] }],
	['a file read otherwise', { raws: [LATIN, { ...TIDE, format: 'markdown' }] }],
	['an article fewer', { raws: [TIDE] }],
	['bytes that moved from one file to the next', { raws: [raw('latin.txt', 'a'), raw('tide.txt', 'bc')] }],
	['bytes that moved back', { raws: [raw('latin.txt', 'ab'), raw('tide.txt', 'c')] }],
	['a correction', { corrections: { file: 'corrections.txt', text: 'one line' } }],
	['a problem', { problems: [{ file: 'x', line: 1, stage: 'ingest', message: 'odd' }] }],
])('%s: it is not taken', (_, over) => {
	const all = [origin(), origin({ raws: [raw('latin.txt', 'abc'), raw('tide.txt', '')] }), origin(over)];
	expect(new Set(all.map(editionFile)).size).toBe(all.length);
});

test.each([
	['empty', () => Buffer.alloc(0)],
	['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
	['changed', (bytes: Buffer) => Buffer.from(bytes).fill(7, 64, 65)],
	['nothing that was kept', () => Buffer.from('{"schema":"quotidian/1"}')],
])('%s, it is nothing, and another takes its place', (_, damaged) => {
	const file = editionFile(origin());
	keepEdition(file, data);
	writeFileSync(file, damaged(readFileSync(file)));
	expect(keptEdition(file)).toBeNull();
	keepEdition(file, data);
	expect(keptEdition(file)).toStrictEqual(data);
});

test('what others may write is not taken', () => {
	const file = editionFile(origin());
	keepEdition(file, data);
	chmodSync(file, 0o622);
	expect(keptEdition(file)).toBeNull();
});

test('a few are kept, the rest goes', () => {
	for (let release = 0; release < 12; release++)
		keepEdition(editionFile(origin({ release: String(release) })), data);
	const last = editionFile(origin({ release: '11' }));
	expect(keptEdition(last)).not.toBeNull();
	expect(readdirSync(dirname(last)).length).toBeLessThan(6);
});

test('what would fill the disk is not kept, nor is a trace of it', () => {
	const file = editionFile(origin());
	const text = 'word '.repeat(8_000_000);
	keepEdition(file, {
		...data,
		articles: data.articles.slice(0, 1).map((article) => ({ ...article, text })),
	});
	expect(keptEdition(file)).toBeNull();
	expect(readdirSync(dirname(file))).toEqual([]);
});

test('where nothing can be written, nothing is said', () => {
	vi.stubEnv('XDG_CACHE_HOME', '/dev/null');
	const file = editionFile(origin());
	keepEdition(file, data);
	expect(keptEdition(file)).toBeNull();
});
