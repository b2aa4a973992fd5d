/** What a statement tells, without the words for who said so: only that is compared when reports seem to differ. */
import { MONTHS, NUMBERS } from '../lexicon/calendar.ts';
import { OF_MANY_NAMES } from '../lexicon/matters.ts';
import type { Id, Span } from '../types.ts';
import type { Told } from './claims.ts';
import type { Statement } from './statements.ts';
import type { Term } from './terms.ts';

export interface Substance {
	readonly terms: readonly Term[];
	/** Stems of its content words, each once, in order. */
	readonly stems: readonly string[];
	/** Stems of its words with a capital, but for the first word. */
	readonly names: readonly string[];
	/** Whom it names. */
	readonly people: readonly Id[];
}

const SAID = 'said|says|say|announced|claimed|claims|reported|estimated|added|told|stated|found|warned';
/** ", the coast guard said on Monday." */
const TAIL = new RegExp(
	`,\\s(?!which\\b|who\\b|where\\b|and\\b|but\\b)[^,;:]{0,90}?\\b(?:${SAID})\\b[^,;:]{0,60}$`,
	'u',
);
/** "The governor, Leandro Pavo, said on Monday that" */
const HEAD = new RegExp(
	`^[^,;:.]{2,70}?(?:,[^,;:]{2,60},)?\\s(?:has |have |had )?(?:${SAID})\\s(?:(?:on\\s)?\\p{Lu}\\p{Ll}+day\\s)?(?:that\\s)?`,
	'u',
);
/** Soon found to stand nowhere, as it mostly does: what is asked first. */
const MAY_ACCORD = /according to|in the words of/i;
const ACCORDING = /,?\s*\b(?:according to|in the words of)\s[^,;.]{2,70},?/giu;
/** So few words are left of what is all attribution that nothing was told. */
const FEWEST = 3;
/** Characters at either end of a statement in which a speaker is looked for. */
const ENDS = 240;

export function attributionsIn({ articles }: Told, { article, start, end }: Statement): Span[] {
	const { text } = articles[article]!;
	const spans: Span[] = [];
	const first = text.slice(start, Math.min(end, start + ENDS));
	const from = Math.max(start, end - ENDS);
	const last = text.slice(from, end);
	const head = HEAD.exec(first);
	if (head) spans.push({ start, end: start + head[0].length });
	const tail = TAIL.exec(last);
	if (tail) spans.push({ start: from + tail.index, end });
	for (const [at, part] of last.length < end - start
		? ([
				[start, first],
				[from, last],
			] as const)
		: ([[start, first]] as const))
		for (const { index, 0: found } of MAY_ACCORD.test(part) ? part.matchAll(ACCORDING) : [])
			spans.push({ start: at + index, end: at + index + found.length });
	return spans;
}

/** Worked out once for all that ask. */
export function substanceOf(told: Told, statement: Statement): Substance {
	const known = told.substances.get(statement);
	if (known) return known;
	const substance = substanceIn(told, statement);
	told.substances.set(statement, substance);
	return substance;
}

function substanceIn(told: Told, statement: Statement): Substance {
	const without = attributionsIn(told, statement);
	const kept =
		without.length === 0
			? statement.terms
			: statement.terms.filter(
					(term) => !without.some(({ start, end }) => term.start >= start && term.end <= end),
				);
	const terms = kept.filter(({ stem }) => stem !== '').length < FEWEST ? statement.terms : kept;
	const [opening] = terms;
	const people = statement.people.flatMap(({ start, end, actor }) =>
		actor !== null && terms.some((term) => term.start >= start && term.end <= end) ? [actor] : [],
	);
	return {
		people,
		terms,
		stems: distinct(terms.map(({ stem }) => stem)),
		names: distinct(
			terms.flatMap((term) =>
				term.capital &&
				!MONTHS.has(term.word) &&
				!OF_MANY_NAMES.has(term.word) &&
				(term !== opening || isNamed(statement, term))
					? [term.stem]
					: [],
			),
		),
	};
}

const isNamed = ({ people }: Statement, term: Term) =>
	people.some(({ start, end }) => start <= term.start && end >= term.end);

const distinct = (stems: readonly string[]) => [...new Set(stems)].filter((stem) => stem !== '');

/** Both name somebody or some place, and none that the other names. */
export function namesApart(a: Substance, b: Substance): boolean {
	return (
		a.names.length > 0 &&
		b.names.length > 0 &&
		!a.names.some((name) => b.stems.includes(name)) &&
		!b.names.some((name) => a.stems.includes(name))
	);
}

/** Each names somebody, by two words or more, whom the other leaves out. */
export function othersNamed(a: Substance, b: Substance, fewest = FULL_NAME): boolean {
	const only = (one: Substance, other: Substance) => one.names.filter((name) => !other.stems.includes(name));
	return only(a, b).length >= fewest && only(b, a).length >= fewest;
}
const FULL_NAME = 2;

/** What one of them opens with the other tells of too. */
export function sameSubject(a: Substance, b: Substance): boolean {
	const opening = ({ terms }: Substance) =>
		terms.find(({ stem, number, word }) => stem !== '' && !number && !NUMBERS.has(word))?.stem ?? '';
	return b.stems.includes(opening(a)) || a.stems.includes(opening(b));
}

/** Unless one names nobody, somebody is named in both; who only tells of it is not asked. */
export function peopleApart(a: Substance, b: Substance): boolean {
	return a.people.length > 0 && b.people.length > 0 && !a.people.some((actor) => b.people.includes(actor));
}

/** Each names somebody first, and not the same: what is told of her is not told of him, though both know of the other. */
export function othersFirst(a: Substance, b: Substance): boolean {
	return a.people.length > 0 && b.people.length > 0 && a.people[0] !== b.people[0];
}
