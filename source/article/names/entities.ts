/** From accepted segments to mentions, and from mentions to the persons, bodies and places they name. */
import { FIRST, flagsOf, IS } from '../../lexicon/names.ts';
import { FEMALE_WORDS, MALE_WORDS } from '../../lexicon/titles.ts';
import type { Entity, Gender, Kind, Mention, SpanText } from '../../types.ts';
import { keyOf } from '../tokens.ts';
import { type Segment, TITLE } from './segments.ts';
import type { Sentence, Word } from './stream.ts';
import { ORGANISATION, OTHER, PERSON } from './weights.ts';

/** The least weight at which a name is believed. */
const LEAST = 0.9;

interface Found {
	readonly mention: Mention;
	readonly keys: readonly string[];
	readonly roles: readonly SpanText[];
	readonly gender: Gender | null;
}

interface Group {
	readonly kind: Kind;
	keys: readonly string[];
	name: string;
	readonly mentions: number[];
	readonly roles: SpanText[];
	gender: Gender | null;
}

const spanText = (text: string, start: number, end: number): SpanText => ({
	start,
	end,
	text: text.slice(start, end),
});

/** The title right before a person's name, grown to the left over its country or body ("Former U.S. President"). */
function roleBefore(
	text: string,
	words: readonly Word[],
	segments: readonly Segment[],
	at: number,
): SpanText | null {
	const { from } = segments[at]!;
	let start = from;
	const title = segments[at - 1];
	if (title?.type === TITLE && title.to === from) start = title.from;
	else {
		while (
			start > 0 &&
			words[start - 1]!.type === 'word' &&
			!words[start - 1]!.capital &&
			(words[start - 1]!.flags & (start === from ? IS.role : IS.role | IS.titleModifier | IS.orgNoun)) !== 0
		)
			start--;
	}
	if (start === from) return null;
	for (let before = start - 1; before >= 0 && start - before < 6; before--) {
		const word = words[before]!;
		const named = segments.some(
			(segment) => segment.from <= before && before < segment.to && segment.type !== PERSON,
		);
		if (
			word.type === 'possessive' ||
			!(named || (word.flags & (IS.titleState | IS.titleModifier | IS.people)) !== 0)
		)
			break;
		start = before;
	}
	return spanText(text, words[start]!.start, words[from - 1]!.end);
}

/** The words right after a name that say who it is: ", the party's deputy leader,". */
function roleAfter(text: string, words: readonly Word[], to: number): SpanText | null {
	if (words[to]?.text !== ',') return null;
	const first = words[to + 1];
	if (first?.type !== 'word' || first.capital) return null;
	if (
		!/^(?:an?|the|his|her|its|their)$/.test(first.key) &&
		(first.flags & (IS.role | IS.titleState | IS.titleModifier)) === 0
	)
		return null;
	let role = -1;
	for (let i = to + 1; i < words.length && i < to + 16; i++) {
		const word = words[i]!;
		if (word.type === 'mark' && /^[,.;:()—–"“”]$/.test(word.text))
			return role < 0 ? null : spanText(text, first.start, words[i - 1]!.end);
		if (/^(?:who|whose|whom|which|that|said|told|says)$/.test(word.key)) break;
		if (word.type === 'word' && (word.flags & IS.role) !== 0) role = i;
	}
	return null;
}

function genderOf(words: readonly string[]): Gender | null {
	for (const word of words) {
		const key = word.replace(/\.$/, '');
		if (FEMALE_WORDS.has(key)) return 'female';
		if (MALE_WORDS.has(key)) return 'male';
	}
	return null;
}

function givenGender(keys: readonly string[]): Gender | null {
	const all = flagsOf(keys[0]!);
	if (keys.length < 2 && (all & (IS.weakFirst | IS.common)) !== 0) return null;
	const flags = all & FIRST;
	return flags === IS.female ? 'female' : flags === IS.male ? 'male' : null;
}

export function collect(
	text: string,
	sentences: readonly Sentence[],
	readings: readonly (readonly Segment[])[],
): { mentions: Mention[]; entities: Entity[] } {
	const found: Found[] = [];
	readings.forEach((segments, at) => {
		const { words } = sentences[at]!;
		segments.forEach((segment, index) => {
			if (segment.type >= OTHER || segment.score < LEAST) return;
			const start = words[segment.from]!.start;
			const end = words[segment.to - 1]!.end;
			const kind: Kind =
				segment.type === PERSON ? 'person' : segment.type === ORGANISATION ? 'organisation' : 'place';
			const keys = words.slice(segment.from, segment.to).map((word) => word.key);
			const roles =
				kind === 'person'
					? [roleBefore(text, words, segments, index), roleAfter(text, words, segment.to)].filter(
							(role) => role !== null,
						)
					: [];
			const gender =
				kind === 'person' ? genderOf(roles.flatMap((role) => keyOf(role.text).split(/\s+/))) : null;
			found.push({ mention: { start, end, kind, actor: null }, keys, roles, gender });
		});
	});
	return { mentions: found.map(({ mention }) => mention), entities: group(text, found) };
}

const nameOf = (text: string, { mention }: Found) =>
	text.slice(mention.start, mention.end).replace(/\s+/g, ' ');

/** Full names first; then single names to the nearest full name before them, else after. */
function group(text: string, found: readonly Found[]): Entity[] {
	const groups: Group[] = [];
	const byKey = new Map<string, Group>();
	const byLast = new Map<string, Group[]>();
	const add = (target: Group, index: number) => {
		const { roles, gender } = found[index]!;
		target.mentions.push(index);
		target.roles.push(...roles);
		target.gender ??= gender;
	};
	const create = (item: Found): Group => {
		const made: Group = {
			kind: item.mention.kind,
			keys: item.keys,
			name: nameOf(text, item),
			mentions: [],
			roles: [],
			gender: null,
		};
		groups.push(made);
		return made;
	};
	found.forEach((item, index) => {
		if (item.mention.kind === 'person' && item.keys.length < 2) return;
		const key = `${item.mention.kind} ${item.keys.join(' ')}`;
		let target = byKey.get(key);
		if (!target) {
			target = create(item);
			byKey.set(key, target);
			if (item.mention.kind === 'person')
				for (const part of [item.keys.at(-1)!, item.keys[0]!])
					byLast.set(part, [...(byLast.get(part) ?? []), target]);
		}
		add(target, index);
	});
	found.forEach((item, index) => {
		if (item.mention.kind !== 'person' || item.keys.length >= 2) return;
		const key = item.keys[0]!;
		let bearers = byLast.get(key) ?? [];
		if (item.gender && bearers.length > 1)
			bearers = bearers.filter(
				(bearer) => (bearer.gender ?? givenGender(bearer.keys) ?? item.gender) === item.gender,
			);
		const nearest =
			bearers.filter((bearer) => bearer.mentions.some((mention) => mention < index)).at(-1) ?? bearers[0];
		let target = nearest ?? byKey.get(`person ${key}`);
		if (!target) {
			target = create(item);
			byKey.set(`person ${key}`, target);
		}
		add(target, index);
	});
	return groups.map(({ kind, name, mentions, roles, gender, keys }) => ({
		kind,
		name,
		mentions: [...mentions].sort((a, b) => a - b),
		roles,
		gender: kind === 'person' ? (gender ?? givenGender(keys)) : null,
	}));
}
