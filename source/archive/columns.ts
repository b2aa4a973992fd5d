/**
 * The skeleton of an edition: who said what, where and when, by number and without the words. Some twenty bytes a
 * quotation, so that a million of them are looked through in a few milliseconds, whatever holds their texts.
 */
import type { Day, Export, Id } from '../types.ts';
import { folded } from './filter.ts';
import { compare, type Ordered, startOf } from './ordered.ts';

export type Numbers = Uint32Array;

/** No such thing: an actor who is not known. */
export const NONE = 0xffffffff;
/** Set at the first article of each text of a story; those of nearly the same text follow. */
export const TEXT_BEGINS = 0x80000000;

/** One to many: `to` from `first[n]` up to `first[n + 1]`. */
export interface Links {
	readonly first: Numbers;
	readonly to: Numbers;
}

export interface Columns {
	/** Oldest first, the undated last. */
	readonly days: readonly (Day | null)[];
	/** Outlets, or files where the outlet is not known, folded. */
	readonly sources: readonly string[];
	/** All that a speaker is called, folded, once for everybody who is called the same. */
	readonly speakers: readonly string[];
	readonly articleIds: readonly Id[];
	readonly articleDay: Numbers;
	readonly articleSource: Numbers;
	readonly quotationArticle: Numbers;
	readonly quotationActor: Numbers;
	readonly quotationDay: Numbers;
	readonly quotationSpeaker: Numbers;
	/** In the order of the text. */
	readonly articleQuotations: Links;
	readonly quotationVariants: Links;
	readonly storyDays: Links;
	readonly storyArticles: Links;
	/** Articles with `TEXT_BEGINS`. */
	readonly storyTexts: Links;
	readonly storyQuotations: Links;
	readonly storyActors: Links;
	/** Who is quoted most, most quoted first, at most `MOST_VOICES`. */
	readonly storyVoices: Links;
	/** Articles that name an actor. */
	readonly actorArticles: Links;
}

/** Voices that the row of a story names. */
const MOST_VOICES = 4;

/** Between what must not be taken for one stretch of words. */
const APART = ' \n ';

export function columnsOf(data: Export, lists: Ordered, textsOf: TextsOf): Columns {
	const { days, stories, quotations, articles, actors, dayOf } = lists;
	const article = numbering(articles);
	const quotation = numbering(quotations);
	const actor = numbering(actors);
	const day = new Map(days.map((one, number) => [one, number]));
	const dayNumber = (one: Day | null) => day.get(one) ?? day.get(null) ?? NONE;
	const sources = table();
	const speakers = table();
	const named = new Map(
		actors.map(({ id, name, aliases }) => [id, [name, ...aliases.map(({ text }) => text)]]),
	);
	const storyDays = new Map<Id, number[]>(stories.map(({ id }) => [id, []]));
	for (const entry of data.days) for (const id of entry.stories) storyDays.get(id)?.push(day.get(entry.day)!);
	const starts = quotations.map(startOf);
	const inArticle: number[][] = articles.map(() => []);
	for (const [number, one] of quotations.entries()) inArticle[article(one.article)]?.push(number);
	for (const list of inArticle) list.sort((a, b) => starts[a]! - starts[b]!);
	const by = Uint32Array.from(quotations, ({ speaker }) => actor(speaker.actor));
	const said = stories.map((story) => story.quotations.map(quotation).filter((one) => one !== NONE));
	return {
		days,
		sources: sources.kept,
		speakers: speakers.kept,
		articleIds: articles.map(({ id }) => id),
		articleDay: Uint32Array.from(articles, ({ published }) => dayNumber(published?.day ?? null)),
		articleSource: Uint32Array.from(articles, ({ outlet, file }) => sources.put(outlet ?? file, folded)),
		quotationArticle: Uint32Array.from(quotations, (one) => article(one.article)),
		quotationActor: by,
		quotationDay: Uint32Array.from(quotations, (one) => dayNumber(dayOf(one))),
		quotationSpeaker: Uint32Array.from(quotations, ({ speaker }) => {
			const mention = speaker.mention?.text ?? '';
			return speakers.put(`${speaker.actor} ${mention}`, () =>
				joined([...(named.get(speaker.actor ?? '') ?? []), mention]),
			);
		}),
		articleQuotations: links(inArticle),
		quotationVariants: links(quotations.map(({ variants }) => variants.map(quotation))),
		storyDays: links(stories.map(({ id }) => storyDays.get(id)!)),
		storyArticles: links(stories.map((story) => story.articles.map(article))),
		storyTexts: links(
			stories.map((story) =>
				textsOf(story).flatMap((copies) =>
					copies.map((id, nth) => (article(id) | (nth === 0 ? TEXT_BEGINS : 0)) >>> 0),
				),
			),
		),
		storyQuotations: links(said),
		storyActors: links(stories.map((story) => story.actors.map(actor))),
		storyVoices: links(
			said.map((ones) =>
				counted(ones.map((one) => by[one]!))
					.sort((a, b) => b.count - a.count || compare(actors[a.number]!.name, actors[b.number]!.name))
					.slice(0, MOST_VOICES)
					.map(({ number }) => number),
			),
		),
		actorArticles: links(actors.map((one) => one.articles.map(article))),
	};
}

type TextsOf = (story: Export['stories'][number]) => readonly (readonly Id[])[];

/** Folded, each once, apart from one another. */
export function joined(parts: Iterable<string | null | undefined>): string {
	return [...new Set(parts)].flatMap((part) => (part ? [folded(part)] : [])).join(APART);
}

/** How often each number stands there; `NONE` does not count. */
export function counted(numbers: Iterable<number>): { readonly number: number; readonly count: number }[] {
	const counts = new Map<number, number>();
	for (const number of numbers) if (number !== NONE) counts.set(number, (counts.get(number) ?? 0) + 1);
	return Array.from(counts, ([number, count]) => ({ number, count }));
}

/** The numbers that `number` leads to. */
export function linked({ first, to }: Links, number: number): Numbers {
	return to.subarray(first[number]!, first[number + 1]!);
}

export const sizeOf = ({ first }: Links): number => first.length - 1;

function numbering(items: readonly { readonly id: Id }[]): (id: Id | null) => number {
	const numbers = new Map<Id | null, number>(items.map(({ id }, number) => [id, number]));
	return (id) => numbers.get(id) ?? NONE;
}

/** What leads to nothing that is there is left out. */
function links(lists: readonly (readonly number[])[]): Links {
	const first = new Uint32Array(lists.length + 1);
	const to: number[] = [];
	for (const [number, list] of lists.entries()) {
		for (const one of list) if ((one | TEXT_BEGINS) >>> 0 !== NONE) to.push(one);
		first[number + 1] = to.length;
	}
	return { first, to: Uint32Array.from(to) };
}

/** Strings by number, each once. */
function table() {
	const kept: string[] = [];
	const numbers = new Map<string, number>();
	const keys = new Map<string, number>();
	return {
		kept,
		put(key: string, make: (key: string) => string): number {
			const known = keys.get(key);
			if (known !== undefined) return known;
			const value = make(key);
			let number = numbers.get(value);
			if (number === undefined) numbers.set(value, (number = kept.push(value) - 1));
			keys.set(key, number);
			return number;
		},
	};
}
