/** PostgreSQL through the package pg, which is loaded only when a server is asked for. */
import { createRequire } from 'node:module';
import { type Address, type Session, shownAddress, tlsOf } from './address.ts';
import { Copying } from './copying.ts';

export type Value = string | number | boolean | null | readonly string[] | readonly number[] | Buffer;
// biome-ignore lint/suspicious/noExplicitAny: what a row holds is known by who wrote the statement
export type Row = any;

export interface Connection {
	/** One statement, never prepared by name. */
	query(sql: string, values?: readonly Value[]): Promise<Row[]>;
	/** Several statements without values; the rows of the last. */
	script(sql: string): Promise<Row[]>;
	/** Lines as COPY reads them. */
	copy(into: string, lines: Iterable<string>): Promise<void>;
	/** False once it is lost. */
	readonly alive: boolean;
	close(): Promise<void>;
}

/** The package is not there. */
export class NoPackage extends Error {
	override readonly name = 'NoPackage';
	constructor() {
		super('an archive on PostgreSQL wants the package pg: npm install pg');
	}
}

/** No server answers, or none of the kind that was asked for. */
export class Unreachable extends Error {
	override readonly name = 'Unreachable';
}

/** What pg has that is used here. */
interface Client {
	connect(): Promise<unknown>;
	query(sql: string | Copying, values?: readonly unknown[]): Promise<Result | readonly Result[]>;
	on(event: 'error' | 'end', hear: (error?: Error) => void): unknown;
	end(): Promise<void>;
	readonly connection: { readonly stream: { destroy(): void; unref?(): void } };
}
interface Result {
	readonly rows: Row[];
}
interface Package {
	readonly Client: new (config: object) => Client;
	readonly types: { getTypeParser(oid: number, format?: string): (text: string) => unknown };
}
const INT8 = 20;
const NUMERIC = 1700;
/** Beyond what a statement may take, how long to wait for a server that says nothing any more. */
const SILENCE_MS = 5000;
/** After so long without a word the system asks whether the server is still there (its own default: two hours). */
const KEEP_ALIVE_MS = 30_000;

export interface Manner {
	readonly writes: boolean;
	/** What no statement may take longer than; 0: it may. */
	readonly statementMs: number;
	/** Nobody waits any more: whatever is under way is left as it is. */
	readonly left?: AbortSignal;
}

/** Connects to the first of the hosts that is of the kind asked for. Throws `Unreachable`, `NoPackage` or `BadAddress`. */
export async function connect(address: Address, manner: Manner): Promise<Connection> {
	const pg = loaded();
	const session = address.session ?? (manner.writes ? 'read-write' : 'any');
	const wanted: readonly Session[] = session === 'prefer-standby' ? ['standby', 'any'] : [session];
	let failure: unknown = null;
	for (const kind of wanted)
		for (const at of address.hosts)
			try {
				manner.left?.throwIfAborted();
				const connection = await connected(pg, address, at, manner);
				if (await isOf(connection, kind)) return connection;
				await connection.close();
				failure ??= new Error(`${at.host} is not ${kind}`);
			} catch (error) {
				failure = error;
			}
	throw new Unreachable(`${shownAddress(address)}: ${wordsOf(failure)}`);
}

async function isOf(connection: Connection, kind: Session): Promise<boolean> {
	if (kind === 'any') return true;
	const [row] = await connection.query(
		`select pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as fixed`,
	);
	switch (kind) {
		case 'read-write':
			return !row.standby && !row.fixed;
		case 'read-only':
			return row.standby || row.fixed;
		case 'primary':
			return !row.standby;
		default:
			return row.standby;
	}
}

async function connected(
	pg: Package,
	address: Address,
	{ host, port }: Address['hosts'][number],
	{ statementMs, left }: Manner,
): Promise<Connection> {
	const tls = host.startsWith('/') ? null : tlsOf(address);
	const config = {
		host,
		port,
		user: address.user,
		database: address.database,
		password: address.password({ host, port }) ?? undefined,
		options: address.options ?? undefined,
		application_name: 'quotidian',
		connectionTimeoutMillis: address.connectSeconds * 1000,
		keepAlive: true,
		keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
		query_timeout: statementMs === 0 ? undefined : statementMs + SILENCE_MS,
		types: {
			getTypeParser: (oid: number, format?: string) =>
				oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
		},
	};
	const attempts = { allow: [null, tls], prefer: [tls, null] }[address.sslMode as string] ?? [tls];
	let failure: unknown = null;
	for (const ssl of attempts)
		try {
			return await opened(new pg.Client({ ...config, ssl: ssl ?? false }), left);
		} catch (error) {
			failure = error;
		}
	throw failure;
}

async function opened(client: Client, left?: AbortSignal): Promise<Connection> {
	let alive = true;
	let ready = false;
	/** A server that is silent keeps nobody: an answer under way is broken off, and a farewell is not waited for. */
	const leave = () => {
		alive = false;
		if (ready) client.end().catch(() => {});
		else client.connection.stream.destroy();
		client.connection.stream.unref?.();
	};
	left?.throwIfAborted();
	left?.addEventListener('abort', leave, { once: true });
	const lost = () => {
		alive = false;
		left?.removeEventListener('abort', leave);
	};
	client.on('error', lost);
	client.on('end', lost);
	try {
		await client.connect();
		ready = true;
	} catch (error) {
		lost();
		client.end().catch(() => {});
		throw error;
	}
	/** Whatever is not the server's own word about one statement ends the connection. */
	async function guarded<Value>(work: Promise<Value>): Promise<Value> {
		try {
			return await work;
		} catch (error) {
			if (isLost(error)) {
				alive = false;
				client.connection.stream.destroy();
			}
			throw error;
		}
	}
	return {
		get alive() {
			return alive;
		},
		async query(sql, values = []) {
			return ((await guarded(client.query(sql, values))) as Result).rows;
		},
		async script(sql) {
			const results = await guarded(client.query(sql));
			return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
		},
		async copy(into, lines) {
			const copying = new Copying(`copy ${into} from stdin`, lines);
			client.query(copying);
			copying.makeReady();
			await guarded(copying.done);
		},
		async close() {
			alive = false;
			await client.end().catch(() => {});
		},
	};
}

/** One line of COPY's text; `more`: what is written as it wants it already. */
export function copyLine(values: readonly Value[], ...more: readonly string[]): string {
	let line = '';
	for (const value of values) line += `${copied(value)}\t`;
	for (const one of more) line += `${one}\t`;
	return `${line.slice(0, -1)}\n`;
}

/** One value of such a line. */
export function copied(value: Value): string {
	if (typeof value === 'string')
		return /[\\\n\r\t]/.test(value)
			? value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
			: value;
	if (value === null) return '\\N';
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
	if (Array.isArray(value)) return copied(arrayText(value as readonly string[]));
	return String(value);
}

export function arrayText(values: readonly (string | number)[]): string {
	return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Whether the server is gone, or about to be, and not only a statement refused; it may be asked again. */
export function isLost(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return (
		error instanceof Unreachable ||
		// The server's words for it, and for a question that a replica could not go on with.
		/^(?:08...|57P0.|40001)$/.test(code) ||
		// The system's.
		/^E[A-Z]{3,}$/.test(code) ||
		// What pg says itself has no code.
		(code === '' && /^(?:connection|client|query read timeout|timeout|write after end)/i.test(error.message))
	);
}

/** The table, or the schema, is not there. */
export const isUnmade = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000');

/** Others hold what was waited for. */
export const isHeld = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');

/** It took too long, or waited too long for others; the next time it may not. */
export const isSlow = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === '57014' || error.code === '55P03');

/** The right to it is missing. */
export const isForbidden = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === '42501';

export function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	// One host with several addresses: what each said.
	const errors = error instanceof AggregateError ? error.errors : [];
	return error.message || errors.map(wordsOf).join('; ') || error.name;
}

function loaded(): Package {
	try {
		return createRequire(import.meta.url)('pg') as Package;
	} catch {
		throw new NoPackage();
	}
}
