/** Addresses as everybody who uses libpq writes them, and what is shown of them. */
import { describe, expect, test } from 'vitest';
import { BadAddress, parseAddress, shownAddress, tlsOf } from '../../source/archive/postgres/address.ts';

const read = (text: string, environment: Record<string, string> = {}) => {
	const { password, ...told } = parseAddress(text, environment);
	return { ...told, password: password({ host: 'db', port: 5432 }) };
};

test.each([
	[
		'postgres://ann@db.example.org/news',
		{ hosts: [{ host: 'db.example.org', port: 5432 }], user: 'ann', database: 'news' },
	],
	['postgresql://ann:s%40crt@[::1]:6000/news', { hosts: [{ host: '::1', port: 6000 }], password: 's@crt' }],
	[
		'postgres://ann@one:5433,two/news?target_session_attrs=read-write',
		{
			hosts: [
				{ host: 'one', port: 5433 },
				{ host: 'two', port: 5432 },
			],
			session: 'read-write',
		},
	],
	['postgres://ann@/news?host=/var/run/postgresql', { hosts: [{ host: '/var/run/postgresql', port: 5432 }] }],
	['postgres://ann@%2Frun%2Fpg/news', { hosts: [{ host: '/run/pg', port: 5432 }] }],
	['postgres://ann@db', { database: 'ann' }],
	[
		'postgres://ann@db/news?sslmode=verify-full&sslrootcert=/etc/ca.pem',
		{ sslMode: 'verify-full', certificates: { root: '/etc/ca.pem', own: null, key: null } },
	],
	['postgres://ann@db/news?connect_timeout=3&schema=desk', { connectSeconds: 3, schema: 'desk' }],
])('%s', (text, told) => {
	expect(read(text)).toMatchObject(told);
});

test('what an address leaves out the environment says, and the address goes before it', () => {
	const environment = {
		PGHOST: 'db.example.org',
		PGPORT: '6543',
		PGUSER: 'ann',
		PGPASSWORD: 'secret',
		PGDATABASE: 'news',
		PGSSLMODE: 'require',
		PGTARGETSESSIONATTRS: 'standby',
	};
	expect(read('postgres://', environment)).toMatchObject({
		hosts: [{ host: 'db.example.org', port: 6543 }],
		user: 'ann',
		password: 'secret',
		database: 'news',
		sslMode: 'require',
		session: 'standby',
	});
	expect(read('postgres://bea@other/desk?sslmode=disable', environment)).toMatchObject({
		hosts: [{ host: 'other', port: 6543 }],
		user: 'bea',
		database: 'desk',
		sslMode: 'disable',
	});
});

test.each([
	'http://db/news',
	'postgres://db/news?sslmode=maybe',
	'postgres://db/news?target_session_attrs=mine',
	'postgres://db:port/news',
	'postgres://db/news?colour=red',
	'postgres://ann:100%@db/news',
	'postgres://db/news?schema=a;drop',
	'postgres://db/news?schema=user',
	'postgres://db/news?schema=pg_news',
])('%s makes no sense, and the password is not told', (text) => {
	expect(() => parseAddress(text, {})).toThrow(BadAddress);
	try {
		parseAddress(text.replace('//', '//ann:hush@'), {});
	} catch (error) {
		expect(String(error)).not.toContain('hush');
	}
});

test('a password is never shown, however it came', () => {
	for (const text of ['postgres://ann:hush@db:5433/news', 'postgres://ann@db:5433/news?password=hush']) {
		const address = parseAddress(text, { PGPASSWORD: 'hush' });
		expect(shownAddress(address)).toBe('postgres://ann@db:5433/news');
		expect(JSON.stringify(address)).not.toContain('hush');
	}
});

/** What is told of an address, whether it is understood or not. */
function toldOf(text: string): string {
	try {
		const address = parseAddress(text, {});
		return `${shownAddress(address)} ${JSON.stringify(address)}`;
	} catch (error) {
		expect(error).toBeInstanceOf(BadAddress);
		return String(error);
	}
}

describe.each(['/', '?', '#', '&', '%', '@', ':', ' ', '=', '?user=', '&sslmode=', '/?password=', '[', ','])(
	'a password with %s',
	(odd) => {
		const passwords = ['', '9', '99', 'Xq'].map((begin) => `${begin}${odd}Zw7secret${odd}Zw8`);
		test('is not shown as it is, wherever it stands', () => {
			for (const password of passwords)
				for (const text of [
					`postgres://ann:${password}@db:5433/news`,
					`postgres://ann:${password}@db`,
					`postgres://ann:${password}@db/news?connect_timeout=3`,
					`postgres://ann@db/news?password=${password}`,
					`postgres://ann@db/news?password=${password}&connect_timeout=3`,
				])
					expect(toldOf(text), text).not.toMatch(/Zw\d/);
		});
		test('is understood when it is escaped', () => {
			for (const password of passwords)
				for (const text of [
					`postgres://ann:${encodeURIComponent(password)}@db:5433/news`,
					`postgres://ann@db:5433/news?password=${encodeURIComponent(password)}`,
				]) {
					expect(toldOf(text)).not.toMatch(/Zw\d/);
					expect(shownAddress(parseAddress(text, {}))).toBe('postgres://ann@db:5433/news');
					expect(read(text).password).toBe(password);
				}
		});
	},
);

test.each([
	['application_name=desk', 'application_name'],
	['colour=red', null],
	['password=abc&Secret99', null],
	['password=abc&secret', null],
	['password=abc&user', null],
	['constructor=1', null],
])('of what an address cannot say only what libpq knows is named: %s', (query, named) => {
	expect(() => parseAddress(`postgres://ann@db/news?${query}`, {})).toThrow(
		named
			? `${named} is nothing that an address can say here`
			: /^something in the address is not understood/,
	);
});

describe('TLS', () => {
	const tls = (query: string) => tlsOf(parseAddress(`postgres://ann@db/news?${query}`, {}));
	test('is tried where nothing is said, and checks nothing', () => {
		expect(tls('')).toMatchObject({ rejectUnauthorized: false });
		expect(tls('sslmode=disable')).toBeNull();
	});
	test('to check a certificate wants to know whose', () => {
		expect(() => tls('sslmode=verify-full')).toThrow('sslrootcert');
		expect(() => tls('sslmode=verify-ca&sslrootcert=/nowhere/ca.pem')).toThrow('cannot be read');
		expect(tls('sslmode=verify-full&sslrootcert=system')).toEqual({ rejectUnauthorized: true });
	});
});
