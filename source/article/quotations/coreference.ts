/**
 * Whom a speaking phrase means. A name means its entity; "he" and "she" the nearest earlier subject of fitting gender,
 * speakers first; "the senator" the one entity of the article that bears the title, "the 47-year-old" the one of that
 * age. Anything else stays words, and so does a pronoun that may stand for somebody who is not named ("her mother").
 */
import { FEMALE_WORDS, MALE_WORDS } from '../../lexicon/titles.ts';
import type { Entity, Gender } from '../../types.ts';
import { agesOf } from './ages.ts';
import { askedOf } from './objects.ts';
import { isVerbAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectBefore } from './subjects.ts';
import { type Clause, type Passage, SPEAKS } from './views.ts';

const GENDER_OF: Readonly<Record<string, Gender>> = {
	he: 'male',
	she: 'female',
	his: 'male',
	her: 'female',
	him: 'male',
};

/** How many paragraphs, and sentences, a pronoun looks back. */
const REACH = 4;
const REACH_CLAUSES = 40;

/** Whom a phrase means; not sure where another of the article's persons would fit as well. */
export interface Meant {
	readonly entity: number | null;
	readonly sure: boolean;
}

export type Resolver = (clause: number, subject: Subject) => Meant;

const NOBODY: Meant = { entity: null, sure: false };

const fits = (entity: Entity | undefined, gender: Gender) =>
	entity?.kind === 'person' && (entity.gender === null || entity.gender === gender);

/** "Her mother was a singer", "a woman called": somebody of that gender, whom nothing names; "the woman" may be anybody. */
function genderOfWords(tokens: readonly Token[], { kind, from, to, head }: Subject): Gender | null {
	if (kind !== 'nominal') return null;
	const owned = tokens.slice(from, to).some(({ lower }) => lower === "'s");
	if (!owned && !/^(?:his|her|their|my|our|an?|another|one)$/.test(tokens[from]!.lower)) return null;
	// Maria Lopez, a mother of two, …
	if (tokens[from - 1]?.lower === ',' && tokens[from - 2]?.type === 'name') return null;
	const { lower } = tokens[head]!;
	return FEMALE_WORDS.has(lower) ? 'female' : MALE_WORDS.has(lower) ? 'male' : null;
}

export function resolver(passage: Passage, clauses: readonly Clause[]): Resolver {
	const { text, entities, mentions } = passage;
	const entityOf = new Map<number, number>();
	entities.forEach((entity, index) => {
		for (const mention of entity.mentions) entityOf.set(mention, index);
	});
	const titled = bearersOf(entities);
	/** Entities of each clause's subjects, in order, as far as they are persons. */
	const subjects: (readonly number[])[] = [];
	/** The genders of each clause's subjects that nothing names. */
	const unnamed: ReadonlySet<Gender>[] = [];

	const named = (token: Token | undefined) =>
		token?.type === 'name' ? (entityOf.get(token.index) ?? null) : null;
	const ages = agesOf(clauses, named);

	/** Who is named inside the marked words of a clause: whoever says them does not speak of himself by name. */
	const inside = (at: number): ReadonlySet<number> => {
		const found = new Set<number>();
		for (const { type, start, end } of clauses[at]!.tokens) {
			if (type !== 'quote') continue;
			for (let m = firstFrom(mentions, start); m < mentions.length && mentions[m]!.end <= end; m++) {
				const entity = entityOf.get(m);
				const lead = text.slice(Math.max(start, mentions[m]!.start - LEAD), mentions[m]!.start);
				if (entity !== undefined && !isOwnName(lead) && !isInner(lead)) found.add(entity);
			}
		}
		return found;
	};

	/** Whom each clause names first, by gender, and whom its pronouns mean if that is nobody: each worked out once. */
	const firsts: Record<Gender, Firsts[]> = { male: [], female: [] };
	const before: Record<Gender, Meant[]> = { male: [], female: [] };

	/** Who asked her, thanked her, told her is not she. */
	const others: Record<Gender, ReadonlySet<number>[]> = { male: [], female: [] };
	const othersIn = (at: number, gender: Gender): ReadonlySet<number> => {
		others[gender][at] ??= new Set(
			askedOf(clauses[at]!.tokens, gender).flatMap(({ subject, asks }) => {
				const entity = subject.kind === 'name' ? named(clauses[at]!.tokens[subject.head]) : null;
				return entity !== null && (asks || entities[entity]!.gender !== gender) ? [entity] : [];
			}),
		);
		return others[gender][at]!;
	};

	const firstsIn = (at: number, gender: Gender): Firsts => {
		firsts[gender][at] ??= firstNamed(clauses[at]!.tokens, (token) => {
			const entity = named(token);
			return entity !== null && fits(entities[entity], gender) && !othersIn(at, gender).has(entity)
				? { entity, sure: entities[entity]!.gender === gender }
				: null;
		});
		return firsts[gender][at]!;
	};

	const pronoun = (at: number, head: number, gender: Gender): Meant => {
		const inClause = firstBefore(firstsIn(at, gender), head, NO_ONE);
		if (inClause) return inClause;
		before[gender][at] ??= lookBack(at, gender);
		return before[gender][at]!;
	};

	const lookBack = (at: number, gender: Gender): Meant => {
		const named = inside(at);
		const meant = nearest(at, gender, named);
		// Some do speak of themselves by name.
		return named.size > 0 && meant.sure
			? { ...meant, sure: nearest(at, gender, NO_ONE).entity === meant.entity }
			: meant;
	};

	const nearest = (at: number, gender: Gender, unlikely: ReadonlySet<number>): Meant => {
		const { paragraph } = clauses[at]!;
		const barred = new Set(unlikely);
		for (
			let c = at - 1;
			c >= 0 && at - c <= REACH_CLAUSES && paragraph - clauses[c]!.paragraph <= REACH;
			c--
		) {
			for (const other of othersIn(c, gender)) barred.add(other);
			const known = (subjects[c] ?? []).filter(
				(entity) => fits(entities[entity], gender) && !barred.has(entity),
			);
			const certain = known.filter((entity) => entities[entity]!.gender === gender);
			if (certain[0] !== undefined) return { entity: certain[0], sure: certain.length === 1 };
			if (unnamed[c]?.has(gender)) return NOBODY;
			const other = firstBefore(firstsIn(c, gender), Number.POSITIVE_INFINITY, barred);
			if (known[0] !== undefined)
				return { entity: known[0], sure: other === null || other.entity === known[0] };
			if (other) return other;
		}
		return NOBODY;
	};

	const lastPerson = (at: number, age: number): number | null => {
		const told = ages.bearers.get(age);
		if (told !== undefined) return told;
		const { paragraph } = clauses[at]!;
		for (let c = at - 1; c >= 0 && at - c <= 5 && paragraph - clauses[c]!.paragraph <= 1; c--) {
			const [first, second] = subjects[c] ?? [];
			// Whose age is given as another one is not meant.
			if (first !== undefined) return second === undefined && !ages.aged.has(first) ? first : null;
		}
		return null;
	};

	const resolve: Resolver = (at, subject) => {
		const token = clauses[at]!.tokens[subject.head]!;
		if (subject.meant) return resolve(at, subject.meant);
		if (subject.kind === 'name') return { entity: named(token), sure: true };
		if (subject.kind === 'pronoun') {
			const gender = GENDER_OF[token.lower];
			return gender ? pronoun(at, subject.head, gender) : NOBODY;
		}
		const first = clauses[at]!.tokens[subject.from]!;
		const years = first.lower === 'the' ? /^(\d+)-year-old$/.exec(token.lower) : null;
		if (years) return { entity: lastPerson(at, Number(years[1])), sure: true };
		const titles = first.lower === 'the' || first.lower === 'former';
		return { entity: titles ? (titled.get(token.lower) ?? null) : null, sure: true };
	};

	clauses.forEach(({ tokens, cues }, at) => {
		const found = new Set<number>();
		const genders = new Set<Gender>();
		const note = (subject: Subject | null) => {
			if (!subject) return;
			const { entity } = resolve(at, subject);
			// Maria Lopez and Ana Ruiz came
			const beside = tokens[subject.from - 1]?.lower === 'and' ? named(tokens[subject.from - 2]) : null;
			if (beside !== null && entities[beside]?.kind === 'person') found.add(beside);
			if (entity !== null && entities[entity]?.kind === 'person') found.add(entity);
			const gender = entity === null ? genderOfWords(tokens, subject) : null;
			if (gender) genders.add(gender);
		};
		// Who said something goes before who merely does something.
		for (const cue of cues) if (SPEAKS.has(cue.kind)) note(cue.subject);
		for (const cue of cues) if (cue.kind === 'label' || cue.kind === 'noun') note(cue.subject);
		for (let i = 1; i < tokens.length; i++) if (isVerbAt(tokens, i)) note(subjectBefore(tokens, i));
		subjects.push([...found]);
		unnamed.push(genders);
	});
	return resolve;
}

const NO_ONE: ReadonlySet<number> = new Set();

/** How much before a name inside the words is looked at. */
const LEAD = 80;

/** "I am Maria Lopez", "My name is Maria Lopez". */
const isOwnName = (lead: string) => /(?:\bI[’']?m|\bI am|\bI,|\bme,|\bname(?: i|[’'])s)\s*$/i.test(lead);

/** “He shouted, ‘Maria Lopez!’”: somebody else's words inside the words. */
const isInner = (lead: string) => lead.lastIndexOf('‘') > lead.lastIndexOf('’');

/** The first of the mentions, which are in order, that begins at `at` or behind it. */
function firstFrom(mentions: Passage['mentions'], at: number): number {
	let [from, to] = [0, mentions.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (mentions[middle]!.start < at) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** The fitting persons that a clause names, once each, in order; each with the token where they first stand. */
type Firsts = Readonly<Record<'sure' | 'possessor' | 'unsure', readonly Standing[]>>;

interface Standing {
	readonly at: number;
	readonly entity: number;
}

function firstNamed(
	tokens: readonly Token[],
	fitting: (token: Token) => { readonly entity: number; readonly sure: boolean } | null,
): Firsts {
	const firsts: Record<keyof Firsts, Standing[]> = { sure: [], possessor: [], unsure: [] };
	const seen = new Set<string>();
	tokens.forEach((token, at) => {
		const found = fitting(token);
		if (!found) return;
		const { entity, sure } = found;
		const owns = tokens[at + 1]?.lower === "'s";
		if (owns && !sure) return;
		const standing = owns ? 'possessor' : sure ? 'sure' : 'unsure';
		if (seen.has(`${standing} ${entity}`)) return;
		seen.add(`${standing} ${entity}`);
		firsts[standing].push({ at, entity });
	});
	return firsts;
}

/** The first fitting person named before `until` who is not a mere possessor; those of known gender first. */
function firstBefore(
	{ sure, possessor, unsure }: Firsts,
	until: number,
	barred: ReadonlySet<number>,
): Meant | null {
	for (const standing of [sure, possessor, unsure]) {
		const open = standing.filter(({ at, entity }) => at < until && !barred.has(entity));
		if (open[0]) return { entity: open[0].entity, sure: open.length === 1 };
	}
	return null;
}

/** Title words that exactly one entity bears: "senator" → Maria Lopez. */
function bearersOf(entities: readonly Entity[]): ReadonlyMap<string, number> {
	const bearers = new Map<string, number | null>();
	entities.forEach((entity, index) => {
		if (entity.kind !== 'person') return;
		const words = new Set(
			entity.roles.map(
				({ text }) =>
					text
						.toLowerCase()
						.split(/[^\p{L}-]+/u)
						.filter(Boolean)
						.at(-1) ?? '',
			),
		);
		for (const word of words)
			if (word) bearers.set(word, bearers.has(word) && bearers.get(word) !== index ? null : index);
	});
	return new Map([...bearers].filter((pair): pair is [string, number] => pair[1] !== null));
}
