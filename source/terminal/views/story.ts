/** One story, opened: its points, where the sources disagree, who said what, and in which order. */
import type { ArticleHead, Happening, QuotationRow, StoryPage } from '../../archive/archive.ts';
import { type Safe, safeLine } from '../../safe.ts';
import type { Id, Published, Span } from '../../types.ts';
import { columnsOf, pad } from '../../width.ts';
import {
	byFullness,
	countWords,
	cutHeadline,
	daysWords,
	disputeWords,
	headlineWords,
	longDay,
	publicationWords,
	sourcesWords,
	sourceWords,
} from '../../wording.ts';
import { dotted, indent, type Line, own, piece, spread } from '../lines.ts';
import { setLine, setText } from '../typeset.ts';
import { wrapDotted } from './lists.ts';
import { publishedPiece } from './published.ts';
import { quotationBrief, quotationItem } from './quotation.ts';
import type { Item } from './sheet.ts';

/** What an item of a story leads to. */
export type Lead =
	| { readonly to: 'article'; readonly id: Id; readonly focus: readonly Span[] }
	| { readonly to: 'actor'; readonly id: Id };

export interface StoryItem extends Item {
	/** The same for the same item as long as the story tells it, wherever it stands. */
	readonly key: string;
	readonly part: string;
	readonly lead: Lead;
}

interface Part {
	readonly title: string;
	readonly items: readonly {
		readonly lines: readonly Line[];
		readonly lead: Lead;
		readonly above?: readonly Line[];
	}[];
	/** Whether items stand apart by a blank line. */
	readonly loose: boolean;
}

/** `fresh`: articles that came in after the reader had read the story. */
export function storyItems(page: StoryPage, columns: number, fresh: ReadonlySet<Id>): StoryItem[] {
	const parts = [
		points(page, columns),
		disputes(page, columns),
		quotations(page, columns),
		voices(page, columns),
		timeline(page, columns),
		sources(page, columns, fresh),
	];
	const items: StoryItem[] = [];
	for (const part of parts.filter(({ items }) => items.length > 0)) {
		for (const [at, { lines, lead, above }] of part.items.entries()) {
			const before: Line[] = [];
			if (items.length === 0) before.push(...heading(page, columns, fresh));
			if (at === 0) before.push([], [piece(own(part.title), 'heading')]);
			else if (part.loose) before.push([]);
			if (above) before.push(...above);
			items.push({ key: keyOf(part.title, lead), part: part.title, before, lines, lead });
		}
	}
	return items;
}

function keyOf(part: string, lead: Lead): string {
	return [part, lead.id, lead.to === 'article' ? (lead.focus[0]?.start ?? '') : ''].join(' ');
}

function heading(page: StoryPage, columns: number, fresh: ReadonlySet<Id>): Line[] {
	const { story, articles, texts, outlets, copies } = page;
	const written = Math.max(story.articles.length, articles.length) - copies;
	const news = texts.filter((copies) => copies.some((id) => fresh.has(id))).length;
	const facts = dotted([
		piece(
			daysWords(
				story.firstDay,
				story.lastDay,
				articles.map(({ published }) => published),
			),
			'quiet',
		),
		piece(sourcesWords({ outlets, articles: written, copies }), 'quiet'),
		piece(countWords(story.quotations.length, 'quotation'), 'quiet'),
		news === 0 ? null : piece(own(`${news} new since you read`), 'mark'),
	]);
	return [
		...setText(cutHeadline(story.headline) || own('untitled'), columns, 'strong', 3),
		...wrapDotted(facts, columns),
	];
}

function points({ story, sources }: StoryPage, columns: number): Part {
	const items = story.points.map((point) => ({
		lines: [
			...setText(safeLine(point.text), columns, 'plain', 8),
			outletsLine(
				point.outlets,
				point.from.flatMap(({ article }) => sources.get(article) ?? []),
				columns,
			),
		],
		lead: leadTo(point.from[0]!),
	}));
	return { title: 'Points', items, loose: true };
}

/** "2 outlets: The Bay Courier, The Ostrava Post"; one outlet by its name alone. */
function outletsLine(outlets: number, heads: readonly ArticleHead[], columns: number): Line {
	const names = [...new Set(heads.map(sourceWords))].join(', ') as Safe;
	const line: Line =
		outlets > 1
			? [piece(countWords(outlets, 'outlet'), 'mark'), piece(own(': '), 'quiet'), piece(names, 'quiet')]
			: [piece(names, 'quiet')];
	return spread(line, [], columns);
}

function leadTo({ article, start, end }: Span & { readonly article: Id }): Lead {
	return { to: 'article', id: article, focus: [{ start, end }] };
}

function disputes({ story, sources }: StoryPage, columns: number): Part {
	const items = story.disputes.flatMap((dispute) => {
		const { claims } = dispute;
		const wide = Math.min(
			Math.floor(columns / 2),
			Math.max(...claims.map(({ value }) => columnsOf(safeLine(value)))),
		);
		return claims.map(({ value, from }, at) => {
			const source = sources.get(from.article);
			return {
				above: at === 0 ? setText(disputeWords(dispute), columns, 'quiet', 2) : [],
				lines: [
					spread(
						[
							piece(pad(safeLine(value), wide), 'warning'),
							piece(own('  ')),
							...dotted([
								source ? piece(sourceWords(source), 'quiet') : null,
								source ? publishedPiece(source.published) : null,
							]),
						],
						[],
						columns,
					),
				],
				lead: leadTo(from),
			};
		});
	});
	return { title: 'Where they disagree', items, loose: false };
}

/** Each utterance once, where the first version of it stands: the fullest, and under it what other outlets print. */
function quotations(page: StoryPage, columns: number): Part {
	const told = new Set<Id>();
	const rows = new Map(page.quotations.map((row) => [row.quotation.id, row]));
	const items = page.quotations.flatMap((first) => {
		if (told.has(first.quotation.id)) return [];
		const versions = [first, ...first.quotation.variants.flatMap((id) => rows.get(id) ?? [])];
		for (const { quotation } of versions) told.add(quotation.id);
		const row = [...versions].sort(byFullness)[0]!;
		return [{ lines: quotationItem(row, columns, 8), lead: quotationLead(row) }];
	});
	return { title: 'Who said what', items, loose: true };
}

function quotationLead({ quotation }: QuotationRow): Lead {
	return { to: 'article', id: quotation.article, focus: quotation.spans };
}

function voices({ voices }: StoryPage, columns: number): Part {
	const items = voices.map(({ actor, quotations }) => ({
		lines: [
			spread(
				[piece(safeLine(actor.name), 'speaker')],
				[piece(countWords(quotations, 'quotation'), 'quiet')],
				Math.min(columns, 48),
			),
		],
		lead: { to: 'actor' as const, id: actor.id },
	}));
	return { title: 'Who spoke', items, loose: false };
}

function timeline({ timeline }: StoryPage, columns: number): Part {
	const items = timeline.map((happening, at) => ({
		above:
			at > 0 && timeline[at - 1]!.day === happening.day ? [] : [[piece(dayWords(timeline, at), 'quiet')]],
		// What goes on below stands behind where the next one starts.
		lines: setLine(happened(happening), columns - 2, 2).map((line, row) => indent(row === 0 ? 0 : 2, line)),
		lead:
			happening.what === 'article'
				? { to: 'article' as const, id: happening.article.id, focus: [] }
				: quotationLead(happening.row),
	}));
	return { title: 'Timeline', items, loose: false };
}

/** The day of what happened then; "about" it, where all of it is only known to be of about then. */
function dayWords(timeline: StoryPage['timeline'], at: number): Safe {
	const { day } = timeline[at]!;
	const heads = timeline.filter((one) => one.day === day).map(printedIn);
	const [first] = heads;
	return first && heads.every((published) => published?.certain === false)
		? publicationWords(first)
		: longDay(day);
}

/** What tells the day: nothing but the words themselves, where these say when it was. */
function printedIn(happening: Happening): Published | null {
	if (happening.what === 'article') return happening.article.published;
	return happening.row.quotation.said === null ? happening.row.article.published : null;
}

function happened(happening: Happening): Line {
	if (happening.what === 'quotation') return quotationBrief(happening.row);
	return [
		piece(sourceWords(happening.article), 'quiet'),
		piece(own(': '), 'quiet'),
		piece(headlineWords(happening.article)),
	];
}

function sources({ story, articles }: StoryPage, columns: number, fresh: ReadonlySet<Id>): Part {
	const copies = new Set(story.nearDuplicates.flatMap((group) => group.slice(1)));
	const items = articles.map((article) => ({
		lines: [
			...setText(headlineWords(article), columns, 'plain', 2),
			...wrapDotted(
				dotted([
					piece(sourceWords(article), 'quiet'),
					publishedPiece(article.published),
					fresh.has(article.id) ? piece(own('new since you read'), 'mark') : null,
					copies.has(article.id) ? piece(own('nearly the same as another'), 'warning') : null,
				]),
				columns,
			),
		],
		lead: { to: 'article' as const, id: article.id, focus: [] },
	}));
	return { title: 'Sources', items, loose: true };
}
