/** A terminal that is read aloud gets text that is only added to, and then its prompt again. */
import { resolve } from 'node:path';
import pty from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { warmCache } from '../warm.ts';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js');
const ARTICLE = resolve(import.meta.dirname, '../../articles/000_d25edc2757c89b0f.txt');

function played(flags: readonly string[], more: Readonly<Record<string, string>>) {
	const env = { ...process.env, TERM: 'xterm-256color', XDG_CACHE_HOME: warmCache(), ...more };
	const program = pty.spawn(process.execPath, [PROGRAM, ...flags, ARTICLE], { cols: 80, rows: 24, env });
	let bytes = '';
	program.onData((data) => {
		bytes += data;
	});
	return new Promise<{ code: number; bytes: string }>((done) =>
		program.onExit(({ exitCode }) => done({ code: exitCode, bytes })),
	);
}

test.each([
	['--plain', ['--plain'], {}],
	['quotes --plain', ['quotes', '--plain', 'ceasefire', '--in'], {}],
	['TERM=dumb', [], { TERM: 'dumb' }],
	['INK_SCREEN_READER', [], { INK_SCREEN_READER: 'true' }],
])('%s', { timeout: 30_000 }, async (_, flags, more) => {
	const { code, bytes } = await played(flags, more as Record<string, string>);
	expect(code).toBe(0);
	expect(bytes.length).toBeGreaterThan(200);
	expect(bytes).not.toContain('──');
	// Neither codes nor a carriage return that writes over a line.
	expect(bytes.replaceAll('\r\n', '\n')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
});
