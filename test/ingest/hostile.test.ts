/** Pages, messages and records that somebody made to break a reader: none throws, none hangs, none gets anything run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { articlesIn } from '../../source/ingest/documents.ts';
import { readPaths } from '../../source/ingest/files.ts';
import { readMail } from '../../source/ingest/mail.ts';
import { readPage } from '../../source/ingest/page.ts';
import { plainArticles } from '../../source/output/lists.ts';
import { markdownDigest } from '../../source/output/markdown.ts';
import { plainDigest } from '../../source/output/plain.ts';
import { warmCache } from '../warm.ts';

const WORDS =
	'The harbour of Velmora was closed on Tuesday after a barge struck its northern pier, officials said.';
const PARAGRAPH = `<p>${WORDS}</p>`;
const many = (count: number, part: string | ((i: number) => string)) =>
	typeof part === 'string' ? part.repeat(count) : Array.from({ length: count }, (_, i) => part(i)).join('');

/** Each page, and whether its article can still be read. */
const PAGES: readonly (readonly [what: string, page: string, read: boolean])[] = [
	['elements in elements', many(50_000, '<div>') + PARAGRAPH, false],
	['elements in elements, closed', many(1500, '<div>') + PARAGRAPH + many(1500, '</div>'), true],
	['elements that are never closed', PARAGRAPH + many(40_000, '<b><i>a '), true],
	['a list that is never closed', many(3000, '<li>one') + PARAGRAPH, true],
	['what closes nothing', many(300_000, '</b>') + PARAGRAPH, false],
	['what closes nothing, deep', many(1900, '<div>') + many(50_000, '</b>') + PARAGRAPH, true],
	['attributes', `<div ${many(50_000, (i) => `a${i}=b `)}>${PARAGRAPH}</div>`, true],
	['one long attribute', `<div class="${many(200_000, 'nav ')}">${PARAGRAPH}</div>`, true],
	['forms in forms', many(5000, '<form><p>') + PARAGRAPH, false],
	['entities', many(50_000, '&amp') + PARAGRAPH, true],
	['characters that are none', `<p>${many(1000, '&#0;&#xD800;&#x110000;&#27;')}</p>${PARAGRAPH}`, true],
	['a comment without end', `${PARAGRAPH}<!--${many(100_000, '<p>')}`, true],
	['a script without end', `${PARAGRAPH}<script>${many(100_000, '<p>')}`, true],
	['less-than signs', PARAGRAPH + many(1_000_000, '<'), true],
	['a tag without end', `${PARAGRAPH}<a ${many(300_000, 'b=" ')}`, true],
	['white space', PARAGRAPH + many(1_000_000, ' \n'), true],
	[
		'quotation marks in a script of data',
		`<script type="application/ld+json">${many(100_000, '{"@graph":[')}</script>${PARAGRAPH}`,
		true,
	],
	['dates', many(4000, '<time class="date">12. März 2025 </time>') + PARAGRAPH, true],
	['headings', many(4000, '<h1>Velmora</h1>') + PARAGRAPH, true],
	['one long line', `<p>${many(10_000, `${WORDS} `)}</p>`, true],
];

test.each(PAGES)('%s', (_, page, read) => {
	const { body } = readPage(page);
	if (read) expect(body).toContain(WORDS);
});

test('a page that breaks a limit says so', async () => {
	const told: string[] = [];
	const bytes = Buffer.from(PARAGRAPH + many(70_000, '<hr>'));
	const raws = articlesIn({ file: 'a.html', format: 'html', bytes }, (_, message) => told.push(message));
	expect(raws).toHaveLength(1);
	expect(told).toEqual(['nested too deeply or too many elements; only the beginning was read']);
});

test('nothing of a page runs, nothing of its scripts and styles is read', () => {
	const page = `<script>globalThis.stolen = 1; document.write("<p>${WORDS}</p>")</script>
		<style>p::after { content: "${WORDS}" }</style><img src=x onerror="globalThis.stolen = 1">
		<iframe srcdoc="<p>${WORDS}</p>"></iframe><template><p>${WORDS}</p></template>
		<p onclick="globalThis.stolen = 1">Two ferries were sent to the old quay while divers looked at the damage there.</p>`;
	expect(readPage(page).body).toBe(
		'Two ferries were sent to the old quay while divers looked at the damage there.',
	);
	expect('stolen' in globalThis).toBe(false);
});

test('names that JavaScript has a use for are names of attributes, elements and keys like any other', async () => {
	const page = `<div __proto__="x" constructor="y" hasownproperty="z"><constructor>${PARAGRAPH}</constructor></div>
		<script type="application/ld+json">{"__proto__": {"headline": "stolen"}, "@type": "NewsArticle", "constructor": "x"}</script>`;
	const { told, body } = readPage(page);
	expect(body).toBe(WORDS);
	expect(told.title).toBeNull();
	expect(Object.keys(Object.prototype)).toEqual([]);
});

/** Messages. */
const nested = (depth: number): string =>
	depth === 0
		? `Content-Type: text/plain\n\n${WORDS}\n`
		: `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n${nested(depth - 1)}--b${depth}--\n`;

test.each([
	['parts in parts', nested(5), true],
	['parts in parts, too deep', nested(500), false],
	['parts side by side', `Content-Type: multipart/mixed; boundary=b\n\n${many(50_000, '--b\n\nx\n')}`, true],
	['no end of the head', many(100_000, 'A: b\n'), false],
	['one line that goes on', `Subject: a\n${many(20_000, ' b\n')}\n${WORDS}`, true],
	['a mark that is nowhere', 'Content-Type: multipart/mixed; boundary=b\n\nwords', false],
	['words in marks', `Subject: ${many(5000, '=?utf-8?Q?a?= ')}\n\n${WORDS}`, true],
	['what is no base64', `Content-Transfer-Encoding: base64\n\n${many(50_000, '!!!!')}`, false],
])('a message with %s', (_, message, read) => {
	const { plain } = readMail(Buffer.from(message));
	if (read) expect(plain).not.toBeNull();
});

/** Front matter and records. */
const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${many(8, (i) => `${'bcdefghi'[i]}: &${'bcdefghi'[i]} [${many(9, `*${'abcdefgh'[i]}, `)}]\n`)}`;

test.each([
	['aliases that unfold', `---\n${BOMB}title: *i\n---\n\n${WORDS}`],
	['code for front matter', `---js\nglobalThis.stolen = 1\n---\n\n${WORDS}`],
	['a tag that makes objects', `---\ntitle: !!js/function "globalThis.stolen = 1"\n---\n\n${WORDS}`],
	['front matter without end', `---\ntitle: a\n\n${WORDS}`],
	['keys of every object', `---\n__proto__: a\nconstructor: b\n---\n\n${WORDS}`],
	['a day that is none', `---\ndate: 2025-02-31\n---\n\n${WORDS}`],
])('%s', (_, text) => {
	for (const format of ['text', 'markdown'] as const) {
		const { article } = annotate({ file: 'a', format, bytes: Buffer.from(text) });
		expect(article.paragraphs.map(({ start, end }) => article.text.slice(start, end))).toContain(WORDS);
		expect(article.published).toBeNull();
	}
	expect('stolen' in globalThis).toBe(false);
});

test.each([
	['lists in lists', many(200_000, '[')],
	['objects in objects', many(100_000, '{"a":')],
	['no articles', many(1000, '1\n')],
	['texts that are none', '[{"text": 1}, {"text": null}, {"text": {"text": "x"}}, {"text": []}, []]'],
])('records: %s', async (_, text) => {
	for (const file of ['a.json', 'a.jsonl']) {
		const told: string[] = [];
		const bytes = Buffer.from(text);
		expect(articlesIn({ file, format: 'text', bytes }, (_, message) => told.push(message))).toEqual([]);
		expect(told).toHaveLength(1);
	}
});

/** Anything at all. `FUZZ=1000000 npx vitest run test/ingest/hostile.test.ts` is for a night. */
const RUNS = Number(process.env.FUZZ ?? 300);

const scraps = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'<p>',
				'</p>',
				'<div class="',
				'">',
				'<!--',
				'-->',
				'<script>',
				'</script>',
				'<h1>',
				'<time datetime="2025-03-11">',
				'<script type="application/ld+json">{"@type":"Article",',
				'"headline":',
				'&#x',
				'&amp;',
				'<br>',
				'<blockquote>',
				'<table><td>',
				'\n--b\n',
				'Content-Type: multipart/mixed; boundary=b\n',
				'Subject: =?utf-8?B?',
				'?=',
				'\n\n',
				'---\n',
				'title: ',
				'\u001b]0;x\u0007',
				'\u0000',
				`${WORDS} `,
				'“No,” said Ilse Quandt. ',
				'[{"text":"',
				'"}]',
				'März',
				'12. ',
				' 2025',
			),
			fc.string({ unit: 'binary', maxLength: 8 }),
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(''));

test(
	'of anything an article is made or it is told why not, and what is found stands in it',
	async () => {
		await fc.assert(
			fc.asyncProperty(
				scraps,
				fc.constantFrom('html', 'eml', 'json', 'jsonl', 'txt', 'md', ''),
				async (text, ending) => {
					const told: string[] = [];
					const file = ending === '' ? '-' : `a.${ending}`;
					const raws = articlesIn({ file, format: 'text', bytes: Buffer.from(text) }, (_, message) =>
						told.push(message),
					);
					expect(raws.length + told.length).toBeGreaterThan(0);
					for (const raw of raws) {
						const { article } = annotate(raw);
						for (const { start, end } of [...article.paragraphs, ...article.removed, ...article.sentences])
							expect(0 <= start && start <= end && end <= article.text.length).toBe(true);
					}
				},
			),
			{ numRuns: RUNS },
		);
	},
	5000 + 50 * RUNS,
);

test('nothing that a page, a message or a file name holds moves a terminal', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u0000';
	try {
		writeFileSync(
			join(folder, `page\u001b[2J\n.html`),
			`<title>${evil}</title><meta property="og:site_name" content="&#27;[2J${evil}"><meta name="author" content="${evil}">
			<h1>Barge&#27;]0;owned&#7; closes ${evil} harbour</h1>${PARAGRAPH}<p>“Nobody ${evil} was hurt,” said Ilse Quandt&#155;31m.</p>`,
		);
		writeFileSync(
			join(folder, 'mail.eml'),
			`From: ${evil} <a@example.org>\nSubject: ${evil}\n\n${WORDS}${evil}\n`,
		);
		writeFileSync(
			join(folder, 'a.json'),
			JSON.stringify([{ title: evil, source: evil, text: WORDS }, { title: evil }]),
		);
		writeFileSync(join(folder, 'bad\u001b[2J.json'), '{');
		const { raws, problems } = await readPaths([folder]);
		const data = digest(raws.map(annotate), problems);
		const program = resolve(import.meta.dirname, '../../dist/cli.js');
		for (const printed of [
			plainDigest(data, { columns: 80 }),
			markdownDigest(data),
			plainArticles(data.articles, data, 80),
			execFileSync(process.execPath, [program, 'quotes', '--in', folder], {
				encoding: 'utf8',
				env: { ...process.env, XDG_CACHE_HOME: warmCache() },
			}),
		]) {
			expect(printed).toMatch(/Barge|Quandt/);
			expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}, 30_000);
