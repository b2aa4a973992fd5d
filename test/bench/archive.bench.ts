/**
 * What opening an archive on disk costs, and a page of it, however large it is; beside parsing the same edition from one
 * file. QUOTIDIAN_BENCH=1000000 adds that many quotations (and wants `NODE_OPTIONS=--max-old-space-size=12000`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { type Cut, EVERYWHERE } from '../../source/archive/archive.ts';
import { emptyFile, opened, written } from '../archive/engines.ts';
import { library } from './library.ts';

const SIZES = [
	1000,
	10_000,
	100_000,
	...(process.env.QUOTIDIAN_BENCH ? [Number(process.env.QUOTIDIAN_BENCH)] : []),
];
const PAGE = 60;
/** A string in Node can be half a gigabyte. */
const MOST_AS_JSON = 200_000;

describe.each(SIZES)('%d quotations', (quotations) => {
	const data = library(Math.max(100, quotations / 100), quotations);
	const file = written(data);
	const json = emptyFile();
	if (quotations <= MOST_AS_JSON) {
		writeFileSync(json, JSON.stringify(data));
		bench('parsed from one file of JSON', () => {
			JSON.parse(readFileSync(json, 'utf8'));
		});
	}
	const first: Cut = { from: 'start' };
	bench('opened, and the first page of stories', async () => {
		const archive = opened(file);
		await archive.overview();
		await archive.stories({ place: EVERYWHERE, cut: first, limit: PAGE });
		await archive.close();
	});
	const archive = opened(file);
	bench('a page of quotations further on', async () => {
		const at = { place: EVERYWHERE, words: '', limit: PAGE };
		const { rows } = await archive.quotations({ ...at, cut: first });
		await archive.quotations({ ...at, cut: { from: 'after', key: rows.at(-1)!.key } });
	});
	bench('the last page', async () => {
		await archive.quotations({ place: EVERYWHERE, words: '', cut: { from: 'end' }, limit: PAGE });
	});
	bench('the day beside', async () => {
		await archive.beside(EVERYWHERE, 'day', 1);
	});
});
