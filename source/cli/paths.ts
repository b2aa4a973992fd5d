/** What to read: what was given, else ./articles, else the reader's library. */
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { COMMAND_NAMES, type Command, nearestOf } from './arguments.ts';
import { NothingFound, UsageError } from './mistakes.ts';
import { defaultFolder, kindOf, libraryFolder } from './usual.ts';

/**
 * `usual` are the paths of the settings, `archive` a server's that they name. Throws `UsageError` for a mistyped command, `NothingFound` when nothing is given
 * and no default is there.
 */
export function pathsOf(
	{ name, paths, words }: Command,
	usual: readonly string[],
	archive: string | null = null,
): readonly string[] {
	if (name === 'explain' && paths.length === 0) {
		if (words === '-') return ['-'];
		// A file that is not in the default folder is read alone; one that is, is explained among its neighbours.
		const folders = usual.length > 0 ? usual : [defaultFolder() ?? []].flat();
		if (kindOf(words) === 'file' && !folders.some((folder) => isInside(folder, words))) return [words];
	}
	if (paths.length > 0) {
		if (name === 'reader') refuseMistypedCommand(paths[0]!);
		return paths;
	}
	if (usual.length > 0) return usual;
	const folder = defaultFolder();
	if (folder === null && archive !== null)
		throw new NothingFound(
			'no articles here; the archive of your settings is read at the screen alone: quotidian without a command, or give the articles with --in',
		);
	if (folder === null)
		throw new NothingFound(
			`no articles here; give a folder (quotidian FOLDER), follow a feed (quotidian add URL), or put articles into ./articles or ${libraryFolder()}`,
		);
	return [folder];
}

/** The path that is meant, ~ being the reader's home; null when it hangs on the current folder. */
export function absolutePath(path: string): string | null {
	if (path === '~' || path.startsWith('~/')) return join(homedir(), path.slice(1));
	return isAbsolute(path) ? path : null;
}

function isInside(folder: string, path: string): boolean {
	const way = relative(resolve(folder), resolve(path));
	return !way.startsWith('..') && !isAbsolute(way);
}

/** `quotidian quots` is no path that went missing, but a word that was mistyped. */
function refuseMistypedCommand(word: string): void {
	if (!/^[a-z]+$/.test(word) || kindOf(word) !== 'none') return;
	const near = nearestOf(COMMAND_NAMES, word);
	throw new UsageError(
		`${word} is no command, and no file or folder here; ${near ? `did you mean ${near}?` : 'see quotidian --help'}`,
	);
}
