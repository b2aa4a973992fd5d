/** The thread that brings an archive up to date, once, and says how far it has come. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexPaths, type Wanted } from './paths.ts';
import type { Told } from './threads.ts';

const tell = (told: Told) => parentPort!.postMessage(told);

indexPaths(workerData as Wanted, (words) => tell({ words })).then(
	(indexed) => tell({ indexed }),
	(error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
);
