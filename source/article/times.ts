/** Words that tell a time, and the days they mean. */
import type { Published, Span, TimeWords } from '../types.ts';
import { fullDates } from './date-line.ts';

export function findTimes(text: string, sentences: readonly Span[]): TimeWords[] {
	return sentences.flatMap(({ start, end }) =>
		fullDates(text.slice(start, end)).map((date) => ({
			start: start + date.start,
			end: start + date.end,
			value: date.day,
			offset: null,
			lean: 'none' as const,
		})),
	);
}

export function anchorTime(words: TimeWords, _published: Published | null): string {
	return words.value.includes('X') ? '' : words.value;
}
