/** Bytes → text, once. Everything after this stage counts in the units of the text made here. */
import type { Problem, RawArticle } from '../types.ts';

/** Above this no engine is sure to hold the text in one string. Ingest refuses such files long before. */
const LARGEST = 1 << 28;

/** What windows-1252 has at 0x80–0x9F. By hand: Node 20's decoder gives control characters for the curly quotes. */
const WINDOWS_1252 =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** What browsers read as windows-1252, whatever it is called. */
const WESTERN = /^(?:windows-?1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/i;

/**
 * Reads BOM, UTF-8, UTF-16 in both orders, what the document declares, else windows-1252. A declaration is believed
 * only of bytes that are not UTF-8 anyway: pages lie. Line ends stay as they are; a leading BOM is dropped.
 */
export function decode(
	raw: RawArticle,
	declared: string | null = null,
): { readonly text: string; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const tell = (message: string) => problems.push({ file: raw.file, line: null, stage: 'decode', message });
	let bytes = raw.bytes;
	if (bytes.length > LARGEST) {
		tell(`only the first ${LARGEST / 2 ** 20} MB were read`);
		bytes = bytes.subarray(0, LARGEST);
	}
	const wide = wideOrder(bytes);
	if (wide) {
		const text = fromUtf16(bytes, wide);
		if (text.includes('\ufffd')) tell('some of the UTF-16 text is damaged and shown as \ufffd');
		return { text, problems };
	}
	const text = fromUtf8(bytes);
	if (text !== null) return { text, problems };
	// Damaged UTF-8 is told from an older encoding by its many well-formed characters beyond ASCII.
	const { good, bad } = countUtf8(bytes);
	if (good > 2 * bad) {
		tell(`${bad} byte${bad === 1 ? '' : 's'} not valid UTF-8, shown as \ufffd`);
		return { text: new TextDecoder('utf-8').decode(bytes), problems };
	}
	if (declared !== null && WESTERN.test(declared)) return { text: fromWindows1252(bytes), problems };
	const told = declared === null ? null : fromDeclared(bytes, declared);
	if (told !== null) return { text: told, problems };
	tell('not valid UTF-8; read as windows-1252');
	return { text: fromWindows1252(bytes), problems };
}

/** True for what is surely no text: pictures, archives, programs. Looks at the first 8 KB only. */
export function looksBinary(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, 8192);
	if (head.length === 0 || wideOrder(head)) return false;
	let controls = 0;
	for (const byte of head) {
		if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
	}
	return controls > Math.max(4, head.length / 20);
}

/** The byte order of UTF-16, told by its mark, or by zeros that stand on one side of nearly every pair. */
function wideOrder(bytes: Uint8Array): 'little' | 'big' | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
	const pairs = Math.min(bytes.length, 4096) >> 1;
	if (pairs < 8) return null;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < pairs; i++) {
		if (bytes[2 * i] === 0) even++;
		if (bytes[2 * i + 1] === 0) odd++;
	}
	if (odd > 0.6 * pairs && even < 0.05 * pairs) return 'little';
	if (even > 0.6 * pairs && odd < 0.05 * pairs) return 'big';
	return null;
}

function fromUtf16(bytes: Uint8Array, order: 'little' | 'big'): string {
	if (order === 'little') return new TextDecoder('utf-16le').decode(bytes);
	const swapped = new Uint8Array(bytes.length & ~1);
	for (let i = 0; i < swapped.length; i += 2) {
		swapped[i] = bytes[i + 1] ?? 0;
		swapped[i + 1] = bytes[i] ?? 0;
	}
	return new TextDecoder('utf-16le').decode(swapped);
}

function fromUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Null for a name that no decoder has, or that the bytes show to be wrong. */
function fromDeclared(bytes: Uint8Array, label: string): string | null {
	if (/^(?:utf|unicode|ucs)/i.test(label)) return null;
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function countUtf8(bytes: Uint8Array): { good: number; bad: number } {
	let good = 0;
	let bad = 0;
	for (let i = 0; i < bytes.length; ) {
		const lead = bytes[i] ?? 0;
		const more =
			lead < 0x80
				? 0
				: lead >= 0xc2 && lead < 0xe0
					? 1
					: lead >= 0xe0 && lead < 0xf0
						? 2
						: lead >= 0xf0 && lead < 0xf5
							? 3
							: -1;
		let seen = 0;
		while (seen < more && ((bytes[i + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++;
		if (more > 0 && seen === more) good++;
		else if (more !== 0) bad++;
		i += 1 + Math.max(0, seen);
	}
	return { good, bad };
}

function fromWindows1252(bytes: Uint8Array): string {
	const units = new Uint16Array(Math.min(bytes.length, 8192));
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += units.length) {
		const size = Math.min(units.length, bytes.length - at);
		for (let i = 0; i < size; i++) {
			const byte = bytes[at + i] ?? 0;
			units[i] = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
		}
		parts.push(String.fromCharCode(...units.subarray(0, size)));
	}
	return parts.join('');
}
