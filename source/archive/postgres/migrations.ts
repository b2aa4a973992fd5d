/**
 * The tables of an archive on PostgreSQL, as steps that are taken once each, in their order. A step that has been released
 * is never changed: what comes later is a step of its own.
 *
 * Whatever is told by day is parted by day (partitions.ts), the undated ('') and what is far off in the one by default. `place` is the order within a day, as bytes; `sum` tells whether something has changed. Texts that
 * PostgreSQL cannot hold are kept otherwise (texts.ts); `told` is what a filter looks through. `tokens` are our own words
 * (never PostgreSQL's), with an @ before a speaker's, and the day after a ~; `words` are the same by their numbers (entries.ts). `leads` says where
 * a quotation is the first of its utterance: 1 everywhere, 2 on its day, 4 of its actor, 8 of its actor on its day.
 * What is counted here the writer counts as it goes, by what comes and what goes; `check` counts all of it anew.
 */

export interface Migration {
	readonly name: string;
	readonly sql: string;
}

/** Long texts that nothing is looked up by: what the server would find out about them costs it more than all the rest. */
const LONG = {
	article: ['listed', 'rest', 'told'],
	quotation: ['doc', 'names', 'variants', 'told', 'words'],
} as const;

/** Says so of a table, and of the partitions it has. */
export function uncounted(table: PartitionOf['table'], name: string = table): string {
	return `alter table ${name} ${LONG[table].map((column) => `alter ${column} set statistics 0`).join(', ')};`;
}

export const MIGRATIONS: readonly Migration[] = [
	{
		name: 'the tables',
		sql: `
create table fact (name text collate "C" primary key, value text not null);

create table article (
	day text collate "C" not null, id text collate "C" not null, sum bigint not null, place bytea not null,
	listed text not null, rest text not null, told text not null, headline text not null, source integer not null,
	actors text[] collate "C" not null, quotations text[] collate "C" not null,
	quotation_days text[] collate "C" not null
) partition by range (day);
create table article_else partition of article default;
${uncounted('article')}

create table quotation (
	day text collate "C" not null, id text collate "C" not null, sum bigint not null, place bytea not null,
	article text collate "C" not null, article_day text collate "C" not null, actor text collate "C",
	doc text not null, names text, variants text, told text not null,
	source integer not null, speaker integer not null,
	utterance text collate "C", leads smallint not null,
	words text not null, tokens tsvector not null
) partition by range (day);
create table quotation_else partition of quotation default;
${uncounted('quotation')}

create table story (
	id text collate "C" primary key, sum bigint not null, rank bigint not null,
	head text not null, story text not null, told text not null, texts text not null,
	days text[] collate "C" not null, actors text[] collate "C" not null, articles text[] collate "C" not null,
	quotations text[] collate "C" not null, quotation_days text[] collate "C" not null,
	article_days text[] collate "C" not null
);
alter table story alter head set statistics 0, alter story set statistics 0, alter told set statistics 0,
	alter texts set statistics 0;
create index story_rank on story (rank);
create index story_days on story using gin (days);
create index story_actors on story using gin (actors);
create index story_articles on story using gin (articles);

create table actor (
	id text collate "C" primary key, sum bigint not null, place bytea not null, name text not null,
	said integer not null, named integer not null, quotations integer not null, articles integer not null
);
create index actor_place on actor (said desc, named desc, place);

create table problem (at integer primary key, problem text not null);
create table source (number integer primary key, told text not null);
create unique index source_told on source (md5(told));
create table speaker (number integer primary key, told text not null);
create unique index speaker_told on speaker (md5(told));

create table word (
	number integer primary key, word text collate "C" not null unique,
	docs integer not null, uses integer not null
);

create table day_sum (
	list text collate "C" not null, day text collate "C" not null, sum bigint not null, primary key (list, day)
);
create table day_count (
	day text collate "C" primary key, quotations integer not null, leads integer not null,
	day_leads integer not null, stories integer not null, articles integer not null
);
create table actor_day (
	actor text collate "C" not null, day text collate "C" not null, quotations integer not null,
	leads integer not null, day_leads integer not null, articles integer not null, primary key (actor, day)
);
create index actor_day_day on actor_day (day);
`,
	},
];

export interface PartitionOf {
	readonly table: 'article' | 'quotation';
	/** The partition's own. */
	readonly name: string;
}

/** What a partition is looked up by; made after its first rows, which is several times faster. */
export function indexesOf({ table, name }: PartitionOf): string {
	const own = {
		article: `
create unique index ${name}_id on ${name} (id);
create unique index ${name}_place on ${name} (day desc, place);
create index ${name}_actors on ${name} using gin (actors);`,
		quotation: `
create unique index ${name}_id on ${name} (id);
create unique index ${name}_place on ${name} (day desc, place);
create index ${name}_article on ${name} (article, id);
create index ${name}_actor on ${name} (actor, day desc, place);
create index ${name}_utterance on ${name} (utterance) where utterance is not null;
create index ${name}_tokens on ${name} using gin (tokens);`,
	};
	return own[table].trim();
}

/** What comes after the steps above in a new archive. */
export const FIRST_INDEXES: string = (['article', 'quotation'] as const)
	.map((table) => indexesOf({ table, name: `${table}_else` }))
	.join('\n');
