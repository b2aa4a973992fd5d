/** What the README and the manual promise is what the program does. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { manual, withTables } from '../scripts/docs.ts';
import { COMMAND_NAMES } from '../source/cli/arguments.ts';
import { HELP } from '../source/cli/help.ts';
import { dashed, FLAGS } from '../source/cli/table.ts';
import { KEYS, keyWords } from '../source/terminal/keys.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');

test('the README shows the keys and the help the program has (npm run docs)', () => {
	expect(withTables(readme)).toBe(readme);
	expect(readme).toContain(HELP);
	for (const { keys, help } of KEYS)
		expect(readme).toContain(`| ${keys.map((key) => `\`${keyWords(key)}\``).join(' ')} | ${help} |`);
});

test('help names every command and every flag', () => {
	for (const command of COMMAND_NAMES) expect(HELP).toMatch(new RegExp(`[ |]${command}\\b`));
	for (const flag of Object.keys(FLAGS)) expect(HELP).toContain(dashed(flag));
});

test('the manual is up to date (npm run docs), and is shipped', () => {
	const { version, man, files } = JSON.parse(read('package.json'));
	expect(read(man)).toBe(manual(version));
	expect(files).toContain(man);
});

test('man reads the manual without a complaint', (context) => {
	const page = join(root, 'docs/quotidian.1');
	const { error, stdout, stderr } = spawnSync('man', ['--warnings', '-l', page], {
		encoding: 'utf8',
		env: { PATH: process.env.PATH, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
	});
	if (error !== undefined) context.skip('no man here');
	expect(stderr).toBe('');
	expect(stdout).toMatch(/--since +DAY/);
	expect(stdout).toContain('^D');
});

test('every file the README points at is there', () => {
	const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target!);
	expect(targets.length).toBeGreaterThan(2);
	for (const target of targets) expect(() => read(target), target).not.toThrow();
});
