/** An invented edition of any size: as many actors, days and quotations as a test wants. */
import type { Export, Quotation } from '../../source/types.ts';
import { actor, article, quotation, story } from '../fixture.ts';

const FIRST = ['Ana', 'Bela', 'Cato', 'Dora', 'Emil', 'Fina', 'Goran', 'Hedda', 'Ivo', 'Jona'];
const LAST = [
	'Aldmoor',
	'Brandvold',
	'Castrell',
	'Dunmere',
	'Eskeland',
	'Farrow',
	'Galbrae',
	'Holt',
	'Ironside',
	'Jarl',
];

const dayAfter = (days: number) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);

/** `quotations` said by `actors` people on `days` days; each article holds ten. */
export function many({
	actors,
	days,
	quotations,
}: {
	actors: number;
	days: number;
	quotations: number;
}): Export {
	const people = Array.from({ length: actors }, (_, at) =>
		actor(`p${at}`, `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 10]}${at >= 100 ? ` ${at}` : ''}`),
	);
	const said: Quotation[] = [];
	const articles = Array.from({ length: Math.ceil(quotations / 10) }, (_, at) => {
		const numbers = Array.from({ length: Math.min(10, quotations - at * 10) }, (_, nth) => at * 10 + nth);
		const day = dayAfter(Math.floor((at * days * 10) / quotations) * 2);
		const text = numbers
			.map((number) => `“Word ${number} of the ${number % 7} matters,” one said.`)
			.join('\n');
		const source = article({
			id: `a${at}`,
			file: `${String(at).padStart(6, '0')}.txt`,
			text,
			headline: `The news number ${at}`,
			headlineFrom: 'title',
			outlet: `The ${LAST[at % 10]} Courier`,
			published: {
				day,
				from: 'header',
				certain: true,
				precision: 'day',
				evidence: null,
				linkedArticle: null,
			},
		});
		for (const number of numbers)
			said.push(
				quotation(`q${number}`, source, `Word ${number} of the ${number % 7} matters,`, {
					// Some speak far more than others, as in the news.
					by: people[Math.floor((number * 7919) % (actors * actors)) % (1 + (number % actors))] ?? null,
				}),
			);
		return source;
	});
	const byDay = new Map<string, string[]>();
	for (const { id, published } of articles)
		byDay.set(published!.day, [...(byDay.get(published!.day) ?? []), id]);
	const saidIn = (ids: readonly string[]) =>
		said.filter((one) => ids.includes(one.article)).map(({ id }) => id);
	const stories = articles.map((source, at) =>
		story(`s${at}`, source.headline!, {
			firstDay: source.published!.day,
			lastDay: source.published!.day,
			articles: [source.id],
			quotations: said.slice(at * 10, at * 10 + 10).map(({ id }) => id),
		}),
	);
	return {
		schema: 'quotidian/1',
		articles,
		actors: people,
		quotations: said,
		stories,
		days: [...byDay].map(([day, ids]) => ({
			day,
			articles: ids,
			stories: ids.map((id) => `s${id.slice(1)}`),
			quotations: saidIn(ids),
			about: [],
		})),
		problems: [],
	};
}
