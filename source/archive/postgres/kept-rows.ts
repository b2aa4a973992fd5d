/** What an edition is kept as: the rows of its lists, with a sum of each that tells whether it has changed. */
import { hash } from 'node:crypto';
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
import { byDay, filePlaces, shortPlaces, ties } from './places.ts';
import { kept } from './texts.ts';

/** The undated. */
export const UNDATED = '';
/** A story's page names at most so many who are quoted in it. */
const MOST_VOICES = 200;

/** No text has more characters. */
const LONGEST_TEXT = 2 ** 29;

/** Where a quotation is the first of its utterance, as bits. */
export const LEADS = { everywhere: 1, onDay: 2, ofActor: 4, ofActorOnDay: 8 } as const;

/** What the row of a story, and its page, are made of beside itself. */
export interface StoryTold {
	readonly row: Omit<StoryRow, 'voices' | 'texts'>;
	readonly few: readonly Id[];
	readonly voices: readonly (readonly [id: Id, quotations: number])[];
}

export interface KeptRow {
	readonly id: Id;
	readonly sum: number;
	/** What the row holds beside. */
	readonly values: readonly Value[];
}
export interface KeptStory extends KeptRow {
	readonly days: readonly string[];
}
/** Where a row stands: its day, and bytes in hexadecimal. */
interface Placed {
	readonly day: string;
	readonly place: string;
}
export interface KeptArticle extends KeptRow, Placed {
	/** Those whom it names. */
	readonly actors: readonly Id[];
}
export interface KeptQuotation extends KeptRow, Placed {
	readonly entry: Entry;
	readonly actor: Id | null;
	readonly leads: number;
}

/** A list whose rows are made one by one, by their numbers in it. */
export interface KeptList<One> {
	readonly size: number;
	readonly idOf: (number: number) => Id;
	/** What the row would have; it costs no more than the row. */
	readonly sumOf: (number: number) => number;
	readonly row: (number: number) => One;
}
/** One that is parted by days, each with the numbers there. */
export interface PartedList<One> extends KeptList<One> {
	readonly byDay: ReadonlyMap<string, readonly number[]>;
	/** In `KeptRows.sources`. */
	readonly sourceOf: (number: number) => number;
}

export interface KeptRows {
	readonly article: PartedList<KeptArticle>;
	readonly quotation: PartedList<KeptQuotation> & {
		/** In `KeptRows.speakers`. */
		readonly speakerOf: (number: number) => number;
	};
	/** In their order; their rows hold what follows `rank`. */
	readonly story: KeptList<KeptStory>;
	readonly actor: KeptList<KeptRow>;
	readonly sources: readonly string[];
	readonly speakers: readonly string[];
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
	const files = new Map(lists.articles.map(({ file }, number) => [file, number]));
	const fileOf = (quotation: number) => lists.articles[columns.quotationArticle[quotation]!]!.file;
	const quotationTies = ties(
		quotationsByDay,
		(number) => files.get(fileOf(number))! * LONGEST_TEXT + startOf(lists.quotations[number]!),
	);
	const saidIn = sayings(data);
	const spellings = spellingsById(data.actors);
	const speakers = new Map<string, readonly string[]>();
	const { leads, utterances } = variedIn(columns, lists.quotations.length);
	const actorsIn = turned(columns.actorArticles, lists.articles.length);
	const actorIds = (numbers: Iterable<number>) => Array.from(numbers, (one) => kept(lists.actors[one]!.id));
	const placeOf = filePlaces(lists.articles.map(({ file }) => file));
	const namePlaceOf = shortPlaces(lists.actors.map(({ name }) => name));
	const idPlaceOf = shortPlaces(lists.actors.map(({ id }) => id));

	function utteranceOf(number: number): Id | null {
		const first = utterances.get(number);
		return first === undefined ? null : kept(lists.quotations[first]!.id);
	}

	function toldArticle(number: number) {
		const one = lists.articles[number]!;
		const { text, paragraphs, sentences, mentions, times, removed, ...head } = one;
		const rest = JSON.stringify({ text, paragraphs, sentences, mentions, times, removed });
		const actors = actorIds(actorsIn[number]!);
		const said = withDays(linked(columns.articleQuotations, number), lists.quotations, quotationDay);
		const place = placeOf(number, articleTies[number]!);
		const sum = sumOf([rest, JSON.stringify([head, actors, said]), place]);
		return { one, rest, actors, said, place, sum };
	}

	function article(number: number): KeptArticle {
		const { one, rest, actors, said, place, sum } = toldArticle(number);
		const values: Value[] = [
			JSON.stringify(listedOf(one)),
			rest,
			kept(toldOfArticle(one)),
			kept(toldOfHeadline(one)),
			actors,
			...said,
		];
		return { id: kept(one.id), day: articleDay(number), place, sum, values, actors };
	}

	function toldQuotation(number: number) {
		const one = lists.quotations[number]!;
		const inArticle = columns.quotationArticle[number]!;
		const doc = JSON.stringify(one);
		const said = saidIn(one);
		const names = said.names.length === 0 ? null : JSON.stringify(said.names);
		const others = linked(columns.quotationVariants, number);
		const variants =
			others.length === 0 ? null : JSON.stringify(withDays(others, lists.quotations, quotationDay));
		const speaker = speakerOf(one, spellings, speakers);
		const entry: Entry = { text: one.text, speaker, names: namesOf(said) };
		const { file, outlet } = lists.articles[inArticle]!;
		const place = placeOf(inArticle, startOf(one), quotationTies[number]!);
		const where = `${articleDay(inArticle)}\n${outlet}\n${file}\n${utteranceOf(number)}\n${leads[number]}\n${place}`;
		const sum = summed(`${doc}\n${names}\n${variants}\n${speaker.join('\n')}\n${where}`);
		return { one, inArticle, doc, names, variants, entry, place, sum };
	}

	function quotation(number: number): KeptQuotation {
		const { one, inArticle, doc, names, variants, entry, place, sum } = toldQuotation(number);
		const by = columns.quotationActor[number]!;
		return {
			id: kept(one.id),
			day: quotationDay(number),
			place,
			sum,
			values: [
				kept(one.article),
				articleDay(inArticle),
				doc,
				names,
				variants,
				kept(toldOfQuotation(one)),
				utteranceOf(number),
			],
			entry,
			actor: by === NONE ? null : kept(lists.actors[by]!.id),
			leads: leads[number]!,
		};
	}

	function story(number: number): KeptStory {
		const one = lists.stories[number]!;
		const { voices, texts, ...told } = storyRow(shelf, number);
		const head: StoryTold = {
			row: told,
			few: voices.map(({ id }) => id),
			voices: voicesOf(columns, lists, number),
		};
		const days = Array.from(linked(columns.storyDays, number), dayAt);
		const values: Value[] = [
			JSON.stringify(head),
			JSON.stringify(one),
			kept(toldOfHeadline(one)),
			JSON.stringify(texts),
			days,
			actorIds(linked(columns.storyActors, number)),
			...withDays(linked(columns.storyArticles, number), lists.articles, articleDay),
			...withDays(linked(columns.storyQuotations, number), lists.quotations, quotationDay),
		];
		return { id: kept(one.id), sum: sumOf(values), values, days };
	}

	const saidBy = new Map<Id | null, number>();
	for (const { speaker } of data.quotations) saidBy.set(speaker.actor, (saidBy.get(speaker.actor) ?? 0) + 1);
	const quotationsBy = new Uint32Array(lists.actors.length);
	for (const by of columns.quotationActor) if (by !== NONE) quotationsBy[by]!++;

	function actor(number: number): KeptRow {
		const actor = lists.actors[number]!;
		const values: Value[] = [
			`\\x${namePlaceOf(actor.name)}${idPlaceOf(actor.id)}`,
			JSON.stringify(nameOf(actor)),
			saidBy.get(actor.id) ?? 0,
			actor.articles.length,
			quotationsBy[number]!,
			linked(columns.actorArticles, number).length,
		];
		return { id: kept(actor.id), sum: sumOf(values), values };
	}

	const idsOf = (items: readonly { readonly id: Id }[]) => ({
		size: items.length,
		idOf: (number: number) => kept(items[number]!.id),
	});
	return {
		article: {
			...idsOf(lists.articles),
			sumOf: (number) => toldArticle(number).sum,
			row: article,
			byDay: articlesByDay,
			sourceOf: (number) => columns.articleSource[number]!,
		},
		quotation: {
			...idsOf(lists.quotations),
			sumOf: (number) => toldQuotation(number).sum,
			row: quotation,
			byDay: quotationsByDay,
			sourceOf: (number) => columns.articleSource[columns.quotationArticle[number]!]!,
			speakerOf: (number) => columns.quotationSpeaker[number]!,
		},
		story: { ...idsOf(lists.stories), sumOf: (number) => story(number).sum, row: story },
		actor: { ...idsOf(lists.actors), sumOf: (number) => actor(number).sum, row: actor },
		sources: columns.sources,
		speakers: columns.speakers,
	};
}

/** Of some items their ids, and their days. */
function withDays(
	numbers: Numbers,
	items: readonly (Article | Quotation | Story | Actor)[],
	dayOf: (number: number) => string,
): [ids: string[], days: string[]] {
	return [Array.from(numbers, (one) => kept(items[one]!.id)), Array.from(numbers, dayOf)];
}

/** Tells one row from another. */
function sumOf(values: readonly (Value | undefined)[]): number {
	return summed(values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value)).join('\n'));
}

/**
 * A sum of 52 bits. Not a checksum: what changes alike in two rows moves theirs alike, so that the sum of both is often
 * what it was.
 */
const summed = (text: string): number => Number.parseInt(hash('sha1', text).slice(0, 13), 16);

const namesOf = ({ names }: Said): readonly string[] =>
	names.length === 0 ? [] : [...new Set(names.flatMap((name) => name.spellings))];

function speakerOf(
	{ speaker: { actor, mention } }: Quotation,
	spellings: ReadonlyMap<Id, readonly string[]>,
	speakers: Map<string, readonly string[]>,
): readonly string[] {
	const key = `${actor} ${mention?.text}`;
	let speaker = speakers.get(key);
	if (!speaker) {
		speaker = [...(mention ? [mention.text] : []), ...(actor === null ? [] : (spellings.get(actor) ?? []))];
		speakers.set(key, speaker);
	}
	return speaker;
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
