/**
 * What a folder costs the program that is installed: read for the first time, started again with nothing changed, started
 * after one article has come in; and many files walked. The processor's seconds are told beside the clock's, as they say the
 * same on a busy machine. QUOTIDIAN_ARTICLES=10000 takes another number of articles, of about three kilobytes each.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { findPaths } from '../../source/ingest/files.ts';
import { news } from './news.ts';

const ARTICLES = Number(process.env.QUOTIDIAN_ARTICLES ?? 500);
const FILES = 10_000;

const home = mkdtempSync(join(tmpdir(), 'quotidian-bench-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Says at its end what the program used, of all its threads. */
const TELLING = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); " +
		'console.error(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 })); })',
)}`;

function run(folder: string): { readonly seconds: number; readonly cpu: number; readonly rss: number } {
	const env = { ...process.env };
	for (const name of ['CONFIG', 'DATA', 'CACHE', 'STATE']) env[`XDG_${name}_HOME`] = join(home, name);
	const begun = performance.now();
	const { stderr, status } = spawnSync(
		process.execPath,
		['--import', TELLING, 'dist/cli.js', 'days', '--in', folder],
		{ env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
	);
	if (status !== 0) throw new Error(stderr);
	return { seconds: (performance.now() - begun) / 1000, ...JSON.parse(stderr.trim().split('\n').at(-1)!) };
}

function tell(what: string, { seconds, cpu, rss }: ReturnType<typeof run>, count: number): void {
	process.stdout.write(
		`${what}: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of processor, ${Math.round(rss)} MB at most, ` +
			`${Math.round(count / seconds)} a second, ${Math.round(count / cpu)} a second of processor\n`,
	);
}

// Each once: the first takes long, and what comes after hangs on it.
const folder = join(home, 'news');
mkdirSync(folder);
const all = news(ARTICLES + 1);
const put = (at: number) => writeFileSync(join(folder, `${at}.txt`), all[at]!.bytes);
for (let at = 0; at < ARTICLES; at++) put(at);
tell('read for the first time', run(folder), ARTICLES);
tell('again, nothing changed', run(folder), ARTICLES);
put(ARTICLES);
tell('again, one article more', run(folder), ARTICLES);

describe(`${FILES} files`, () => {
	const folder = join(home, 'many');
	for (let at = 0; at < FILES; at++) {
		const under = join(folder, String(at % 100));
		if (at < 100) mkdirSync(under, { recursive: true });
		writeFileSync(join(under, `${at}.txt`), 'x');
	}
	bench('walked', async () => {
		await findPaths([folder]);
	});
});
