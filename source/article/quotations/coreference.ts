/**
 * Whom a speaking phrase means. A name means its entity; "he" and "she" the nearest earlier subject of fitting gender,
 * speakers first; "the senator" the one entity of the article that bears the title. Anything else stays words.
 */
import type { Entity, Gender } from '../../types.ts';
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

export type Resolver = (clause: number, subject: Subject) => number | null;

const fits = (entity: Entity | undefined, gender: Gender) =>
	entity?.kind === 'person' && (entity.gender === null || entity.gender === gender);

export function resolver(passage: Passage, clauses: readonly Clause[]): Resolver {
	const { entities } = passage;
	const entityOf = new Map<number, number>();
	entities.forEach((entity, index) => {
		for (const mention of entity.mentions) entityOf.set(mention, index);
	});
	const titled = bearersOf(entities);
	/** Entities of each clause's subjects, in order, as far as they are persons. */
	const subjects: (readonly number[])[] = [];

	const named = (token: Token | undefined) =>
		token?.type === 'name' ? (entityOf.get(token.index) ?? null) : null;

	/** Whom each clause names first, by gender, and whom its pronouns mean if that is nobody: each worked out once. */
	const firsts: Record<Gender, Firsts[]> = { male: [], female: [] };
	const before: Record<Gender, (number | null)[]> = { male: [], female: [] };

	const firstsIn = (at: number, gender: Gender): Firsts => {
		firsts[gender][at] ??= firstNamed(clauses[at]!.tokens, (token) => {
			const entity = named(token);
			return entity !== null && fits(entities[entity], gender)
				? { entity, sure: entities[entity]!.gender === gender }
				: null;
		});
		return firsts[gender][at]!;
	};

	const pronoun = (at: number, head: number, gender: Gender): number | null => {
		const inClause = firstBefore(firstsIn(at, gender), head);
		if (inClause !== null) return inClause;
		const known = before[gender][at];
		return known === undefined ? (before[gender][at] = lookBack(at, gender)) : known;
	};

	const lookBack = (at: number, gender: Gender): number | null => {
		const { paragraph } = clauses[at]!;
		for (
			let c = at - 1;
			c >= 0 && at - c <= REACH_CLAUSES && paragraph - clauses[c]!.paragraph <= REACH;
			c--
		) {
			const known = (subjects[c] ?? []).filter((entity) => fits(entities[entity], gender));
			const sure = known.find((entity) => entities[entity]!.gender === gender);
			if (sure !== undefined) return sure;
			if (known[0] !== undefined) return known[0];
			const other = firstBefore(firstsIn(c, gender), Number.POSITIVE_INFINITY);
			if (other !== null) return other;
		}
		return null;
	};

	const lastPerson = (at: number): number | null => {
		const { paragraph } = clauses[at]!;
		for (let c = at - 1; c >= 0 && at - c <= 5 && paragraph - clauses[c]!.paragraph <= 1; c--)
			if (subjects[c]?.[0] !== undefined) return subjects[c]!.length === 1 ? subjects[c]![0]! : null;
		return null;
	};

	const resolve: Resolver = (at, subject) => {
		const token = clauses[at]!.tokens[subject.head]!;
		if (subject.meant) return resolve(at, subject.meant);
		if (subject.kind === 'name') return named(token);
		if (subject.kind === 'pronoun') {
			const gender = GENDER_OF[token.lower];
			return gender ? pronoun(at, subject.head, gender) : null;
		}
		const first = clauses[at]!.tokens[subject.from]!;
		// "the 67-year-old": whoever spoke or acted last.
		if (first.lower === 'the' && /^\d+-year-old$/.test(token.lower)) return lastPerson(at);
		return first.lower === 'the' || first.lower === 'former' ? (titled.get(token.lower) ?? null) : null;
	};

	clauses.forEach(({ tokens, cues }, at) => {
		const found = new Set<number>();
		const note = (subject: Subject | null) => {
			const entity = subject && resolve(at, subject);
			if (entity !== null && entities[entity]?.kind === 'person') found.add(entity);
		};
		// Who said something goes before who merely does something.
		for (const cue of cues) if (SPEAKS.has(cue.kind)) note(cue.subject);
		for (const cue of cues) if (cue.kind === 'label' || cue.kind === 'noun') note(cue.subject);
		for (let i = 1; i < tokens.length; i++) if (isVerbAt(tokens, i)) note(subjectBefore(tokens, i));
		subjects.push([...found]);
	});
	return resolve;
}

/** The first fitting persons that a clause names, each with the token where they stand. */
type Firsts = Readonly<
	Record<'sure' | 'possessor' | 'unsure', { readonly at: number; readonly entity: number } | null>
>;

function firstNamed(
	tokens: readonly Token[],
	fitting: (token: Token) => { readonly entity: number; readonly sure: boolean } | null,
): Firsts {
	const firsts: { -readonly [Standing in keyof Firsts]: Firsts[Standing] } = {
		sure: null,
		possessor: null,
		unsure: null,
	};
	tokens.forEach((token, at) => {
		const found = fitting(token);
		if (!found) return;
		const { entity, sure } = found;
		if (tokens[at + 1]?.lower !== "'s") firsts[sure ? 'sure' : 'unsure'] ??= { at, entity };
		else if (sure) firsts.possessor ??= { at, entity };
	});
	return firsts;
}

/** The first fitting person named before `until` who is not a mere possessor; those of known gender first. */
function firstBefore({ sure, possessor, unsure }: Firsts, until: number): number | null {
	for (const first of [sure, possessor, unsure]) if (first && first.at < until) return first.entity;
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
