/** Reads marked lines of every sort as gold: what stands where in the bare text. */
import { readFileSync } from 'node:fs';
import type { Kind } from '../../source/types.ts';

export const linesOf = (path: string): string[] =>
	readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line && !line.startsWith('#'));

/** What a line marks, as keys that are equal where the same words are marked for the same reason. */
export interface Marked {
	/** «…» and ‹…› with their places. */
	readonly words: readonly string[];
	readonly reported: readonly string[];
	readonly speakers: readonly string[];
	readonly cues: readonly string[];
}

const CLOSING: Readonly<Record<string, string>> = { '«': '»', '‹': '›', '[': ']', '{': '}' };

/** Walks a line of cases/quotations.txt; places count in the bare text. */
export function readMarked(line: string): Marked {
	const found: Record<string, string[]> = { '«': [], '‹': [], '[': [], '{': [] };
	const open: { sign: string; at: number; name: string }[] = [];
	let at = 0;
	for (let i = 0; i < line.length; i++) {
		const sign = line[i]!;
		const top = open.at(-1);
		if (sign in CLOSING) {
			open.push({ sign, at, name: '' });
			// The question mark of an unsure speaker is a sign, too: sureness is not what is compared here.
			if (sign === '[' && line[i + 1] === '?') i++;
		} else if (top && sign === CLOSING[top.sign]) {
			found[top.sign]!.push(`${top.at} ${at} ${top.name}`);
			open.pop();
		} else if (top?.sign === '[' && sign === '=') {
			const end = line.indexOf(']', i);
			top.name = line.slice(i + 1, end);
			i = end - 1;
		} else at++;
	}
	return { words: found['«']!, reported: found['‹']!, speakers: found['[']!, cues: found['{']! };
}

const KIND: Readonly<Record<string, Kind>> = { '[': 'person', '{': 'place', '<': 'organisation' };

/** Walks a line of cases/names.txt: the marked names of each kind with their places. */
export function readNames(line: string): Readonly<Record<Kind, readonly string[]>> {
	const found: Record<Kind, string[]> = { person: [], place: [], organisation: [] };
	let at = 0;
	let open: { kind: Kind; at: number } | null = null;
	for (const sign of line) {
		const kind = KIND[sign];
		if (kind) open = { kind, at };
		else if (/[\]}>]/.test(sign) && open) {
			found[open.kind].push(`${open.at} ${at}`);
			open = null;
		} else at += sign.length;
	}
	return found;
}
