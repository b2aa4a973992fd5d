/** The line that names the outlet, where it stands bare beside headline, date and author: "Coast Wire". */
import { FIRST, flagsOf } from '../../lexicon/names.ts';
import { ALSO_LAST_NAMES, OUTLET_WORDS, SIGNS } from '../../lexicon/outlets.ts';
import type { Line } from './lines.ts';

const LONGEST = 60;
const MOST_WORDS = 5;
/** "Coast Wire | Published 4 May 2024" */
const BEFORE_A_DATE = /^([^|•·–—]{3,60}?) ?[|•·–—] ?/;
const NAME = /^\p{Lu}[\p{L}’'.-]*(?: (?:\p{Lu}[\p{L}’'.-]*|of|and|the|&))*$/u;
/** Lines between the outlet and what it stands beside. */
const NEAR = 2;
const FEWEST_OF_A_HEADLINE = 4;

/** The outlet that the line names by its form and its place, or null. */
export function outletOf(lines: readonly Line[], at: number): string | null {
	const line = lines[at]!;
	if (line.turn || line.level > 0) return null;
	if (line.reason === 'dateline') {
		const name = BEFORE_A_DATE.exec(line.text.slice(0, 2 * LONGEST))?.[1];
		return name !== undefined && isOutlet(name) ? name : null;
	}
	if (line.reason !== null || line.text.length > LONGEST || line.closed) return null;
	return (isOutlet(line.text) && hasCredits(lines, at, NEAR)) || isNamedBelow(lines, at) ? line.text : null;
}

const SIGNED: ReadonlySet<string> = new Set(['news', 'post', 'press', 'radio', 'tv', 'weekly']);

/** By its form alone. */
function isOutlet(name: string): boolean {
	if (!NAME.test(name)) return false;
	const words = name.toLowerCase().split(' ');
	const last = words.at(-1)!;
	if (words.length < 2 || words.length > MOST_WORDS) return false;
	const [opening = ''] = words;
	if (!OUTLET_WORDS.has(last)) return opening === 'daily' && words.length === 2;
	const before = words.at(-2)!;
	if (SIGNED.has(last) && SIGNS.has(before)) return false;
	return !(ALSO_LAST_NAMES.has(last) && words.length === 2 && flagsOf(opening) & FIRST);
}

/** "The Lantern", between the headline and the date: no headline, and nobody's name. */
function isNamedBelow(lines: readonly Line[], at: number): boolean {
	const { text, words } = lines[at]!;
	const above = lines[at - 1];
	return (
		/^The \p{Lu}/u.test(text) &&
		words <= MOST_WORDS - 2 &&
		NAME.test(text) &&
		above !== undefined &&
		above.reason === null &&
		above.words >= FEWEST_OF_A_HEADLINE &&
		!above.prose &&
		lines[at + 1]?.reason === 'dateline'
	);
}

function hasCredits(lines: readonly Line[], at: number, near: number): boolean {
	return lines
		.slice(Math.max(0, at - near), at + near + 1)
		.some(({ reason }) => reason === 'dateline' || reason === 'byline');
}

/** The first that stands above the body and is not its headline. */
export function mastheadIn(lines: readonly Line[], title: number | null, opening: number): string | null {
	for (let i = 0; i < lines.length && lines[i]!.start < opening; i++) {
		const isTitle = title !== null && lines[i]!.key === lines[title]!.key;
		const name = isTitle ? null : outletOf(lines, i);
		if (name !== null) return name;
	}
	return null;
}
