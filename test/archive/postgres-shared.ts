/** The server that all tests of a run share, each in schemas of its own. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Archive } from '../../source/archive/archive.ts';
import { type Address, parseAddress } from '../../source/archive/postgres/address.ts';
import { postgresArchive } from '../../source/archive/postgres/archive.ts';
import { type Connection, connect } from '../../source/archive/postgres/driver.ts';
import type { Limits } from '../../source/archive/postgres/finding.ts';
import { migrate } from '../../source/archive/postgres/schema.ts';
import { LIMITS } from '../../source/archive/postgres/search.ts';
import { writeEdition } from '../../source/archive/postgres/write.ts';
import type { Export } from '../../source/types.ts';
import { programs, startServer } from './postgres-server.ts';

/** Without it nothing of this can be tried, and the tests say so. */
export const hasPostgres: boolean = programs() !== null && process.env.QUOTIDIAN_TEST_POSTGRES !== undefined;
// biome-ignore lint/suspicious/noConsole: whoever runs the tests is to see it
if (!hasPostgres) console.warn('no PostgreSQL here (apt-get install postgresql): its tests are SKIPPED');

/** How a test that was left out is called. */
export const orSkipped = (title: string): string =>
	hasPostgres ? title : `SKIPPED, no PostgreSQL here: ${title}`;

/** The address of the server; the first who asks starts it. */
async function sharedServer(): Promise<string> {
	const folder = process.env.QUOTIDIAN_TEST_POSTGRES!;
	const told = join(folder, 'address');
	try {
		mkdirSync(join(folder, 'starting'));
	} catch {
		while (!existsSync(told)) await setTimeout(20);
		return readFileSync(told, 'utf8');
	}
	const server = await startServer({ folder });
	writeFileSync(`${told}.new`, server.address());
	renameSync(`${told}.new`, told);
	return server.address();
}

let schemas = 0;

/** Where a test has the place for itself. */
export async function emptyPlace(): Promise<Address> {
	const server = await sharedServer();
	return parseAddress(`${server}?schema=q${process.pid}_${++schemas}`, {});
}

export async function writer(address: Address): Promise<Connection> {
	return await connect(address, { writes: true, statementMs: 0 });
}

/** A new place with an edition. */
export async function placeOf(data: Export, address?: Address, busy?: number): Promise<Address> {
	const place = address ?? (await emptyPlace());
	const connection = await writer(place);
	await migrate(connection, place.schema);
	await writeEdition(connection, place.schema, data, { busy });
	await connection.close();
	return place;
}

/** An archive that is opened when it is first asked. */
export function eventually(open: () => Promise<Archive>): Archive {
	let archive: Promise<Archive> | null = null;
	return new Proxy({} as Archive, {
		get:
			(_, method: keyof Archive) =>
			async (...values: readonly unknown[]) => {
				archive ??= open();
				const ask = (await archive)[method] as (...values: readonly unknown[]) => unknown;
				return await ask(...values);
			},
	});
}

export const openedOn = (data: Export, limits: Limits = LIMITS): Archive =>
	eventually(async () => postgresArchive(await placeOf(data), { limits }));
