/** How each role looks: attributes and the terminal's own sixteen colours, so that the reader's theme holds. */
import type { Line, Role } from './lines.ts';

interface Look {
	/** SGR parameters. */
	readonly on: string;
	/** What undoes them. */
	readonly off: string;
}

const look = (on: string, off: string): Look => ({ on, off });

// Dim is the attribute, not bright black, which some palettes draw in the colour of their background.
export const LOOKS: Readonly<Record<Role, Look | null>> = {
	plain: null,
	strong: look('1', '22'),
	quiet: look('2', '22'),
	heading: look('1', '22'),
	name: look('36', '39'),
	speaker: look('1;36', '22;39'),
	quotation: look('32', '39'),
	match: look('1;4;33', '22;24;39'),
	differs: look('1;4', '22;24'),
	doubt: look('3;33', '23;39'),
	warning: look('33', '39'),
	mark: look('1;36', '22;39'),
	selected: look('7', '27'),
	leftOut: look('2;3', '22;23'),
	link: look('4', '24'),
	low: look('36', '39'),
	middle: look('36', '39'),
	high: look('1;36', '22;39'),
};

/** The line as a string with its attributes. */
export function paint(line: Line): string {
	let painted = '';
	for (const { text, role, link } of line) {
		const how = LOOKS[role];
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
