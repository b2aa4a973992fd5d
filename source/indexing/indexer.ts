/** The thread that brings an archive up to date, and keeps it so as long as it is watched. */
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from './background.ts';
import { indexPaths, type Wanted } from './paths.ts';
import type { Told } from './threads.ts';

/** From one look at the folders to the next, at least. */
const LOOK_MS = 3000;
/** A look may take so much of the time, and no more: where there are very many files they are looked at less often. */
const SHARE = 0.1;
const LOOK_AT_LEAST_MS = 60_000;

const wanted = workerData as Wanted;
const tell = (told: Told) => parentPort!.postMessage(told);

/** How long it took to find nothing new; 0 where something was. */
async function look(): Promise<number> {
	const began = Date.now();
	try {
		const indexed = await indexPaths(wanted, (words) => tell({ words }));
		tell({ indexed });
		return indexed.changed ? 0 : Date.now() - began;
	} catch (error) {
		tell({ failed: error instanceof Error ? error.message : String(error) });
		return 0;
	}
}

async function watch(): Promise<void> {
	for (;;) {
		const took = await look();
		if (!wanted.watch) return;
		await setTimeout(Math.min(LOOK_AT_LEAST_MS, Math.max(LOOK_MS, took / SHARE)));
	}
}

stepBack();
watch();
