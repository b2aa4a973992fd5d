/** Sets of numbers 0..size-1 as bits: a million quotations are 125 kB, and what two sets share is found in microseconds. */
export type Bits = Uint32Array;

export const bitsFor = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export const has = (bits: Bits, number: number): boolean =>
	((bits[number >>> 5]! >>> (number & 31)) & 1) === 1;

export function put(bits: Bits, number: number): void {
	bits[number >>> 5]! |= 1 << (number & 31);
}

export function putAll(bits: Bits, numbers: Uint32Array, from: number, to: number): void {
	for (let at = from; at < to; at++) {
		const number = numbers[at]!;
		bits[number >>> 5]! |= 1 << (number & 31);
	}
}

export function join(into: Bits, other: Bits): void {
	for (let at = 0; at < into.length; at++) into[at]! |= other[at]!;
}

export function ones(word: number): number {
	let rest = word - ((word >>> 1) & 0x55555555);
	rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
	return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function count(bits: Bits): number {
	let sum = 0;
	for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) sum += ones(bits[at]!);
	return sum;
}

/** All of 0..size-1. */
export const full = (size: number): Bits => fill(bitsFor(size), size);

export function fill(bits: Bits, size: number): Bits {
	bits.fill(0xffffffff);
	if ((size & 31) !== 0) bits[bits.length - 1] = (1 << (size & 31)) - 1;
	return bits;
}

/**
 * The numbers that are in the most of the sets, and in how many. Up to 15 sets: counters of four bits stand beside each
 * other, one for each number, so that 32 numbers are counted at a time.
 */
export function inMost(sets: readonly Bits[], within: Bits): { readonly bits: Bits; readonly most: number } {
	let most = 0;
	let bits = new Uint32Array(within.length);
	for (let at = 0; at < within.length; at++) {
		let [one, two, four, eight] = [0, 0, 0, 0];
		for (const set of sets) {
			let carry = set[at]! & within[at]!;
			let next = one & carry;
			one ^= carry;
			carry = next;
			next = two & carry;
			two ^= carry;
			carry = next;
			next = four & carry;
			four ^= carry;
			eight ^= next;
		}
		for (let tried = sets.length; tried >= Math.max(most, 1); tried--) {
			const equal =
				(tried & 1 ? one : ~one) &
				(tried & 2 ? two : ~two) &
				(tried & 4 ? four : ~four) &
				(tried & 8 ? eight : ~eight);
			if (equal === 0) continue;
			if (tried > most) bits = new Uint32Array(within.length);
			most = tried;
			bits[at] = equal >>> 0;
			break;
		}
	}
	return { bits, most };
}
