/** The place next to a place: a day with news, somebody who spoke. */
import { type Bits, bitsFor, has, put } from '../search/bits.ts';
import type { Place } from './archive.ts';
import { type Columns, linked, NONE, type Numbers } from './columns.ts';
import type { Shelf } from './rows.ts';

/** How many quotations each actor has. */
export function saidBy({ quotationActor, actorArticles }: Columns): Numbers {
	const said = new Uint32Array(actorArticles.first.length - 1);
	for (const actor of quotationActor) if (actor !== NONE) said[actor]!++;
	return said;
}

/** Who spoke on a day, or at all (null), most quoted first; -1 is no day. */
export function speakersOn(columns: Columns, day: number | null): Numbers {
	const { quotationActor, quotationDay, actorArticles } = columns;
	const count = actorArticles.first.length - 1;
	const spoke = bitsFor(count);
	for (let at = 0; at < quotationActor.length; at++)
		if (quotationActor[at] !== NONE && (day === null || quotationDay[at] === day))
			put(spoke, quotationActor[at]!);
	return Uint32Array.from({ length: count }, (_, actor) => actor).filter((actor) => has(spoke, actor));
}

/** The place so many days or actors further on, no further than the last. */
export function besideOf(shelf: Shelf, place: Place, axis: 'day' | 'actor', by: number): Place {
	const { columns, items } = shelf;
	const { days } = columns;
	const here = place.day === 'all' ? -1 : days.indexOf(place.day);
	const who = place.actor === null ? null : (items.numberOf('actors', place.actor) ?? NONE);
	if (axis === 'day') {
		const line = who === null ? days.map((_, day) => day) : daysOf(columns, who);
		const at = place.day === 'all' ? -1 : line.indexOf(here);
		// From all days, back leads to the newest day that is known, and on to the oldest.
		const newest = line.findLastIndex((day) => days[day] !== null);
		const day = line[steppedTo(at, by, line.length, newest < 0 ? line.length : newest + 1)];
		return day === undefined ? place : { ...place, day: days[day] ?? null };
	}
	const line = speakersOn(columns, place.day === 'all' ? null : here);
	const at = who === null ? -1 : line.indexOf(who);
	const actor = line[steppedTo(at, by, line.length, line.length)];
	return actor === undefined ? place : { ...place, actor: items.idOf('actors', actor) };
}

/** Days on which something of the actor's stands: said, or in an article that names them. */
function daysOf(
	{ days, quotationActor, quotationDay, articleDay, actorArticles }: Columns,
	actor: number,
): number[] {
	const on: Bits = bitsFor(days.length);
	if (actor === NONE) return [];
	for (const article of linked(actorArticles, actor)) put(on, articleDay[article]!);
	for (let at = 0; at < quotationActor.length; at++)
		if (quotationActor[at] === actor) put(on, quotationDay[at]!);
	return days.flatMap((_, day) => (has(on, day) ? [day] : []));
}

/** `end` is where one who stands nowhere on the line begins to go back. */
function steppedTo(at: number, by: number, length: number, end: number): number {
	const start = at >= 0 ? at : by < 0 ? end : -1;
	return Math.max(0, Math.min(length - 1, start + by));
}
