/** Figures that cannot both be true as printed, and figures that grew from one day to the next. */
import {
	COUNTED_PEOPLE,
	DISPUTABLE,
	GROWING,
	KIND_OF_FIGURE,
	MATTERS,
	OTHER_EVENT,
	TOLL,
	WHOLE,
} from '../lexicon/figures.ts';
import type { Dispute } from '../types.ts';
import {
	type Claim,
	claimAt,
	closest,
	commonOf,
	disputeOf,
	orderOf,
	overlapOf,
	sharedOf,
	type Told,
} from './claims.ts';
import { type Figure, relate } from './figures.ts';
import type { Statement } from './statements.ts';
import { stemOf, type Term } from './terms.ts';

/** The least share of the shorter statement's words that two statements on the dead of one event have in common. */
const COMMON = 0.3;
/** So many words at least besides those for who is counted and what became of them. */
const FEWEST_SHARED = 2;
/** The words around two figures of anything else, each once, of which so many stand around both. */
const AROUND = 0.55;
/** Content words on either side that are around a figure. */
const REACH = 4;
/** Characters beside a figure that are looked at. */
const BESIDE = 60;
/** Values of one matter that are shown. */
const SHOWN = 4;

interface FigureClaim extends Claim {
	readonly figure: Figure;
	/** Whether its words say that it is the event's one figure of the kind: "12 people were killed". */
	readonly plain: boolean;
	readonly around: readonly string[];
	/** The content words of its statement without who is counted and what became of them. */
	readonly rest: readonly string[];
}

/** One dispute a kind of figure at most. */
export function disputedFigures(told: Told, statements: readonly Statement[]): Dispute[] {
	const claims = new Map<string, FigureClaim[]>();
	for (const statement of statements) {
		const { text } = told.articles[statement.article]!;
		// "Two in the town and 10 in the valley": a figure that counts nothing by itself shares what the other counts.
		if (
			statement.denies ||
			statement.figures.some(({ kind }) => kind === '') ||
			OTHER_EVENT.test(text.slice(statement.start, statement.end))
		)
			continue;
		for (const figure of statement.figures) {
			const { kind, part } = figure;
			// Two figures of one kind in one sentence are parts, or then and now.
			if (kind === '' || part || statement.figures.filter((one) => one.kind === kind).length > 1) continue;
			const claim = claimOf(told, statement, figure);
			if (!claim) continue;
			const known = claims.get(kind) ?? [];
			known.push(claim);
			claims.set(kind, known);
		}
	}
	return [...claims].flatMap(([kind, rivals]) => {
		const found = closest(rivals, (a, b) => compare(told, a, b));
		if (!found) return [];
		const shown = [...found.pair];
		for (const one of rivals) {
			if (shown.length === SHOWN) break;
			if (shown.every((other) => other !== one && compare(told, other, one)?.kind === found.kind))
				shown.push(one);
		}
		const order = (a: FigureClaim, b: FigureClaim) =>
			found.kind === 'changed' ? a.figure.value - b.figure.value : 0;
		return [disputeOf(aboutOf(kind, found.pair[0]), found.kind, shown.sort(order))];
	});
}

function aboutOf(kind: string, { figure, value }: FigureClaim): string {
	const known = DISPUTABLE.get(kind)?.about ?? MATTERS.get(kind);
	if (known) return known;
	const noun = value.slice(figure.end - figure.start).trim();
	return noun === '' ? 'the figure' : `how many ${noun}`;
}

function compare(
	told: Told,
	a: FigureClaim,
	b: FigureClaim,
): { common: number; kind: Dispute['kind'] } | null {
	const order = orderOf(told, a.statement, b.statement);
	if (order === 'unknown' || a.plain !== b.plain || apartInTime(a.statement, b.statement)) return null;
	const relation = relate(a.figure, b.figure);
	if (relation !== 'conflict' && relation !== 'apart') return null;
	const common = a.plain ? commonOf(a.rest, b.rest) : overlapOf(a.around, b.around);
	if (
		common < (a.plain ? COMMON : AROUND) ||
		sharedOf(a.rest, b.rest) < FEWEST_SHARED ||
		!sameCounted(a.figure, b.figure)
	)
		return null;
	if (order === 'earlier' || order === 'later') {
		const [first, then] = order === 'earlier' ? [a, b] : [b, a];
		if (!GROWING.has(a.figure.kind)) return null;
		if (then.figure.value > first.figure.value) return { common, kind: 'changed' };
	}
	const independent = told.voiceOf[a.statement.article] !== told.voiceOf[b.statement.article];
	return relation === 'conflict' && independent ? { common, kind: 'disagree' } : null;
}

/** Each names days of its own. */
const apartInTime = ({ days: a }: Statement, { days: b }: Statement) =>
	a.length > 0 && b.length > 0 && !a.some(({ day }) => b.some((other) => other.day === day));

/** "Twelve children" may be some of "61 people", but not more; "four soldiers" are not "nine gunmen". */
function sameCounted(a: Figure, b: Figure): boolean {
	if (a.counted === b.counted) return true;
	const [wholeA, wholeB] = [WHOLE.has(a.counted), WHOLE.has(b.counted)];
	if (wholeA && wholeB) return true;
	if (!wholeA && !wholeB) return false;
	const [some, all] = wholeA ? [b, a] : [a, b];
	return some.value > all.value;
}

function claimOf(told: Told, statement: Statement, figure: Figure): FigureClaim | null {
	const around = aroundOf(statement, figure);
	const kinds = new Set([
		figure.counted,
		...statement.terms.flatMap(({ word, stem }) => (KIND_OF_FIGURE.has(word) ? stem : [])),
	]);
	const rest = statement.stems.filter((stem) => !kinds.has(stem) && !WHOLE.has(stem) && !/^\d/.test(stem));
	const rule = DISPUTABLE.get(figure.kind);
	if (!rule)
		return claimAt(told, statement, figure.start, figure.told.end, { figure, plain: false, around, rest });
	const { text } = told.articles[statement.article]!;
	const behind = text.slice(figure.end, Math.min(statement.end, figure.end + BESIDE));
	const ahead = text.slice(
		Math.max(statement.start, figure.told.start - BESIDE),
		figure.hedged ?? figure.start,
	);
	const after = rule.after.exec(behind);
	const before = rule.before.exec(ahead) ?? (figure.kind === 'dead' ? TOLL.exec(ahead) : null);
	if (!after && !(before && COUNTED_PEOPLE.test(behind))) return null;
	const first = figure.hedged ?? figure.start;
	const start = after ? first : first - before![0].length;
	return claimAt(told, statement, start, figure.end + (after ? after[0].length : 0), {
		figure,
		plain: true,
		around,
		rest,
	});
}

/** The content words near a figure, without what it counts. */
function aroundOf({ terms }: Statement, figure: Figure): string[] {
	const first = terms.findIndex(({ end }) => end > figure.start);
	const past = terms.findIndex(({ start }) => start >= figure.end);
	const content = (part: readonly Term[]) =>
		part.flatMap(({ number, stem }) => (number || stem === '' || stem === figure.kind ? [] : [stem]));
	const near = [
		...content(terms.slice(0, first)).slice(-REACH),
		...content(past === -1 ? [] : terms.slice(past)).slice(0, REACH),
	];
	return [...new Set(near)].filter((stem) => stem !== stemOf(figure.kind));
}
