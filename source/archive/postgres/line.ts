/**
 * A reader's one connection. Every question is a transaction of its own that only reads, and sees one state of the archive
 * from its first statement to its last; nothing outlasts it, so that a pool may stand between. A connection that is lost
 * is made anew, at first at once and then after longer and longer pauses.
 */
import type { Address } from './address.ts';
import {
	type Connection,
	connect,
	isForbidden,
	isLost,
	isUnmade,
	type Row,
	Unreachable,
	type Value,
	wordsOf,
} from './driver.ts';
import { misfit, UNMADE } from './schema.ts';

export interface Question {
	query(sql: string, values?: readonly Value[]): Promise<Row[]>;
	/** New with everything that is written, and never the same again. */
	readonly edition: string;
}

export interface Line {
	ask<Answer>(work: (question: Question) => Promise<Answer>): Promise<Answer>;
	/** When the edition was written that was last seen; null before the first question. */
	readonly seen: () => { readonly edition: string; readonly written: string } | null;
	/** At once, though a question be under way. */
	close(): Promise<void>;
}

/** Pauses before a connection is tried again, in milliseconds; the last one for ever. */
const PAUSES = [0, 250, 500, 1000, 2000, 5000] as const;

/** There is a server, and no archive on it that this program can read, or that this account may. */
export class NoArchive extends Error {
	override readonly name = 'NoArchive';
}

/** Why an account finds no tables: there are none, or it may not read them. Null: for another reason. */
async function lackOf({ query }: Connection, schema: string): Promise<string | null> {
	// What may not be read is left out of the search path without a word; the catalog tells of it all the same.
	const [row] = await query(
		`select count(*) filter (where pg_class.relname = 'migration') as made, quote_ident(current_user) as reader,
			count(*) filter (where not has_schema_privilege(pg_namespace.oid, 'usage')
				or not has_table_privilege(pg_class.oid, 'select')) as barred
		from pg_namespace join pg_class on relnamespace = pg_namespace.oid and relkind in ('r', 'p') and not relispartition
		where nspname = $1`,
		[schema],
	);
	if (row.made === 0) return UNMADE;
	if (row.barred === 0) return null;
	return `${row.reader} may not read the archive there: grant usage on schema ${schema} to ${row.reader}; grant select on all tables in schema ${schema} to ${row.reader}`;
}

export function lineTo(address: Address, statementMs: number): Line {
	const { schema } = address;
	const opening = `begin isolation level repeatable read read only;
set local search_path to ${schema}; set local statement_timeout to ${statementMs}; set local enable_seqscan to off; set local jit to off;
set local work_mem to '64MB';
select name, value from fact where name in ('edition', 'state', 'written')
union all select 'version', max(number)::text from migration`;
	const leaving = new AbortController();
	let connection: Connection | null = null;
	let failures = 0;
	let nextTry = 0;
	let failure: unknown = null;
	let seen: { readonly edition: string; readonly written: string } | null = null;
	let last: Promise<unknown> = Promise.resolve();

	async function connected(): Promise<Connection> {
		if (connection?.alive) return connection;
		if (Date.now() < nextTry) throw failure;
		try {
			connection = await connect(address, { writes: false, statementMs, left: leaving.signal });
		} catch (error) {
			failures++;
			failure = error;
			nextTry = Date.now() + PAUSES[Math.min(failures, PAUSES.length - 1)]!;
			throw error;
		}
		failures = 0;
		return connection;
	}

	async function answered<Answer>(work: (question: Question) => Promise<Answer>): Promise<Answer> {
		const on = await connected();
		try {
			const facts = new Map((await on.script(opening)).map(({ name, value }) => [name, String(value)]));
			const misfits = misfit(Number(facts.get('version')));
			if (misfits !== null) throw new NoArchive(misfits);
			const edition = facts.get('state') ?? facts.get('edition') ?? '0';
			seen = { edition, written: facts.get('written') ?? '' };
			const answer = await work({ query: on.query, edition });
			// The next question waits for its end; this answer need not.
			on.script('commit').catch(() => {});
			return answer;
		} catch (error) {
			const ended = on.alive ? on.script('rollback').catch(() => {}) : null;
			if (!isUnmade(error) && !isForbidden(error)) throw error;
			await ended;
			throw new NoArchive((await lackOf(on, schema)) ?? wordsOf(error));
		}
	}

	return {
		ask(work) {
			const mine = last.then(async () => {
				try {
					return await answered(work);
				} catch (error) {
					// Lost in the middle: nothing was changed, so it is asked once more on a new connection.
					if (!isLost(error) || error instanceof Unreachable || connection?.alive || leaving.signal.aborted)
						throw error;
					return await answered(work);
				}
			});
			last = mine.catch(() => {});
			return mine;
		},
		seen: () => seen,
		async close() {
			leaving.abort();
		},
	};
}
