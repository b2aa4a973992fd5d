/** What an edition is kept as: the rows of its lists, with a sum of each that tells whether it has changed. */
import { crc32 } from 'node:zlib';
import { type Said, sayings, spellingsById } from '../../search/quotations.ts';
import type { Entry } from '../../search/segment.ts';
import type { Actor, Article, Export, Id, Quotation, Story } from '../../types.ts';
import type { StoryRow } from '../archive.ts';
import { type Columns, columnsOf, counted, linked, NONE, type Numbers } from '../columns.ts';
import { itemsOf, listedOf, nameOf, toldOfArticle, toldOfHeadline, toldOfQuotation } from '../items.ts';
import { compare, type Ordered, ordered, startOf } from '../ordered.ts';
import { textsOf } from '../read.ts';
import { type Shelf, storyRow } from '../rows.ts';
import type { Value } from './driver.ts';
import { kept, orderBytes } from './texts.ts';

/** The undated. */
export const UNDATED = '';
/** A story's page names at most so many who are quoted in it. */
const MOST_VOICES = 200;

/** Where a quotation is the first of its utterance, as bits. */
export const LEADS = { everywhere: 1, onDay: 2, ofActor: 4, ofActorOnDay: 8 } as const;

/** What the row of a story, and its page, are made of beside itself. */
export interface StoryTold {
	readonly row: Omit<StoryRow, 'voices' | 'texts'>;
	readonly few: readonly Id[];
	readonly voices: readonly (readonly [id: Id, quotations: number])[];
}

export interface Kept {
	readonly id: Id;
	readonly day: string;
	readonly sum: number;
	readonly place: Buffer;
	/** What the row holds after `day`, `id`, `sum` and `place`. */
	readonly values: readonly Value[];
}
export interface KeptArticle extends Kept {
	readonly source: string;
}
export interface KeptQuotation extends Kept {
	readonly source: string;
	readonly speaker: string;
	readonly entry: Entry;
	/** The first version of what has others. */
	readonly utterance: Id | null;
}

export interface KeptRows {
	/** Days of the articles and of the quotations, each with their numbers in their list's order. */
	readonly articlesByDay: ReadonlyMap<string, readonly number[]>;
	readonly quotationsByDay: ReadonlyMap<string, readonly number[]>;
	article(number: number): KeptArticle;
	quotation(number: number): KeptQuotation;
	/** The first version of a quotation that has others. */
	utteranceOf(number: number): Id | null;
	/** In their order: id, sum, and what follows `rank`. */
	stories(): Iterable<Omit<Kept, 'day' | 'place'>>;
	actors(): Iterable<Omit<Kept, 'day'>>;
}

export function keptRows(data: Export): KeptRows {
	const lists = ordered(data);
	const columns = columnsOf(data, lists, textsOf);
	const items = itemsOf(data, lists);
	const shelf: Shelf = { columns, items };
	const dayAt = (day: number) => columns.days[day] ?? UNDATED;
	const articleDay = (number: number) => dayAt(columns.articleDay[number]!);
	const quotationDay = (number: number) => dayAt(columns.quotationDay[number]!);
	const articlesByDay = byDay(lists.articles.length, articleDay);
	const quotationsByDay = byDay(lists.quotations.length, quotationDay);
	const articleTies = ties(articlesByDay, (number) => lists.articles[number]!.file);
	const fileOf = (number: number) => lists.articles[columns.quotationArticle[number]!]!.file;
	const quotationTies = ties(
		quotationsByDay,
		(number) => `${startOf(lists.quotations[number]!)} ${fileOf(number)}`,
	);
	const saidIn = sayings(data);
	const spellings = spellingsById(data.actors);
	const speakers = new Map<string, readonly string[]>();
	const { leads, utterances } = variedIn(columns, lists.quotations.length);
	const actorsIn = turned(columns.actorArticles, lists.articles.length);
	const actorIds = (numbers: Iterable<number>) => Array.from(numbers, (one) => kept(lists.actors[one]!.id));

	function utteranceOf(number: number): Id | null {
		const first = utterances.get(number);
		return first === undefined ? null : kept(lists.quotations[first]!.id);
	}

	function article(number: number): KeptArticle {
		const one = lists.articles[number]!;
		const { text, paragraphs, sentences, mentions, times, removed } = one;
		const said = linked(columns.articleQuotations, number);
		const values: Value[] = [
			JSON.stringify(listedOf(one)),
			JSON.stringify({ text, paragraphs, sentences, mentions, times, removed }),
			kept(toldOfArticle(one)),
			kept(toldOfHeadline(one)),
			actorIds(actorsIn[number]!),
			...withDays(said, lists.quotations, quotationDay),
		];
		const source = kept(columns.sources[columns.articleSource[number]!]!);
		const place = orderBytes(one.file, articleTies[number]!);
		return row(one.id, articleDay(number), place, values, source, { source });
	}

	function quotation(number: number): KeptQuotation {
		const one = lists.quotations[number]!;
		const said = saidIn(one);
		const inArticle = columns.quotationArticle[number]!;
		const others = linked(columns.quotationVariants, number);
		const by = columns.quotationActor[number]!;
		const entry = entryOf(said, spellings, speakers);
		const utterance = utteranceOf(number);
		const values: Value[] = [
			kept(one.article),
			articleDay(inArticle),
			by === NONE ? null : kept(lists.actors[by]!.id),
			JSON.stringify(one),
			said.names.length === 0 ? null : JSON.stringify(said.names),
			others.length === 0 ? null : JSON.stringify(withDays(others, lists.quotations, quotationDay)),
			kept(toldOfQuotation(one)),
			utterance,
			leads[number]!,
		];
		const source = kept(columns.sources[columns.articleSource[inArticle]!]!);
		const speaker = kept(columns.speakers[columns.quotationSpeaker[number]!]!);
		const place = orderBytes(fileOf(number), startOf(one), quotationTies[number]!);
		const more = [source, speaker, entry.speaker.join('\n')].join('\n');
		return row(one.id, quotationDay(number), place, values, more, { source, speaker, entry, utterance });
	}

	function* stories() {
		for (const [number, story] of lists.stories.entries()) {
			const { voices, texts, ...told } = storyRow(shelf, number);
			const head: StoryTold = {
				row: told,
				few: voices.map(({ id }) => id),
				voices: voicesOf(columns, lists, number),
			};
			const days = Array.from(linked(columns.storyDays, number), dayAt);
			const values: Value[] = [
				JSON.stringify(head),
				JSON.stringify(story),
				kept(toldOfHeadline(story)),
				JSON.stringify(texts),
				days,
				actorIds(linked(columns.storyActors, number)),
				...withDays(linked(columns.storyArticles, number), lists.articles, articleDay),
				...withDays(linked(columns.storyQuotations, number), lists.quotations, quotationDay),
			];
			yield { id: kept(story.id), sum: sumOf(values, ''), values };
		}
	}

	function* actors() {
		const said = new Map<Id | null, number>();
		for (const { speaker } of data.quotations) said.set(speaker.actor, (said.get(speaker.actor) ?? 0) + 1);
		const quotations = new Uint32Array(lists.actors.length);
		for (const by of columns.quotationActor) if (by !== NONE) quotations[by]!++;
		for (const [number, actor] of lists.actors.entries()) {
			const values: Value[] = [
				JSON.stringify(nameOf(actor)),
				said.get(actor.id) ?? 0,
				actor.articles.length,
				quotations[number]!,
				linked(columns.actorArticles, number).length,
			];
			const place = Buffer.concat([orderBytes(actor.name), orderBytes(actor.id)]);
			yield { id: kept(actor.id), sum: sumOf([...values, place], ''), place, values };
		}
	}

	return { articlesByDay, quotationsByDay, article, quotation, utteranceOf, stories, actors };
}

function row<More extends object>(
	id: Id,
	day: string,
	place: Buffer,
	values: readonly Value[],
	told: string,
	more: More,
): Kept & More {
	return { id: kept(id), day, place, sum: sumOf([...values, place], told), values, ...more };
}

/** Of some items their ids, and their days. */
function withDays(
	numbers: Numbers,
	items: readonly (Article | Quotation | Story | Actor)[],
	dayOf: (number: number) => string,
): [ids: string[], days: string[]] {
	return [Array.from(numbers, (one) => kept(items[one]!.id)), Array.from(numbers, dayOf)];
}

function sumOf(values: readonly Value[], more: string): number {
	let sum = crc32(more);
	for (const value of values) {
		const text = Buffer.isBuffer(value) ? value : typeof value === 'string' ? value : JSON.stringify(value);
		sum = crc32(text, crc32(`${text.length} `, sum));
	}
	return sum;
}

function entryOf(
	{ quotation, names }: Said,
	spellings: ReadonlyMap<Id, readonly string[]>,
	speakers: Map<string, readonly string[]>,
): Entry {
	const { actor, mention } = quotation.speaker;
	const key = `${actor} ${mention?.text}`;
	let speaker = speakers.get(key);
	if (!speaker) {
		speaker = [...(mention ? [mention.text] : []), ...(actor === null ? [] : (spellings.get(actor) ?? []))];
		speakers.set(key, speaker);
	}
	return { text: quotation.text, speaker, names: [...new Set(names.flatMap((name) => name.spellings))] };
}

function byDay(count: number, dayOf: (number: number) => string): Map<string, number[]> {
	const days = new Map<string, number[]>();
	for (let number = 0; number < count; number++) {
		const day = dayOf(number);
		const list = days.get(day);
		if (list) list.push(number);
		else days.set(day, [number]);
	}
	return days;
}

/** Tells those apart that stand at the same place of a day: how many stand there before. */
function ties(
	days: ReadonlyMap<string, readonly number[]>,
	placeOf: (number: number) => string,
): Uint32Array {
	const last = [...days.values()].reduce((sum, { length }) => sum + length, 0);
	const before = new Uint32Array(last);
	for (const numbers of days.values()) {
		const met = new Map<string, number>();
		for (const number of numbers) {
			const place = placeOf(number);
			before[number] = met.get(place) ?? 0;
			met.set(place, before[number]! + 1);
		}
	}
	return before;
}

/** Where each leads its utterance, and the number of the first version for what has others. */
function variedIn(columns: Columns, count: number) {
	const { quotationVariants, quotationDay, quotationActor } = columns;
	const hidden = new Uint8Array(count);
	const utterances = new Map<number, number>();
	const firsts = new Map<number, number>();
	for (let number = 0; number < count; number++) {
		const others = linked(quotationVariants, number);
		if (others.length === 0) continue;
		const first = firsts.get(number) ?? number;
		for (const other of others) {
			if (!firsts.has(other)) firsts.set(other, first);
			const sameDay = quotationDay[other] === quotationDay[number];
			const sameActor = quotationActor[other] === quotationActor[number];
			const places =
				LEADS.everywhere |
				(sameDay ? LEADS.onDay : 0) |
				(sameActor ? LEADS.ofActor : 0) |
				(sameDay && sameActor ? LEADS.ofActorOnDay : 0);
			// What is not shown at a place hides nothing there.
			hidden[other]! |= places & ~hidden[number]!;
		}
		firsts.set(number, first);
		utterances.set(number, first);
	}
	return { leads: hidden.map((places) => 15 & ~places), utterances };
}

function turned(links: Columns['actorArticles'], count: number): number[][] {
	const owners: number[][] = Array.from({ length: count }, () => []);
	for (let owner = 0; owner + 1 < links.first.length; owner++)
		for (const one of linked(links, owner)) if (owners[one]!.at(-1) !== owner) owners[one]!.push(owner);
	return owners;
}

/** Who is quoted in a story and how often, most quoted first. */
function voicesOf(columns: Columns, lists: Ordered, story: number): [id: Id, quotations: number][] {
	const by = Array.from(linked(columns.storyQuotations, story), (one) => columns.quotationActor[one]!);
	return counted(by)
		.map(({ number, count }) => ({ actor: lists.actors[number]!, count }))
		.sort((a, b) => b.count - a.count || compare(a.actor.name, b.actor.name))
		.slice(0, MOST_VOICES)
		.map(({ actor, count }) => [actor.id, count]);
}
