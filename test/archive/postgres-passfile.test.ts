/** Where passwords stand for who uses libpq; every password here is the name of its line. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAddress } from '../../source/archive/postgres/address.ts';
import { passwordFile, passwordIn, passwordOf } from '../../source/archive/postgres/passfile.ts';

const FILE = String.raw`# db:5432:news:ann:comment
too:few:fields
db:5432:news:ann:first
db:5432:news:ann:second
db:*:*:bea:any\:port
\:\:1:5432:news:ann:six
localhost:5432:news:ann:socket
/srv/pg:5432:news:ann:folder
back\\slash:5432:news:ann:with:colons
other:5432:news:*:`;
const DOOR = { host: 'db', port: 5432, database: 'news', user: 'ann' };

test.each([
	[{}, 'first'],
	[{ user: 'bea', port: 6000, database: 'else' }, 'any:port'],
	[{ host: '::1' }, 'six'],
	[{ host: '/var/run/postgresql' }, 'socket'],
	[{ host: '/srv/pg' }, 'folder'],
	[{ host: 'back\\slash' }, 'with:colons'],
	[{ host: 'other' }, ''],
	[{ host: 'DB' }, null],
	[{ port: 5433 }, null],
	[{ database: 'archive' }, null],
	[{ user: 'cleo' }, null],
	[{ host: 'too', user: 'fields' }, null],
])('%j: %s', (other, password) => {
	expect(passwordIn(FILE, { ...DOOR, ...other })).toBe(password);
	expect(passwordIn(FILE.replaceAll('\n', '\r\n'), { ...DOOR, ...other })).toBe(password);
});

test('a file that others may read is as good as none, as is one that is not there', () => {
	const home = mkdtempSync(join(tmpdir(), 'quotidian-passfile-'));
	try {
		const path = join(home, 'pgpass');
		expect(passwordOf(path, DOOR)).toBeNull();
		writeFileSync(path, FILE, { mode: 0o600 });
		expect(passwordOf(path, DOOR)).toBe('first');
		const at = { host: 'db', port: 5432 };
		expect(parseAddress('postgres://ann@db/news', { PGPASSFILE: path }).password(at)).toBe('first');
		// What is said goes before what is kept.
		expect(parseAddress('postgres://ann:own@db/news', { PGPASSFILE: path }).password(at)).toBe('own');
		expect(parseAddress('postgres://ann@db/other', { PGPASSFILE: path }).password(at)).toBeNull();
		if (process.platform !== 'win32') {
			chmodSync(path, 0o640);
			expect(passwordOf(path, DOOR)).toBeNull();
		}
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
	expect(passwordFile({ PGPASSFILE: '/etc/pass' })).toBe('/etc/pass');
	expect(passwordFile({})).toMatch(/pgpass(\.conf)?$/);
});

test('a line of nothing but backslashes is read in one go', () => {
	expect(passwordIn('\\'.repeat(200_001), DOOR)).toBeNull();
	expect(passwordIn(':'.repeat(200_000), DOOR)).toBeNull();
});
