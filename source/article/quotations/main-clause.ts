/** Whether words before a closing attribution are a clause that can stand alone: a subject, and a verb of its own. */
import { EITHER_PAST, SUBORDINATING } from '../../lexicon/clauses.ts';
import {
	AUXILIARIES,
	CONJUNCTIONS,
	DETERMINERS,
	PREPOSITIONS,
	SUBJECT_PRONOUNS,
	TIME_WORDS,
} from '../../lexicon/words.ts';
import { carries } from './content-end.ts';
import { isAdverb } from './phrases.ts';
import type { Token } from './prose.ts';
import { subjectEndingAt } from './subjects.ts';

const isWord = (token: Token | undefined): token is Token => token?.type === 'word';

/** Auxiliaries that no list holds whole ("shouldn't"), and "it's". */
const isAuxiliary = (tokens: readonly Token[], at: number) => {
	const { type, lower } = tokens[at]!;
	if (type === 'mark')
		return (
			/^'(?:d|ll|ve|re)$/.test(lower) ||
			(lower === "'s" && /^(?:he|she|it|that|there|what|here)$/.test(tokens[at - 1]?.lower ?? ''))
		);
	return type === 'word' && (AUXILIARIES.has(lower) || /n't$/.test(lower));
};

/** Left over what may stand between a subject and its verb. */
function overAdverbs(tokens: readonly Token[], at: number, from: number): number {
	let i = at;
	while (i >= from && (isAdverb(tokens[i]!) || isAuxiliary(tokens, i))) i--;
	return i;
}

/** What a verb takes behind it: "saves the city", "know that", "works well". */
const isObjectStart = (token: Token | undefined) =>
	isWord(token) &&
	(DETERMINERS.has(token.lower) ||
		isAdverb(token) ||
		/^(?:him|them|us|me|it|not|more|less)$/.test(token.lower));

/** A verb that no list holds, told by what stands around it: "they go", "the plan saves money", "officers know the area". */
function isUnlisted(tokens: readonly Token[], at: number, from: number): boolean {
	const token = tokens[at]!;
	const { lower } = token;
	if (!isWord(token) || token.capital || at <= from || isAdverb(token) || !/^[a-z]{2,}$/.test(lower))
		return false;
	if (/(?:ing|ed)$/.test(lower) || TIME_WORDS.has(lower)) return false;
	if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || DETERMINERS.has(lower)) return false;
	let i = at - 1;
	while (i > from && isAdverb(tokens[i]!)) i--;
	const before = tokens[i]!;
	const opens = i === from || tokens[i - 1]!.type === 'mark';
	if (isWord(before) && SUBJECT_PRONOUNS.has(before.lower))
		return !/^(?:it|you)$/.test(before.lower) || opens;
	if (opens && /^(?:this|that)$/.test(before.lower) && /[^s]s$/.test(lower)) return true;
	if (before.type !== 'name' && !isWord(before)) return false;
	if (DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower) || TIME_WORDS.has(before.lower))
		return false;
	const many = /[^s]s$/.test(before.lower);
	const fits = /[^s]s$/.test(lower) ? before.type === 'name' || !many : many && before.type !== 'name';
	return (
		fits &&
		(i < at - 1 ||
			isObjectStart(tokens[at + 1]) ||
			(before.type === 'name' && tokens[at + 1]?.type === 'name')) &&
		!isObject(tokens, i, from)
	);
}

/** Stands behind a preposition, with nothing before it that it goes on about: "in recent polls", "in a letter". */
function isObject(tokens: readonly Token[], last: number, from: number): boolean {
	const subject = subjectEndingAt(tokens, last, from);
	const lead = tokens[(subject?.from ?? last) - 1];
	return subject !== null && subject.from > from && isWord(lead) && PREPOSITIONS.has(lead.lower);
}

/** A past that may be a participle: "a letter sent to parents", "a rally attended by thousands". */
function mayHang(tokens: readonly Token[], at: number): boolean {
	const { lower } = tokens[at]!;
	if (!/ed$/.test(lower) && !EITHER_PAST.has(lower)) return false;
	const next = tokens[at + 1];
	return (
		!isWord(next) ||
		PREPOSITIONS.has(next.lower) ||
		TIME_WORDS.has(next.lower) ||
		next.capital ||
		isAdverb(next) ||
		/^\d/.test(next.lower)
	);
}

/** Someone or something stands before the verb and does what it says. */
function hasSubject(tokens: readonly Token[], verb: number, from: number): boolean {
	const last = overAdverbs(tokens, verb - 1, from);
	if (last < from) return false;
	const token = tokens[last]!;
	const { lower } = token;
	if (token.type === 'mark' && lower !== ')')
		return lower === ',' && last > from + 1 && !mayHang(tokens, verb);
	if (CONJUNCTIONS.has(lower) && lower !== 'that' && lower !== 'what') return false;
	if (isWord(token) && PREPOSITIONS.has(lower)) return false;
	if (last < verb - 1 || !mayHang(tokens, verb)) return true;
	return tokens[verb + 1]?.lower !== 'by' && !isObject(tokens, last, from);
}

/**
 * A clause that can stand alone, and no noun phrase, adverbial, relative clause or apposition. A verb that "when", "who"
 * or "that" claims is not its own, nor is one that goes on from it ("who came and stayed").
 */
export function isMainClause(tokens: readonly Token[], from: number, to: number): boolean {
	let claimed = false;
	let owed = false;
	/** The part up to the next comma began with "when", "asked", "noting". */
	let hangs = false;
	let open = true;
	/** The part before the last comma was a relative clause: "the man, who lives here, worked there". */
	let relative = false;
	let related = false;
	for (let i = tokens[from]?.lower === 'that' ? from + 1 : from; i < to; i++) {
		const token = tokens[i]!;
		const { lower, type } = token;
		if (type === 'quote') return false;
		const opened = open;
		open = open && (isAdverb(token) || /^(?:and|but|,)$/.test(lower));
		if (lower === ',') {
			claimed = false;
			owed = false;
			hangs = false;
			open = true;
			related = relative;
			relative = /^wh(?:o|om|ose|ich)$/.test(tokens[i + 1]?.lower ?? '');
		} else if (
			type === 'word' &&
			lower !== 'than' &&
			SUBORDINATING.has(lower) &&
			!(opened && lower === 'that')
		) {
			claimed = true;
			owed = true;
			if (opened && lower !== 'what') hangs = true;
		} else if (
			opened &&
			!open &&
			type === 'word' &&
			/...(?:ing|ed)$/.test(lower) &&
			!isWord(tokens[i - 1]) &&
			!related
		) {
			hangs = true;
		} else if (carries(tokens, i) || isAuxiliaryVerb(tokens, i) || isUnlisted(tokens, i, from)) {
			if (hangs) continue;
			const joined = /^(?:and|or|but)$/.test(tokens[i - 1]?.lower ?? '');
			if (owed || (claimed && joined)) {
				// "who has left": one verb, however many words.
				const next = tokens[i + 1];
				owed = isAuxiliary(tokens, i) && next !== undefined && (carries(tokens, i + 1) || isAdverb(next));
				continue;
			}
			if (hasSubject(tokens, i, from) || (related && tokens[i - 1]!.lower === ',')) return true;
		}
	}
	return false;
}

const isAuxiliaryVerb = (tokens: readonly Token[], at: number) =>
	isAuxiliary(tokens, at) && !/^(?:not|be|been|being|having)$/.test(tokens[at]!.lower);
