/** The day on which an article was published, as the article itself tells it. */
import type { Published } from '../types.ts';
import type { Cleaned } from './clean.ts';
import { fullDates, isDateLine } from './date-line.ts';

/** Null when the article does not tell: never a caption's date, nor the first date of the body. */
export function publishedIn(text: string, cleaned: Cleaned, file: string): Published | null {
	const meta = cleaned.metadataDay;
	if (meta) return certain(meta.day, 'metadata', { start: meta.start, end: meta.end });
	const body = cleaned.paragraphs.find(({ kind }) => kind === 'lede')?.start ?? text.length;
	for (const { start, end, reason } of cleaned.removed) {
		if (start > body || (reason !== 'dateline' && reason !== 'byline')) continue;
		const line = text.slice(start, end);
		const date = fullDates(line)[0];
		if (date && (isDateLine(line) || reason === 'byline')) {
			return certain(date.day, 'header', { start: start + date.start, end: start + date.end });
		}
	}
	if (cleaned.dateline) {
		const date = fullDates(text.slice(cleaned.dateline.start, cleaned.dateline.end))[0];
		const { start } = cleaned.dateline;
		if (date) return certain(date.day, 'header', { start: start + date.start, end: start + date.end });
	}
	const named = [...fullDates(cleaned.url ?? ''), ...fullDates(file)][0];
	return named ? certain(named.day, 'metadata', null) : null;
}

function certain(day: string, from: 'metadata' | 'header', evidence: Published['evidence']): Published {
	return { day, from, certain: true, evidence, linkedArticle: null };
}
