/** What servers are told of who asks them: the program, and how the reader can be reached if they want that. */
import { readNote } from '../kept/notes.ts';
import { absolutePath } from './paths.ts';
import { parseSettings } from './settings.ts';
import { configFile } from './usual.ts';

export async function agentOf(version: string): Promise<string> {
	const file = configFile();
	const { contact } = parseSettings(file, (await readNote(file)).text, absolutePath).settings;
	return `Quotidian/${version} (feed reader${contact === null ? '' : `; +${contact}`})`;
}
