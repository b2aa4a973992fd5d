/** Where words reported without marks end in their clause, and what makes tokens a clause. */
import { REPORTING, SPEECH_NOUNS } from '../../lexicon/reporting.ts';
import { PREPOSITIONS } from '../../lexicon/words.ts';
import type { Cue } from './cues.ts';
import { isDash, isVerbAt, looksFinite } from './phrases.ts';
import type { Token } from './prose.ts';

export const REPORTS: ReadonlySet<Cue['kind']> = new Set(['speech', 'address', 'according']);
export const LINK: ReadonlySet<string> = new Set([',', 'and', 'but', '(']);

/** A cue with a subject of its own behind a comma and one of these begins a new report. */
const TURNS = new Set('and but while whereas although though yet'.split(' '));
/** The verb behind one of these is its own. */
const CLAIMS = new Set(
	'when once after before because while since although though until as if unless who which that where whatever whoever'.split(
		' ',
	),
);

/** "agreed to buy the dock, the companies said": who reports all of it stands at its end. */
const closes = (tokens: readonly Token[], { subject, to }: Cue) =>
	tokens[(subject?.from ?? 0) - 1]?.lower === ',' && (tokens[to] === undefined || tokens[to]!.lower === '.');

const GOES_ON = /^(?:then|later|subsequently|eventually|duly|promptly|soon|immediately)$/;

/** A verb that carries a clause: "being" and "been" do not, nor does "a set of". */
export const carries = (tokens: readonly Token[], at: number) =>
	isVerbAt(tokens, at) &&
	!/^(?:be|been|being|having|not)$/.test(tokens[at]!.lower) &&
	tokens[at + 1]?.lower !== 'of';

export const hasFinite = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (carries(tokens, i)) return true;
	return false;
};
/** A clause that can stand alone: a verb that no "when", "who" or "that" of its own claims. */
export function isWhole(tokens: readonly Token[], from: number, to: number): boolean {
	let claimed = false;
	for (let i = tokens[from]?.lower === 'that' ? from + 1 : from; i < to; i++) {
		const { lower } = tokens[i]!;
		if (lower === ',') claimed = false;
		else if (CLAIMS.has(lower)) claimed = true;
		else if (carries(tokens, i)) {
			if (!claimed) return true;
			claimed = carries(tokens, i + 1) || tokens[i + 1]?.lower === 'not';
		}
	}
	return false;
}
export const hasQuote = (tokens: readonly Token[], from: number, to: number) => {
	for (let i = from; i < to; i++) if (tokens[i]!.type === 'quote') return true;
	return false;
};

/** Where the words before a closing attribution begin: the unit's start, or after the last quotation or semicolon. */
export function contentStart(tokens: readonly Token[], before: number): number {
	for (let i = before - 1; i >= 0; i--) {
		if (tokens[i]!.lower === ';') return i + 1;
		// What follows marked words is a clause of its own only behind "and" or a comma.
		if (tokens[i]!.type === 'quote') return LINK.has(tokens[i + 1]?.lower ?? '') ? i + 1 : before;
	}
	return 0;
}

const isSaying = (token: Token | undefined) =>
	token?.type === 'word' && (SPEECH_NOUNS.has(token.lower) || token.lower === 'charge');

/** The reporter's word on what was said: "…, a charge the company denies", "…, though she declined to say why". */
function isRemark(tokens: readonly Token[], at: number): boolean {
	if (TURNS.has(tokens[at]?.lower ?? '')) return /^(?:declined|refused)$/.test(tokens[at + 2]?.lower ?? '');
	if (!/^an?$/.test(tokens[at]?.lower ?? '')) return false;
	if (isSaying(tokens[at + 1])) return true;
	// "…, a decision the union called baffling": somebody else's label.
	for (let k = at + 2; k < tokens.length && k < at + 7; k++) {
		const { type, lower } = tokens[k]!;
		if (type === 'mark' || type === 'quote' || PREPOSITIONS.has(lower)) return false;
		if (carries(tokens, k)) return REPORTING.get(lower)?.kind === 'label';
	}
	return false;
}

/**
 * Where words end that are followed by marked ones: "… was late — “a disgrace”" at the dash, "… were met by observers,
 * whom she called “calm”" at the relative clause; null where the marked words are part of the clause.
 */
function endBefore(tokens: readonly Token[], from: number, quote: number): number | null {
	const lead = tokens[quote - 1];
	const apart = isDash(lead) || lead?.lower === ':' || lead?.lower === ',';
	if (apart) return quote - from > 5 && isWhole(tokens, from, quote - 1) ? quote - 1 : null;
	for (let i = quote - 1; i > from + 3; i--)
		if (tokens[i]!.lower === ',' && /^(?:who|whom|which|when|where)$/.test(tokens[i + 1]!.lower))
			return isWhole(tokens, from, i) ? i : null;
	return null;
}

/** Where the words after a cue end: before the next report, a semicolon or a quotation's own clause. */
export function contentEnd(tokens: readonly Token[], cues: readonly Cue[], cue: Cue, from: number): number {
	let end = tokens.length;
	for (let i = from; i < end; i++) {
		const { type, lower } = tokens[i]!;
		if (lower === ';') end = i;
		if (lower === ',' && i - from > 3 && isRemark(tokens, i + 1)) end = i;
		// "Lopez, who said the dam was old, left": the verb behind the comma is not the dam's.
		if (lower === ',' && cue.subject?.meant && i - from > 2 && carries(tokens, i + 1)) end = i;
		// "announced she would not come, and Kell subsequently withdrew": the reporter goes on with the story.
		if (
			lower === ',' &&
			tokens[i + 1]?.lower === 'and' &&
			tokens[i + 2]?.type === 'name' &&
			GOES_ON.test(tokens[i + 3]?.lower ?? '') &&
			looksFinite(tokens[i + 4])
		)
			end = i;
		// "…, and expressed hope": a verb of the speaker's own behind a comma.
		if (
			lower === ',' &&
			tokens[i + 1]?.lower === 'and' &&
			i - from > 3 &&
			looksFinite(tokens[i + 2]) &&
			/ed$/.test(tokens[i + 2]!.lower)
		)
			end = i;
		if (type === 'quote') {
			end = endBefore(tokens, from, i) ?? end;
			break;
		}
	}
	for (const next of cues) {
		if (next.from <= from || next.from >= end || next === cue || !REPORTS.has(next.kind)) continue;
		const lead = tokens[next.from - 1];
		if (next.kind === 'according') {
			if (lead?.lower === ',' && next.subject) end = next.from - 1;
		} else if (next.how === 'shared') {
			if (lead && (lead.lower === ',' || TURNS.has(lead.lower))) end = next.from - 1;
		} else if (next.how === 'before' && next.subject && closes(tokens, next)) {
			end = next.subject.from - 1;
		} else if (next.how === 'before' && next.subject) {
			// "…, and the bank's chief Anna Keller said": over what stands before the name.
			let turn = (next.subject.meant ?? next.subject).from - 1;
			for (let steps = 0; steps < 6 && turn > from + 1 && !TURNS.has(tokens[turn]!.lower); steps++) {
				if (tokens[turn]!.type === 'mark' || carries(tokens, turn)) break;
				turn--;
			}
			if (turn - 1 > from && TURNS.has(tokens[turn]!.lower) && tokens[turn - 1]!.lower === ',')
				end = turn - 1;
		}
	}
	while (end > from && (tokens[end - 1]!.lower === ',' || TURNS.has(tokens[end - 1]!.lower))) end--;
	return end;
}
