import xterm from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Row, rowOf, styleCodes, withoutColour } from '../../source/terminal/cells.ts';
import { changes } from '../../source/terminal/changes.ts';
import { scrolled } from '../../source/terminal/scroll.ts';
import { runs } from '../runs.ts';

const COLUMNS = 24;
const ROWS = 5;

/** What a terminal shows: of every cell its text and look. */
async function shown(...written: readonly string[]): Promise<string[]> {
	const term = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true, scrollback: 0 });
	for (const text of ['\x1b[?7l', ...written]) await new Promise<void>((done) => term.write(text, done));
	const { active } = term.buffer;
	const rows = Array.from({ length: ROWS }, (_, y) => {
		const line = active.getLine(y)!;
		return Array.from({ length: COLUMNS }, (_, x) => {
			const cell = line.getCell(x)!;
			const text = cell.getChars() || ' ';
			const look = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse()].map(
				Boolean,
			);
			// A blank shows neither weight nor colour of ink.
			const ink =
				text === ' ' && !cell.isInverse() && !cell.isUnderline()
					? ''
					: [...look, cell.getFgColorMode(), cell.getFgColor()];
			// Not in the terminal's public face: where the cell leads.
			const { urlId } = (cell as unknown as { extended: { urlId: number } }).extended;
			const { _core } = term as unknown as {
				_core: { _oscLinkService: { getLinkData: (id: number) => { uri: string } | undefined } };
			};
			const link = urlId === 0 ? '' : _core._oscLinkService.getLinkData(urlId)?.uri;
			return `${text}${ink}${cell.getBgColor()}${link}`;
		}).join('|');
	});
	term.dispose();
	return rows;
}

const rows = (lines: readonly string[]): Row[] =>
	Array.from({ length: ROWS }, (_, at) => rowOf(lines[at] ?? '', COLUMNS));

/** Codes that begin and end a link, as `paint` writes them. */
const linked = (link: string, text: string) =>
	link === '' ? text : `\x1b]8;id=${link};https://${link}.example/\x1b\\${text}\x1b]8;;\x1b\\`;

const piece = fc.tuple(
	fc.constantFrom('', '', 'one', 'two'),
	fc.constantFrom('', '1', '2', '1;36', '7', '3;33', '4', '2;3', '32', '1;4;33', '97;44'),
	fc.constantFrom(
		'a',
		'news ',
		'   ',
		'“no”',
		'漢字',
		'é',
		'e\u0301',
		'👩‍👩‍👧',
		'🇺🇦',
		'▌ ',
		'│',
		'·',
		'x'.repeat(30),
		'️',
		'ﷺ',
	),
);
const line = fc
	.array(piece, { maxLength: 6 })
	.map((pieces) =>
		pieces.map(([link, codes, text]) => linked(link, codes ? `\x1b[${codes}m${text}\x1b[m` : text)).join(''),
	);
const frame = fc.array(line, { maxLength: ROWS });

test('a terminal that shows one frame and is written the changes shows the other', async () => {
	await fc.assert(
		fc.asyncProperty(frame, frame, async (before, after) => {
			const [first, second] = [rows(before), rows(after)];
			const changed = await shown(changes(null, first), changes(first, second));
			expect(changed).toEqual(await shown(changes(null, second)));
		}),
		{ numRuns: runs(40), seed: 1 },
	);
});

test('a page that moved is moved by the terminal, and ends up the same', async () => {
	const line = fc.constantFrom(
		'one',
		'two',
		'\x1b[1mthree\x1b[m',
		'漢字',
		'👩‍👩‍👧 x',
		'',
		'seven eight nine',
	);
	const known = new Map<string, Row>();
	const kept = (text: string) => {
		if (!known.has(text)) known.set(text, rowOf(text, COLUMNS));
		return known.get(text)!;
	};
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { minLength: 14, maxLength: 14 }),
			fc.integer({ min: 0, max: 9 }),
			fc.integer({ min: 0, max: 9 }),
			fc.boolean(),
			async (lines, from, to, head) => {
				const page = (at: number) =>
					Array.from({ length: ROWS }, (_, y) => kept(head && y === 0 ? `at ${at}` : (lines[at + y] ?? '')));
				const [before, after] = [page(from), page(to)];
				const moved = scrolled(before, after);
				const written = (moved?.codes ?? '') + changes(moved?.rows ?? before, after);
				expect(await shown(changes(null, before), written)).toEqual(await shown(changes(null, after)));
			},
		),
		{ numRuns: runs(40), seed: 1 },
	);
});

test('a page one line on costs its new line', () => {
	const page = Array.from({ length: 9 }, (_, at) => rowOf(`line ${at}`, COLUMNS));
	const moved = scrolled(page.slice(0, 5), page.slice(1, 6));
	expect(moved?.codes).toBe('\x1b[1;5r\x1b[S\x1b[r');
	expect(changes(moved!.rows, page.slice(1, 6))).toBe('\x1b[5Hline 5');
	expect(scrolled(page.slice(0, 5), page.slice(0, 5))).toBeNull();
});

test('whatever a terminal shows, a whole frame takes its place', async () => {
	await fc.assert(
		fc.asyncProperty(frame, async (after) => {
			const wanted = await shown(changes(null, rows(after)));
			expect(await shown('\x1b[7mrubbish '.repeat(40), '\x1b[m', changes(null, rows(after)))).toEqual(wanted);
		}),
		{ numRuns: 20, seed: 1 },
	);
});

test('nothing is written when nothing differs', () => {
	fc.assert(
		fc.property(frame, (lines) => {
			expect(changes(rows(lines), rows(lines)).replace(/^/, '')).toBe(
				rows(lines).some(({ doubtful }) => doubtful) ? changes(rows(lines), rows(lines)) : '',
			);
		}),
	);
});

test('a bar that moves costs a letter more than itself, and a new line is no line feed', () => {
	const before = rows(['\x1b[1;36m▌ \x1b[mone', '  two']);
	const after = rows(['  one', '\x1b[1;36m▌ \x1b[mtwo']);
	expect(changes(before, after)).toBe('\x1b[H \x1bE\x1b[1;36m▌\x1b[m');
});

test.each([
	['one to three', 'ONE to THREE', '\x1b[HONE to THREE'],
	['one twotwotwo three', 'ONE twotwotwo THREE', '\x1b[HONE\x1b[11CTHREE'],
	['one twotwotwotwo three', 'one              three', '\x1b[1;5H\x1b[12X'],
	['one two three', 'one     three', '\x1b[1;5H   '],
	['one | two', 'two | two', '\x1b[Htwo'],
	['a漢字漢字b', 'A漢字漢字B', '\x1b[HA\x1b[8CB'],
])('from "%s" to "%s" by the shortest way', (from, to, written) => {
	expect(changes(rows([from]), rows([to]))).toBe(written);
});

test('a line that becomes shorter is erased from its end', () => {
	expect(changes(rows(['one two three']), rows(['one']))).toBe('\x1b[1;5H\x1b[K');
});

test('styles change by the shorter way', () => {
	expect(styleCodes(0, 1)).toBe('\x1b[1m');
	expect(styleCodes(1, 0)).toBe('\x1b[m');
	// Bold and dim end by the same code.
	expect(styleCodes(3, 1)).toBe('\x1b[;1m');
});

test('without colour, weight and inverse stay', () => {
	const { styles } = rowOf('\x1b[1;7;36ma', COLUMNS);
	expect(styleCodes(0, withoutColour(styles[0]!))).toBe('\x1b[1;7m');
});

test('what is wider than the window is cut, never wrapped', () => {
	expect(rowOf('漢'.repeat(20), COLUMNS).texts).toHaveLength(COLUMNS);
	expect(rowOf(`${'x'.repeat(23)}漢`, COLUMNS).texts.at(-1)).toBe(' ');
});

test('a link is begun and ended once, and costs nothing where it stays', () => {
	const before = rowOf(linked('one', 'abcdef'), COLUMNS);
	const written = changes([before], [rowOf(linked('one', 'abcxef'), COLUMNS)]);
	expect(written).toBe('\x1b[1;4H\x1b]8;id=one;https://one.example/\x1b\\x\x1b]8;;\x1b\\');
	expect(changes([before], [rowOf(linked('one', 'abcdef'), COLUMNS)])).toBe('');
	expect(changes([before], [rowOf('abcdef', COLUMNS)])).toBe('\x1b[Habcdef');
	expect(rowOf('no link', COLUMNS).links).toBeNull();
});
