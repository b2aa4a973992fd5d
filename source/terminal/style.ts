/** How each role looks, on a dark and on a light background, in the terminal's own sixteen colours. */
import type { Line, Role } from './lines.ts';

interface Look {
	/** SGR parameters. */
	readonly on: string;
	/** What undoes them. */
	readonly off: string;
}

export type Theme = Readonly<Record<Role, Look | null>>;

/** None is dark without its colours, which the screen takes away: weight, slant and the bar stay. */
export const THEME_NAMES = ['dark', 'light', 'none'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

const look = (on: string, off: string): Look => ({ on, off });

/** Foregrounds: who speaks, what was said, what to look out for. */
function themed(names: number, words: number, doubts: number): Theme {
	return {
		plain: null,
		strong: look('1', '22'),
		// Dim is the attribute, not bright black, which some palettes draw in the colour of their background.
		quiet: look('2', '22'),
		heading: look('1', '22'),
		name: look(`${names}`, '39'),
		speaker: look(`1;${names}`, '22;39'),
		quotation: look(`${words}`, '39'),
		match: look(`1;4;${doubts}`, '22;24;39'),
		differs: look('1;4', '22;24'),
		doubt: look(`3;${doubts}`, '23;39'),
		warning: look(`${doubts}`, '39'),
		mark: look(`1;${names}`, '22;39'),
		bar: look(`${names}`, '39'),
		selected: look('7', '27'),
		leftOut: look('2;3', '22;23'),
		link: look('4', '24'),
		low: look(`${names}`, '39'),
		middle: look(`${names}`, '39'),
		high: look(`1;${names}`, '22;39'),
	};
}

// Cyan, green and yellow can be read on black, blue, magenta and red on white, in every usual palette, and not the other
// way round: no colour is fit for both.
const DARK = themed(36, 32, 33);
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
	dark: DARK,
	light: themed(34, 35, 31),
	none: DARK,
};

/** By the colours that some terminals tell of themselves, "15;0" or "0;default;15"; dark where they tell nothing. */
export function themeOf(colours: string | undefined): ThemeName {
	const background = colours?.split(';').at(-1) ?? '';
	return /^(7|9|1[0-5])$/.test(background) ? 'light' : 'dark';
}

/** The line as a string with its attributes. */
export function paint(line: Line, theme: Theme = DARK): string {
	let painted = '';
	for (const { text, role, link } of line) {
		const how = theme[role];
		const drawn = how && text !== '' ? `\x1b[${how.on}m${text}\x1b[${how.off}m` : text;
		painted += link === undefined ? drawn : `\x1b]8;id=${idOf(link)};${link}\x1b\\${drawn}\x1b]8;;\x1b\\`;
	}
	return painted;
}

/** Tells a terminal that the parts of an address on several lines are one. */
function idOf(link: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < link.length; at++) hash = Math.imul(hash ^ link.charCodeAt(at), 0x01000193) >>> 0;
	return hash.toString(36);
}
