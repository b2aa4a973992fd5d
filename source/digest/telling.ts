/**
 * What an article tells, as numbers to be compared: its words, and the pairs of words that stand near each other. Two
 * reports of one event seldom share sentences, but they share who did what; in another event of the same people the same
 * words stand in other pairs.
 */
import { MONTHS } from '../lexicon/calendar.ts';
import type { Article } from '../types.ts';
import { placeOf, sharedAmong } from './sorted-keys.ts';
import { type Term, termsIn } from './terms.ts';
import type { Counted } from './vectors.ts';

/** A word in the headline counts so many times. */
const HEADLINE = 2;
/** What stands first tells the event; background fills the rest. */
const READ = 600;
/** Pairs are made among so many words at the head. */
const PAIRED = 150;
/** A word pairs with so many before it, function words not counted. */
const NEAR = 4;
/** The headline and what follows at once: the words by which an article opens. */
const OPENING = 40;

/** Room for so many different words; a pair is told by one number, the word met first in front. */
const WORDS = 2 ** 26;

interface Telling {
	/** Each once, ascending. */
	readonly keys: Float64Array;
	readonly counts: Float64Array;
	readonly opening: readonly number[];
	/** Those of them that are names or figures. */
	readonly particulars: ReadonlySet<number>;
}

/** Words by which an article opens, each once. */
export interface Words {
	/** Of those that another article has too, the terms, ascending. */
	readonly terms: Int32Array;
	/** How many no other article has. */
	readonly alone: number;
}

export interface Told {
	readonly bags: readonly Counted[];
	/** How many terms are numbered. */
	readonly size: number;
	/** The terms by which each article opens, ascending. */
	readonly openings: readonly Int32Array[];
	/** The names and figures among the words by which each opens. */
	readonly particulars: readonly Words[];
	/** The other words. */
	readonly wordings: readonly Words[];
}

/** Terms are numbered when two articles have them; what one alone has is like nothing else, and only makes it longer. */
export function toldIn(articles: readonly Article[]): Told {
	const numbers = new Map<string, number>();
	const tellings = articles.map((article) => tellingOf(article, numbers));
	const shared = sharedAmong(tellings.map(({ keys }) => keys));
	const bags = tellings.map(({ keys, counts }): Counted => {
		const terms = new Int32Array(keys.length);
		const kept = new Float64Array(keys.length);
		let size = 0;
		let alone = 0;
		for (let at = 0; at < keys.length; at++) {
			const term = placeOf(keys[at]!, shared);
			if (term < 0) alone += (1 + Math.log(counts[at]!)) ** 2;
			else {
				terms[size] = term;
				kept[size++] = counts[at]!;
			}
		}
		return { terms: terms.slice(0, size), counts: kept.slice(0, size), alone };
	});
	const wordsIn = (words: Iterable<number>): Words => {
		const all = Array.from(new Set(words), (key) => placeOf(key, shared));
		const terms = Int32Array.from(all.filter((term) => term >= 0)).sort();
		return { terms, alone: all.length - terms.length };
	};
	return {
		bags,
		size: shared.length,
		openings: tellings.map(({ opening }) => wordsIn(opening).terms),
		particulars: tellings.map(({ particulars }) => wordsIn(particulars)),
		wordings: tellings.map(({ opening, particulars }) =>
			wordsIn(opening.filter((word) => !particulars.has(word))),
		),
	};
}

function tellingOf(article: Article, numbers: Map<string, number>): Telling {
	const counts = new Map<number, number>();
	const particulars = new Set<number>();
	const add = (key: number, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight);
	const read: number[] = [];
	const stretches = stretchesOf(article);
	const names = namesIn(article, stretches);
	const count = (terms: readonly Term[], weight: number) => {
		const first = read.length;
		for (const { stem, word: printed, number } of terms) {
			if (stem === '') continue;
			if (read.length === READ) return;
			const word = numbers.get(stem) ?? numbers.size;
			if (word === numbers.size) numbers.set(stem, word);
			add(word, weight);
			if (read.length < PAIRED)
				for (let at = Math.max(first, read.length - NEAR); at < read.length; at++) {
					const other = read[at]!;
					if (other !== word) add((Math.min(word, other) + 1) * WORDS + Math.max(word, other), weight);
				}
			if (read.length < OPENING && (number || names.has(printed))) particulars.add(word);
			read.push(word);
		}
	};
	for (const { terms, weight } of stretches) count(terms, weight);
	const keys = new Float64Array([...counts.keys()]).sort();
	return {
		keys,
		counts: keys.map((key) => counts.get(key)!),
		opening: read.slice(0, OPENING),
		particulars,
	};
}

interface Stretch {
	readonly terms: readonly Term[];
	readonly weight: number;
	/** Of running text, where a capital tells a name. */
	readonly running: boolean;
}

/** What is read of an article, in order. */
function stretchesOf({ headline, headlineFrom, paragraphs, text }: Article): Stretch[] {
	const stretches: Stretch[] = [];
	let left = READ;
	const add = (terms: readonly Term[], weight: number, running: boolean) => {
		stretches.push({ terms, weight, running });
		for (const { stem } of terms) if (stem !== '') left--;
	};
	// A headline from front matter stands outside the paragraphs, or is repeated in them.
	const outside = headlineFrom === 'metadata';
	if (headline !== null && outside) add(termsIn(headline), HEADLINE, false);
	for (const paragraph of paragraphs) {
		if (left <= 0) break;
		if (outside && text.slice(paragraph.start, paragraph.end).trim() === headline) continue;
		const first = paragraph.kind === 'headline';
		add(termsIn(text, paragraph), first && !outside ? HEADLINE : 1, !first);
	}
	return stretches;
}

/** What stands before a word that has a capital because it comes first. */
const COMES_FIRST = /["“‘(.!?:\n]\s?$/;

/** The words that are printed with a capital where nothing but a name asks for one, as compared. */
function namesIn({ text, sentences, mentions }: Article, stretches: readonly Stretch[]): Set<string> {
	const names = new Set<string>();
	const opens = new Set(sentences.map(({ start }) => start));
	for (const { terms, running } of stretches)
		for (const { word, stem, capital, start } of running ? terms : []) {
			if (!capital || stem === '' || opens.has(start) || MONTHS.has(word)) continue;
			if (!COMES_FIRST.test(text.slice(Math.max(0, start - 2), start))) names.add(word);
		}
	for (const mention of mentions)
		for (const { word, stem, capital } of termsIn(text, mention)) if (capital && stem !== '') names.add(word);
	return names;
}
