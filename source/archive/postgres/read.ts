/** Rows as the screen has them, out of what the tables hold. */
import type { Article, Day, Id, Quotation, Span, Story } from '../../types.ts';
import type {
	ActorName,
	ArticleHead,
	ArticlePage,
	ArticleRow,
	Happening,
	QuotationRow,
	StoryPage,
	StoryRow,
} from '../archive.ts';
import type { Listed } from '../items.ts';
import { oldestFirst } from '../ordered.ts';
import type { Texts } from '../read.ts';
import type { Row } from './driver.ts';
import { Held } from './held.ts';
import { type StoryTold, UNDATED } from './kept-rows.ts';
import type { Question } from './line.ts';
import { kept } from './texts.ts';

/** A story opened shows at most so many of each; the lists hold the rest. */
const MOST_IN_A_STORY = 200;

/** What `quotationRows` wants of `quotation`. */
export const QUOTATION = 'id, day, doc, actor, article, article_day, variants';

/** Where an article or a quotation stands: what is looked for on its day is found at once. */
export interface At {
	readonly id: Id;
	readonly day: string;
}

/** What has been read of the archive as it is now. */
export interface Known {
	readonly listed: Held<Listed & { readonly said: number }>;
	readonly actors: Held<ActorName>;
}

export const nothingKnown = (): Known => ({ listed: new Held(), actors: new Held() });

export const dayOf = (day: string): Day | null => (day === UNDATED ? null : day);

export async function heads(
	{ query }: Question,
	known: Known,
	wanted: readonly At[],
): Promise<(id: Id) => ArticleHead> {
	const unknown = wanted.filter(({ id }) => known.listed.get(id) === undefined);
	const found = new Map<Id, ArticleHead>();
	for (const { id } of wanted) {
		const one = known.listed.get(id);
		if (one) found.set(id, one.head);
	}
	if (unknown.length > 0) {
		const rows = await query(
			'select id, listed, cardinality(quotations) as said from article where day = any($1) and id = any($2)',
			[[...new Set(unknown.map(({ day }) => day))], [...new Set(unknown.map(({ id }) => id))]],
		);
		for (const { id, listed, said } of rows)
			found.set(id, known.listed.put(id, { ...JSON.parse(listed), said }).head);
	}
	return (id) => {
		const head = found.get(id);
		if (!head) throw new Error(`the archive lacks the article ${id}; quotidian archive check tells more`);
		return head;
	};
}

export async function actorsNamed(
	{ query }: Question,
	known: Known,
	ids: readonly (Id | null)[],
): Promise<(id: Id | null) => ActorName | null> {
	const wanted = [...new Set(ids)].filter((id) => id !== null);
	const found = new Map<Id, ActorName>();
	for (const id of wanted) {
		const one = known.actors.get(id);
		if (one) found.set(id, one);
	}
	const unknown = wanted.filter((id) => !found.has(id));
	if (unknown.length > 0)
		for (const { id, name } of await query('select id, name from actor where id = any($1)', [unknown]))
			found.set(id, known.actors.put(id, JSON.parse(name)));
	return (id) => (id === null ? null : (found.get(id) ?? null));
}

interface Said {
	readonly quotation: Quotation;
	readonly article: string;
}

/** `highlights` of each, in the order of `rows`. */
export async function quotationRows(
	question: Question,
	known: Known,
	rows: readonly Row[],
	highlights: (at: number) => readonly Span[] = () => [],
): Promise<QuotationRow[]> {
	const variants = rows.map(({ variants }): [ids: Id[], days: string[]] =>
		variants === null ? [[], []] : JSON.parse(variants),
	);
	const [ids, days] = [variants.flatMap(([ids]) => ids), variants.flatMap(([, days]) => days)];
	const others = new Map<Id, Said>();
	const wanted: At[] = rows.map(({ article, article_day }) => ({ id: article, day: article_day }));
	if (ids.length > 0) {
		const found = await question.query(
			'select id, doc, article, article_day from quotation where day = any($1) and id = any($2)',
			[[...new Set(days)], [...new Set(ids)]],
		);
		for (const { id, doc, article, article_day } of found) {
			others.set(id, { quotation: JSON.parse(doc), article });
			wanted.push({ id: article, day: article_day });
		}
	}
	const headOf = await heads(question, known, wanted);
	const actorOf = await actorsNamed(
		question,
		known,
		rows.map(({ actor }) => actor),
	);
	return rows.map(({ doc, actor, article }, at) => {
		const quotation: Quotation = JSON.parse(doc);
		return {
			key: quotation.id,
			quotation,
			actor: actorOf(actor),
			article: headOf(article),
			highlights: highlights(at),
			variants: variants[at]![0].flatMap((id) => {
				const other = others.get(id);
				return other ? { quotation: other.quotation, article: headOf(other.article) } : [];
			}),
		};
	});
}

export function articleRow({ listed, said }: Row): ArticleRow {
	const { head, words, removed }: Listed = JSON.parse(listed);
	return { key: head.id, article: head, words, quotations: said, removed };
}

export async function storyRows(question: Question, known: Known, rows: readonly Row[]): Promise<StoryRow[]> {
	const told = rows.map(({ head }): StoryTold => JSON.parse(head));
	const actorOf = await actorsNamed(
		question,
		known,
		told.flatMap(({ few }) => few.map(kept)),
	);
	return told.map(({ row, few }, at) => ({
		...row,
		texts: JSON.parse(rows[at].texts) as Texts,
		voices: few.flatMap((id) => actorOf(kept(id)) ?? []),
	}));
}

async function quotationsAt(
	question: Question,
	known: Known,
	wanted: readonly At[],
): Promise<Map<Id, QuotationRow>> {
	if (wanted.length === 0) return new Map();
	const rows = await question.query(
		`select ${QUOTATION} from quotation where day = any($1) and id = any($2)`,
		[[...new Set(wanted.map(({ day }) => day))], wanted.map(({ id }) => id)],
	);
	const told = await quotationRows(question, known, rows);
	return new Map(rows.map(({ id }, at) => [id, told[at]!]));
}

const together = (ids: readonly Id[], days: readonly string[]): At[] =>
	ids.map((id, at) => ({ id, day: days[at]! }));

export async function storyPage(question: Question, known: Known, row: Row): Promise<StoryPage> {
	const story: Story = JSON.parse(row.story);
	const { row: told, voices }: StoryTold = JSON.parse(row.head);
	const articles = together(row.articles, row.article_days);
	const quotations = together(row.quotations, row.quotation_days);
	const happened = [
		...articles.map((at) => ({ at, what: 'article' as const })),
		...quotations.map((at) => ({ at, what: 'quotation' as const })),
	]
		.sort((a, b) => oldestFirst(dayOf(a.at.day), dayOf(b.at.day)))
		.slice(0, MOST_IN_A_STORY);
	const shown = [
		...quotations.slice(0, MOST_IN_A_STORY),
		...happened.flatMap(({ at, what }) => (what === 'quotation' ? at : [])),
	];
	const rowsById = await quotationsAt(question, known, shown);
	const from = [
		...story.points.flatMap((point) => point.from),
		...story.disputes.flatMap(({ claims }) => claims.map((claim) => claim.from)),
	].map(({ article }) => article);
	const days = new Map(articles.map(({ id, day }) => [id, day]));
	const inside = from.flatMap((id) => {
		const day = days.get(kept(id));
		return day === undefined ? [] : { id: kept(id), day };
	});
	const headOf = await heads(question, known, [
		...articles.slice(0, MOST_IN_A_STORY),
		...happened.flatMap(({ at, what }) => (what === 'article' ? at : [])),
		...inside,
	]);
	const outside = await sourcesElsewhere(
		question,
		from.filter((id) => !days.has(kept(id))),
	);
	const sources = new Map<Id, ArticleHead>();
	for (const id of from) {
		const head = days.has(kept(id)) ? headOf(kept(id)) : outside.get(id);
		if (head) sources.set(id, head);
	}
	const actorOf = await actorsNamed(
		question,
		known,
		voices.map(([id]) => kept(id)),
	);
	return {
		story,
		texts: JSON.parse(row.texts) as Texts,
		outlets: told.outlets,
		copies: told.copies,
		articles: articles.slice(0, MOST_IN_A_STORY).map(({ id }) => headOf(id)),
		quotations: quotations.slice(0, MOST_IN_A_STORY).flatMap(({ id }) => rowsById.get(id) ?? []),
		voices: voices.flatMap(([id, quotations]) => {
			const actor = actorOf(kept(id));
			return actor ? { actor, quotations } : [];
		}),
		timeline: happened.flatMap(({ at: { id, day }, what }): Happening | readonly Happening[] => {
			if (what === 'article') return { what, day: dayOf(day), article: headOf(id) };
			const row = rowsById.get(id);
			return row ? { what, day: dayOf(day), row } : [];
		}),
		sources,
	};
}

/** Articles of no known day: looked for everywhere. */
async function sourcesElsewhere(
	{ query }: Question,
	ids: readonly Id[],
): Promise<ReadonlyMap<Id, ArticleHead>> {
	if (ids.length === 0) return new Map();
	const rows = await query('select listed from article where id = any($1)', [ids.map(kept)]);
	return new Map(
		rows.map(({ listed }) => {
			const { head }: Listed = JSON.parse(listed);
			return [head.id, head];
		}),
	);
}

export async function articlePage(question: Question, known: Known, row: Row): Promise<ArticlePage> {
	const { head }: Listed = JSON.parse(row.listed);
	const article: Article = { ...head, ...JSON.parse(row.rest) };
	const said = together(row.quotations, row.quotation_days);
	const rows = await quotationsAt(question, known, said);
	const stories = await question.query(`select head from story where articles @> array[$1] order by rank`, [
		row.id,
	]);
	return {
		article,
		quotations: said.flatMap(({ id }) => rows.get(id) ?? []),
		removed: article.removed,
		stories: stories.map(({ head }) => {
			const { id, headline } = (JSON.parse(head) as StoryTold).row.story;
			return { id, headline };
		}),
	};
}
