/**
 * A PostgreSQL server of the tests' own: Debian's programs, started in a temporary folder, on a socket and a port of
 * 127.0.0.1 that was free, as somebody without rights. One for all tests of a run; ended with it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
	readonly folder: string;
	readonly port: number;
	/** An address of a database there. */
	readonly address: (database?: string) => string;
	readonly run: (program: string, ...args: readonly string[]) => string;
	/** By kill -9 or as it should be. */
	readonly stop: (how?: 'immediate' | 'fast') => void;
	readonly start: () => void;
	/** Stops it and takes its folder away. */
	readonly end: () => void;
}

/** The newest version there is; null without one. */
export function programs(): string | null {
	const root = '/usr/lib/postgresql';
	const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Boolean) : [];
	const newest = versions.sort((a, b) => b - a)[0];
	const folder = join(root, String(newest), 'bin');
	return newest !== undefined && existsSync(join(folder, 'initdb')) ? folder : null;
}

/** Who runs it: PostgreSQL refuses root. */
function account(): { readonly uid: number; readonly gid: number } | null {
	if (process.getuid?.() !== 0) return null;
	const [uid, gid] = ['-u', '-g'].map((flag) =>
		Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })),
	);
	return { uid: uid!, gid: gid! };
}

async function freePort(): Promise<number> {
	return await new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}

/** Runs one of PostgreSQL's programs for a server in a folder. */
function runner(folder: string) {
	const bin = programs()!;
	const who = account();
	return (program: string, ...args: readonly string[]): string => {
		// What goes on in the background would hold on to a pipe.
		const output = program === 'pg_ctl' ? 'ignore' : 'pipe';
		const { status, stdout, stderr, error } = spawnSync(join(bin, program), args, {
			...who,
			cwd: folder,
			encoding: 'utf8',
			env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: folder },
			stdio: ['ignore', output, output],
		});
		if (error || status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr} ${stdout}`);
		return stdout;
	};
}

/** Ends the server in a folder, if one runs there. */
export function stopIn(folder: string): void {
	const data = join(folder, 'data');
	const pid = join(data, 'postmaster.pid');
	if (!existsSync(pid)) return;
	const number = Number(readFileSync(pid, 'utf8').split('\n')[0]);
	try {
		runner(folder)('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
	} catch {
		// One that was killed before, or does not end.
		try {
			process.kill(number, 'SIGKILL');
		} catch {}
	}
}

/** `from`: a server of which this is to be a streaming replica. */
export async function startServer({
	from = null,
	settings = [],
	folder = mkdtempSync(join(tmpdir(), 'quotidian-pg-')),
}: {
	readonly from?: Server | null;
	readonly settings?: readonly string[];
	readonly folder?: string;
} = {}): Promise<Server> {
	const who = account();
	if (who) chownSync(folder, who.uid, who.gid);
	chmodSync(folder, 0o700);
	const run = runner(folder);
	const data = join(folder, 'data');
	const port = await freePort();
	if (from) {
		const source = `host=127.0.0.1 port=${from.port} user=owner`;
		run('pg_basebackup', '-D', data, '-d', source, '-R', '-X', 'stream', '-c', 'fast');
	} else run('initdb', '-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N');
	const options = [
		`-p ${port}`,
		`-k ${folder}`,
		'-c listen_addresses=127.0.0.1',
		// A test's server need not outlive the machine.
		...['fsync=off', 'max_wal_senders=4', 'wal_level=replica', ...settings].map((one) => `-c ${one}`),
	];
	const start = () => {
		run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options.join(' '));
	};
	const stop = (how: 'immediate' | 'fast' = 'fast') => void run('pg_ctl', 'stop', '-D', data, '-m', how);
	start();
	return {
		folder,
		port,
		address: (database = 'postgres') => `postgres://owner@127.0.0.1:${port}/${database}`,
		run,
		start,
		stop,
		end() {
			stopIn(folder);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
