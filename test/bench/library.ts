/** An invented edition of any size, as comparing articles would make it: for what comes after. Seeded. */
import type { Actor, Article, Day, DayEntry, Export, Quotation, Story } from '../../source/types.ts';
import { actor, article, story } from '../fixture.ts';
import { random } from './random.ts';

const SYLLABLES = [
	'ba',
	'cor',
	'den',
	'fil',
	'gra',
	'hon',
	'ka',
	'lum',
	'mer',
	'no',
	'pel',
	'ros',
	'sti',
	'tan',
	'vel',
];
const WORDS = 20_000;
const WORDS_SAID = 22;
const TOLD_BY = 3;
const OUTLETS = 40;
const DAYS = 700;

/** Words by their rank; the first ones are frequent, as in the news. */
function word(rank: number): string {
	let text = '';
	for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
		text += SYLLABLES[rest % SYLLABLES.length];
	return text;
}

/** So many articles with so many quotations in all; three articles a story, two years of days. */
export function library(articles: number, quotations: number): Export {
	const next = random(7);
	const words = (count: number) =>
		Array.from({ length: count }, () => word(Math.floor(WORDS ** next()))).join(' ');
	const each = Math.round(quotations / articles);
	const people: { -readonly [Key in keyof Actor]: Actor[Key] }[] = Array.from(
		{ length: Math.min(5000, articles) },
		(_, at) => actor(`p${at}`, `Mira ${word(at * 7)}`),
	);
	const named = people.map(() => new Set<string>());
	const days = new Map<Day, Record<'stories' | 'articles' | 'quotations', string[]>>();
	const all: { articles: Article[]; quotations: Quotation[]; stories: Story[] } = {
		articles: [],
		quotations: [],
		stories: [],
	};
	for (let at = 0; at < articles; at++) {
		const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(next() * DAYS))).toISOString().slice(0, 10);
		const entry = days.get(day) ?? { stories: [], articles: [], quotations: [] };
		days.set(day, entry);
		const own = article({
			id: `a${at}`,
			file: `news/${at}.txt`,
			headline: words(9),
			outlet: `Outlet ${at % OUTLETS}`,
			published: {
				day,
				from: 'header',
				certain: true,
				precision: 'day',
				evidence: null,
				linkedArticle: null,
			},
			text: words(Math.min(900, 60 + each * 12)),
		});
		const said = Array.from({ length: each }, (_, nth): Quotation => {
			const by = Math.floor(next() * next() * people.length);
			named[by]!.add(own.id);
			return {
				id: `q${at}-${nth}`,
				article: own.id,
				kind: 'direct',
				spans: [{ start: 3 * nth, end: 3 * nth + 1 }],
				text: words(WORDS_SAID),
				speaker: {
					mention: { start: 0, end: 3, text: people[by]!.name },
					actor: people[by]!.id,
					certain: true,
				},
				cue: null,
				rule: 'cue-after',
				said: null,
				variants: [],
			};
		});
		all.articles.push(own);
		for (const one of said) all.quotations.push(one);
		entry.articles.push(own.id);
		for (const { id } of said) entry.quotations.push(id);
		const last = all.stories.at(-1);
		const ids = said.map(({ id }) => id);
		if (last && at % TOLD_BY > 0)
			all.stories[all.stories.length - 1] = {
				...last,
				articles: [...last.articles, own.id],
				quotations: [...last.quotations, ...ids],
			};
		else
			all.stories.push(
				story(`s${at}`, own.headline!, { firstDay: day, lastDay: day, articles: [own.id], quotations: ids }),
			);
		const id = all.stories.at(-1)!.id;
		if (entry.stories.at(-1) !== id) entry.stories.push(id);
	}
	for (const [at, person] of people.entries()) person.articles = [...named[at]!];
	return {
		schema: 'quotidian/1',
		...all,
		actors: people,
		days: [...days].map(([day, lists]): DayEntry => ({ day, ...lists, about: [] })),
		problems: [],
	};
}
