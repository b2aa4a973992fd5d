/** Threads for what can be done on all processors at once. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Tasks } from './tasks.ts';

export interface Asked {
	readonly task: keyof Tasks;
	readonly given: unknown;
}

export interface Pool {
	/** How many things are done at a time. */
	readonly size: number;
	/** `here` does the same in this thread: where there is no other, or another has come to grief. */
	readonly ask: <Task extends keyof Tasks>(
		task: Task,
		given: Parameters<Tasks[Task]>[0],
		here: Tasks[Task],
	) => Promise<ReturnType<Tasks[Task]>>;
	readonly close: () => void;
}

const MOST_THREADS = 8;
const THREAD = new URL('./worker.js', import.meta.url);

/** Started from the program's sources there are no threads to start, and all is done here. */
export function openPool(most = MOST_THREADS): Pool {
	const size = existsSync(fileURLToPath(THREAD)) ? Math.min(availableParallelism(), MOST_THREADS, most) : 0;
	const workers: Worker[] = [];
	const free: Worker[] = [];
	const waiting: (() => void)[] = [];
	const worker = async (): Promise<Worker> => {
		while (free.length === 0 && workers.length >= size)
			await new Promise<void>((resolve) => void waiting.push(resolve));
		const known = free.pop();
		if (known) return known;
		const started = new Worker(THREAD);
		workers.push(started);
		return started;
	};
	const leave = (one: Worker, isWell: boolean) => {
		if (isWell) free.push(one);
		else workers.splice(workers.indexOf(one), 1);
		waiting.shift()?.();
	};
	return {
		size: Math.max(1, size),
		async ask(task, given, here) {
			type Made = ReturnType<typeof here>;
			const inPlace = here as (given: unknown) => Made;
			if (size === 0) return inPlace(given);
			const one = await worker();
			try {
				const made = await answerOf<Made>(one, { task, given });
				leave(one, true);
				return made;
			} catch {
				leave(one, false);
				await one.terminate();
				return inPlace(given);
			}
		},
		close() {
			for (const one of workers) one.terminate();
		},
	};
}

function answerOf<Made>(worker: Worker, asked: Asked): Promise<Made> {
	return new Promise((resolve, reject) => {
		const listeners = {
			message(made: Made) {
				worker.off('error', listeners.error);
				resolve(made);
			},
			error: reject,
		};
		worker.once('message', listeners.message);
		worker.once('error', listeners.error);
		worker.postMessage(asked);
	});
}

/** Does something with each, so many at a time; in the order of `items`. */
export async function eachOf<Item, Made>(
	items: readonly Item[],
	atOnce: number,
	work: (item: Item, at: number) => Promise<Made>,
): Promise<Made[]> {
	const made: Made[] = [];
	let next = 0;
	const lane = async () => {
		for (let at = next++; at < items.length; at = next++) made[at] = await work(items[at]!, at);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
	return made;
}

export function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, nth) =>
		items.slice(nth * size, (nth + 1) * size),
	);
}
