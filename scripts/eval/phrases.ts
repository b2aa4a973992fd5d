/** Whether two phrases name the same speaker, and where a name begins and ends: judged without the program's rules. */
import type { Span } from '../../source/types.ts';

const TITLES = new Set(
	(
		'mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend fr sr gen general col colonel lt lieutenant ' +
		'sgt sergeant capt captain adm admiral maj major cpl sen senator rep representative gov governor president vice ' +
		'vice-president deputy acting former ex-president prime minister premier chancellor secretary king queen prince ' +
		'princess pope cardinal bishop archbishop judge justice mayor chairman chairwoman chair speaker ambassador coach ' +
		'chief detective officer sheriff attorney congressman congresswoman foreign defense defence finance interior ' +
		'director commissioner leader nominee candidate manager spokesman spokeswoman spokesperson'
	).split(' '),
);
const SUFFIXES = new Set('jr sr ii iii iv md phd esq'.split(' '));
const PRONOUNS = new Set(
	'he she they it i we you who which that this his her their one both another others these those some many'.split(
		' ',
	),
);
/** Where the head of a phrase lies behind: "the mayor | of Lyon". */
const TAIL = /\s(?:who|whose|which|that|of|for|from|at|in|on|with|to|and|as)\s/;

const wordsOf = (phrase: string) => phrase.match(/[\p{L}\p{N}@#&][\p{L}\p{N}\p{M}@#&.'’-]*/gu) ?? [];

const fold = (word: string) =>
	word
		.replace(/['’]s$/, '')
		.replace(/[.'’-]+$/, '')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase();

export const isPronoun = (phrase: string) => PRONOUNS.has(plain(phrase));

function plain(phrase: string): string {
	const words = wordsOf(phrase).map(fold);
	while (/^(?:the|an?)$/.test(words[0] ?? '') && words.length > 1) words.shift();
	while (TITLES.has(words[0] ?? '') && words.length > 1) words.shift();
	return words.join(' ');
}

function withoutSuffix(words: readonly string[]): readonly string[] {
	let end = words.length;
	while (end > 1 && SUFFIXES.has(fold(words[end - 1]!))) end--;
	return words.slice(0, end);
}

interface Headed {
	readonly heads: readonly string[];
	/** First and last name, where the phrase ends in both. */
	readonly full: readonly [string, string] | null;
}

function headed(phrase: string): Headed {
	const trimmed = phrase.trim();
	const whole = trimmed.split(/[,(;—]|\s[–-]\s/)[0]!.trim() || trimmed;
	const short = withoutSuffix(wordsOf(whole.split(TAIL)[0]!));
	const heads = [short.at(-1), withoutSuffix(wordsOf(whole)).at(-1)].flatMap((word) =>
		word === undefined ? [] : [fold(word)],
	);
	const [first, last] = short.slice(-2);
	const isFull =
		last !== undefined &&
		/^\p{Lu}.*/u.test(last) &&
		/^\p{Lu}[\p{L}\p{M}'’.-]+/u.test(first!) &&
		!TITLES.has(fold(first!));
	return { heads, full: isFull ? [fold(first!), fold(last)] : null };
}

/** The same words, or the same head or last name without first names that differ. */
export function sameSpeaker(a: string, b: string): boolean {
	if (plain(a) === plain(b)) return plain(a) !== '';
	const [one, other] = [headed(a), headed(b)];
	if (one.full && other.full && one.full[1] === other.full[1]) {
		const [x, y] = [one.full[0], other.full[0]];
		if (x.slice(0, 3) !== y.slice(0, 3)) return false;
	}
	return one.heads.some((head) => head !== '' && other.heads.includes(head));
}

/** From the first letter or figure to the last: marks, stops and white space at the edges do not count. */
export function wordsWithin(text: string, { start, end }: Span): Span {
	const inside = text.slice(start, end);
	const first = inside.search(/[\p{L}\p{N}]/u);
	if (first < 0) return { start, end: start };
	let last = end - start;
	while (last > first && !/[\p{L}\p{N}\p{M}]|[\uDC00-\uDFFF]/u.test(inside[last - 1]!)) last--;
	return { start: start + first, end: start + last };
}

const LEADING_TITLE = new RegExp(`^(?:the|${[...TITLES].join('|')})\\.?\\s+`, 'i');

/** A name without titles before it, a possessive behind it and punctuation around it. */
export function nameWithin(text: string, span: Span): Span {
	let { start, end } = span;
	const skip = (pattern: RegExp) => {
		const length = pattern.exec(text.slice(start, end))?.[0].length ?? 0;
		if (length === 0 || length >= end - start) return false;
		start += length;
		return true;
	};
	skip(/^[\s"'“”‘’(),.:;—–-]+/);
	while (skip(LEADING_TITLE));
	const tail = /(?:['’]s?)?[\s"“”‘’(),:;—–-]*$/.exec(text.slice(start, end))![0].length;
	if (tail < end - start) end -= tail;
	const stopped = text.slice(start, end);
	if (stopped.endsWith('.') && !/(?:\b\p{Lu}\.|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|St)\.)$/u.test(stopped)) end--;
	return { start, end };
}
