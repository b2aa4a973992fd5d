/** What the README promises is what the program does. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../source/cli/arguments.ts';
import { HELP } from '../source/cli/help.ts';
import { KEYS, keyWords } from '../source/terminal/keys.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function between(start: string, end: string): string {
	return readme.slice(readme.indexOf(start) + start.length, readme.indexOf(end)).trim();
}

test('the table of keys is the table the program reads', () => {
	const rows = KEYS.map(({ keys, help, part }) => ({
		part,
		row: `| ${keys.map((key) => `\`${keyWords(key)}\``).join(' ')} | ${help} |`,
	}));
	const parts = [...new Set(rows.map(({ part }) => part))];
	const tables = parts.map((part) =>
		[`| ${part} | |`, '| --- | --- |', ...rows.filter((one) => one.part === part).map(({ row }) => row)].join(
			'\n',
		),
	);
	expect(between('<!-- keys: made of source/terminal/keys.ts -->', '<!-- end of keys -->')).toBe(
		tables.join('\n\n'),
	);
});

test('the help stands in the README word for word, and names every command', () => {
	expect(readme).toContain(HELP.trim());
	for (const command of COMMANDS) expect(HELP).toMatch(new RegExp(`[ |]${command}\\b`));
});

test('every file the README points at is there', () => {
	const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target!);
	expect(targets.length).toBeGreaterThan(2);
	for (const target of targets) expect(() => readFileSync(join(root, target)), target).not.toThrow();
});
