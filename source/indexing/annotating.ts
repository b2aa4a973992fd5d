/** Reads articles, each on its own: many of them on all processors at once. */
import { annotate } from '../article/annotate.ts';
import type { RawArticle, Reading } from '../types.ts';
import { eachOf, inBatches, openPool, type Pool } from './pool.ts';

/** What an article told, or why it could not be read: a bug. */
export type Annotated = { readonly reading: Reading } | { readonly bug: string };

/** Fewer are read sooner than a thread is started for them. */
const MANY = 40;
/** Articles given to a thread at once: enough to keep it busy, few enough to tell how far all has come. */
const BATCH = 8;
/** Bytes from which one article is read in a thread too, so that whoever waits for it can leave. */
const LARGE = 300_000;

/**
 * In the order of `raws`. `hear` is told how many are read, and may make it wait. Few are read here, unless `pool` has its
 * threads already.
 */
export async function annotateAll(
	raws: readonly RawArticle[],
	hear: (read: number) => Promise<void> | undefined,
	pool: Pool | null = null,
): Promise<readonly Annotated[]> {
	const threads = Math.ceil(raws.length / MANY);
	if (pool === null && threads < 2 && raws.every(({ bytes }) => bytes.length < LARGE)) {
		const made: Annotated[] = [];
		for (const raw of raws) {
			await hear(made.length);
			made.push(annotated(raw));
		}
		return made;
	}
	const own = pool ?? openPool(threads);
	try {
		await hear(0);
		let read = 0;
		const made = await eachOf(inBatches(raws, BATCH), own.size, async (batch) => {
			const answers = await own.ask('annotate', batch, (raws) => raws.map(annotated));
			read += answers.length;
			if (read < raws.length) await hear(read);
			return answers;
		});
		return made.flat();
	} finally {
		if (pool === null) own.close();
	}
}

/** No article may throw; should one, it must not cost the reader all the others. */
export function annotated(raw: RawArticle): Annotated {
	try {
		return { reading: annotate(raw) };
	} catch (error) {
		return { bug: `could not be read; this is a bug, please report it (${String(error)})` };
	}
}
