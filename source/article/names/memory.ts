/** What a first reading of an article leaves for the second: names met elsewhere in it, and what they license. */
import { FIRST, flagsOf, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import { type Segment, TITLE } from './segments.ts';
import type { Sentence } from './stream.ts';
import { keyOfStretch, ORGANISATION, PERSON, type Weights } from './weights.ts';

export interface Memory {
	/** What stood around a name, summed over the article. */
	around(key: string): Weights | undefined;
	/** What other names license: a last name after a full one, a short form after a long one. */
	licence(key: string): Weights | undefined;
}

const RECORD = /^\d{1,2}-\d{1,2}(?:-\d{1,2})?$/;

const clip = (value: number) => Math.max(-2.5, Math.min(3, value));

export const NOTHING: Memory = { around: () => undefined, licence: () => undefined };

export function remember(sentences: readonly Sentence[], readings: readonly (readonly Segment[])[]): Memory {
	const around = new Map<string, Weights>();
	const licences = new Map<string, Weights>();
	const alone = new Set<string>();
	readings.forEach((segments, at) => {
		for (const { from, to, type } of segments)
			if (to - from === 1 && type < TITLE) alone.add(sentences[at]!.words[from]!.key);
	});
	const license = (key: string, type: number, weight: number) => {
		const known = licences.get(key);
		const weights: Weights = known ?? [0, 0, 0, 0];
		weights[type] = Math.max(weights[type]!, weight);
		if (!known) licences.set(key, weights);
	};
	readings.forEach((segments, at) => {
		const { words } = sentences[at]!;
		for (const segment of segments) {
			if (segment.type >= TITLE) continue;
			const key = keyOfStretch(words, segment.from, segment.to);
			const sum = around.get(key) ?? [0, 0, 0, 0];
			for (let i = 0; i < 4; i++) sum[i]! += segment.outer[i]!;
			around.set(key, sum);
			const length = segment.to - segment.from;
			// "Ohio (7-2)": a record is a team's, here and wherever the article names it.
			if (
				segment.type < 3 &&
				words[segment.to]?.text === '(' &&
				RECORD.test(words[segment.to + 1]?.text ?? '')
			) {
				license(key, ORGANISATION, 5);
			}
			// "Prince William": a single name that a title has made sure.
			if (length === 1 && segment.type === PERSON && segment.score >= 3.5) license(key, PERSON, 3);
			if (length < 2) continue;
			if (segment.type === PERSON && segment.score >= 0.6) {
				let last = segment.to - 1;
				if (/^(?:jr\.?|sr\.?|ii|iii|iv)$/.test(words[last]!.key) && last > segment.from + 1) last--;
				// A name hardly proved by itself is proved by its last word standing alone elsewhere, less surely.
				const sure = segment.score >= 1.5;
				if (!sure && !alone.has(words[last]!.key)) continue;
				license(words[last]!.key, PERSON, sure ? 4.5 : 3.2);
				for (let i = last - 1; i > segment.from && (words[i]!.flags & IS.particle) !== 0; i--)
					license(keyOfStretch(words, i, last + 1), PERSON, 5);
				const first = words[segment.from]!;
				if ((first.flags & FIRST) !== 0 && (first.flags & IS.country) === 0) license(first.key, PERSON, 2);
				if ((first.flags & IS.familyFirst) !== 0) license(first.key, PERSON, 4);
			} else if (segment.type === ORGANISATION && segment.score >= 2) {
				const end = words[segment.to - 1]!;
				if ((end.flags & IS.orgSuffix) !== 0) {
					const short = keyOfStretch(words, segment.from, segment.to - 1);
					if ((flagsOf(short) & (PLACES | IS.people | IS.common)) === 0) license(short, ORGANISATION, 3);
					const head = words[segment.from]!;
					if ((head.flags & (PLACES | IS.people | IS.common | FIRST)) === 0)
						license(head.key, ORGANISATION, 2.5);
				}
				let initials = '';
				for (let i = segment.from; i < segment.to; i++) if (words[i]!.capital) initials += words[i]!.key[0];
				if (initials.length >= 3) {
					license(initials, ORGANISATION, 3);
					license(`${initials.split('').join('.')}.`, ORGANISATION, 3);
				}
			}
		}
	});
	for (const [key, weights] of around) {
		// What the lists know needs little proof: "a China policy" makes China no less a country.
		const factor = (flagsOf(key) & (PLACES | IS.organisation)) !== 0 ? 0.15 : 0.6;
		for (let i = 0; i < 4; i++) weights[i] = clip(weights[i]! * factor);
	}
	return {
		around: (key) => around.get(key),
		licence: (key) => licences.get(key),
	};
}
