/** Which words of one version of a quotation another version does not have in this place. */

export interface Wording {
	readonly text: string;
	/** Words that the other version has not, or has elsewhere. */
	readonly differs: boolean;
}

/** Longer versions are shown without marks. */
const COMPARED = 400;

/** `version` in pieces, the words that `other` lacks marked; one piece when nothing is to be marked. */
export function differencesFrom(other: string, version: string): Wording[] {
	const [known, own] = [wordsOf(other), wordsOf(version)];
	if (known.length > COMPARED || own.length > COMPARED) return [{ text: version, differs: false }];
	const kept = keptOf(known.map(folded), own.map(folded));
	const pieces: Wording[] = [];
	own.forEach((text, at) => {
		const differs = !kept[at]!;
		const before = pieces.at(-1);
		if (before?.differs === differs) pieces[pieces.length - 1] = { text: `${before.text} ${text}`, differs };
		else pieces.push({ text, differs });
	});
	// Little in common: marks on every other word would help nobody.
	const marked = kept.filter((one) => !one).length;
	return marked > own.length / 2 ? [{ text: version, differs: false }] : pieces;
}

/** A piece between two signs; marks at its edges stay outside: “*I* wished. */
export function setOff(text: string, sign: string): string {
	const from = text.search(/[\p{L}\p{N}]/u);
	if (from < 0) return text;
	const after = /[^\p{L}\p{N}]*$/u.exec(text.slice(from))![0].length;
	return `${text.slice(0, from)}${sign}${text.slice(from, text.length - after)}${sign}${text.slice(text.length - after)}`;
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** Case, marks and brackets are no difference. */
export const folded = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which words of `own` stand in the longest row of words that both hold in one order. */
function keptOf(known: readonly string[], own: readonly string[]): boolean[] {
	const width = own.length + 1;
	const lengths = new Uint16Array((known.length + 1) * width);
	for (let a = known.length - 1; a >= 0; a--)
		for (let b = own.length - 1; b >= 0; b--)
			lengths[a * width + b] =
				known[a] === own[b]
					? lengths[(a + 1) * width + b + 1]! + 1
					: Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!);
	const kept = own.map((word) => word === '');
	for (let a = 0, b = 0; a < known.length && b < own.length; )
		if (known[a] === own[b]) {
			kept[b] = true;
			a++;
			b++;
		} else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a++;
		else b++;
	return kept;
}
