/** The units of an article as rules see them, and what rules ask of one again and again. */

import { REPORTING } from '../../lexicon/reporting.ts';
import { ADVERBS } from '../../lexicon/words.ts';
import type { Entity, Mention, Paragraph, Span } from '../../types.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { Segment } from './marks.ts';
import { isDash, type Subject } from './phrases.ts';
import { type Token, tokensOf, type Unit, unitsOf } from './prose.ts';

/** A unit with its tokens and cues. */
export interface Clause extends Unit {
	readonly tokens: readonly Token[];
	readonly cues: readonly Cue[];
}

/** The words that say who speaks, as found in a clause. */
export interface Found {
	readonly clause: number;
	readonly subject: Subject | null;
	readonly cue: Cue | null;
}

export interface Attribution extends Found {
	readonly rule: string;
}

export interface Passage {
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
	readonly sentences: readonly Span[];
	readonly mentions: readonly Mention[];
	readonly entities: readonly Entity[];
}

/** All units of the article with tokens and cues; one pass over segments and mentions. */
export function clausesOf(passage: Passage, segments: readonly Segment[]): Clause[] {
	const { text, paragraphs, sentences, mentions } = passage;
	let s = 0;
	let m = 0;
	return unitsOf(paragraphs, sentences, segments).map((unit) => {
		while (s < segments.length && segments[s]!.outer.end <= unit.start) s++;
		while (m < mentions.length && mentions[m]!.start < unit.start) m++;
		const tokens = tokensOf(text, unit, segments, s, mentions, m);
		const printed = paragraphs[unit.paragraph]!.kind === 'headline' ? asProse(tokens) : tokens;
		const { start, end, paragraph } = unit;
		return { start, end, paragraph, tokens: printed, cues: cuesIn(printed) };
	});
}

/** A headline that prints its words with capitals says nothing by them: Ruiz Blasts 'Unfair' Ruling. */
function asProse(tokens: Token[]): Token[] {
	const words = tokens.filter(({ type, lower }) => type === 'word' && lower.length > 3);
	const capitals = words.filter(({ capital }) => capital).length;
	return capitals * 2 > words.length
		? tokens.map((token, at) =>
				// A form that is more often a noun ("Peace Talks") is a verb only behind a name.
				token.type === 'word' && (!REPORTING.get(token.lower)?.noun || tokens[at - 1]?.type === 'name')
					? { ...token, capital: false }
					: token,
			)
		: tokens;
}

/** What a rule sees: one segment in its unit, and all that stands around. */
export interface View {
	readonly text: string;
	readonly clauses: readonly Clause[];
	readonly segments: readonly Segment[];
	readonly mentions: readonly Mention[];
	readonly at: number;
	readonly clause: Clause;
	readonly quote: number;
	readonly segment: Segment;
	readonly earlier: readonly (Attribution | null)[];
	readonly paragraph: Paragraph['kind'];
}

/** Cues that hand words over whatever stands between. */
export const SPEAKS: ReadonlySet<Cue['kind']> = new Set(['speech', 'address', 'according']);

export const isSeparator = (token: Token | undefined) =>
	token !== undefined && (token.lower === ',' || isDash(token));

/** Nothing but quotations, marks and linking words: the unit is speech alone. */
export function isBare(clause: Clause): boolean {
	return clause.tokens.every(
		({ type, lower }) =>
			type !== 'name' &&
			(type !== 'word' || lower === 'and' || lower === 'but' || lower === 'or' || ADVERBS.has(lower)),
	);
}

type Words = Pick<View, 'text' | 'segment'>;

/** A comma, dash, question or exclamation mark inside the marks: the sentence goes on behind them. */
export const endsSoft = (view: Words) =>
	/[,?!—–…-]['’"”]?$/.test(view.text.slice(view.segment.start, view.segment.end).slice(-3));
/** A full stop of any kind inside the marks. */
export const endsHard = (view: Words) =>
	/[.?!…]['’"”]?$/.test(view.text.slice(view.segment.start, view.segment.end).slice(-3));

/** A subject that is one name token. */
export const named = (clause: number, head: number): Found => ({
	clause,
	subject: { kind: 'name', from: head, to: head + 1, head },
	cue: null,
});
