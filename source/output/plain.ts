/** The digest as plain text: no escapes, wrapped to a width, calm enough to read in a mail. */
import { type Safe, safeLine } from '../safe.ts';
import type { Export } from '../types.ts';
import { columnsOf, wrap } from '../width.ts';
import { countWords } from '../wording.ts';
import { type Page, pageOf, type StoryPage } from './page.ts';
import type { Voice } from './voices.ts';

/** Lines longer than this are hard to read, however wide the window is. */
const WIDEST = 100;
/** A list of many problems must not bury the news; the reader is told how many there are. */
const MOST_PROBLEMS = 20;

export interface Layout {
	/** Columns of the terminal, 80 in a pipe. */
	readonly columns: number;
	/** What the page is about when it is not everything: "Wed 12 Mar 2025", "Dmitry Peskov". */
	readonly place?: Safe;
}

/** One edition as text that ends in a line feed. */
export function plainDigest(data: Export, layout: Layout): string {
	const page = pageOf(data);
	const width = Math.max(20, Math.min(layout.columns, WIDEST));
	const lines = [
		...heading(page, width, layout.place),
		...page.stories.flatMap((story, at) => ['', ...storyLines(story, at + 1, width)]),
		...problemLines(page.problems, width),
	];
	return `${lines.join('\n')}\n`;
}

function heading(page: Page, width: number, place: Safe | undefined): string[] {
	const name = 'QUOTIDIAN';
	const days = place ? place : page.days;
	const gap = width - name.length - columnsOf(days);
	const title = gap >= 2 ? [name + ' '.repeat(gap) + days] : [name, ...wrap(days, width)];
	return [...title, '─'.repeat(width), ...wrap(page.counts, width)];
}

function storyLines(story: StoryPage, number: number, width: number): string[] {
	const mark = `${number}. `;
	const indent = ' '.repeat(Math.min(mark.length, 4));
	const inner = width - indent.length;
	const block = (text: string) => hang(text, indent, indent, width);
	const one = story.sources.length === 1 ? story.sources[0]! : null;
	const lines = [
		...hang(story.headline, mark, indent, width),
		...(story.note ? block(`(${story.note})`) : []),
		...block(
			one ? `${one.source} · ${one.day}` : `${story.days} · ${countWords(story.sources.length, 'source')}`,
		),
	];
	if (!one)
		for (const { letter, source, day, headline, copy } of story.sources) {
			const about = [source, day, copy].filter((part) => part !== null).join(', ');
			lines.push(
				...hang(headline ? `${about}: ${headline}` : about, `${indent}${letter}  `, `${indent}   `, width),
			);
		}
	if (story.points.length > 0) lines.push('');
	for (const { text, from } of story.points)
		for (const line of hang(text, `${indent}• `, `${indent}  `, width, from === '' ? '' : `[${from}]`))
			lines.push(line);
	for (const { about, claims } of story.disputes) {
		lines.push('', ...block(`Sources differ on ${about}:`));
		for (const line of sideBySide(claims, inner).map((line) => indent + line)) lines.push(line);
	}
	// One by one: a call takes only so many arguments, and a voice may have said ten times as much.
	for (const voice of story.voices)
		for (const line of ['', ...voiceBlock(voice, indent, width)]) lines.push(line);
	return lines;
}

function voiceBlock({ name, role, quotations }: Voice, indent: string, width: number): string[] {
	return [
		...hang(role ? `${name} (${role})` : name, indent, `${indent}  `, width),
		...quotations.flatMap(({ text, note, variants }) => [
			...hang(text, `${indent}  `, `${indent}    `, width, note === '' ? '' : `[${note}]`),
			...variants.flatMap((variant) => hang(`also ${variant}`, `${indent}    `, `${indent}      `, width)),
		]),
	];
}

/** Claims in columns beside each other where they fit, under each other where they do not. */
function sideBySide(
	claims: readonly { readonly value: Safe; readonly from: Safe }[],
	width: number,
): string[] {
	const cells = claims.map(({ value, from }) => [`“${value}”`, from] as const);
	const column = Math.floor((width - 2) / Math.max(1, cells.length)) - 2;
	const fits = cells.every(([value, from]) => columnsOf(value) <= column && columnsOf(from) <= column);
	if (!fits || column < 12)
		return cells.flatMap(([value, from]) => hang(`${value} ${from}`, '  ', '    ', width));
	return [0, 1].map((row) =>
		`  ${cells.map((cell) => cell[row]! + ' '.repeat(column + 2 - columnsOf(cell[row]!))).join('')}`.trimEnd(),
	);
}

/** Problems stand at the end, counted; none is kept from the reader without a word. */
export function problemLines(problems: readonly Safe[], width: number): string[] {
	if (problems.length === 0) return [];
	const shown = problems.slice(0, MOST_PROBLEMS);
	const more = problems.length - shown.length;
	return [
		'',
		'─'.repeat(width),
		countWords(problems.length, 'problem'),
		...shown.flatMap((problem) => hang(problem, '  ', '    ', width)),
		...(more > 0 ? [`  and ${more} more`] : []),
	];
}

/** Text wrapped behind a mark on its first line and an indent on the others; `tail` follows in one piece. */
export function hang(text: string, mark: string, indent: string, width: number, tail = ''): string[] {
	const room = Math.max(8, width - Math.max(columnsOf(mark), indent.length));
	const lines = wrap(safeLine(text), room);
	const last = lines.at(-1) ?? '';
	if (tail !== '') {
		if (columnsOf(last) + 1 + columnsOf(tail) <= room) lines.splice(-1, 1, `${last} ${tail}` as Safe);
		else for (const line of wrap(tail as Safe, room)) lines.push(line);
	}
	return lines.map((line, at) => ((at === 0 ? mark : indent) + line).trimEnd());
}
