/** How an article writes its words: what stands with a capital where none is due is a name there. */
import { flagsOf, IS } from '../../lexicon/names.ts';
import type { Token } from '../tokens.ts';

export interface Forms {
	/** How much oftener a word stands with a capital in the middle of plain sentences than without one anywhere. */
	readonly balance: ReadonlyMap<string, number>;
	/** Words met with a capital other than at the head of a sentence. */
	readonly capitalised: ReadonlySet<string>;
}

/** After these a sentence begins within a sentence. */
export const OPENING = new Set('" “ ‘ \' « „ : • · * — – - | ( [ … ; / >'.split(' '));

/** Small in titles too. */
const MINOR = new Set(
	'a an the of in on at to for and or but nor as by vs via with from up over into is are'.split(' '),
);

/** Most of its words have capitals: a title, whose capitals tell nothing. */
export function isTitled(tokens: readonly Token[]): boolean {
	let capitals = 0;
	let words = 0;
	for (const token of tokens) {
		if (token.type !== 'word' || (!token.capital && MINOR.has(token.key))) continue;
		words++;
		if (token.capital) capitals++;
	}
	return words >= 4 && capitals / words > (tokens.at(-1)?.text === '.' ? 0.9 : 0.7);
}

/** How many tokens at its head are in capitals throughout: all of a headline, or a heading run into a sentence. */
export function shoutedUntil(tokens: readonly Token[]): number {
	let letters = 0;
	let upper = 0;
	for (const token of tokens) {
		if (token.type !== 'word' || token.text.length < 2) continue;
		letters++;
		if (token.upper) upper++;
	}
	if (letters >= 4 && upper / letters > 0.7) return tokens.length;
	let plain = 0;
	let end = 0;
	for (const [index, token] of tokens.entries()) {
		if (token.type !== 'word') continue;
		if (!token.upper && token.text.length > 1) break;
		if (token.text.length > 2 && (flagsOf(token.key) & IS.common) !== 0) plain++;
		end = index + 1;
	}
	return plain >= (end === tokens.length ? 2 : 3) ? end : 0;
}

export function surveyForms(count: number, tokensAt: (index: number) => readonly Token[]): Forms {
	const balance = new Map<string, number>();
	const capitalised = new Set<string>();
	for (let i = 0; i < count; i++) {
		const tokens = tokensAt(i);
		const titled = isTitled(tokens);
		let fresh = true;
		for (const [at, token] of tokens.entries()) {
			if (token.type === 'mark') fresh ||= OPENING.has(token.text);
			if (token.type !== 'word') continue;
			if (token.capital && at > 0) capitalised.add(token.key);
			if (!titled && (!fresh || !token.capital))
				balance.set(token.key, (balance.get(token.key) ?? 0) + (token.capital ? 1 : -1));
			fresh = false;
		}
	}
	return { balance, capitalised };
}
