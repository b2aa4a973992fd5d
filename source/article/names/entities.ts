/** From accepted segments to mentions, and from mentions to the persons, bodies and places of the article. */
import { IS } from '../../lexicon/names.ts';
import type { Entity, Kind, Mention } from '../../types.ts';
import { leaningOfPronoun } from './gender.ts';
import { type Found, groupBodies, groupPersons } from './grouping.ts';
import { rolesOf } from './roles.ts';
import type { Segment } from './segments.ts';
import type { Sentence } from './stream.ts';
import { OTHER, PERSON, PLACE } from './weights.ts';

/** The least weight at which a name is believed. */
const LEAST = 0.9;
/** So much in the words around a name shows that it is a place: "in Lyon". */
const LOCATED = 1.5;
const KINDS: readonly Kind[] = ['person', 'organisation', 'place'];

export function collect(
	text: string,
	count: number,
	sentenceAt: (index: number) => Sentence,
	read: (sentence: Sentence, index: number) => readonly Segment[],
): { mentions: Mention[]; entities: Entity[] } {
	const found: Found[] = [];
	const located = new Set<string>();
	for (let at = 0; at < count; at++) {
		const sentence = sentenceAt(at);
		const { words, paragraph, aside } = sentence;
		const segments = read(sentence, at);
		const persons = new Set(segments.flatMap(({ type, from }) => (type === PERSON ? [from] : [])));
		const nextPerson: number[] = [];
		for (let i = segments.length - 1, next = words.length; i >= 0; i--) {
			nextPerson[i] = next;
			if (segments[i]!.type === PERSON) next = segments[i]!.from;
		}
		segments.forEach((segment, index) => {
			const { type, from, to, score } = segment;
			if (type >= OTHER || score < LEAST) return;
			const start = words[from]!.start;
			const end = words[to - 1]!.end;
			const person = type === PERSON;
			if (type === PLACE && to - from === 1 && segment.outer[PLACE] >= LOCATED) located.add(segment.key);
			const pronoun = person ? leaningOfPronoun(words, to, nextPerson[index]!) : 0;
			found.push({
				mention: { start, end, kind: KINDS[type]!, actor: null },
				keys: words.slice(from, to).map((word) => word.key),
				shouted: words.slice(from, to).every((word) => word.upper),
				bodily: (words[to - 1]!.flags & IS.orgSuffix) !== 0,
				paragraph,
				aside,
				roles: person ? rolesOf(text, words, segments, index, persons) : [],
				pronoun,
			});
		});
	}
	const borne = new Set(
		found.flatMap(({ keys, mention }) => (mention.kind === 'person' && keys.length > 1 ? keys : [])),
	);
	const named = found.map((one) =>
		isOfPlace(one, located, borne) ? { ...one, mention: { ...one.mention, kind: 'place' as const } } : one,
	);
	// Who is named in captions and bylines alone has no part in the story.
	const entities = [...groupPersons(text, named), ...groupBodies(text, named)].filter(({ mentions }) =>
		mentions.some((index) => !named[index]!.aside),
	);
	entities.sort((a, b) => a.mentions[0]! - b.mentions[0]!);
	return { mentions: named.map(({ mention }) => mention), entities };
}

/**
 * "Lyon has had no rain": one word that is surely a place elsewhere in the article, and that no title, pronoun or fuller
 * name makes a person here.
 */
function isOfPlace(
	{ keys, mention, roles, pronoun }: Found,
	located: ReadonlySet<string>,
	borne: ReadonlySet<string>,
): boolean {
	const [key = ''] = keys;
	return (
		mention.kind === 'person' &&
		keys.length === 1 &&
		located.has(key) &&
		!borne.has(key) &&
		roles.length === 0 &&
		pronoun === 0
	);
}
