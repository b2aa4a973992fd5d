/** Disk in: what is read, what is refused and said, and that nothing can make it wait. */
import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decode } from '../../source/article/decode.ts';
import { readPaths, whyNot } from '../../source/ingest/files.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ingest-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, content: string | Uint8Array = 'words') {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), content);
}

const files = async (...paths: string[]) =>
	(await readPaths(paths.map((path) => join(folder, path)))).raws.map(({ file }) => file);
const problems = async (...paths: string[]) =>
	(await readPaths(paths.map((path) => join(folder, path)))).problems.map(({ file, message }) => [
		file.replace(folder, ''),
		message,
	]);

test('a folder: recursively, in byte order, names inside it with slashes', async () => {
	for (const file of [
		'b.txt',
		'B.md',
		'a/z.text',
		'a/ä.markdown',
		'a/b/c.TXT',
		'é.txt',
		'\u{1f600}.txt',
		'\uff5a.txt',
	])
		put(file);
	expect(await files('')).toEqual([
		'B.md',
		'a/b/c.TXT',
		'a/z.text',
		'a/ä.markdown',
		'b.txt',
		'é.txt',
		'\uff5a.txt',
		'\u{1f600}.txt',
	]);
	expect(await problems('')).toEqual([]);
});

test('the format follows the extension, the bytes come as they are', async () => {
	put('a.md', Uint8Array.from([0xff, 0x41, 0x0d, 0x0a]));
	utimesSync(join(folder, 'a.md'), 1_700_000_000, 1_700_000_000);
	const { raws } = await readPaths([join(folder, 'a.md')]);
	const bytes = Uint8Array.from([0xff, 0x41, 0x0d, 0x0a]);
	expect(raws).toEqual([{ file: 'a.md', format: 'markdown', bytes, modified: '2023-11-14' }]);
});

test('articles of one file have its day', async () => {
	const [one, two] = ['Pier opens', 'Ferry sinks'].map((title) =>
		JSON.stringify({ title, text: `${title}.` }),
	);
	put('a.jsonl', `${one}\n${two}\n`);
	utimesSync(join(folder, 'a.jsonl'), 1_700_000_000, 1_700_000_000);
	const { raws } = await readPaths([folder]);
	expect(raws.map(({ file, modified }) => [file, modified])).toEqual([
		['a.jsonl#1', '2023-11-14'],
		['a.jsonl#2', '2023-11-14'],
	]);
});

test('notes beside the articles, hidden files and hidden folders are no articles', async () => {
	for (const file of [
		'README.md',
		'readme.txt',
		'a/LICENSE.txt',
		'.hidden.txt',
		'.git/x.txt',
		'readers-letters.txt',
	])
		put(file);
	expect(await files('')).toEqual(['readers-letters.txt']);
	expect(await problems('')).toEqual([]);
});

test('other kinds of files are counted, one line for each kind', async () => {
	for (const file of ['a.docx', 'b/c.DOCX', 'd.pdf', 'noextension', 'e.txt']) put(file);
	expect(await files('')).toEqual(['e.txt']);
	expect(await problems('')).toEqual([
		['', '1 file skipped: .pdf is not read yet'],
		['', '1 file skipped: no extension that says what is in it'],
		['', '2 files skipped: .docx is not read yet'],
	]);
});

test('one file, whatever its extension, goes by its own name', async () => {
	put('deep/down/article');
	put('page.pdf');
	expect(await files('deep/down/article')).toEqual(['article']);
	expect(await files('page.pdf')).toEqual([]);
	expect(await problems('page.pdf')).toEqual([
		['/page.pdf', expect.stringContaining('.pdf files are not read yet')],
	]);
});

test('several paths: equal names become whole paths, a file given twice is read once, order changes nothing', async () => {
	for (const file of ['one/a.txt', 'two/a.txt', 'two/b.txt']) put(file);
	const there = await files('one', 'two', 'two/b.txt');
	expect(there).toEqual([join(folder, 'one/a.txt'), join(folder, 'two/a.txt'), 'b.txt']);
	expect(await files('two/b.txt', 'two', 'one', 'one')).toEqual(there);
});

test('a path that does not exist is told', async () => {
	expect(await problems('none', 'none/deeper.txt')).toEqual([
		['/none', 'no such file or folder; check the path'],
		['/none/deeper.txt', 'no such file or folder; check the path'],
	]);
});

test('empty files are articles, binary and very large ones are not', async () => {
	put('empty.txt', '');
	put(
		'binary.txt',
		Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255),
	);
	put('large.txt', '');
	truncateSync(join(folder, 'large.txt'), 17 * 2 ** 20);
	expect(await files('')).toEqual(['empty.txt']);
	expect(await problems('')).toEqual([
		['binary.txt', 'not text; skipped'],
		['large.txt', 'larger than 16 MB; skipped'],
	]);
});

test('of a very long article the beginning is read, and no character of it is cut in two', async () => {
	const most = 2 ** 20;
	put('most.txt', 'a'.repeat(most));
	for (const [i, end] of ['b', 'éb', '€b', '\u{1f30a}b'].entries())
		put(`more-${i}.txt`, 'a'.repeat(most - 1) + end + 'b'.repeat(most));
	put('wide.txt', Buffer.from(`\ufeff${'é'.repeat(most)}`, 'utf16le'));
	put('a.jsonl', ['a', 'b'].map((one) => JSON.stringify({ text: one.repeat(most) })).join('\n'));
	const { raws, problems: met } = await readPaths([folder]);
	const long = 'an article of more than 1 MB; only the beginning is read';
	expect(met.map(({ file, message }) => [file, message])).toEqual(
		[0, 1, 2, 3].map((i) => [`more-${i}.txt`, long]).concat([['wide.txt', long]]),
	);
	expect(raws.map(({ file, bytes }) => [file, most - bytes.length])).toEqual([
		...['a.jsonl#1', 'a.jsonl#2', 'more-0.txt'].map((file) => [file, 0]),
		...[1, 2, 3].map((i) => [`more-${i}.txt`, 1]),
		...['most.txt', 'wide.txt'].map((file) => [file, 0]),
	]);
	for (const raw of raws) expect(decode(raw).problems).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('what only Unix has', () => {
	test('a pipe, a socket and a device are refused at once', async () => {
		put('a.txt');
		execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
		const server = createServer().listen(join(folder, 'socket.txt'));
		await new Promise((ready) => server.once('listening', ready));
		expect(await files('')).toEqual(['a.txt']);
		expect(await problems('')).toEqual([
			['pipe.txt', 'not a regular file; skipped'],
			['socket.txt', 'not a regular file; skipped'],
		]);
		expect(await problems('pipe.txt')).toEqual([['/pipe.txt', 'not a regular file; skipped']]);
		expect((await readPaths(['/dev/zero'])).problems[0]?.message).toBe('not a regular file; skipped');
		server.close();
	});

	test('links: loops and ways out are not followed, what lies inside is read once', async () => {
		put('in/a.txt');
		put('out/secret.txt');
		symlinkSync('.', join(folder, 'in/loop'));
		symlinkSync('a.txt', join(folder, 'in/again.txt'));
		symlinkSync('../out/secret.txt', join(folder, 'in/secret.txt'));
		symlinkSync('nowhere', join(folder, 'in/broken.txt'));
		symlinkSync('round.txt', join(folder, 'in/round.txt'));
		expect(await files('in')).toEqual(['a.txt']);
		expect((await problems('in')).map(([file]) => file)).toEqual(['broken.txt', 'round.txt', 'secret.txt']);
	});

	test('a link to a folder may be the folder given', async () => {
		put('real/a.txt');
		symlinkSync('real', join(folder, 'given'));
		expect(await files('given')).toEqual(['a.txt']);
	});

	test.skipIf(process.getuid?.() === 0)('what may not be read is told', async () => {
		put('closed.txt');
		put('shut/a.txt');
		chmodSync(join(folder, 'closed.txt'), 0);
		chmodSync(join(folder, 'shut'), 0);
		expect(await files('')).toEqual([]);
		expect((await problems('')).map(([file]) => file)).toEqual(['closed.txt', 'shut']);
		chmodSync(join(folder, 'shut'), 0o700);
	});

	test('a name that is not UTF-8 is told, not lost', async () => {
		execFileSync('sh', ['-c', 'printf x > "$(printf "bad\\\\377.txt")"'], { cwd: folder });
		put('a.txt');
		expect(await files('')).toEqual(['a.txt']);
		expect((await problems('')).map(([, message]) => message)).toEqual([
			'its name is not valid UTF-8; rename it',
		]);
	});
});

test.each([
	['EACCES', 'you are not allowed to; check its permissions'],
	['EIO', 'the disk reports an error'],
	['EWHATEVER', 'EWHATEVER'],
	[undefined, 'the system does not say why'],
])('what the system calls %s is told in words', (code, words) => {
	expect(whyNot(Object.assign(new Error('no'), { code }))).toBe(words);
});
