/** What an archive on a server must stand: being written twice, while it is read, by a program that is killed, and by nobody who may not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { describe, expect, test, vi } from 'vitest';
import { type Archive, EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import type { Address } from '../../source/archive/postgres/address.ts';
import { postgresArchive } from '../../source/archive/postgres/archive.ts';
import { flawsIn, statusOf } from '../../source/archive/postgres/check.ts';
import { type Connection, connect } from '../../source/archive/postgres/driver.ts';
import { migrate, misfit, scriptFrom, VERSION, versionOf } from '../../source/archive/postgres/schema.ts';
import { wholly, writeEdition } from '../../source/archive/postgres/write.ts';
import { actorIn } from '../../source/cli/newsroom.ts';
import type { Export } from '../../source/types.ts';
import { newsOf } from '../bench/news-of.ts';
import { random } from '../bench/random.ts';
import { actor, article, quotation } from '../fixture.ts';
import { edition, laterEdition } from './postgres-editions.ts';
import { emptyPlace, hasPostgres, orSkipped, placeOf, writer } from './postgres-shared.ts';

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: 100 } as const;

/** Everything that tells one edition from another. */
async function told(archive: Archive): Promise<unknown> {
	const overview = await archive.overview();
	const { rows } = await archive.articles(all);
	const pages = [];
	for (const { key } of rows) pages.push(await archive.article(key));
	const found = [];
	for (const words of ['the', 't', 'ceasefyre']) found.push(await archive.quotations({ ...all, words }));
	const lists = [await archive.stories(all), await archive.quotations({ ...all, words: '' })];
	const stories = [];
	for (const { key } of lists[0]!.rows) stories.push(await archive.story(key));
	await archive.close();
	return { overview, lists, found, pages, stories };
}
const toldAt = (place: Address) => told(postgresArchive(place));
const toldOf = (data: Export) => told(memoryArchive(data));

async function using<Result>(
	place: Address,
	work: (connection: Awaited<ReturnType<typeof writer>>) => Promise<Result>,
): Promise<Result> {
	const connection = await writer(place);
	try {
		return await work(connection);
	} finally {
		await connection.close();
	}
}
const flaws = (place: Address) => using(place, (connection) => flawsIn(connection, place.schema));

/** How often the writer is killed; QUOTIDIAN_KILLS tries more. */
const KILLS = Number(process.env.QUOTIDIAN_KILLS ?? 3);

describe.skipIf(!hasPostgres)(orSkipped('an archive on PostgreSQL'), () => {
	test('an edition written twice is there once', async () => {
		const place = await placeOf(edition);
		await using(place, async (connection) => {
			expect(await writeEdition(connection, place.schema, edition)).toEqual({ put: 0, dropped: 0, days: 0 });
			expect(await statusOf(connection, place.schema)).toMatchObject({
				edition: 1,
				quotations: 6,
				articles: 3,
			});
		});
		expect(await toldAt(place)).toEqual(await toldOf(edition));
	});

	test('another edition takes its place, and leaves nothing behind', async () => {
		const place = await placeOf(edition);
		await placeOf(laterEdition, place);
		expect(await toldAt(place)).toEqual(await toldOf(laterEdition));
		expect(await flaws(place)).toEqual([]);
		await placeOf(edition, place);
		expect(await toldAt(place)).toEqual(await toldOf(edition));
		expect(await flaws(place)).toEqual([]);
	});

	test('what moves from day to day, changes its words, its versions and its order is as if written at once', async () => {
		const { data } = newsOf(120, { again: 6 });
		const moved: Export = {
			...data,
			stories: [...data.stories].reverse(),
			days: data.days.map((day, at) => ({
				...day,
				quotations: [
					...day.quotations.slice(2),
					...(data.days[at + 1] ?? data.days[0]!).quotations.slice(0, 2),
				],
			})),
			quotations: data.quotations.flatMap((one, at) =>
				at % 50 === 0 ? [] : [at % 7 === 0 ? { ...one, text: `${one.text} zyzzyva` } : one],
			),
		};
		const held = new Set(moved.quotations.map(({ id }) => id));
		const whole: Export = {
			...moved,
			quotations: moved.quotations.map((one) => ({
				...one,
				variants: one.variants.filter((id) => held.has(id)),
			})),
		};
		for (const busy of [1, 1e6]) {
			const place = await placeOf(data, await emptyPlace(), busy);
			for (const next of [whole, data, whole]) {
				await placeOf(next, place, busy);
				expect(await flaws(place)).toEqual([]);
			}
			expect(await toldAt(place)).toEqual(await toldOf(whole));
		}
	});

	test('days stand together by years, and by months once a year is busy; what is far off stands with the undated', async () => {
		const { data } = newsOf(40);
		const numbers = new Map(data.days.map(({ day }, at) => [day, 10 + at]));
		const dayAs = (from: string): Export => {
			const dayOf = (day: string | null) => `${from}-${numbers.get(day)}`;
			return {
				...data,
				articles: data.articles.map((one) => ({
					...one,
					published: one.published && { ...one.published, day: dayOf(one.published.day) },
				})),
				days: data.days.map((one) => ({ ...one, day: dayOf(one.day) })),
			};
		};
		const place = await placeOf(dayAs('2023-02'), await emptyPlace(), 1e6);
		await placeOf(dayAs('2024-02'), place, 1);
		await placeOf(dayAs('2023-05'), place, 1);
		// A year that is parted by months stays so, and one that is not too.
		await placeOf(dayAs('2024-12'), place, 1e6);
		await placeOf(dayAs('0024-12'), place, 1);
		const names = await using(place, (connection) =>
			connection.query(
				`select inhrelid::regclass::text as name from pg_inherits where inhparent = '${place.schema}.quotation'::regclass order by 1`,
			),
		);
		expect(names.map(({ name }) => name.split('.').at(-1))).toEqual([
			'quotation_2023',
			'quotation_2024_02',
			'quotation_2024_12',
			'quotation_else',
		]);
		expect(await toldAt(place)).toEqual(await toldOf(dayAs('0024-12')));
		expect(await flaws(place)).toEqual([]);
	});

	test('many quotations more, with words old and new, are as if written at once', async () => {
		// More than are looked up word by word.
		const { data } = newsOf(2100, { again: 6 });
		const early = new Set(data.articles.slice(0, 5).map(({ id }) => id));
		const few = data.quotations.filter(({ article }) => early.has(article));
		const known = new Set(few.map(({ id }) => id));
		const before: Export = {
			...data,
			quotations: few.map((one) => ({ ...one, variants: one.variants.filter((id) => known.has(id)) })),
		};
		const place = await placeOf(before);
		await placeOf(data, place);
		const counts = (at: Address) =>
			using(at, (connection) =>
				connection.query(
					`select (select jsonb_agg(jsonb_build_array(word, docs, uses) order by word) from ${at.schema}.word) as words,
						(select jsonb_agg(d order by day) from ${at.schema}.day_count as d) as days,
						(select jsonb_agg(a order by actor, day) from ${at.schema}.actor_day as a) as actors,
						(select jsonb_agg(s order by list, day) from ${at.schema}.day_sum as s) as sums`,
				),
			);
		const [now, anew] = [await counts(place), await counts(await placeOf(data))];
		expect(JSON.stringify(now)).toBe(JSON.stringify(anew));
	});

	test('names and files longer than any index takes stand in their order', async () => {
		const next = random(11);
		// Nothing that could be packed shorter.
		const letters = (count: number) =>
			Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join('');
		const [name, file] = [`Maria ${letters(5000)}`, `${letters(5900)}é/${letters(100)}`];
		const [later, earlier] = [`${name} Zorn`, `${name} Abel`];
		const texts = ['zeta', 'alpha', 'omega'];
		const articles = texts.map((end, at) =>
			article({
				id: `a${at}`,
				file: `${file}/${end}.txt`,
				text: '“First words here,” one said. “Last words,” too.',
			}),
		);
		const actors = [later, name, earlier].map((name, at) =>
			actor(`p${at}`, name, { articles: [`a${at}`], quotations: [`q${at}`, `r${at}`] }),
		);
		const quotations = articles.flatMap((source, at) => [
			quotation(`q${at}`, source, 'Last words', { by: actors[at]! }),
			quotation(`r${at}`, source, 'First words here', { by: actors[at]! }),
		]);
		const of = (count: number): Export => {
			const own = <One>(list: readonly One[], each = 1) => list.slice(0, count * each);
			const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
			const [some, said] = [own(articles), own(quotations, 2)];
			const day = { day: null, stories: [], articles: ids(some), quotations: ids(said), about: [] };
			const lists = { articles: some, actors: own(actors), quotations: said, stories: [], days: [day] };
			return { ...edition, ...lists, problems: [] };
		};
		const place = await emptyPlace();
		// What comes between them changes their order's numbers, and so does what goes.
		for (const count of [1, 2, 3, 2]) {
			await placeOf(of(count), place);
			expect(await toldAt(place)).toEqual(await toldOf(of(count)));
			const [here, there] = [memoryArchive(of(count)), postgresArchive(place)];
			expect(await there.actors(all)).toEqual(await here.actors(all));
			await there.close();
			expect(await flaws(place)).toEqual([]);
		}
	});

	test('an archive that is emptied is empty', async () => {
		const place = await placeOf(edition);
		const nothing: Export = {
			...edition,
			...{ articles: [], actors: [], quotations: [], stories: [], days: [], problems: [] },
		};
		await placeOf(nothing, place);
		expect(await toldAt(place)).toEqual(await toldOf(nothing));
		expect(await flaws(place)).toEqual([]);
		expect(await using(place, (connection) => statusOf(connection, place.schema))).toMatchObject({
			words: 0,
		});
	});

	test('half an edition is none: what goes wrong on the way changes nothing', async () => {
		const place = await placeOf(edition);
		await using(place, async (connection) => {
			const broken: Connection = {
				...connection,
				alive: true,
				async copy(into, lines) {
					if (into.startsWith('actor (')) throw new Error('in the middle');
					await connection.copy(into, lines);
				},
			};
			await expect(writeEdition(broken, place.schema, laterEdition)).rejects.toThrow('in the middle');
			expect(connection.alive).toBe(true);
		});
		expect(await toldAt(place)).toEqual(await toldOf(edition));
	});

	test('who reads is not shut out while a year more is written', async () => {
		const place = await placeOf(edition);
		const { schema } = place;
		const { data } = newsOf(40);
		const reader = await connect(place, { writes: false, statementMs: 2000 });
		const counts = async () => {
			const [one] = await reader.query(
				`select (select count(*) from ${schema}.article) as articles, (select count(*) from ${schema}.quotation) as quotations`,
			);
			return one;
		};
		const [before, after] = [edition, data].map(({ articles, quotations }) => ({
			...{ articles: articles.length, quotations: quotations.length },
		}));
		await using(place, async (connection) => {
			let seen: unknown = null;
			const watched: Connection = {
				...connection,
				alive: true,
				async copy(into, lines) {
					await connection.copy(into, lines);
					// The partitions are full by now, and looked up by what they will be.
					if (into.startsWith('actor (')) seen = await counts();
				},
			};
			// Who asks when the partitions come among the others is waited for, and again.
			const slow = await connect(place, { writes: false, statementMs: 0 });
			await slow.script(`begin; select count(*) from ${schema}.article`);
			const ends = setTimeout(1200).then(() => slow.script('commit'));
			await writeEdition(watched, schema, data);
			await ends;
			await slow.close();
			expect(seen).toEqual(before);
		});
		expect(await counts()).toEqual(after);
		await reader.close();
		expect(await toldAt(place)).toEqual(await toldOf(data));
		expect(await flaws(place)).toEqual([]);
	});

	test('lines are made ready while the server is busy; those that break off leave nothing, and the next are taken', async () => {
		const place = await emptyPlace();
		await using(place, async (connection) => {
			await connection.script('create temp table line (told text)');
			let made = 0;
			function* lines(broken: boolean) {
				for (; made < 5; made++) yield `${'line '.repeat(30_000)}\n`;
				if (broken) throw new Error('no more');
			}
			const copied = using(place, async (other) => {
				await other.script(`select pg_advisory_lock(${process.pid})`);
				const busy = connection.script(`select pg_advisory_lock(${process.pid})`);
				const copied = connection.copy('line', lines(true)).catch(String);
				while (made < 5) await setTimeout(5);
				await other.script(`select pg_advisory_unlock(${process.pid})`);
				await busy;
				return await copied;
			});
			expect(await copied).toContain('no more');
			made = 0;
			const refused = connection.script('select 1 / 0');
			const results = await Promise.allSettled([refused, connection.copy('line', lines(false))]);
			expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
			expect(await connection.query('select count(*) as lines from line')).toEqual([{ lines: 5 }]);
		});
	});

	test('who reads while it is written sees the old edition or the new one, in one answer', async () => {
		const place = await placeOf(edition);
		const archive = postgresArchive(place);
		const [old, other] = [edition, laterEdition].map(({ stories }) => stories.length);
		let writing = true;
		const written = (async () => {
			for (const next of [laterEdition, edition, laterEdition, edition, laterEdition])
				await placeOf(next, place);
			writing = false;
		})();
		const seen = new Set<string>();
		while (writing) {
			const { stories, quotations, days } = await archive.overview();
			seen.add(`${stories} ${quotations} ${days.reduce((sum, day) => sum + day.quotations, 0)}`);
		}
		await written;
		const [one, two] = [edition, laterEdition].map(({ quotations }) => quotations.length);
		for (const state of seen) expect([`${old} ${one} ${one}`, `${other} ${two} ${two}`]).toContain(state);
		await archive.close();
	});

	test('who searches finds what has come since, and no word that is gone', async () => {
		const more: Export = {
			...edition,
			quotations: edition.quotations.map((one, at) =>
				at === 1 ? { ...one, text: `${one.text} Zyzzyva harbourmaster!` } : one,
			),
		};
		const place = await placeOf(edition);
		const archive = postgresArchive(place);
		for (const now of [edition, more, laterEdition, more, edition]) {
			await placeOf(now, place);
			const here = memoryArchive(now);
			for (const words of ['zyzzyva', 'zyzyva harbor', 'harbour master', 'z', 'crate'])
				expect(await archive.quotations({ ...all, words }), words).toEqual(
					await here.quotations({ ...all, words }),
				);
		}
		await archive.close();
	});

	test('who reads an archive that is made anew, or is put back as it was, holds nothing of the one before', async () => {
		const [one, other] = ['Zyzzyva harbourmaster!', 'Quixotry harbourmaster!'].map((said) => ({
			...edition,
			quotations: edition.quotations.map((one, at) =>
				at === 1 ? { ...one, text: `${one.text} ${said}` } : one,
			),
		}));
		const everything = { ...(await emptyPlace()), database: `news_${process.pid}` };
		const saved = { ...everything, database: `saved_${process.pid}` };
		const server = await emptyPlace();
		await using(server, async (connection) => {
			await connection.script(`create database ${everything.database}`);
			await placeOf(edition, everything);
			await connection.script(`create database ${saved.database} template ${everything.database}`);
			const archive = postgresArchive(everything);
			const same = async (data: Export) => {
				const here = memoryArchive(data);
				expect(await archive.overview()).toEqual(await here.overview());
				expect(await archive.stories(all)).toEqual(await here.stories(all));
				for (const words of ['', 'zyzzyva', 'quixotry', 'zyzyva', 'harbor', 'crate'])
					expect(await archive.quotations({ ...all, words }), words).toEqual(
						await here.quotations({ ...all, words }),
					);
			};
			await same(edition);
			await placeOf(one!, everything);
			await same(one!);
			const before = archive.seen()?.edition;
			await connection.script(`drop database ${everything.database} with (force)`);
			await connection.script(`create database ${everything.database} template ${saved.database}`);
			await placeOf(other!, everything);
			await same(other!);
			expect(archive.seen()?.edition).not.toBe(before);
			await using(everything, (to) => to.script(`drop schema ${everything.schema} cascade`));
			await placeOf(laterEdition, everything);
			await same(laterEdition);
			const first = archive.seen()?.edition;
			await using(everything, (to) => to.script(`drop schema ${everything.schema} cascade`));
			await placeOf(edition, everything);
			await same(edition);
			expect(archive.seen()?.edition).not.toBe(first);
			await archive.close();
		});
	});

	test('two who write at once write one after the other', async () => {
		const place = await placeOf(edition);
		await Promise.all([
			placeOf(laterEdition, place),
			placeOf(laterEdition, place),
			placeOf(laterEdition, place),
		]);
		expect(await toldAt(place)).toEqual(await toldOf(laterEdition));
		expect(await flaws(place)).toEqual([]);
	});

	test('who waits for another to write is told so', async () => {
		const place = await placeOf(edition);
		const told: string[] = [];
		await using(place, async (first) => {
			let second: Promise<unknown> = Promise.resolve();
			await wholly(first, place.schema, async () => {
				second = using(place, (to) =>
					writeEdition(to, place.schema, laterEdition, { waiting: () => told.push('waiting') }),
				);
				await vi.waitFor(() => expect(told).toEqual(['waiting']), 20_000);
				told.push('done');
			});
			await second;
			await writeEdition(first, place.schema, edition, { waiting: () => told.push('again') });
		});
		expect(told).toEqual(['waiting', 'done']);
		expect(await toldAt(place)).toEqual(await toldOf(edition));
	});

	test('two who make the tables at once make them once; a script of none is empty', async () => {
		const place = await emptyPlace();
		const made = await Promise.all([1, 2].map(() => using(place, (to) => migrate(to, place.schema))));
		expect(made.sort()).toEqual([0, VERSION]);
		expect(await using(place, (to) => versionOf(to, place.schema))).toBe(VERSION);
		expect(scriptFrom(VERSION, place.schema)).toBe('');
	});

	test('who reads needs the right to SELECT, and may do nothing else', async () => {
		const place = await placeOf(edition);
		const { schema } = place;
		await using(place, (connection) =>
			connection.script(
				`create role ${schema} login; grant usage on schema ${schema} to ${schema}; grant select on all tables in schema ${schema} to ${schema}`,
			),
		);
		// A partition that comes later is read through its table.
		await placeOf({ ...laterEdition, ...newsOf(20).data }, place);
		await placeOf(edition, place);
		const reader: Address = { ...place, user: schema };
		expect(await toldAt(reader)).toEqual(await toldOf(edition));
		const connection = await connect(reader, { writes: false, statementMs: 1000 });
		await expect(connection.query(`delete from ${schema}.fact`)).rejects.toThrow('permission denied');
		await expect(writeEdition(connection, schema, laterEdition)).rejects.toThrow('permission denied');
		await connection.close();
	});

	test('who is asked for by name is found as in any archive, by a part of it, by id, or with a typo', async () => {
		const { data } = newsOf(40);
		const archive = postgresArchive(await placeOf(data));
		const here = memoryArchive(data);
		const quoted = (await here.actors(all)).rows.map(({ actor }) => actor);
		const only = quoted.find(
			({ name }) => quoted.filter((one) => one.name.includes(name.split(' ').at(-1)!)).length === 1,
		)!;
		const typo = only.name.replace(/(.)(.)$/, '$1$1$2');
		for (const asked of [only.name, only.name.toUpperCase(), only.name.split(' ').at(-1)!, only.id, typo])
			for (const one of [archive, here]) expect(await actorIn(one, asked), asked).toBe(only.id);
		for (const asked of ['Nobody Whatsoever', ' ', '%', "'"])
			await expect(actorIn(archive, asked), asked).rejects.toThrow('nobody who is quoted');
		await archive.close();
	});

	test('who leaves need not wait: not for an answer, nor for a connection', async () => {
		const place = await placeOf(edition);
		// Longer than any test may take.
		const silent = { ...place, connectSeconds: 3600 };
		const archive = postgresArchive(silent, { statementMs: 3_600_000 });
		await archive.overview();
		await using(place, async (connection) => {
			await connection.script(`begin; lock table ${place.schema}.story in access exclusive mode`);
			const asked = [archive.stories(all), archive.overview()].map((one) =>
				one.then(() => 'answered', String),
			);
			await setTimeout(50);
			await archive.close();
			for (const one of asked) expect(await one).not.toBe('answered');
			await connection.script('rollback');
		});
		await expect(archive.overview()).rejects.toThrow();
		const mute = createServer(() => {}).listen(0, '127.0.0.1');
		await once(mute, 'listening');
		const { port } = mute.address() as { port: number };
		const waiting = postgresArchive({ ...silent, hosts: [{ host: '127.0.0.1', port }] });
		const asked = waiting.overview().then(() => 'answered', String);
		await once(mute, 'connection');
		await waiting.close();
		expect(await asked).not.toBe('answered');
		mute.close();
	});

	test('who may not read is told so, and which rights are missing; where no archive is, that', async () => {
		const place = await placeOf(edition);
		const { schema } = place;
		const asked = async (reader: Address): Promise<string> => {
			const archive = postgresArchive(reader);
			const told = await archive.overview().then(() => 'everything', String);
			await archive.close();
			return told;
		};
		await using(place, async (connection) => {
			await connection.script(`create role ${schema} login`);
			const reader: Address = { ...place, user: schema };
			const missing = `grant usage on schema ${schema} to ${schema}; grant select on all tables in schema ${schema} to ${schema}`;
			expect(await asked(reader)).toContain(missing);
			await connection.script(`grant usage on schema ${schema} to ${schema}`);
			expect(await asked(reader)).toContain(missing);
			await connection.script(`grant select on all tables in schema ${schema} to ${schema}`);
			expect(await asked(reader)).toBe('everything');
			await connection.script(`revoke select on ${schema}.story from ${schema}`);
			expect(await asked(reader)).toContain(missing);
			await connection.script(`revoke usage on schema ${schema} from ${schema}`);
			expect(await asked(reader)).toContain(missing);
			// Not the rights are missing, but the table.
			await connection.script(`drop table ${schema}.problem`);
			expect(await asked(place)).toContain('"problem" does not exist');
			await connection.script(`drop schema ${schema} cascade`);
			for (const one of [reader, place]) expect(await asked(one)).toContain('quotidian archive init');
			await connection.script(`create schema ${schema}`);
			for (const one of [reader, place]) expect(await asked(one)).toContain('quotidian archive init');
		});
	});

	test('an archive of another version is not read, and it is told whose turn it is, also when it changes meanwhile', async () => {
		const place = await placeOf(edition);
		const archive = postgresArchive(place);
		await archive.overview();
		await using(place, async (connection) => {
			const { schema } = place;
			await connection.script(
				`insert into ${schema}.migration (number, name) values (${VERSION + 1}, 'later')`,
			);
			await expect(archive.overview()).rejects.toThrow('newer than this program');
			await expect(migrate(connection, schema)).rejects.toThrow('newer than this program');
			await connection.script(`delete from ${schema}.migration where number > ${VERSION}`);
			expect(await archive.overview()).toMatchObject({ articles: 3 });
			await connection.script(`update ${schema}.migration set number = number - 1`);
			await expect(archive.overview()).rejects.toThrow(
				VERSION === 1 ? 'archive init' : 'quotidian archive migrate',
			);
		});
		expect(misfit(VERSION)).toBeNull();
		expect(misfit(VERSION - 0.5)).toContain('quotidian archive migrate');
		await archive.close();
	});

	test('several accounts write what belongs to a role they are all of', async () => {
		const place = await emptyPlace();
		const { schema } = place;
		const accounts = ['ada', 'ben'].map((name) => `${schema}_${name}`);
		await using(place, (connection) =>
			connection.script(
				[
					`create role ${schema} nologin; grant create on database postgres to ${schema}`,
					...accounts.flatMap((name) => [
						`create role ${name} login in role ${schema}`,
						`alter role ${name} set role to ${schema}`,
					]),
				].join(';'),
			),
		);
		const [one, other] = accounts.map((user): Address => ({ ...place, user }));
		await placeOf(edition, one);
		// A partition more, which only an owner may add.
		await placeOf(newsOf(40).data, other);
		await placeOf(laterEdition, one);
		expect(await toldAt(other!)).toEqual(await toldOf(laterEdition));
		expect(await flaws(place)).toEqual([]);
		await using(place, (connection) =>
			connection.script(
				`drop schema ${schema} cascade; drop owned by ${schema}; drop role ${[...accounts, schema].join(', ')}`,
			),
		);
	});

	test('check finds what is counted wrongly', async () => {
		const place = await placeOf(edition);
		const { schema } = place;
		for (const [spoil, what] of [
			['update day_count set quotations = quotations + 1 where quotations = 2', 'days are counted wrongly'],
			['delete from actor_day where actor = $$p1$$', 'days of actors are counted wrongly'],
			['update actor set quotations = 7', 'actors are counted wrongly'],
			['delete from quotation where id = $$q6$$', 'rows are not those that were written'],
			['delete from article where id = $$a1$$', 'quotations stand in no article'],
			['update word set docs = docs + 1', 'words are counted wrongly'],
			[
				'update quotation set tokens = $$$$::tsvector',
				'words, or days, are not among those a quotation is found by',
			],
			[
				"update quotation set tokens = ts_delete(tokens, '~' || day)",
				'words, or days, are not among those a quotation is found by',
			],
		] as const) {
			await using(place, async (connection) => {
				await connection.script(`set search_path to ${schema}; ${spoil}`);
			});
			expect((await flaws(place)).map((flaw) => flaw.what)).toContain(what);
		}
	});

	test('a statement that takes too long is given up, and the next is answered', async () => {
		const place = await placeOf(edition);
		const connection = await connect(place, { writes: false, statementMs: 100 });
		await connection.script('begin; set local statement_timeout to 50');
		await expect(connection.query('select pg_sleep(5)')).rejects.toThrow('statement timeout');
		await connection.script('rollback');
		expect(await connection.query('select 1 as one')).toEqual([{ one: 1 }]);
		await connection.close();
	});

	test('a writer that is killed at any moment leaves one edition or the other, whole', async () => {
		const place = await placeOf(edition);
		const program = join(mkdtempSync(join(tmpdir(), 'quotidian-writer-')), 'writer.cjs');
		await build({
			entryPoints: [join(import.meta.dirname, 'postgres-writer.ts')],
			outfile: program,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			define: { 'import.meta.url': JSON.stringify(import.meta.url) },
			logLevel: 'error',
		});
		const whole = [await toldOf(edition), await toldOf(laterEdition)];
		for (let kill = 0; kill < KILLS; kill++) {
			const child = spawn(process.execPath, [program, JSON.stringify(place)], {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const ended = once(child, 'exit');
			await once(child.stdout, 'data');
			// Moments that differ from kill to kill, and are the same in every run.
			await setTimeout((kill * 37) % 101);
			child.kill('SIGKILL');
			await ended;
			// What was on its way to the server still comes to its end.
			await using(place, (connection) => wholly(connection, place.schema, async () => {}));
			expect(whole).toContainEqual(await toldAt(place));
		}
		await placeOf(edition, place);
		expect(await toldAt(place)).toEqual(whole[0]);
		expect(await flaws(place)).toEqual([]);
	});
});
