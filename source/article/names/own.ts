/** What the words of a name say for themselves: each of them, all of them together, and the first and the last. */
import { FIRST, IS, isEnglishFirst, PLACE as PLACES } from '../../lexicon/names.ts';
import { COMPASS, SHORT_COUNTRIES } from '../../lexicon/places.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { AUXILIARIES, COMMON_VERBS } from '../../lexicon/words.ts';
import { ARABIC, CAMEL, CAMEL_SURNAME, eachWord } from './each-word.ts';
import { affixes, connected } from './ends.ts';
import type { Word } from './stream.ts';
import { ACRONYM, add, emphatic, GENERATION, phraseFlags, type Weights } from './weights.ts';

const INITIAL = /^\p{Lu}\.?$|^(?:\p{Lu}\.){2,3}$|^\p{Lu}{2}$/u;
const MIDDLE_INITIAL = /^\p{Lu}\.?$/u;

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

/** "Narcissists can lead": endings of nouns that are no names. */
const NOUN = /(?:is[mt]s?|wares?|ings?|ments?|ness|i[tv]ity|tions?|ologists?|illions?)$/;

/** Says little for a first name: also a place, a last name or a plain word. */
const WEAK = IS.weakFirst | PLACES | IS.common;

export function ownWeights(words: readonly Word[], from: number, to: number): Weights {
	const length = to - from;
	const weights: Weights =
		length === 1
			? [-0.3, -0.4, -0.5, 0]
			: [
					length === 2
						? 0.9
						: length === 3 || isDouble(words, from, to) || isNoble(words, from, to)
							? 0.5
							: -1.5 * (length - 3),
					-0.1,
					-0.7,
					0.1,
				];
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
		if (SHORT_COUNTRIES.has(words[from]!.key) && emphatic(words[from]!)) {
			const rest = ownWeights(words, from + 1, to)[1];
			if (rest >= 2) weights[1] = Math.max(weights[1], rest + 5);
		}
	}
	return weights;
}

/** "Q. When did you leave?": a mark of who speaks, and the head of a sentence. */
const isAsked = (words: readonly Word[], from: number) =>
	/^[QA]\.?$/.test(words[from]!.text) &&
	from === 0 &&
	(words[1]!.flags & IS.starter) !== 0 &&
	(words[1]!.flags & FIRST) === 0;

/** "Miner Jack Cole", "Fan Lucy Hart": a noun at the head of a sentence, though somebody somewhere is called so. */
function isCalling(words: readonly Word[], from: number, to: number): boolean {
	const [first, second] = [words[from]!, words[from + 1]!];
	const noun =
		(first.flags & IS.role) !== 0 ||
		(first.flags & (IS.common | IS.familyFirst)) === (IS.common | IS.familyFirst);
	return to - from > 2 && first.doubtful && noun && isEnglishFirst(second.key);
}

const NO_PART = IS.starter | IS.titleHead | IS.honorific | IS.organisation | IS.orgSuffix | IS.placeSuffix;

/**
 * Two given names, two family names, and the small words between them: "Luis Miguel Ocampo Vidal",
 * "Ana de la Vega y Soler". Long by custom, and not to be cut.
 */
function isDouble(words: readonly Word[], from: number, to: number): boolean {
	let given = 0;
	let family = 0;
	let particles = 0;
	for (let i = from; i < to; i++) {
		const word = words[i]!;
		if (!word.capital) {
			if (family + given === 0 || (word.flags & IS.particle) === 0 || word.key === 'and') return false;
			particles++;
		} else if ((word.flags & NO_PART) !== 0 || word.shouted) return false;
		else if (given < 2 && family + particles === 0 && (word.flags & FIRST) !== 0) {
			// "Star Luis Ocampo Vidal"
			if ((word.flags & IS.common) !== 0) return false;
			given++;
		} else family++;
	}
	return given > 0 && family > 0 && family < (particles > 1 ? 4 : 3) && (given === 2 || particles > 0);
}

/** "Mateus Van der Linde": one name, and a last one whose small words begin with a capital here. */
function isNoble(words: readonly Word[], from: number, to: number): boolean {
	const [first, van, der] = [words[from]!, words[from + 1]!, words[from + 2]!];
	return (
		to - from === 4 &&
		(first.flags & (NO_PART | IS.common)) === 0 &&
		/^(?:Van|Von|De)$/.test(van.text) &&
		!der.capital &&
		(der.flags & IS.particle) !== 0 &&
		der.key !== 'and' &&
		words[to - 1]!.capital
	);
}

/** First names, initials, generations. */
function personParts(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const first = words[from]!;
	const length = to - from;
	if (isAsked(words, from) || isCalling(words, from, to)) weights[0] -= 3;
	else if ((first.flags & FIRST) !== 0) weights[0] += (first.flags & WEAK) !== 0 ? 1.3 : 2.8;
	else if (INITIAL.test(first.text) && !first.shouted && (first.flags & PLACES) === 0) {
		weights[0] += 1.2;
		if (length > 2 && (words[from + 1]!.flags & FIRST) !== 0) weights[0] += 2;
	}
	if ((first.flags & IS.familyFirst) !== 0 && length <= 3)
		weights[0] += (first.flags & (FIRST | IS.common)) === 0 ? 1.8 : 1;
	// Long by custom: "Omar bin Khalid al-Rashid"
	if (length > 3 && words.slice(from, to).some(({ key }) => ARABIC.test(key) || /^al-/.test(key)))
		weights[0] += 1.2 * (length - 3) + 0.8;
	// "Abd al-Karim Nasser"
	if (first.key === 'abd') weights[0] += 2.8;
	for (let i = from + 1; i < to - 1; i++) if (MIDDLE_INITIAL.test(words[i]!.text)) weights[0] += 1.5;
	if (GENERATION.test(words[to - 1]!.text)) weights[0] += 2;
	else if (MIDDLE_INITIAL.test(words[to - 1]!.text)) weights[0] -= words[to]?.capital ? 4 : 1;
}

function singleWord(weights: Weights, word: Word): void {
	const { flags, text } = word;
	if ((flags & FIRST) !== 0 && (flags & WEAK) === 0) weights[0] += 0.2;
	if (GENERATION.test(text) || MIDDLE_INITIAL.test(text)) add(weights, -3, -2, -3, 1);
	if ((flags & IS.titleHead) !== 0) weights[3] += 1;
	if (word.doubtful && (flags & FIRST) === 0 && NOUN.test(word.key)) add(weights, -2, -0.5, 0, 1);
	if (/^\p{Lu}{1,2}-?\d+$/u.test(text)) add(weights, -2, -3, -2, 2);
	if (CAMEL.test(text) && !CAMEL_SURNAME.test(text)) weights[0] -= 1.5;
	if (!ACRONYM.test(text) || (!emphatic(word) && !/\p{Lu}s$/u.test(text))) return;
	add(weights, -1.5, 0, -0.5, 0);
	if ((flags & IS.notBody) !== 0 && (flags & IS.organisation) === 0) add(weights, 0, -2, 0, 3);
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
		// "Elko Mayor Ana Ruiz"
		if (((words[to]?.flags ?? 0) & IS.titleHead) !== 0 && words[to]!.capital) weights[2] += 1.5;
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
