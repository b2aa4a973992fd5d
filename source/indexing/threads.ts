/** Starts the threads, and talks to them. */
import { Worker } from 'node:worker_threads';
import { type RemoteArchive, remoteArchive } from '../archive/remote.ts';
import { originOf } from '../kept/sums.ts';
import type { Indexed, Wanted } from './paths.ts';

/** What the thread that brings an archive up to date says. */
export type Told = { readonly words: string } | { readonly indexed: Indexed } | { readonly failed: string };

/** The archive in a file, read in a thread of its own; null when there is none, or one of another origin. */
export async function openReader(file: string, release: string): Promise<RemoteArchive | null> {
	const worker = new Worker(new URL('./reader.js', import.meta.url), {
		workerData: { file, origin: originOf(release) },
	});
	const archive = remoteArchive(worker);
	worker.on('error', archive.lost);
	try {
		await archive.overview();
	} catch {
		await worker.terminate();
		return null;
	}
	return {
		...archive,
		async close() {
			ended(worker);
		},
	};
}

/** Nobody waits for a thread that is not wanted any more: whatever it was about, the reader has left. */
function ended(worker: Worker): void {
	worker.unref();
	worker.terminate().catch(() => {});
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
	const worker = new Worker(new URL('./indexer.js', import.meta.url), { workerData: wanted });
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
	return { done, stop: () => ended(worker) };
}
