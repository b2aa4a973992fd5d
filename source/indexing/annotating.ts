/** Reads articles, each on its own: many of them on all processors at once. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { annotate } from '../article/annotate.ts';
import type { RawArticle, Reading } from '../types.ts';

/** What an article told, or why it could not be read: a bug. */
export type Annotated = { readonly reading: Reading } | { readonly bug: string };

/** Fewer are read sooner than a thread is started for them. */
const MANY = 40;
const MOST_THREADS = 8;
/** Articles given to a thread at once: enough to keep it busy, few enough to tell how far all has come. */
const BATCH = 8;
/** Bytes from which one article is read in a thread too, so that whoever waits for it can leave. */
const LARGE = 300_000;

const THREAD = new URL('./annotator.js', import.meta.url);

/**
 * In the order of `raws`. `hear` is told how many are read, and may make it wait. Started from the program's sources, where
 * there are no threads to start, all are read here.
 */
export async function annotateAll(
	raws: readonly RawArticle[],
	hear: (read: number) => Promise<void> | undefined,
): Promise<readonly Annotated[]> {
	const made: Annotated[] = [];
	const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(raws.length / MANY));
	const beside = threads > 1 || raws.some(({ bytes }) => bytes.length >= LARGE);
	if (beside && existsSync(fileURLToPath(THREAD))) {
		await hear(0);
		await inThreads(raws, threads, made, hear);
	}
	for (const [at, raw] of raws.entries()) {
		if (made[at]) continue;
		await hear(at);
		made[at] = annotated(raw);
	}
	return made;
}

/** No article may throw; should one, it must not cost the reader all the others. */
export function annotated(raw: RawArticle): Annotated {
	try {
		return { reading: annotate(raw) };
	} catch (error) {
		return { bug: `could not be read; this is a bug, please report it (${String(error)})` };
	}
}

/** A thread that comes to grief leaves what it had not read yet to whoever called. */
async function inThreads(
	raws: readonly RawArticle[],
	threads: number,
	made: Annotated[],
	hear: (read: number) => Promise<void> | undefined,
): Promise<void> {
	let next = 0;
	let read = 0;
	await Promise.all(
		Array.from({ length: threads }, async () => {
			const worker = new Worker(THREAD);
			try {
				while (next < raws.length) {
					const from = next;
					next += BATCH;
					const answers = await answersOf(worker, raws.slice(from, from + BATCH));
					for (const [nth, answer] of answers.entries()) made[from + nth] = answer;
					read += answers.length;
					if (read < raws.length) await hear(read);
				}
			} catch {
			} finally {
				await worker.terminate();
			}
		}),
	);
}

function answersOf(worker: Worker, raws: readonly RawArticle[]): Promise<readonly Annotated[]> {
	return new Promise((resolve, reject) => {
		const listeners = {
			message(answers: readonly Annotated[]) {
				worker.off('error', listeners.error);
				resolve(answers);
			},
			error: reject,
		};
		worker.once('message', listeners.message);
		worker.once('error', listeners.error);
		worker.postMessage(raws);
	});
}
