/** What the words of a name say for themselves: the lists, their shapes, their first and last words. */

import { HAPPENING_HEADS } from '../../lexicon/happenings.ts';
import { FIRST, flagsOf, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import { PLACE_SURNAMES, SURE_PLACE_HEADS } from '../../lexicon/places.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { AUXILIARIES, COMMON_VERBS } from '../../lexicon/words.ts';
import type { Word } from './stream.ts';
import { ACRONYM, add, GENERATION, phraseFlags, type Weights } from './weights.ts';

const INITIAL = /^\p{Lu}\.?$|^(?:\p{Lu}\.){2,3}$|^\p{Lu}{2}$/u;
const MIDDLE_INITIAL = /^\p{Lu}\.?$/u;
const ARABIC = /^(?:bin|ibn|bint|al|abu|ould)$/;
/** "(D-Ohio)", "R-OK" */
const PARTY = /^[RDI]-\p{Lu}/u;
const CAMEL = /\p{Ll}\p{Lu}/u;
const CAMEL_SURNAME = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])/;
const COMPASS = new Set(
	'north south east west northern southern eastern western central southeast southwest northeast northwest'.split(
		' ',
	),
);
const SHORT_COUNTRY = new Set('u.s. u.s us u.k. uk eu u.n. un'.split(' '));
const DAILY = new Set('daily sunday morning evening weekly'.split(' '));
/** After the name of a people these make one name: "Canadian Broadcasting Corporation", but "Russian Foreign Ministry". */
const NATIONAL = new Set(
	'party union church corporation association federation league society institute council airlines airways bank broadcasting academy university museum chamber congress agency company group coalition caucus alliance guild academy centers center centre'.split(
		' ',
	),
);
/** Before any word for a body these belong to its name: "Democratic Senatorial Campaign Committee". */
const CREEDS = new Set(
	'republican democratic democrat liberal conservative socialist communist jewish catholic baptist muslim islamic christian'.split(
		' ',
	),
);
const CORPORATE = new Set(
	'inc inc. corp corp. corporation co co. ltd ltd. llc plc gmbh group holdings'.split(' '),
);

/** After a first name that is also a place: a capital with one of these flags does not continue a person's name. */
const EXPLAINS =
	IS.orgSuffix |
	IS.orgHead |
	IS.placeSuffix |
	IS.happeningSuffix |
	IS.titleHead |
	IS.titleModifier |
	IS.people |
	IS.calendar |
	IS.honorific |
	PLACES |
	IS.organisation;

/** Says little for a first name: also a place, a last name or a plain word. */
const WEAK = IS.weakFirst | PLACES | IS.common;

/** In capitals on purpose, not because the line is shouted: WHO, US, IT. */
const emphatic = (word: Word) => word.upper && !word.shouted;

const COMPOUND_TAILS = new Set(
	'based led backed born run held owned made style era like wide only free inspired controlled dominated leaning speaking language friendly safe bound style themed funded listed style sponsored occupied administered educated trained approved mandated'.split(
		' ',
	),
);

/** "Paris-based", "COVID-safe", "INO-4800", but not "Seong-woong", "al-Sadr". */
function isCompound({ key, text }: Word): boolean {
	const tail = key.slice(key.lastIndexOf('-') + 1);
	if (/\d/.test(tail)) return true;
	if (COMPOUND_TAILS.has(tail)) return true;
	return /-\p{Ll}[^-]*$/u.test(text) && key.length - tail.length > 5 && (flagsOf(tail) & IS.common) !== 0;
}

export function ownWeights(words: readonly Word[], from: number, to: number): Weights {
	const length = to - from;
	const weights: Weights =
		length === 1
			? [-0.3, -0.4, -0.5, 0]
			: [length === 2 ? 0.9 : length === 3 ? 0.5 : -1.5 * (length - 3), -0.1, -0.7, 0.1];
	const whole = phraseFlags(words, from, to);
	const connectors = eachWord(weights, words, from, to, length > 1 && whole !== 0);
	if (length > 1) personParts(weights, words, from, to);
	else singleWord(weights, words[from]!);
	known(weights, words, from, to, whole);
	// In a line of capitals only what is known counts.
	if (length > 1 && whole === 0 && !words[from]!.shouted) {
		if (connectors > 0) connected(weights, words, from, to);
		else affixes(weights, words, from, to);
		// "U.S. Senate", "UK Health Security Agency"
		if (SHORT_COUNTRY.has(words[from]!.key) && emphatic(words[from]!)) {
			const rest = ownWeights(words, from + 1, to)[1];
			if (rest >= 2) weights[1] = Math.max(weights[1], rest + 5);
		}
	}
	return weights;
}

/** Goes over the words one by one; returns how many small words other than particles stand between them. */
function eachWord(
	weights: Weights,
	words: readonly Word[],
	from: number,
	to: number,
	phrase: boolean,
): number {
	const length = to - from;
	let common = 0;
	let plain = 0;
	let shouted = 0;
	let upper = 0;
	let capitals = 0;
	let connectors = 0;
	for (let i = from; i < to; i++) {
		const word = words[i]!;
		const { flags } = word;
		if (!word.capital) {
			if ((flags & IS.particle) !== 0 && word.key !== 'and')
				add(weights, i === from ? 0 : ARABIC.test(word.key) ? 2 : 0.6, -0.6, 0, 0);
			else if (word.text === '&') add(weights, -3, 2.5, 0, 0);
			else {
				connectors++;
				add(weights, -9, 0, -1.5, 0);
			}
			continue;
		}
		capitals++;
		if (word.upper) (flags & (IS.common | IS.plain)) !== 0 ? shouted++ : upper++;
		const given = (flags & FIRST) !== 0;
		const leading = given && i === from && length > 1;
		if ((flags & IS.common) !== 0 && !leading && !phrase && !emphatic(word)) {
			common++;
			add(weights, given && i > from ? -0.4 : length === 1 ? -0.7 : i === to - 1 ? -1 : -1.1, 0, -0.5, 0);
			if (word.doubtful) length === 1 ? add(weights, -2.5, -2.5, -2.5, 0) : add(weights, -3, -1, -1, 0);
		}
		if ((flags & IS.plain) !== 0 && length > 1) {
			plain++;
			add(weights, -0.5, 0, 0, 0);
		}
		if ((flags & IS.starter) !== 0 && !emphatic(word) && !leading) {
			if (i === from) add(weights, -3, -3, -3, 0);
			else if (/^(?:the|an?|he|she|it|we|they|but|and|in|on|at)$/.test(word.key)) add(weights, -5, -4, -4, 0);
		}
		if ((flags & IS.calendar) !== 0 && !given) add(weights, -4, -4, -4, 0);
		if (/\d/.test(word.text)) add(weights, -3, 0, -1, 0);
		if (i > from && length > 2 && ARABIC.test(word.key)) add(weights, 1.5, 0, 0, 0);
		if ((flags & IS.people) !== 0 && !given)
			add(
				weights,
				i > from && (words[from]!.flags & FIRST) !== 0 ? -0.7 : length === 1 ? -5 : -3,
				length > 1 ? -0.3 : 0,
				-1,
				0,
			);
		if ((flags & IS.country) !== 0 && !leading) add(weights, -1.5, 0, 0, 0);
		if ((flags & IS.honorific) !== 0 && i === from) add(weights, -9, -2, 0, 0);
		else if ((flags & (IS.titleHead | IS.honorific)) !== 0 && !given) {
			// "President Ruiz" is a title and a name; "Ana King" is a name.
			if (i === from) add(weights, -5, 0, 0, 0);
			else if (i < to - 1 || (words[from]!.flags & FIRST) === 0) add(weights, -2, 0, 0, 0);
		}
		if (word.text.includes('-')) {
			if (/-(?:TV|FM|AM)$/.test(word.text)) add(weights, -3, 4, -2, 0);
			else if (PARTY.test(word.text)) add(weights, -6, -6, -6, 3);
			else if (isCompound(word)) add(weights, -7, -3, -3, 0);
		}
		if (CAMEL.test(word.text) && !CAMEL_SURNAME.test(word.text)) add(weights, 0, 1.5, 0, 0);
		if (
			i > from &&
			ACRONYM.test(word.text) &&
			!GENERATION.test(word.text) &&
			!word.shouted &&
			(flags & (IS.notBody | IS.calendar)) === 0
		)
			add(weights, -1, 0.7, 0, 0);
	}
	const last = words[to - 1]!;
	// "MAKE IT GREAT"
	if (capitals > 2 && shouted > 1 && shouted + upper === capitals) add(weights, -4, -4, -4, 1);
	if (common === capitals) length > 1 ? add(weights, -1.5, 0, 0, 1) : add(weights, -0.7, -0.7, -1, 0.8);
	else if (common + plain === capitals && length > 1) add(weights, -1, 0.2, 0, 0.3);
	if (
		common < capitals &&
		length > 1 &&
		(last.flags & (IS.common | IS.plain)) !== 0 &&
		/[^s]s$/.test(last.key)
	)
		add(weights, -0.5, 0.6, 0, 0);
	return connectors;
}

/** First names, initials, generations. */
function personParts(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const first = words[from]!;
	const length = to - from;
	if ((first.flags & FIRST) !== 0) weights[0] += (first.flags & WEAK) !== 0 ? 1.3 : 2.8;
	else if (INITIAL.test(first.text) && !first.shouted && (first.flags & PLACES) === 0) {
		weights[0] += 1.2;
		if (length > 2 && (words[from + 1]!.flags & FIRST) !== 0) weights[0] += 2;
	}
	if ((first.flags & IS.familyFirst) !== 0 && length <= 3)
		weights[0] += (first.flags & (FIRST | IS.common)) === 0 ? 1.8 : 1;
	// Long by custom: "Omar bin Khalid al-Rashid"
	if (length > 3 && words.slice(from, to).some(({ key }) => ARABIC.test(key) || /^al-/.test(key)))
		weights[0] += 1.2 * (length - 3) + 0.8;
	for (let i = from + 1; i < to - 1; i++) if (MIDDLE_INITIAL.test(words[i]!.text)) weights[0] += 1.5;
	if (GENERATION.test(words[to - 1]!.text)) weights[0] += 2;
	else if (MIDDLE_INITIAL.test(words[to - 1]!.text)) weights[0] -= words[to]?.capital ? 4 : 1;
}

function singleWord(weights: Weights, word: Word): void {
	const { flags, text } = word;
	if ((flags & FIRST) !== 0 && (flags & WEAK) === 0) weights[0] += 0.2;
	if (GENERATION.test(text) || MIDDLE_INITIAL.test(text)) weights[0] -= 3;
	if ((flags & IS.titleHead) !== 0) weights[3] += 1;
	if (CAMEL.test(text) && !CAMEL_SURNAME.test(text)) weights[0] -= 1.5;
	if (!ACRONYM.test(text) || (!emphatic(word) && !/\p{Lu}s$/u.test(text))) return;
	add(weights, -1.5, 0, -0.5, 0);
	if ((flags & IS.notBody) !== 0) add(weights, 0, -2, 0, 3);
	else if ((flags & (PLACES | IS.organisation)) === 0) weights[1] += text.length > 2 ? 2.2 : 1.2;
}

/** What the lists know of the stretch as a whole. */
function known(weights: Weights, words: readonly Word[], from: number, to: number, whole: number): void {
	const length = to - from;
	const first = words[from]!;
	const longer = (length - 1) * 1.6;
	if (length === 1 && COMPASS.has(first.key)) return;
	if ((whole & PLACES) !== 0) {
		const weak = length === 1 && (whole & (IS.common | IS.weakFirst)) !== 0 ? 1 : 0;
		weights[2] +=
			longer +
			((whole & IS.country) !== 0
				? 5
				: (whole & IS.region) !== 0
					? 4
					: (whole & IS.city) !== 0
						? 3.4 - weak
						: 1.8 - weak);
		if (length > 1) weights[0] -= 2.5;
		else {
			if ((whole & (IS.country | IS.city)) !== 0) weights[0] -= 0.6;
			// "Jordan Baker": before a capital that tells nothing else a first name stays one.
			const after = words[to];
			if ((whole & FIRST) !== 0 && after?.capital && (after.flags & EXPLAINS) === 0) weights[2] -= 3.5;
		}
	}
	if ((whole & IS.organisation) !== 0) {
		const plain = length === 1 && (whole & (IS.common | FIRST)) !== 0 && !emphatic(first);
		// "Congress did nothing": at the head of a sentence a bare noun before a verb.
		const subject = plain && first.doubtful && (whole & IS.common) !== 0 && verbal(words[to]);
		if (subject) weights[1] += 2.5;
		const weak = !plain ? 0 : first.doubtful && !subject ? 2.6 : 1.2;
		weights[1] += 4 + longer - weak;
		if (length > 1) weights[0] -= 2.5;
	}
	if ((whole & IS.happening) !== 0) weights[3] += 4.5 + longer;
	if ((whole & (IS.people | IS.calendar)) !== 0) weights[3] += 4 + longer;
	else if (length === 2 && COMPASS.has(first.key) && (words[to - 1]!.flags & IS.people) !== 0)
		weights[3] += 5.6;
}

/** A small word that is surely a verb. */
const verbal = (word: Word | undefined) =>
	word !== undefined &&
	!word.capital &&
	(AUXILIARIES.has(word.key) || COMMON_VERBS.has(word.key) || REPORTING.get(word.key)?.noun === false);

/** "Elm County", "Orbis Inc", "Mount Hood", "Clean Water Act". */
function affixes(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const first = words[from]!;
	const last = words[to - 1]!;
	const end = last.flags;
	const length = to - from;
	const prefix = phraseFlags(words, from, to - 1);
	const placed = (prefix & PLACES) !== 0;
	const orgEnd = (end & IS.orgSuffix) !== 0;
	if (orgEnd) {
		const weak = (end & IS.weakSuffix) !== 0;
		add(weights, -2.2, weak ? 1.8 : 3.4, 0, 0);
		if ((prefix & IS.organisation) !== 0) weights[1] += 4;
		else if (placed || (!weak && (prefix & (IS.happening | IS.people)) !== 0)) weights[1] += 1.5;
		if (length > 2 && CORPORATE.has(last.key) && (words[to - 2]!.flags & IS.orgSuffix) !== 0) weights[1] += 2;
		if (ACRONYM.test(first.text) && emphatic(first) && (first.flags & (PLACES | IS.notBody)) === 0)
			weights[1] += 2;
	}
	if (orgEnd && (NATIONAL.has(last.key) ? (first.flags & IS.people) !== 0 : CREEDS.has(first.key)))
		weights[1] += 2.5;
	if ((end & IS.paper) !== 0) {
		const sure = placed || DAILY.has(first.key) || (first.flags & IS.people) !== 0;
		add(weights, -1, sure ? 3 : orgEnd ? 0 : 1.2, 0, 0);
	}
	// "Kansas State", a university
	if (
		placed &&
		last.key === 'state' &&
		first.key !== 'washington' &&
		((words[to]?.flags ?? 0) & IS.titleHead) === 0
	)
		weights[1] += 3;
	if ((end & IS.placeSuffix) !== 0) {
		// "Tom Field"
		if (length === 2 && (first.flags & FIRST) !== 0 && PLACE_SURNAMES.has(last.key))
			add(weights, -0.3, 0, 1, 0);
		else add(weights, -1.8, 0, orgEnd ? 1.4 : 3.4, 0);
	}
	if ((end & IS.happeningSuffix) !== 0)
		add(weights, -1.5, 0, 0, (end & (IS.orgSuffix | IS.placeSuffix)) !== 0 ? 1.2 : 2.6);
	if (HAPPENING_HEADS.has(first.key)) add(weights, -2.5, 0, -1, 3);
	// "Coastal Norland", "Upper Silesia"
	if ((first.flags & IS.placeHead) !== 0 && length === 2 && (end & PLACES) !== 0) add(weights, -1, 0, 2, 0);
	if (SURE_PLACE_HEADS.has(first.key)) add(weights, -1.5, 0, 4, 0);
	else if ((first.flags & IS.placeHead) !== 0) weights[2] += (first.flags & IS.common) !== 0 ? 1.1 : 2.2;
}

/** "Ministry of Health", "Food and Drug Administration": small words stand only in names of bodies, after or before a word for one. */
function connected(weights: Weights, words: readonly Word[], from: number, to: number): void {
	let headed = false;
	for (let i = from + 1; i < to; i++) {
		const word = words[i]!;
		if (word.capital || word.text === '&' || (word.flags & IS.particle) !== 0) continue;
		const before = words[i - 1]!;
		if (/^(?:of|for)$/.test(word.key)) headed ||= (before.flags & IS.orgHead) !== 0;
		else if (word.key === 'on')
			headed ||= /^(?:council|commission|committee|center|centre|conference|institute|coalition)$/.test(
				before.key,
			);
		else if (word.key === 'and') {
			const end = words[to - 1]!.flags;
			if (
				CORPORATE.has(before.key) ||
				(before.flags & (PLACES | IS.organisation)) !== 0 ||
				words[i + 1]!.key === 'the'
			) {
				weights[1] -= 6;
				return;
			}
			headed ||=
				(end & IS.orgSuffix) !== 0 &&
				(end & IS.weakSuffix) === 0 &&
				(words[from]!.flags & (PLACES | FIRST | IS.people)) === 0;
		} else if (word.key !== 'the' || !headed) {
			weights[1] -= 6;
			return;
		}
		if (!headed) break;
	}
	const last = words[to - 1]!;
	// "University of North" goes on.
	if ((last.flags & IS.placeHead) !== 0 && (last.flags & (IS.placeSuffix | IS.orgSuffix)) === 0)
		weights[1] -= 4;
	// "American Federation of Teachers"
	if (
		headed &&
		(words[from]!.flags & IS.people) !== 0 &&
		(NATIONAL.has(words[from + 1]!.key) || CREEDS.has(words[from]!.key))
	)
		weights[1] += 2.5;
	add(weights, 0, headed ? 3.6 : -3, 0, 0.2);
}
