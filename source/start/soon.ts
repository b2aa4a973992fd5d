/** Whether the screen is to open, as far as that can be told before the program is loaded: at a doubt, it is not. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../cli/table.ts';
import { configFile, defaultFolder } from '../cli/usual.ts';

/**
 * More than this takes so long to read and compare that it is done in a thread: the terminal is taken by who starts it.
 */
const MOST_FILES = 100;
const MOST_BYTES = 1 << 20;

/** True for the reader without a flag that may fail, on few articles that are there, at a terminal. */
export function opensSoon(
	argv: readonly string[],
	{ env, stdin, stdout }: Pick<NodeJS.Process, 'env' | 'stdin' | 'stdout'>,
): boolean {
	if (!stdin.isTTY || !stdout.isTTY || !env.TERM || env.TERM === 'dumb' || env.INK_SCREEN_READER)
		return false;
	const paths = argv.filter((word) => word !== '--fresh' && word !== '--read-only');
	if (paths.some((word) => word.startsWith('-')) || Object.hasOwn(COMMANDS, paths[0] ?? '')) return false;
	try {
		// The settings may name other paths, or want no screen.
		if (/^\s*(?:plain|paths)\b/m.test(settings())) return false;
		const folder = defaultFolder();
		return areFew(paths.length > 0 || folder === null ? paths : [folder]);
	} catch {
		return false;
	}
}

function settings(): string {
	try {
		return readFileSync(configFile(), 'utf8');
	} catch {
		return '';
	}
}

/** Some, but few. */
function areFew(paths: readonly string[]): boolean {
	let files = 0;
	let bytes = 0;
	const waiting = [...paths];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		const info = statSync(path);
		files += 1;
		if (info.isDirectory()) for (const name of readdirSync(path)) waiting.push(join(path, name));
		else bytes += info.size;
		if (files + waiting.length > MOST_FILES || bytes > MOST_BYTES) return false;
	}
	return files > 0;
}
