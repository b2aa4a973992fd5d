// Pictures of the real screen: runs the built program in a terminal, plays keys, and writes what the terminal shows as
// SVG into docs/ (or another folder). The README's pictures are made by it.
// usage: node scripts/pictures.mjs [FOLDER] [--only NAME] [--paths PATH] [--light]
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		only: { type: 'string' },
		paths: { type: 'string', default: './articles' },
		light: { type: 'boolean', default: false },
	},
});
const folder = positionals[0] ?? 'docs';

/** Keys by name, as in `KEYS`; anything else is typed as it stands. */
const PICTURES = [
	{ name: 'screen', columns: 110, rows: 30, keys: ['2', '/cease fire putn', 'enter', 'j'] },
	{ name: 'digest', columns: 110, rows: 34, keys: ['enter'] },
	{ name: 'grid', columns: 80, rows: 24, keys: ['3'] },
	{ name: 'story', columns: 80, rows: 24, keys: ['enter'] },
	{ name: 'article', columns: 80, rows: 24, keys: ['4', 'enter', 'x'] },
	{ name: 'narrow', columns: 40, rows: 12, keys: ['2', 'j', 'j'] },
	{ name: 'wide', columns: 200, rows: 60, keys: [] },
];

const KEYS = { enter: '\r', esc: '\x1b', tab: '\t', space: ' ', down: '\x1b[B' };

// Calm palettes, near to what terminals ship with.
const ON_DARK = [
	'#1c1f26', '#d9696b', '#7fb069', '#d8a657', '#6f9fd8', '#b58bc6', '#5fb3b3', '#c9ccd3',
	'#6b7280', '#ec8f90', '#a3cf8f', '#ecc37f', '#95bdf0', '#d0aee0', '#86d3d3', '#f2f3f5',
]; // biome-ignore format: two rows of eight
const ON_LIGHT = [
	'#1c1f26', '#c01c28', '#3a7d2c', '#9a6700', '#1a5fb4', '#8a3fa0', '#0e7c86', '#c9ccd3',
	'#6b7280', '#d9484f', '#4f9a3f', '#b7860b', '#3f7fd0', '#a95fc0', '#2a9aa4', '#f2f3f5',
]; // biome-ignore format: two rows of eight
const [PALETTE, INK, PAPER] = values.light
	? [ON_LIGHT, '#1c1f26', '#fbfaf7']
	: [ON_DARK, '#d5d8de', '#14161b'];
const CELL = { width: 8.4, height: 18, size: 14, rise: 13.4 };
const EDGE = 14;

await mkdir(folder, { recursive: true });
for (const picture of PICTURES) {
	if (values.only && values.only !== picture.name) continue;
	const term = await played(picture);
	await writeFile(`${folder}/${picture.name}.svg`, svg(term, picture));
	console.log(`${folder}/${picture.name}.svg`);
}

/** The terminal after the keys, quiet. */
async function played({ columns, rows, keys }) {
	const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
	// Nobody's place, marks or settings: the pictures show the program at its start.
	const nobody = { XDG_STATE_HOME: '/dev/null', XDG_CONFIG_HOME: '/dev/null' };
	const env = { ...process.env, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', ...nobody };
	env.COLORFGBG = values.light ? '0;15' : '15;0';
	for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'CONTINUOUS_INTEGRATION']) delete env[name];
	const program = pty.spawn(process.execPath, ['dist/cli.js', values.paths], { cols: columns, rows, env });
	let last = Date.now();
	program.onData((data) => {
		last = Date.now();
		term.write(data);
	});
	const quiet = async (ms) => {
		last = Date.now();
		while (Date.now() - last < ms) await new Promise((resolve) => setTimeout(resolve, 20));
		await new Promise((resolve) => term.write('', resolve));
	};
	while (!shown(term).trim()) await quiet(100);
	await quiet(400);
	for (const key of keys) {
		program.write(KEYS[key] ?? key);
		await quiet(120);
	}
	await quiet(300);
	program.kill('SIGTERM');
	return term;
}

function shown(term) {
	const { active } = term.buffer;
	return Array.from({ length: term.rows }, (_, y) =>
		active.getLine(active.viewportY + y)?.translateToString(),
	).join('\n');
}

function svg(term, { columns, rows }) {
	const width = Math.ceil(columns * CELL.width + 2 * EDGE);
	const height = Math.ceil(rows * CELL.height + 2 * EDGE);
	const parts = Array.from({ length: rows }, (_, y) =>
		runs(term, y)
			.map((run) => drawn(run, y))
			.join(''),
	).filter(Boolean);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${CELL.size}">`,
		`<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}

/** Cells of one look that stand side by side. */
function runs(term, y) {
	const { active } = term.buffer;
	const line = active.getLine(active.viewportY + y);
	const found = [];
	for (let x = 0; x < term.cols; x++) {
		const cell = line.getCell(x);
		if (cell.getWidth() === 0) continue;
		let ink = cell.isFgDefault() ? null : PALETTE[cell.getFgColor() & 15];
		let paper = cell.isBgDefault() ? null : PALETTE[cell.getBgColor() & 15];
		if (cell.isInverse()) [ink, paper] = [paper ?? PAPER, ink ?? INK];
		const look = [
			`fill="${ink ?? INK}"`,
			cell.isBold() ? 'font-weight="bold"' : '',
			cell.isDim() ? 'fill-opacity="0.58"' : '',
			cell.isItalic() ? 'font-style="italic"' : '',
			cell.isUnderline() ? 'text-decoration="underline"' : '',
		]
			.filter(Boolean)
			.join(' ');
		const last = found.at(-1);
		const text = cell.getChars() || ' ';
		if (last && last.look === look && last.paper === paper && cell.getWidth() === 1) {
			last.text += text;
			last.columns += 1;
		} else found.push({ x, text, columns: cell.getWidth(), look, paper });
	}
	return found;
}

function drawn({ x, text, columns, look, paper }, y) {
	const left = round(EDGE + x * CELL.width);
	const top = round(EDGE + y * CELL.height);
	const wide = round(columns * CELL.width);
	const back = paper
		? `<rect x="${left}" y="${top}" width="${wide}" height="${CELL.height}" fill="${paper}"/>`
		: '';
	if (text.trim() === '') return back;
	// Leading blanks are left out: some viewers drop them even when told to keep them.
	const blanks = text.length - text.trimStart().length;
	const trimmed = text.trim();
	const from = round(left + blanks * CELL.width);
	const length = round((columns - blanks - (text.length - text.trimEnd().length)) * CELL.width);
	return `${back}<text x="${from}" y="${round(top + CELL.rise)}" ${look} textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(trimmed)}</text>`;
}

function round(value) {
	return Math.round(value * 10) / 10;
}

function escaped(text) {
	return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
}
