/** Starts the threads, and talks to them. */
import { Worker } from 'node:worker_threads';
import { type RemoteArchive, remoteArchive } from '../archive/remote.ts';
import { newGate, shut } from '../archive/sqlite/gate.ts';
import { originOf } from '../kept/sums.ts';
import type { Indexed, Wanted } from './paths.ts';

/** What the thread that brings an archive up to date says. */
export type Told = { readonly words: string } | { readonly indexed: Indexed } | { readonly failed: string };

/** What the thread that reads an archive says beside its answers: it has to be made anew. */
export interface Noticed {
	readonly damaged: true;
}

/** The archive in a file, read in a thread of its own; null when there is none, or one of another origin. */
export async function openReader(
	file: string,
	release: string,
	damaged: () => void = () => {},
): Promise<RemoteArchive | null> {
	const thread = started('./reader.js', { file, origin: originOf(release) });
	const { worker } = thread;
	const archive = remoteArchive(worker);
	worker.on('error', archive.lost);
	worker.on('message', (message: object) => {
		if ('damaged' in message) damaged();
	});
	try {
		await archive.overview();
	} catch {
		thread.end();
		return null;
	}
	return {
		...archive,
		async close() {
			thread.end();
		},
	};
}

/** So long a thread is waited for that writes as the program ends; most writes are shorter by far. */
const PATIENCE_MS = 2000;

interface Thread {
	readonly worker: Worker;
	/** Whatever it was about: the reader has left. */
	readonly end: () => void;
}

/** A thread that works on a database, and can be ended at any moment. */
function started(program: string, data: object): Thread {
	const gate = newGate();
	const worker = new Worker(new URL(program, import.meta.url), { workerData: { ...data, gate } });
	const leave = () => shut(gate, PATIENCE_MS);
	process.once('exit', leave);
	worker.once('exit', () => process.off('exit', leave));
	return {
		worker,
		end() {
			leave();
			worker.unref();
			worker.terminate().catch(() => {});
		},
	};
}

export interface Indexing {
	/** When it was first up to date. Rejects when nothing can be written, or the thread comes to grief. */
	readonly done: Promise<Indexed>;
	/** Breaks off; what was read is kept. */
	readonly stop: () => void;
}

export interface Hearer {
	/** How far it has come; null when it has. */
	readonly words: (words: string | null) => void;
	/** Each time that it is up to date again. */
	readonly indexed: (indexed: Indexed) => void;
}

/** Brings an archive up to date in a thread of its own, and keeps it so as long as it is watched. */
export function startIndexing(wanted: Wanted, hear: Hearer): Indexing {
	const { worker, end } = started('./indexer.js', wanted);
	const done = new Promise<Indexed>((resolve, reject) => {
		worker.on('message', (told: Told) => {
			if ('words' in told) return hear.words(told.words);
			hear.words(null);
			if ('failed' in told) return reject(new Error(told.failed));
			resolve(told.indexed);
			hear.indexed(told.indexed);
		});
		worker.on('error', reject);
		worker.on('exit', () => reject(new Error('the reading was broken off')));
	});
	// Whoever stops it does not wait for it.
	done.catch(() => {});
	return { done, stop: end };
}
