/** Goes over the words of a stretch one by one: each tells for or against by what it is and how it is written. */
import { FIRST, flagsOf, IS } from '../../lexicon/names.ts';
import type { Word } from './stream.ts';
import { ACRONYM, add, emphatic, GENERATION, type Weights } from './weights.ts';

/** "Omar bin Khalid" */
export const ARABIC = /^(?:bin|ibn|bint|al|abu|ould)$/;
/** "(D-Ohio)", "R-OK" */
const PARTY = /^[RDI]-\p{Lu}/u;
/** After a hyphen: "Paris-based", "U.S.-led". */
const COMPOUND_TAILS = new Set(
	'based led backed born run held owned made style era like wide only free inspired controlled dominated leaning speaking language friendly safe bound style themed funded listed style sponsored occupied administered educated trained approved mandated'.split(
		' ',
	),
);
/** After a name, and no part of it: "Ana Ruiz QC". */
const POSTNOMINAL =
	/^(?:QC|KC|SC|MP|MPs|MEP|MSP|OBE|MBE|CBE|KBE|DBE|GBE|CMG|KCB|DSO|FRS|MBA|Esq|PhD|CEO|CFO|MLA|MHA)$/;
/** As most names are written: none of the forms that are looked for last. */
const SIMPLE = /^[A-Z][a-z]{3,}$/;
/** Words run together when a page was copied. */
const GLUED = /(?:\p{Ll}\p{Lu}\p{L}*){3}/u;
/** "Bexley-on-Sea" */
const TOWN = /-(?:on|upon|in|by|le|sur|sous|am|an|de|les)-/;
export const CAMEL = /\p{Ll}\p{Lu}/u;
export const CAMEL_SURNAME = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’])/;

/** "Paris-based", "COVID-safe", "INO-4800", but not "Seong-woong", "al-Sadr". */
function isCompound({ key, text }: Word): boolean {
	const tail = key.slice(key.lastIndexOf('-') + 1);
	if (/\d/.test(tail)) return true;
	if (COMPOUND_TAILS.has(tail)) return true;
	return /-\p{Ll}[^-]*$/u.test(text) && key.length - tail.length > 5 && (flagsOf(tail) & IS.common) !== 0;
}

/** Inside no name, for all that a headline writes them with a capital: "Sanders Is", "Win Over Kaine". */
const FINITE = /^(?:is|are|was|were|has|had|isn't|aren't|wasn't|weren't|hasn't)$/;
const LINKS =
	/^(?:over|after|before|with|from|amid|against|than|when|while|because|should|would|could|must|says|said)$/;

/** Goes over the words one by one; returns how many small words other than particles stand between them. */
export function eachWord(
	weights: Weights,
	words: readonly Word[],
	from: number,
	to: number,
	phrase: boolean,
): number {
	const length = to - from;
	let common = 0;
	let plain = 0;
	let shouted = 0;
	let upper = 0;
	let capitals = 0;
	let connectors = 0;
	for (let i = from; i < to; i++) {
		const word = words[i]!;
		const { flags } = word;
		if (!word.capital) {
			if ((flags & IS.particle) !== 0 && word.key !== 'and')
				add(weights, i === from ? 0 : ARABIC.test(word.key) ? 2 : 0.6, -0.6, 0, 0);
			else if (word.text === '&') add(weights, -3, 2.5, 0, 0);
			else {
				connectors++;
				add(weights, -9, 0, -1.5, 0);
			}
			continue;
		}
		capitals++;
		if (word.upper) (flags & (IS.common | IS.plain)) !== 0 ? shouted++ : upper++;
		const given = (flags & FIRST) !== 0;
		const leading = given && i === from && length > 1;
		if ((flags & IS.common) !== 0 && !leading && !phrase && !emphatic(word)) {
			common++;
			add(weights, given && i > from ? -0.4 : length === 1 ? -0.7 : i === to - 1 ? -1 : -1.1, 0, -0.5, 0);
			if (word.doubtful) length === 1 ? add(weights, -2.5, -2.5, -2.5, 0) : add(weights, -3, -1, -1, 0);
		}
		if ((flags & IS.plain) !== 0 && length > 1) {
			plain++;
			add(weights, -0.5, 0, 0, 0);
		}
		if ((flags & IS.starter) !== 0 && !emphatic(word) && !leading) {
			if (i === from) add(weights, -3, -3, -3, 0);
			else if (/^(?:the|an?|he|she|it|we|they|but|and|in|on|at)$/.test(word.key)) add(weights, -5, -4, -4, 0);
		}
		if (
			i > from &&
			!phrase &&
			!word.upper &&
			(FINITE.test(word.key) || (word.doubtful && LINKS.test(word.key)))
		)
			add(weights, -5, -4, -4, 0);
		if ((flags & IS.calendar) !== 0 && !given) add(weights, -4, -4, -4, 0);
		if (/\d/.test(word.text)) add(weights, -3, 0, -1, 0);
		if (i > from && length > 2 && ARABIC.test(word.key)) add(weights, 1.5, 0, 0, 0);
		if ((flags & IS.people) !== 0 && !given)
			add(
				weights,
				i > from && (words[from]!.flags & FIRST) !== 0 ? -0.7 : length === 1 ? -5 : -3,
				length > 1 ? -0.3 : 0,
				-1,
				0,
			);
		if ((flags & IS.country) !== 0 && !leading) add(weights, -1.5, 0, 0, 0);
		if ((flags & IS.honorific) !== 0 && i === from) add(weights, -9, -2, 0, 0);
		else if ((flags & (IS.titleHead | IS.honorific)) !== 0 && !given) {
			// "President Ruiz" is a title and a name; "Ana King" is a name.
			if (i === from) add(weights, -5, 0, 0, 0);
			else if (i < to - 1 || (words[from]!.flags & FIRST) === 0) add(weights, -2, 0, 0, 0);
		}
		if (SIMPLE.test(word.text)) continue;
		if (word.text.includes('-')) {
			if (/-(?:TV|FM|AM)$/.test(word.text)) add(weights, -3, 4, -2, 0);
			else if (PARTY.test(word.text)) add(weights, -6, -6, -6, 3);
			else if (TOWN.test(word.text)) add(weights, -3, 0, 3, 0);
			// "Lee Seung-ho": the halves of a Korean name are words of English now and then.
			else if (isCompound(word) && (i === from || (words[i - 1]!.flags & IS.familyFirst) === 0))
				add(weights, -7, -3, -3, 0);
		}
		// "RIP Ruiz", "PHOTO Ruiz"
		if (i === from && length > 1 && word.upper && word.text.length > 2 && (flags & IS.notBody) !== 0)
			add(weights, -3, 0, 0, 0);
		if (POSTNOMINAL.test(word.text) && (length > 1 || i > from)) add(weights, -5, -1, -2, 0);
		if (GLUED.test(word.text)) add(weights, -8, -4, -4, 0);
		if (CAMEL.test(word.text) && !CAMEL_SURNAME.test(word.text)) add(weights, 0, 1.5, 0, 0);
		if (
			i > from &&
			ACRONYM.test(word.text) &&
			!GENERATION.test(word.text) &&
			!word.shouted &&
			(flags & (IS.notBody | IS.calendar)) === 0
		)
			add(weights, -1, 0.7, 0, 0);
	}
	const last = words[to - 1]!;
	// "MAKE IT GREAT"
	if (capitals > 2 && shouted > 1 && shouted + upper === capitals) add(weights, -4, -4, -4, 1);
	if (common === capitals) length > 1 ? add(weights, -1.5, 0, 0, 1) : add(weights, -0.7, -0.7, -1, 0.8);
	else if (common + plain === capitals && length > 1) add(weights, -1, 0.2, 0, 0.3);
	if (
		common < capitals &&
		length > 1 &&
		(last.flags & (IS.common | IS.plain)) !== 0 &&
		/[^s]s$/.test(last.key)
	)
		add(weights, -0.5, 0.6, 0, 0);
	return connectors;
}
