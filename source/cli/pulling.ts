/** What a pull tells: how far it is on a terminal, what failed on stderr, and how it ended. */
import type { Outcome } from '../feeds/pull-feed.ts';
import { safeLine } from '../safe.ts';
import { writeAll } from './write.ts';

export interface Report {
	readonly feed: (outcome: Outcome) => void;
	readonly article: () => void;
	/** Prints the summary; resolves with the exit code. */
	readonly end: (stopped: boolean) => Promise<number>;
}

/** The line that moves is written no more often than this. */
const PAUSE_MS = 100;

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;

export function reportTo({ stdout, stderr, env }: Streams, feeds: number, quiet: boolean): Report {
	const moves = stderr.isTTY && env.TERM !== 'dumb' && !quiet;
	const counts = { done: 0, fresh: 0, changed: 0, stubs: 0, failed: 0, waiting: 0, unasked: 0, unchanged: 0 };
	let articles = 0;
	let shown = 0;
	const move = () => {
		if (!moves || Date.now() - shown < PAUSE_MS) return;
		shown = Date.now();
		stderr.write(`\r\x1b[K${counts.done} of ${counted(feeds, 'feed')}, ${counted(articles, 'article')}`);
	};
	const wipe = () => {
		if (moves) stderr.write('\r\x1b[K');
		shown = 0;
	};
	const line = (words: string) => {
		wipe();
		stderr.write(`quotidian: ${safeLine(words)}\n`);
	};
	move();
	return {
		article: () => {
			articles++;
			move();
		},
		feed: (outcome) => {
			const { kind, name, message, notes, fresh, changed, stubs } = outcome;
			counts.done++;
			counts.fresh += fresh;
			counts.changed += changed;
			counts.stubs += stubs;
			if (kind === 'failed') {
				counts.failed++;
				line(`${name}: ${message}`);
			} else if (kind === 'not asked') {
				counts.unasked++;
				if (!quiet) line(`${name}: ${message}`);
			} else if (kind === 'not due' || kind === 'gone') counts.waiting++;
			else if (kind === 'unchanged') counts.unchanged++;
			if (!quiet) for (const note of notes) line(note);
			move();
		},
		end: async (stopped) => {
			wipe();
			if (!quiet) await writeAll(stdout, [`${summary(counts, feeds, stopped)}\n`]);
			return counts.failed > 0 ? 1 : 0;
		},
	};
}

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function summary(
	counts: Readonly<
		Record<'fresh' | 'changed' | 'stubs' | 'failed' | 'waiting' | 'unasked' | 'unchanged', number>
	>,
	feeds: number,
	stopped: boolean,
): string {
	const { fresh, changed, stubs, failed, waiting, unasked, unchanged } = counts;
	const parts = [
		`${counted(fresh, 'new article')}${changed > 0 ? `, ${changed} changed` : ''}, of ${counted(feeds, 'feed')}`,
		failed > 0 ? `${failed} failed` : '',
		unchanged > 0 ? `${unchanged} unchanged` : '',
		unasked > 0 ? `${unasked} not asked: their host is left alone for now` : '',
		waiting > 0 ? `${waiting} not asked yet again` : '',
		stubs > 0
			? `${counted(stubs, 'article')} only as far as the feed prints ${stubs === 1 ? 'it' : 'them'}`
			: '',
		stopped ? 'broken off; the next pull goes on from here' : '',
	];
	return parts.filter(Boolean).join('; ');
}
