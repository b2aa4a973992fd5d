/**
 * Who held which office when, as dated articles print it: "President-elect Oster" is of the time before "President
 * Oster", "President Oster" of that after "President Kell". Learnt from the articles at hand; no list of holders.
 */
import type { Entity, Reading } from '../types.ts';
import { parsePerson } from './names/person-name.ts';

/** Days since 1970; null where nothing bounds that side. */
export interface Term {
	readonly after: number | null;
	readonly before: number | null;
}

/** The terms that the offices printed in an article bound. */
export type Offices = (reading: Reading) => readonly Term[];

/** Two rows of days that lie apart by chance alone are less likely than this. */
const BY_CHANCE = 0.05;

interface Held {
	readonly title: string;
	readonly name: string;
	readonly days: number[];
}

export function officesHeld(dated: readonly { readonly reading: Reading; readonly day: number }[]): Offices {
	const held = new Map<string, Held>();
	for (const { reading, day } of dated)
		for (const { key, title, name } of bearersIn(reading)) {
			const known = held.get(key) ?? { title, name, days: [] };
			known.days.push(day);
			held.set(key, known);
		}
	const terms = termsAmong(held);
	return (reading) => bearersIn(reading).flatMap(({ key }) => terms.get(key) ?? []);
}

/** Each title with the last name that bears it, once an article. */
function bearersIn({ entities }: Reading): { key: string; title: string; name: string }[] {
	const found = new Map<string, { key: string; title: string; name: string }>();
	for (const entity of entities) {
		if (entity.kind !== 'person' || entity.roles.length === 0) continue;
		const name = parsePerson(entity.name).last;
		for (const title of titlesOf(entity))
			found.set(`${title} ${name}`, { key: `${title} ${name}`, title, name });
	}
	return [...found.values()];
}

const titlesOf = ({ roles }: Entity) =>
	roles.map(({ text }) =>
		text
			.toLowerCase()
			.replace(/\s+/g, ' ')
			.replace(/^(?:the|an?) /, ''),
	);

/** What a rival's days bound: the same name by another title, or the same title with another name. */
function termsAmong(held: ReadonlyMap<string, Held>): ReadonlyMap<string, Term> {
	const rivals = new Map<string, Held[]>();
	for (const one of held.values())
		if (one.days.length > 1)
			for (const key of [`title ${one.title}`, `name ${one.name}`]) {
				const list = rivals.get(key);
				if (list) list.push(one);
				else rivals.set(key, [one]);
			}
	const spans = new Map([...held.values()].map((one) => [one, spanOf(one.days)]));
	const terms = new Map<string, Term>();
	for (const [key, one] of held) {
		const own = spans.get(one)!;
		let after: number | null = null;
		let before: number | null = null;
		for (const list of [rivals.get(`title ${one.title}`), rivals.get(`name ${one.name}`)])
			for (const other of list?.slice(0, MOST_RIVALS) ?? []) {
				if (other === one || apartByChance(own.count, other.days.length) > BY_CHANCE) continue;
				const { first, last } = spans.get(other)!;
				if (last < own.first) after = Math.max(after ?? last, last);
				else if (first > own.last) before = Math.min(before ?? first, first);
			}
		if (after !== null || before !== null) terms.set(key, { after, before });
	}
	return terms;
}

/** A title that so many bear ("Mr.", "Dr.") is no office; the rest is not looked at. */
const MOST_RIVALS = 50;

function spanOf(days: readonly number[]): { first: number; last: number; count: number } {
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const day of days) {
		first = Math.min(first, day);
		last = Math.max(last, day);
	}
	return { first, last, count: days.length };
}

/** How likely one of two rows, drawn blindly, lies wholly before the other: 2 · a! · b! / (a + b)! */
function apartByChance(a: number, b: number): number {
	let chance = 2;
	for (let i = 1; i <= Math.min(a, b); i++) chance *= i / (Math.max(a, b) + i);
	return chance;
}
