/** A speaker's bare name that two bear: who speaks of "she" does not speak of herself. */
import type { Entity, Gender } from '../../types.ts';

const SPOKEN_OF: readonly (readonly [words: RegExp, gender: Gender])[] = [
	[/\b(?:she|her|hers)\b/i, 'female'],
	[/\b(?:he|his|him)\b/i, 'male'],
];

/**
 * Another bearer of the name that was printed, where the words speak of somebody of the gender of the one who was taken
 * for the speaker; null where there are several. `entity` itself where nothing tells against it, and where not both are
 * named shortly before: then “she” is most likely a third.
 */
export function notThemselves(
	entities: readonly Entity[],
	entity: number,
	printed: string,
	words: string,
	isNear: (entity: number) => boolean,
): number | null {
	const spokenOf = SPOKEN_OF.filter(([pattern]) => pattern.test(words));
	const own = entities[entity]!;
	if (spokenOf.length !== 1 || own.kind !== 'person' || own.gender !== spokenOf[0]![1] || !isNear(entity))
		return entity;
	const others = entities.flatMap(({ kind, name, gender }, at) =>
		at !== entity && isNear(at) && kind === 'person' && gender !== own.gender && name.endsWith(` ${printed}`)
			? at
			: [],
	);
	return others.length === 0 ? entity : others.length === 1 ? others[0]! : null;
}
