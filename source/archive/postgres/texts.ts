/**
 * Texts as PostgreSQL keeps them. Its text holds neither U+0000 nor half of a surrogate pair: each stands there as one
 * character of its own from the last plane for private use, and comes back as it was. What is kept as JSON needs none of
 * this: there both are written out (`\u0000`).
 */

/** U+D800 to U+DFFF stand from here on, then U+0000, then the mark that the character itself follows. */
const FIRST = 0x100000;
const SURROGATES = 0xd800;
const NUL = FIRST + 0x800;
const ITSELF = FIRST + 0x801;

const UNKEPT = /[\u0000\ud800-\udfff\u{100000}-\u{100801}]/gu;
const KEPT = /[\u{100000}-\u{100801}]/u;
const KEPT_ALL = /\u{100801}([\u{100000}-\u{100801}])|([\u{100000}-\u{100800}])/gu;

export function kept(text: string): string {
	return text.replace(UNKEPT, (one) => {
		const point = one.codePointAt(0)!;
		if (point === 0) return String.fromCodePoint(NUL);
		if (point >= FIRST) return String.fromCodePoint(ITSELF) + one;
		return String.fromCodePoint(FIRST + point - SURROGATES);
	});
}

export function unkept(text: string): string {
	if (!KEPT.test(text)) return text;
	return text.replace(KEPT_ALL, (_, itself: string | undefined, one: string) => {
		if (itself !== undefined) return itself;
		const point = one.codePointAt(0)!;
		return String.fromCharCode(point === NUL ? 0 : SURROGATES + point - FIRST);
	});
}

/** Bytes in the order in which JavaScript compares texts: by UTF-16 unit, each written as UTF-8 writes a character. */
export function orderBytes(text: string, ...numbers: readonly number[]): Buffer {
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0) bytes.push(0, 1);
		else if (unit < 0x80) bytes.push(unit);
		else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
		else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
	}
	// Less than whatever goes on.
	bytes.push(0, 0);
	for (const number of numbers)
		bytes.push((number >>> 24) & 0xff, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff);
	return Buffer.from(bytes);
}
