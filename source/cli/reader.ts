/** What a reader brings along: where they stood, what they have read, and the terminal they wait at. */
import { openMarks } from '../kept/marks.ts';
import { readNote } from '../kept/notes.ts';
import { keepPlace } from '../kept/places.ts';
import type { Keeper } from '../terminal/app.tsx';
import { startWaiting, type Waiting } from '../terminal/waiting.ts';
import type { Problem } from '../types.ts';
import type { Command } from './arguments.ts';
import type { Settings } from './settings.ts';

/** Settings, and what is wrong with them. */
export interface Read {
	readonly settings: Settings;
	readonly problems: readonly Problem[];
}

export interface Around {
	readonly waiting: Waiting | null;
	readonly release: string;
	readonly complain: (message: string) => void;
}

export function waitingHere(): Waiting {
	return startWaiting(process, {
		onInterrupt: (code) => process.exit(code),
		onCrash(error) {
			throw error;
		},
	});
}

/** Where the reader stood and what they have read, and how both are kept. */
export async function keeperOf({ fresh, day, actor }: Command, file: string): Promise<Keeper> {
	const named = day !== null || actor !== null;
	const marks = await openMarks(() => new Date());
	return {
		place: fresh || named ? '' : (await readNote(file)).text,
		keepPlace: (text) => keepPlace(file, text),
		read: marks.read,
		keepMark: marks.keep,
	};
}
