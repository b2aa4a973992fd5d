/** The order in which one article is read. Each stage uses only what stands above it; none throws on any text. */
import { identify } from '../identity.ts';
import type { Article, Problem, RawArticle, Reading, RemovedReason } from '../types.ts';
import { boundsOf } from './bounds.ts';
import { clean } from './clean.ts';
import { publishedIn } from './date.ts';
import { decode } from './decode.ts';
import { findNames } from './names.ts';
import { findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import { anchorTime, findTimes } from './times.ts';

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
	const words = findTimes(text, sentences);
	const times = words.map((time) => ({
		start: time.start,
		end: time.end,
		value: anchorTime(time, published),
	}));
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
		bounds: published?.certain ? null : boundsOf(text, words),
		text,
		paragraphs,
		sentences,
		mentions,
		times,
		removed: cleaned.removed,
		nearDuplicateOf: null,
	};
	const told = [...decoding, ...cleaned.problems];
	const problems: Problem[] = (told.length > 0 || isRead(article) ? told : [NO_TEXT]).map((problem) => ({
		...problem,
		file: raw.file,
	}));
	return { article, entities, times: words, quotations, problems };
}
