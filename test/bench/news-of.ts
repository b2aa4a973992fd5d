/** An invented edition whose quotations are those of `archiveOf`: what is searched for in it is known. */
import type { Day, DayEntry, Export, Id, Quotation } from '../../source/types.ts';
import { actor, article, story } from '../fixture.ts';
import { type Asked, archiveOf } from './archives.ts';
import { random } from './random.ts';

const EACH = 10;
const TOLD_BY = 3;
const DAYS = 730;
const OUTLETS = 40;

/** Ten quotations an article, three articles a story, two years; one quotation in `again` is printed twice. */
export function newsOf(
	count: number,
	{ seed = 7, again = 12, queries = 90 } = {},
): { readonly data: Export; readonly queries: readonly Asked[] } {
	const { entries, queries: asked } = archiveOf(count, { seed, queries });
	const next = random(seed + 2);
	const actors = new Map<string, { id: Id; name: string; articles: Set<Id>; quotations: Id[] }>();
	const days = new Map<Day, Record<'stories' | 'articles' | 'quotations', Id[]>>();
	const articles: Export['articles'][number][] = [];
	const quotations: Quotation[] = [];
	const stories: Export['stories'][number][] = [];
	for (let at = 0; at < count; at += EACH) {
		const number = at / EACH;
		const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(next() * DAYS))).toISOString().slice(0, 10);
		const entry = days.get(day) ?? { stories: [], articles: [], quotations: [] };
		days.set(day, entry);
		const id = `a${number}`;
		const said = entries.slice(at, at + EACH);
		const headline = said[0]!.text.split(' ').slice(0, 8).join(' ');
		articles.push(
			article({
				id,
				file: `news/${number}.txt`,
				headline,
				outlet: `Outlet ${number % OUTLETS}`,
				published: {
					...{ day, from: 'header', certain: true, precision: 'day' },
					...{ evidence: null, linkedArticle: null },
				},
				text: said.map(({ text }) => `“${text}”`).join('\n'),
			}),
		);
		entry.articles.push(id);
		let start = 0;
		for (const [nth, { text, speaker }] of said.entries()) {
			const name = speaker[0]!;
			const by = actors.get(name) ?? { id: `p${actors.size}`, name, articles: new Set(), quotations: [] };
			actors.set(name, by);
			const own = `q${at + nth}`;
			by.articles.add(id);
			by.quotations.push(own);
			quotations.push({
				...{
					id: own,
					article: id,
					kind: 'direct',
					spans: [{ start: start + 1, end: start + 1 + text.length }],
				},
				...{ text, speaker: { mention: { start: 0, end: 3, text: name }, actor: by.id, certain: true } },
				...{ cue: null, rule: 'verb-after', said: null, variants: [] },
			});
			start += text.length + 3;
			entry.quotations.push(own);
		}
		const ids = said.map((_, nth) => `q${at + nth}`);
		const last = stories.at(-1);
		if (last && number % TOLD_BY > 0)
			stories[stories.length - 1] = {
				...last,
				articles: [...last.articles, id],
				quotations: [...last.quotations, ...ids],
			};
		else
			stories.push(
				story(`s${number}`, headline, { firstDay: day, lastDay: day, articles: [id], quotations: ids }),
			);
		const told = stories.at(-1)!.id;
		if (!entry.stories.includes(told)) entry.stories.push(told);
	}
	return {
		data: {
			schema: 'quotidian/1',
			articles,
			quotations: again > 0 ? printedAgain(quotations, again) : quotations,
			stories,
			actors: [...actors.values()].map(({ id, name, articles, quotations }) =>
				actor(id, name, { articles: [...articles], quotations }),
			),
			days: [...days].map(([day, lists]): DayEntry => ({ day, ...lists, about: [] })),
			problems: [],
		},
		queries: asked,
	};
}

/** Every so manyth takes the words of the one before it in its list, as another outlet prints them. */
function printedAgain(quotations: readonly Quotation[], every: number): Quotation[] {
	return quotations.map((one, at) => {
		const before = quotations[at - EACH];
		const after = quotations[at + EACH];
		if (at % every === 0 && before && at % (2 * every) === 0)
			return { ...one, text: before.text, variants: [before.id] };
		if (after && (at + EACH) % (2 * every) === 0) return { ...one, variants: [after.id] };
		return one;
	});
}
