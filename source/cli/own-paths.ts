/** Where everything of the reader's own stands, for `quotidian paths`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../kept/folders.ts';
import { safeLine } from '../safe.ts';
import type { OutputFormat } from './arguments.ts';
import { configFile, correctionsFile, feedsFile, libraryFolder } from './usual.ts';

interface OwnPath {
	readonly name: string;
	readonly path: string;
	readonly exists: boolean;
	readonly holds: string;
}

export function ownPaths(): readonly OwnPath[] {
	const own = (name: string, path: string, holds: string): OwnPath => ({
		name,
		path,
		exists: existsSync(path),
		holds,
	});
	return [
		own('config', configFile(), 'your settings'),
		own('corrections', correctionsFile(), 'your decisions about names and stories'),
		own('feeds', feedsFile(), 'the list of your feeds'),
		own('library', libraryFolder(), 'articles that are read when no others are named'),
		own('read', join(ownFolder('state'), 'read.txt'), 'what you have read'),
		own('places', join(ownFolder('state'), 'places'), 'where you left off'),
		own('pulled', join(ownFolder('state'), 'feeds'), 'what is known of your feeds; can be lost'),
		own('cache', ownFolder('cache'), 'what can be made anew'),
	];
}

export function ownPathsWords(paths: readonly OwnPath[], format: OutputFormat | null): string {
	if (format === 'json')
		return `${JSON.stringify(Object.fromEntries(paths.map(({ name, path, exists }) => [name, { path, exists }])), null, 2)}\n`;
	return paths
		.map(
			({ name, path, exists, holds }) =>
				`${name.padEnd(12)} ${safeLine(path)}\n${' '.repeat(13)}${holds}${exists ? '' : ' (not there)'}\n`,
		)
		.join('');
}
