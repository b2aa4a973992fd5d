/** What the reader has decided about names: it goes before every rule. */
import { foldWord } from './terms.ts';

export interface Corrections {
	/** Pairs of printed names that are one actor. */
	readonly same: readonly (readonly [string, string])[];
	/** Pairs of printed names that are two. */
	readonly apart: readonly (readonly [string, string])[];
}

export const NO_CORRECTIONS: Corrections = { same: [], apart: [] };

/** Whether the reader keeps two printed names apart. */
export type Apart = (a: string, b: string) => boolean;

/** A printed name as corrections are compared: case, accents and full stops do not matter. */
export function keyOfPrinted(printed: string): string {
	return printed
		.trim()
		.split(/\s+/)
		.map((word) => foldWord(word.replace(/\.$/, '')))
		.join(' ');
}

export function apartIn({ apart }: Corrections): Apart {
	const pairs = new Set(
		apart.flatMap(([a, b]) => {
			const [one, other] = [keyOfPrinted(a), keyOfPrinted(b)];
			return [`${one}\n${other}`, `${other}\n${one}`];
		}),
	);
	return pairs.size === 0 ? () => false : (a, b) => pairs.has(`${keyOfPrinted(a)}\n${keyOfPrinted(b)}`);
}
