/**
 * A folder of everything that may lie in one to break a reader, each file beside an honest one. Of a case either its
 * sentence is read, or it is told by a reason why not; both stand here, so that the table is the list of what is tried.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Case {
	readonly what: string;
	/** Below the folder; bytes where it is no UTF-8. */
	readonly file: string | Buffer;
	/** What is in it, with the sentence of the case put for `$`; or what makes it. */
	readonly content: string | Uint8Array | ((path: string) => void);
	/** Its sentence is read, word for word; or the reason why not; or neither, as of an empty file. */
	readonly is: 'read' | 'silent' | RegExp;
	/** Such a thing is not on every system, or not for every user. */
	readonly only?: 'unix' | 'not root';
}

const many = (count: number, part: string) => part.repeat(count);
const range = (count: number, part: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => part(i)).join('');

/** Sequences that move, paint, name, ask or overwrite; C1 forms; bidi; what nobody sees. */
export const EVIL = [
	'\u001b[2J\u001b[H',
	'\u001b[31;1m',
	'\u001b]0;owned\u0007',
	'\u001b]8;;https://evil.example/\u001b\\',
	'\u001b]52;c;b3duZWQ=\u0007',
	'\u001bP+q544e\u001b\\',
	'\u001b_G;\u001b\\',
	'\u001bc',
	'\u009b2J',
	'\u009d0;owned\u009c',
	'\u0090q\u009c',
	'\u0085',
	'\u202e\u202d\u2066\u2069\u061c',
	'\u200b\u2060\ufeff\u00ad',
	'\u0000\u0007\u0008\u000b\u000c\u007f',
	'\r',
	'\ud800',
].join('x');

const page = (body: string, head = '') =>
	`<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const HALF = 'words and words, none of them alike: 1 2 3 4 5 6 7';
const packed = (bytes: Uint8Array) => (path: string) => writeFileSync(path, gzipSync(bytes));

const aliases = (count: number) =>
	`a0: &a0 [x, x, x, x, x, x, x, x, x]\n${range(count, (i) => `a${i + 1}: &a${i + 1} [${many(8, `*a${i}, `)}*a${i}]\n`)}`;

export const CASES: readonly Case[] = [
	// What is no file, or leads elsewhere.
	{ what: 'a pipe', file: 'pipe.txt', content: fifo, is: /not a regular file/, only: 'unix' },
	...range4('more pipes than there are threads', fifo),
	{ what: 'a link to a device', file: 'zero.txt', content: to('/dev/zero'), is: /leads out/, only: 'unix' },
	{ what: 'a link to a terminal', file: 'tty.txt', content: to('/dev/tty'), is: /leads out/, only: 'unix' },
	{
		what: 'a link to itself',
		file: 'self.txt',
		content: to('self.txt'),
		is: /leads out|nowhere/,
		only: 'unix',
	},
	{ what: 'a link to its own folder', file: 'loop', content: to('.'), is: 'silent', only: 'unix' },
	{ what: 'a link to the root', file: 'root', content: to('/'), is: /leads out/, only: 'unix' },
	{
		what: 'a link out of the folder',
		file: 'out.txt',
		content: to('/etc/hostname'),
		is: /leads out/,
		only: 'unix',
	},
	{ what: 'a link upwards', file: 'up', content: to('../..'), is: /leads out/, only: 'unix' },
	{
		what: 'a link to nothing',
		file: 'none.txt',
		content: to('no-such-file'),
		is: /leads out|nowhere/,
		only: 'unix',
	},
	{
		what: 'a file that may not be read',
		file: 'closed.txt',
		content: (path) => {
			writeFileSync(path, 'x');
			chmodSync(path, 0);
		},
		is: /not allowed/,
		only: 'not root',
	},
	{
		what: 'a folder that may not be read',
		file: 'shut',
		content: (path) => {
			mkdirSync(path);
			chmodSync(path, 0);
		},
		is: /not allowed/,
		only: 'not root',
	},
	{ what: 'a folder with the name of a file', file: 'folder.txt/a.txt', content: '$', is: 'read' },

	// Names.
	{
		what: 'a name that is not UTF-8',
		file: Buffer.from('bad\xff.txt', 'latin1'),
		content: '$',
		is: /not valid UTF-8/,
		only: 'unix',
	},
	{ what: 'a name with a line feed', file: 'two\nlines.txt', content: '$', is: 'read', only: 'unix' },
	{
		what: 'a name that clears the screen',
		file: 'clear\u001b[2J.txt',
		content: '$',
		is: 'read',
		only: 'unix',
	},
	{
		what: 'a name with C1 and bidi',
		file: 'c1\u009b31m\u202etxt.txt',
		content: '$',
		is: 'read',
		only: 'unix',
	},
	{ what: 'a name that looks like a flag', file: '--help.txt', content: '$', is: 'read' },
	{ what: 'a name that looks like standard input', file: '-.txt', content: '$', is: 'read' },
	{ what: 'a name of 250 characters', file: `${many(246, 'n')}.txt`, content: '$', is: 'read' },
	{ what: 'a name of Windows', file: 'CON.txt', content: '$', is: 'read', only: 'unix' },
	{ what: 'a name that every object has', file: '__proto__.txt', content: '$', is: 'read' },
	{ what: 'a name with marks', file: 'a#1%2e%2e\\..txt', content: '$', is: 'read', only: 'unix' },
	{ what: 'a path of 60 folders', file: `${many(60, 'd/')}a.txt`, content: '$', is: 'read' },
	{ what: 'a path of 70 folders', file: `${many(70, 'e/')}a.txt`, content: '$', is: /nested too deeply/ },

	// Sizes.
	{ what: 'nothing', file: 'empty.txt', content: '', is: 'silent' },
	{ what: 'no page', file: 'empty.html', content: '', is: /no article text/ },
	{ what: 'no message', file: 'empty.eml', content: '', is: /no text in this message/ },
	{ what: 'no record', file: 'empty.json', content: '', is: 'silent' },
	{ what: 'no packed file', file: 'empty.txt.gz', content: '', is: 'silent' },
	{
		what: 'a gigabyte',
		file: 'gigabyte.txt',
		content: (path) => {
			writeFileSync(path, 'x');
			truncateSync(path, 2 ** 30);
		},
		is: /larger than 16 MB/,
	},
	{
		what: 'a long line',
		file: 'line.txt',
		content: `$ ${many(1000, 'All is well. ')}`,
		is: 'read',
	},
	{ what: 'nothing but line feeds', file: 'feeds.txt', content: `$${many(100_000, '\n')}`, is: 'read' },
	{
		what: 'nothing but spaces',
		file: 'spaces.txt',
		content: `$${many(200_000, ' ')}\n\nAll is well.`,
		is: 'read',
	},

	// Bytes.
	{ what: 'zeros', file: 'zeros.txt', content: Buffer.alloc(5000), is: /not text/ },
	{
		what: 'a picture',
		file: 'picture.txt',
		content: Buffer.from(
			range(4000, (i) => String.fromCharCode((i * 7919) & 255)),
			'latin1',
		),
		is: /not text/,
	},
	{ what: 'some zeros', file: 'nul.txt', content: 'Harbour\0 news\0\n\n$', is: 'read' },
	{
		what: 'carriage returns alone',
		file: 'cr.txt',
		content: 'Harbour news\r\r$\r\rThe end of it.\r',
		is: 'read',
	},
	{
		what: 'line separators of Unicode',
		file: 'u2028.txt',
		content: 'Harbour news\u2029$\u2028All is well.\u0085More of it.',
		is: 'read',
	},
	{
		what: 'bytes that are no UTF-8',
		file: 'invalid.txt',
		content: Buffer.concat([
			Buffer.from('Harbour news: caf\xe9 \xff\xfe\xc0\x80\n\n', 'latin1'),
			Buffer.from('$'),
		]),
		is: 'read',
	},
	{
		what: 'surrogates in UTF-8',
		file: 'cesu.txt',
		content: Buffer.concat([Buffer.from([0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80, 10, 10]), Buffer.from('$')]),
		is: 'read',
	},
	{
		what: 'UTF-16 with its mark',
		file: 'utf16-bom.txt',
		content: utf16('\ufeffHarbour news\n\n$'),
		is: 'read',
	},
	{ what: 'UTF-16 without', file: 'utf16.txt', content: utf16('Harbour news\n\n$'), is: 'read' },
	{
		what: 'UTF-16 the other way round',
		file: 'utf16-be.txt',
		content: utf16('\ufeffHarbour news\n\n$').swap16(),
		is: 'read',
	},
	{
		what: 'half a unit of UTF-16',
		file: 'utf16-odd.txt',
		content: Buffer.concat([utf16('\ufeffHarbour news\n\n$'), Buffer.from([0x41])]),
		is: 'read',
	},
	{
		what: 'a page that lies about its charset',
		file: 'lies.html',
		content: page(
			'<p>$</p><p>Das Meer ist ruhig, sagte man dort überall an den Kais und Molen.</p>',
			'<meta charset="utf-16">',
		),
		is: 'read',
	},
	{
		what: 'a charset that nobody has',
		file: 'unheard.html',
		content: Buffer.from(
			page(
				'<p>$</p><p>Caf\xe9 owners were told by letter that the quay is closed until June.</p>',
				'<meta charset="x-klingon">',
			),
			'latin1',
		),
		is: 'read',
	},
	{
		what: 'a charset that eats ASCII',
		file: 'utf7.html',
		content: page(
			'<p>$</p><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- was what the notice on the quay said.</p>',
			'<meta charset="utf-7">',
		),
		is: 'read',
	},

	// What a terminal obeys.
	{
		what: 'escapes in a text',
		file: 'escapes.txt',
		content: `Harbour ${EVIL} news\n\n$ “Nobody ${EVIL} was hurt,” said ${EVIL} Ilse Quandt.`,
		is: 'read',
	},
	{
		what: 'escapes in Markdown',
		file: 'escapes.md',
		content: `---\ntitle: "a\\e[2J\\x9b31m\\0b"\nsource: "\\e]0;owned\\a"\nauthor: "\\u202Eevil"\nurl: "https://example.org/\\e[2J"\n---\n\n# Harbour ${EVIL} news\n\n$`,
		is: 'read',
	},
	{
		what: 'escapes in a page',
		file: 'escapes.html',
		content: page(
			`<h1>Harbour &#27;[2J&#155;31m&#x202e;${EVIL} news</h1><p>$ It was ${EVIL} quiet&#27;]0;owned&#7; there.</p>`,
			`<title>${EVIL}</title><meta name="author" content="&#27;[2J${EVIL}"><meta property="og:site_name" content="${EVIL}">`,
		),
		is: 'read',
	},
	{
		what: 'escapes in a message',
		file: 'escapes.eml',
		content: `From: ${EVIL.replaceAll('\r', '')} <a@example.org>\nSubject: =?utf-8?B?${Buffer.from(EVIL).toString('base64')}?=\nDate: ${EVIL.replaceAll('\r', '')}\n\n$ ${EVIL}`,
		is: 'read',
	},
	{
		what: 'escapes in a record',
		file: 'escapes.json',
		content: (path) =>
			writeFileSync(
				path,
				JSON.stringify({
					title: EVIL,
					source: EVIL,
					author: EVIL,
					date: EVIL,
					url: `https://example.org/${EVIL}`,
					text: sentenceOf('escapes.json'),
				}),
			),
		is: 'read',
	},
	{
		what: 'escapes that never end',
		file: 'unended.txt',
		content: `Harbour \u001b]0;news\n\n\u001bP$`,
		is: 'read',
	},
	{
		what: 'five thousand marks on a letter',
		file: 'marks.txt',
		content: `Harbour${many(5000, '\u0301')} news\n\n$ a${many(5000, '\u0489')}`,
		is: 'read',
	},
	{
		what: 'words of no width',
		file: 'width.txt',
		content: `${many(3000, '\u200d')}\n\n$ ${many(3000, '\u200b')}`,
		is: 'read',
	},
	{
		what: 'a family of a thousand',
		file: 'family.txt',
		content: `$ ${many(1000, '\u{1f468}\u200d')} came.`,
		is: 'read',
	},

	// Pages.
	{
		what: 'elements in elements',
		file: 'deep.html',
		content: page(`<p>$</p>${many(50_000, '<div>')}`),
		is: 'read',
	},
	{
		what: 'elements never closed',
		file: 'unclosed.html',
		content: page(`<p>$</p>${many(20_000, '<b><i>')}`),
		is: 'read',
	},
	{
		what: '50,000 attributes',
		file: 'attributes.html',
		content: page(`<div ${range(50_000, (i) => `a${i}=b `)}><p>$</p></div>`),
		is: 'read',
	},
	{
		what: 'entities',
		file: 'entities.html',
		content: page(`<p>$</p>${many(100_000, '&amp;&lt')}&#xFFFFFFFF;&#0;&#xd800;`),
		is: 'read',
	},
	{
		what: 'entities that unfold',
		file: 'laughs.html',
		content: `<!DOCTYPE html [<!ENTITY a "ha">${range(12, (i) => `<!ENTITY b${i} "${many(10, i === 0 ? '&a;' : `&b${i - 1};`)}">`)}]><html><body><p>$ &b11;</p></body></html>`,
		is: 'read',
	},
	{
		what: 'an entity that reads files',
		file: 'xxe.html',
		content:
			'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>$ &x;</p></body></html>',
		is: 'read',
	},
	{
		what: 'frames, scripts and pictures',
		file: 'active.html',
		content: page(
			'<p>$</p><script>while(true);</script><img src="file:///dev/zero"><iframe src="file:///dev/zero"></iframe><object data="/dev/zero"></object>',
			'<meta http-equiv="refresh" content="0;url=file:///dev/zero"><link rel="stylesheet" href="file:///dev/zero"><base href="file:///">',
		),
		is: 'read',
	},
	{
		what: 'data of machines in data',
		file: 'json-ld.html',
		content: page(
			'<p>$</p>',
			`<script type="application/ld+json">${many(20_000, '{"@graph":[')}</script><script type="application/ld+json">{"__proto__":{"headline":"stolen"},"@type":["NewsArticle"],"headline":{"name":{"name":[]}},"datePublished":[[[]]]}</script>`,
		),
		is: 'read',
	},

	// Packed.
	{
		what: 'a bomb of gzip',
		file: 'bomb.txt.gz',
		content: packed(Buffer.alloc(40 * 2 ** 20)),
		is: /unpacks to more/,
	},
	{
		what: 'gzip in gzip',
		file: 'twice.txt.gz',
		content: packed(gzipSync(Buffer.from(range(9000, (i) => String(i * i))))),
		is: /not text/,
	},
	{
		what: 'half a gzip',
		file: 'half.txt.gz',
		content: (path) => writeFileSync(path, gzipSync(HALF).subarray(0, 40)),
		is: /damaged/,
	},
	{ what: 'gzip that is none', file: 'none.txt.gz', content: '$', is: 'read' },

	// Front matter.
	{
		what: 'aliases that unfold',
		file: 'aliases.md',
		content: `---\n${aliases(9)}title: *a9\n---\n\n$`,
		is: 'read',
	},
	{ what: 'an alias of itself', file: 'round.md', content: '---\ntitle: &a [*a]\n---\n\n$', is: 'read' },
	{ what: 'code', file: 'code.md', content: '---js\nprocess.exit(99)\n---\n\n$', is: 'read' },
	{
		what: 'a tag that runs',
		file: 'tag.md',
		content: '---\ntitle: !!js/function "function(){process.exit(99)}"\n---\n\n$',
		is: 'read',
	},
	{ what: 'front matter without end', file: 'open.md', content: '---\ntitle: a\n\n$', is: 'read' },
	{
		what: 'front matter without end, long',
		file: 'open-long.md',
		content: `---\n${many(5000, 'a: b\n')}\n$`,
		is: 'read',
	},
	{
		what: 'lists in lists',
		file: 'lists.md',
		content: `---\ntitle: ${many(9000, '[')}\n---\n\n$`,
		is: 'read',
	},
	{
		what: 'keys that every object has',
		file: 'proto.md',
		content: '---\n__proto__: {title: stolen}\nconstructor: x\ntoString: y\n---\n\n$',
		is: 'read',
	},
	{ what: 'days that are none', file: 'days.md', content: '---\ndate: 2025-02-31\n---\n\n$', is: 'read' },
	{
		what: 'a day beyond all',
		file: 'late.md',
		content: '---\ndate: 99999-99-99T99:99:99+99:99\n---\n\n$',
		is: 'read',
	},
	{
		what: 'a title that leads upwards',
		file: 'upwards.md',
		content: '---\ntitle: ../../../../etc/passwd\nsource: ../..\n---\n\n$',
		is: 'read',
	},

	// Records.
	{
		what: 'lists in lists of a record',
		file: 'deep.json',
		content: many(100_000, '['),
		is: /not valid JSON/,
	},
	{
		what: 'closed lists in lists',
		file: 'deep2.json',
		content: many(5000, '[') + many(5000, ']'),
		is: /without an article text/,
	},
	{
		what: 'keys of every object in a record',
		file: 'proto.json',
		content:
			'{"__proto__": {"title": "stolen", "text": "stolen"}, "constructor": {"prototype": {"text": "stolen"}}, "text": "$"}',
		is: 'read',
	},
	{
		what: 'numbers beyond all',
		file: 'numbers.json',
		content: '{"date": 1e308, "title": 1e999, "text": "$"}',
		is: 'read',
	},
	{
		what: 'broken lines among good ones',
		file: 'lines.jsonl',
		content: '{"text": "\n{"text": "$"}\n\u0000\n[]\n',
		is: 'read',
	},

	// Messages.
	{
		what: 'parts in parts',
		file: 'parts.eml',
		content: `Content-Type: multipart/mixed; boundary=a\n\n${many(3000, '--a\nContent-Type: multipart/mixed; boundary=a\n\n')}`,
		is: /no text in this message/,
	},
	{
		what: 'a mark of patterns',
		file: 'pattern.eml',
		content: 'Content-Type: multipart/mixed; boundary="(a+)+$[\\"\n\n--(a+)+$[\\\n\n$\n--(a+)+$[\\--\n',
		is: 'silent',
	},
	{
		what: 'a head without end',
		file: 'head.eml',
		content: `Subject: ${many(20_000, 'a\n ')}`,
		is: /no text in this message/,
	},
	{
		what: 'an attachment that is all',
		file: 'attached.eml',
		content: 'Content-Type: text/html\nContent-Disposition: attachment; filename="../../x.html"\n\n<p>$</p>',
		is: /no text in this message/,
	},

	// Texts that make searches run in circles.
	...(
		[
			['opening marks', '“'],
			['straight marks', '"'],
			['single marks', '‘’'],
			['capitals', 'Abc '],
			['dashes', '— '],
			['brackets', '([{'],
			['dates', '1/2/3-'],
			['commas', 'a, '],
			['points', '. '],
			['said', 'he said '],
			['colons', 'A: '],
		] as const
	).map(
		([what, piece]): Case => ({
			what: `nothing but ${what}`,
			file: `circles-${what}.txt`,
			content: `$\n\n${many(Math.ceil(2500 / piece.length), piece)}`,
			is: 'read',
		}),
	),
];

/** What a case says, and no other; straight marks would be escaped in records. */
export const sentenceOf = (file: string | Buffer) =>
	`The ${wordOf(file)} quay of Velmora stays shut until the divers have looked at all of its northern piers.`;

/** Letters alone, so that no stage takes a part of it for anything. */
const wordOf = (file: string | Buffer) => {
	let sum = 7;
	for (const byte of Buffer.from(file as Buffer)) sum = (sum * 31 + byte) % 0x7fffffff;
	return [...sum.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
};

/** Makes them all below `folder`, each beside an honest file. */
export function makeHostile(folder: string, cases: readonly Case[]): void {
	for (const { file, content } of cases) {
		const path =
			typeof file === 'string' ? join(folder, file) : Buffer.concat([Buffer.from(`${folder}/`), file]);
		if (typeof path === 'string') mkdirSync(dirname(path), { recursive: true });
		if (typeof content === 'function') content(path as string);
		else writeFileSync(path, filled(content, sentenceOf(file)));
	}
}

/** `$`, in UTF-8 or UTF-16 of either order, is where the sentence goes. */
function filled(content: string | Uint8Array, sentence: string): string | Uint8Array {
	if (typeof content === 'string') return content.replaceAll('$', () => sentence);
	const bytes = Buffer.from(content);
	const big = bytes[0] === 0xfe && bytes[1] === 0xff;
	const wide = Buffer.from(sentence, 'utf16le');
	for (const [sign, words] of [
		[Buffer.from('\0$'), big ? wide.swap16() : null],
		[Buffer.from('$\0'), wide],
		[Buffer.from('$'), Buffer.from(sentence)],
	] as const) {
		const at = words === null || !big === (sign[0] === 0) ? -1 : bytes.indexOf(sign);
		if (words && at >= 0)
			return Buffer.concat([bytes.subarray(0, at), words, bytes.subarray(at + sign.length)]);
	}
	return bytes;
}

function fifo(path: string): void {
	execFileSync('mkfifo', [path]);
}

function to(target: string): (path: string) => void {
	return (path) => symlinkSync(target, path);
}

function range4(what: string, content: Case['content']): Case[] {
	return ['1', '2', '3', '4'].map((i) => ({
		what,
		file: `pipe${i}.md`,
		content,
		is: /not a regular file/,
		only: 'unix' as const,
	}));
}
