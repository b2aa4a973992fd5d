/**
 * What the reader has decided about names and stories; it goes before every rule. One decision a line, in a text file
 * of the reader's own:
 *
 *     same: Cassius Clay | Muhammad Ali
 *     not the same: John Smith @ court.txt | John Smith
 *     same story: flood.txt | rain/dam.md
 *     not the same story: flood.txt | flood-2.txt
 *
 * `same` takes two names or more, `same story` two articles or more. An article is told by its file name or id. ` @ FILE`
 * means the bearer of a name in one article only; beside it the bare name means all others. Of two lines that contradict
 * each other the later one holds; `#` begins a remark.
 */
import type { Article, Problem } from '../types.ts';
import { foldWord } from './terms.ts';

/** A name as a correction tells it. */
export interface Called {
	/** As compared. */
	readonly key: string;
	readonly printed: string;
	/** File name or id of the one article that is meant. */
	readonly article: string | null;
}

export interface Correction {
	readonly line: number;
	readonly same: boolean;
	readonly a: Called;
	readonly b: Called;
}

/** Two articles that tell one story, or do not: by file name or id, as printed. */
export interface StoryCorrection {
	readonly line: number;
	readonly same: boolean;
	readonly a: string;
	readonly b: string;
}

export interface Corrections {
	/** Where they stand, to be named beside a problem. */
	readonly file: string;
	/** About names. */
	readonly all: readonly Correction[];
	readonly stories: readonly StoryCorrection[];
}

export const NO_CORRECTIONS: Corrections = { file: '', all: [], stories: [] };

/** What one line of the file says, whether a later one has taken it back or not. */
export interface CorrectionLine {
	readonly line: number;
	/** As the reader wrote it. */
	readonly text: string;
	readonly pairs: readonly Correction[];
	readonly stories: readonly StoryCorrection[];
	/** Why it makes no sense, or null. */
	readonly fault: string | null;
}

const LINE = /^(same|not the same)(\s+story)?\s*:(.*)$/i;
const HOW = 'write “same: NAME | NAME” or “not the same: NAME | NAME”';
const HOW_STORY = 'write “same story: FILE | FILE” or “not the same story: FILE | FILE”';

/** Reads the reader's file. A line that makes no sense is a problem and decides nothing. Never throws. */
export function parseCorrections(
	file: string,
	text: string,
): {
	readonly corrections: Corrections;
	readonly problems: readonly Problem[];
	readonly lines: readonly CorrectionLine[];
} {
	const lines: CorrectionLine[] = [];
	const problems: Problem[] = [];
	const held = new Map<string, Correction>();
	const stories = new Map<string, StoryCorrection>();
	for (const [index, printed] of text.split(/\r\n|\n|\r/).entries()) {
		const words = printed.replace(/^\uFEFF/, '').trim();
		if (words === '' || words.startsWith('#')) continue;
		const line = index + 1;
		const [, verb, story, list] = LINE.exec(words) ?? [];
		const read: Line =
			verb === undefined || list === undefined
				? { pairs: [], stories: [], fault: `not understood; ${HOW}` }
				: (story === undefined ? namesIn : storiesIn)(list, verb.toLowerCase() === 'same', line);
		lines.push({ line, text: words, ...read });
		if (read.fault !== null) problems.push({ file, line, stage: 'corrections', message: read.fault });
		const takenBack = (earlier: number) =>
			problems.push({ file, line: earlier, stage: 'corrections', message: `taken back by line ${line}` });
		for (const correction of read.pairs) putLast(held, pairKey(correction), correction, takenBack);
		for (const told of read.stories) putLast(stories, [told.a, told.b].sort().join('\n'), told, takenBack);
	}
	return { corrections: { file, all: [...held.values()], stories: [...stories.values()] }, problems, lines };
}

/** The later line is put behind the earlier ones, and holds; `takenBack` is told the line that it contradicts. */
function putLast<Value extends { readonly line: number; readonly same: boolean }>(
	held: Map<string, Value>,
	pair: string,
	value: Value,
	takenBack: (line: number) => void,
): void {
	const before = held.get(pair);
	if (before && before.same !== value.same) takenBack(before.line);
	held.delete(pair);
	held.set(pair, value);
}

type Line = Pick<CorrectionLine, 'pairs' | 'stories' | 'fault'>;

function storiesIn(list: string, same: boolean, line: number): Line {
	const faulty = (fault: string): Line => ({ pairs: [], stories: [], fault });
	const [a, ...others] = list.split('|').map((words) => words.trim());
	if (!a || others.length === 0 || others.includes('')) return faulty(`an article is missing; ${HOW_STORY}`);
	if (!same && others.length > 1)
		return faulty('“not the same story” takes two articles; write a line for each pair');
	if (others.includes(a)) return faulty('an article is named twice');
	return { pairs: [], stories: others.map((b) => ({ line, same, a, b })), fault: null };
}

function namesIn(list: string, same: boolean, line: number): Line {
	const faulty = (fault: string): Line => ({ pairs: [], stories: [], fault });
	const [a, ...others] = list.split('|').map(calledIn);
	if (!a || others.length === 0 || [a, ...others].some(({ key }) => key === ''))
		return faulty(`a name is missing; ${HOW}`);
	if (!same && others.length > 1) return faulty('“not the same” takes two names; write a line for each pair');
	if (others.some((b) => placeOf(a) === placeOf(b)))
		return faulty('two names are written alike; add “ @ FILE” to say in which article one is meant');
	return { pairs: others.map((b) => ({ line, same, a, b })), stories: [], fault: null };
}

const placeOf = ({ key, article }: Called) => `${key}\n${article ?? ''}`;

/** The two names of a correction, whichever stands first. */
export const pairKey = ({ a, b }: Correction) => [placeOf(a), placeOf(b)].sort().join('\n\n');

function calledIn(words: string): Called {
	const at = words.lastIndexOf(' @ ');
	const printed = (at < 0 ? words : words.slice(0, at)).trim();
	const article = at < 0 ? '' : words.slice(at + 3).trim();
	return { key: keyOfPrinted(printed), printed, article: article === '' ? null : article };
}

/** A printed name as corrections are compared: case, accents and full stops do not matter. */
export function keyOfPrinted(printed: string): string {
	return printed
		.trim()
		.split(/\s+/)
		.map((word) => foldWord(word.replace(/\.$/, '')))
		.join(' ');
}

/** A name as one article prints it; `at` numbers the article. */
export interface Bearer {
	readonly at: number;
	readonly printed: string;
}

/** The correction that keeps two bearers of names apart, or null. */
export type Apart = ((a: Bearer, b: Bearer) => Correction | null) | null;

/** Corrections with their articles found. */
export interface Told {
	/** null when nothing is to be kept apart: then nobody need ask. */
	readonly apart: Apart;
	/** What joins and what keeps apart, in the order of the file. */
	readonly same: readonly Correction[];
	readonly different: readonly Correction[];
	/** Whether a bearer is the one that a side of a correction means. */
	readonly means: (correction: Correction, side: 'a' | 'b', bearer: Bearer) => boolean;
}

export function corrected({ all }: Corrections, articles: readonly Article[]): Told {
	const keys = new Map<string, string>();
	const keyOf = (printed: string) => {
		const known = keys.get(printed) ?? keyOfPrinted(printed);
		keys.set(printed, known);
		return known;
	};
	const scopes = new Map<string, ReadonlySet<number>>();
	for (const { a, b } of all)
		for (const { article } of [a, b])
			if (article !== null && !scopes.has(article)) scopes.set(article, articlesCalled(article, articles));
	const fits = ({ key, article }: Called, { at, printed }: Bearer) =>
		key === keyOf(printed) && (article === null || (scopes.get(article)?.has(at) ?? false));
	const means: Told['means'] = (correction, side, bearer) => {
		const [called, other] = side === 'a' ? [correction.a, correction.b] : [correction.b, correction.a];
		if (!fits(called, bearer)) return false;
		// "John Smith @ court.txt | John Smith": the second is every other one.
		return called.article !== null || called.key !== other.key || !fits(other, bearer);
	};
	const different = all.filter(({ same }) => !same);
	return {
		apart:
			different.length === 0
				? null
				: (a, b) =>
						different.find(
							(one) =>
								(means(one, 'a', a) && means(one, 'b', b)) || (means(one, 'a', b) && means(one, 'b', a)),
						) ?? null,
		same: all.filter(({ same }) => same),
		different,
		means,
	};
}

/** Articles by file name, path or id. */
export function articlesCalled(called: string, articles: readonly Article[]): ReadonlySet<number> {
	return new Set(
		articles.flatMap(({ id, file }, at) =>
			id === called || file === called || file.endsWith(`/${called}`) ? [at] : [],
		),
	);
}
