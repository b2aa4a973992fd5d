/** The five sample articles, read and compared once for all tests of one file. */
import { join, resolve } from 'node:path';
import { annotate } from '../source/article/annotate.ts';
import { digest } from '../source/digest/digest.ts';
import { readPaths } from '../source/ingest/files.ts';
import type { Export } from '../source/types.ts';

export const samplesFolder = join(resolve(import.meta.dirname, '..'), 'articles');

export async function readSamples(): Promise<Export> {
	const { raws, problems } = await readPaths([samplesFolder]);
	return digest(raws.map(annotate), problems);
}
