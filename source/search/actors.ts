/** Which actor a reader means by a name: whole names first, then words of names, then their beginnings, then typos. */
import type { Actor } from '../types.ts';
import { typedWords } from './fold.ts';
import { nearest } from './nearest.ts';

/** What an actor is called. */
export type Named = Pick<Actor, 'id' | 'name' | 'aliases'>;

/**
 * The actors that fit a typed name equally well: one when it is clear, several when the reader must say which, none
 * when nobody comes near; an id is always clear. "Trump" is the one whom the news call just that, even where others share the name.
 */
export function actorsNamed<One extends Named>(actors: readonly One[], name: string): One[] {
	const typed = typedWords(name);
	const byId = actors.filter(({ id }) => id === name.trim());
	if (typed.length === 0 || byId.length > 0) return byId;
	const known = actors.map((actor) => ({
		actor,
		names: [actor.name, ...actor.aliases.map(({ text }) => text)].map((spelling) => typedWords(spelling)),
	}));
	const whole = typed.join(' ');
	const tiers: readonly ((words: readonly string[]) => boolean)[] = [
		(words) => words.join(' ') === whole,
		(words) => typed.every((word) => words.includes(word)),
		(words) => typed.every((word) => words.some((other) => other.startsWith(word))),
	];
	for (const tier of tiers) {
		const fitting = known.filter(({ names }) => names.some(tier)).map(({ actor }) => actor);
		if (fitting.length > 0) return fitting;
	}
	return misspelt(known, typed);
}

/** How much worse than the best a resemblance may be and still leave the reader to choose. */
const NEAR_TIE = 0.05;

function misspelt<One extends Named>(
	known: readonly { readonly actor: One; readonly names: readonly (readonly string[])[] }[],
	typed: readonly string[],
): One[] {
	// Whole names, and each of their words when a single one was typed: a surname is how most are asked for.
	const spellings = known.flatMap(({ actor, names }) =>
		names
			.flatMap((words) => (typed.length === 1 ? words.filter((word) => word.length > 3) : [words.join(' ')]))
			.map((text) => ({ actor, text })),
	);
	const near = nearest(
		spellings.map(({ text }) => text),
		typed.join(' '),
		20,
		0.4,
	);
	const best = near[0]?.score ?? 0;
	const close = near.filter(({ score }) => score <= best + NEAR_TIE).map(({ at }) => spellings[at]!.actor);
	return [...new Set(close)];
}
