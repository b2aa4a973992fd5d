/** A server that goes, comes back, is another one now, or is spoken to in secret: with servers of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { type Patient, patient } from '../../source/archive/patient.ts';
import { parseAddress } from '../../source/archive/postgres/address.ts';
import { postgresArchive } from '../../source/archive/postgres/archive.ts';
import { statusOf } from '../../source/archive/postgres/check.ts';
import { connect, isLost } from '../../source/archive/postgres/driver.ts';
import { edition, laterEdition } from './postgres-editions.ts';
import { type Server, startServer } from './postgres-server.ts';
import { hasPostgres, orSkipped, placeOf } from './postgres-shared.ts';

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: 100, words: '' } as const;
const wholeOf = (data: typeof edition) => memoryArchive(data).quotations(all);
const servers: Server[] = [];
const own = async (...how: Parameters<typeof startServer>) => {
	const server = await startServer(...how);
	servers.push(server);
	return server;
};
afterAll(() => {
	for (const server of servers) server.end();
});

/** A reader who waits, and what it is told of the server. */
function waitingAt(address: string): { archive: Patient; told: string[]; close: () => Promise<void> } {
	const archive = postgresArchive(parseAddress(address, {}));
	const told: string[] = [];
	const waiting = patient(archive, (error) => (isLost(error) ? 'lost' : 'error'), {
		slow: () => void told.push('slow'),
		lost: () => void told.push('lost'),
		found: () => void told.push('found'),
	});
	return {
		archive: waiting,
		told,
		async close() {
			waiting.leave();
			await archive.close();
		},
	};
}

describe.skipIf(!hasPostgres)(orSkipped('a server of its own'), () => {
	test('a question asked while it is down is answered when it is back, at the place where it was asked', async () => {
		const server = await own();
		await placeOf(edition, parseAddress(server.address(), {}));
		const { archive, told, close } = waitingAt(server.address());
		const page = await archive.quotations({ ...all, limit: 2 });
		for (const how of ['immediate', 'fast'] as const) {
			server.stop(how);
			const next = archive.quotations({ ...all, limit: 2, cut: { from: 'after', key: page.rows[1]!.key } });
			await setTimeout(400);
			server.start();
			expect(await next).toMatchObject({ first: 2, total: 6 });
		}
		expect(told).toEqual(['lost', 'found', 'lost', 'found']);
		// A connection that the server ends between two questions is made anew without a word.
		const other = await connect(parseAddress(server.address(), {}), { writes: true, statementMs: 0 });
		await other.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'quotidian' and pid <> pg_backend_pid()`,
		);
		await other.close();
		expect((await archive.quotations(all)).rows).toHaveLength(6);
		expect(told).toHaveLength(4);
		// Who leaves while it is down need not wait.
		server.stop('immediate');
		const lost = archive.quotations(all);
		lost.catch(() => {});
		await setTimeout(50);
		await close();
		await expect(lost).rejects.toThrow();
		server.end();
	});

	test('readers of several hosts go on at the replica when the primary is killed; writers once it is promoted', async () => {
		const primary = await own();
		const place = parseAddress(primary.address(), {});
		await placeOf(edition, place);
		const replica = await own({ from: primary });
		const hosts = `127.0.0.1:${primary.port},127.0.0.1:${replica.port}`;
		const at = (attributes: string) =>
			parseAddress(`postgres://owner@${hosts}/postgres?target_session_attrs=${attributes}`, {});
		for (const [attributes, standby] of [
			['any', false],
			['standby', true],
			['prefer-standby', true],
			['read-write', false],
		] as const) {
			const connection = await connect(at(attributes), { writes: false, statementMs: 0 });
			expect(await connection.query('select pg_is_in_recovery() as standby')).toEqual([{ standby }]);
			await connection.close();
		}
		// What it tells of itself: nothing of how far behind it is before it heard of anything, and that it is held back.
		const standby = await connect(at('standby'), { writes: false, statementMs: 0 });
		const replicaOf = async () => (await statusOf(standby, place.schema)).replica;
		expect(await replicaOf()).toMatchObject({ paused: false });
		await standby.query('select pg_wal_replay_pause()');
		expect(await replicaOf()).toEqual({ behind: null, paused: true });
		await standby.query('select pg_wal_replay_resume()');
		await placeOf(laterEdition, place);
		await vi.waitFor(async () => expect((await replicaOf())?.behind).toBeGreaterThan(0), 20_000);
		await standby.close();
		const writing = await connect(at('read-write'), { writes: true, statementMs: 0 });
		expect((await statusOf(writing, place.schema)).replica).toBeNull();
		await writing.close();
		const { archive, told, close } = waitingAt(`postgres://owner@${hosts}/postgres`);
		expect(await archive.quotations(all)).toEqual(await wholeOf(laterEdition));
		primary.stop('immediate');
		expect(await archive.quotations(all)).toEqual(await wholeOf(laterEdition));
		expect(told).not.toContain('lost');
		await expect(connect(at('read-write'), { writes: true, statementMs: 0 })).rejects.toThrow('127.0.0.1');
		replica.run('pg_ctl', 'promote', '-w', '-D', join(replica.folder, 'data'));
		await placeOf(edition, at('read-write'));
		expect(await archive.quotations(all)).toEqual(await wholeOf(edition));
		await close();
	});

	test('texts on the way are secret where it is asked for, and the server is who it should be', async (context) => {
		const keys = mkdtempSync(join(tmpdir(), 'quotidian-keys-'));
		const make = (name: string, host: string) =>
			spawnSync('openssl', [
				...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`],
				...['-addext', `subjectAltName=DNS:${host}`],
				...['-keyout', join(keys, `${name}.key`), '-out', join(keys, `${name}.crt`)],
			]);
		if (make('own', 'localhost').status !== 0) context.skip('no openssl here');
		make('other', 'localhost');
		make('elsewhere', 'elsewhere.example');
		const server = await own({ settings: ['password_encryption=scram-sha-256'] });
		const owner = statSync(server.folder);
		const secure = (name: string) => {
			for (const file of [`${name}.key`, `${name}.crt`]) {
				execFileSync('cp', [join(keys, file), join(server.folder, 'data', file.replace(name, 'server'))]);
				chownSync(join(server.folder, 'data', file.replace(name, 'server')), owner.uid, owner.gid);
			}
			server.run(
				'psql',
				'-h',
				'127.0.0.1',
				'-p',
				String(server.port),
				'-U',
				'owner',
				'-c',
				'alter system set ssl = on',
				'postgres',
			);
			server.stop();
			server.start();
		};
		const plain = await connect(parseAddress(server.address(), {}), { writes: false, statementMs: 0 });
		await plain.close();
		await expect(ask(server, 'sslmode=require')).rejects.toThrow(/SSL/);
		secure('own');
		const [root, other] = ['own', 'other'].map((name) => join(keys, `${name}.crt`));
		expect(await ask(server, 'sslmode=disable')).toBe(false);
		expect(await ask(server, '')).toBe(true);
		expect(await ask(server, 'sslmode=require')).toBe(true);
		expect(await ask(server, `sslmode=verify-full&sslrootcert=${root}`)).toBe(true);
		await expect(ask(server, `sslmode=verify-full&sslrootcert=${other}`)).rejects.toThrow(/certificate/);
		secure('elsewhere');
		const elsewhere = join(keys, 'elsewhere.crt');
		expect(await ask(server, `sslmode=verify-ca&sslrootcert=${elsewhere}`)).toBe(true);
		await expect(ask(server, `sslmode=verify-full&sslrootcert=${elsewhere}`)).rejects.toThrow(/altnames/);
		rmSync(keys, { recursive: true });
		expect(readFileSync(join(server.folder, 'log'), 'utf8')).not.toContain('PANIC');
	});
});

/** Whether the connection is secret. */
async function ask({ port }: Server, how: string): Promise<boolean> {
	const address = parseAddress(`postgres://owner@localhost:${port}/postgres?${how}`, {});
	const connection = await connect(address, { writes: false, statementMs: 0 });
	const [row] = await connection.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
	await connection.close();
	return row.ssl;
}
