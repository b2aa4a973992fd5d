/**
 * What the reader has read, as lines that are only ever added: a moment, read or unread, a story, its articles. Two
 * copies of the program may add to one file, and two files may be joined in any order: of an article the latest line
 * holds.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Id } from '../types.ts';
import { ownFolder } from './folders.ts';
import { readNote, writeNote } from './notes.ts';

interface Marked {
	readonly at: string;
	readonly read: boolean;
	readonly story: Id;
	readonly articles: readonly Id[];
}

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (read|unread) (\S+) (\S.*)$/;

/** The lines that are marks; anything else, such as the half of a line that a full disk left, is passed over. */
function parsed(text: string): Marked[] {
	return text.split('\n').flatMap((line) => {
		const [, at, verdict, story, articles] = LINE.exec(line) ?? [];
		if (!at || !story || !articles) return [];
		return [{ at, read: verdict === 'read', story, articles: articles.split(' ').filter(Boolean) }];
	});
}

function lineOf({ at, read, story, articles }: Marked): string {
	return `${[at, read ? 'read' : 'unread', story, ...articles].join(' ')}\n`;
}

/** The line that holds of each article. At one moment "read" does: the order of the lines must not matter. */
function holding(marks: readonly Marked[]): ReadonlyMap<Id, Marked> {
	const found = new Map<Id, Marked>();
	for (const mark of marks)
		for (const article of mark.articles) {
			const other = found.get(article);
			if (!other || mark.at > other.at || (mark.at === other.at && mark.read)) found.set(article, mark);
		}
	return found;
}

/** The articles that are read by what the lines say. */
export function readIn(text: string): ReadonlySet<Id> {
	return new Set([...holding(parsed(text))].filter(([, { read }]) => read).map(([article]) => article));
}

/** The same said with the fewest lines, oldest first. What was taken back stays said: another file may not know it. */
export function compacted(text: string): string {
	const marks = parsed(text);
	const held = holding(marks);
	return marks
		.map((mark) => ({ ...mark, articles: mark.articles.filter((id) => held.get(id) === mark) }))
		.filter(({ articles }) => articles.length > 0)
		.map(lineOf)
		.sort()
		.join('');
}

export interface Marks {
	/** Articles that have been read. */
	readonly read: ReadonlySet<Id>;
	/** Adds to the file at once. Where that cannot be done nothing is said. */
	readonly keep: (mark: {
		readonly read: boolean;
		readonly stories: readonly { readonly id: Id; readonly articles: readonly Id[] }[];
	}) => void;
}

/** A file of so many characters is looked at for lines that say nothing any more. */
const LARGE = 1 << 16;

export async function openMarks(
	now: () => Date,
	file = join(ownFolder('state'), 'read.txt'),
): Promise<Marks> {
	const { text } = await readNote(file);
	if (text.length > LARGE) {
		const fewer = compacted(text);
		// What another copy adds in just this moment is lost, and a story unread again.
		if (fewer.length < text.length / 2) await writeNote(file, fewer).catch(() => undefined);
	}
	let torn = text !== '' && !text.endsWith('\n');
	return {
		read: readIn(text),
		keep({ read, stories }) {
			const at = now().toISOString();
			const lines = stories.map(({ id, articles }) => lineOf({ at, read, story: id, articles })).join('');
			try {
				mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
				appendFileSync(file, torn ? `\n${lines}` : lines, { mode: 0o600 });
				torn = false;
			} catch {}
		},
	};
}
