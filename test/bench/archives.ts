/**
 * Invented quotations of any amount, with what makes a search hard: few words that are everywhere and a long tail that
 * grows with the amount, sentences of 30 to 400 characters, few who speak much and many who speak once; and queries with
 * what was meant by them. The first thousand quotations are the same in every amount.
 */
import type { Entry } from '../../source/search/segment.ts';
import { random } from './random.ts';

export interface Asked {
	readonly kind: 'words' | 'beginning' | 'typo' | 'two typos' | 'speaker' | 'phrase';
	readonly typed: string;
	/** An answer has all of these, as beginnings of its words. */
	readonly meant: readonly string[];
}

const EVERYWHERE =
	'the to of and a in that is it for we on this with have be not are they but you i as at our will what there was do their by has from all so if who more an can or no been about would he which one up out when just people time only now than very into could them some were because us how these his my must should any its need going also know over she even where other her after those did said think many every before being both between while never why then here still through against under without during does your me make own again too much such most since until within toward'.split(
		' ',
	);
const SYLLABLES =
	'ka lo mi ven tar sho rin del bor ez qua nu pra gol is ham dri fel ost yan che wu zor ang bel cor dun er fi gra hol jin kor lev mar nor ov pet ros sul tov ul vik wen yor zan ski ova son berg'.split(
		' ',
	);
const COMMON = 6000;
const SPEAKERS = 40_000;
const STOCK = 25;
/** Queries are drawn from these, so that every amount answers them. */
const DRAWN_FROM = 1000;

export function archiveOf(
	count: number,
	{ seed = 7, queries = 90 }: { readonly seed?: number; readonly queries?: number } = {},
): { readonly entries: Entry[]; readonly queries: readonly Asked[] } {
	const next = random(seed);
	const below = (end: number) => Math.floor(next() * end);
	const pick = <One>(list: readonly One[]) => list[below(list.length)]!;
	const invent = (syllables: number) => Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
	/** Rank r comes about 1 / (r + flat) as often as the first. */
	const rank = (size: number, flat: number) => Math.floor(flat * ((size + flat) / flat) ** next() - flat);
	const common = [...new Set(Array.from({ length: COMMON }, () => invent(2 + below(2))))];
	const given = Array.from({ length: 80 }, () => invent(2));
	const family = Array.from({ length: 4000 }, () => invent(2 + below(2)));
	const speakers = Array.from({ length: SPEAKERS }, () => [
		`${pick(given)} ${family[rank(family.length, 20)]}`,
	]);
	const word = () => {
		const kind = next();
		if (kind < 0.45) return EVERYWHERE[rank(EVERYWHERE.length, 1.5)]!;
		return kind < 0.985 ? common[rank(common.length, 12)]! : invent(3 + below(2));
	};
	const phrase = () => Array.from({ length: 4 + below(4) }, word).join(' ');
	const stock = Array.from({ length: STOCK }, phrase);
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const entries = Array.from({ length: count }, (): Entry => {
		const length = Math.min(400, Math.max(30, 148 * Math.exp(0.5 * normal())));
		let text = word();
		while (text.length < length) text += ` ${next() < 0.01 ? pick(stock) : word()}`;
		return { text, speaker: speakers[rank(speakers.length, 5)]!, names: [] };
	});
	const drawn = random(seed + 1);
	const from = entries.slice(0, DRAWN_FROM);
	return {
		entries,
		queries: Array.from({ length: queries }, (_, at) => asked(from, KINDS[at % KINDS.length]!, drawn)),
	};
}

const KINDS: readonly Asked['kind'][] = [
	'words',
	'typo',
	'beginning',
	'words',
	'two typos',
	'speaker',
	'typo',
	'phrase',
	'two typos',
];
const SHORTEST = 5;

function asked(entries: readonly Entry[], kind: Asked['kind'], next: () => number): Asked {
	const below = (end: number) => Math.floor(next() * end);
	for (;;) {
		const { text, speaker } = entries[below(entries.length)]!;
		const words = text.split(' ');
		const telling = words.filter((word) => word.length >= SHORTEST && !EVERYWHERE.includes(word));
		const some = Array.from({ length: 1 + below(3) }, () => telling[below(telling.length)]!);
		const [one] = some;
		if (!one || words.length < 8) continue;
		switch (kind) {
			case 'words':
				return { kind, typed: some.join(' '), meant: some };
			case 'beginning': {
				const begun = one.slice(0, 3 + below(one.length - 3));
				return { kind, typed: [...some.slice(1), begun].join(' '), meant: [...some.slice(1), begun] };
			}
			case 'typo':
				return { kind, typed: mistyped(one, next), meant: [one] };
			case 'two typos':
				return { kind, typed: some.map((word) => mistyped(word, next)).join(' '), meant: some };
			case 'speaker': {
				const name = speaker[0]!.split(' ')[1]!;
				return { kind, typed: `${name} ${one}`, meant: [name, one] };
			}
			case 'phrase': {
				const begin = below(words.length - 6);
				const run = words.slice(begin, begin + 4 + below(3));
				return { kind, typed: run.join(' '), meant: run };
			}
		}
	}
}

/** A letter swapped with the next, left out, put in or exchanged; the first stays. */
function mistyped(word: string, next: () => number): string {
	const at = 1 + Math.floor(next() * (word.length - 2));
	const [before, here, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
	const letter = String.fromCharCode(97 + Math.floor(next() * 26));
	switch (Math.floor(next() * 4)) {
		case 0:
			return before + after[0] + here + after.slice(1);
		case 1:
			return before + after;
		case 2:
			return before + letter + here + after;
		default:
			return before + letter + after;
	}
}

/** Whether a quotation is what was asked for. */
export function isMeant({ text, speaker }: Entry, { meant }: Asked): boolean {
	const words = [text, ...speaker].flatMap((one) => one.split(' '));
	return meant.every((begun) => words.some((word) => word.startsWith(begun)));
}
