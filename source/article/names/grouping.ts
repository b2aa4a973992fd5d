/** Which mentions of one article name the same person, body or place. */

import { FIRST_STANDING_FAMILY_NAMES } from '../../lexicon/given-names.ts';
import { flagsOf, IS, PLACE } from '../../lexicon/names.ts';
import type { Entity, Mention } from '../../types.ts';
import { type Bearer, isKinOf, isPeer, isReigning, isSeated, meant, officesOf } from './bearers.ts';
import { genderOf, isFaded, type Leaning, leaningOfGivenName, leaningOfRole } from './gender.ts';
import { familiesOf, familyKey, generationMeant, generationOf, nameKeys } from './generations.ts';
import { givenAgree } from './given.ts';
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
	/** Of the mentions, those that may be somebody else's. */
	readonly doubtful: number[];
}

/** Bearers of one name that are looked at: no article has more. */
const MOST = 20;

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

interface Whose extends Bearer {
	readonly group: Group;
}

const leaning = ({ roles }: Found): Leaning => roles.reduce((sum, role) => sum + leaningOfRole(role), 0);

export function groupPersons(text: string, found: readonly Found[]): Entity[] {
	const persons = found.flatMap((item, index) =>
		item.mention.kind === 'person' ? [{ index, name: nameKeys(item.keys), ...item }] : [],
	);
	const groups: Group[] = [];
	const byLast = new Map<string, Group[]>();
	const byFirst = new Map<string, Group[]>();
	const enter = (map: Map<string, Group[]>, key: string, group: Group) => {
		const list = map.get(key);
		if (!list) map.set(key, [group]);
		else if (list.at(-1) !== group) list.push(group);
	};
	const titled = (mentions: readonly number[]): Leaning => {
		const leanings = mentions.map((index) => leaning(found[index]!)).filter((lean) => lean !== 0);
		const told = leanings.filter((lean) => !isFaded(lean));
		// "Chairman" said ten times tells no more than once.
		return told.length > 0 ? told.reduce((sum, lean) => sum + lean, 0) : (leanings[0] ?? 0);
	};
	const told = (keys: readonly string[], mentions: readonly number[]): Leaning =>
		titled(mentions) + leaningOfGivenName(keys);

	// Full names, the longest first.
	const full = persons
		.filter(({ name }) => name.length > 1)
		.sort((a, b) => b.name.length - a.name.length || a.index - b.index);
	const families = familiesOf(text, found, full);
	const open = new Set<number>();
	for (const { index, name } of full) {
		const born = generationOf(found[index]!.keys);
		const family = families.get(familyKey(name));
		const sameBorn = (group: Group) =>
			family ? born === group.born : born === '' || group.born === '' || born === group.born;
		// "John Smith" beside "John Smith Sr." and "John Smith Jr.": like a single name, either's.
		if (family && !family.generations.has(born)) {
			open.add(index);
			continue;
		}
		const known = (byLast.get(name.at(-1)!) ?? [])
			.slice(0, MOST)
			.find((group) => agree(name, group.keys) && sameBorn(group));
		const group: Group = known ?? { keys: name, mentions: [], born, doubtful: [] };
		group.mentions.push(index);
		group.born ||= born;
		if (known) continue;
		groups.push(group);
		for (const part of name.slice(1)) if (part.length > 1) enter(byLast, part, group);
		enter(FIRST_STANDING_FAMILY_NAMES.has(name[0]!) ? byLast : byFirst, name[0]!, group);
	}
	const bearerOf = new Map<Group, Whose>();
	const groupOf = new Map<number, Group>();
	for (const group of groups) {
		group.mentions.sort((a, b) => a - b);
		for (const index of group.mentions) groupOf.set(index, group);
		const named = group.mentions.map((index) => found[index]!);
		bearerOf.set(group, {
			group,
			born: group.born,
			lean: told(group.keys, group.mentions),
			offices: new Set(named.flatMap(({ roles }) => officesOf(roles))),
			kin: named.some(({ roles }) => isKinOf(roles)),
			peer: named.some(({ roles }) => isPeer(roles)),
			spelt: new Set(named.flatMap(({ mention: { start, end } }) => text.slice(start, end).split(/[\s-]+/))),
			family: families.get(familyKey(group.keys))?.key ?? familyKey(group.keys),
			first: group.mentions[0]!,
			paragraph: named[0]!.paragraph,
		});
	}
	// Bearers of a name in the order in which the article names them.
	for (const map of [byLast, byFirst])
		for (const bearers of map.values()) bearers.sort((a, b) => a.mentions[0]! - b.mentions[0]!);

	const seated = new Set(
		persons
			.filter(
				({ name, roles, mention: { end } }) => name.length === 1 && isSeated(roles, text.slice(end, end + 6)),
			)
			.map(({ name }) => name[0]!),
	);
	const single = new Map<string, Group>();
	const leanOf = new Map<Group, Leaning>();
	const late: [Group, number][] = [];
	const latest = new Map<string, number>();
	for (const item of persons) {
		if (item.name.length > 1 && !open.has(item.index)) {
			for (const part of item.name) latest.set(part, item.index);
			continue;
		}
		const key = item.name.at(-1)!;
		const offices = officesOf(item.roles);
		const born = generationMeant(text, item);
		const peer = seated.has(key) && isPeer(item.roles);
		const reigning = isReigning(offices);
		const bearers = (
			reigning
				? [...new Set([...(byLast.get(key) ?? []), ...(byFirst.get(key) ?? [])])]
				: (byLast.get(key) ?? byFirst.get(key) ?? [])
		).slice(0, MOST);
		const last = latest.get(key) ?? -1;
		const near = last >= 0 && found[last]!.paragraph === item.paragraph ? groupOf.get(last) : undefined;
		const { start, end } = item.mention;
		const whom = meant(
			{
				index: item.index,
				paragraph: item.paragraph,
				printed: text.slice(start, end).split(/\s+/)[item.name.length - 1]!,
				born,
				lean: leaning(item),
				offices,
				peer,
			},
			bearers.map((group) => bearerOf.get(group)!),
			near && bearerOf.get(near),
			bearerOf.get(groupOf.get(last)!),
		);
		if (whom.open) continue;
		let target = whom.bearer?.group;
		if (!target) {
			// Whom no full name fits: one person, as far as is told, who goes by the title alone.
			const title = bearers.length > 0 && offices.length > 0 ? ` ${offices.at(-1)}` : '';
			// "Smith Sr." beside John Smith Jr., "Lord Smith of Thorn" beside Sir John.
			const own = key + title + (bearers.length > 0 ? ` ${born} ${peer}` : '');
			const lean = isFaded(leaning(item)) ? 0 : leaning(item);
			const known = single.get(own);
			// "Mr. Ober" and "Ms. Ober" are two.
			const which = known && (leanOf.get(known) ?? 0) * lean < 0 ? `${own} ${Math.sign(lean)}` : own;
			target = single.get(which);
			if (!target) {
				target = { keys: item.name, mentions: [], born: '', doubtful: [] };
				single.set(which, target);
				groups.push(target);
			}
			if (lean !== 0) leanOf.set(target, lean);
		} else if (bearers.length > 1 && !whom.doubtful) {
			latest.set(key, item.index);
			groupOf.set(item.index, target);
		}
		if (whom.doubtful) target.doubtful.push(item.index);
		late.push([target, item.index]);
	}
	for (const [group, index] of late) group.mentions.push(index);

	const genderIn = (
		keys: readonly string[],
		lean: Leaning,
		mentions: readonly number[],
	): Pick<Entity, 'gender' | 'genderByName'> => {
		const pronouns = mentions.map((index) => found[index]!.pronoun).filter((pronoun) => pronoun !== 0);
		const named = leaningOfGivenName(keys);
		if (keys.length > 1) return { gender: genderOf(lean + named, pronouns) };
		const gender = genderOf(isFaded(lean) ? 0 : lean, pronouns);
		const byName = gender === null ? genderOf(lean + named, []) : null;
		return byName ? { gender: byName, genderByName: true } : { gender };
	};

	return groups.map((group) => {
		const mentions = [...group.mentions].sort((a, b) => a - b);
		const roles = mentions.flatMap((index) => found[index]!.roles.filter((role) => !role.courtesy));
		return {
			kind: 'person' as const,
			name: fullest(text, found, mentions),
			mentions,
			roles: roles.map(({ start, end, text: words }) => ({ start, end, text: words })),
			...genderIn(group.keys, titled(mentions), mentions),
			...(group.doubtful.length > 0 ? { doubtful: group.doubtful } : {}),
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
	// "Business Council (CCE)": what stands in brackets right behind a name is its own, whatever its letters.
	for (const [index, { keys, mention, shouted }] of found.entries()) {
		const before = found[index - 1];
		if (!shouted || keys.length > 1 || mention.kind !== 'organisation' || text[mention.end] !== ')') continue;
		if (before?.mention.kind !== 'organisation' || before.keys.length < 2) continue;
		if (text.slice(before.mention.end, mention.start) !== ' (' || flagsOf(keys[0]!) & IS.organisation)
			continue;
		short.set(bodyKey(keys), bodyKey(before.keys));
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
		else byKey.set(name, { kind: mention.kind, keys, mentions: [index], born: '', doubtful: [] });
	});
	return [...byKey].map(([key, { kind, mentions }]) => ({
		kind,
		name: printed.get(key)?.replace(/\s+/g, ' ') ?? fullest(text, found, mentions),
		mentions,
		roles: [],
		gender: null,
	}));
}
