/** What a pull tells, and where. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { reportTo } from '../../source/cli/pulling.ts';
import type { Outcome } from '../../source/feeds/pull-feed.ts';

const outcome = (told: Partial<Outcome>): Outcome => ({
	kind: 'read',
	name: 'Post',
	fresh: 0,
	changed: 0,
	stubs: 0,
	message: null,
	notes: [],
	...told,
});

async function told(
	outcomes: readonly Outcome[],
	{
		tty = false,
		quiet = false,
		stopped = false,
		env = {},
	}: { tty?: boolean; quiet?: boolean; stopped?: boolean; env?: NodeJS.ProcessEnv } = {},
) {
	const written = { out: '', err: '' };
	const stream = (name: keyof typeof written) =>
		Object.assign(
			new Writable({
				write(piece, _, done) {
					written[name] += piece;
					done();
				},
			}),
			{ isTTY: tty },
		) as unknown as NodeJS.WriteStream & { fd: 1 & 2 };
	const report = reportTo({ stdout: stream('out'), stderr: stream('err'), env }, outcomes.length, quiet);
	for (const one of outcomes) {
		for (let i = 0; i < one.fresh; i++) report.article();
		report.feed(one);
	}
	return { ...written, code: await report.end(stopped), ...written };
}

const FAILED = outcome({ kind: 'failed', message: 'its server is busy' });

test.each([
	['nothing new', [outcome({})], '0 new articles, of 1 feed\n', '', 0],
	['one', [outcome({ fresh: 1 })], '1 new article, of 1 feed\n', '', 0],
	[
		'changes',
		[outcome({ fresh: 2, changed: 1 }), outcome({ kind: 'unchanged' })],
		'2 new articles, 1 changed, of 2 feeds; 1 unchanged\n',
		'',
		0,
	],
	[
		'a failure',
		[FAILED, outcome({ fresh: 2 })],
		'2 new articles, of 2 feeds; 1 failed\n',
		'quotidian: Post: its server is busy\n',
		1,
	],
	[
		'one not due',
		[outcome({ kind: 'not due' })],
		'0 new articles, of 1 feed; 1 not asked yet again\n',
		'',
		0,
	],
	[
		'stubs',
		[outcome({ fresh: 2, stubs: 2 })],
		'2 new articles, of 1 feed; 2 articles only as far as the feed prints them\n',
		'',
		0,
	],
	[
		'a note',
		[outcome({ notes: ['Post: has moved'] })],
		'0 new articles, of 1 feed\n',
		'quotidian: Post: has moved\n',
		0,
	],
] as const)('%s', async (_, outcomes, out, err, code) => {
	const said = await told(outcomes);
	expect(said.code).toBe(code);
	expect([said.out, said.err]).toEqual([out, err]);
});

test('quiet is quiet, but for what failed', async () => {
	expect(await told([outcome({ fresh: 3, notes: ['x'] })], { quiet: true, tty: true })).toEqual({
		out: '',
		err: '',
		code: 0,
	});
	expect(await told([FAILED], { quiet: true })).toEqual({
		out: '',
		err: 'quotidian: Post: its server is busy\n',
		code: 1,
	});
});

test('a run that was broken off says so', async () => {
	expect((await told([outcome({ kind: 'stopped' })], { stopped: true })).out).toContain(
		'broken off; the next pull goes on',
	);
});

test('only a terminal sees a line that moves, and it is wiped away', async () => {
	const many = Array.from({ length: 3 }, () => outcome({ fresh: 1 }));
	expect((await told(many)).err).toBe('');
	expect((await told(many, { tty: true, env: { TERM: 'dumb' } })).err).toBe('');
	const { err } = await told(many, { tty: true, env: { TERM: 'xterm' } });
	expect(err).toMatch(/^\r\x1b\[K0 of 3 feeds, 0 articles/);
	expect(err).toMatch(/\r\x1b\[K$/);
});

test('what servers and feeds say reaches the terminal without its controls', async () => {
	const { err } = await told([
		outcome({ kind: 'failed', name: 'a\u001b]0;x\u0007b', message: 'c\r\u001b[2Jd\ne' }),
	]);
	expect(err).toBe('quotidian: ab: c d e\n');
});
