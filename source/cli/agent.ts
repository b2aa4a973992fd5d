/** Of the settings what feeds need: what servers are told of who asks them, and what is read when nothing is named. */
import { readNote } from '../kept/notes.ts';
import { absolutePath } from './paths.ts';
import { parseSettings } from './settings.ts';
import { configFile } from './usual.ts';

export interface Asking {
	/** The program, and how the reader can be reached if they want that. */
	readonly agent: string;
	readonly paths: readonly string[];
}

export async function askingOf(version: string): Promise<Asking> {
	const file = configFile();
	const { contact, paths } = parseSettings(file, (await readNote(file)).text, absolutePath).settings;
	return { agent: `Quotidian/${version} (feed reader${contact === null ? '' : `; +${contact}`})`, paths };
}
