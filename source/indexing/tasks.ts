/** What is done in threads: with texts as they are kept, so that the thread that asks need not take them apart. */
import type { Corrections } from '../digest/corrections.ts';
import { type Part, partOf } from '../digest/parts.ts';
import { storyOf } from '../digest/story.ts';
import { sumOfText } from '../kept/sums.ts';
import type { Article, Id, Quotation, RawArticle, Reading } from '../types.ts';
import { type Annotated, annotated } from './annotating.ts';

/** A part as it is kept: its articles without their texts, and a sum of what was left out of each. */
export interface Frame extends Part {
	readonly marks: readonly string[];
}

/** What is left out of an article in its frame, and in what it told on its own. */
type Finished = Pick<Article, 'mentions' | 'times'>;

export interface Beside {
	readonly core: ReadonlySet<Id>;
	/** All that is seen, as kept, and under which ids. */
	readonly readings: readonly (readonly [id: Id, reading: string])[];
	readonly corrections: Corrections;
}

export interface MadePart {
	readonly frame: string;
	readonly finished: readonly (readonly [id: Id, rest: string])[];
}

/** An article in pieces: as it is listed, what it told on its own, what beside others, and whom the latter's ids mean. */
export interface InPieces {
	readonly head: Article;
	readonly reading: string;
	readonly rest: string;
	readonly meant: readonly (readonly [own: Id, actor: Id])[];
}

export interface OfStory {
	readonly articles: readonly InPieces[];
	readonly nearDuplicates: readonly (readonly Id[])[];
	readonly quotations: readonly Quotation[];
}

export const TASKS = {
	annotate: (raws: readonly RawArticle[]): readonly Annotated[] => raws.map(annotated),
	compare({ core, readings, corrections }: Beside): MadePart {
		const read = readings.map(([id, kept]): Reading => {
			const reading = JSON.parse(kept) as Reading;
			return { ...reading, article: { ...reading.article, id } };
		});
		const part = partOf(read, core, corrections);
		const finished = part.articles.map(({ id, mentions, times }): [Id, string] => [
			id,
			JSON.stringify({ mentions, times } satisfies Finished),
		]);
		const marks = finished.map(([, rest]) => sumOfText(rest));
		const frame: Frame = { ...part, articles: part.articles.map(withoutText), marks };
		return { frame: JSON.stringify(frame), finished };
	},
	/** Stories as they are kept. */
	tell: (stories: readonly OfStory[]): readonly string[] =>
		stories.map(({ articles, nearDuplicates, quotations }) =>
			JSON.stringify(storyOf(articles.map(whole), nearDuplicates, quotations)),
		),
};

export type Tasks = typeof TASKS;

/** An article of which nothing is said but what it is. */
function withoutText(article: Article): Article {
	return { ...article, text: '', paragraphs: [], sentences: [], mentions: [], times: [], removed: [] };
}

export function whole({ head, reading, rest, meant }: InPieces): Article {
	const { text, paragraphs, sentences, removed } = (JSON.parse(reading) as Reading).article;
	const { mentions, times } = JSON.parse(rest) as Finished;
	const actors = new Map(meant);
	const named = mentions.map((mention) => ({
		...mention,
		actor: mention.actor === null ? null : actors.get(mention.actor)!,
	}));
	return { ...head, text, paragraphs, sentences, removed, times, mentions: named };
}
