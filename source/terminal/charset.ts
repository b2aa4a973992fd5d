/** Which characters the terminal can show, and what stands for those it cannot: cell for cell, so that nothing moves. */
import type { Row } from './cells.ts';

/** Everything; what fonts of the Linux console hold; ASCII, in a locale of another encoding than ours. */
export type Charset = 'full' | 'console' | 'ascii';

type Environment = Readonly<Record<string, string | undefined>>;

/** By the locale, as every program of the terminal goes by it: the first of three variables that says anything. */
export function charsetOf(env: Environment, platform: NodeJS.Platform): Charset {
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
	// Nothing said is ASCII by the standard; but terminals of these systems are never anything but UTF-8.
	const unsaid = !locale && (platform === 'darwin' || platform === 'win32');
	if (!unsaid && !/utf-?8/i.test(locale ?? '')) return 'ascii';
	return env.TERM === 'linux' ? 'console' : 'full';
}

const each = (characters: string, as: string) => [...characters].map((one) => [one, as] as const);

const CONSOLE = new Map([
	...each('▂', '░'),
	...each('▄', '▒'),
	...each('▆', '▓'),
	...each('┆', '│'),
	...each('●', '*'),
	...each('≈', '~'),
]);

const ASCII = new Map([
	...each('“”„‟«»″', '"'),
	...each('‘’‚‛‹›′', "'"),
	...each('–—―‐‑‒−·', '-'),
	...each('…≈', '~'),
	...each('●•', '*'),
	...each('│', '|'),
	...each('┆', ':'),
	...each('▌→', '>'),
	...each('←', '<'),
	...each('↑', '^'),
	...each('↓', 'v'),
	...each('▂', '.'),
	...each('▄', 'o'),
	...each('▆', 'O'),
	...each('█', '#'),
	...each('×', 'x'),
	// Letters that have no base to fall back to.
	...each('ß', 's'),
	...each('æ', 'a'),
	...each('Æ', 'A'),
	...each('øœ', 'o'),
	...each('ØŒ', 'O'),
	...each('ł', 'l'),
	...each('Ł', 'L'),
	...each('đð', 'd'),
	...each('Đ', 'D'),
	...each('ı', 'i'),
]);

/** What stands for one cluster in ASCII: one character, a question mark where there is no other. */
function asciiOf(cluster: string): string {
	if (/^[ -~]?$/.test(cluster)) return cluster;
	const bare = ASCII.get(cluster) ?? cluster.normalize('NFKD').replace(/\p{M}/gu, '');
	return /^[ -~]$/.test(bare) ? bare : (ASCII.get(bare) ?? '?');
}

/** The row as a terminal of that charset shows it. */
export function inCharset(row: Row, charset: Charset): Row {
	if (charset === 'full') return row;
	if (charset === 'console') return { ...row, texts: row.texts.map((text) => CONSOLE.get(text) ?? text) };
	// Behind a wide character there is a column of its own to fill.
	return { ...row, texts: row.texts.map((text) => (text === '' ? '?' : asciiOf(text))), doubtful: false };
}
