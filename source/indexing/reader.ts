/** The thread that reads an archive: every question is answered here, none where the keys are heard. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveArchive } from '../archive/remote.ts';
import { sqliteArchive } from '../archive/sqlite/archive.ts';
import { isUnusable, setAside } from '../archive/sqlite/schema.ts';

const { file, origin } = workerData as { readonly file: string; readonly origin: string };

serveArchive(
	parentPort!,
	() => sqliteArchive(file, origin),
	(error) => {
		// Out of the way of the next start, which makes it anew.
		if (isUnusable(error)) setAside(file);
	},
);
