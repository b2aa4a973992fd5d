/** The real program over an archive on a server: indexed by one, read by another, who stays where they are while it is away. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startServer } from '../archive/postgres-server.ts';
import { hasPostgres, orSkipped } from '../archive/postgres-shared.ts';
import { ownCache } from '../warm.ts';
import { ARTICLES, opened } from './opened.ts';

vi.setConfig({ testTimeout: 300_000 });

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js');

test.skipIf(!hasPostgres)(
	orSkipped('what is indexed on a server is read there, whatever becomes of the server meanwhile'),
	async () => {
		const server = await startServer();
		let desk: ChildProcess | null = null;
		const home = mkdtempSync(join(tmpdir(), 'quotidian-newsroom-'));
		const news = join(home, 'news');
		cpSync(ARTICLES, news, { recursive: true });
		const env = { XDG_CACHE_HOME: ownCache(home), XDG_STATE_HOME: join(home, 'state') };
		const address = server.address();
		const run = (...words: readonly string[]) =>
			spawnSync(
				process.execPath,
				[PROGRAM, ...words, '--archive', address.replace('owner@', 'owner:hush@')],
				{
					encoding: 'utf8',
					env: { ...process.env, ...env },
				},
			);
		try {
			const early = run('index', news);
			expect([early.status, early.stderr]).toEqual([1, expect.stringContaining('quotidian archive init')]);
			expect(run('archive', 'init', '--dry-run').stdout).toContain('create table quotation');
			expect(run('archive', 'status').status).toBe(1);
			expect(run('archive', 'init').status).toBe(0);
			const first = run('index', news);
			expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('5 articles')]);
			expect(run('index', news).stderr).toContain('nothing new');
			// A disk that is away, or a slip, takes nothing from the readers.
			for (const [path, why] of [
				[join(home, 'gone'), 'not all paths could be read'],
				[mkdtempSync(join(home, 'empty-')), 'no articles there'],
			] as const) {
				const slip = run('index', path);
				expect([slip.status, slip.stderr]).toEqual([1, expect.stringContaining(why)]);
			}
			expect(run('archive', 'check').stderr).toContain('everything is as it should be');
			expect(JSON.parse(run('archive', 'status', '--json').stdout)).toMatchObject({
				articles: 5,
				version: 1,
			});

			const reader = await opened(100, 30, env, ['--read-only'], 'Digest', `--archive=${address}`);
			/** What another program does first takes as long as that takes. */
			const comes = (words: string) =>
				vi.waitFor(() => expect(reader.text()).toContain(words), { timeout: 90_000, interval: 50 });
			reader.press('2');
			await reader.shows('Quotes');
			reader.press('jjj');
			await reader.rests(() => reader.text().includes('4/'));
			const bar = reader
				.text()
				.split('\n')
				.find((line) => line.startsWith('▌'));
			server.stop('immediate');
			reader.press('1');
			await reader.shows('what is shown is of');
			await reader.shows('does not answer');
			// Keys that are pressed meanwhile do not take it away.
			reader.press('j');
			await reader.shows('no answer, trying again');
			await reader.shows('what is shown is of');
			server.start();
			await reader.shows('Digest');
			await reader.shows('answers again');
			reader.press('2');
			await reader.rests(() => reader.text().includes(`${bar?.trimEnd()}`));
			// What another account writes meanwhile comes by itself.
			writeFileSync(
				join(news, 'new.txt'),
				'Ferry stuck off Dunmere\n\n2025-03-20\n\nA ferry ran aground. “Nobody was hurt,” said harbour master Ada Brekkum.\n',
			);
			desk = spawn(process.execPath, [PROGRAM, 'index', '--watch', news, '--archive', address], {
				env: { ...process.env, ...env },
				stdio: ['ignore', 'ignore', 'pipe'],
			});
			let said = '';
			desk.stderr?.on('data', (words) => {
				said += words;
			});
			await comes('6 articles');
			// Who watches goes on writing when the server comes back.
			server.stop('immediate');
			rmSync(join(news, 'new.txt'));
			await vi.waitFor(() => expect(said).toContain('trying again'), 90_000);
			server.start();
			// A reader who noticed is told that the archive answers, in the same place, until the next key.
			await vi.waitFor(
				() => {
					reader.press('\x0c');
					expect(reader.text()).toContain('5 articles');
				},
				{ timeout: 90_000, interval: 300 },
			);
			reader.press('q');
			expect(await reader.ends()).toMatchObject({ exitCode: 0 });
			for (const told of [early, first]) expect(told.stdout + told.stderr).not.toContain('hush');
		} finally {
			desk?.kill();
			server.end();
			rmSync(home, { recursive: true, force: true });
		}
	},
);
