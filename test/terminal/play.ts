/** Plays keys on an edition and gives what the reader would see. */

import { type Archive, EVERYWHERE, type Place } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import type { Line } from '../../source/terminal/lines.ts';
import { startLoop } from '../../source/terminal/loop.ts';
import { pictureOf } from '../../source/terminal/picture.ts';
import { initialState, type Size, type State } from '../../source/terminal/state.ts';
import type { Export } from '../../source/types.ts';

export interface Played {
	readonly state: State;
	readonly lines: readonly Line[];
	/** The window as text, blanks at the ends of rows left out. */
	readonly frame: string;
	readonly wishes: readonly State['wish'][];
}

/** Keys parted by blanks, as `keyboard.ts` names them: `play(edition, '2 j j enter', { columns: 40, rows: 12 })`. */
export async function play(
	data: Export,
	keys: string,
	size: Size = { columns: 80, rows: 24 },
	place: Place = EVERYWHERE,
	start: State = initialState(size, place, new Set()),
	archive: Archive = memoryArchive(data),
): Promise<Played> {
	const wishes: State['wish'][] = [];
	const loop = startLoop(archive, start, {
		draw: () => {},
		wish: (wish) => wishes.push(wish),
	});
	loop.send(
		...keys
			.split(' ')
			.filter(Boolean)
			.map((key) => ({ type: 'key' as const, key })),
	);
	await loop.rest();
	return { state: loop.state(), ...shown(loop.state()), wishes };
}

export function shown(state: State): { lines: Line[]; frame: string } {
	const lines = pictureOf(state);
	const frame = lines
		.map((line) =>
			line
				.map(({ text }) => text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
	return { lines, frame };
}
