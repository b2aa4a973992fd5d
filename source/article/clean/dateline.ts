/** The place, day and agency at the head of the first paragraphs: "KYIV, March 12 (Reuters) —". */

export interface Dateline {
	readonly place: string;
	readonly length: number;
}

const PLACE = "(?<place>\\p{Lu}[\\p{L}.'’-]{1,30}(?:[ ,/]{1,2}\\p{Lu}[\\p{L}.'’-]{0,30}){0,5})";
const DAY = '(?:,? (?:\\p{Lu}[a-z]{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}[a-z]{2,8})(?:,? \\d{4})?)';
const AGENCY = '(?: ?[([][^()[\\]]{2,40}[)\\]])';
const DASH = '\\s?(?:—|–|--|\\s-)\\s?';

/** In order; a place in capitals needs only the dash, any other needs a state, a day or an agency as well. */
const FORMS: readonly RegExp[] = [
	new RegExp(`^${PLACE}${DAY}?${AGENCY}${DASH}(?=\\S)`, 'u'),
	new RegExp(`^${PLACE}${DAY}${DASH}(?=\\S)`, 'u'),
	new RegExp(
		`^(?<place>\\p{Lu}{3,}[\\p{Lu} .'’-]{0,30}(?:, [\\p{L}. ]{2,30})?)${DASH}(?=[\\p{Lu}"“‘'])`,
		'u',
	),
	new RegExp(
		`^(?<place>\\p{Lu}[\\p{L}.'’ -]{1,30}, \\p{Lu}[\\p{L}.]{1,20}(?: \\p{Lu}[\\p{L}.]{1,20})?)${DASH}(?=[\\p{Lu}"“‘'])`,
		'u',
	),
	/^(?<place>\p{Lu}{3,}(?:[ '’-]\p{Lu}{2,}){0,3}): (?=[\p{Lu}"“‘'])/u,
];

/** Looks at the first 160 characters only. */
export function datelineOf(paragraph: string): Dateline | null {
	const head = paragraph.slice(0, 160);
	for (const form of FORMS) {
		const match = form.exec(head);
		const { place } = match?.groups ?? {};
		if (match && place !== undefined)
			return { place: place.replace(/[\s,]+$/, ''), length: match[0].trimEnd().length };
	}
	return null;
}
