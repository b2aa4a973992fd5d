/** Where a server is and how it is spoken to, as everybody who uses libpq says it: an address, and the environment. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { passwordFile, passwordOf } from './passfile.ts';

export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

export const SESSIONS = ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'] as const;
export type Session = (typeof SESSIONS)[number];

export interface Address {
	/** Tried in this order. A host that begins with / is the folder of a socket. */
	readonly hosts: readonly { readonly host: string; readonly port: number }[];
	readonly user: string;
	readonly database: string;
	/** The one that was said, or that ~/.pgpass has for that host; asked for late, so that no printed address holds it. */
	readonly password: (at: { readonly host: string; readonly port: number }) => string | null;
	readonly sslMode: SslMode;
	readonly certificates: Certificates;
	/** Null where nobody said: whoever writes wants a server that can be written to. */
	readonly session: Session | null;
	readonly connectSeconds: number;
	readonly options: string | null;
	/** Where the tables stand. */
	readonly schema: string;
}

/** Files; null where none was named. `root` may be "system". */
interface Certificates {
	readonly root: string | null;
	readonly own: string | null;
	readonly key: string | null;
}

/** The address makes no sense. Its words are safe to show: they never hold a password. */
export class BadAddress extends Error {
	override readonly name = 'BadAddress';
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const PORT = 5432;
const CONNECT_SECONDS = 10;
const SCHEMA = 'quotidian';

export const isAddress = (text: string): boolean => /^postgres(?:ql)?:\/\//.test(text);

/** What is asked of the server is its name in the address → its name in the environment. */
const SETTINGS = {
	host: 'PGHOST',
	port: 'PGPORT',
	user: 'PGUSER',
	password: 'PGPASSWORD',
	dbname: 'PGDATABASE',
	sslmode: 'PGSSLMODE',
	sslrootcert: 'PGSSLROOTCERT',
	sslcert: 'PGSSLCERT',
	sslkey: 'PGSSLKEY',
	target_session_attrs: 'PGTARGETSESSIONATTRS',
	connect_timeout: 'PGCONNECT_TIMEOUT',
	options: 'PGOPTIONS',
	schema: null,
} as const;
type Setting = keyof typeof SETTINGS;

/** Words that PostgreSQL takes for no name of a schema, from the table of key words in its manual. */
const KEY_WORDS: ReadonlySet<string> = new Set(
	`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
	concurrently constraint create cross current_catalog current_date current_role current_schema current_time
	current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
	full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
	localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning
	right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user
	using variadic verbose when where window with`.split(/\s+/),
);

/** What else libpq knows in an address. Nothing else is ever named: it may be a piece of a password. */
const NOT_HERE: ReadonlySet<string> = new Set(
	`application_name channel_binding client_encoding fallback_application_name gssdelegation gssencmode gsslib hostaddr
	keepalives keepalives_count keepalives_idle keepalives_interval krbsrvname load_balance_hosts passfile replication
	require_auth requirepeer requiressl service ssl_max_protocol_version ssl_min_protocol_version sslcertmode
	sslcompression sslcrl sslcrldir sslnegotiation sslpassword sslsni tcp_user_timeout`.split(/\s+/),
);

/** Throws `BadAddress`, which tells nothing of the address: where it is not understood, any part may be of a password. */
export function parseAddress(text: string, environment: Environment): Address {
	const parts = ADDRESS.exec(text);
	if (!parts) throw new BadAddress('an address is postgres://USER@HOST:PORT/DATABASE');
	const [, authority = '', path = '', query = ''] = parts;
	// The password ended before its own / or ?, and its rest would be told as a host, a database or a user.
	if (`${path}${query}`.includes('@'))
		throw new BadAddress('in the password of an address write %2F for /, %3F for ?, and %40 for @');
	const at = authority.lastIndexOf('@');
	const [user = '', ...password] = at < 0 ? [''] : authority.slice(0, at).split(':');
	const hosts = authority.slice(at + 1);
	const given = new Map<string, string>();
	for (const part of query === '' ? [] : query.split('&')) {
		const [name = '', ...value] = part.split('=');
		if (NOT_HERE.has(name)) throw new BadAddress(`${name} is nothing that an address can say here`);
		if (!Object.hasOwn(SETTINGS, name) || value.length === 0)
			throw new BadAddress('something in the address is not understood; write %26 for a & of its own');
		given.set(name, decoded(value.join('=')));
	}
	const setting = (name: Setting, inPlace = ''): string | null => {
		const variable = SETTINGS[name];
		return given.get(name) ?? (inPlace || null) ?? (variable && environment[variable]) ?? null;
	};
	const owner = setting('user', decoded(user)) ?? accountHere();
	const schema = setting('schema') ?? SCHEMA;
	if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema)) throw new BadAddress('schema is a word in small letters');
	if (KEY_WORDS.has(schema) || schema.startsWith('pg_'))
		throw new BadAddress('schema is no key word of PostgreSQL, and does not begin with pg_');
	const secret = setting('password', decoded(password.join(':')));
	const database = setting('dbname', decoded(path)) ?? owner;
	return {
		hosts: hostsOf(given.has('host') ? '' : hosts, setting('host'), setting('port')),
		user: owner,
		database,
		password: (at) => secret ?? passwordOf(passwordFile(environment), { ...at, database, user: owner }),
		sslMode: oneOf(SSL_MODES, 'sslmode', setting('sslmode')) ?? 'prefer',
		certificates: {
			root: setting('sslrootcert'),
			own: setting('sslcert'),
			key: setting('sslkey'),
		},
		session: oneOf(SESSIONS, 'target_session_attrs', setting('target_session_attrs')),
		connectSeconds: numberIn('connect_timeout', setting('connect_timeout')) || CONNECT_SECONDS,
		options: setting('options'),
		schema,
	};
}

/** To be shown: without the password. */
export function shownAddress({ hosts, user, database }: Address): string {
	const places = hosts.map(({ host, port }) => (port === PORT ? host : `${host}:${port}`));
	return `postgres://${user}@${places.join(',')}/${database}`;
}

/** What a connection is to be made safe with; null: nothing. The names of files that are not there are told. */
export function tlsOf({ sslMode, certificates }: Address): TlsSettings | null {
	if (sslMode === 'disable') return null;
	const usual = (name: string) => {
		const file = join(homedir(), '.postgresql', name);
		return existsSync(file) ? file : null;
	};
	const root = certificates.root ?? usual('root.crt');
	const checked = sslMode.startsWith('verify-') || (sslMode === 'require' && root !== null);
	if (checked && root === null)
		throw new BadAddress(`sslmode ${sslMode} wants sslrootcert=FILE, or sslrootcert=system`);
	const own = certificates.own ?? usual('postgresql.crt');
	const key = certificates.key ?? usual('postgresql.key');
	return {
		rejectUnauthorized: checked,
		...(checked && root !== 'system' ? { ca: fileIn('sslrootcert', root!) } : {}),
		...(checked && sslMode !== 'verify-full' && root !== 'system'
			? { checkServerIdentity: () => undefined }
			: {}),
		...(own && key ? { cert: fileIn('sslcert', own), key: fileIn('sslkey', key) } : {}),
	};
}

export interface TlsSettings {
	readonly rejectUnauthorized: boolean;
	readonly ca?: string;
	readonly cert?: string;
	readonly key?: string;
	readonly checkServerIdentity?: () => undefined;
}

function fileIn(name: string, path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		throw new BadAddress(`${name}: ${path} cannot be read`);
	}
}

function hostsOf(inPlace: string, host: string | null, port: string | null): Address['hosts'] {
	const ports = port === null ? [] : port.split(',');
	const names = (inPlace || (host ?? 'localhost')).split(',');
	return names.map((name, nth) => {
		const parts = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(name);
		if (!parts) throw new BadAddress('a host is NAME, NAME:PORT, or [::1]:PORT, with commas between several');
		const [, bracketed, bare = '', own] = parts;
		const asked = own || ports[nth] || ports[0] || '';
		return {
			host: bracketed ?? (decoded(bare) || host?.split(',')[nth] || 'localhost'),
			port: numberIn('port', asked) || PORT,
		};
	});
}

function numberIn(name: string, text: string | null): number {
	const number = Number(text || 0);
	if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new BadAddress(`${name} is a number`);
	return number;
}

function oneOf<Value extends string>(
	values: readonly Value[],
	name: string,
	text: string | null,
): Value | null {
	if (text === null || text === '') return null;
	const value = values.find((one) => one === text);
	if (value === undefined) throw new BadAddress(`${name} is one of ${values.join(', ')}`);
	return value;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new BadAddress('a % in an address stands before two digits; write %25 for a % of its own');
	}
}

function accountHere(): string {
	try {
		return userInfo().username;
	} catch {
		return 'postgres';
	}
}
