/**
 * SQLite, by whichever driver is there: Node's own from 22.13 on, else the package libsql, which comes with its binary and
 * needs no compiler. Everything is done at once and blocks the thread: not for the one that answers keys.
 */
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import { type Gate, inside } from './gate.ts';

export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

export interface Database {
	/** Statements without parameters. */
	exec(sql: string): void;
	/** Statements are prepared once each. */
	all(sql: string, ...values: readonly Value[]): readonly Row[];
	get(sql: string, ...values: readonly Value[]): Row | null;
	/** The row id of what was inserted. */
	run(sql: string, ...values: readonly Value[]): number;
	/** Once is enough. */
	close(): void;
}

/** What both drivers have in common. */
interface Statement {
	all(...values: unknown[]): unknown[];
	get(...values: unknown[]): unknown;
	run(...values: unknown[]): { readonly lastInsertRowid: number | bigint };
}
interface Connection {
	exec(sql: string): unknown;
	prepare(sql: string): Statement;
	close(): unknown;
}
interface Driver {
	readonly open: (file: string) => Connection;
	/** How a statement takes its values. */
	readonly bound: (values: readonly Value[]) => unknown[];
}

/** How long to wait for another program that writes. */
const BUSY_MS = 10_000;

/**
 * Throws what the driver throws: a file that is no database, or damaged, is told of when it is first read. A thread that may
 * be ended is started with a gate in its data (gate.ts), and goes through it here.
 */
export function openDatabase(file: string): Database {
	const driver = foundDriver();
	if (driver === null) throw new NoDriver();
	const gate = (workerData as { readonly gate?: Gate } | null)?.gate ?? null;
	const connection = inside(gate, () => driver.open(file));
	const prepared = new Map<string, Statement>();
	const statement = (sql: string) => {
		let known = prepared.get(sql);
		if (!known) prepared.set(sql, (known = connection.prepare(sql)));
		return known;
	};
	let open = true;
	const exec = (sql: string) => void inside(gate, () => connection.exec(sql));
	exec(`pragma busy_timeout = ${BUSY_MS}`);
	return {
		exec,
		all: (sql, ...values) => inside(gate, () => statement(sql).all(...driver.bound(values)) as Row[]),
		get: (sql, ...values) =>
			inside(gate, () => (statement(sql).get(...driver.bound(values)) as Row | undefined) ?? null),
		run: (sql, ...values) =>
			inside(gate, () => Number(statement(sql).run(...driver.bound(values)).lastInsertRowid)),
		close() {
			if (open) inside(gate, () => connection.close());
			open = false;
		},
	};
}

/** Does all of something or nothing; meanwhile nobody else writes. */
export function wholly<Result>(database: Database, work: () => Result): Result {
	database.exec('begin immediate');
	try {
		const result = work();
		database.exec('commit');
		return result;
	} catch (error) {
		// A full disk has rolled it back already, and then there is nothing to roll back.
		try {
			database.exec('rollback');
		} catch {}
		throw error;
	}
}

/** Neither is there. */
export class NoDriver extends Error {
	override readonly name = 'NoDriver';
	constructor() {
		super('no SQLite here: it comes with Node from 22.13 on, or with the package libsql');
	}
}

export function hasDriver(): boolean {
	return foundDriver() !== null;
}

function foundDriver(): Driver | null {
	return nodeDriver() ?? packagedDriver();
}

function nodeDriver(): Driver | null {
	// Node says aloud that its driver is young; a reader at a screen can do nothing with that.
	const { emitWarning } = process;
	process.emitWarning = () => {};
	try {
		const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as {
			readonly DatabaseSync: new (file: string) => Connection;
		};
		return {
			open: (file) => new DatabaseSync(file),
			bound: (values) => [...values],
		};
	} catch {
		return null;
	} finally {
		process.emitWarning = emitWarning;
	}
}

function packagedDriver(): Driver | null {
	try {
		const Connection = createRequire(import.meta.url)('libsql') as new (file: string) => Connection;
		// Values that are not in a list of their own end the whole process when one is bytes.
		return { open: (file) => new Connection(file), bound: (values) => [values] };
	} catch {
		return null;
	}
}

/** Bytes of a row, however the driver gives them; Node's own keeps none at all as null. */
export function bytesOf(value: unknown): Uint8Array {
	return value instanceof ArrayBuffer
		? new Uint8Array(value)
		: ((value as Uint8Array | null) ?? new Uint8Array());
}
