/** Yes here and no there: the same act of the same people told with and without "not", or with two opposite verbs. */
import { SAYS_NO } from '../lexicon/figures.ts';
import { DENIALS, DENYING, REFUSING, SIDES, TO_COME, UNSAID } from '../lexicon/opposites.ts';
import type { Dispute } from '../types.ts';
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
import { deniedAmong, type Opposed, type Side } from './disputed-denials.ts';
import type { Statement } from './statements.ts';
import { namesApart, othersNamed, type Substance, substanceOf } from './substance.ts';

/** All their words, each once: so many stand in both statements, apart from what makes them opposites. */
const ALIKE = 0.6;
/** The same of the shorter one's words, when that many are shared. */
const CONTAINED = 0.8;
const FEWEST_CONTAINED = 3;
const FEWEST_SHARED = 2;
/** Of reports of two days one may tell what happened since: they must be alike. */
const ALIKE_LATER = 0.75;
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
	const negated = new Set(turns.filter(({ side }) => side === -1).map(({ key }) => key));
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
				questionOf(told, pair),
				changed ? 'changed' : 'disagree',
				(order === 'later' ? [b, a] : [a, b]).map(({ statement, start, end }) =>
					claimAt(told, statement, start, end, {}),
				),
			);
		});
}

/** With the auxiliary before it, and before what somebody is that he is it: "will be the leader". */
function sideOf(turn: Turn): Side {
	const { statement, from, at } = turn;
	const { terms } = statement;
	const first = DENYING.has(terms[from]!.word)
		? Math.max(0, from - 1)
		: from === at && (isState(turn) || isToCome(turn))
			? at - wordsBefore(turn).length
			: from;
	return { statement, start: terms[first]!.start, end: terms[at]!.end };
}

/** In the words of who tells it as so, from its subject to the end of its clause. */
function questionOf({ articles }: Told, [a, b]: Opposed['pair']): string {
	const no = ({ statement, start, end }: Side) =>
		statement.terms.some((term) => term.start >= start && term.end <= end && SAYS_NO.has(term.word));
	const { statement, start, end } = no(a) ? b : a;
	const { text } = articles[statement.article]!;
	const ahead = text.slice(Math.max(statement.start, start - CLAUSE), start);
	const behind = text.slice(end, Math.min(statement.end, end + CLAUSE));
	const first = start - /[^,;:()“”"—–]*$/.exec(ahead)![0].trimStart().length;
	const last = end + /^[^,;:()“”"—–.!?]*/.exec(behind)![0].trimEnd().length;
	const clause = text.slice(first, last).replace(/\s+/gu, ' ').trim();
	return clause.length > CLAUSE ? 'whether it is so' : `whether “${clause}”`;
}
/** Characters of a clause that are told whole. */
const CLAUSE = 90;

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
		if (from !== -1) turns.push({ statement, at, key: verbKey(term.stem), side: -1, from });
		else if (negations === 0)
			for (const [pair, side] of SIDES.get(term.word) ?? [])
				turns.push({ statement, at, key: `${pair}`, side, from: at });
	}
	return withSubstance(told, statement, turns);
}

/** "Travelled" is what "did not travel" is the opposite of. */
const verbKey = (stem: string) => `not ${stem.replace(/ll$/, 'l')}`;

/** Most statements have no such word, and what they tell is not asked. */
function withSubstance(told: Told, statement: Statement, turns: readonly Omit<Turn, 'substance'>[]): Turn[] {
	if (turns.length === 0) return [];
	const substance = substanceOf(told, statement);
	return turns.map((turn) => ({ substance, ...turn }));
}

function assertedIn(told: Told, statement: Statement, negated: ReadonlySet<string>): Turn[] {
	let saying = 0;
	for (const { word } of statement.terms) if (SAYS_NO.has(word)) saying++;
	const turns: Omit<Turn, 'substance'>[] = [];
	// "Denied" is what "did not deny" is the opposite of, and the only word in its sentence that says no.
	for (const [at, { stem, word }] of statement.terms.entries())
		if (stem !== '' && negated.has(verbKey(stem)) && saying === (SAYS_NO.has(word) ? 1 : 0))
			turns.push({ statement, at, key: verbKey(stem), side: 1, from: at });
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
	// What is to be may not come about, and who is no leader may be told of all the same.
	if (isToCome(a) !== isToCome(b) || (a.key.startsWith('not ') && isState(a) !== isState(b))) return 0;
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

const isToCome = (turn: Turn) => wordsBefore(turn).some((word) => TO_COME.has(word));

const isState = (turn: Turn) => wordsBefore(turn).some((word) => BEING.has(word)) && !isParticiple(turn);

const BEING = new Set('is was are were be been am'.split(' '));
const isParticiple = ({ statement: { terms }, at }: Turn) => /(?:ed|en)$/.test(terms[at]!.word);

/** The small words between the verb and the last word that means something: "will not be the". */
function wordsBefore({ statement: { terms }, at }: Turn): string[] {
	const words: string[] = [];
	for (let i = at - 1; i >= Math.max(0, at - SMALL); i--) {
		if (terms[i]!.stem !== '' && !TO_COME.has(terms[i]!.word)) break;
		words.push(terms[i]!.word);
	}
	return words;
}
const SMALL = 5;

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
