/**
 * Puts the articles of an archive beside one another, a window of time after the other, and makes one edition of what the
 * windows came to. What has come out before of the same articles is not worked out again, and no more of the texts is in
 * memory than a window holds.
 */

import { type Database, wholly } from '../archive/sqlite/driver.ts';
import { finishedIn, keepPart, keptPart } from '../archive/sqlite/parts.ts';
import {
	keepStory,
	readingOf,
	type Shelved,
	shelvedReadings,
	toldStory,
} from '../archive/sqlite/readings.ts';
import type { Whole } from '../archive/sqlite/write.ts';
import { withOwnIds } from '../digest/compared.ts';
import type { Corrections } from '../digest/corrections.ts';
import { editionFrom } from '../digest/digest.ts';
import { assembled, type Gathering, type Part, partOf } from '../digest/parts.ts';
import { storyOf } from '../digest/story.ts';
import { windowsOf } from '../digest/windows.ts';
import { sumOfText } from '../kept/sums.ts';
import type { Article, Export, Id, Problem, Quotation, Reading, Story } from '../types.ts';
import { countWords } from '../wording.ts';

/** A part as it is kept: its articles without their texts, and a sum of what was left out of each. */
interface Frame extends Part {
	readonly marks: readonly string[];
}

/** What is left out of an article in its frame, and in what it told on its own. */
type Finished = Pick<Article, 'mentions' | 'times'>;

export interface Edition {
	/** Its articles without their texts. */
	readonly data: Export;
	/** The same with their texts, each by what it is made of. */
	readonly whole: Whole;
	/** What parts and stories are kept under. */
	readonly parts: ReadonlySet<string>;
	readonly stories: ReadonlySet<string>;
}

/** `sums`: of the articles that are there. `tell` hears how far it has come. `capacity`: of a window. */
export function editionOf(
	database: Database,
	sums: readonly string[],
	corrections: Corrections,
	problems: readonly Problem[],
	tell: (words: string) => void,
	capacity?: number,
): Edition {
	const known = shelvedReadings(database);
	const shelved = withOwnIds(sums.flatMap((sum) => known.get(sum) ?? []));
	const windows = windowsOf(
		shelved.map(({ day }) => day),
		capacity,
	);
	const names: string[] = [];
	const frames: Frame[] = [];
	for (const { core, beside } of windows) {
		const own = new Set(core.map((at) => shelved[at]!.id));
		const seen = [...core, ...beside].map((at) => shelved[at]!);
		const made = seen.map(({ sum, id }) => [sum, id]);
		const name = sumOfText(JSON.stringify([made, core.length, corrections]));
		names.push(name);
		const kept = keptFrame(database, name);
		if (!kept)
			tell(`comparing ${countWords(shelved.length, 'article')}${parts(frames.length, windows.length)}`);
		frames.push(kept ?? madeFrame(database, name, seen, own, corrections));
	}
	const { quotations, actors, meant, stories, problems: met } = assembled(frames, corrections);
	const whole = wholeFrom(database, shelved, frames, names, meant);
	const articles = shelved.map(({ id }) => whole.headOf(id));
	const told = new Set<string>();
	const quotationsIn = byArticle(quotations);
	const tellStory = ({ articles: ids, nearDuplicates }: Gathering, nth: number): Story => {
		const said = ids.flatMap((id) => quotationsIn.get(id) ?? []);
		const name = sumOfText(JSON.stringify([ids.map(whole.stampOf), nearDuplicates, said]));
		told.add(name);
		const known = toldStory(database, name);
		if (known) return known;
		if (nth % 50 === 0) tell(`telling ${nth} of ${countWords(stories.length, 'story')}`);
		const story = storyOf(ids.map(whole.articleOf), nearDuplicates, said);
		keepStory(database, name, story);
		return story;
	};
	const data = editionFrom({
		articles,
		actors,
		quotations,
		stories: stories.map(tellStory),
		problems: [...problems, ...met],
	});
	return { data, whole, parts: new Set(names), stories: told };
}

const parts = (done: number, all: number) => (all === 1 ? '' : `, part ${done + 1} of ${all}`);

function keptFrame(database: Database, name: string): Frame | null {
	const kept = keptPart(database, name);
	return kept === null ? null : (JSON.parse(kept) as Frame);
}

function madeFrame(
	database: Database,
	name: string,
	seen: readonly Shelved[],
	core: ReadonlySet<Id>,
	corrections: Corrections,
): Frame {
	const readings = seen.flatMap(({ sum, id }): Reading[] => {
		const reading = readingOf(database, sum);
		return reading === null ? [] : [{ ...reading, article: { ...reading.article, id } }];
	});
	const part = partOf(readings, core, corrections);
	const finished = part.articles.map(({ id, mentions, times }): [Id, string] => [
		id,
		JSON.stringify({ mentions, times } satisfies Finished),
	]);
	const frame: Frame = {
		...part,
		articles: part.articles.map(withoutText),
		marks: finished.map(([, rest]) => sumOfText(rest)),
	};
	wholly(database, () => keepPart(database, name, JSON.stringify(frame), finished));
	return frame;
}

/** An article of which nothing is said but what it is. */
function withoutText(article: Article): Article {
	return { ...article, text: '', paragraphs: [], sentences: [], mentions: [], times: [], removed: [] };
}

function wholeFrom(
	database: Database,
	shelved: readonly Shelved[],
	frames: readonly Frame[],
	names: readonly string[],
	meant: readonly ReadonlyMap<Id, Id>[],
): Whole & { readonly headOf: (id: Id) => Article } {
	const sums = new Map(shelved.map(({ sum, id }) => [id, sum]));
	const places = new Map(
		frames.flatMap(({ articles }, part) => articles.map(({ id }, at) => [id, { part, at }] as const)),
	);
	const headOf = (id: Id) => {
		const { part, at } = places.get(id)!;
		return frames[part]!.articles[at]!;
	};
	return {
		headOf,
		stampOf(id) {
			const { part, at } = places.get(id)!;
			const { marks, namedIn, articles } = frames[part]!;
			const named = namedIn[at]!.map((one) => meant[part]!.get(one));
			return JSON.stringify([sums.get(id), marks[at], named, articles[at]]);
		},
		articleOf(id) {
			const { part } = places.get(id)!;
			const { article } = readingOf(database, sums.get(id)!)!;
			const rest = finishedIn(database, names[part]!, id);
			if (rest === null) throw new Error(`database disk image is malformed: no article ${id}`);
			const { mentions, times } = JSON.parse(rest) as Finished;
			const { text, paragraphs, sentences, removed } = article;
			const by = (actor: Id | null) => (actor === null ? null : meant[part]!.get(actor)!);
			return {
				...headOf(id),
				text,
				paragraphs,
				sentences,
				removed,
				times,
				mentions: mentions.map((mention) => ({ ...mention, actor: by(mention.actor) })),
			};
		},
	};
}

function byArticle(quotations: readonly Quotation[]): ReadonlyMap<Id, readonly Quotation[]> {
	const lists = new Map<Id, Quotation[]>();
	for (const one of quotations) {
		const list = lists.get(one.article);
		if (list) list.push(one);
		else lists.set(one.article, [one]);
	}
	return lists;
}
