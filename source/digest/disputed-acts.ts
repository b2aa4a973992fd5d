/** Yes here and no there: the same act of the same people told with and without "not", or with two opposite verbs. */
import { ELSEWHERE_WORDS, SAYS_NO } from '../lexicon/figures.ts';
import { DENIALS, DENYING, NOT_SO, NOT_TOLD_AS_SO, REFUSING, SIDES, UNSAID } from '../lexicon/opposites.ts';
import type { Dispute, Span } from '../types.ts';
import {
	claimAt,
	commonOf,
	daysBetween,
	disputeOf,
	farApart,
	independent,
	orderOf,
	overlapOf,
	sharedOf,
	type Told,
} from './claims.ts';
import type { Statement } from './statements.ts';
import { namesApart, othersNamed, type Substance, substanceOf } from './substance.ts';
import type { Term } from './terms.ts';

/** All their words, each once: so many stand in both statements, apart from what makes them opposites. */
const ALIKE = 0.6;
/** The same of the shorter one's words, when that many are shared. */
const CONTAINED = 0.8;
const FEWEST_CONTAINED = 3;
const FEWEST_SHARED = 2;
/** Of reports of two days one may tell what happened since: they must be alike. */
const ALIKE_LATER = 0.75;
/** What is denied, in content words. */
const DENIED = { fewest: 2, most: 8 };
/** Statements of a story that are looked at, and disputes of this kind that are shown. */
const COMPARED = 800;
const SHOWN = 3;
/** Statements with one verb that are compared pair by pair. */
const OF_ONE_VERB = 150;

/** A word of a statement that makes it the opposite of another. */
interface Turn {
	readonly statement: Statement;
	/** Index into its terms: the verb. */
	readonly at: number;
	/** What it is compared by: the pair of opposites, or the verb with and without "not". */
	readonly key: string;
	readonly side: number;
	/** Index of the first word that makes it the opposite, the verb's own if there is none. */
	readonly from: number;
	readonly substance: Substance;
}

export function disputedActs(told: Told, statements: readonly Statement[]): Dispute[] {
	const read = statements.slice(0, COMPARED);
	const turns = read.flatMap((statement) => turnsIn(told, statement));
	const negated = new Set(
		turns.filter(({ side }) => side === -1).map(({ statement, at }) => statement.terms[at]!.stem),
	);
	// Only verbs that somebody negates are looked for without the "not".
	const all = [...turns, ...read.flatMap((statement) => assertedIn(told, statement, negated))];
	const byKey = new Map<string, Turn[]>();
	for (const turn of all) {
		const known = byKey.get(turn.key);
		if (known) known.push(turn);
		else byKey.set(turn.key, [turn]);
	}
	const found: Opposed[] = deniedAmong(told, read);
	for (const list of byKey.values()) {
		let best: Opposed | null = null;
		for (const [at, b] of list.slice(0, OF_ONE_VERB).entries())
			for (const a of list.slice(0, at)) {
				if (a.side === b.side || !independent(told, a.statement, b.statement)) continue;
				const alike = alikeness(told, a, b);
				if (alike > (best?.alike ?? 0)) best = { pair: [sideOf(a), sideOf(b)], alike };
			}
		if (best) found.push(best);
	}
	return found
		.sort((a, b) => b.alike - a.alike)
		.filter(({ pair }, at) => found.findIndex((other) => meets(other.pair, pair)) === at)
		.slice(0, SHOWN)
		.map(({ pair }) => {
			const [a, b] = pair;
			const order = orderOf(told, a.statement, b.statement);
			const changed = order === 'earlier' || order === 'later';
			return disputeOf(
				'whether it is so',
				changed ? 'changed' : 'disagree',
				(order === 'later' ? [b, a] : [a, b]).map(({ statement, start, end }) =>
					claimAt(told, statement, start, end, {}),
				),
			);
		});
}

/** Two sides of one matter, as they are shown. */
interface Opposed {
	readonly pair: readonly [Side, Side];
	readonly alike: number;
}

interface Side extends Span {
	readonly statement: Statement;
}

const sideOf = ({ statement, from, at }: Turn): Side => ({
	statement,
	start: statement.terms[DENYING.has(statement.terms[from]!.word) ? Math.max(0, from - 1) : from]!.start,
	end: statement.terms[at]!.end,
});

/** The same two statements are shown once. */
const meets = (a: Opposed['pair'], b: Opposed['pair']) =>
	a.every(({ statement }) => b.some((other) => other.statement === statement));

function turnsIn(told: Told, statement: Statement): Turn[] {
	const { terms } = statement;
	let negations = 0;
	for (const { word } of terms) if (DENYING.has(word)) negations++;
	if (negations > 1) return [];
	const turns: Omit<Turn, 'substance'>[] = [];
	for (const [at, term] of terms.entries()) {
		if (term.stem === '' || term.capital || UNSAID.has(term.word)) continue;
		const from = negationBefore(statement, at);
		if (from !== -1) turns.push({ statement, at, key: `not ${term.stem}`, side: -1, from });
		else if (negations === 0)
			for (const [pair, side] of SIDES.get(term.word) ?? [])
				turns.push({ statement, at, key: `${pair}`, side, from: at });
	}
	return withSubstance(told, statement, turns);
}

/** Most statements have no such word, and what they tell is not asked. */
function withSubstance(told: Told, statement: Statement, turns: readonly Omit<Turn, 'substance'>[]): Turn[] {
	if (turns.length === 0) return [];
	const substance = substanceOf(told, statement);
	return turns.map((turn) => ({ substance, ...turn }));
}

function assertedIn(told: Told, statement: Statement, negated: ReadonlySet<string>): Turn[] {
	if (statement.denies) return [];
	const turns: Omit<Turn, 'substance'>[] = [];
	for (const [at, { stem }] of statement.terms.entries())
		if (stem !== '' && negated.has(stem))
			turns.push({ statement, at, key: `not ${stem}`, side: 1, from: at });
	return withSubstance(told, statement, turns);
}

/** The "not" or "refused to" that stands before this term with no other content word between; -1 for none. */
function negationBefore({ terms }: Statement, at: number): number {
	if (terms[at - 1]?.word === 'to' && REFUSING.has(terms[at - 2]?.word ?? '')) return at - 2;
	for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
		if (DENYING.has(terms[i]!.word)) return i;
		if (terms[i]!.stem !== '') return -1;
	}
	return -1;
}

/** 0 when the two do not speak of one act of the same people. */
function alikeness(told: Told, a: Turn, b: Turn): number {
	if (
		namesApart(a.substance, b.substance) ||
		othersNamed(a.substance, b.substance, 1) ||
		farApart(told, a.statement, b.statement)
	)
		return 0;
	const [one, other] = [a, b].map(({ statement: { terms }, at, from, substance }) => {
		const own = [terms[at]!.stem, terms[from]!.stem];
		return substance.stems.filter((stem) => !own.includes(stem));
	}) as [string[], string[]];
	const subjects = [subjectOf(a), subjectOf(b)];
	const same = subjects[0] === subjects[1];
	// "Refused to concede", "conceded defeat": whose act it is, and nothing that it was done to.
	const [refused, done] = a.side === -1 ? [a, b] : [b, a];
	const apart = daysBetween(told, a.statement, b.statement) ?? 0;
	if (isRefusal(refused)) {
		const named = refused.substance.names.includes(subjectOf(refused));
		return same && named && apart < 2 && sameObject(refused, done) ? 1 : 0;
	}
	const shared = sharedOf(one, other);
	if (shared < FEWEST_SHARED) return 0;
	if (!same && !(openingOf(a) === openingOf(b) && isOpening(a) === isOpening(b))) return 0;
	// What is confirmed must be what is denied.
	if (DENIALS.has(a.statement.terms[a.at]!.word) || DENIALS.has(b.statement.terms[b.at]!.word))
		if (commonOf(toldAfter(a), toldAfter(b)) < ALIKE) return 0;
	const alike = overlapOf(one, other);
	if (apart > 0 || orderOf(told, a.statement, b.statement) === 'unknown')
		return alike < ALIKE_LATER ? 0 : alike;
	const contained = shared >= FEWEST_CONTAINED && same && commonOf(one, other) >= CONTAINED;
	return alike < ALIKE && !contained ? 0 : Math.max(alike, ALIKE);
}

const toldAfter = ({ statement: { terms }, at }: Turn) => [
	...new Set(terms.slice(at + 1).flatMap(({ stem }) => (stem === '' ? [] : [stem]))),
];

const isRefusal = ({ statement: { terms }, from, at, side }: Turn) =>
	side === -1 && from < at && REFUSING.has(terms[from]!.word);

function sameObject(a: Turn, b: Turn): boolean {
	const [one, other] = [objectOf(a), objectOf(b)];
	return one === null || other === null || one === other;
}

/** The content word right behind the verb. */
function objectOf({ statement: { terms }, at }: Turn): string | null {
	const next = terms.slice(at + 1, at + 4).find(({ stem }) => stem !== '');
	return next && next.start - terms[at]!.end < NEAR ? next.stem : null;
}
const NEAR = 8;

const subjectOf = ({ statement: { terms }, from }: Turn) =>
	terms.slice(0, from).findLast(({ stem }) => stem !== '')?.stem ?? '<';

const openingOf = ({ substance: { stems } }: Turn) => stems[0];

/** Whether the words for who did it are the very first of what is told. */
const isOpening = (turn: Turn) => turn.substance.stems.slice(0, 4).includes(subjectOf(turn));

/** "The owner denied that the ferry was overloaded": reports that tell so all the same. */
function deniedAmong(told: Told, statements: readonly Statement[]): Opposed[] {
	const denials = statements.flatMap((statement) => denialIn(told, statement) ?? []).slice(0, OF_ONE_VERB);
	if (denials.length === 0) return [];
	const holding = new Map<string, Statement[]>();
	for (const statement of statements) {
		if (
			statement.terms.some(
				({ word }) => SAYS_NO.has(word) || NOT_TOLD_AS_SO.has(word) || ELSEWHERE_WORDS.has(word),
			)
		)
			continue;
		if (statement.terms.some(({ word }) => YEAR.test(word))) continue;
		for (const stem of statement.stems) {
			const known = holding.get(stem);
			if (known) known.push(statement);
			else holding.set(stem, [statement]);
		}
	}
	const shown = new Set<string>();
	return denials.flatMap((denial): Opposed[] => {
		// Who denies it a second time tells nothing new.
		const key = [...denial.stems].sort().join(' ');
		if (shown.has(key)) return [];
		const [first] = denial.stems;
		for (const statement of holding.get(first!) ?? []) {
			if (!independent(told, denial.statement, statement) || farApart(told, denial.statement, statement))
				continue;
			if (!denial.stems.every((stem) => statement.stems.includes(stem))) continue;
			const own = statement.terms.filter(({ stem }) => denial.stems.includes(stem));
			const [from, to] = [own[0]!, own.at(-1)!];
			if (from.stem !== first || to.end - from.start > denial.end - denial.said + WIDER) continue;
			shown.add(key);
			const { statement: denying, start, end } = denial;
			return [
				{
					pair: [
						{ statement: denying, start, end },
						{ statement, start: from.start, end: to.end },
					],
					alike: 1,
				},
			];
		}
		return [];
	});
}
/** Of another year than that of the report. */
const YEAR = /^(?:19|20)\d\d$/;
/** Characters by which the words told as so may lie further apart than where they are denied. */
const WIDER = 30;

interface Denial extends Side {
	/** Stems of what is denied, and where that begins. */
	readonly stems: readonly string[];
	readonly said: number;
}

function denialIn({ articles }: Told, statement: Statement): Denial | null {
	const { terms } = statement;
	const at = terms.findIndex(({ word }) => DENIALS.has(word));
	if (at === -1 || terms.slice(0, at).some(({ word }) => DENYING.has(word))) return null;
	const { text } = articles[statement.article]!;
	const denied: Term[] = [];
	let before = terms[at]!;
	for (const term of terms.slice(at + 1, at + 1 + REACH)) {
		if (/[.,;:!?()“”"—–]/.test(text.slice(before.end, term.start))) break;
		denied.push(term);
		before = term;
	}
	const verb = denied.findIndex(({ word }) => NOT_SO.has(word));
	const content = denied.filter(({ stem, word }) => stem !== '' && !NOT_TOLD_AS_SO.has(word));
	const stems = [...new Set(content.map(({ stem }) => stem))];
	// Without a verb it is a charge or a rumour that is denied, and nobody tells what it is.
	if (verb < 1 || stems.length < DENIED.fewest || stems.length > DENIED.most) return null;
	// "That it had": who is meant stands elsewhere.
	if (!denied.slice(0, verb).some((term) => content.includes(term))) return null;
	return { statement, start: terms[at]!.start, end: before.end, stems, said: content[0]!.start };
}
const REACH = 20;
