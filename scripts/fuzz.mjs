// Nasty texts, each read and held to the laws of test/hostile/laws.ts; what breaks one is made as short as it goes and printed.
// usage: npm run fuzz -- [--texts 1000000] [--seed N] [--from N] [--cores N]
// What was stopped goes on where it was: how far a seed came stands in a file of the temporary folder; --from 0 begins anew.
import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
	options: {
		texts: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '1' },
		from: { type: 'string' },
		cores: { type: 'string', default: String(availableParallelism()) },
	},
});
const [texts, seed, cores] = [values.texts, values.seed, values.cores].map(Number);

const SHARE = 500;
/** A text that takes longer than this hangs, on a busy machine and read at ten lengths as well. */
const LONGEST_MS = 300_000;
const TELL_MS = 30_000;

const state = join(tmpdir(), `quotidian-fuzz-${seed}.json`);
const came = await readFile(state, 'utf8').then(JSON.parse, () => ({ done: 0 }));
let next = values.from === undefined ? came.done : Number(values.from);
const end = next + texts;
const begun = next;
console.log(`seed ${seed}, texts ${next} to ${end}, ${cores} at a time`);

const folder = await mkdtemp(join(tmpdir(), 'quotidian-fuzz-'));
const program = join(folder, 'worker.mjs');
await build({
	entryPoints: [fileURLToPath(new URL('fuzz/worker.ts', import.meta.url))],
	outfile: program,
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	logLevel: 'warning',
	banner: {
		js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
	},
});

let done = 0;
let found = 0;
let stopping = false;
/** Shares that are being read: all before the first of them is done. */
const open = new Map();

function tell({ number, law, kind, text }) {
	found++;
	console.log(
		`\n#${number} (--seed ${seed} --from ${number} --texts 1) ${kind}: ${law}\n${JSON.stringify(text)}`,
	);
}

const kept = () => writeFile(state, JSON.stringify({ done: Math.min(next, ...open.values()) }));

function worker() {
	return new Promise((ended) => {
		const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
		let at = null;
		let since = Date.now();
		let to = 0;
		const give = () => {
			open.delete(child);
			if (stopping || next >= end) return child.disconnect();
			const from = next;
			to = next = Math.min(end, next + SHARE);
			open.set(child, from);
			child.send({ seed, from, to });
		};
		const watch = setInterval(() => {
			if (at === null || Date.now() - since < LONGEST_MS) return;
			tell({ number: at, law: `takes longer than ${LONGEST_MS / 1000} s`, kind: '', text: '' });
			child.kill('SIGKILL');
		}, 1000);
		child.on('message', (message) => {
			since = Date.now();
			if ('at' in message) {
				at = message.at;
				done++;
			} else if ('done' in message) {
				at = null;
				give();
			} else tell(message);
		});
		child.on('exit', (code) => {
			clearInterval(watch);
			open.delete(child);
			if (at === null || stopping) return ended();
			if (code !== null) tell({ number: at, law: `ends the process with ${code}`, kind: '', text: '' });
			// Another goes on after the text that this one did not come back from.
			next = Math.min(next, at + 1);
			ended(worker());
		});
		give();
	});
}

process.on('SIGINT', () => {
	stopping = true;
});
const begin = Date.now();
const told = () => `${done} texts in ${Math.round((Date.now() - begin) / 1000)} s, ${found} found wrong`;
const telling = setInterval(() => {
	console.log(told());
	kept();
}, TELL_MS);
await Promise.all(Array.from({ length: Math.max(1, cores) }, worker));
clearInterval(telling);
await kept();
await rm(folder, { recursive: true, force: true });
console.log(`seed ${seed}, texts ${begun} to ${Math.min(next, end)}: ${told()}`);
process.exitCode = found > 0 ? 1 : 0;
