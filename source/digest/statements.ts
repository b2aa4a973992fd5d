/** What articles state: sentences that no quotation is cut in, with what their comparison needs. */
import { findSegments } from '../article/quotations/marks.ts';
import { unitsOf } from '../article/quotations/prose.ts';
import { NEGATIONS, SAYS_NO, VERBS_OF_DENYING } from '../lexicon/figures.ts';
import { TIE } from '../lexicon/openings.ts';
import type { Article, Day, Id, Mention, Quotation, Span } from '../types.ts';
import { withoutAttribution } from './attribution.ts';
import { clausesOf } from './clauses.ts';
import { type Deeds, deedsIn } from './deeds.ts';
import { type Detail, detailOfTime, detailsIn, lengthOf } from './details.ts';
import { type Figure, figuresIn } from './figures.ts';
import { isMarked, pointsBack } from './pointing.ts';
import { type Term, termsIn } from './terms.ts';

export interface Statement extends Span, Deeds {
	/** Index into the story's articles. */
	readonly article: number;
	/** How many statements stand before it in its article. */
	readonly position: number;
	readonly terms: readonly Term[];
	/** Those of them that are not spent on who said it. */
	readonly content: readonly Term[];
	/** Stems of its content words, each once, in order. */
	readonly stems: readonly string[];
	readonly figures: readonly Figure[];
	readonly denies: boolean;
	/** It denies that something is not so, or does not deny it. */
	readonly deniesTwice: boolean;
	/** The days of the calendar that it names. */
	readonly days: readonly (Span & { readonly day: Day })[];
	/** Years and lengths of time, as TIMEX3 values: "1961", "P9Y". */
	readonly spells: readonly string[];
	/** What tells it from another fact in the same words. */
	readonly details: readonly Detail[];
	readonly people: readonly Mention[];
	/** Everybody and everything named in it, in order. */
	readonly named: readonly Mention[];
	/** Who is quoted in it. */
	readonly speakers: readonly Id[];
	/** It ends as a sentence does and is no scrap. */
	readonly sound: boolean;
	/** It can be read on its own: sound, and pointing at nothing before it. */
	readonly alone: boolean;
}

/** Fewer words than this state nothing, unless they are a sentence: "Two others were arrested." */
const FEWEST = 6;
const FEWEST_OF_SENTENCE = 3;
/** Before how long something lasts: "for about three weeks". */
const LASTING =
	/\bfor (?:(?:at|the|next|last|least|about|around|nearly|almost|some|over|more|than|up|to) ){0,3}$/i;
/** Quotations of one statement that are looked at for who said them. */
const MOST_TOUCHING = 20;

/** The statements of an article's lede and body, in order. Linear. */
export function statementsOf(article: Article, index: number, quotations: readonly Quotation[]): Statement[] {
	const paragraphs = article.paragraphs.filter(({ kind }) => kind === 'lede' || kind === 'body');
	const sentences = sentencesIn(article.sentences, paragraphs);
	const units = unitsOf(paragraphs, sentences, findSegments(article.text, paragraphs));
	const quoted = quotations.flatMap((quotation) =>
		quotation.spans.map(({ start, end }) => ({ start, end, quotation })),
	);
	quoted.sort((a, b) => a.start - b.start);
	const statements: Statement[] = [];
	let time = 0;
	let quote = 0;
	let name = 0;
	const mentions = [...article.mentions].sort((a, b) => a.start - b.start);
	for (const { clause, opens, closes } of clausesIn(article.text, units)) {
		const span = bare(article.text, trimmed(article.text, clause));
		const terms = termsIn(article.text, span);
		if (terms.length < FEWEST_OF_SENTENCE) continue;
		while ((article.times[time]?.end ?? Number.POSITIVE_INFINITY) <= span.start) time++;
		let within = time;
		const isTime = (start: number) => {
			while ((article.times[within]?.end ?? Number.POSITIVE_INFINITY) <= start) within++;
			return (article.times[within]?.start ?? Number.POSITIVE_INFINITY) <= start;
		};
		const days: (Span & { readonly day: Day })[] = [];
		const details = detailsIn(article.text, terms);
		const spells: string[] = [];
		for (let at = time; at < article.times.length && article.times[at]!.start < span.end; at++) {
			const { start, end, value } = article.times[at]!;
			if (/^\d{4}-\d\d-\d\d/.test(value)) days.push({ start, end, day: value.slice(0, 10) });
			else if (/^(?:\d{4}|PT?\d+[A-Z])$/.test(value)) spells.push(value);
			const detail = detailOfTime(value);
			if (detail) details.push(detail);
			const length = lengthOf(value);
			if (length && LASTING.test(article.text.slice(Math.max(span.start, start - 24), start)))
				details.push(length);
		}
		while ((mentions[name]?.end ?? Number.POSITIVE_INFINITY) <= span.start) name++;
		const named: Mention[] = [];
		for (let at = name; at < mentions.length && mentions[at]!.start < span.end; at++)
			named.push(mentions[at]!);
		const people = named.filter(({ kind }) => kind === 'person');
		const figures = figuresIn(article.text, terms, isTime);
		if (terms.length < FEWEST && figures.length + people.length === 0) {
			if (!(opens && closes && isSentence(article.text, span, terms))) continue;
		}
		const speakers = new Set<Id>();
		const touching = new Set<Quotation>();
		while (quote < quoted.length && quoted[quote]!.end <= span.start) quote++;
		let inside = 0;
		for (let at = quote; at < quoted.length && quoted[at]!.start < span.end; at++) {
			const { start, end, quotation } = quoted[at]!;
			inside += Math.min(end, span.end) - Math.max(start, span.start);
			if (quotation.speaker.actor !== null) speakers.add(quotation.speaker.actor);
			touching.add(quotation);
		}
		const sound = isSound(article.text, span, inside, opens, closes);
		const content = withoutAttribution(article.text, span, terms, [...touching].slice(0, MOST_TOUCHING));
		statements.push({
			start: span.start,
			end: span.end,
			article: index,
			position: statements.length,
			terms,
			content,
			...deedsIn(content, named),
			stems: stemsOf(terms),
			figures,
			denies: terms.some(({ word }) => SAYS_NO.has(word)),
			deniesTwice: deniesTwice(article.text, terms),
			days,
			spells,
			details,
			people,
			named,
			speakers: [...speakers],
			sound,
			alone: sound && !pointsBack(article, span, terms, people),
		});
	}
	return statements;
}

/** "Voters wanted change.": with a word beside names and figures that tells what happened. */
function isSentence(text: string, { start, end }: Span, terms: readonly Term[]): boolean {
	return (
		/^\p{Lu}/u.test(text.slice(start, start + 2)) &&
		/[.!]["”’']?$/.test(text.slice(end - 2, end)) &&
		terms.some(({ stem, capital, number }) => stem !== '' && !capital && !number)
	);
}

/** Between two terms a new clause begins. */
const CLAUSE_ENDS = /[,;:.!?()"“”—–]/;

/** "Did not deny", "denied that it had not paid": a negation in the clause of a verb that says no by itself. Linear. */
function deniesTwice(text: string, terms: readonly Term[]): boolean {
	let not = false;
	let denied = false;
	for (const [at, { word, start }] of terms.entries()) {
		if (at > 0 && CLAUSE_ENDS.test(text.slice(terms[at - 1]!.end, start))) not = denied = false;
		not ||= NEGATIONS.has(word);
		denied ||= VERBS_OF_DENYING.has(word);
		if (not && denied) return true;
	}
	return false;
}

export function stemsOf(terms: readonly Term[]): string[] {
	const stems = new Set<string>();
	for (const { stem } of terms) if (stem !== '') stems.add(stem);
	return [...stems];
}

interface Clause {
	readonly clause: Span;
	/** It is the first of its sentence, the last of it. */
	readonly opens: boolean;
	readonly closes: boolean;
}

function clausesIn(text: string, units: readonly Span[]): Clause[] {
	return units.flatMap((unit) =>
		clausesOf(text, unit).map((clause, at, all) => ({
			clause,
			opens: at === 0,
			closes: at === all.length - 1,
		})),
	);
}

function sentencesIn(sentences: readonly Span[], paragraphs: readonly Span[]): Span[] {
	let paragraph = 0;
	return sentences.filter(({ start }) => {
		while ((paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= start) paragraph++;
		return (paragraphs[paragraph]?.start ?? Number.POSITIVE_INFINITY) <= start;
	});
}

function trimmed(text: string, { start, end }: Span): Span {
	const part = text.slice(start, end);
	return {
		start: start + part.length - part.trimStart().length,
		end: end - part.length + part.trimEnd().length,
	};
}

/** Where a dateline ends: "KARVIA, Norvik (Coast Press) - A ferry sank". */
const DATELINE_END = /\(\p{Lu}[\p{L} ]{1,20}\)\s{0,3}[-–—:]{1,2}\s{0,3}(?=["“\p{Lu}])/u;
const DATELINE_PLACE = /(?:^|\s)\p{Lu}{3}[\p{L}\p{N} /,.'’-]{0,40}$/u;
/** Characters of a sentence in which one is looked for. */
const GLUED_WITHIN = 260;

/** A sentence without what ties it to the one before, or without the headline and the dateline on its line. */
function bare(text: string, { start, end }: Span): Span {
	const part = text.slice(start, Math.min(end, start + GLUED_WITHIN));
	const tie = TIE.exec(part);
	if (tie) return { start: start + tie[0].length, end };
	const found = DATELINE_END.exec(part);
	if (!found || !DATELINE_PLACE.test(part.slice(Math.max(0, found.index - 50), found.index)))
		return { start, end };
	return { start: start + found.index + found[0].length, end };
}

/** Trails off outside any marks: cut by whoever printed it, or leading to what does not follow. */
const CUT_OFF = /(?:\.{2,}|…|\[…\]|\(?\.\.\.\)|\bmore\s?(?:>+|»))\s*\.?$/i;

/** Left over of a page or a feed: what divides a menu, an address, a piece of markup. Nobody writes so in a sentence. */
const MACHINE_MADE = /[|<>{}\\→©]|\bhttps?:|\bwww\.|&[a-z]+;/i;

/** More of a statement than this in quotation marks leaves no room for who said it. */
const MOSTLY_QUOTED = 0.97;

function isSound(text: string, span: Span, quoted: number, opens: boolean, closes: boolean): boolean {
	const part = text.slice(span.start, span.end);
	if (closes && (!/[.!?…]["”’'»)\]]*$/.test(part) || CUT_OFF.test(part))) return false;
	if (opens && /^\p{Ll}/u.test(part)) return false;
	if (MACHINE_MADE.test(part)) return false;
	if (quoted >= MOSTLY_QUOTED * (span.end - span.start) - 4) return false;
	// Within its own marks a quotation may say "I" and ask.
	return isMarked(part) || !/\?["”’']*$/.test(part);
}
