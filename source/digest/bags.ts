/** What an article is about, counted: its words, and the names and figures that tell one event from another. */
import type { Article, Id, TimeWords } from '../types.ts';
import { figuresIn, type Term, termsIn } from './terms.ts';
import type { Rarity } from './vectors.ts';

/** A word in the headline counts so many times. */
const HEADLINE = 2;
/** Two words in a row, beside the words themselves. */
const ROW = 0.5;
/** What stands first tells the event; background fills the rest. */
const READ = 600;

export const rarityOfWord: Rarity = (frequency, bags) => (Math.log((1 + bags) / (1 + frequency)) + 1) ** 1.2;

/** A name in every article tells nothing. */
export const rarityOfAnchor: Rarity = (frequency, bags) => Math.log((1 + bags) / frequency);

export function wordsOf(article: Article): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (key: string, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight);
	let left = READ;
	const count = (terms: readonly Term[], weight: number) => {
		let before = '';
		for (const { stem } of terms) {
			if (stem === '') continue;
			if (left-- <= 0) return;
			add(stem, weight);
			if (before !== '') add(`${before} ${stem}`, weight * ROW);
			before = stem;
		}
	};
	const { headline, headlineFrom, paragraphs, text } = article;
	// A headline from front matter stands outside the paragraphs, or is repeated in them.
	const outside = headlineFrom === 'metadata';
	if (headline !== null && outside) count(termsIn(headline), HEADLINE);
	for (const paragraph of paragraphs) {
		if (left <= 0) break;
		if (outside && text.slice(paragraph.start, paragraph.end).trim() === headline) continue;
		count(termsIn(text, paragraph), paragraph.kind === 'headline' && !outside ? HEADLINE : 1);
	}
	return counts;
}

/** Actors named, days told, and figures that are no part of a date or an hour. */
export function anchorsOf(article: Article, times: readonly TimeWords[]): Map<Id, number> {
	const counts = new Map<string, number>();
	const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
	for (const { actor } of article.mentions) if (actor !== null) add(actor);
	times.forEach(({ value }, at) => {
		const day = /^(?:\d{4}|XXXX)-(\d\d-\d\d)/.exec(article.times[at]?.value || value);
		if (day) add(`day ${day[1]}`);
	});
	let time = 0;
	for (const paragraph of article.paragraphs)
		for (const { word, start } of figuresIn(article.text, paragraph)) {
			while ((article.times[time]?.end ?? Number.POSITIVE_INFINITY) <= start) time++;
			const inTime = (article.times[time]?.start ?? Number.POSITIVE_INFINITY) <= start;
			if (!inTime) add(`figure ${word}`);
		}
	return counts;
}
