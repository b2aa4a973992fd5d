/** Whom the labels of a transcript mean: a last name, initials, an office, or the one who answers the questions. */
import { FIRST, flagsOf } from '../../lexicon/names.ts';
import { PAPERS } from '../../lexicon/organisations.ts';
import type { Entity } from '../../types.ts';
import { firstFrom } from '../spans.ts';
import type { Label } from './turn-labels.ts';
import type { Passage } from './views.ts';

/** person: somebody of the article; other: a body, a place; unknown: nobody the article names otherwise. */
export interface Voice {
	readonly as: 'person' | 'other' | 'unknown';
	readonly entity: number | null;
}

const UNKNOWN: Voice = { as: 'unknown', entity: null };

const fold = (name: string) =>
	name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.’']/g, '').split(/\s+/);

/** One answer a key; null where there are several. */
class Unique extends Map<string, number | null> {
	note(key: string, entity: number): void {
		if (key) this.set(key, this.has(key) && this.get(key) !== entity ? null : entity);
	}
}

/** Answers for one article; built in one pass over its names. */
export function voicesOf(passage: Passage): (label: Label) => Voice {
	const { text, mentions, entities } = passage;
	const [last, whole, first, initials, offices] = [
		new Unique(),
		new Unique(),
		new Unique(),
		new Unique(),
		new Unique(),
	];
	const entityAt = new Map<number, number>();
	entities.forEach((entity, index) => {
		for (const mention of entity.mentions) entityAt.set(mentions[mention]!.start, index);
		if (entity.kind !== 'person') return;
		const words = fold(entity.name);
		whole.note(words.join(' '), index);
		if (words.length > 1) {
			last.note(words.at(-1)!, index);
			first.note(words[0]!, index);
			initials.note(
				words
					.map((word) => word[0])
					.join('')
					.toUpperCase(),
				index,
			);
			if (words.length > 2) initials.note(`${words[0]![0]}${words.at(-1)![0]}`.toUpperCase(), index);
		}
		for (const { text: role } of entity.roles) offices.note(fold(role).at(-1)!, index);
	});
	// "Jane Doe (JD)" says whom the letters mean, whoever else might bear them.
	for (const [index, { kind, end }] of mentions.entries()) {
		const letters =
			kind === 'person' ? /^ ?[([](\p{Lu}{1,3})[)\]]/u.exec(text.slice(end, end + 7))?.[1] : undefined;
		const entity = letters === undefined ? undefined : entityAt.get(mentions[index]!.start);
		if (letters !== undefined && entity !== undefined) initials.set(letters, entity);
	}
	const person = (entity: number | null | undefined): Voice | null =>
		entity === null || entity === undefined ? null : { as: 'person', entity };
	return (label) => {
		const words = fold(label.name);
		const lastWord = words.at(-1)!;
		const known = person(whole.get(words.join(' ')) ?? null);
		// "Lydon Gazette" looks like a first and a last name.
		if (PAPERS.has(lastWord) && words.length > 1 && !(flagsOf(words[0]!) & FIRST))
			return { as: 'other', entity: null };
		// A last name alone means whoever bears it with a first name.
		const full = words.length === 1 || label.kind === 'role' ? person(last.get(lastWord)) : null;
		if (label.kind === 'initials')
			return person(initials.get(label.key)) ?? full ?? known ?? namedAt(passage, entityAt, label) ?? UNKNOWN;
		if (label.kind === 'role') return full ?? person(offices.get(lastWord)) ?? UNKNOWN;
		if (label.kind === 'other') return UNKNOWN;
		return (
			full ??
			known ??
			(words.length > 1 ? namesake(entities, last.get(lastWord), words[0]!) : null) ??
			(words.length === 1 && last.get(lastWord) === undefined ? person(first.get(lastWord)) : null) ??
			namedAt(passage, entityAt, label) ??
			UNKNOWN
		);
	};
}

/** Of persons with a first name, in small letters. */
export function lastNames(entities: readonly Entity[]): ReadonlySet<string> {
	const persons = entities.filter(({ kind }) => kind === 'person').map(({ name }) => fold(name));
	return new Set(persons.filter(({ length }) => length > 1).map((words) => words.at(-1)!));
}

/** "M. Ruiz", "Marta L. Ruiz": the one Ruiz, if the first letters agree. */
function namesake(
	entities: readonly Entity[],
	entity: number | null | undefined,
	first: string,
): Voice | null {
	if (entity === null || entity === undefined) return null;
	const given = fold(entities[entity]!.name)[0]!;
	return given === first || (first.length === 1 && given.startsWith(first)) ? { as: 'person', entity } : null;
}

/** What the names of the article say of the label itself. */
function namedAt(
	{ mentions, entities }: Passage,
	entityAt: ReadonlyMap<number, number>,
	label: Label,
): Voice | null {
	const mention = mentionIn(mentions, label);
	if (mention === null) return null;
	const entity = entityAt.get(mentions[mention]!.start) ?? null;
	const { kind } = mentions[mention]!;
	return kind === 'person' && entity !== null && entities[entity]!.kind === 'person'
		? { as: 'person', entity }
		: kind === 'person' || label.titled
			? UNKNOWN
			: { as: 'other', entity: null };
}

/** The last name that stands inside the label. */
function mentionIn(mentions: Passage['mentions'], { start, end }: Label): number | null {
	const last = firstFrom(mentions, end) - 1;
	const mention = mentions[last];
	return mention && mention.start >= start && mention.end <= end + 2 ? last : null;
}
