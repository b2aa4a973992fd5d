/** The order in which many articles become one edition. */
import { identify } from '../identity.ts';
import type { Article, Export, Problem, Quotation, Reading, SpanText, Story } from '../types.ts';
import { linkActors } from './actors.ts';
import { daysOf } from './calendar.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';
import { copiesAmong } from './duplicates.ts';
import { eventsAmong } from './stories.ts';
import { likeness, vectorsOf } from './vectors.ts';

/**
 * Compares articles with each other and hands back everything in the public contract. Pure: the same readings in any
 * order give the same result, byte for byte.
 */
export function digest(
	readings: readonly Reading[],
	problems: readonly Problem[],
	corrections: Corrections = NO_CORRECTIONS,
): Export {
	const read = inOrder(readings);
	const articles = read.map(({ article }) => article);
	const copies = copiesAmong(articles);
	const space = vectorsOf(articles);
	const kinship = (a: number, b: number) => likeness(space.vectors[a]!, space.vectors[b]!);
	const { actors, actorOf } = linkActors(read, kinship, corrections);
	const first = new Map(copies.flatMap(([lead, ...rest]) => rest.map((index) => [index, lead!])));
	const finished = read.map(({ article, entities }, at): Article => {
		const actorAt = new Map(
			entities.flatMap(({ mentions }, index) => mentions.map((mention) => [mention, actorOf[at]![index]!])),
		);
		return {
			...article,
			mentions: article.mentions.map((mention, index) => ({ ...mention, actor: actorAt.get(index) ?? null })),
			nearDuplicateOf: articles[first.get(at) ?? -1]?.id ?? null,
		};
	});
	const quotations = read.flatMap((reading, at) => quotationsOf(reading, actorOf[at]!));
	const stories = eventsAmong(articles, space).map((group) => storyOf(group, finished, copies, quotations));
	return {
		schema: 'quotidian/1',
		articles: finished,
		actors: actors.map((actor) => ({
			...actor,
			quotations: quotations.filter(({ speaker }) => speaker.actor === actor.id).map(({ id }) => id),
		})),
		quotations,
		stories,
		days: daysOf(finished, quotations, stories),
		problems: [...problems, ...read.flatMap((reading) => reading.problems)],
	};
}

function inOrder(readings: readonly Reading[]): Reading[] {
	const key = ({ article }: Reading) => `${article.file}\u0000${article.id}`;
	const sorted = [...readings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
	const met = new Set<string>();
	return sorted.map((reading) => {
		const { id, file } = reading.article;
		const own = met.has(id) ? identify('a', id, file) : id;
		met.add(own);
		return own === id ? reading : { ...reading, article: { ...reading.article, id: own } };
	});
}

function quotationsOf({ article, quotations }: Reading, actors: readonly string[]): Quotation[] {
	const words = (span: { start: number; end: number } | null): SpanText | null =>
		span && { start: span.start, end: span.end, text: article.text.slice(span.start, span.end) };
	return quotations.map(({ kind, spans, speaker, cue, rule, time }) => {
		const said = time === null ? '' : (article.times[time]?.value ?? '');
		return {
			id: identify('q', article.id, ...spans.map(({ start, end }) => `${start}-${end}`)),
			article: article.id,
			kind,
			spans,
			text: spans.map(({ start, end }) => article.text.slice(start, end)).join(' '),
			speaker: {
				mention: words(speaker.mention),
				actor: speaker.entity === null ? null : (actors[speaker.entity] ?? null),
				certain: speaker.certain,
			},
			cue: words(cue),
			rule,
			said: /^\d{4}-\d\d-\d\d/.exec(said)?.[0] ?? null,
			variants: [],
		};
	});
}

function storyOf(
	group: readonly number[],
	articles: readonly Article[],
	copies: readonly (readonly number[])[],
	quotations: readonly Quotation[],
): Story {
	const own = group.map((index) => articles[index]!);
	const ids = new Set(own.map(({ id }) => id));
	const days = own.flatMap(({ published }) => (published ? [published.day] : [])).sort();
	const lead = own[0]!;
	const sentences = lead.sentences.filter(({ start }) =>
		lead.paragraphs.some(
			(paragraph) => paragraph.start <= start && start < paragraph.end && /lede|body/.test(paragraph.kind),
		),
	);
	return {
		id: identify('s', lead.id),
		headline: lead.headline ?? lead.file,
		firstDay: days[0] ?? null,
		lastDay: days.at(-1) ?? null,
		articles: own.map(({ id }) => id),
		nearDuplicates: copies
			.map((copy) => copy.map((index) => articles[index]!.id).filter((id) => ids.has(id)))
			.filter((copy) => copy.length > 1),
		actors: [...new Set(own.flatMap(({ mentions }) => mentions.flatMap(({ actor }) => actor ?? [])))],
		quotations: quotations.filter(({ article }) => ids.has(article)).map(({ id }) => id),
		points: sentences.slice(0, 5).map(({ start, end }) => ({
			text: lead.text.slice(start, end),
			from: [{ article: lead.id, start, end }],
			outlets: 1,
		})),
		disputes: [],
	};
}
