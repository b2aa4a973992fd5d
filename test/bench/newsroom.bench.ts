/**
 * The same archive embedded and on PostgreSQL, in one run and on one machine: what opening it costs, a page, and every key of
 * misspelt queries; then readers by the hundred. QUOTIDIAN_BENCH=1000000 takes another size (and wants
 * `NODE_OPTIONS=--max-old-space-size=12000`).
 */
import { afterAll, bench, describe } from 'vitest';
import { type Archive, EVERYWHERE } from '../../source/archive/archive.ts';
import { parseAddress } from '../../source/archive/postgres/address.ts';
import { postgresArchive } from '../../source/archive/postgres/archive.ts';
import { opened, written } from '../archive/engines.ts';
import { programs, startServer } from '../archive/postgres-server.ts';
import { placeOf } from '../archive/postgres-shared.ts';
import { newsOf } from './news-of.ts';

const QUOTATIONS = Number(process.env.QUOTIDIAN_BENCH ?? 100_000);
const READERS = [1, 10, 50, 200];
const PAGE = 60;

const able = programs() !== null;
const { data, queries } = newsOf(able ? QUOTATIONS : 100);
const keys = queries
	.filter(({ kind }) => kind === 'typo' || kind === 'two typos')
	.flatMap(({ typed }) => Array.from(typed, (_, at) => typed.slice(0, at + 1)));
const server = able ? await startServer({ settings: ['shared_buffers=1GB', 'max_connections=300'] }) : null;
const address = parseAddress(server?.address() ?? 'postgres://', {});
if (server) await placeOf(data, address);
const file = written(data);
afterAll(() => server?.end());

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: PAGE } as const;

const engines: readonly [name: string, open: () => Archive][] = [
	['SQLite', () => opened(file)],
	['PostgreSQL', () => postgresArchive(address)],
];

describe.skipIf(!able).each(engines)(`${QUOTATIONS} quotations, %s`, (_, open) => {
	const archive = open();
	let key = 0;
	bench('opened, and the first page of stories', async () => {
		const fresh = open();
		await fresh.overview();
		await fresh.stories(all);
		await fresh.close();
	});
	bench('a page of quotations further on', async () => {
		const { rows } = await archive.quotations({ ...all, words: '' });
		await archive.quotations({ ...all, words: '', cut: { from: 'after', key: rows.at(-1)!.key } });
	});
	bench(
		'a key of a misspelt query',
		async () => {
			await archive.quotations({ ...all, words: keys[key++ % keys.length]! });
		},
		{ iterations: keys.length },
	);
});

describe.skipIf(!able).each(READERS)('%d readers at once, each a page or a key', (count) => {
	const readers = Array.from({ length: count }, () => postgresArchive(address));
	let asked = 0;
	bench('all of them', async () => {
		await Promise.all(
			readers.map(async (reader) => {
				const words = asked++ % 2 === 0 ? '' : keys[asked % keys.length]!;
				await reader.quotations({ ...all, words });
			}),
		);
	});
});
