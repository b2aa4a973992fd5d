/** What stands in a list at a place and passes a filter, as conditions of SQL. */
import type { Id } from '../../types.ts';
import type { Place } from '../archive.ts';
import type { Filter, Term } from '../filter.ts';
import type { Filtered } from '../lists.ts';
import type { Value } from './driver.ts';
import { LEADS, UNDATED } from './kept-rows.ts';
import { kept } from './texts.ts';

/** Values of a statement, by the names it calls them by. */
export class Values {
	readonly all: Value[] = [];
	add(value: Value): string {
		this.all.push(value);
		return `$${this.all.length}`;
	}
}

export type Condition = (values: Values) => string;

export const TABLES = {
	stories: 'story',
	articles: 'article',
	quotations: 'quotation',
	actors: 'actor',
} as const;

export const keptDay = (day: string | null): string => (day === null ? UNDATED : kept(day));

/** Lists of what stands on a day by itself; actors are counted by days elsewhere. */
export type Placed = Exclude<Filtered, 'actors'>;

export function atPlace(list: Placed, { day, actor }: Place): Condition {
	return (values) =>
		all([
			day === 'all'
				? null
				: list === 'stories'
					? `days @> array[${values.add(keptDay(day))}]`
					: `day = ${values.add(keptDay(day))}`,
			actor === null
				? null
				: list === 'quotations'
					? `actor = ${values.add(kept(actor))}`
					: `actors @> array[${values.add(kept(actor))}]`,
		]);
}

/** Each utterance once: what stands at the place as the first of its versions there. */
export function leadingAt({ day, actor }: Place): string {
	const bit =
		day === 'all'
			? actor === null
				? LEADS.everywhere
				: LEADS.ofActor
			: actor === null
				? LEADS.onDay
				: LEADS.ofActorOnDay;
	return `leads & ${bit} <> 0`;
}

/** `stale`: stories of which nothing is unread. */
export function passing(list: Filtered, { terms, read }: Filter, stale: readonly Id[]): Condition {
	return (values) =>
		all(
			terms.map((term) => {
				const holds = holding(list, term, read, stale, values);
				return term.not ? `not (${holds})` : `(${holds})`;
			}),
		);
}

function holding(
	list: Filtered,
	{ field, value, not }: Term,
	read: ReadonlySet<Id>,
	stale: readonly Id[],
	values: Values,
): string {
	if (list === 'actors') {
		const term: Term = { field: field === 'words' ? 'by' : field, value, not };
		return `actor.id in (select actor from quotation where actor is not null and (${holding('quotations', term, read, stale, values)}))`;
	}
	switch (field) {
		case 'from':
			return ofArticles(list, sourcesHaving(values.add(kept(value))));
		case 'by':
			return ofQuotations(list, speakersHaving(values.add(kept(value))));
		case 'on':
			return list === 'stories'
				? `exists (select from unnest(days) as on_day (day) where ${onDay(value, values)})`
				: onDay(value, values);
		case 'unread':
			switch (list) {
				case 'quotations':
					return `article <> all(${values.add([...read].map(kept))}::text[])`;
				case 'articles':
					return `id <> all(${values.add([...read].map(kept))}::text[])`;
				case 'stories':
					return `texts <> '[]' and id <> all(${values.add(stale.map(kept))}::text[])`;
			}
			break;
		case 'words':
			return words(list, values.add(kept(value)));
	}
}

/** Days, or "undated", that begin so. */
function onDay(value: string, values: Values): string {
	if ('undated'.startsWith(value)) return `day = '${UNDATED}'`;
	const from = kept(value);
	return `day >= ${values.add(from)} and day < ${values.add(`${from}\u{10ffff}`)}`;
}

function words(list: Placed, value: string): string {
	switch (list) {
		case 'articles':
			return `strpos(told, ${value}) > 0 or ${sourcesHaving(value)}`;
		case 'quotations':
			return `strpos(told, ${value}) > 0 or ${speakersHaving(value)}`;
		case 'stories':
			return `strpos(told, ${value}) > 0 or ${ofArticles(list, `strpos(headline, ${value}) > 0`)} or ${ofQuotations(list, speakersHaving(value))}`;
	}
}

const sourcesHaving = (value: string) =>
	`source in (select number from source where strpos(told, ${value}) > 0)`;
const speakersHaving = (value: string) =>
	`speaker in (select number from speaker where strpos(told, ${value}) > 0)`;

/** `condition` on articles. */
function ofArticles(list: Placed, condition: string): string {
	return list === 'stories'
		? `exists (select from unnest(articles) as in_story (id) where in_story.id in (select id from article where ${condition}))`
		: condition;
}

/** `condition` on quotations. */
function ofQuotations(list: Placed, condition: string): string {
	switch (list) {
		case 'quotations':
			return condition;
		case 'articles':
			return `id in (select article from quotation where ${condition})`;
		case 'stories':
			return `exists (select from unnest(quotations) as in_story (id) where in_story.id in (select id from quotation where ${condition}))`;
	}
}

export function all(conditions: readonly (string | null)[]): string {
	return conditions.filter((one) => one !== null && one !== '').join(' and ') || 'true';
}
