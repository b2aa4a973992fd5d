/** Figures that cannot both be true as printed, and figures that grew from one day to the next. */
import { NUMBERS } from '../lexicon/calendar.ts';
import { GROWING, KIND_OF_FIGURE, KINDS_OF_FIGURE, SAYS_NO, SCALES, WHOLE } from '../lexicon/figures.ts';
import {
	ABOARD,
	ABOUT,
	AMONG,
	AS_IT_STANDS,
	COUNTED_PEOPLE,
	HAZARDS,
	IN_ALL,
	LAST,
	MANY_PLACES,
	MATTERS,
	type Matter,
	MONEY,
	NOUN_BEFORE,
	OPEN_NOUNS,
	OTHER_EVENT,
	PRICED,
	WHEN,
} from '../lexicon/matters.ts';
import type { Article, Day, Dispute } from '../types.ts';
import {
	type Claim,
	claimAt,
	closest,
	commonOf,
	disputeOf,
	farApart,
	independent,
	orderOf,
	overlapOf,
	sharedOf,
	type Told,
} from './claims.ts';
import { agree, type Figure, relate } from './figures.ts';
import type { Statement } from './statements.ts';
import {
	attributionsIn,
	namesApart,
	othersFirst,
	othersNamed,
	type Substance,
	sameSubject,
	substanceOf,
} from './substance.ts';
import { stemOf, type Term } from './terms.ts';

/** The least share of the shorter statement's words that two statements on one matter have in common. */
const COMMON = 0.3;
/** With so much in common two reports are of one event, whoever is counted. */
const SURELY = 0.5;
/** Nearly all of the shorter statement's words stand in the other. */
const CONTAINED = 0.8;
/** So many words at least besides those for who is counted and what became of them. */
const FEWEST_SHARED = 2;
/** The words around two figures of anything else, each once, of which so many stand around both; and how many at least. */
const AROUND = 0.5;
const FEWEST_AROUND = 3;
/** Content words on either side that are around a figure. */
const REACH = 5;
/** Characters beside a figure that are looked at. */
const BESIDE = 90;
/** Values of one matter that are shown. */
const SHOWN = 4;
/** Of a statement with more figures than these one is a list. */
const LISTED = 12;
/** More words than these no one writes in a sentence: headlines run together. */
const RUN_ON = 70;

interface FigureClaim extends Claim {
	readonly figure: Figure;
	/** What an event has one figure of, or null: then the words around it must tell what it is about. */
	readonly matter: Matter | null;
	readonly substance: Substance;
	readonly around: readonly string[];
	/** The content words of its statement without who is counted and what became of them. */
	readonly rest: readonly string[];
	/** The days of the event, as far as the statement names any. */
	readonly days: readonly Day[];
	/** It is told as the sum of others. */
	readonly inAll: boolean;
	/** Of many places, or of all together. */
	readonly wide: boolean;
	/** Of some within a group. */
	readonly among: boolean;
	/** The noun right before it of which it tells how much. */
	readonly noun: string | null;
	/** Something is bought or sold. */
	readonly priced: boolean;
	/** Which times it speaks of, a bit for each of the lexicon's. */
	readonly when: number;
}

/** One dispute a matter at most. */
export function disputedFigures(told: Told, statements: readonly Statement[]): Dispute[] {
	const claims = new Map<string, FigureClaim[]>();
	for (const statement of statements)
		for (const claim of claimsIn(told, statement)) {
			const key = claim.matter ? claim.matter.key : `of ${claim.figure.kind}`;
			const known = claims.get(key);
			if (known) known.push(claim);
			else claims.set(key, [claim]);
		}
	return [...claims].flatMap(([, rivals]) => {
		const toldBoth = bothToldIn(rivals);
		const differ = (a: FigureClaim, b: FigureClaim) => {
			const found = compare(told, a, b);
			return found?.kind === 'disagree' && toldBoth(a, b) ? null : found;
		};
		const found = closest(rivals, differ);
		if (!found) return [];
		const shown = [...found.pair];
		// Of what grew the latest matters most.
		const further =
			found.kind === 'changed' ? [...rivals].sort((a, b) => b.figure.value - a.figure.value) : rivals;
		for (const one of further) {
			if (shown.length === SHOWN) break;
			if (shown.every((other) => other !== one && differ(other, one)?.kind === found.kind)) shown.push(one);
		}
		const order = (a: FigureClaim, b: FigureClaim) =>
			found.kind === 'changed' ? a.figure.value - b.figure.value : 0;
		return [disputeOf(aboutOf(found.pair), found.kind, shown.sort(order))];
	});
}

/** By the noun that stands before both figures, if one does. */
function aboutOf([a, b]: readonly [FigureClaim, FigureClaim]): string {
	const { figure, matter, value } = a;
	if (MEASURED.has(figure.kind)) {
		const noun = a.noun !== null && a.noun === b.noun ? a.noun : null;
		if (noun && (figure.kind === 'share' || MONEY.has(figure.kind)) && matter?.key !== 'turnout')
			return `the ${noun}`;
		if (matter?.key === 'price' && !(a.priced && b.priced)) return 'the amount';
	}
	const known = matter?.about ?? ABOUT.get(figure.kind);
	if (known) return known;
	const noun = value.slice(figure.end - figure.start).trim();
	return noun === '' ? 'the figure' : `how many ${noun}`;
}

/** An article that prints the other's figure too contradicts nobody: it tells of then and now, or of two counts. */
function bothToldIn(claims: readonly FigureClaim[]): (a: FigureClaim, b: FigureClaim) => boolean {
	const byArticle = new Map<number, FigureClaim[]>();
	for (const claim of claims) {
		const known = byArticle.get(claim.statement.article);
		if (known) known.push(claim);
		else byArticle.set(claim.statement.article, [claim]);
	}
	const tells = (article: number, { figure }: FigureClaim) =>
		byArticle
			.get(article)!
			.slice(0, LISTED)
			.some((one) => agree(one.figure, figure));
	return (a, b) => tells(a.statement.article, b) || tells(b.statement.article, a);
}

function compare(
	told: Told,
	a: FigureClaim,
	b: FigureClaim,
): { common: number; kind: Dispute['kind'] } | null {
	if (a.statement.article === b.statement.article) return null;
	const relation = relate(asTold(a, b), asTold(b, a));
	if (relation !== 'conflict' && relation !== 'apart') return null;
	if (!sameScope(a, b)) return null;
	const common = likenessOf(a, b);
	if (common === 0) return null;
	const counted = a.inAll || b.inAll || Boolean(a.matter?.kinds) || sameCounted(a.figure, b.figure);
	const order = orderOf(told, a.statement, b.statement);
	if (farApart(told, a.statement, b.statement)) return null;
	const course = a.matter?.course ?? (GROWING.has(a.figure.kind) ? 'grows' : 'open');
	if (order === 'earlier' || order === 'later') {
		const [first, then] = order === 'earlier' ? [a, b] : [b, a];
		if (course === 'open') return null;
		// "Fourteen villagers" may be 33 people two days later.
		if (course === 'grows' && then.figure.value > first.figure.value)
			return counted || (common >= SURELY && WHOLE.has(countedIn(then.figure)))
				? { common, kind: 'changed' }
				: null;
		// Who was missing is found.
		if (a.matter?.key === 'missing') return null;
	}
	return relation === 'conflict' && counted && independent(told, a.statement, b.statement)
		? { common, kind: 'disagree' }
		: null;
}

/** What the words around it settle is not asked of the figure again. */
function asTold({ figure, matter }: FigureClaim, { statement }: FigureClaim): Figure {
	const { places } = figure;
	const measured = matter !== null && matter.kinds !== undefined && matter.key !== 'magnitude';
	const whole = matter !== null && !measured;
	return {
		...figure,
		kind: whole ? 'of one matter' : figure.kind,
		unit: whole ? 1 : figure.unit,
		part: false,
		elsewhere: figure.elsewhere && !measured && figure.kind !== 'share',
		// "Six died in Velm" and "a fire in Velm killed nine" are of one place, wherever it stands.
		places: places.length > 0 && statement.stems.includes(places[0]!) ? [] : places,
	};
}

/** 0 when the two do not speak of one matter. */
function likenessOf(a: FigureClaim, b: FigureClaim): number {
	if (namesApart(a.substance, b.substance) || hazardsApart(a, b)) return 0;
	const shared = sharedOf(a.rest, b.rest);
	if (shared < (a.matter?.one ? 1 : FEWEST_SHARED)) return 0;
	// Two brothers have two cases: of money and shares whose it is decides.
	if ((a.figure.kind === 'share' || MONEY.has(a.figure.kind)) && othersFirst(a.substance, b.substance))
		return 0;
	if (a.matter) {
		if (a.matter.kinds && othersNamed(a.substance, b.substance)) return 0;
		if (a.matter.sameSubject && !sameSubject(a.substance, b.substance)) return 0;
		const common = commonOf(a.rest, b.rest);
		return common < COMMON ? 0 : common;
	}
	const alike = commonOf(a.rest, b.rest);
	if (shared < FEWEST_AROUND && alike < 1) return 0;
	// "Four people were shot", "six people are dead": of people what became of them is what is counted.
	if ((WHOLE.has(a.figure.kind) || WHOLE.has(b.figure.kind)) && alike < CONTAINED) return 0;
	if (!sameSubject(a.substance, b.substance) || !sameThing(a, b)) return 0;
	const led = [leadsTo(a, b), leadsTo(b, a)];
	if (!led.every(Boolean) && !(led.some(Boolean) && alike >= CONTAINED)) return 0;
	const common = overlapOf(a.around, b.around);
	return common < AROUND ? 0 : common;
}

/** A flood and a fire are two events, whatever they have in common. */
function hazardsApart(
	{ substance: { stems: a } }: FigureClaim,
	{ substance: { stems: b } }: FigureClaim,
): boolean {
	const [one, other] = [a, b].map((stems) => stems.filter((stem) => HAZARDS.has(stem))) as [
		string[],
		string[],
	];
	return one.length > 0 && other.length > 0 && sharedOf(one, other) === 0;
}

/** Not one of a part and the other of the whole, of one day and another, of this year and next. */
function sameScope(a: FigureClaim, b: FigureClaim): boolean {
	if (a.figure.kind === 'share' && (a.among !== b.among || a.when !== b.when)) return false;
	if ((a.wide !== b.wide && !a.matter?.kinds) || (a.when !== 0 && b.when !== 0 && (a.when & b.when) === 0))
		return false;
	return a.days.length === 0 || b.days.length === 0 || a.days.some((day) => b.days.includes(day));
}

/** What stands right before the one figure, mostly its verb, stands near the other too. */
function leadsTo({ substance: { terms }, figure }: FigureClaim, { around }: FigureClaim): boolean {
	const last = terms.findLast(({ end, stem, number }) => end <= figure.start && stem !== '' && !number);
	if (last) return around.includes(last.stem);
	const next = terms.find(
		({ start, stem }) =>
			start >= figure.told.end && stem !== '' && stem !== figure.kind && stem !== figure.counted,
	);
	return !next || around.includes(next.stem);
}

/** "Bus drivers" and "train drivers" are both drivers: the words up to the next small one are compared. */
function sameThing(a: FigureClaim, b: FigureClaim): boolean {
	const [one, other] = [thingOf(a), thingOf(b)];
	return one.every((stem) => other.includes(stem)) || other.every((stem) => one.includes(stem));
}

function thingOf({ statement: { terms }, figure }: FigureClaim): string[] {
	const thing: string[] = [];
	for (const { start, word, stem, number } of terms) {
		if (start < figure.end) continue;
		if (/^(?:of|the|a|an|percent|per|cent|its|their)$/.test(word)) continue;
		if (stem === '' || number) break;
		thing.push(stem);
		if (thing.length === 2) break;
	}
	return thing;
}

/** "Twelve children" may be some of "61 people", but not more; "four soldiers" are not "nine gunmen". */
function sameCounted(a: Figure, b: Figure): boolean {
	const [countedA, countedB] = [countedIn(a), countedIn(b)];
	if (countedA === countedB) return true;
	const [wholeA, wholeB] = [WHOLE.has(countedA), WHOLE.has(countedB)];
	if (wholeA && wholeB) return true;
	if (!wholeA && !wholeB) return false;
	const [some, all] = wholeA ? [b, a] : [a, b];
	return some.value > all.value;
}

/** The stem of the noun behind the figure, whether or not it makes a kind of its own. */
const countedIn = ({ kind, counted }: Figure) =>
	counted !== '' || KINDS_OF_FIGURE.has(kind) || MEASURED.has(kind) ? counted : kind;

function claimsIn(told: Told, statement: Statement): FigureClaim[] {
	const { figures } = statement;
	// "Two in the town and 10 in the valley": a figure that counts nothing by itself shares what the other counts.
	if (figures.length === 0 || figures.length > LISTED || statement.terms.length > RUN_ON) return [];
	const { text } = told.articles[statement.article]!;
	const whole = text.slice(statement.start, statement.end);
	const read = figures.map((counted): Reading => {
		const figure = inMoney(counted, text);
		const first = figure.hedged ?? figure.start;
		const ahead = text.slice(Math.max(statement.start, first - BESIDE), first);
		const behind = text.slice(figure.end, Math.min(statement.end, figure.end + BESIDE));
		return { figure, ahead, behind, found: matterOf(figure, ahead, behind, whole) };
	});
	const open = read.some(({ figure, found }) => figure.kind === '' && found === null);
	return read.flatMap((reading): FigureClaim[] => {
		const { figure, ahead, found } = reading;
		const { kind, part } = figure;
		if ((part && !MEASURED.has(kind)) || found === 'another' || isDenied(statement, figure)) return [];
		if (kind === '' ? found === null : open && !MEASURED.has(kind)) return [];
		if ((found === null && PLAIN.has(kind)) || OF_THEM.test(ahead)) return [];
		// Two figures of one kind in one sentence are parts, or then and now.
		const inAll = IN_ALL.test(ahead);
		const plain = kind === 'share' ? whole.replace(LAST, '') : whole;
		if (!inAll && (OTHER_EVENT.test(plain) || figures.filter((one) => one.kind === kind).length > 1))
			return [];
		return claimOf(told, statement, reading, found, inAll, whole);
	});
}

/** "17 million pounds" weigh nothing. */
function inMoney(figure: Figure, text: string): Figure {
	const printed = text.slice(figure.start, figure.told.end);
	return figure.kind === 'weight' && /(?:m|bn|illion) pounds?$/.test(printed)
		? { ...figure, kind: 'pounds', unit: 1 }
		: figure;
}

interface Reading {
	readonly figure: Figure;
	/** What stands before it and behind it. */
	readonly ahead: string;
	readonly behind: string;
	readonly found: Found | 'another' | null;
}

function claimOf(
	told: Told,
	statement: Statement,
	{ figure, ahead, behind }: Reading,
	found: Found | null,
	inAll: boolean,
	whole: string,
): FigureClaim[] {
	const article = told.articles[statement.article]!;
	// Of "7. 4" the splitter made two sentences.
	if (/\d\.\s?$/.test(article.text.slice(Math.max(0, figure.start - 3), figure.start))) return [];
	if (
		(figure.kind === 'magnitude' || found?.matter.key === 'magnitude') &&
		/^\.\s?\d/.test(article.text.slice(figure.end, figure.end + 3))
	)
		return [];
	const first = figure.hedged ?? figure.start;
	const matter = found?.matter ?? null;
	// "$1, 199": the same of a number.
	if (/^,\s\d{3}\b/.test(behind)) return [];
	// "214 passengers and 11 crew": neither is how many were aboard.
	if (matter?.key === 'aboard' && (AND_SO_MANY.test(behind) || /\band\s$/.test(ahead) || !isAboard(figure)))
		return [];
	const substance = substanceOf(told, statement);
	// A rally is what the event is, a death what became of those who are counted.
	const kinds = new Set([
		figure.counted,
		...(matter?.key === 'crowd' ? [] : statement.terms).flatMap(({ word, stem }) =>
			KIND_OF_FIGURE.has(word) ? stem : [],
		),
	]);
	const rest = substance.stems.filter(
		(stem) => !kinds.has(stem) && !WHOLE.has(stem) && !/^\d/.test(stem) && !COUNTS.has(stem),
	);
	const [start, end] = found
		? [first - found.before, figure.end + found.after]
		: [figure.start, figure.told.end];
	return [
		claimAt(told, statement, start, Math.max(end, figure.end), {
			figure: wholeOf(figure, matter, behind),
			matter,
			inAll,
			substance,
			around: aroundOf(substance.terms, figure),
			rest,
			days: daysOf(told, statement, article, whole),
			among: AMONG.test(whole),
			noun: nounIn(ahead),
			priced: PRICED.test(whole),
			wide: MANY_PLACES.test(whole),
			when: WHEN.reduce((bits, words, at) => (words.test(whole) ? bits | (1 << at) : bits), 0),
		}),
	];
}

function nounIn(ahead: string): string | null {
	const noun = NOUN_BEFORE.exec(ahead)?.[1];
	return noun === undefined || OPEN_NOUNS.has(noun.split(' ').at(-1)!) ? null : noun;
}

/** "58 measles cases" are 58 people, and so are "4,200 passengers and crew". */
function wholeOf(figure: Figure, matter: Matter | null, behind: string): Figure {
	const { key } = matter ?? {};
	if (key !== 'infected' && !ALL_ABOARD.test(behind)) return figure;
	return { ...figure, kind: key === 'infected' ? key : figure.kind, counted: '' };
}

/** Who is carried; goods and nationalities are so too. */
const isAboard = ({ kind, counted }: Figure) => [kind, counted].some((stem) => ABOARD.has(stem));

const ALL_ABOARD = /^\s+(?:passengers|people) and crew\b/;
const AND_SO_MANY = new RegExp(
	`^\\s+(?:[a-z]+\\s+){1,2}?and\\s+(?:\\d|(?:${[...NUMBERS.keys()].join('|')})\\b)`,
);

/** "The funeral of two people killed": some of those who were. */
const OF_THEM =
	/\b(?:funerals?|burials?|families|relatives|parents|names|bodies|some|one|most|both|all|half|population|third|quarter|total population) of\s(?:the\s)?$/i;

/** Stems of words that are figures themselves. */
const COUNTS: ReadonlySet<string> = new Set([...NUMBERS.keys(), ...SCALES.keys()].map(stemOf));

/** Words behind a figure among which a negation still holds for it. */
const STILL = 4;

function isDenied({ denies, terms }: Statement, figure: Figure): boolean {
	if (!denies) return false;
	const past = terms.findIndex(({ start }) => start >= figure.end);
	return terms
		.slice(0, past === -1 ? undefined : past + STILL)
		.some(({ word }, at) => SAYS_NO.has(word) && !(/^fail/.test(word) && terms[at + 1]?.word !== 'to'));
}

interface Found {
	readonly matter: Matter;
	/** Characters before the figure, and behind it, that tell so. */
	readonly before: number;
	readonly after: number;
}

/** Kinds that are told in a unit: no people, no things. */
const MEASURED: ReadonlySet<string> = new Set([
	...MATTERS.flatMap(({ kinds }) => [...(kinds ?? [])]),
	...ABOUT.keys(),
	'weight',
]);
/** Kinds of which an event has one figure: where the words do not say that it is the one, it is another. */
const PLAIN: ReadonlySet<string> = new Set(
	'dead hurt missing arrested evacuated rescued infected magnitude jobs'.split(' '),
);

function matterOf(figure: Figure, ahead: string, behind: string, whole: string): Found | 'another' | null {
	for (const matter of MATTERS) {
		const { kinds, people, never, only } = matter;
		// "A quake that measured 5.4" has no word for what is measured.
		const open = figure.kind === '' && matter.key === 'magnitude';
		if (kinds ? !open && !kinds.has(figure.kind) : MEASURED.has(figure.kind) && figure.kind !== 'jobs')
			continue;
		const after = open ? null : matter.after?.exec(behind);
		const before = matter.before?.exec(ahead);
		if (!after && (!before || (people && !COUNTED_PEOPLE.test(behind)))) continue;
		if (only && !only.test(whole)) continue;
		if (never?.test(whole)) return 'another';
		return { matter, before: after ? 0 : before![0].length, after: after ? after[0].length : 0 };
	}
	return null;
}

/** Without the days on which somebody said so, and where a toll is told those on which it stood so. */
function daysOf(told: Told, statement: Statement, { published }: Article, whole: string): Day[] {
	if (statement.days.length === 0) return [];
	const said = attributionsIn(told, statement);
	const own = published && AS_IT_STANDS.test(whole) ? published.day : null;
	return statement.days.flatMap(({ start, end, day }) =>
		day === own || said.some((span) => span.start <= start && span.end >= end) ? [] : [day],
	);
}

/** The content words near a figure, without what it counts. */
function aroundOf(terms: readonly Term[], figure: Figure): string[] {
	const content = (part: readonly Term[]) =>
		part.flatMap(({ number, stem }) => (number || stem === '' || stem === figure.kind ? [] : [stem]));
	const near = [
		...content(terms.filter(({ end }) => end <= figure.start)).slice(-REACH),
		...content(terms.filter(({ start }) => start >= figure.end)).slice(0, REACH),
	];
	return [...new Set(near)].filter((stem) => stem !== stemOf(figure.kind));
}
