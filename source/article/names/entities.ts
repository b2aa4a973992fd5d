/** From accepted segments to mentions, and from mentions to the persons, bodies and places of the article. */
import { IS } from '../../lexicon/names.ts';
import type { Entity, Kind, Mention } from '../../types.ts';
import { leaningOfPronoun } from './gender.ts';
import { type Found, groupBodies, groupPersons } from './grouping.ts';
import { rolesOf } from './roles.ts';
import type { Segment } from './segments.ts';
import type { Sentence } from './stream.ts';
import { OTHER, PERSON } from './weights.ts';

/** The least weight at which a name is believed. */
const LEAST = 0.9;
const KINDS: readonly Kind[] = ['person', 'organisation', 'place'];

export function collect(
	text: string,
	count: number,
	sentenceAt: (index: number) => Sentence,
	read: (sentence: Sentence, index: number) => readonly Segment[],
): { mentions: Mention[]; entities: Entity[] } {
	const found: Found[] = [];
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
	// Who is named in captions and bylines alone has no part in the story.
	const entities = [...groupPersons(text, found), ...groupBodies(text, found)].filter(({ mentions }) =>
		mentions.some((index) => !found[index]!.aside),
	);
	entities.sort((a, b) => a.mentions[0]! - b.mentions[0]!);
	return { mentions: found.map(({ mention }) => mention), entities };
}
