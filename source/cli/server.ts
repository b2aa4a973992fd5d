/** Archives on a server: opened to be read, written to, and looked after. A file of its own, which most starts never load. */
import type { Archive } from '../archive/archive.ts';
import { type Meaning, patient } from '../archive/patient.ts';
import { type Address, parseAddress, shownAddress } from '../archive/postgres/address.ts';
import { postgresArchive } from '../archive/postgres/archive.ts';
import { flawsIn, type Status, statusOf } from '../archive/postgres/check.ts';
import { type Connection, connect, isLost, isSlow, wordsOf } from '../archive/postgres/driver.ts';
import { migrate, misfit, scriptFrom, UNMADE, VERSION, versionOf } from '../archive/postgres/schema.ts';
import { type Written, writeEdition } from '../archive/postgres/write.ts';
import { safeLine } from '../safe.ts';
import type { Hearing } from '../terminal/app.tsx';
import type { Export } from '../types.ts';
import { NothingFound, UsageError } from './mistakes.ts';
import { writeAll } from './write.ts';

export interface Served {
	readonly archive: Archive;
	/** Goes on while the reader reads. */
	readonly beside: (hearing: Hearing) => void;
	readonly close: () => Promise<void>;
	/** Tells it from other archives. */
	readonly name: string;
}

/** From one look at what was written to the next. */
const LOOK_MS = 5000;

/** Throws `UsageError` for an address that makes none, `NothingFound` where nothing answers or no archive is. */
export async function openServer(text: string): Promise<Served> {
	const address = addressIn(text);
	const own = postgresArchive(address);
	try {
		await own.overview();
	} catch (error) {
		await own.close();
		throw new NothingFound(`${shownAddress(address)}: ${wordsOf(error)}`);
	}
	let hearing: Hearing | null = null;
	let closed = false;
	let timer: NodeJS.Timeout | null = null;
	const archive = patient(own, meaningOf, {
		lost(error) {
			// When it is of stands first: it is not to be cut off where the window is narrow.
			const from = `what is shown is of ${own.seen()?.written.slice(0, 16)}`;
			hearing?.away(safeLine(`${from}; no answer, trying again`));
			hearing?.said(safeLine(`${from}; the archive does not answer (${wordsOf(error)})`));
		},
		found() {
			hearing?.away(null);
			hearing?.said(safeLine('the archive answers again'));
		},
		slow() {
			hearing?.said(safeLine('the archive takes long; it is asked again'));
		},
	});
	return {
		archive,
		name: shownAddress(address) + (address.schema === '' ? '' : ` ${address.schema}`),
		beside(heard) {
			hearing = heard;
			let edition = own.seen()?.edition;
			const look = async () => {
				try {
					await archive.renew();
					const now = own.seen()?.edition;
					if (now !== edition) heard.changed();
					edition = now;
				} catch {}
				if (!closed) timer = setTimeout(look, LOOK_MS).unref();
			};
			timer = setTimeout(look, LOOK_MS).unref();
		},
		async close() {
			closed = true;
			if (timer) clearTimeout(timer);
			archive.leave();
			await own.close();
		},
	};
}

const meaningOf = (error: unknown): Meaning => (isLost(error) ? 'lost' : isSlow(error) ? 'slow' : 'error');

/** Puts an edition there; makes the tables first where there are none. */
export async function writeTo(text: string, data: Export, waiting: () => void): Promise<Written> {
	return await connected(text, true, async (connection, address) => {
		await mustBeCurrent(connection, address);
		return await writeEdition(connection, address.schema, data, { waiting });
	});
}

/** Whether an archive can be written there, before anybody reads a thousand articles for it. */
export async function mayWriteTo(text: string): Promise<void> {
	await connected(text, true, mustBeCurrent);
}

async function mustBeCurrent(connection: Connection, { schema }: Address): Promise<void> {
	const misfits = misfit(await versionOf(connection, schema));
	if (misfits !== null) throw new NothingFound(misfits);
}

export const ACTIONS = ['init', 'migrate', 'status', 'check'] as const;
export type Action = (typeof ACTIONS)[number];

/** Resolves with the exit code. */
export async function obeyArchive(
	action: Action,
	text: string,
	{
		dryRun,
		json,
		tell,
	}: { readonly dryRun: boolean; readonly json: boolean; readonly tell: (line: string) => void },
): Promise<number> {
	const writes = (action === 'init' || action === 'migrate') && !dryRun;
	return await connected(text, writes, async (connection, address) => {
		const { schema } = address;
		const version = await versionOf(connection, schema);
		switch (action) {
			case 'init':
			case 'migrate': {
				const misfits = misfit(version);
				if (misfits !== null && (version > VERSION || (action === 'migrate' && version === 0)))
					throw new NothingFound(misfits);
				if (dryRun) {
					await writeAll(process.stdout, [scriptFrom(version, schema)]);
					return 0;
				}
				const steps = await migrate(connection, schema);
				tell(
					steps === 0
						? `${shownAddress(address)} is up to date (version ${VERSION})`
						: `${shownAddress(address)} is at version ${VERSION} now; who only reads wants: grant usage on schema ${schema} to READER; grant select on all tables in schema ${schema} to READER`,
				);
				return 0;
			}
			case 'status': {
				if (version === 0) throw new NothingFound(UNMADE);
				const status = await statusOf(connection, schema);
				await writeAll(process.stdout, [
					json
						? `${JSON.stringify({ version, ...status, behind: status.replica?.behind ?? null }, null, 2)}\n`
						: statusWords(version, status),
				]);
				return 0;
			}
			case 'check': {
				await mustBeCurrent(connection, address);
				const flaws = await flawsIn(connection, schema);
				for (const { what, rows } of flaws) tell(`${rows}: ${what}`);
				if (flaws.length === 0) tell('everything is as it should be');
				return flaws.length === 0 ? 0 : 1;
			}
		}
	});
}

function statusWords(version: number, status: Status): string {
	const { written, replica, bytes, edition, ...counts } = status;
	const rows: readonly (readonly [string, string])[] = [
		['version', version === VERSION ? String(version) : `${version}, of ${VERSION} that this program knows`],
		['written', written === null ? 'never' : `${written} (edition ${edition})`],
		...Object.entries(counts).map(([name, count]) => [name, String(count)] as const),
		['size', `${Math.round(bytes / 2 ** 20)} MB`],
		...(replica === null ? [] : [['replica', replicaWords(replica)] as const]),
	];
	return rows.map(([name, value]) => `${name.padEnd(12)}${safeLine(value)}\n`).join('');
}

function replicaWords({ behind, paused }: NonNullable<Status['replica']>): string {
	const heard =
		behind === null
			? 'has heard of nothing since it started'
			: `${behind.toFixed(1)} s since the last thing it heard of`;
	return paused ? `${heard}; held back (pg_wal_replay_resume)` : heard;
}

async function connected<Result>(
	text: string,
	writes: boolean,
	work: (connection: Connection, address: Address) => Promise<Result>,
): Promise<Result> {
	const address = addressIn(text);
	let connection: Connection;
	try {
		connection = await connect(address, { writes, statementMs: 0 });
	} catch (error) {
		throw new NothingFound(wordsOf(error));
	}
	try {
		return await work(connection, address);
	} catch (error) {
		// Whatever the server says is no bug of ours: a full disk, a right that is missing, a line that broke.
		const ofServer = isLost(error) || (error instanceof Error && 'code' in error);
		if (error instanceof NothingFound || !ofServer) throw error;
		throw new NothingFound(`${shownAddress(address)}: ${wordsOf(error)}`);
	} finally {
		await connection.close();
	}
}

function addressIn(text: string): Address {
	try {
		return parseAddress(text, process.env);
	} catch (error) {
		throw new UsageError(wordsOf(error));
	}
}
