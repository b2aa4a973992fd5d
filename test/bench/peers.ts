/**
 * Other ways to search the same quotations, set up as their own manuals advise for mistyped words in long texts. Fuse.js
 * is here anyway; uFuzzy and MiniSearch are taken from a folder where they were installed (QUOTIDIAN_PEERS), fzf from the path.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Fuse from 'fuse.js';
import type { Entry } from '../../source/search/segment.ts';

const WANTED = 30;

/** The best answers by their numbers. */
export type Search = (typed: string) => readonly number[];

export interface Peer {
	readonly name: string;
	/** Quotations beyond which it is not asked: one key takes seconds. */
	readonly most: number;
	/** Null when it is not installed. */
	readonly over: (entries: readonly Entry[]) => Promise<Search | null>;
}

export const PEERS: readonly Peer[] = [
	{ name: 'Fuse.js', most: 100_000, over: fuse },
	{ name: 'uFuzzy', most: 100_000, over: ufuzzy },
	{ name: 'MiniSearch', most: 100_000, over: minisearch },
	{ name: 'fzf --filter', most: 1_000_000, over: fzf },
];

async function fuse(entries: readonly Entry[]): Promise<Search> {
	const index = new Fuse(entries, {
		keys: [
			{ name: 'text', weight: 0.7 },
			{ name: 'speaker', weight: 0.3 },
		],
		ignoreLocation: true,
		threshold: 0.4,
	});
	return (typed) => index.search(typed, { limit: WANTED }).map(({ refIndex }) => refIndex);
}

interface UFuzzy {
	search(
		list: readonly string[],
		typed: string,
		outOfOrder: number,
		most: number,
	): [number[] | null, { idx: number[] } | null, number[] | null];
}

async function ufuzzy(entries: readonly Entry[]): Promise<Search | null> {
	const Class = await installed<new (how: object) => UFuzzy>('@leeoniya/ufuzzy', 'default');
	if (!Class) return null;
	const list = entries.map(lineOf);
	const index = new Class({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
	return (typed) => {
		const [found, told, order] = index.search(list, typed, 4, 10_000);
		if (!found) return [];
		return order && told ? order.slice(0, WANTED).map((at) => told.idx[at]!) : found.slice(0, WANTED);
	};
}

interface MiniSearch {
	addAll(all: readonly object[]): void;
	search(typed: string, how: object): { id: number }[];
}

async function minisearch(entries: readonly Entry[]): Promise<Search | null> {
	const Class = await installed<new (how: object) => MiniSearch>('minisearch', 'default');
	if (!Class) return null;
	const index = new Class({ fields: ['text', 'speaker'] });
	index.addAll(entries.map(({ text, speaker }, id) => ({ id, text, speaker: speaker[0] ?? '' })));
	const how = { prefix: true, fuzzy: (word: string) => (word.length > 3 ? 0.2 : false) };
	return (typed) => {
		const all = index.search(typed, { ...how, combineWith: 'AND' });
		return (all.length > 0 ? all : index.search(typed, how)).slice(0, WANTED).map(({ id }) => id);
	};
}

/** One process a key, as a shell would run it: start, read, match, sort. */
async function fzf(entries: readonly Entry[]): Promise<Search | null> {
	try {
		execFileSync('fzf', ['--version'], { stdio: 'ignore' });
	} catch {
		return null;
	}
	const folder = mkdtempSync(join(tmpdir(), 'quotidian-bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, 'lines');
	writeFileSync(file, entries.map((entry, number) => `${lineOf(entry)}\t${number}`).join('\n'));
	const script = `fzf --delimiter='\t' --nth=1 --filter="$1" < "$2" | head -${WANTED}`;
	return (typed) =>
		execFileSync('sh', ['-c', script, 'sh', typed, file], { encoding: 'utf8' })
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => Number(line.slice(line.lastIndexOf('\t') + 1)));
}

const lineOf = ({ text, speaker }: Entry) => `${text} — ${speaker.join(' ')}`;

async function installed<Value>(name: string, as: string): Promise<Value | null> {
	const folder = process.env.QUOTIDIAN_PEERS;
	if (!folder) return null;
	try {
		const at = join(folder, 'node_modules', name, 'package.json');
		const { module } = JSON.parse(readFileSync(at, 'utf8')) as { module: string };
		const loaded = await import(pathToFileURL(join(dirname(at), module)).href);
		return loaded[as] as Value;
	} catch {
		return null;
	}
}
