/** The thread that brings an archive up to date, and keeps it so as long as it is watched. */
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from './background.ts';
import { indexPaths, type Wanted } from './paths.ts';
import type { Told } from './threads.ts';

/** From one look at the folders to the next; a look at ten thousand files takes a tenth of a second. */
const LOOK_MS = 3000;

const wanted = workerData as Wanted;
const tell = (told: Told) => parentPort!.postMessage(told);

async function look(): Promise<void> {
	try {
		tell({ indexed: await indexPaths(wanted, (words) => tell({ words })) });
	} catch (error) {
		tell({ failed: error instanceof Error ? error.message : String(error) });
	}
}

async function watch(): Promise<void> {
	await look();
	while (wanted.watch) {
		await setTimeout(LOOK_MS);
		await look();
	}
}

stepBack();
watch();
