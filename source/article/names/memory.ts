/** What a first reading of an article leaves for the second: names met elsewhere in it, and what they license. */
import { FIRST, flagsOf, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import { type Segment, TITLE } from './segments.ts';
import type { Sentence, Word } from './stream.ts';
import { GENERATION, keyOfStretch, ORGANISATION, OTHER, PERSON, type Weights } from './weights.ts';

export interface Memory {
	/** What stood around a name, summed over the article. */
	around(key: string): Weights | undefined;
	/** What other names license: a last name after a full one, a short form after a long one. */
	licence(key: string): Weights | undefined;
}

export const NOTHING: Memory = { around: () => undefined, licence: () => undefined };

/** A team's record: "(7-2)". */
const RECORD = /^\d{1,2}-\d{1,2}(?:-\d{1,2})?$/;
const clip = (value: number) => Math.max(-2.5, Math.min(3, value));

/** Weights by name, each the highest that anything gave. */
class Licences {
	readonly known = new Map<string, Weights>();

	give(key: string, type: number, weight: number): void {
		const weights = this.known.get(key);
		if (weights) weights[type] = Math.max(weights[type]!, weight);
		else {
			const fresh: Weights = [0, 0, 0, 0];
			fresh[type] = weight;
			this.known.set(key, fresh);
		}
	}
}

/** Learns from `count` sentences and their first readings. */
export function remember(
	count: number,
	sentenceAt: (index: number) => Sentence,
	read: (sentence: Sentence, index: number) => readonly Segment[],
): Memory {
	const around = new Map<string, Weights>();
	const licences = new Licences();
	/** Good only where the name also stands alone. */
	const weak = new Licences();
	const alone = new Set<string>();
	for (let at = 0; at < count; at++) {
		const sentence = sentenceAt(at);
		const { words } = sentence;
		for (const segment of read(sentence, at)) {
			if (segment.type >= TITLE) continue;
			const { from, to, key, type, score, outer } = segment;
			const sum = around.get(key);
			if (!sum) around.set(key, [...outer]);
			else for (let i = 0; i < 4; i++) sum[i]! += outer[i]!;
			// "Ohio (7-2)": a team's, here and wherever the article names it.
			if (type !== OTHER && words[to]?.text === '(' && RECORD.test(words[to + 1]?.text ?? ''))
				licences.give(key, ORGANISATION, 5);
			if (to - from === 1) {
				alone.add(key);
				// "Prince William": a single name that a title has made sure.
				if (type === PERSON && score >= 3.5) licences.give(key, PERSON, 3);
			} else if (type === PERSON && score >= 0.6)
				licensePerson(words, segment, score >= 1.5 ? licences : weak, score >= 1.5);
			else if (type === ORGANISATION && score >= 2) licenseBody(words, segment, licences);
			// "Clean Harbour Plan (CHP)": the short form of what is no body is none either.
			else if (
				type === OTHER &&
				words[to]?.text === '(' &&
				words[to + 1]?.upper &&
				words[to + 1]!.key[0] === key[0]
			)
				licences.give(words[to + 1]!.key, OTHER, 8);
		}
	}
	for (const [key, weights] of weak.known) if (alone.has(key)) licences.give(key, PERSON, weights[PERSON]);
	for (const [key, weights] of around) {
		// What the lists know needs little proof: "a China policy" makes China no less a country.
		const factor = (flagsOf(key) & (PLACES | IS.organisation)) !== 0 ? 0.15 : 0.6;
		for (let i = 0; i < 4; i++) weights[i] = clip(weights[i]! * factor);
	}
	return { around: (key) => around.get(key), licence: (key) => licences.known.get(key) };
}

/** A full name makes its last word a name, less its first, and a family name that stands first. */
function licensePerson(
	words: readonly Word[],
	{ from, to }: Segment,
	licences: Licences,
	sure: boolean,
): void {
	const last = GENERATION.test(words[to - 1]!.text) && to - from > 2 ? to - 2 : to - 1;
	licences.give(words[last]!.key, PERSON, sure ? 4.5 : 3.2);
	for (let i = last - 1; i > from && (words[i]!.flags & IS.particle) !== 0; i--)
		licences.give(keyOfStretch(words, i, last + 1), PERSON, 5);
	const first = words[from]!;
	if (!sure) return;
	const wordy = first.doubtful && (first.flags & (IS.starter | IS.calendar)) !== 0;
	if ((first.flags & FIRST) !== 0 && (first.flags & IS.country) === 0 && !wordy)
		licences.give(first.key, PERSON, 2);
	if ((first.flags & IS.familyFirst) !== 0) licences.give(first.key, PERSON, 4);
}

/** "Orbis Energy Corp" makes "Orbis Energy" and "Orbis" bodies, and its initials. */
function licenseBody(words: readonly Word[], { from, to }: Segment, licences: Licences): void {
	if ((words[to - 1]!.flags & IS.orgSuffix) !== 0) {
		const short = keyOfStretch(words, from, to - 1);
		if ((flagsOf(short) & (PLACES | IS.people | IS.common)) === 0) licences.give(short, ORGANISATION, 3);
		const head = words[from]!;
		if ((head.flags & (PLACES | IS.people | IS.common | FIRST)) === 0)
			licences.give(head.key, ORGANISATION, 2.5);
	}
	const initials: string[] = [];
	for (let i = from; i < to; i++) if (words[i]!.capital) initials.push(words[i]!.key[0]!);
	if (initials.length < 3) return;
	licences.give(initials.join(''), ORGANISATION, 3);
	licences.give(`${initials.join('.')}.`, ORGANISATION, 3);
}
