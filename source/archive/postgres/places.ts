/** Where the rows of a day stand, as bytes in whose order they are read. */
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

/** Bytes as a text that PostgreSQL reads. */
export const hexOf = (...bytes: readonly Buffer[]): string =>
	`\\x${bytes.map((some) => some.toString('hex')).join('')}`;

/** Where something stands that is in an article, with numbers that tell it from others there. What follows is mostly in the same. */
export function filePlaces(fileOf: (article: number) => string) {
	let last = -1;
	let bytes = '';
	return (article: number, ...numbers: readonly number[]): string => {
		if (last !== article) bytes = orderBytes(fileOf(article)).toString('hex');
		last = article;
		let place = bytes;
		for (const number of numbers) place += number.toString(16).padStart(8, '0');
		return place;
	};
}
