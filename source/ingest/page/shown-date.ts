/** The dates that readers see on a page, and how likely each is the day on which its article came out. */
import { labelIn } from '../../article/date-line.ts';
import type { Day, Span } from '../../types.ts';
import type { Layout, Range } from './blocks.ts';
import { type Dates, dayIn, FIRST } from './date-reader.ts';
import type { Element } from './tree.ts';

/** What speaks for a date that a page shows. */
const SCORES = {
	machine: 3,
	called: 3,
	underHeadline: 3,
	overHeadline: 2,
	besideBody: 1,
	inBody: -2,
	aside: -2,
	alone: 2,
	short: 1,
	published: 3,
	updated: -6,
	linked: -1,
	comment: -9,
	/** One of many of its kind, as the days of teasers are. */
	listed: -3,
	/** "This entry was posted on …" */
	sentence: 5,
} as const;
const ENOUGH = 4;
/** Shown so plainly that what machines are told may be doubted. */
export const STRONG = 7;
/** Blocks from the headline, or from the body. */
const NEAR = 8;
const LONGEST = 160;

const CALLED =
	/(?:^|[\s_-])(?:\w*date\w*|published|pub|posted(?:on)?|posted-?on|timestamp|time|datum|fecha|created|entry-?meta|post-?meta|meta|byline|dateline|info|publish\w*)(?:$|[\s_-])/i;
const COMMENT =
	/(?:^|[\s_-])(?:comments?|commentlist|reply|replies|disqus|related|sidebar|archives?|popular|recent|recommend\w*)(?:$|[\s_-])/i;

/** The likeliest, and how likely. */
export interface Shown {
	readonly day: Day;
	readonly score: number;
}

export function shownIn(layout: Layout, body: Range, headline: number | null, read: Dates): Shown | null {
	const listed = listsIn(layout, read);
	let best: { day: Day; score: number } | null = null;
	const offer = (day: Day | null, score: number) => {
		if (day !== null && day >= FIRST && score >= ENOUGH && (best === null || score > best.score))
			best = { day, score };
	};
	const under = headline ?? body.from;
	const place = (at: number) => placeScore(at, body, under);
	const isDirectly = (at: number) => at >= under - NEAR && at <= under + DIRECTLY;
	for (const { element, at } of layout.marks) {
		const called = nameOf(element);
		const score =
			place(at) +
			(CALLED.test(called) ? SCORES.called : 0) +
			(listed.has(called) && !isDirectly(at) ? SCORES.listed : 0) +
			(isComment(element, layout) ? SCORES.comment : 0);
		const machine =
			element.attributes.get('datetime') ??
			element.attributes.get('content') ??
			element.attributes.get('title');
		if (machine) offer(dayIn(machine), score + SCORES.machine + SCORES.alone + updatedIn(called));
		const text = textIn(element, LONGEST + 1);
		if (text.length > LONGEST) continue;
		const [date] = read(text, CALLED.test(called));
		if (date) offer(date.day, score + lineScore(text, date));
	}
	for (const [at, { text, words, linked, element }] of layout.blocks.entries()) {
		if (SENTENCE.test(text) && !isComment(element, layout))
			offer(read(text.slice(0, LONGEST))[0]?.day ?? null, SCORES.sentence);
		if (text.length > LONGEST) continue;
		const called = CALLED.test(nameOf(element));
		const [date] = read(text, called);
		if (!date) continue;
		const score =
			place(at) +
			(called ? SCORES.called : 0) +
			(listed.has(nameOf(element)) && !isDirectly(at) ? SCORES.listed : 0) +
			(isComment(element, layout) ? SCORES.comment : 0);
		const linkedScore = linked * 2 > words ? SCORES.linked : 0;
		offer(date.day, score + lineScore(text, date) + linkedScore);
	}
	return best;
}

/** What a foot of an article says of it, in full. */
const SENTENCE =
	/^(?:this (?:entry|post|article|story|item) was (?:posted|published|written|created)|dieser (?:beitrag|artikel|eintrag) wurde|cet(?:te)? (?:article|billet|entrée) a été|est[ea] (?:entrada|artículo|noticia) (?:fue|se public)|questo (?:articolo|post) è stato|dit (?:bericht|artikel) (?:is|werd))\b/i;

/** Days of so many that bear one name, none of them the same, are those of a list. */
const LISTED = 4;

function listsIn({ marks, blocks }: Layout, read: Dates): ReadonlySet<string> {
	const days = new Map<string, Set<Day>>();
	const count = (element: Element, text: string) => {
		const name = nameOf(element);
		const day = name.trim() === '' || text.length > LONGEST ? undefined : read(text)[0]?.day;
		if (day) days.set(name, (days.get(name) ?? new Set()).add(day));
	};
	for (const { element } of marks) count(element, textIn(element, LONGEST + 1));
	for (const { element, text } of blocks) count(element, text);
	return new Set([...days].filter(([, found]) => found.size >= LISTED).map(([name]) => name));
}

function placeScore(at: number, { from, to }: Range, headline: number): number {
	const below = at - headline;
	if (below >= 0 && below <= NEAR && (at < from || below <= DIRECTLY)) return SCORES.underHeadline;
	if (below < 0 && -below <= NEAR) return SCORES.overHeadline;
	if (at < from - NEAR || at > to + NEAR) return SCORES.aside;
	return at >= from + DIRECTLY && at < to - 2 ? SCORES.inBody : SCORES.besideBody;
}

/** A standfirst and a name may stand between a headline and its date. */
const DIRECTLY = 3;

const updatedIn = (called: string) =>
	/updated|modified/i.test(called) && !/publish|entry-date/i.test(called) ? SCORES.updated : 0;

function lineScore(text: string, { start, end }: Span): number {
	// "11 March 2025 | Harbour, Ferries | 3 comments"
	const from = Math.max(...APART.map((sign) => text.lastIndexOf(sign, start)), 0);
	const until = Math.min(
		...APART.map((sign) => text.indexOf(sign, end)).filter((at) => at >= 0),
		text.length,
	);
	const rest = `${text.slice(from, start)}${text.slice(end, until)}`.replace(READING, '').length;
	const label = labelBefore(text, start);
	return (rest <= 12 ? SCORES.alone : rest <= 60 ? SCORES.short : 0) + (label ? SCORES[label] : 0);
}

function labelBefore(text: string, start: number): 'published' | 'updated' | null {
	const before = text.slice(Math.max(0, start - 40), start);
	return labelIn(before) ?? (PUBLISHED.test(before) ? 'published' : UPDATED.test(before) ? 'updated' : null);
}

/** "4 min read", which says nothing of a date. */
const READING = /\d{1,3}[- ]?min(?:ute)?s?\.?(?: read)?/i;
const APART = [' | ', ' · ', ' • '];

/** "Published" elsewhere. */
const PUBLISHED =
	/erstellt|veröffentlicht|verfasst|geschrieben|publi[ée]|posté|mis en ligne|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|opublikowano|опубликован/i;

const UPDATED =
	/aktualisiert|geändert|mis(?:e)? à jour|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|uppdaterad|zaktualizowan|обновлен/i;

const nameOf = ({ attributes }: Element) =>
	`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('itemprop') ?? ''}`.slice(
		0,
		300,
	);

function isComment(element: Element, { parents }: Layout): boolean {
	let at: Element | undefined = element;
	for (let steps = 0; at && steps < 12; steps++) {
		if (at.name === 'body' || at.name === 'article' || at.name === 'main') return false;
		if (COMMENT.test(nameOf(at))) return true;
		at = parents.get(at);
	}
	return false;
}

function textIn(element: Element, most: number): string {
	let text = '';
	for (const child of element.children) {
		if (text.length >= most) break;
		text += typeof child === 'string' ? child.slice(0, most) : textIn(child, most);
	}
	return text.replace(/\s+/g, ' ').trim();
}
