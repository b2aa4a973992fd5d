/** What was compiled is kept and taken again, and whatever is wrong with it costs nothing but time. */
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCode } from '../../source/start/code.ts';

let home: string;
let program: string;
let folder: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-code-'));
	program = join(home, 'program.js');
	folder = join(home, 'quotidian/code');
	writeFileSync(program, '(function (half) { return half + half; })');
	vi.stubEnv('XDG_CACHE_HOME', home);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(home, { recursive: true, force: true });
});

/** Runs, keeps, and says what came of it. */
function started(release = 'one', use = 'text'): unknown {
	const { value, keep } = runCode(program, release, use);
	const result = (value as (half: number) => number)(21);
	keep();
	return result;
}

const kept = () => readdirSync(folder).sort();
const onlyFile = () => join(folder, kept()[0]!);

test('is kept once, and left alone while it serves', () => {
	expect(started()).toBe(42);
	expect(kept()).toHaveLength(1);
	const { ino } = statSync(onlyFile());
	expect(started()).toBe(42);
	expect(statSync(onlyFile()).ino).toBe(ino);
});

test.each([
	['empty', () => Buffer.alloc(0)],
	['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
	['changed', (bytes: Buffer) => Buffer.from(bytes).fill(7, 64, 96)],
	['no code at all', () => Buffer.from('not what V8 made')],
])('%s, it is made anew', (_, damaged) => {
	started();
	const good = readFileSync(onlyFile());
	writeFileSync(onlyFile(), damaged(good));
	expect(started()).toBe(42);
	expect(readFileSync(onlyFile()).length).toBeGreaterThan(64);
	const { ino } = statSync(onlyFile());
	expect(started()).toBe(42);
	expect(statSync(onlyFile()).ino).toBe(ino);
});

test('others may not write what we run', () => {
	started();
	chmodSync(onlyFile(), 0o666);
	expect(started()).toBe(42);
	// Replaced by one of our own.
	expect(kept()).toHaveLength(1);
	expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
});

test('another release, another text: what was kept for the first is not taken', () => {
	expect(started('one')).toBe(42);
	writeFileSync(program, '(function (half) { return half * half; })');
	expect(started('two')).toBe(441);
});

test('a few are kept, the rest goes', () => {
	for (let release = 0; release < 12; release++) started(`release ${release}`);
	expect(kept().length).toBeLessThan(10);
	expect(kept().some((name) => name.startsWith('release 11'))).toBe(true);
});

test('where nothing can be written, it runs all the same', () => {
	vi.stubEnv('XDG_CACHE_HOME', '/dev/null');
	expect(started()).toBe(42);
	mkdirSync(folder, { recursive: true });
	rmSync(folder, { recursive: true });
	writeFileSync(folder, 'a file where the folder should be');
	vi.stubEnv('XDG_CACHE_HOME', home);
	expect(started()).toBe(42);
});
