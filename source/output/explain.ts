/** Every finding of one article with the rule that made it and where it stands: how to see why a digest says what it says. */
import { type Safe, safeLine } from '../safe.ts';
import type {
	Article,
	Export,
	Id,
	Join,
	Published,
	Quotation,
	RemovedReason,
	Span,
	Standing,
	Time,
} from '../types.ts';
import {
	countWords,
	cutHeadline,
	dayFromWords,
	headlineNote,
	joinWords,
	kindWords,
	plainDay,
	problemWords,
	publicationWords,
	quotedWords,
	reasonWords,
	roleWords,
	sourceWords,
	standingWords,
} from '../wording.ts';
import { type Lookup, lookupIn } from './lookup.ts';
import { hang, problemLines } from './plain.ts';

/** One article of an export, explained; offsets count UTF-16 units of the article's text. */
export function explainArticle(
	data: Export,
	article: Article,
	joins: readonly Join[],
	columns: number,
	standing: Standing | null = null,
): string {
	const lookup = lookupIn(data);
	const width = Math.max(40, Math.min(columns, 120));
	const problems = data.problems.filter(({ file }) => file === article.file).map(problemWords);
	const sections: readonly (readonly [string, readonly string[]])[] = [
		['', heads(article, lookup)],
		['Left out of the reading', leftOut(article)],
		['Read', article.paragraphs.map((span) => at(article, span, span.kind))],
		['Names', names(article, data, joins)],
		['Times, as TIMEX3', article.times.map((span) => at(article, span, timeWords(span)))],
		[
			'Quotations',
			data.quotations.filter((one) => one.article === article.id).flatMap((one) => quotation(one, lookup)),
		],
		['In the digest', stories(article, data, standing, lookup)],
	];
	const lines = sections.flatMap(([title, entries], number) => [
		...(number === 0 ? [] : ['', title === '' ? '' : `${title} (${countOf(entries)})`]),
		...(entries.length === 0 ? ['  none'] : entries.flatMap((entry) => laidOut(entry, width))),
	]);
	return `${[...lines, ...problemLines(problems, width)].join('\n')}\n`;
}

/** "2025-03 (END)", "about 2025-03-11". */
function timeWords({ value, mod, certain }: Time): Safe {
	const told = safeLine(value);
	if (told === '') return 'not told which' as Safe;
	return `${certain ? '' : 'about '}${told}${mod === null ? '' : ` (${mod})`}` as Safe;
}

/** Each stretch with its reason, and last how often each reason was given. */
function leftOut(article: Article): string[] {
	const counts = new Map<string, number>();
	for (const { reason } of article.removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	const sums = [...counts]
		.sort((a, b) => b[1] - a[1])
		.map(([reason, count]) => `${reasonWords(reason as RemovedReason)} ×${count}`);
	return [
		...article.removed.map((span) => at(article, span, reasonWords(span.reason))),
		...(sums.length > 1 ? [`${DEEPER}in all: ${sums.join(', ')}`] : []),
	];
}

/** Lines that begin a finding; those that go on with one are indented deeper. */
function countOf(entries: readonly string[]): number {
	return entries.filter((entry) => !entry.startsWith(DEEPER)).length;
}

const DEEPER = '    ';

function laidOut(entry: string, width: number): string[] {
	const mark = entry.startsWith(DEEPER) ? '      ' : '  ';
	return hang(entry, mark, `${mark}  `, width);
}

function heads(article: Article, lookup: Lookup): string[] {
	const { headline, outlet, byline, place, url, published, nearDuplicateOf } = article;
	const original = lookup.articles.get(nearDuplicateOf ?? '');
	return [
		`${safeLine(article.file)} (${article.id}, ${article.format}, ${countWords(article.text.length, 'UTF-16 unit')} of text, by which places are told)`,
		`headline: ${headline === null ? 'none' : `“${cutHeadline(headline)}”, ${headlineNote(article) ?? headlineFrom(article)}`}`,
		`outlet: ${told(outlet)}`,
		`byline: ${told(byline)}`,
		`place: ${told(place)}`,
		`address: ${told(url)}`,
		publication(article, published, lookup),
		`copy: ${original ? `nearly the same text as ${sourceWords(original)} (${original.id})` : 'of no other article'}`,
	];
}

function told(value: string | null): string {
	return value === null ? 'not told' : safeLine(value);
}

function headlineFrom({ headlineFrom: from }: Article): string {
	return from === 'metadata' ? "from the article's own data" : 'as printed';
}

function publication(article: Article, published: Published | null, lookup: Lookup): string {
	const bounds = [article.bounds?.after ?? null, article.bounds?.before ?? null].filter(
		(bound) => bound !== null,
	);
	if (!published)
		return [
			`published: ${publicationWords(null, article.bounds)}`,
			dayFromWords(null),
			...bounds.map((bound) => `evidence ${stretch(article.text, bound)}`),
		].join(', ');
	const linked = lookup.articles.get(published.linkedArticle ?? '');
	return [
		`published: ${publicationWords(published)}`,
		dayFromWords(published),
		...(published.evidence ? [`evidence ${stretch(article.text, published.evidence)}`] : []),
		...(linked ? [`year from ${sourceWords(linked)} (${linked.id})`] : []),
	].join(', ');
}

/** "120–134 “the words”". */
function stretch(text: string, span: Span): string {
	return `${span.start}–${span.end} “${shortened(safeLine(text.slice(span.start, span.end)))}”`;
}

function at(article: Article, span: Span, what: string): string {
	return `${span.start}–${span.end} ${what}: “${shortened(safeLine(article.text.slice(span.start, span.end)))}”`;
}

/** Long stretches by their two ends: both matter where a cut was made. */
function shortened(text: string): string {
	return text.length <= 120 ? text : `${text.slice(0, 70).trimEnd()} … ${text.slice(-40).trimStart()}`;
}

/** The actors named in the article, each with its places in the text, its titles here, and what else it is called. */
function names(article: Article, data: Export, joins: readonly Join[]): string[] {
	const here = joins.filter((join) => join.article === article.id);
	const met = new Map<Id, number>();
	for (const { actor } of joins) met.set(actor, (met.get(actor) ?? 0) + 1);
	const known = data.actors.filter(({ id }) => article.mentions.some(({ actor }) => actor === id));
	const lines = known.flatMap((actor) => {
		const mentions = article.mentions.filter((mention) => mention.actor === actor.id);
		const ways = here.filter((join) => join.actor === actor.id);
		// Where nothing else has the name there was nothing to decide.
		const alone = met.get(actor.id) === 1;
		const roles = actor.roles.filter((role) => role.article === article.id);
		return [
			`${safeLine(actor.name)} (${kindWords(actor.kind)}, ${actor.id})`,
			`${DEEPER}here: ${mentions.map((mention) => stretch(article.text, mention)).join(', ')}`,
			...(roles.length > 0 ? [`${DEEPER}as: ${[...new Set(roles.map(roleWords))].join(', ')}`] : []),
			...(ways.length > 0 && !alone ? [`${DEEPER}because: ${ways.map(joinWords).join(', ')}`] : []),
			`${DEEPER}everywhere: ${actor.aliases.map(({ text, count }) => `${safeLine(text)} ×${count}`).join(', ')}`,
		];
	});
	const unknown = article.mentions.filter(({ actor }) => !known.some(({ id }) => id === actor));
	return [
		...lines,
		...unknown.map((mention) => at(article, mention, `${kindWords(mention.kind)}, no actor`)),
	];
}

function quotation(one: Quotation, lookup: Lookup): string[] {
	const { mention, actor, certain } = one.speaker;
	const name = lookup.actors.get(actor ?? '');
	const variants = one.variants.map((id) => {
		const variant = lookup.quotations.get(id);
		const article = variant && lookup.articles.get(variant.article);
		return article ? `${id} in ${sourceWords(article)}` : id;
	});
	return [
		`${one.spans.map(({ start, end }) => `${start}–${end}`).join(' + ')} ${one.kind} (${one.id}): ${quotedWords(one)}`,
		`${DEEPER}rule: ${safeLine(one.rule)}`,
		`${DEEPER}speaker: ${
			mention || name
				? [
						...(mention ? [`${mention.start}–${mention.end} “${safeLine(mention.text)}”`] : []),
						...(name ? [`${safeLine(name.name)} (${name.id})`] : ['no actor']),
						certain ? 'certain' : 'not certain',
					].join(', ')
				: 'unknown'
		}`,
		`${DEEPER}cue: ${one.cue ? `${one.cue.start}–${one.cue.end} “${safeLine(one.cue.text)}”` : 'none'}`,
		`${DEEPER}said: ${one.said === null ? 'the text does not tell the day' : plainDay(one.said)}`,
		...(variants.length > 0 ? [`${DEEPER}variants: ${variants.join(', ')}`] : []),
	];
}

function stories(article: Article, data: Export, standing: Standing | null, lookup: Lookup): string[] {
	return data.stories
		.filter((story) => story.articles.includes(article.id))
		.flatMap((story) => [
			`story ${story.id}: ${cutHeadline(story.headline)}`,
			`${DEEPER}articles: ${listed(story.articles, lookup)}`,
			...(standing ? [`${DEEPER}because: ${because(standing, lookup)}`] : []),
			...story.points.flatMap(({ text, from, outlets }) => {
				const here = from.find((span) => span.article === article.id);
				const others = from.filter((span) => span.article !== article.id).map((span) => span.article);
				if (!here) return [];
				const also = others.length > 0 ? `, also in ${listed(others, lookup)}, outlets: ${outlets}` : '';
				return [`${DEEPER}point at ${here.start}–${here.end}${also}: ${shortened(safeLine(text))}`];
			}),
			...story.disputes
				.filter(({ claims }) => claims.some(({ from }) => from.article === article.id))
				.map(
					({ about, claims }) =>
						`${DEEPER}differs on ${safeLine(about)}: ${claims
							.map(({ value, from }) => `“${safeLine(value)}” in ${listed([from.article], lookup)}`)
							.join(' against ')}`,
				),
		]);
}

function because(standing: Standing, lookup: Lookup): string {
	const nearest = lookup.articles.get(standing.nearest ?? '');
	return standingWords(standing, nearest ? sourceWords(nearest) : null);
}

function listed(ids: readonly Id[], lookup: Lookup): string {
	return [...new Set(ids)]
		.map((id) => {
			const article = lookup.articles.get(id);
			return article ? sourceWords(article) : id;
		})
		.join(', ');
}
