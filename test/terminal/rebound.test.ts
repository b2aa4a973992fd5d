import { describe, expect, test } from 'vitest';
import { type Action, KEYS, rowFor } from '../../source/terminal/keys.ts';
import { keyNamed, rebound } from '../../source/terminal/rebound.ts';
import type { ScreenKind } from '../../source/terminal/state.ts';

/** `x = a b` on each line. */
const bound = (...lines: readonly string[]) => {
	const { table, slips } = rebound(
		KEYS,
		lines.map((line, at) => {
			const [action, keys] = line.split(' =');
			return { action: action!, keys: keys!.split(' ').filter(Boolean), line: at + 1 };
		}),
	);
	return {
		does: (key: string, on: ScreenKind = 'digest'): Action | null =>
			rowFor(table, key, 'browse', on)?.action ?? null,
		told: slips.map(({ line, message }) => `${line}: ${message}`),
		table,
	};
};

test('nothing bound changes nothing', () => {
	expect(rebound(KEYS, [])).toEqual({ table: KEYS, slips: [] });
});

test('an action has the keys it is given and no other', () => {
	const { does, told } = bound('down = t', 'up = n up');
	expect([does('t'), does('j'), does('up'), does('k')]).toEqual(['down', null, 'up', null]);
	// `n` was something else on three screens.
	expect([does('n', 'grid'), does('n', 'quotes'), does('n', 'article')]).toEqual(['up', 'up', 'up']);
	expect(told).toEqual(['2: n was next and is up now; next has no key now']);
});

test('what the reader gives another key is not told', () => {
	expect(bound('up = n', 'next = J').told).toEqual([]);
});

test('of two lines that want one key the first has it', () => {
	const { does, told } = bound('help = H', 'redraw = H ^R');
	expect([does('H'), does('^R')]).toEqual(['help', 'redraw']);
	expect(told).toEqual(['2: H is help since line 1, not redraw']);
});

test('on different screens one key may mean two things', () => {
	const { does, told } = bound('leftOut = z', 'markDay = z');
	expect([does('z', 'article'), does('z', 'story')]).toEqual(['leftOut', 'markDay']);
	expect(told).toEqual([]);
});

test('no key means two things on one screen, whatever is bound', () => {
	const { table } = bound('open = h e', 'back = l', 'down = q', 'left = j', 'close = down');
	for (const on of ['digest', 'quotes', 'grid', 'articles', 'story', 'article', 'links', 'help'] as const) {
		const keys = table
			.filter((row) => row.mode === 'browse' && (row.on?.includes(on) ?? true))
			.flatMap((row) => row.keys);
		expect(
			keys.filter((key, at) => keys.indexOf(key) !== at),
			on,
		).toEqual([]);
	}
});

test('rows of one action share new keys, and keep apart what they had apart', () => {
	const { does, told } = bound('open = enter l e');
	expect([does('l'), does('e'), does('right')]).toEqual(['open', 'open', null]);
	expect([does('l', 'grid'), does('e', 'grid'), does('enter', 'grid')]).toEqual(['right', 'open', 'open']);
	expect(told).toEqual([]);
});

test('an action can lose its keys', () => {
	const { does, told } = bound('markDay =');
	expect(does('M')).toBeNull();
	expect(told).toEqual([]);
});

test('^C always leaves', () => {
	const { does, told } = bound('help = ^C', 'interrupt = x');
	expect([does('^C'), does('?')]).toEqual(['interrupt', 'help']);
	expect(told).toEqual([
		'1: ^C always leaves; it cannot be help',
		expect.stringMatching(/^2: interrupt is no action that can be given keys/),
	]);
});

test('what is typed is typed', () => {
	const { table } = bound('help = enter', 'back = x');
	expect(rowFor(table, 'enter', 'type', 'quotes')?.action).toBe('accept');
	expect(rowFor(table, 'x', 'type', 'quotes')).toBeNull();
});

test('an action that is bound twice, and names that are none', () => {
	expect(bound('help = h', 'help = i', 'halp = j', 'erase = x', 'redraw = hh').told).toEqual([
		'1: h was back and is help now',
		'1: h was left and is help now',
		'2: help has its keys from line 1; this line is left out',
		expect.stringMatching(/^3: halp is no action/),
		expect.stringMatching(/^4: erase is no action/),
		'5: “hh” is no key (redraw)',
	]);
});

describe('names of keys', () => {
	test.each([
		['x', 'x'],
		['X', 'X'],
		['é', 'é'],
		['^d', '^D'],
		['^I', 'tab'],
		['Enter', 'enter'],
		['PgDn', 'pagedown'],
		['pagedown', 'pagedown'],
		['←', 'left'],
		[' ', 'space'],
		['', null],
		['ctrl-d', null],
		['^', '^'],
		['xx', null],
		['\u001b', null],
		['\u0301', null],
	])('%j', (words, key) => {
		expect(keyNamed(words)).toBe(key);
	});
});
