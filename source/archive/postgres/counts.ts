/** What is counted of an archive, as the statements that count it: the writer's for some days, `check` for all. */

/** The rows of `day_count` for the days of `days`, a query of one column `day`. */
export const dayCounts = (days: string): string => `
select d.day, coalesce(q.quotations, 0)::int as quotations, coalesce(q.leads, 0)::int as leads,
	coalesce(q.day_leads, 0)::int as day_leads, coalesce(s.stories, 0)::int as stories,
	coalesce(a.articles, 0)::int as articles
from (${days}) as d
left join (
	select day, count(*) as quotations, count(*) filter (where leads & 1 <> 0) as leads,
		count(*) filter (where leads & 2 <> 0) as day_leads
	from quotation where day in (${days}) group by day
) as q using (day)
left join (select day, count(*) as articles from article where day in (${days}) group by day) as a using (day)
left join (
	select day, count(*) as stories from story, unnest(days) as day where day in (${days}) group by day
) as s using (day)
where coalesce(q.quotations, a.articles, s.stories) is not null`;

/** The rows of `actor_day` for these days. */
export const actorDays = (days: string): string => `
select actor, day, coalesce(q.quotations, 0)::int as quotations, coalesce(q.leads, 0)::int as leads,
	coalesce(q.day_leads, 0)::int as day_leads, coalesce(a.articles, 0)::int as articles
from (
	select actor, day, count(*) as quotations, count(*) filter (where leads & 4 <> 0) as leads,
		count(*) filter (where leads & 8 <> 0) as day_leads
	from quotation where day in (${days}) and actor is not null group by actor, day
) as q
full join (
	select actor, day, count(*) as articles from article, unnest(actors) as actor
	where day in (${days}) group by actor, day
) as a using (actor, day)`;

/** All days there are anything of. */
export const ALL_DAYS = `select day from quotation union select day from article
	union select day from story, unnest(days) as day`;
