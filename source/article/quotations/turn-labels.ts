/**
 * The label at the head of a line that tells who speaks: MARTA RUIZ: · Ruiz: · **Gazette:** · Q. · Mr. DOYLE. · [00:15]
 * JD: — read off the line alone. Whether it is one is told by the lines around it (`turnLines`, turns.ts).
 */
import {
	HONORIFICS,
	ROLE_NOUNS,
	TITLE_COMPLEMENTS,
	TITLE_MODIFIERS,
	TITLE_STATES,
} from '../../lexicon/titles.ts';
import { BORNE_NOTES, CALLED_BY, NOT_VOICES, OF_SPEECH, VOICES } from '../../lexicon/turns.ts';
import { SUBJECT_PRONOUNS } from '../../lexicon/words.ts';
import type { Span } from '../../types.ts';

export interface Label extends Span {
	/** `other`: a lead-in that speaks for nobody ("Note:"), unless somebody of the text bears that name. */
	readonly kind: 'question' | 'answer' | 'initials' | 'role' | 'name' | 'other';
	/** The same for every label of one speaker: the last name in small letters, or the words of the role. */
	readonly key: string;
	/** The name without titles, as printed. */
	readonly name: string;
	/** A title stands before the name. */
	readonly titled: boolean;
	/** Where the words begin and end, without marks of emphasis. */
	readonly words: Span;
}

/** Labels are looked for so far into a line. */
const REACH = 140;
const MOST_WORDS = 6;
const MOST_WORDS_BESIDE = 9;

/** A time in brackets, the arrows of subtitles, a quotation mark: what may stand before the label. */
const LEAD = /^(?:>>+\s*)?(?:[[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*)?["“„]?/;
const MARKED =
	/^(?<open>\*{1,3}|__?)?(?<label>[^:*\n]{1,90}?)(?<close>\*{1,3}|__?)? ?:(?<late>\*{1,3}|__?)?(?=\s|$)/u;
/** The record prints the name in capitals and a full stop: Mr. DOYLE. I thank the gentleman. */
const RECORD =
	/^(?<label>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep)\.?|The|Senator|Chairman|Chairwoman|Chair|Secretary|General) \p{Lu}[\p{Lu}'’-]+(?: (?:of \p{Lu}[\p{L} ]{2,20}|pro tempore|\p{Lu}{2,}))?)\.(?=\s)/u;
/** Q. · A. · Q) · and Q alone before two spaces or more, as press offices print it. */
const LETTER = /^(?:\*{2})?(?<label>[QA])(?:[.)](?:\*{2})?(?=\s)|(?=\s{2}\s*\S|\t))/u;

const WORD = /^\p{Lu}[\p{L}\p{M}.'’&-]*$/u;
const PARTICLE =
	/^(?:de|da|di|do|dos|du|del|della|der|den|van|von|zu|la|le|el|al|bin|ibn|y|e|of|the|and|for)$/;
const INITIALS = /^(?:\p{Lu}\.?){1,3}$/u;

/** The label of the line at `line`, or null. Looks at its head and its last characters only. */
export function labelAt(text: string, line: Span): Label | null {
	const head = text.slice(line.start, Math.min(line.end, line.start + REACH));
	const lead = LEAD.exec(head)?.[0].length ?? 0;
	const rest = head.slice(lead);
	const match = (rest.includes(':') ? MARKED.exec(rest) : null) ?? LETTER.exec(rest) ?? RECORD.exec(rest);
	const printed = match?.groups?.label;
	if (!match || printed === undefined) return null;
	const read = readLabel(printed);
	if (!read) return null;
	const start = line.start + lead + (match.groups?.open?.length ?? 0);
	let from = line.start + lead + match[0].length;
	let to = line.end;
	while (from < to && /[\s*_]/.test(text[from]!)) from++;
	while (to > from && /[\s*_]/.test(text[to - 1]!)) to--;
	// "“Ruiz: We will not.”": the marks are those of the whole line.
	if (/["“„]$/.test(head.slice(0, lead)) && /["”“]/.test(text[to - 1] ?? '')) to--;
	return { start, end: start + read.length, words: { start: from, end: to }, ...read };
}

const plain = (word: string) => word.toLowerCase().replace(/[.’']s?$/, '');

/** What the words before the colon are. */
function readLabel(
	printed: string,
): (Pick<Label, 'kind' | 'key' | 'name' | 'titled'> & { readonly length: number }) | null {
	if (/[“”"!?;]|\. \p{Ll}/u.test(printed)) return null;
	const beside = /\s*(?:,(?=\s)|[([])/.exec(printed);
	const label = (beside && beside.index > 0 ? printed.slice(0, beside.index) : printed).trim();
	const words = label.split(/\s+/);
	const length = printed.indexOf(label) + label.length;
	if (words.length > MOST_WORDS || printed.split(/\s+/).length > words.length + MOST_WORDS_BESIDE)
		return null;
	const small = words.map(plain);
	const as = (kind: Label['kind'], key: string, name = label) => ({
		kind,
		key,
		name,
		length,
		titled: name !== label,
	});
	if (/^(?:Q|Question|QUESTION)$/.test(label)) return as('question', 'q');
	if (/^(?:A|Answer|ANSWER)$/.test(label)) return as('answer', 'a');
	if (!/^\p{Lu}/u.test(label) || small.some((word) => SUBJECT_PRONOUNS.has(word))) return null;
	const bare = small[0] === 'the' && small.length > 1 ? small.slice(1) : small;
	let first = 0;
	while (first < small.length && isTitle(small, first)) first++;
	const name = words.slice(first);
	const noted = small.some(
		(word, at) => NOT_VOICES.has(word) && (at === 0 || at === small.length - 1 || word === bare[0]),
	);
	// "Mr. PRICE:" is called so by nothing but a name.
	if (noted && !(words.length === 2 && CALLED_BY.has(small[0]!) && !words[0]!.includes("'")))
		return as('other', label.toLowerCase(), name.join(' '));
	if (INITIALS.test(label) && label.replaceAll('.', '').length > 1)
		return as('initials', label.replaceAll('.', ''));
	const voices = small.filter((word) => VOICES.has(word) || ROLE_NOUNS.has(word)).length;
	if (
		name.length > 0 &&
		name.every((word) => WORD.test(word) || PARTICLE.test(word)) &&
		!/^\p{Ll}/u.test(name.at(-1)!)
	)
		return voices > 0 && name.length === words.length && VOICES.has(small[0]!)
			? as('role', bare.join(' '))
			: as('name', small.at(-1)!, name.join(' '));
	if (voices > 0 && words.length <= 5) return as('role', bare.join(' '));
	return words.length <= 4 ? as('other', label.toLowerCase()) : null;
}

/** A title, or a word of one: "Deputy", "Foreign", "Minister", "of", "State". */
function isTitle(words: readonly string[], at: number): boolean {
	const word = words[at]!;
	return (
		HONORIFICS.has(word) ||
		ROLE_NOUNS.has(word) ||
		VOICES.has(word) ||
		TITLE_STATES.has(word) ||
		(TITLE_MODIFIERS.has(word) &&
			at < words.length - 1 &&
			(ROLE_NOUNS.has(words[at + 1]!) || TITLE_MODIFIERS.has(words[at + 1]!))) ||
		(at === 0 && word === 'the') ||
		(at > 0 && (word === 'of' || word === 'for') && TITLE_COMPLEMENTS.has(words[at + 1] ?? '')) ||
		(at > 1 && TITLE_COMPLEMENTS.has(word) && /^(?:of|for)$/.test(words[at - 1]!))
	);
}

/** A label of this many words may be a name that is also a word of notes. */
const LONGEST_NAME = 3;

/**
 * The same labels, but for words of notes that are names here: "PRICE" where the text knows a Rowena Price (`borne`: last
 * names in small letters), or where the lines can be nothing but what two people say by turns.
 */
export function withNames(
	text: string,
	labels: readonly (Label | null)[],
	borne: ReadonlySet<string>,
): (Label | null)[] {
	const asName = (label: Label): Label | null => {
		const words = label.name.split(' ');
		const key = plain(words.at(-1)!);
		const whole = words.length <= LONGEST_NAME && words.every((word) => WORD.test(word));
		return whole && !/^the /i.test(text.slice(label.start, label.end))
			? { ...label, kind: 'name', key }
			: null;
	};
	const found = labels.map((label) => {
		const name = label?.kind === 'other' ? asName(label) : null;
		return name && borne.has(name.key) ? name : label;
	});
	const counts = new Map<string, number>();
	for (const label of found) if (label) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
	const again = (label: Label | null | undefined) =>
		label && label.kind !== 'other' && counts.get(label.key)! > 1;
	/** Of the lines under a word: how many stand beside one who speaks, and how many ask or say "I". */
	const beside = new Map<string, number>();
	const spoken = new Map<string, number>();
	found.forEach((label, at) => {
		if (label?.kind !== 'other' || !BORNE_NOTES.has(label.key)) return;
		const add = (to: Map<string, number>) => to.set(label.key, (to.get(label.key) ?? 0) + 1);
		if (again(found[at - 1]) || again(found[at + 1])) add(beside);
		const words = text.slice(label.words.start, Math.min(label.words.end, label.words.start + LOOKED_AT));
		if (isSentence(text, label.words) && (words.endsWith('?') || OF_SPEECH.test(words))) add(spoken);
	});
	return found.map((label) => {
		const count = label?.kind === 'other' ? counts.get(label.key)! : 0;
		return count > 1 && beside.get(label!.key) === count && 2 * (spoken.get(label!.key) ?? 0) >= count
			? asName(label!)
			: label;
	});
}

const LOOKED_AT = 600;

/** A line between two labels that are farther apart than this belongs to no run of turns. */
export const LONGEST_GAP = 8;

/**
 * Which lines are surely turns of one transcript, by their labels alone: two speakers or more, one of them twice or
 * more, and most of them in sentences. Parallel to `labels`.
 */
export function turnLines(text: string, labels: readonly (Label | null)[]): boolean[] {
	const sure = labels.map(() => false);
	// A headline may have a colon, too.
	const among = labels[0] && !labels[1] ? [null, ...labels.slice(1)] : labels;
	for (const run of runsOf(among)) {
		const counts = new Map<string, number>();
		let sentences = 0;
		for (const at of run) {
			const { key, words } = labels[at]!;
			counts.set(key, (counts.get(key) ?? 0) + 1);
			if (isSentence(text, words)) sentences++;
		}
		const answered = !counts.has('q') || !counts.has('a') || Math.min(counts.get('q')!, counts.get('a')!) > 1;
		if (counts.size < 2 || run.length < 3 || counts.size === run.length || !answered) continue;
		if (sentences >= 0.6 * run.length) for (const at of run) sure[at] = true;
	}
	return sure;
}

/** The lines with labels, parted where too many lines without one stand between. */
export function runsOf(labels: readonly (Label | null)[]): number[][] {
	const runs: number[][] = [];
	let last = Number.NEGATIVE_INFINITY;
	labels.forEach((label, at) => {
		if (label === null || label.kind === 'other') return;
		if (at - last > LONGEST_GAP + 1) runs.push([]);
		runs.at(-1)!.push(at);
		last = at;
	});
	return runs;
}

/** Ends as a sentence does, and is more than a figure. Words on the lines below count as well. */
export const isSentence = (text: string, { start, end }: Span) =>
	start >= end ||
	(/(?:[.?!…—–-]|[.?!…]["'”’»)\]]{1,3}|[)\]])$/.test(text.slice(Math.max(start, end - 4), end)) &&
		/^[^\p{L}]{0,3}\p{L}/u.test(text.slice(start, start + 4)));
