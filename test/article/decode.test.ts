/** Bytes → text, once, whatever the bytes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, looksBinary } from '../../source/article/decode.ts';

const TEXT = 'Ilse said “naïve — €5”.\r\nЗавтра\rend\n';
const read = (bytes: Iterable<number>) =>
	decode({ file: 'a.txt', format: 'text', bytes: Uint8Array.from(bytes) });
const utf16 = (text: string, little: boolean) =>
	[...text]
		.flatMap((char) => [...char].flatMap((_, i) => [char.charCodeAt(i)]))
		.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));

test.each([
	['UTF-8', [...Buffer.from(TEXT)]],
	['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from(TEXT)]],
	['UTF-16 LE with a mark', [0xff, 0xfe, ...utf16(TEXT, true)]],
	['UTF-16 BE with a mark', [0xfe, 0xff, ...utf16(TEXT, false)]],
])('%s, line ends as they are', (_, bytes) => {
	expect(read(bytes)).toEqual({ text: TEXT, problems: [] });
});

test.each([true, false])('UTF-16 without a mark (little endian: %s)', (little) => {
	const text = 'A plain English sentence about ferries.';
	expect(read(utf16(text, little)).text).toBe(text);
});

test('windows-1252 keeps its curly quotes, and says so', () => {
	const { text, problems } = read([0x93, 0x48, 0x69, 0x94, 0x20, 0x97, 0x20, 0x80, 0x35, 0x20, 0xe9]);
	expect(text).toBe('“Hi” — €5 é');
	expect(problems).toHaveLength(1);
});

test('UTF-8 with a damaged byte stays UTF-8, and says so', () => {
	const { text, problems } = read([...Buffer.from('“naïve” — “ça”'), 0xff]);
	expect(text).toBe('“naïve” — “ça”\ufffd');
	expect(problems).toHaveLength(1);
});

test('NUL and escapes stay: only the terminal filters them', () => {
	expect(read([0x61, 0, 0x1b, 0x5b, 0x33, 0x31, 0x6d]).text).toBe('a\u0000\u001b[31m');
});

test('what is not text is told from what is', () => {
	expect(looksBinary(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255))).toBe(true);
	expect(
		looksBinary(
			Buffer.from(
				'\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0001\u0000\u0000\u0000',
				'latin1',
			),
		),
	).toBe(true);
	expect(looksBinary(Buffer.from(TEXT))).toBe(false);
	expect(looksBinary(Uint8Array.from([0xff, 0xfe, ...utf16(TEXT, true)]))).toBe(false);
	expect(looksBinary(new Uint8Array())).toBe(false);
});

test('any bytes give text without throwing; any text comes back', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof read(bytes).text === 'string'));
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(read(Buffer.from(`${text} and so on, in plain English`)).text).toBe(
				`${text.replace(/^\ufeff/, '')} and so on, in plain English`,
			);
		}),
	);
});
