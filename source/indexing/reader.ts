/** The thread that reads an archive: every question is answered here, none where the keys are heard. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveArchive } from '../archive/remote.ts';
import { sqliteArchive } from '../archive/sqlite/archive.ts';
import { isUnusable, markDamaged } from '../archive/sqlite/schema.ts';
import type { Noticed } from './threads.ts';

const { file, origin } = workerData as { readonly file: string; readonly origin: string };

serveArchive(
	parentPort!,
	() => sqliteArchive(file, origin),
	(error) => {
		if (!isUnusable(error)) return;
		markDamaged(file);
		parentPort!.postMessage({ damaged: true } satisfies Noticed);
	},
);
