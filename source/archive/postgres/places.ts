/** Where the rows of a day stand, as bytes in whose order they are read. */
import { compare } from '../ordered.ts';
import { orderBytes } from './texts.ts';

/** The days of a list, each with the numbers there. */
export function byDay(count: number, dayOf: (number: number) => string): Map<string, number[]> {
	const days = new Map<string, number[]>();
	for (let number = 0; number < count; number++) {
		const day = dayOf(number);
		const list = days.get(day);
		if (list) list.push(number);
		else days.set(day, [number]);
	}
	return days;
}

/** Tells those apart that stand at the same place of a day: how many stand there before. */
export function ties(
	days: ReadonlyMap<string, readonly number[]>,
	placeOf: (number: number) => string | number,
): Uint32Array {
	const last = [...days.values()].reduce((sum, { length }) => sum + length, 0);
	const before = new Uint32Array(last);
	for (const numbers of days.values()) {
		const met = new Map<string | number, number>();
		for (const number of numbers) {
			const place = placeOf(number);
			before[number] = met.get(place) ?? 0;
			met.set(place, before[number]! + 1);
		}
	}
	return before;
}

/** So many bytes of a text tell where it stands: no key of an index may be longer than a third of a page. */
const LONGEST = 1000;

/**
 * Bytes, in hexadecimal, in the order of some texts. Where several begin alike for longer than an index takes, what tells
 * them apart is which of them it is, by their order.
 */
export function shortPlaces(texts: Iterable<string>): (text: string) => string {
	const alike = new Map<string, string[]>();
	for (const text of new Set(texts)) {
		const bytes = text.length * 3 > LONGEST - 2 ? orderBytes(text) : null;
		if (!bytes || bytes.length <= LONGEST) continue;
		const beginning = bytes.toString('hex', 0, LONGEST);
		const others = alike.get(beginning);
		if (others) others.push(text);
		else alike.set(beginning, [text]);
	}
	const places = new Map<string, string>();
	for (const [beginning, long] of alike)
		for (const [nth, text] of long.sort(compare).entries()) places.set(text, beginning + hexNumber(nth));
	return (text) => places.get(text) ?? orderBytes(text).toString('hex');
}

/** Where something stands that is in an article, with numbers that tell it from others there. What follows is mostly in the same. */
export function filePlaces(files: readonly string[]) {
	const placeOf = shortPlaces(files);
	let last = -1;
	let bytes = '';
	return (article: number, ...numbers: readonly number[]): string => {
		if (last !== article) bytes = placeOf(files[article]!);
		last = article;
		let place = bytes;
		for (const number of numbers) place += hexNumber(number);
		return place;
	};
}

const hexNumber = (number: number): string => number.toString(16).padStart(8, '0');
