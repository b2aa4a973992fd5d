/**
 * One program at a time: of two pulls each would ask everything once more, of two that add to a list one would lose what
 * the other has added. A lock that cannot be made is no reason to stop, and one whose owner is gone is taken over.
 */
import { link, mkdir, open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Its owner says this often that it lives, */
const BEAT_MS = 60_000;
/** and is taken for dead after this, whatever else has its number by then. */
const DEAD_MS = 10 * BEAT_MS;

export interface Lock {
	readonly release: () => Promise<void>;
}

/** Null when another one has it; `now` in milliseconds. */
export async function takeLock(path: string, now: () => number): Promise<Lock | null> {
	const own = `${process.pid} ${hostname()} ${process.hrtime.bigint()}\n`;
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		if (await made(path, own)) return held(path, own);
		if (await isDead(path, now())) return await takenOver(path, own, now);
		// Who had it may be done meanwhile.
		return (await made(path, own)) ? held(path, own) : null;
	} catch {
		return { release: async () => {} };
	}
}

/** Who has it works for the time of a few writes; longer than this nobody does. */
const LONGEST_MS = 20_000;

/** As soon as the one who has it is done; null when that takes too long. */
export async function waitForLock(path: string, now: () => number): Promise<Lock | null> {
	const end = now() + LONGEST_MS;
	for (;;) {
		const lock = await takeLock(path, now);
		if (lock !== null || now() > end) return lock;
		await pause(10 + 40 * Math.random());
	}
}

/** Of all who see that its owner is gone one alone takes it away; else the second would take away the lock of the first. */
async function takenOver(path: string, own: string, now: () => number): Promise<Lock | null> {
	const over = `${path}.over`;
	if (!(await made(over, own))) {
		if (!(await isDead(over, now()))) return null;
		await unlink(over).catch(() => undefined);
		if (!(await made(over, own))) return null;
	}
	try {
		if (!(await isDead(path, now()))) return null;
		await unlink(path).catch(() => undefined);
		return (await made(path, own)) ? held(path, own) : null;
	} finally {
		await unlink(over).catch(() => undefined);
	}
}

/** Written aside first: a lock says whose it is from its first moment on. */
async function made(path: string, own: string): Promise<boolean> {
	const aside = `${path}.${own.trim().split(' ').at(-1)}.part`;
	try {
		await written(aside, own);
		// A disk that knows no links has it made in two steps.
		await link(aside, path).catch((error: unknown) =>
			isThere(error) ? Promise.reject(error) : written(path, own),
		);
		return true;
	} catch (error) {
		if (isThere(error)) return false;
		throw error;
	} finally {
		await unlink(aside).catch(() => undefined);
	}
}

async function written(path: string, text: string): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	await file.writeFile(text).finally(() => file.close());
}

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** There, and its owner gone. One that is not there any more is none that may be taken away: the next is made in its place. */
async function isDead(path: string, now: number): Promise<boolean> {
	const info = await stat(path).catch(() => null);
	if (info === null) return false;
	if (now - info.mtimeMs > DEAD_MS) return true;
	const [pid, host] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
	return host === hostname() && pid !== undefined && !isAlive(Number(pid));
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
