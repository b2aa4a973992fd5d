/** One folder of everything that is made to break a reader: nothing hangs, throws, leaks or hides what lies beside it. */
import { execFile } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { findPaths, type Ingested, readFound, readPaths } from '../../source/ingest/files.ts';
import { jsonPieces } from '../../source/output/json.ts';
import { plainArticles } from '../../source/output/lists.ts';
import { markdownDigest } from '../../source/output/markdown.ts';
import { plainDigest } from '../../source/output/plain.ts';
import type { Article } from '../../source/types.ts';
import { opened } from '../tty/opened.ts';
import { warmCache } from '../warm.ts';
import { CASES, type Case, makeHostile, sentenceOf } from './folder.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const windows = process.platform === 'win32';
const root = process.getuid?.() === 0;
const cases = CASES.filter(({ only }) => only === undefined || !windows);
const HONEST =
	'Two ferries were sent to the old quay of Velmora while the divers were at work, said Ilse Quandt.';
const program = resolve(import.meta.dirname, '../../dist/cli.js');

let home = '';
let folder = '';
let read: Ingested;
let analyses: ReadonlyMap<string, ReturnType<typeof annotate>>;
const articleOf = (file: string) => analyses.get(file)?.article;

beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-hostile-'));
	chmodSync(home, 0o755);
	folder = join(home, 'news');
	makeHostile(folder, [{ what: '', file: 'honest.txt', content: HONEST, is: 'read' }, ...cases]);
	const socket = createServer().listen(join(folder, 'socket.txt'));
	await new Promise((ready) => socket.once('listening', ready));
	read = await readPaths([folder]);
	analyses = new Map(read.raws.map((raw) => [raw.file, annotate(raw)]));
	return () => new Promise((done) => socket.close(done));
});
afterAll(() => {
	for (const below of [folder, join(home, 'some')])
		for (const name of ['closed.txt', 'shut']) rmSync(join(below, name), { recursive: true, force: true });
	rmSync(home, { recursive: true, force: true });
});

const named = ({ file }: Case) => file.toString('utf8');
/** Of a path that is too deep, what is told is the folder. */
const toldOf = (one: Case) =>
	read.problems.filter(
		({ file }) => file !== '' && (named(one) === file || named(one).startsWith(`${file}/`)),
	);
const paragraphsOf = ({ text, paragraphs }: Article) =>
	paragraphs.map(({ start, end }) => text.slice(start, end));

test.each(cases.filter(({ only }) => !(root && only === 'not root')).map((one) => [one.what, one] as const))(
	'%s',
	(_, one) => {
		const article = articleOf(named(one)) ?? articleOf(`${named(one)}#2`);
		if (one.is === 'read') {
			if (!article) expect.fail(`not read: ${JSON.stringify(toldOf(one))}`);
			expect(paragraphsOf(article).join('\n').split(/\s+/).join(' ')).toContain(sentenceOf(one.file));
			expect(article.headline ?? '').not.toContain('stolen');
			expect(article.published?.day ?? '2025').toMatch(/^20\d\d/);
		} else if (one.is !== 'silent') {
			expect(article).toBeUndefined();
			expect(toldOf(one).map(({ message }) => message)).toEqual([expect.stringMatching(one.is)]);
		}
	},
);

test('what lies beside them is read', () => {
	expect(paragraphsOf(articleOf('honest.txt')!)).toEqual([HONEST]);
	expect(read.problems.find(({ file }) => file === 'socket.txt')?.message).toBe(
		'not a regular file; skipped',
	);
	expect('stolen' in {}).toBe(false);
});

test('spans lie within their texts', () => {
	for (const { article, quotations } of analyses.values()) {
		const { text, paragraphs, removed, sentences, mentions, times } = article;
		for (const { start, end } of [
			paragraphs,
			removed,
			sentences,
			mentions,
			times,
			quotations.flatMap(({ spans }) => spans),
		].flat())
			if (!(0 <= start && start <= end && end <= text.length))
				expect.fail(`${start}-${end} of ${text.length}`);
	}
});

/** C0 but tab and line feed, DEL, C1 and bidi in UTF-8; what is printed is looked at byte by byte. */
const RAW =
	/[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf/;

const run = (args: readonly string[], uid?: number, from = program) =>
	new Promise<{ code: number; out: string; err: string }>((done) =>
		execFile(
			process.execPath,
			[from, ...args],
			{
				encoding: 'latin1',
				maxBuffer: 2 ** 28,
				timeout: 60_000,
				cwd: home,
				env: { ...process.env, XDG_CACHE_HOME: warmCache() },
				...(uid === undefined ? {} : { uid }),
			},
			(error, out, err) => done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
		),
	);

const isClean = (printed: string) => {
	expect(printed).toMatch(/\w/);
	expect(RAW.exec(Buffer.from(printed).toString('latin1'))?.index ?? null).toBeNull();
};

test('what is printed of them holds no control byte, and as JSON nothing but JSON', () => {
	const data = digest([...analyses.values()], read.problems);
	isClean(plainDigest(data, { columns: 80 }));
	isClean(markdownDigest(data));
	isClean(plainArticles(data.articles, data, 80));
	const json = [...jsonPieces(data)].join('');
	expect(json).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]/);
	expect(JSON.parse(json).articles.map(({ file }: Article) => file)).toEqual(
		data.articles.map(({ file }) => file),
	);
});

describe('the program', () => {
	test('tells of all of them, without a control byte, and writes nothing beside the folder', async () => {
		const { code, out, err } = await run(['export', '--in', folder]);
		expect(code).toBe(0);
		expect(out).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]/);
		expect(RAW.exec(err)?.index ?? null).toBeNull();
		const files = JSON.parse(Buffer.from(out, 'latin1').toString('utf8')).articles.map(
			(a: Article) => a.file,
		);
		expect(new Set(files)).toEqual(new Set(analyses.keys()));
		expect(readdirSync(home)).toEqual(['news']);
	});

	test.runIf(!windows)('of what may not be read it is told, and the rest is read', async () => {
		const some = join(home, 'some');
		const forbidden = cases.filter(({ only }) => only === 'not root');
		makeHostile(some, [{ what: '', file: 'honest.txt', content: HONEST, is: 'read' }, ...forbidden]);
		// Who may read little may not read the folder of root, where the program may stand.
		const open = join(home, 'program');
		if (root) cpSync(dirname(program), open, { recursive: true });
		const { code, out, err } = await (root
			? run(['articles', '--in', some], 65534, join(open, 'cli.js'))
			: run(['articles', '--in', some]));
		expect(code).toBe(0);
		expect(out).toContain('honest.txt');
		expect(RAW.exec(out)?.index ?? null).toBeNull();
		expect(`${out}${err}`).toMatch(new RegExp(`${forbidden.length} problems?`));
	});
});

/** What Ink and the program itself send; anything else comes from an article. */
const OWN =
	/\x1b\[[\d;:?]*[A-HJKSThlmnpqrstu]|\x1b\[[\d;?>]*[\x20-\x2f]?[a-zA-Z]|\x1b[78=>EM]|\x1b\](?:0|2|22|23|10|11|8);[^\x00-\x1f]*(?:\x07|\x1b\\)|\x1bP\S*?\x1b\\/g;

test.runIf(!windows)('in a terminal every page of it is shown, and the terminal is not owned', async () => {
	const reader = await opened(100, 30, { XDG_STATE_HOME: home }, ['--read-only'], 'Digest', folder);
	for (const place of ['1', '2', '3', '4', '5']) reader.press(`${place}jjjjjj\r`);
	reader.press('gG');
	await reader.rests(() => reader.text().includes('article') || reader.text().length > 100);
	const shown = reader.bytes();
	reader.press('\x1b');
	reader.press('qqqqqqqq');
	expect(await reader.ends()).toMatchObject({ exitCode: 0 });
	expect(shown).not.toContain('owned');
	expect(shown).not.toContain('evil.example');
	expect(shown).not.toMatch(/[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
	const rest = shown.replace(OWN, '');
	const foreign = rest.indexOf('\x1b');
	expect(foreign < 0 ? '' : rest.slice(Math.max(0, foreign - 20), foreign + 20)).toBe('');
});

describe('between looking and reading', () => {
	const WORDS = 'All is quiet.\n';
	const readWhen = async (name: string, happens: (path: string) => void) => {
		const own = mkdtempSync(join(home, 'news', 'race-'));
		try {
			const path = join(own, name);
			writeFileSync(path, WORDS);
			const { found } = await findPaths([own]);
			happens(path);
			const told: string[] = [];
			const raws = await readFound(found[0]!, (_, message) => told.push(message));
			return { texts: raws.map(({ bytes }) => Buffer.from(bytes).toString()), told };
		} finally {
			rmSync(own, { recursive: true, force: true });
		}
	};
	test.each<[string, (path: string) => void, { texts: string[]; told: string[] }]>([
		['vanished', unlinkSync, { texts: [], told: ['vanished before it was read'] }],
		['grew', (path) => appendFileSync(path, WORDS), { texts: [WORDS + WORDS], told: [] }],
		['shrank', (path) => truncateSync(path, 3), { texts: ['All'], told: [] }],
		[
			'grew to a gigabyte',
			(path) => truncateSync(path, 2 ** 30),
			{ texts: [], told: ['larger than 16 MB; skipped'] },
		],
	])('a file that %s', async (_, happens, is) => {
		expect(await readWhen('a.txt', happens)).toEqual(is);
	});

	test.runIf(!windows)('a file that became a link is not followed', async () => {
		const swap = (path: string) => {
			renameSync(path, `${path}.old`);
			symlinkSync(join(home, 'news', 'honest.txt'), path);
		};
		expect(await readWhen('a.txt', swap)).toEqual({
			texts: [],
			told: ['became a link before it was read; skipped'],
		});
	});

	test('a file that grows while it is read ends where it ended', async () => {
		const path = join(home, 'growing.txt');
		writeFileSync(path, WORDS.repeat(1000));
		const { found } = await findPaths([path]);
		const reading = readFound(found[0]!, () => undefined);
		for (let i = 0; i < 100; i++) appendFileSync(path, WORDS);
		const [raw] = await reading;
		expect(Buffer.from(raw!.bytes).toString()).toBe(WORDS.repeat(raw!.bytes.length / WORDS.length));
		expect(readFileSync(path, 'utf8')).toHaveLength(1100 * WORDS.length);
		rmSync(path);
	});
});
