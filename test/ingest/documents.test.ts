/** Pages and records → articles: what is told about them stands in their text, and what is none is counted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { articlesIn } from '../../source/ingest/documents.ts';
import { readPaths } from '../../source/ingest/files.ts';
import { kindOfFile, kindOfText } from '../../source/ingest/kinds.ts';

async function read(file: string, content: string | Uint8Array) {
	const told: string[] = [];
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const raws = articlesIn({ file, format: 'text', bytes }, (_, message) => told.push(message));
	return { articles: raws.map((raw) => annotate(raw).article), told };
}

const BODY = [
	'The harbour of Velmora was closed on Tuesday after a barge struck its northern pier, officials said.',
	'“Nobody was hurt, and the pier will be open again within a week,” said Ilse Quandt, who runs the port.',
	'Two ferries were sent to the old quay while divers looked at the damage below the water line.',
];

const page = (head: string, body: string) =>
	`<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const paragraphs = BODY.map((words) => `<p>${words}</p>`).join('\n');

test('a page: its article without what stands around it, and what it tells of itself', async () => {
	const { articles, told } = await read(
		'a.html',
		page(
			`<title>Barge closes harbour | Velmora Gazette</title><link rel="canonical" href="https://example.org/barge">
			<meta property="og:site_name" content="Velmora Gazette"><meta property="article:published_time" content="2025-03-11T09:00:00Z">
			<meta name="author" content="Tomas Reyk"><script>var words = "<p>This is code and no news at all, whatever it says about it.</p>";</script>`,
			`<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><h1>Barge closes harbour</h1>${paragraphs}</main>
			<footer><p>All the rights in the world are reserved by the Velmora Gazette and its many friends.</p></footer>`,
		),
	);
	expect(told).toEqual([]);
	const [article] = articles;
	expect(article).toMatchObject({
		format: 'html',
		headline: 'Barge closes harbour',
		headlineFrom: 'metadata',
		outlet: 'Velmora Gazette',
		byline: 'Tomas Reyk',
		url: 'https://example.org/barge',
		published: { day: '2025-03-11', from: 'metadata', certain: true },
	});
	const words = article?.paragraphs.map(({ start, end }) => article.text.slice(start, end));
	expect(words).toEqual(['Barge closes harbour', ...BODY]);
});

test('the contract’s own articles come back as they were', async () => {
	const text = `---\ntitle: Barge closes harbour\n---\n\n${BODY.join('\n\n')}\n`;
	const [article] = (await read('a.txt', text)).articles;
	const { articles } = await read('export.json', JSON.stringify({ articles: [article] }));
	expect(articles).toEqual([{ ...article, file: 'export.json' }]);
});

test.each([
	{
		title: 'Barge closes harbour',
		text: BODY.join('\n\n'),
		date: '2025-03-11',
		url: 'https://example.org/a',
	},
	{
		headline: 'Barge closes harbour',
		content: paragraphs,
		publishedAt: '2025-03-11T09:00:00Z',
		link: 'https://example.org/a',
	},
	{
		title: 'Barge closes harbour',
		content_text: BODY.join('\n\n'),
		date_published: '2025-03-11',
		url: 'https://example.org/a',
	},
	{
		title: 'Barge closes harbour',
		maintext: BODY.join('\n\n'),
		published: 1741683600,
		source_url: 'https://example.org/a',
	},
])('a record as others keep it: %o', async (record) => {
	const { articles, told } = await read('a.jsonl', `${JSON.stringify(record)}\n`);
	expect(told).toEqual([]);
	expect(articles[0]).toMatchObject({
		headline: 'Barge closes harbour',
		url: 'https://example.org/a',
		published: { day: '2025-03-11' },
	});
	expect(articles[0]?.text).toContain(BODY[1]);
});

test('lines that are no JSON and records without text are counted, the others are read', async () => {
	const good = JSON.stringify({ title: 'Barge closes harbour', text: BODY.join('\n\n') });
	const { articles, told } = await read(
		'a.jsonl',
		`${good}\n{"text": \n\n{"title": "no text"}\n7\n${good}\n`,
	);
	expect(articles.map(({ file }) => file)).toEqual(['a.jsonl#1', 'a.jsonl#6']);
	expect(told).toEqual(['3 entries without an article text; skipped']);
	expect((await read('a.json', '{"text": ')).told).toEqual(['not valid JSON; skipped']);
});

const RECORD = { title: 'Barge closes harbour', text: BODY.join('\n\n') };

test.each([
	['an empty list of its own', { ...RECORD, items: [] }, [RECORD.title]],
	['a list of words', { ...RECORD, data: ['harbours', 'barges'] }, [RECORD.title]],
	[
		'a list of pictures',
		{ ...RECORD, data: { items: [{ url: 'https://example.org/a.png' }] } },
		[RECORD.title],
	],
	[
		'articles in an answer',
		{ status: 'ok', data: { articles: [RECORD, RECORD] } },
		[RECORD.title, RECORD.title],
	],
	['articles under a text on them', { text: 'All the news', articles: [RECORD] }, [RECORD.title]],
])('%s: the articles of a record', async (_, record, headlines) => {
	const { articles, told } = await read('a.json', JSON.stringify(record));
	expect(articles.map(({ headline }) => headline)).toEqual(headlines);
	expect(told).toEqual([]);
});

test.each(['[]', '{"articles":[]}', '{"data":{"items":[]}}', ' \n'])(
	'%j: that nothing is in it is told',
	async (text) => {
		expect(await read('a.json', text)).toEqual({ articles: [], told: ['no articles in it'] });
	},
);

test('a record that deep in records is none', async () => {
	const deep = `${'{"data":'.repeat(5000)}${JSON.stringify([RECORD])}${'}'.repeat(5000)}`;
	expect((await read('a.json', deep)).told).toEqual(['1 entry without an article text; skipped']);
});

test('records whose lines end with CR, and those that hold only a summary', async () => {
	const short = { title: 'Barge', description: BODY[0], url: 'https://example.org/b', date: '2025-03-11' };
	const { articles, told } = await read('a.jsonl', `${JSON.stringify(RECORD)}\r${JSON.stringify(short)}\r`);
	expect(articles.map(({ file }) => file)).toEqual(['a.jsonl#1', 'a.jsonl#2']);
	expect(articles[1]?.text).toContain(BODY[0]);
	expect(told).toEqual(['1 entry with no more than a summary']);
	expect((await read('a.json', JSON.stringify({ ...RECORD, description: 'Short.' }))).told).toEqual([]);
	const settings = { name: 'barge', version: '1.2', description: 'Closes harbours' };
	expect((await read('a.json', JSON.stringify(settings))).articles).toEqual([]);
});

test('no key of a record is more than a name', async () => {
	const record = `{"__proto__": {"text": "stolen"}, "constructor": "x", "title": "Barge", "text": "${BODY[0]}"}`;
	const { articles } = await read('a.json', record);
	expect(articles[0]?.text).toBe(`---\ntitle: "Barge"\n---\n\n${BODY[0]}`);
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(
		(await read('a.json', '{"__proto__": {"text": "stolen words, and many of them"}}')).articles,
	).toEqual([]);
});

test('what is packed is read as what is inside, up to its limit', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'documents-'));
	try {
		writeFileSync(join(folder, 'a.txt.gz'), gzipSync(BODY.join('\n\n')));
		writeFileSync(join(folder, 'b.html.gz'), gzipSync(page('', `<main>${paragraphs}</main>`)));
		writeFileSync(join(folder, 'bomb.txt.gz'), gzipSync(Buffer.alloc(17 * 2 ** 20, 'a')));
		writeFileSync(join(folder, 'torn.txt.gz'), gzipSync(BODY.join('\n\n')).subarray(0, 60));
		const { raws, problems } = await readPaths([folder]);
		expect(raws.map(({ file, format }) => [file, format])).toEqual([
			['a.txt.gz', 'text'],
			['b.html.gz', 'html'],
		]);
		for (const raw of raws) expect(new TextDecoder().decode(raw.bytes)).toBe(BODY.join('\n\n'));
		expect(problems.map(({ file, message }) => [file, message])).toEqual([
			['bomb.txt.gz', 'unpacks to more than 16 MB; skipped'],
			['torn.txt.gz', 'damaged gzip; skipped'],
		]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test.each([
	['a.HTML', 'page'],
	['a.htm.gz', 'page'],
	['a.ndjson', 'lines'],
	['a.json.GZ', 'json'],
	['a.md', 'plain'],
	['a', null],
])('%s is read as %s', (file, kind) => {
	expect(kindOfFile(file)).toBe(kind);
});

test.each([
	['<!DOCTYPE html><p>x', 'page'],
	['\n<?xml version="1.0"?>\n<html>', 'page'],
	['Received: from a\n  by b\nSubject: x\n\nx', 'mail'],
	['{"title": "x", "text": "y"}', 'json'],
	['{"title": "x"}\n{"title": "y"}\n', 'lines'],
	['{ "title": "x" } \n{ "title": "y" }\n', 'lines'],
	['{\n"title": "x"\n}\n', 'json'],
	['[{"title": "x"}]', 'json'],
	['Title: x\nSource: y\n\nx', 'plain'],
	['[Updated] The harbour was closed.', 'plain'],
	['', 'plain'],
])('what begins with %j is read as %s', (text, kind) => {
	expect(kindOfText(text)).toBe(kind);
});

test('without a name that tells, words that only look like JSON stay words', async () => {
	const { articles } = await read('-', `{"Nobody was hurt," said Quandt}\n\n${BODY[0]}`);
	expect(articles[0]?.text).toContain(BODY[0]);
	expect((await read('-', JSON.stringify([{ text: BODY[0] }, { text: BODY[1] }]))).articles).toHaveLength(2);
	expect((await read('-', page('', `<h1>Barge</h1>${paragraphs}`))).articles[0]?.format).toBe('html');
});

const mail = (...lines: readonly string[]) => lines.join('\r\n');

test('a message: who sent it, its subject, its day, its words', async () => {
	const { articles, told } = await read(
		'a.eml',
		mail(
			'From: =?utf-8?Q?Velmora_Gaz=C3=A9tte?= <news@example.org>',
			'Subject: Barge closes',
			'  =?iso-8859-1?B?aGFyYm91cg==?= =?utf-8?Q?_caf=C3=A9?=',
			'Date: Tue, 11 Mar 2025 09:00:00 +0100',
			'Archived-At: <https://example.org/letters/7>',
			'Content-Type: multipart/alternative; boundary="=_b"',
			'',
			'for old readers',
			'--=_b',
			'Content-Type: text/plain; charset=iso-8859-1',
			'Content-Transfer-Encoding: quoted-printable',
			'',
			...BODY.map((words) => `${words.replaceAll('“', '=93').replaceAll('”', '=94')}\r\n`),
			'The caf=E9 at the quay =',
			'stays open for all those who wait for the ferries there.',
			'--=_b',
			'Content-Type: text/html; charset=utf-8',
			'',
			'<p>The same in colours.</p>',
			'--=_b--',
		),
	);
	expect(told).toEqual([]);
	expect(articles[0]).toMatchObject({
		format: 'text',
		headline: 'Barge closes harbour café',
		outlet: 'Velmora Gazétte',
		url: 'https://example.org/letters/7',
		published: { day: '2025-03-11', from: 'metadata' },
	});
	expect(articles[0]?.text).toContain(BODY[1]);
	expect(articles[0]?.text).toContain('The café at the quay stays open');
	expect(articles[0]?.text).not.toContain('colours');
});

test('a message in HTML is read as a page, and one without words is told', async () => {
	const html = Buffer.from(page('', paragraphs)).toString('base64');
	const head = ['From: news@example.org', 'Subject: Barge', 'Content-Type: text/html; charset=utf-8'];
	const { articles } = await read('a.eml', mail(...head, 'Content-Transfer-Encoding: base64', '', html));
	expect(articles[0]).toMatchObject({ format: 'html', headline: 'Barge', outlet: 'news@example.org' });
	expect(articles[0]?.text.endsWith(BODY.join('\n\n'))).toBe(true);
	const empty = await read('a.eml', mail('Subject: x', 'Content-Type: image/png', '', 'aaaa'));
	expect(empty).toEqual({ articles: [], told: ['no text in this message; skipped'] });
});

test('of a message in two forms the one that says much more is read', async () => {
	const link = `https://letters.example.org/${'x'.repeat(300)}`;
	const both = (plain: string, html: string) =>
		mail(
			'From: news@example.org',
			'Subject: Barge',
			'Content-Type: multipart/alternative; boundary=b',
			'',
			...['--b', 'Content-Type: text/plain', '', plain],
			...['--b', 'Content-Type: text/html', '', html, '--b--'],
		);
	const hint = `View this letter in your browser: ${link}\r\n\r\nPlease switch on HTML to read it.`;
	const [letter] = (await read('a.eml', both(hint, page('', paragraphs)))).articles;
	expect(letter?.text.endsWith(BODY.join('\n\n'))).toBe(true);
	const [same] = (await read('a.eml', both(BODY.join('\r\n\r\n'), page('', paragraphs)))).articles;
	expect(same?.format).toBe('text');
});

test('what a page declares is believed of bytes that are no UTF-8', async () => {
	const bytes = (charset: string, byte: number) =>
		Buffer.concat([
			Buffer.from(
				`<meta charset="${charset}"><main><p>The mayor of Velmora, who is called Ilse Quandt and comes from `,
			),
			Uint8Array.of(byte),
			Buffer.from(', opened the new bridge over the river on Monday.</p></main>'),
		]);
	const wordOf = async (charset: string, byte: number) =>
		/from (.), opened/.exec((await read('a.html', bytes(charset, byte))).articles[0]?.text ?? '')?.[1];
	expect(await wordOf('iso-8859-1', 0x92)).toBe('’');
	expect(await wordOf('iso-8859-2', 0xa3)).toBe('Ł');
	expect(await wordOf('utf-8', 0xe9)).toBe('é');
	expect(await wordOf('no-such-thing', 0xe9)).toBe('é');
});

test('a page that a browser saved with its pictures is read as that page, whoever saved it when', async () => {
	const saved = [
		'From: <Saved by Blink>',
		'Snapshot-Content-Location: https://velmora.example/barge',
		'Subject: Barge closes harbour',
		'Date: Fri, 14 Nov 2025 09:00:00 -0000',
		'MIME-Version: 1.0',
		'Content-Type: multipart/related; type="text/html"; boundary="----Saved--b----"',
		'',
		'',
		'------Saved--b----',
		'Content-Type: text/html',
		'Content-Transfer-Encoding: quoted-printable',
		'Content-Location: https://velmora.example/barge',
		'',
		page(
			'<meta name="date" content="2025-03-11"><meta property="og:site_name" content="Velmora Gazette">',
			`<h1>Barge closes harbour</h1>${paragraphs}`,
		).replaceAll('=', '=3D'),
		'------Saved--b----',
		'Content-Type: image/png',
		'Content-Transfer-Encoding: base64',
		'',
		'iVBORw0KGgo=',
		'------Saved--b------',
		'',
	].join('\r\n');
	for (const name of ['a.mhtml', 'a.mht']) {
		const { articles, told } = await read(name, saved);
		expect(told).toEqual([]);
		expect(articles).toMatchObject([
			{ headline: 'Barge closes harbour', outlet: 'Velmora Gazette', published: { day: '2025-03-11' } },
		]);
	}
	expect((await read('a.mhtml', 'From: <Saved by Blink>\r\n\r\nx')).told).toEqual([
		'no article text in this page; skipped',
	]);
});
