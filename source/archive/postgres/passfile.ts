/** Passwords as libpq keeps them: a file of lines host:port:database:user:password, the first that fits. */
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Door {
	/** A host that begins with / is the folder of a socket. */
	readonly host: string;
	readonly port: number;
	readonly database: string;
	readonly user: string;
}

/** A field ends at a colon; \ takes what follows as it is. */
const FIELDS = /^((?:[^\\:]|\\.)*):((?:[^\\:]|\\.)*):((?:[^\\:]|\\.)*):((?:[^\\:]|\\.)*):(.*)$/;
/** What libpq calls the folder its own server keeps its socket in; that one is `localhost` in the file. */
const OWN_FOLDERS: readonly string[] = ['/var/run/postgresql', '/run/postgresql', '/tmp'];

export function passwordFile({ PGPASSFILE, APPDATA }: Readonly<Record<string, string | undefined>>): string {
	if (PGPASSFILE) return PGPASSFILE;
	return process.platform === 'win32'
		? join(APPDATA ?? '', 'postgresql', 'pgpass.conf')
		: join(homedir(), '.pgpass');
}

const plain = (field: string) => field.replace(/\\(.)/g, '$1');

/** Null where no line fits. */
export function passwordIn(text: string, { host, port, database, user }: Door): string | null {
	const hosts = OWN_FOLDERS.includes(host) ? [host, 'localhost'] : [host];
	const wanted = [hosts, [String(port)], [database], [user]];
	for (const line of text.split(/\r?\n/)) {
		const [, ...fields] = (line.startsWith('#') ? null : FIELDS.exec(line)) ?? [];
		const password = fields.pop();
		if (password === undefined) continue;
		if (wanted.every((names, at) => fields[at] === '*' || names.includes(plain(fields[at]!))))
			return plain(password);
	}
	return null;
}

/** As `passwordIn`. A file that cannot be read, or that others than its owner may read, is as good as none. */
export function passwordOf(path: string, door: Door): string | null {
	try {
		if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) return null;
		return passwordIn(readFileSync(path, 'utf8'), door);
	} catch {
		return null;
	}
}
