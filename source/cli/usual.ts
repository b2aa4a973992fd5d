/** Where things stand that nobody has named. Small: it is read at every start. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../kept/folders.ts';

export function defaultFolder(): string | null {
	return ['articles', libraryFolder()].find((folder) => kindOf(folder) === 'folder') ?? null;
}

export function libraryFolder(): string {
	return join(ownFolder('data'), 'articles');
}

/** Where the settings stand. */
export function configFile(): string {
	return join(ownFolder('config'), 'config.toml');
}

/** Where the reader's decisions about names stand. */
export function correctionsFile(): string {
	return join(ownFolder('config'), 'corrections.txt');
}

/** Where the list of feeds stands, in the form of newsboat's. */
export function feedsFile(): string {
	return join(ownFolder('config'), 'urls');
}

export function kindOf(path: string): 'folder' | 'file' | 'other' | 'none' {
	try {
		const info = statSync(path);
		return info.isDirectory() ? 'folder' : info.isFile() ? 'file' : 'other';
	} catch {
		return 'none';
	}
}
