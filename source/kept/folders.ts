/** Where the reader's own files stand, by the XDG base directory specification. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What is written by hand, what was collected, what can be made anew, and where the reader last was. */
const FOLDERS = {
	config: ['XDG_CONFIG_HOME', '.config'],
	data: ['XDG_DATA_HOME', '.local/share'],
	cache: ['XDG_CACHE_HOME', '.cache'],
	state: ['XDG_STATE_HOME', '.local/state'],
} as const;

export function ownFolder(kind: keyof typeof FOLDERS): string {
	const [variable, usual] = FOLDERS[kind];
	const given = process.env[variable];
	// The specification says to ignore a relative path.
	return join(given && isAbsolute(given) ? given : join(homedir(), usual), 'quotidian');
}
