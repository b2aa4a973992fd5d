/** The order in which one article is read. Each stage uses only what stands above it; none throws on any text. */
import { identify } from '../identity.ts';
import type { Article, Problem, RawArticle, Reading, RemovedReason, Span } from '../types.ts';
import { boundsOf } from './bounds.ts';
import { type Cleaned, clean } from './clean.ts';
import { publishedIn } from './date.ts';
import { decode } from './decode.ts';
import { findNames } from './names.ts';
import { findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import { findTimes, timesAt } from './times.ts';

const ASIDES: ReadonlySet<RemovedReason> = new Set(['caption', 'byline', 'dateline']);

const NO_TEXT: Problem = { file: '', line: null, stage: 'clean', message: 'no text to read in it' };

/** Of some files nothing is left to read, not even a headline: they are told as problems, and are nobody's story. */
export const isRead = ({ headline, paragraphs }: Pick<Article, 'headline' | 'paragraphs'>): boolean =>
	headline !== null || paragraphs.length > 0;

/** Reads one article on its own. Pure; linear in its length. */
export function annotate(raw: RawArticle): Reading {
	const { text, problems: decoding } = decode(raw);
	const cleaned = clean(text, raw.format);
	const published = publishedIn(text, cleaned, raw.file);
	const { paragraphs } = cleaned;
	const sentences = paragraphs.flatMap((paragraph) => splitSentences(text, paragraph));
	// What is left out of the reading names people and places all the same.
	const asides = cleaned.removed.filter(({ reason }) => ASIDES.has(reason));
	const { mentions, entities } = findNames(text, paragraphs, sentences, asides);
	const told = findTimes(text, sentences);
	// A day at the head is a time as well, but says nothing of what the days in the text mean.
	const words = [...findTimes(text, headsOf(cleaned)), ...told].sort((a, b) => a.start - b.start);
	const times = timesAt(words, published);
	const quotations = findQuotations({ text, paragraphs, sentences, mentions, entities, times: words });
	const article: Article = {
		id: identify('a', text),
		file: raw.file,
		format: raw.format,
		headline: cleaned.headline,
		headlineFrom: cleaned.headlineFrom,
		outlet: cleaned.outlet,
		byline: cleaned.byline,
		place: cleaned.place,
		url: cleaned.url,
		published,
		bounds: published?.certain ? null : boundsOf(text, told),
		text,
		paragraphs,
		sentences,
		mentions,
		times,
		removed: cleaned.removed,
		nearDuplicateOf: null,
	};
	const met = [...decoding, ...cleaned.problems];
	const problems: Problem[] = (met.length > 0 || isRead(article) ? met : [NO_TEXT]).map((problem) => ({
		...problem,
		file: raw.file,
	}));
	const reading = { article, entities, times: words, quotations, problems };
	return raw.modified ? { ...reading, modified: raw.modified } : reading;
}

/** A line longer than this is no date line, whatever it opens with. */
const LONGEST_HEAD = 200;

/** Datelines and lines that print the day, down to the first paragraph: below it they may be anybody's. */
function headsOf({ paragraphs, removed }: Cleaned): Span[] {
	const lede = paragraphs.find(({ kind }) => kind === 'lede')?.end ?? 0;
	return removed
		.filter(({ start, reason }) => reason === 'dateline' && start <= lede)
		.map(({ start, end }) => ({ start, end: Math.min(end, start + LONGEST_HEAD) }));
}
