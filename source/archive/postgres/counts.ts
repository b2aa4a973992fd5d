/** What the writer counts as it goes (day-keeper.ts), as the statements that count it anew. */

/** The rows of `day_count`. */
export const DAY_COUNTS = `
select d.day, coalesce(q.quotations, 0)::int as quotations, coalesce(q.leads, 0)::int as leads,
	coalesce(q.day_leads, 0)::int as day_leads, coalesce(s.stories, 0)::int as stories,
	coalesce(a.articles, 0)::int as articles
from (select day from quotation union select day from article union select day from story, unnest(days) as day) as d
left join (
	select day, count(*) as quotations, count(*) filter (where leads & 1 <> 0) as leads,
		count(*) filter (where leads & 2 <> 0) as day_leads
	from quotation group by day
) as q using (day)
left join (select day, count(*) as articles from article group by day) as a using (day)
left join (select day, count(*) as stories from story, unnest(days) as day group by day) as s using (day)`;

/** The rows of `actor_day`. */
export const ACTOR_DAYS = `
select actor, day, coalesce(q.quotations, 0)::int as quotations, coalesce(q.leads, 0)::int as leads,
	coalesce(q.day_leads, 0)::int as day_leads, coalesce(a.articles, 0)::int as articles
from (
	select actor, day, count(*) as quotations, count(*) filter (where leads & 4 <> 0) as leads,
		count(*) filter (where leads & 8 <> 0) as day_leads
	from quotation where actor is not null group by actor, day
) as q
full join (
	select actor, day, count(*) as articles from article, unnest(actors) as actor group by actor, day
) as a using (actor, day)`;

/** The rows of `day_sum`: what changes.ts adds up one by one. */
export const DAY_SUMS: string = (['article', 'quotation'] as const)
	.map(
		(table) => `
select '${table}'::text collate "C" as list, day, ((sum(sum) + count(*) - 1) % ${2 ** 52 - 1} + 1)::bigint as sum
from ${table} group by day`,
	)
	.join(' union all');
