import { describe, expect, test } from 'vitest';
import { parseInput } from '../../source/terminal/keyboard.ts';

/** What a read means, as names between blanks; a paste in angle brackets, an unended rest after a bar. */
function read(input: string, waited = false): string {
	const { events, rest } = parseInput(input, waited);
	const names = events.map((event) => (event.type === 'key' ? event.key : `<${event.text}>`));
	return names.join(' ') + (rest === '' ? '' : `|${JSON.stringify(rest)}`);
}

const CASES: readonly (readonly [input: string, keys: string])[] = [
	['j', 'j'],
	['jjj', 'j j j'],
	['/oil\r', '/ o i l enter'],
	['G\t \x7f', 'G tab space backspace'],
	['\x04\x15\x0c\x1a\x03', '^D ^U ^L ^Z ^C'],
	['\x1b[A\x1b[B\x1b[C\x1b[D', 'up down right left'],
	['\x1bOA\x1bOB', 'up down'],
	['\x1b[5~\x1b[6~\x1b[H\x1b[F\x1b[1~\x1b[4~', 'pageup pagedown home end home end'],
	['\x1b[3~j', 'delete j'],
	['\x1b[Z', 'backtab'],
	['é漢👩‍👩‍👧🇺🇦', 'é 漢 👩‍👩‍👧 🇺🇦'],
	// ESC before a key, in one read as over a slow line, is the key ESC.
	['\x1bj', 'esc j'],
	['\x1b\x1b[A', 'esc up'],
	['\x1b]j', 'esc ] j'],
	['\x1bPk', 'esc P k'],
	// A paste is text, whatever it holds.
	['\x1b[200~jq\rjj\x1b[201~k', '<jq\rjj> k'],
	['\x1b[200~a\x1b[Ab\x1b[201~', '<a\x1b[Ab>'],
	// What no reader typed does nothing, and what follows it is read as ever.
	['\x1b[1;5Pj', 'j'],
	['\x1b[1;5Ij', 'j'],
	['\x1b[1;5Aj', 'j'],
	['\x1b[Ij\x1b[O', 'j'],
	['\x1b[?62;22cj', 'j'],
	['\x1b[24;80Rj', 'j'],
	['\x1b]11;rgb:0000/0000/0000\x1b\\j', 'j'],
	['\x1b]11;rgb:0000/0000/0000\x07j', 'j'],
	['\x1bP>|XTerm(379)\x1b\\j', 'j'],
	['\x1b[?0uj', 'j'],
	['\x1b[<64;10;10Mj', 'j'],
	['\x1b[M`!!j', 'j'],
	['\x1bOPj', 'j'],
	['\x1b[25~j', 'j'],
	['\0j', 'j'],
	['\ufffdj', 'j'],
	['\x9bj', 'j'],
];

test.each(CASES)('%j is %s', (input, keys) => {
	expect(read(input)).toBe(keys);
});

describe('a sequence that comes in parts', () => {
	const whole = [
		'\x1b[B',
		'\x1b[6~',
		'\x1bOA',
		'\x1b[200~jq\x1b[201~',
		'\x1b]11;rgb:00/00/00\x1b\\',
		'\x1b[<64;1;1M',
	];
	test.each(whole)('%j waits for its end, wherever it is cut', (sequence) => {
		for (let cut = 1; cut < sequence.length; cut++) {
			const first = parseInput(sequence.slice(0, cut), false);
			expect(first.events, `cut at ${cut}`).toEqual([]);
			expect(read(first.rest + sequence.slice(cut))).toBe(read(sequence));
		}
	});

	test('that never ends is given up after a while', () => {
		expect(read('\x1b')).toBe('|"\\u001b"');
		expect(read('\x1b', true)).toBe('esc');
		expect(read('\x1b[', true)).toBe('');
		expect(read('\x1b[1;5', true)).toBe('');
		expect(read('\x1b]11;rgb', true)).toBe('');
		expect(read('\x1b[200~abc', true)).toBe('<abc>');
	});
});

test('any input is read to its end once no more comes, in any cut', () => {
	const odd = [
		'\x1b',
		'[',
		'O',
		']',
		'P',
		'\\',
		'\x07',
		'2',
		'0',
		';',
		'~',
		'<',
		'M',
		'A',
		'j',
		'\r',
		'é',
		'\x9b',
	];
	let seed = 1;
	for (let round = 0; round < 2000; round++) {
		let input = '';
		for (let at = 0; at < 12; at++) {
			seed = (seed * 1103515245 + 12345) & 0x7fffffff;
			input += odd[(seed >> 8) % odd.length];
		}
		let rest = input;
		for (let turns = 0; rest !== '' && turns < 20; turns++) rest = parseInput(rest, true).rest;
		expect(rest, JSON.stringify(input)).toBe('');
	}
});

test('many begun sequences are read', () => {
	expect(parseInput('\x1b['.repeat(20_000), true).rest).toBe('');
	expect(parseInput('\x1b]1'.repeat(20_000), true).rest).toBe('');
	expect(parseInput('\x1b[200~'.repeat(50_000), true).rest).toBe('');
});
