/** The recipes of docs/ssh.md, word for word but for names and paths, against a real sshd on this machine. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { warmCache } from '../warm.ts';

// Each test logs in and starts a program; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const root = resolve(import.meta.dirname, '../..');
const found = (name: string) =>
	[...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
const sshd = found('sshd');
const able = process.platform === 'linux' && sshd !== undefined && ['ssh', 'sftp', 'ssh-keygen'].every(found);
if (!able)
	process.stderr.write(
		'\n!!! SKIPPED: the recipes of docs/ssh.md are not tried, for want of sshd (apt-get install openssh-server)\n\n',
	);

/** What stands in a box of the page. */
function recipe(name: string): string {
	const page = readFileSync(join(root, 'docs/ssh.md'), 'utf8');
	const [, box] = new RegExp(`^\`\`\`${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? [];
	if (box === undefined) throw new Error(`no box ${name} in docs/ssh.md`);
	return box;
}

let home: string;
let articles: string;
let client: readonly string[];
const started: ChildProcess[] = [];
const readers: pty.IPty[] = [];

function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}

async function until(what: string, is: () => boolean): Promise<void> {
	for (const end = Date.now() + 30_000; !is(); await new Promise((done) => setTimeout(done, 20)))
		if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
}

/** What the servers of this test started for readers: it has the environment they set. A program may rename itself. */
function running(): readonly string[] {
	return readdirSync('/proc').filter((entry) => {
		try {
			return (
				/^\d+$/.test(entry) &&
				readFileSync(`/proc/${entry}/environ`, 'utf8').includes(`XDG_STATE_HOME=${home}`)
			);
		} catch {
			return false;
		}
	});
}

/** A server of the current user's, with one of the recipes; resolves with its port once it answers. */
async function serve(which: 'authorized_keys' | 'sshd_config'): Promise<number> {
	const port = await freePort();
	const key = readFileSync(join(home, 'key.pub'), 'utf8').trim();
	const made = (text: string) =>
		text
			.replaceAll('/usr/local/bin/quotidian', `${process.execPath} ${join(root, 'dist/cli.js')}`)
			.replaceAll('/srv/news', articles)
			.replaceAll('User news', `User ${userInfo().username}`)
			.replace(/ClientAlive(\w+) \d+/g, 'ClientAlive$1 1')
			.replace('ssh-ed25519 AAAA... reader@example.org', key);
	const inKeys = which === 'authorized_keys';
	writeFileSync(join(home, which), inKeys ? made(recipe(which)) : `${key}\n`);
	const config = [
		`Port ${port}`,
		'ListenAddress 127.0.0.1',
		`HostKey ${join(home, 'host')}`,
		`PidFile none`,
		`AuthorizedKeysFile ${join(home, which)}`,
		// The folder is under /tmp, which anybody may write to.
		'StrictModes no',
		'UsePAM no',
		'PermitRootLogin prohibit-password',
		'PasswordAuthentication no',
		'Subsystem sftp internal-sftp',
		`SetEnv LANG=C.UTF-8 XDG_STATE_HOME=${join(home, `state-${which}`)} XDG_CONFIG_HOME=/dev/null XDG_CACHE_HOME=${warmCache()}`,
		inKeys ? 'ClientAliveInterval 1\nClientAliveCountMax 1' : made(recipe(which)),
	];
	const file = join(home, `${which}.config`);
	writeFileSync(file, `${config.join('\n')}\n`);
	execFileSync(sshd!, ['-t', '-f', file]);
	const server = spawn(sshd!, ['-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
	started.push(server);
	let log = '';
	server.stderr.setEncoding('utf8').on('data', (text) => {
		log += text;
	});
	await until('the server', () => log.includes('listening'));
	return port;
}

/** What a program of the client prints, and how it ends. */
function told(
	program: string,
	args: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> {
	const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	started.push(child);
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		out += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text) => {
		err += text;
	});
	return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

/** Logs in with a terminal. */
function login(port: number, ...words: readonly string[]) {
	const term = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
	const args = [...client, '-tt', '-p', String(port), '127.0.0.1', ...words];
	const program = pty.spawn('ssh', args, {
		cols: 80,
		rows: 24,
		env: { ...process.env, TERM: 'xterm-256color' },
	});
	readers.push(program);
	let ended: number | null = null;
	let bytes = '';
	program.onData((data) => {
		bytes += data;
		term.write(data);
	});
	program.onExit(({ exitCode }) => {
		ended = exitCode;
	});
	const text = () =>
		Array.from({ length: 24 }, (_, y) => term.buffer.active.getLine(y)!.translateToString(true)).join('\n');
	return {
		program,
		press: (keys: string) => program.write(keys),
		shows: (words: string) => until(`${JSON.stringify(words)}`, () => text().includes(words)),
		bytes: () => bytes,
		text,
		async ends() {
			await until('the end', () => ended !== null);
			return ended;
		},
	};
}

beforeAll(() => {
	if (!able) return;
	home = mkdtempSync(join(tmpdir(), 'quotidian-ssh-'));
	articles = join(home, 'news');
	// As old as the samples are: what is known of those is known of these.
	cpSync(join(root, 'articles'), articles, { recursive: true, preserveTimestamps: true });
	for (const name of ['key', 'host'])
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, name)]);
	// Started by root, sshd wants the folder its package makes.
	if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
	client = [
		...['-F', '/dev/null', '-i', join(home, 'key')],
		...['IdentitiesOnly=yes', 'IdentityAgent=none', 'BatchMode=yes', 'LogLevel=ERROR'].flatMap((one) => [
			'-o',
			one,
		]),
		...['-o', `UserKnownHostsFile=${join(home, 'known')}`, '-o', 'StrictHostKeyChecking=accept-new'],
	];
});
afterEach(() => {
	for (const reader of readers.splice(0))
		try {
			process.kill(reader.pid, 'SIGKILL');
		} catch {}
});
afterAll(() => {
	for (const child of started) child.kill('SIGTERM');
	if (home) rmSync(home, { recursive: true, force: true });
});

describe.skipIf(!able).each(['authorized_keys', 'sshd_config'] as const)('the recipe for %s', (which) => {
	let port: number;
	beforeAll(async () => {
		port = await serve(which);
	});

	test('opens the reader, stops for nobody, and leaves the terminal as it was', async () => {
		const run = login(port);
		await run.shows('Digest');
		expect(running().length).toBeGreaterThan(0);
		run.press('\x1a');
		run.press('2');
		await run.shows('Quotes');
		run.press('Q');
		expect(await run.ends()).toBe(0);
		expect(run.bytes().lastIndexOf('\x1b[?1049l')).toBeGreaterThan(run.bytes().lastIndexOf('\x1b[?1049h'));
		await until('no process', () => running().length === 0);
	});

	test('runs no other command', async () => {
		const { code, out } = await told('ssh', [
			...client,
			'-p',
			String(port),
			'127.0.0.1',
			'id; echo $((6*7))',
		]);
		expect(code).toBe(0);
		expect(out).toMatch(/^QUOTIDIAN /);
		expect(out).not.toMatch(/uid=|^42$/m);
		const run = login(port, 'id');
		await run.shows('articles');
		expect(run.bytes()).not.toContain('uid=');
	});

	test('gives out no file', async () => {
		writeFileSync(join(home, 'batch'), `get ${join(home, 'key')} ${join(home, 'stolen')}\n`);
		const { code } = await told('sftp', [
			...client,
			'-b',
			join(home, 'batch'),
			'-P',
			String(port),
			'127.0.0.1',
		]);
		expect(code).not.toBe(0);
		expect(existsSync(join(home, 'stolen'))).toBe(false);
	});

	test('forwards no port', async () => {
		const far = await freePort();
		const ask = ['-N', '-o', 'ExitOnForwardFailure=yes', '-p', String(port)];
		const back = await told('ssh', [...client, ...ask, '-R', `${far}:127.0.0.1:${port}`, '127.0.0.1']);
		expect(back.code).toBe(255);
		const near = await freePort();
		const forth = spawn(
			'ssh',
			[...client, ...ask, '-L', `127.0.0.1:${near}:127.0.0.1:${port}`, '127.0.0.1'],
			{
				stdio: 'ignore',
			},
		);
		started.push(forth);
		let heard: string | null = null;
		// The client listens once it has logged in; the server then refuses each connection.
		await until('an answer', () => {
			if (heard === null) {
				heard = '';
				let greeting = '';
				connect(near, '127.0.0.1')
					.on('data', (data) => {
						greeting += data;
					})
					.on('error', () => {
						heard = null;
					})
					.on('end', () => {
						heard = `end:${greeting}`;
					});
			}
			return heard.startsWith('end');
		});
		expect(heard).toBe('end:');
		forth.kill();
	});

	test.each([
		['breaks', 'SIGKILL'],
		['falls silent', 'SIGSTOP'],
	] as const)('leaves no process when the line %s, and takes up the place', async (_, signal) => {
		const run = login(port);
		await run.shows(' article');
		run.press('3');
		await run.shows('Grid');
		expect(running().length).toBeGreaterThan(0);
		process.kill(run.program.pid, signal);
		await until('no process', () => running().length === 0);
		const again = login(port);
		await again.shows('Grid');
		again.press('1');
		await again.shows('Digest');
		again.press('Q');
		expect(await again.ends()).toBe(0);
	});
});
