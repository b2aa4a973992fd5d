/** A speaker's bare name that two bear: who speaks of "she" does not speak of herself. */
import type { Entity, Gender } from '../../types.ts';

const SPOKEN_OF: readonly (readonly [words: RegExp, gender: Gender])[] = [
	[/\b(?:she|her|hers)\b/i, 'female'],
	[/\b(?:he|his|him)\b/i, 'male'],
];

/**
 * Another bearer of the name that was printed, where the words speak of somebody of the gender of the one who was taken
 * for the speaker; null where there is none, or several. `entity` itself where nothing tells against it.
 */
export function notThemselves(
	entities: readonly Entity[],
	entity: number,
	printed: string,
	words: string,
): number | null {
	const spokenOf = SPOKEN_OF.filter(([pattern]) => pattern.test(words));
	const own = entities[entity]!;
	if (spokenOf.length !== 1 || own.kind !== 'person' || own.gender !== spokenOf[0]![1]) return entity;
	const others = entities.flatMap(({ kind, name, gender }, at) =>
		at !== entity && kind === 'person' && gender !== own.gender && name.endsWith(` ${printed}`) ? at : [],
	);
	return others.length === 0 ? entity : others.length === 1 ? others[0]! : null;
}
