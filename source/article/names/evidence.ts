/** What speaks for a stretch of words to be a person, a body or a place: weights of its own words, and of those around it. */
import { FIRST, flagsOf, IS, longestFrom, PLACE } from '../../lexicon/names.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { ADVERBS, AUXILIARIES, COMMON_VERBS, CONJUNCTIONS, PREPOSITIONS } from '../../lexicon/words.ts';
import type { Word } from './stream.ts';

/** Weights in the order person, organisation, place, none of them. */
export type Weights = [person: number, organisation: number, place: number, other: number];
export const PERSON = 0;
export const ORGANISATION = 1;
export const PLACE_TYPE = 2;
export const OTHER = 3;

export const keyOfStretch = (words: readonly Word[], from: number, to: number): string => {
	if (to - from === 1) return words[from]!.key;
	let key = words[from]!.key;
	for (let i = from + 1; i < to; i++) key += ` ${words[i]!.key}`;
	return key;
};

/** Flags of the whole stretch as a phrase of the lists; 0 when it is none. */
export function phraseFlags(words: readonly Word[], from: number, to: number): number {
	const length = to - from;
	if (length === 1) return words[from]!.flags;
	return longestFrom(words[from]!.key) >= length ? flagsOf(keyOfStretch(words, from, to)) : 0;
}

const INITIAL = /^\p{Lu}\.?$|^(?:\p{Lu}\.){2,3}$|^\p{Lu}{2}$/u;
const GENERATION = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;
const COMPASS = new Set('north south east west northern southern eastern western central'.split(' '));
const ACRONYM = /^(?:\p{Lu}\.?){2,6}s?$|^\p{Lu}&\p{Lu}$/u;
const CAMEL = /\p{Ll}\p{Lu}\p{Ll}*/u;

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
	PLACE |
	IS.organisation;

/** What the words themselves say. */
export function ownWeights(words: readonly Word[], from: number, to: number): Weights {
	const length = to - from;
	const first = words[from]!;
	const last = words[to - 1]!;
	const whole = phraseFlags(words, from, to);
	let person = length === 1 ? -0.3 : length === 2 ? 0.9 : length === 3 ? 0.5 : -1.5 * (length - 3);
	let organisation = length === 1 ? -0.4 : -0.1;
	let place = length === 1 ? -0.5 : -0.7;
	let other = length === 1 ? 0 : 0.1;

	let common = 0;
	let plain = 0;
	let connectors = 0;
	for (let i = from; i < to; i++) {
		const word = words[i]!;
		if (!word.capital) {
			if ((word.flags & IS.particle) !== 0 && i > from) {
				person += 0.6;
				organisation -= 0.6;
			} else if (word.type === 'mark' && word.text === '&') {
				organisation += 2.5;
				person -= 3;
			} else {
				connectors++;
				person -= 4;
				place -= 1.5;
			}
			continue;
		}
		plain++;
		const { flags } = word;
		const given = (flags & FIRST) !== 0;
		if ((flags & IS.common) !== 0 && !(given && i === from && length > 1) && !(word.upper && !word.shouted)) {
			common++;
			person -= i === to - 1 ? 1 : 1.5;
			place -= 0.5;
			if (word.doubtful) {
				person -= length === 1 ? 2.5 : 1.5;
				organisation -= length === 1 ? 2.5 : 1;
				place -= length === 1 ? 2.5 : 1;
			}
		}
		if ((flags & IS.starter) !== 0 && i === from && !(given && length > 1 && word.key !== 'an')) {
			person -= 3;
			organisation -= 3;
			place -= 3;
		}
		if ((flags & (IS.people | IS.calendar)) !== 0 && !given) {
			person -= 1.5;
			if (length > 1) organisation -= 0.3;
			place -= 1;
		}
		if ((flags & IS.country) !== 0 && !(given && i === from)) person -= 1.5;
		if ((flags & (IS.titleHead | IS.honorific)) !== 0 && !given) person -= 2;
		if (word.text.includes('-') && isCompound(word)) {
			person -= 3;
			organisation -= 3;
			place -= 3;
		}
		if (CAMEL.test(word.text) && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])/.test(word.text)) organisation += 1.5;
		if (
			ACRONYM.test(word.text) &&
			!word.shouted &&
			(flags & (IS.notBody | IS.calendar)) === 0 &&
			length > 1 &&
			i > from
		) {
			person -= 1;
			organisation += 0.7;
		}
	}
	if (common === plain) {
		person -= 1.5;
		place -= length > 1 ? 0 : 1;
		other += length > 1 ? 1 : 0.8;
	} else if (length > 1 && (last.flags & IS.common) !== 0 && /[^s]s$/.test(last.key)) {
		organisation += 0.6;
		person -= 0.5;
	}

	// A person's name by its parts.
	if (length >= 2) {
		if ((first.flags & FIRST) !== 0)
			person += (first.flags & (IS.weakFirst | PLACE | IS.common)) !== 0 ? 1.3 : 2.8;
		else if (INITIAL.test(first.text) && !first.shouted && plain >= 2 && (first.flags & PLACE) === 0)
			person += 1.2;
		if ((first.flags & IS.familyFirst) !== 0 && length <= 3) person += 1;
		for (let i = from + 1; i < to - 1; i++) if (/^\p{Lu}\.?$/u.test(words[i]!.text)) person += 1.5;
		if (GENERATION.test(last.text)) person += 2;
	} else if ((first.flags & FIRST) !== 0)
		person += (first.flags & (IS.weakFirst | PLACE | IS.common)) !== 0 ? 0.1 : 0.8;
	if (length === 1 && GENERATION.test(first.text)) person -= 3;

	// Known as a whole.
	if ((whole & PLACE) !== 0) {
		const weak = length === 1 && (whole & (IS.common | IS.weakFirst)) !== 0 ? 1 : 0;
		const strength =
			(whole & IS.country) !== 0
				? 5
				: (whole & IS.region) !== 0
					? 4
					: (whole & IS.city) !== 0
						? 3.4 - weak
						: 1.8 - weak;
		place += strength + (length - 1) * 1.6;
		if (length === 1 && (whole & (IS.country | IS.city)) !== 0) person -= 0.6;
		// "Jordan Baker": before a capital that tells nothing else a first name stays one.
		const after = words[to];
		if (length === 1 && (whole & FIRST) !== 0 && after?.capital && (after.flags & EXPLAINS) === 0)
			place -= 3.5;
		if (length > 1) person -= 2.5;
	}
	if ((whole & IS.organisation) !== 0) {
		const weak = length === 1 && (whole & (IS.common | FIRST)) !== 0 ? (first.upper ? 0.5 : 2.6) : 0;
		organisation += 4 + (length - 1) * 1.6 - weak;
		if (length > 1) person -= 2.5;
	}
	if ((whole & IS.happening) !== 0) other += 4.5 + (length - 1) * 1.6;
	if ((whole & (IS.people | IS.calendar)) !== 0) other += 4 + (length - 1) * 1.6;
	else if (length === 2 && COMPASS.has(first.key) && (last.flags & IS.people) !== 0) other += 5.6;

	// By its first or last word.
	if (length >= 2 && whole === 0) {
		const end = last.flags;
		const prefix = phraseFlags(words, from, to - 1);
		const placed = (prefix & PLACE) !== 0;
		if (placed && (end & (IS.orgSuffix | IS.orgHead)) !== 0) organisation += 1.5;
		if (placed && (prefix & IS.country) !== 0 && last.key === 'state' && words[from]!.key !== 'washington')
			organisation += 2.5;
		if ((end & IS.orgSuffix) !== 0 && connectors === 0) {
			organisation += (end & IS.weakSuffix) !== 0 ? 1.8 : 3.4;
			person -= 2.2;
		}
		if ((end & IS.paper) !== 0) {
			organisation += placed || (first.flags & IS.people) !== 0 ? 3 : 1.2;
			person -= 1;
		}
		if ((end & IS.placeSuffix) !== 0 && connectors === 0) {
			place += (end & IS.orgSuffix) !== 0 ? 1.4 : 3.2;
			person -= 1.8;
		}
		if ((end & IS.happeningSuffix) !== 0) {
			other += (end & (IS.orgSuffix | IS.placeSuffix)) !== 0 ? 1.2 : 2.6;
			person -= 1.5;
		}
		if ((first.flags & IS.placeHead) !== 0 && connectors === 0)
			place += (first.flags & IS.common) !== 0 ? 1.1 : 2.2;
	}
	if (connectors > 0 && whole === 0) {
		const head = orgHeadBefore(words, from, to);
		organisation += head ? 3.6 : -2.5;
		other += 0.2;
	}
	if (length === 1 && ACRONYM.test(first.text) && first.upper && !first.shouted) {
		if ((first.flags & IS.notBody) !== 0) {
			other += 3;
			organisation -= 2;
		} else if ((first.flags & (PLACE | IS.organisation)) === 0) organisation += 2.2;
		person -= 1.5;
		place -= 0.5;
	}
	if (length === 1 && (first.flags & IS.titleHead) !== 0) other += 1;
	return [person, organisation, place, other];
}

/** "Paris-based", "COVID-safe", "INO-4800", but not "Seong-woong", "al-Sadr". */
function isCompound({ key, text }: Word): boolean {
	const tail = key.slice(key.lastIndexOf('-') + 1);
	if (/\d/.test(tail)) return true;
	return /-\p{Ll}[^-]*$/u.test(text) && tail.length > 2 && (flagsOf(tail) & IS.common) !== 0;
}

/** "Ministry of …", "Center for …": an organisation's head right before the first small word. */
function orgHeadBefore(words: readonly Word[], from: number, to: number): boolean {
	for (let i = from + 1; i < to; i++) {
		const word = words[i]!;
		if (word.capital) continue;
		if (/^(?:of|for|on|to|in|against|with)$/.test(word.key)) return (words[i - 1]!.flags & IS.orgHead) !== 0;
		if (word.key === 'and') {
			// "Food and Drug Administration"
			const end = words[to - 1]!.flags;
			return (
				(end & IS.orgSuffix) !== 0 &&
				(end & IS.weakSuffix) === 0 &&
				(words[from]!.flags & (PLACE | FIRST | IS.people)) === 0
			);
		}
		return false;
	}
	return false;
}

const IN = new Set('in inside near outside around across throughout within'.split(' '));
const TO = new Set(
	'from to toward towards through between via over into leaving visited visiting'.split(' '),
);
const APPOSED = new Set('who whose whom'.split(' '));
const DASH = new Set(['—', '–', '-', '--']);

/** A small word after a name that is neither verb nor link is a noun, and the name its modifier. */
const modifies = (after: Word | undefined) =>
	after?.type === 'word' &&
	!after.capital &&
	!PREPOSITIONS.has(after.key) &&
	!CONJUNCTIONS.has(after.key) &&
	!AUXILIARIES.has(after.key) &&
	!COMMON_VERBS.has(after.key) &&
	!ADVERBS.has(after.key) &&
	!/ed$/.test(after.key) &&
	REPORTING.get(after.key)?.finite !== true;

const isSpeech = (word: Word | undefined) => {
	if (word?.type !== 'word' || word.capital) return false;
	const form = REPORTING.get(word.key);
	return (
		form?.finite === true &&
		(form.kind === 'speech' || form.kind === 'address') &&
		(!form.noun || /ed$/.test(word.key))
	);
};

/** What the words around say. `opens`: the first sentence of its paragraph. */
export function outerWeights(words: readonly Word[], from: number, to: number, opens: boolean): Weights {
	const weights: Weights = [0, 0, 0, 0];
	const add = (person: number, organisation: number, place: number, other: number) => {
		weights[0] += person;
		weights[1] += organisation;
		weights[2] += place;
		weights[3] += other;
	};
	const before = words[from - 1];
	const second = words[from - 2];
	let next = to;
	const possessive = words[to]?.type === 'possessive';
	if (possessive) next++;
	const after = words[next];
	const later = words[next + 1];

	if (before?.type === 'word') {
		const { key, flags } = before;
		if (key === 'the' || key === 'a' || key === 'an') {
			// "the Trump administration", "a U.S. plan": the article belongs to the noun that follows.
			if (possessive || !modifies(after))
				key === 'the' ? add(-2.2, 0.7, -0.6, 0.4) : add(-1.8, -0.2, -1.2, 0.8);
		} else if (IN.has(key)) add(-1, -0.4, 1.6, 0);
		else if (TO.has(key)) add(0, 0, 0.6, 0);
		else if (key === 'at') add(-0.6, 0.7, 0.3, 0);
		else if (key === 'of') {
			if (second && (second.flags & IS.placeNoun) !== 0 && !second.capital) add(-1, -0.5, 3.2, 0);
		} else if (/^(?:by|with|for|against|told|asked|met|urged|accused)$/.test(key)) add(0.3, 0.1, 0, 0);
		else if (isSpeech(before) && second?.type === 'mark') add(1.6, 0.4, -0.5, 0);
		else if (!before.capital && (flags & IS.orgNoun) !== 0 && (flags & IS.role) === 0)
			add(-1.5, 2.8, -0.3, 0);
		else if (!before.capital && (flags & IS.role) !== 0 && !words[from]!.upper) add(3, -0.3, -1, -0.3);
		else if (!before.capital && (flags & IS.placeNoun) !== 0) add(-0.4, 0, 1.6, 0);
	} else if (before?.text === ',' && second?.type === 'word') {
		if ((second.flags & IS.role) !== 0 && !second.capital) add(1.6, 0.2, -0.5, 0);
		if ((second.flags & PLACE) !== 0 && second.capital) add(-0.3, 0, 0.8, 0);
	} else if (
		before?.text === '/' &&
		!before.spaced &&
		second?.capital &&
		(second.flags & IS.organisation) !== 0
	)
		add(2.5, 0, 0, 0);
	else if (before?.text === '(' && after?.text === ')' && second?.capital && words[from]!.upper)
		add(-0.5, 2.5, 0, 0);

	if (possessive) {
		add(0.2, 0.1, 0.2, -0.2);
		if (after?.type === 'word' && !after.capital && (after.flags & IS.role) !== 0) add(0.2, 0.5, 0.4, 0);
		return weights;
	}
	if (after?.type === 'word') {
		if (isSpeech(after)) add(1.3, 0.8, 0, 0);
		else if (APPOSED.has(after.key)) add(2, -0.3, -0.5, 0);
		else if (!after.capital && (after.flags & IS.placeNoun) !== 0) add(-1, 0, 1.8, 0);
		else if (!after.capital && (after.flags & IS.orgNoun) !== 0) add(-1, 1.2, 0.2, 0.2);
		else if (
			!after.capital &&
			/^(?:was|is|has|had|will|would|also|did|does|could|wants|took|made|won|added)$/.test(after.key)
		)
			add(0.4, 0.3, 0.1, 0);
	} else if (after?.text === ',') {
		if (
			later?.type === 'number' &&
			/^\d{1,3}$/.test(later.text) &&
			/^[,.]$/.test(words[next + 2]?.text ?? '')
		)
			add(3, -1, -1, 0);
		else if (later?.type === 'word') {
			if (APPOSED.has(later.key)) add(2, 0, -0.5, 0);
			else if (/^(?:an?|the|his|her|their)$/.test(later.key)) {
				for (let i = next + 2; i < next + 8; i++) {
					const word = words[i];
					if (word?.type !== 'word') break;
					if (word.flags & IS.role && !word.capital) {
						add(2.2, 0, -0.8, 0);
						break;
					}
				}
			} else if (later.capital && (later.flags & IS.country) !== 0 && !words[next + 2]?.capital)
				add(-0.8, 0, 2.2, 0);
		}
	} else if (after?.text === '(') {
		if (later?.type === 'word' && /^[RDI](?:-|$)/.test(later.text)) add(3, -1, -1, 0);
		else if (later?.upper && words[next + 2]?.text === ')' && to - from > 1) add(-2, 2.5, 0, 0);
	}
	if (
		opens &&
		words[from]!.upper &&
		!words[from]!.shouted &&
		from < 3 &&
		after &&
		(after.text === '(' || DASH.has(after.text) || after.text === ',')
	)
		add(-2, 0, 3, 0);
	return weights;
}
