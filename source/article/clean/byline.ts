/** Lines that name who wrote an article, and no more. */
import { fullDates } from '../date-line.ts';
import type { Line } from './lines.ts';

const LED =
	/^(?:(?:written|reported|story|article|words|text|posted|published|analysis|opinion) )?by:?[ \u00a0]{1,3}(?=\p{Lu})/iu;

/** Small words inside a line of names. */
const BETWEEN = new Set(
	'and of the for in at to with de la le van von der den bin al el del da di dos ter & | , / • · – — - on special staff writer writers correspondent reporter editor senior'.split(
		' ',
	),
);

/** "By Ann Berg and Otto Lind, Example Post": names and offices, no verb. */
export function isByline(line: string): boolean {
	if (line.length > 160) return false;
	const led = LED.exec(line);
	if (!led) return false;
	const rest = withoutDates(line.slice(led[0].length));
	const words = rest.split(/[\s,]+/).filter((word) => word !== '');
	if (words.length === 0 || words.length > 16) return false;
	const names = words.filter((word) => /^[\p{Lu}\d@(]/u.test(word)).length;
	const others = words.filter(
		(word) => !/^[\p{Lu}\d@(]/u.test(word) && !BETWEEN.has(word.toLowerCase()),
	).length;
	return names >= 1 && others === 0;
}

const NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?: in \p{Lu}[\p{L} ]{2,30})?$/u;
/** Lines between a name and the date below it: an office, a button. */
const NEAR = 2;

/** A name alone on a line, with the date of the article beside it. */
export function isNameInCredits(lines: readonly Line[], at: number): boolean {
	const { text, reason } = lines[at]!;
	if (reason !== null || text.length > 60 || !NAME.test(text)) return false;
	return lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((line) => line.reason === 'dateline');
}

/** The names of a byline as printed; null when the line names nobody. */
export function bylineOf(line: string): string | null {
	const name = withoutDates(line.replace(LED, ''))
		.replace(/(?:^|\s)(?:on|at|published|updated|posted)?[\s,|•·–—-]*$/i, '')
		.trim();
	return name === '' ? null : name;
}

function withoutDates(line: string): string {
	const first = fullDates(line)[0];
	return first
		? line.slice(0, first.start).replace(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $/, '')
		: line;
}
