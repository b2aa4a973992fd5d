/**
 * One pull at a time. Two would do no harm but ask everything twice; so a lock that cannot be made is no reason to stop,
 * and one whose owner is gone is taken over.
 */
import { mkdir, open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** Its owner says this often that it lives, */
const BEAT_MS = 60_000;
/** and is taken for dead after this, whatever else has its number by then. */
const DEAD_MS = 10 * BEAT_MS;

export interface Lock {
	readonly release: () => Promise<void>;
}

/** Null when another pull is at work; `now` in milliseconds. */
export async function takeLock(path: string, now: () => number): Promise<Lock | null> {
	const own = `${process.pid} ${hostname()}\n`;
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		for (let tries = 0; tries < 2; tries++) {
			if (await made(path, own)) return held(path, own);
			if (await isHeld(path, now())) return null;
			await unlink(path).catch(() => undefined);
		}
		return null;
	} catch {
		return { release: async () => {} };
	}
}

async function made(path: string, own: string): Promise<boolean> {
	try {
		const file = await open(path, 'wx', 0o600);
		await file.writeFile(own).finally(() => file.close());
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

async function isHeld(path: string, now: number): Promise<boolean> {
	const info = await stat(path).catch(() => null);
	if (info === null || now - info.mtimeMs > DEAD_MS) return false;
	const [pid, host] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
	return host === hostname() && pid !== undefined ? isAlive(Number(pid)) : true;
}

function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// It is there, and somebody else's.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

function held(path: string, own: string): Lock {
	const beat = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => undefined);
	}, BEAT_MS);
	beat.unref();
	return {
		release: async () => {
			clearInterval(beat);
			const there = await readFile(path, 'utf8').catch(() => null);
			if (there === own) await unlink(path).catch(() => undefined);
		},
	};
}
