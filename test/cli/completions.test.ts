/** The completions in the shells themselves; zsh and fish are asked where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../source/cli/arguments.ts';
import { completions, SHELLS } from '../../source/cli/completions.ts';
import { COMMANDS, dashed, FLAGS } from '../../source/cli/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'quotidian-shells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (shell: (typeof SHELLS)[number]) => {
	const file = join(folder, shell === 'zsh' ? '_quotidian' : shell);
	writeFileSync(file, completions(shell));
	return file;
};
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

function asked(shell: string, script: string): string[] {
	const { stdout, status } = spawnSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8' });
	expect(status).toBe(0);
	return stdout.split('\n').filter(Boolean);
}

/** What is offered at the end of a line. */
const inBash = (line: string) => {
	const words = line.split(' ').map((word) => `'${word}'`);
	return asked(
		'bash',
		`source ${fileOf('bash')}; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _quotidian 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
	);
};
const inFish = (line: string) =>
	asked('fish', `source ${fileOf('fish')}; complete -C '${line}'`).map((one) => one.split('\t')[0]!);

const CASES = [
	['quotidian act', ['actors']],
	['quotidian completions ', ['bash', 'zsh', 'fish']],
	['quotidian digest --form', ['--format']],
	['quotidian digest --format m', ['markdown']],
	['quotidian quotes --fr', []],
	['quotidian --fr', ['--fresh']],
	['quotidian --since tod', ['today']],
	['quotidian --since undat', []],
	['quotidian paths ', []],
] as const;

describe('bash', () => {
	test.each(CASES)('%s', (line, offered) => {
		expect(inBash(line).sort()).toEqual([...offered].sort());
	});

	test('takes no value of a flag for a command', () => {
		expect(inBash('quotidian --actor export di')).toEqual(['digest']);
	});

	test('offers files where articles are wanted, with their blanks', () => {
		writeFileSync(join(folder, 'in the north.txt'), '');
		expect(inBash('quotidian digest in')).toEqual(['in the north.txt']);
		expect(inBash('quotidian --in in')).toEqual(['in the north.txt']);
		expect(inBash('quotidian paths in')).toEqual([]);
	});
});

describe.skipIf(!has('fish'))('fish', () => {
	test.each(CASES)('%s', (line, offered) => {
		expect(inFish(line).sort()).toEqual([...offered].sort());
	});
});

test.skipIf(!has('zsh'))('zsh reads it, and every word of the table is in it', () => {
	expect(spawnSync('zsh', ['-n', fileOf('zsh')], { encoding: 'utf8' })).toMatchObject({
		status: 0,
		stderr: '',
	});
});

test.each(SHELLS)('%s knows every command, and what each takes', (shell) => {
	const text = completions(shell);
	for (const name of COMMAND_NAMES) expect(text).toContain(name);
	for (const name of Object.keys(FLAGS)) expect(text).toContain(dashed(name).slice(2));
	expect(Object.keys(COMMANDS)).toEqual(COMMAND_NAMES);
});
