/** Which mentions of one article name the same person, body or place. */

import { FIRST_STANDING_FAMILY_NAMES, GIVEN_NAME_GROUPS } from '../../lexicon/given-names.ts';
import { flagsOf, IS, PLACE } from '../../lexicon/names.ts';
import type { Entity, Mention } from '../../types.ts';
import { genderOf, type Leaning, leaningOfGivenName, leaningOfRole } from './gender.ts';
import { ownerOf } from './owner.ts';
import type { Role } from './roles.ts';

/** An accepted name with what stands around it. */
export interface Found {
	readonly mention: Mention;
	readonly keys: readonly string[];
	/** Printed in capitals throughout. */
	readonly shouted: boolean;
	/** Ends in a word for a body: "Inc", "Party". */
	readonly bodily: boolean;
	readonly paragraph: number;
	readonly aside: boolean;
	readonly roles: readonly Role[];
	/** Lean of the first pronoun after it, 0 for none. */
	readonly pronoun: Leaning;
}

interface Group {
	/** Of the fullest form, without "Jr." and the like. */
	keys: readonly string[];
	readonly mentions: number[];
	/** "jr", "sr": father and son are two. */
	born: string;
}

/** Bearers of one name that are looked at: no article has more. */
const MOST = 20;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;
const bare = (key: string) => key.replace(/\.$/, '');

const nameKeys = (keys: readonly string[]) => {
	const plain = keys.map(bare);
	return plain.length > 1 && GENERATION.test(plain.at(-1)!) ? plain.slice(0, -1) : plain;
};

const generationOf = (keys: readonly string[]) => {
	const last = keys.length > 1 ? bare(keys.at(-1)!) : '';
	return GENERATION.test(last) ? last : '';
};

/** "Joe" and "Joseph", "J" and "Joseph", "Joseph" and "Joseph". */
function givenAgree(a: string, b: string): boolean {
	if (a === b) return true;
	if (a.length === 1 || b.length === 1) return a[0] === b[0];
	const groups = GIVEN_NAME_GROUPS.get(a);
	return groups !== undefined && (GIVEN_NAME_GROUPS.get(b) ?? []).some((group) => groups.includes(group));
}

/** Middle names may be left out or shortened, not changed. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
	const [few, many] = a.length <= b.length ? [a, b] : [b, a];
	let at = 0;
	for (const name of few) {
		while (at < many.length && !givenAgree(name, many[at]!)) at++;
		if (at++ >= many.length) return false;
	}
	return true;
}

/** Two names of two words or more for one person, `full` having as many words or more. */
function agree(keys: readonly string[], full: readonly string[]): boolean {
	if (keys.at(-1) !== full.at(-1)) return false;
	if (givenAgree(keys[0]!, full[0]!) && middlesAgree(keys.slice(1, -1), full.slice(1, -1))) return true;
	// "Wasserman Schultz" for "Debbie Wasserman Schultz"
	return keys.length < full.length && keys.every((key, i) => key === full[full.length - keys.length + i]);
}

const leaning = ({ roles }: Found): Leaning => roles.reduce((sum, role) => sum + leaningOfRole(role), 0);

export function groupPersons(text: string, found: readonly Found[]): Entity[] {
	const persons = found.flatMap((item, index) =>
		item.mention.kind === 'person' ? [{ ...item, index, name: nameKeys(item.keys) }] : [],
	);
	const groups: Group[] = [];
	const byLast = new Map<string, Group[]>();
	const byFirst = new Map<string, Group[]>();
	const enter = (map: Map<string, Group[]>, key: string, group: Group) => {
		const list = map.get(key);
		if (!list) map.set(key, [group]);
		else if (list.at(-1) !== group) list.push(group);
	};
	const told = (keys: readonly string[], mentions: readonly number[]): Leaning =>
		mentions.reduce((sum, index) => sum + leaning(found[index]!), leaningOfGivenName(keys));

	// Full names, the longest first.
	const full = persons
		.filter(({ name }) => name.length > 1)
		.sort((a, b) => b.name.length - a.name.length || a.index - b.index);
	for (const { index, name } of full) {
		const born = generationOf(found[index]!.keys);
		const known = (byLast.get(name.at(-1)!) ?? [])
			.slice(0, MOST)
			.find((group) => agree(name, group.keys) && (born === '' || group.born === '' || born === group.born));
		const group: Group = known ?? { keys: name, mentions: [], born };
		group.mentions.push(index);
		group.born ||= born;
		if (known) continue;
		groups.push(group);
		for (const part of name.slice(1)) if (part.length > 1) enter(byLast, part, group);
		enter(FIRST_STANDING_FAMILY_NAMES.has(name[0]!) ? byLast : byFirst, name[0]!, group);
	}
	const groupOf = new Map<number, Group>();
	const lean = new Map<Group, Leaning>();
	for (const group of groups) {
		group.mentions.sort((a, b) => a - b);
		for (const index of group.mentions) groupOf.set(index, group);
		lean.set(group, told(group.keys, group.mentions));
	}
	// Bearers of a name in the order in which the article names them.
	for (const map of [byLast, byFirst])
		for (const bearers of map.values()) bearers.sort((a, b) => a.mentions[0]! - b.mentions[0]!);

	// Single names: to the bearer whom the title fits, named last in this paragraph, else to the one named first.
	const single = new Map<string, Group>();
	const late: [Group, number][] = [];
	const latest = new Map<string, number>();
	for (const item of persons) {
		if (item.name.length > 1) {
			for (const part of item.name) latest.set(part, item.index);
			continue;
		}
		const key = item.name[0]!;
		const title = leaning(item);
		const bearers = (byLast.get(key) ?? byFirst.get(key) ?? [])
			.slice(0, MOST)
			.filter((group) => lean.get(group)! * title >= 0);
		const last = latest.get(key) ?? -1;
		const near = last >= 0 && found[last]!.paragraph === item.paragraph ? groupOf.get(last) : undefined;
		let target = near && bearers.includes(near) ? near : (bearers[0] ?? single.get(key));
		if (!target) {
			target = { keys: item.name, mentions: [], born: '' };
			single.set(key, target);
			groups.push(target);
		}
		late.push([target, item.index]);
	}
	for (const [group, index] of late) group.mentions.push(index);

	return groups.map((group) => {
		const mentions = [...group.mentions].sort((a, b) => a - b);
		const roles = mentions.flatMap((index) => found[index]!.roles.filter((role) => !role.courtesy));
		return {
			kind: 'person' as const,
			name: fullest(text, found, mentions),
			mentions,
			roles: roles.map(({ start, end, text: words }) => ({ start, end, text: words })),
			gender: genderOf(
				told(group.keys, mentions),
				mentions.map((index) => found[index]!.pronoun).filter((lean) => lean !== 0),
			),
		};
	});
}

/** The longest form, in mixed case rather than in capitals; of two alike the first. */
function fullest(text: string, found: readonly Found[], mentions: readonly number[]): string {
	let best = mentions[0]!;
	for (const index of mentions) {
		const item = found[index]!;
		const than = found[best]!;
		if (
			than.shouted && !item.shouted
				? item.keys.length >= than.keys.length
				: item.keys.length > than.keys.length && (!item.shouted || than.shouted)
		)
			best = index;
	}
	const { start, end } = found[best]!.mention;
	return text.slice(start, end).replace(/\s+/g, ' ');
}

/** "U.S." and "US", "the Hague" and "The Hague". */
const bodyKey = (keys: readonly string[]) =>
	keys
		.filter((key, index) => index > 0 || key !== 'the')
		.map((key) => key.replaceAll('.', ''))
		.join(' ');

export function groupBodies(text: string, found: readonly Found[]): Entity[] {
	const byKey = new Map<string, Group & { kind: Mention['kind'] }>();
	/** Short forms that a long form licenses: "SEC", "Rystad". */
	const short = new Map<string, string>();
	for (const { keys, mention, bodily } of found) {
		if (mention.kind !== 'organisation' || keys.length < 2) continue;
		const key = bodyKey(keys);
		const initials = keys
			.filter((word) => word.length > 3 || !/^(?:of|for|and|the|on|&)$/.test(word))
			.map((word) => word[0]);
		if (initials.length > 2) short.set(initials.join(''), key);
		// "Ford" is not "the Ford Foundation".
		const stem = bodyKey(keys.slice(0, -1));
		if (bodily && (flagsOf(stem) & (IS.organisation | PLACE)) === 0) short.set(stem, key);
	}
	/** Of an office that every country has, whose was named last. */
	const lastOwner = new Map<string, string>();
	const printed = new Map<string, string>();
	const owners = found.map(({ keys, mention }) =>
		mention.kind === 'organisation' ? ownerOf(text, mention, keys) : null,
	);
	// What stands before the first owner is named is that owner's.
	owners.forEach((owner, index) => {
		const key = bodyKey(found[index]!.keys);
		if (owner && !lastOwner.has(key)) lastOwner.set(key, owner.country);
	});
	found.forEach(({ keys, mention }, index) => {
		if (mention.kind === 'person') return;
		const own = bodyKey(keys);
		const key = mention.kind === 'organisation' ? (short.get(own) ?? own) : own;
		const owner = owners[index];
		if (owner) lastOwner.set(own, owner.country);
		const whose = mention.kind === 'organisation' ? (lastOwner.get(own) ?? '') : '';
		const name = `${mention.kind} ${key} ${whose}`;
		if (owner && !printed.has(name)) printed.set(name, text.slice(owner.whole.start, owner.whole.end));
		const group = byKey.get(name);
		if (group) group.mentions.push(index);
		else byKey.set(name, { kind: mention.kind, keys, mentions: [index], born: '' });
	});
	return [...byKey].map(([key, { kind, mentions }]) => ({
		kind,
		name: printed.get(key)?.replace(/\s+/g, ' ') ?? fullest(text, found, mentions),
		mentions,
		roles: [],
		gender: null,
	}));
}
