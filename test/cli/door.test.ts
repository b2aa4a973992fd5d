/** The real program, run as a reader or a script runs it: what it prints where, and how it leaves. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import schema from '../../source/output/quotidian-1.schema.json' with { type: 'json' };
import type { Export } from '../../source/types.ts';
import { warmCache } from '../warm.ts';

// Each test starts a program; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'dist/cli.js');
let home: string;
let empty: string;
let odd: string;
/** Where ./articles is one article. */
let small: string;

const ARTICLE =
	'Dockers close every berth\n\nOSLO, March 5, 2025 — Harbour workers walked out on Tuesday.\n\n' +
	'“We will not load another crate until the ceasefire on wages ends,” union leader Mira Halloran said.\n';

beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-door-'));
	empty = join(home, 'empty');
	odd = join(home, 'odd');
	small = join(home, 'small');
	mkdirSync(empty);
	mkdirSync(join(small, 'articles'), { recursive: true });
	writeFileSync(join(small, 'articles/one.txt'), ARTICLE);
	mkdirSync(join(odd, 'sub'), { recursive: true });
	writeFileSync(join(odd, 'good.txt'), ARTICLE);
	writeFileSync(
		join(odd, 'latin.txt'),
		Buffer.from([...Buffer.from('Caf'), 0xe9, ...Buffer.from(' news.\n')]),
	);
	writeFileSync(join(odd, 'binary.txt'), Buffer.from([0, 1, 2, 0, 0, 255]));
	writeFileSync(join(odd, 'README.md'), '# Not an article\n');
	writeFileSync(join(odd, 'empty.txt'), '');
	symlinkSync('/nowhere/at/all.txt', join(odd, 'broken-link.txt'));
	execFileSync('mkfifo', [join(odd, 'pipe.txt')]);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Result {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function run(
	args: readonly string[],
	{ cwd = small, input, env = {} }: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Result> {
	const child = spawn(process.execPath, [program, ...args], {
		cwd,
		env: {
			PATH: process.env.PATH,
			HOME: home,
			TZ: 'UTC',
			LC_ALL: 'C.UTF-8',
			XDG_CACHE_HOME: warmCache(),
			...env,
		},
		stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
	child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
	if (input !== undefined) child.stdin?.end(input);
	return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
function asExport(out: string): Export {
	const data = JSON.parse(out);
	validate(data);
	expect(validate.errors).toBeNull();
	return data;
}

/** One line, from us, and nothing of the inside. */
const ONE_LINE = /^quotidian: [^\n]+\n$/;

describe.concurrent('without a terminal', () => {
	test('the digest comes at once, without a single escape, 80 columns wide', async () => {
		const { code, out, err } = await run([], { cwd: root });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatch(/^QUOTIDIAN /);
		expect(out).not.toContain('\u001b');
		expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
	});

	test('digest, and a folder by name, say the same; TERM=dumb and FORCE_COLOR change nothing', async () => {
		const [bare, ...others] = await Promise.all([
			run([]),
			run(['digest']),
			run(['./articles']),
			run([], { env: { TERM: 'dumb', FORCE_COLOR: '1' } }),
		]);
		expect(bare?.out).toContain('Dockers close every berth');
		for (const other of others) expect(other).toEqual(bare);
	});

	test('matches are bold only when colour is asked for', async () => {
		const [plain, forced, not] = await Promise.all([
			run(['quotes', 'ceasefire']),
			run(['quotes', 'ceasefire'], { env: { FORCE_COLOR: '1' } }),
			run(['quotes', 'ceasefire'], { env: { NO_COLOR: '1', TERM: 'xterm' } }),
		]);
		expect(forced.out).toContain('\u001b[1m');
		expect(plain.out).not.toContain('\u001b');
		expect(not.out).toEqual(plain.out);
	});
});

test('the reader’s corrections are honoured, explained, and told where they make no sense', async () => {
	const config = join(home, 'config');
	mkdirSync(join(config, 'quotidian'), { recursive: true });
	writeFileSync(
		join(config, 'quotidian/corrections.txt'),
		'same: Mira Halloran | Bo Tamsin\nsame as: nobody\n',
	);
	writeFileSync(
		join(empty, '..', 'second.txt'),
		'Strike ends\n\n“It is over,” Bo Tamsin said on the pier.\n',
	);
	const paths = ['--in', join(odd, 'good.txt'), '--in', join(home, 'second.txt')];
	const env = { XDG_CONFIG_HOME: config };
	const [before, after, why] = await Promise.all([
		run(['actors', ...paths]),
		run(['actors', ...paths], { env }),
		run(['explain', '--actor', 'tamsin', ...paths], { env }),
	]);
	expect(before.out).toMatch(/Mira Halloran.*Bo Tamsin|Bo Tamsin.*Mira Halloran/s);
	expect(after.out.match(/Mira Halloran|Bo Tamsin/g)).toHaveLength(1);
	expect(after.err).toMatch(/problem/);
	expect(why.out).toContain('your correction in line 1');
	const [all, none, json] = await Promise.all([
		run(['corrections', ...paths], { env }),
		run(['corrections', ...paths], { env: { XDG_CONFIG_HOME: join(home, 'no-settings') } }),
		run(['corrections', '--json', ...paths], { env }),
	]);
	expect(all).toMatchObject({ code: 1, err: '' });
	expect(all.out).toContain('joined “Mira Halloran” (1 article) and “Bo Tamsin” (1 article)');
	expect(all.out).toContain('2 corrections: 1 with effect, 1 not understood');
	expect(none).toMatchObject({ code: 1, err: '' });
	expect(none.out).toContain(join(home, 'no-settings/quotidian/corrections.txt'));
	expect(JSON.parse(json.out).lines).toMatchObject([{ effect: true }, { understood: false }]);
});

describe.concurrent('a reader who goes astray is told in one line what to do', () => {
	test.each([
		['an unknown flag', ['--jsn'], 2, '--json'],
		['a mistyped command', ['quots'], 2, 'did you mean quotes?'],
		['no command and no path', ['frobnicate'], 2, '--help'],
		['a path that is not there', ['articles', '--in', './no/such/folder'], 1, 'no such file or folder'],
		['nothing found', ['quotes', 'xylophone'], 1, 'fewer words'],
	])('%s', async (_, args, code, hint) => {
		const result = await run(args as string[]);
		expect(result).toMatchObject({ code, out: '' });
		expect(result.err).toMatch(ONE_LINE);
		expect(result.err).toContain(hint);
	});

	test('nothing to read anywhere', async () => {
		const { code, out, err } = await run([], { cwd: empty });
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(ONE_LINE);
		expect(err).toContain(join(home, '.local/share/quotidian/articles'));
	});

	test.each([
		['an empty folder', () => empty, ['export'], 'no articles in it'],
		['a missing one', () => join(home, 'missing'), ['digest', '--json'], 'no such file or folder'],
	])('%s is one line on stderr, and a page that can be mailed', async (_, folder, asJson, why) => {
		const [plain, markdown, json, list] = await Promise.all([
			run([folder()]),
			run(['digest', '--in', folder(), '--format', 'markdown']),
			run([...asJson, '--in', folder()]),
			run(['days', '--in', folder()]),
		]);
		for (const { code, err, out } of [plain, markdown]) {
			expect(code).toBe(1);
			expect(err).toMatch(ONE_LINE);
			expect(err).toContain(`${folder()}: ${why}`);
			expect(out).toContain('No edition: no article could be read.');
			expect(out.replace(/\s+/g, ' ')).toContain(why);
			expect(out).not.toMatch(/undated|quiet/);
		}
		expect(json.code).toBe(1);
		expect(asExport(json.out)).toMatchObject({
			articles: [],
			problems: [{ file: folder(), stage: 'ingest' }],
		});
		expect(list).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) });
	});

	test('one path of two is missing: the other is read', async () => {
		const { code, out, err } = await run(['articles', '--in', odd, '--in', join(home, 'missing')]);
		expect(code).toBe(1);
		expect(out).toContain('Dockers close every berth');
		expect(err.split('\n')[0]).toContain('missing');
	});
});

describe.concurrent('odd files', () => {
	test('are counted problems, never the end; a pipe in the folder is not waited for', async () => {
		const { code, out, err } = await run([odd]);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toContain('Harbour workers walked out');
		expect(out).not.toContain('Not an article');
		expect(out).toMatch(/\d+ problems\n/);
		for (const file of ['binary.txt', 'pipe.txt', 'broken-link.txt', 'latin.txt'])
			expect(out).toContain(file);
	});

	test('are told of in lists on stderr', async () => {
		const { code, err } = await run(['quotes', 'crate', '--in', odd]);
		expect(code).toBe(0);
		expect(err).toMatch(/^quotidian: \d+ problems while reading; quotidian digest lists them\n$/);
	});

	test('standard input is one article', async () => {
		const { code, out } = await run(['quotes', 'halloran', '--in', '-'], { input: ARTICLE });
		expect(code).toBe(0);
		expect(out).toContain('“We will not load another crate until the ceasefire on wages ends,”');
		expect(out).toContain('Mira Halloran');
		expect(out).toContain('standard input');
	});

	test('standard input can be explained', async () => {
		const { code, out } = await run(['explain', '-'], { input: ARTICLE });
		expect(code).toBe(0);
		expect(out).toMatch(/rule: \S+/);
	});

	test('a file anywhere can be explained by its path, one of those that are read by a part of its name', async () => {
		const [far, near] = await Promise.all([
			run(['explain', join(odd, 'good.txt')]),
			run(['explain', 'one.txt']),
		]);
		expect(far.out).toContain('good.txt');
		expect(near.out).toContain('one.txt');
		expect(near.out).toMatch(/rule: \S+/);
	});

	test('the library is found under the data folder, unless its path is relative', async () => {
		mkdirSync(join(home, 'data/quotidian/articles'), { recursive: true });
		writeFileSync(join(home, 'data/quotidian/articles/one.txt'), ARTICLE);
		const [found, refused] = await Promise.all([
			run(['articles'], { cwd: empty, env: { XDG_DATA_HOME: join(home, 'data') } }),
			run(['articles'], { cwd: empty, env: { XDG_DATA_HOME: '../data' } }),
		]);
		expect(found.out).toContain('1 quotation');
		expect(refused.code).toBe(1);
	});

	test('a folder that has the name of a command is given with --in or ./', async () => {
		const cwd = join(home, 'names');
		mkdirSync(join(cwd, 'quotes'), { recursive: true });
		writeFileSync(join(cwd, 'quotes/one.txt'), ARTICLE);
		const [dot, flag] = await Promise.all([run(['./quotes'], { cwd }), run(['--in', 'quotes'], { cwd })]);
		expect(dot.out).toContain('1 quotation');
		expect(flag).toEqual(dot);
	});
});

describe.concurrent('pipes', () => {
	/** Runs a line of shell; `status` is that of the program, not of what it is piped into. */
	const shell = (line: string) =>
		new Promise<Result>((done) => {
			const child = spawn('bash', ['-c', `set -o pipefail; ${line}`], {
				cwd: root,
				env: {
					PATH: process.env.PATH,
					HOME: home,
					XDG_CACHE_HOME: warmCache(),
					Q: `${process.execPath} ${program}`,
					SMALL: small,
				},
			});
			let out = '';
			let err = '';
			child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
			child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
			child.on('close', (code) => done({ code, out, err }));
		});

	test('that close early are quiet', async () => {
		for (const line of ['$Q export | head -c 10', '$Q | head -1', '$Q export --in $SMALL | true']) {
			const { code, err } = await shell(line);
			expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
		}
	});

	test('that are slow get everything', async () => {
		const { code, out } = await shell('$Q export | (sleep 0.2; cat)');
		expect(code).toBe(0);
		// More than a pipe holds.
		expect(out.length).toBeGreaterThan(2 ** 16);
		expect(asExport(out).articles.length).toBe(5);
	});

	test('a full disk is told of', async () => {
		const { code, err } = await shell('$Q export --in $SMALL > /dev/full');
		expect(code).toBe(1);
		expect(err).toMatch(ONE_LINE);
	});
});

test('settings are printed, written once, honoured, and told where they make no sense', async () => {
	const config = join(home, 'settings');
	const env = { XDG_CONFIG_HOME: config };
	const file = join(config, 'quotidian/config.toml');
	const printed = await run(['config'], { env });
	expect(printed.code).toBe(0);
	expect(await run(['config', 'init'], { env })).toMatchObject({
		code: 0,
		out: '',
		err: `quotidian: written: ${file}\n`,
	});
	expect(readFileSync(file, 'utf8')).toBe(printed.out);
	writeFileSync(file, `paths = ["${odd}"]\nthem = "light"\n`);
	const again = await run(['config', 'init'], { env });
	expect(again.code).toBe(1);
	expect(again.err).toMatch(ONE_LINE);
	expect(readFileSync(file, 'utf8')).toContain('them');
	// The folder of the settings goes before ./articles, what is named before both.
	const [usual, named] = await Promise.all([
		run(['digest'], { env }),
		run(['articles', './articles'], { env }),
	]);
	expect(usual.code).toBe(0);
	expect(usual.out).toContain('Harbour workers walked out');
	expect(usual.out).toMatch(/config\.toml.*2|config\.toml:2/);
	expect(named.out).not.toContain('Harbour workers walked out');
	for (const { err } of [usual, named]) {
		expect(err.match(/them is no setting; did you mean theme\?/g)).toHaveLength(1);
		expect(err).toContain(`${file}`);
	}
});

test('paths tells where the reader’s own files are, and which are there', async () => {
	const state = join(home, 'own-state');
	mkdirSync(join(state, 'quotidian'), { recursive: true });
	writeFileSync(join(state, 'quotidian/read.txt'), '');
	const env = { XDG_STATE_HOME: state, XDG_CONFIG_HOME: join(home, 'no\u001bwhere') };
	const [words, json] = await Promise.all([run(['paths'], { env }), run(['paths', '--json'], { env })]);
	expect(words.out).toMatch(/^read +\S+own-state\/quotidian\/read\.txt\n +what you have read\n/m);
	expect(words.out).toMatch(/^corrections .*\n.*\(not there\)/m);
	expect(words.out).not.toContain('\u001b');
	expect(JSON.parse(json.out).read).toEqual({ path: join(state, 'quotidian/read.txt'), exists: true });
});

test('completions come from the program itself', async () => {
	const { code, out } = await run(['completions', 'bash']);
	expect({ code, complete: out.includes('complete -F _quotidian quotidian') }).toEqual({
		code: 0,
		complete: true,
	});
});

test('help and version', async () => {
	const [help, version] = await Promise.all([run(['--help']), run(['--version'])]);
	expect(help).toMatchObject({ code: 0, err: '' });
	expect(help.out).toContain('quotidian explain ARTICLE');
	expect(version.out).toMatch(/^quotidian \d+\.\d+\.\d+\n$/);
});
