/**
 * The words of a text for the index, as `wordsOf` finds them, but without an object or a string a word: plain English
 * text is cut by hand, whatever else by `wordsOf`.
 */
import { wordsOf } from './fold.ts';
import { LONGEST_WORD } from './words.ts';

/** Collects words; numbers are given in the order of arrival. */
export class WordTable {
	/** All words one after the other. */
	private units = new Uint16Array(1 << 16);
	private starts = new Uint32Array(1 << 12);
	private slots = new Int32Array(1 << 13).fill(-1);
	private hashes = new Int32Array(1 << 12);
	size = 0;
	/** The word that is asked for is put here. */
	readonly scratch: Uint16Array;

	constructor(private readonly longest: number) {
		this.scratch = new Uint16Array(longest);
	}

	/** The number of a word, by the first `length` units of `scratch`. */
	number(length: number): number {
		const { scratch } = this;
		let hash = length;
		for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + scratch[at]!) | 0;
		hash ^= hash >>> 15;
		const mask = this.slots.length - 1;
		let slot = hash & mask;
		for (let word = this.slots[slot]!; word >= 0; word = this.slots[slot]!) {
			if (this.hashes[word] === hash && this.equals(word, length)) return word;
			slot = (slot + 1) & mask;
		}
		return this.add(slot, hash, length);
	}

	numberOf(word: string): number {
		const length = Math.min(word.length, this.longest);
		for (let at = 0; at < length; at++) this.scratch[at] = word.charCodeAt(at);
		return this.number(length);
	}

	word(number: number): string {
		return String.fromCharCode(...this.units.subarray(this.starts[number]!, this.starts[number + 1]!));
	}

	words(): string[] {
		return Array.from({ length: this.size }, (_, number) => this.word(number));
	}

	private equals(word: number, length: number): boolean {
		const from = this.starts[word]!;
		if (this.starts[word + 1]! - from !== length) return false;
		for (let at = 0; at < length; at++) if (this.units[from + at] !== this.scratch[at]) return false;
		return true;
	}

	private add(slot: number, hash: number, length: number): number {
		const word = this.size++;
		const from = this.starts[word]!;
		if (from + length > this.units.length)
			this.units = wider(this.units, new Uint16Array(this.units.length * 2));
		if (word + 2 > this.starts.length)
			this.starts = wider(this.starts, new Uint32Array(this.starts.length * 2));
		if (word + 1 > this.hashes.length)
			this.hashes = wider(this.hashes, new Int32Array(this.hashes.length * 2));
		for (let at = 0; at < length; at++) this.units[from + at] = this.scratch[at]!;
		this.starts[word + 1] = from + length;
		this.hashes[word] = hash;
		this.slots[slot] = word;
		if (this.size * 2 > this.slots.length) this.rehash();
		return word;
	}

	private rehash(): void {
		this.slots = new Int32Array(this.slots.length * 2).fill(-1);
		const mask = this.slots.length - 1;
		for (let word = 0; word < this.size; word++) {
			let slot = this.hashes[word]! & mask;
			while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
			this.slots[slot] = word;
		}
	}
}

function wider<Column extends Uint16Array | Uint32Array | Int32Array>(from: Column, to: Column): Column {
	to.set(from);
	return to;
}

/** Told of each word: its number, whether it is another spelling at the place of the one before, and where it stands. */
export type Visit = (word: number, same: boolean, start: number, end: number) => void;

/** Gives words their numbers: a table, or something that only wants to know where they stand. */
export type Numbering = Pick<WordTable, 'scratch' | 'number' | 'numberOf'>;

const QUOTE = 0x27;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const COMMA = 0x2c;
const S = 0x73;
/** An apostrophe and an s. */
const POSSESSIVE = 2;

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number) => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isApostrophe = (unit: number) =>
	unit === QUOTE || unit === 0x60 || unit === 0xb4 || unit === 0x2018 || unit === 0x2019 || unit === 0x2bc;
/** ASCII, and the marks of print that are no letters. */
const isPlain = (unit: number) =>
	unit < 0x80 || (unit >= 0x2010 && unit <= 0x2026) || unit === 0xa0 || unit === 0xab || unit === 0xbb;

export function eachWord(table: Numbering, text: string, visit: Visit): void {
	for (let at = 0; at < text.length; at++)
		if (!isPlain(text.charCodeAt(at))) {
			let place = 0;
			for (const word of wordsOf(text)) {
				visit(table.numberOf(word.folded), word.place < place, word.start, word.end);
				place = word.place + 1;
			}
			return;
		}
	cutPlain(table, text, visit);
}

/** What a fold takes away, so that what it stands between becomes one word. */
const isDropped = (unit: number) =>
	unit === POINT || unit === COMMA || isApostrophe(unit) || (unit >= 0x2024 && unit <= 0x2026);
/** Folded by what stands behind it, and apart from its letter. */
const SIGMA = 0x3a3;
const ACUTE = 0xb4;

/** Whether the words of a text are those of the text folded as a whole. */
export class Cuts {
	private end = -1;
	private odd = false;
	constructor(private readonly text: string) {}

	/** Told of the words in their order. */
	word(start: number, end: number): void {
		this.between(Math.max(0, this.end), start, this.end >= 0);
		this.end = end;
		if (end - start > LONGEST_WORD) this.odd = true;
	}

	areOdd(): boolean {
		this.between(Math.max(0, this.end), this.text.length, false);
		return (
			this.odd ||
			this.text.includes(String.fromCharCode(SIGMA)) ||
			this.text.includes(String.fromCharCode(ACUTE))
		);
	}

	private between(from: number, to: number, joins: boolean): void {
		let joined = joins;
		for (let at = from; at < to; at++) {
			const unit = this.text.charCodeAt(at);
			if (!isDropped(unit)) joined = false;
			if (!isPlain(unit)) this.odd = true;
		}
		if (joined) this.odd = true;
	}
}

function cutPlain(table: Numbering, text: string, visit: Visit): void {
	const { scratch } = table;
	const most = scratch.length;
	const end = text.length;
	// The word before and where it ended, for what a hyphen joins.
	let before = '';
	let beforeStart = 0;
	let beforeEnd = -2;
	for (let at = 0; at < end; ) {
		let unit = text.charCodeAt(at);
		const letter = isLetter(unit);
		if (!letter && !isDigit(unit)) {
			at++;
			continue;
		}
		const start = at;
		let length = 0;
		let bare = -1;
		const keep = (one: number) => {
			if (length < most) scratch[length] = one;
			length++;
		};
		if (!letter) {
			while (at < end) {
				unit = text.charCodeAt(at);
				if (isDigit(unit)) keep(unit);
				else if ((unit !== POINT && unit !== COMMA) || !isDigit(text.charCodeAt(at + 1))) break;
				at++;
			}
		} else if (
			text.charCodeAt(at + 1) === POINT &&
			isLetter(text.charCodeAt(at + 2)) &&
			text.charCodeAt(at + 3) === POINT
		) {
			while (isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === POINT) {
				keep(text.charCodeAt(at) | 0x20);
				at += 2;
			}
		} else {
			while (at < end) {
				unit = text.charCodeAt(at);
				if (isLetter(unit)) keep(unit | 0x20);
				else if (isApostrophe(unit) && isLetter(text.charCodeAt(at + 1))) bare = length;
				else break;
				at++;
			}
			if (bare !== length - 1 || scratch[length - 1] !== S || length > most) bare = -1;
		}
		const stored = Math.min(length, most);
		const joins = beforeEnd === start - 1 && start > 0 && isHyphen(text.charCodeAt(start - 1));
		const own = joins || isHyphen(text.charCodeAt(at)) ? fromScratch(scratch, stored) : '';
		visit(table.number(stored), false, start, at);
		if (bare > 0) visit(table.number(bare), true, start, at - POSSESSIVE);
		if (joins) visit(table.numberOf(before + own), true, beforeStart, at);
		before = own;
		beforeStart = start;
		beforeEnd = at;
	}
}

const isHyphen = (unit: number) => unit === HYPHEN || unit === 0x2010 || unit === 0x2011;

const fromScratch = (scratch: Uint16Array, length: number) =>
	String.fromCharCode(...scratch.subarray(0, length));
