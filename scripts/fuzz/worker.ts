/** One core's share of the nasty texts: numbers come in, what was found wrong goes out. */
import { annotate } from '../../source/article/annotate.ts';
import { readFeed } from '../../source/feeds/reading.ts';
import { articlesIn } from '../../source/ingest/documents.ts';
import type { Reading } from '../../source/types.ts';
import { holds, holdsTogether } from '../../test/hostile/laws.ts';
import { type Nasty, nastyOf, shrunk } from '../../test/hostile/nasty.ts';

/** Every so many readings are made into a digest. */
const TOGETHER = 40;
/** Every so many texts one is read at two lengths. */
const LONG_EVERY = 1000;
const SOME = 10_000;
const LONGER = 4;
/** What is ten times as long may cost this many times as much. */
const DEAREST = 15;
/** Milliseconds of the processor below which nothing can be told. */
const NOTHING = 60;

let seed = 0;
let readings: Reading[] = [];

process.on('message', (message: { seed: number; from: number; to: number }) => {
	seed = message.seed;
	for (let number = message.from; number < message.to; number++) {
		process.send?.({ at: number });
		tried(number);
	}
	process.send?.({ done: message });
});

function tried(number: number): void {
	const nasty = nastyOf(seed, number);
	const law = broken(nasty);
	if (law !== null)
		report(
			number,
			law,
			shrunk(nasty, (less) => broken(less) === law),
		);
	else if (number % LONG_EVERY === 0) {
		const dearness = dearnessOf(nasty, SOME, 1);
		// What is near the bound at first is looked at again, longer.
		if (dearness > DEAREST && dearnessOf(nasty, LONGER * SOME, 5) > DEAREST)
			report(number, `ten times as long, ${dearness.toFixed(1)} times the work`, nasty);
	}
	if (readings.length < TOGETHER) return;
	try {
		holdsTogether(readings);
	} catch (error) {
		report(number, `a digest of the texts up to this one: ${lawIn(error)}`, nasty);
	}
	readings = [];
}

function broken(nasty: Nasty): string | null {
	try {
		readings.push(...holds(nasty).slice(0, 2));
		return null;
	} catch (error) {
		return lawIn(error);
	}
}

/** Without the places in a text, which change as it is made shorter. */
const lawIn = (error: unknown) =>
	error instanceof Error
		? `${error.name}: ${error.message.replace(/\d+/g, 'N')} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
		: String(error);

function report(number: number, law: string, { kind, parts }: Nasty): void {
	process.send?.({ number, law, kind, text: parts.join('') });
}

/** Medians of the processor's time, not of the clock's. */
function dearnessOf(nasty: Nasty, size: number, times: number): number {
	const some =
		Array.from({ length: times }, () => workFor(nasty, size)).sort((a, b) => a - b)[times >> 1] ?? 0;
	const much =
		Array.from({ length: times }, () => workFor(nasty, 10 * size)).sort((a, b) => a - b)[times >> 1] ?? 0;
	return much < NOTHING ? 0 : much / Math.max(some, 1);
}

function workFor({ kind, parts }: Nasty, size: number): number {
	const whole = parts.join('');
	const bytes = Buffer.from(whole.repeat(Math.ceil(size / Math.max(1, whole.length))));
	const before = process.cpuUsage();
	if (kind === 'feed') readFeed(bytes, null, 'https://velmora.example/feed', '2025-03-14');
	else {
		const file = kind === 'stdin' ? '-' : `a.${kind === 'bytes' ? 'txt' : kind}`;
		for (const raw of articlesIn({ file, format: 'text', bytes }, () => undefined).slice(0, 100))
			annotate(raw);
	}
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
