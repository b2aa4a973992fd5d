/** Which statements tell one fact. */

import type { Mention } from '../types.ts';
import { sharedOf } from './claims.ts';
import { agree, relate } from './figures.ts';
import { rowsOfLetters } from './letters.ts';
import type { Statement } from './statements.ts';
import type { Term } from './terms.ts';
import { type Counted, likeness, type Rarity, type Space, spaceOfCounted, vectorsOf } from './vectors.ts';

/** Two statements this alike tell one fact, when nothing speaks against it. */
const SAME = 0.34;
/** What two articles of one story open with is mostly its event: this alike is enough when they are about the same. */
const SAME_LEDE = 0.26;
/** And this alike in what is told, when who says it is left out. */
const TOLD = 0.16;

const rarityAmong: Rarity = (frequency, bags) => Math.log((1 + bags) / (0.5 + frequency));

export interface Fact {
	/** The most central first. */
	readonly statements: readonly number[];
}

/** Groups of statements by number; a statement joins the group of the leader that it is most like. */
export function factsAmong(statements: readonly Statement[]): Fact[] {
	const numbers = new Map<string, number>();
	const bags = statements.map(({ terms }) => bagOf(terms, numbers));
	const words = spaceOfCounted(bags, numbers.size, rarityAmong);
	const told = vectorsOf(
		statements.map(({ terms, content }, at) => (content === terms ? bags[at]! : bagOf(content, numbers))),
		numbers.size,
		rarityAmong,
	);
	const pairs = candidates(words, statements);
	// Letters cost ten times what words do: only statements that are worth a second look are spelt out.
	const worth = new Set<number>();
	for (const [a, b] of pairs) worth.add(a).add(b);
	const rows = rowsOfLetters(
		statements.map(({ terms }, index) =>
			worth.has(index) ? ` ${terms.map(({ word }) => word).join(' ')} ` : '',
		),
	);
	const letters = vectorsOf(rows.bags, rows.size, rarityAmong);
	const centrality = new Float64Array(statements.length);
	const alike = new Map<number, { readonly other: number; readonly score: number }[]>();
	for (const [a, b] of pairs) {
		if (likeness(told[a]!, told[b]!) < TOLD) continue;
		const score = (likeness(words.vectors[a]!, words.vectors[b]!) + likeness(letters[a]!, letters[b]!)) / 2;
		if (score < leastFor(statements[a]!, statements[b]!) || contradict(statements[a]!, statements[b]!))
			continue;
		if (statements[a]!.article !== statements[b]!.article) {
			centrality[a]! += score;
			centrality[b]! += score;
		}
		put(alike, a, b, score);
		put(alike, b, a, score);
	}
	const order = statements.map((_, index) => index).sort((a, b) => centrality[b]! - centrality[a]! || a - b);
	const leaderOf = new Map<number, number>();
	const groups = new Map<number, number[]>();
	for (const one of order) {
		const [best] = (alike.get(one) ?? [])
			.filter(({ other }) =>
				// Two that contradict each other never meet through a third that leaves the matter open.
				groups.get(other)?.every((member) => !contradict(statements[member]!, statements[one]!)),
			)
			.sort((a, b) => b.score - a.score || a.other - b.other);
		const leader = best?.other ?? one;
		leaderOf.set(one, leader);
		if (leader === one) groups.set(one, [one]);
		else groups.get(leader)!.push(one);
	}
	return [...groups.values()].map((members) => ({ statements: members }));
}

function put(
	map: Map<number, { readonly other: number; readonly score: number }[]>,
	one: number,
	other: number,
	score: number,
): void {
	const known = map.get(one);
	if (known) known.push({ other, score });
	else map.set(one, [{ other, score }]);
}

/** Words in which a sentence comes to who or what it is about. */
const ABOUT = 6;

function leastFor(a: Statement, b: Statement): number {
	if (a.position > 0 || b.position > 0 || a.article === b.article) return SAME;
	return sharedOf(a.stems.slice(0, ABOUT), b.stems.slice(0, ABOUT)) > 0 ? SAME_LEDE : SAME;
}

/** The stems of a statement, counted; each has the number under which any statement met it first. */
function bagOf(terms: readonly Term[], numbers: Map<string, number>): Counted {
	const found = new Int32Array(terms.length);
	let length = 0;
	for (const { stem } of terms) {
		if (stem === '') continue;
		let number = numbers.get(stem);
		if (number === undefined) numbers.set(stem, (number = numbers.size));
		found[length++] = number;
	}
	found.subarray(0, length).sort();
	const counts = new Float64Array(length);
	let size = 0;
	for (let at = 0; at < length; at++) {
		if (size === 0 || found[size - 1] !== found[at]) found[size++] = found[at]!;
		counts[size - 1]!++;
	}
	return { terms: found.slice(0, size), counts: counts.subarray(0, size) };
}

/** Pairs of statements whose words alone are alike enough to look closer. */
function candidates(words: Space, statements: readonly Statement[]): [number, number][] {
	const pairs: [number, number][] = [];
	const row = new Float32Array(words.vectors.length);
	const { starts, vectors, weights: told } = words.postings;
	for (let b = 0; b < words.vectors.length; b++) {
		row.fill(0, 0, b);
		const { terms, weights } = words.vectors[b]!;
		for (let at = 0; at < terms.length; at++) {
			const end = starts[terms[at]! + 1]!;
			for (let place = starts[terms[at]!]!; place < end && vectors[place]! < b; place++)
				row[vectors[place]!]! += weights[at]! * told[place]!;
		}
		for (let a = 0; a < b; a++)
			if (row[a]! >= SAME_LEDE / 2 && row[a]! >= leastFor(statements[a]!, statements[b]!) / 2)
				pairs.push([a, b]);
	}
	return pairs;
}

/** From here on a figure tells a fact by itself. */
const GREAT = 1000;

/** Two statements that cannot tell one fact, however alike their words. */
export function contradict(a: Statement, b: Statement): boolean {
	if (a.denies !== b.denies || a.deniesTwice !== b.deniesTwice) return true;
	if (a.speakers.length > 0 && b.speakers.length > 0 && !a.speakers.some((one) => b.speakers.includes(one)))
		return true;
	if (openersDiffer(a, b)) return true;
	if (a.announces !== b.announces && (a.happened || b.happened)) return true;
	// They name the same, and nothing that one of them tells of it stands in the other.
	if (a.deeds.length > 0 && b.deeds.length > 0 && sharedOf(a.deeds, b.deeds) === 0) return true;
	if (apart(a.people, b.people, ({ actor }) => actor) || apart(a.days, b.days, ({ day }) => day)) return true;
	if (
		a.details.some(({ of }) =>
			apart(a.details, b.details, (detail) => (detail.of === of ? detail.value : null)),
		)
	)
		return true;
	// Of one kind they name figures, and none alike: other places or years make two facts, whether or not both are true.
	if (
		a.figures.some(
			({ kind }) =>
				kind !== '' &&
				b.figures.some((other) => other.kind === kind) &&
				!a.figures.some(
					(one) => one.kind === kind && b.figures.some((other) => other.kind === kind && agree(one, other)),
				),
		)
	)
		return true;
	// Of two great figures it matters little how those are called whom they count.
	const [one, other] = [a.figures[0], b.figures[0]];
	if (a.figures.length === 1 && b.figures.length === 1 && one!.value >= GREAT && other!.value >= GREAT)
		if (!agree(one!, other!)) return true;
	return a.figures.some((figure) => {
		const relations = b.figures.map((other) => relate(figure, other));
		if (figure.kind === '' && b.figures.some(({ kind }) => kind === ''))
			return !b.figures.some((other) => agree(figure, other));
		return relations.some((one) => one === 'conflict' || one === 'apart') && !relations.includes('agree');
	});
}

/** "The council passed the budget", "The senate passed the budget": each opens with somebody whom the other leaves out. */
function openersDiffer(a: Statement, b: Statement): boolean {
	const [one, other] = [openerOf(a), openerOf(b)];
	return one !== null && other !== null && !names(b, one, a) && !names(a, other, b);
}

/** A statement names it, or has the last word of its name: "the U.S. Supreme Court", "the Supreme Court". */
function names({ named, stems }: Statement, { actor, end }: Mention, { terms }: Statement): boolean {
	const last = terms.findLast((term) => term.end <= end)?.stem ?? '';
	return stems.includes(last) || named.some((mention) => mention.actor === actor);
}

/** The organisation with which a sentence opens. People are compared wherever they stand, and places lie in places. */
function openerOf({ named, terms }: Statement): Mention | null {
	const [first] = named;
	return first &&
		first.kind === 'organisation' &&
		first.start <= (terms[1]?.start ?? 0) &&
		first.actor !== null
		? first
		: null;
}

/** Both name some, and none in common. Who is not known to be anybody tells nothing. */
function apart<Named>(
	some: readonly Named[],
	others: readonly Named[],
	nameOf: (one: Named) => string | null,
): boolean {
	if (some.length === 0 || others.length === 0) return false;
	const names = new Set(some.flatMap((one) => nameOf(one) ?? []));
	const known = others.flatMap((one) => nameOf(one) ?? []);
	return names.size > 0 && known.length > 0 && !known.some((name) => names.has(name));
}
