/** The digest as plain text: no escapes, wrapped to a width, calm enough to read in a mail. */
import { type Safe, safeLine } from '../safe.ts';
import type { Export } from '../types.ts';
import { columnsOf, wrap } from '../width.ts';
import { countWords } from '../wording.ts';
import { setOff } from './differences.ts';
import { type ClaimLine, type Page, pageOf, type StoryPage } from './page.ts';
import { moreVersions, type Voice } from './voices.ts';

/** Lines longer than this are hard to read, however wide the window is. */
const WIDEST = 100;
/** A list of many problems must not bury the news; the reader is told how many there are. */
const MOST_PROBLEMS = 20;

export interface Layout {
	/** Columns of the terminal, 80 in a pipe. */
	readonly columns: number;
	/** What the page is about when it is not everything: "Wed 12 Mar 2025", "Dmitry Peskov". */
	readonly place?: Safe;
	/** In the order in which it is read aloud: nothing beside another thing, no rules, nothing cut off. */
	readonly linear?: boolean;
	/** Whether any article could be read, of this place or another. */
	readonly read?: boolean;
}

/** One edition as text that ends in a line feed. */
export function plainDigest(data: Export, layout: Layout): string {
	const page = pageOf(data, layout.read);
	const width = Math.max(20, Math.min(layout.columns, WIDEST));
	const lines = [
		...heading(page, width, layout),
		...page.stories.flatMap((story, at) => ['', ...storyLines(story, at + 1, width, layout.linear)]),
		...problemLines(page.problems, width, layout.linear),
	];
	return `${lines.join('\n')}\n`;
}

function heading(page: Page, width: number, { place, linear = false }: Layout): string[] {
	const name = 'QUOTIDIAN';
	const days = place ? place : page.days;
	const gap = width - name.length - columnsOf(days);
	const title =
		days === ''
			? [name]
			: gap >= 2 && !linear
				? [name + ' '.repeat(gap) + days]
				: [name, ...wrap(days, width)];
	const about = page.quiet === null ? wrap(page.counts, width) : wrap(page.quiet, width);
	return [...title, ...(linear ? [] : ['─'.repeat(width)]), ...about];
}

function storyLines(story: StoryPage, number: number, width: number, linear = false): string[] {
	const mark = `${number}. `;
	const indent = ' '.repeat(Math.min(mark.length, 4));
	const inner = width - indent.length;
	const block = (text: string) => hang(text, indent, indent, width);
	const one = story.sources.length === 1 ? story.sources[0]! : null;
	const lines = [
		...hang(story.headline, mark, indent, width),
		...(story.note ? block(`(${story.note})`) : []),
		...block(one ? `${one.source} · ${one.day}` : `${story.days} · ${story.counted}`),
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
	for (const { head, claims } of story.disputes) {
		lines.push('', ...block(`${head}:`));
		for (const line of (linear ? oneByOne : sideBySide)(claims, inner).map((line) => indent + line))
			lines.push(line);
	}
	if (story.timeline.length > 0) {
		lines.push('', ...block('Day by day:'));
		const wide = Math.max(...story.timeline.map(({ day }) => columnsOf(day)));
		for (const { day, text } of story.timeline)
			if (linear) lines.push(...hang(`${day}: ${text}`, `${indent}  `, `${indent}    `, width));
			else lines.push(clipped(`${indent}  ${day}${' '.repeat(wide - columnsOf(day))}  `, text, width));
	}
	// One by one: a call takes only so many arguments, and a voice may have said ten times as much.
	for (const voice of story.voices)
		for (const line of ['', ...voiceBlock(voice, indent, width)]) lines.push(line);
	return lines;
}

function voiceBlock({ name, role, quotations }: Voice, indent: string, width: number): string[] {
	return [
		...hang(role ? `${name} (${role})` : name, indent, `${indent}  `, width),
		...quotations.flatMap(({ text, note, variants, more }) => [
			...hang(text, `${indent}  `, `${indent}    `, width, note === '' ? '' : `[${note}]`),
			...variants.flatMap(({ pieces, marks, note: printed }) => {
				const words = pieces.map(({ text: part, differs }) => (differs ? setOff(part, '*') : part)).join(' ');
				const tail = printed === '' ? '' : `[${printed}]`;
				return hang(`also ${marks.join(words)}`, `${indent}    `, `${indent}      `, width, tail);
			}),
			...(more > 0 ? hang(moreVersions(more), `${indent}    `, `${indent}      `, width) : []),
		]),
	];
}

function oneByOne(claims: readonly ClaimLine[], width: number): string[] {
	return claims.flatMap(({ value, from, sentence }) => [
		...hang(`“${value}”`, '  ', '    ', width),
		...hang(from, '    ', '    ', width),
		...(sentence === '' ? [] : hang(sentence, '    ', '    ', width)),
	]);
}

/** Two claims in columns beside each other where they fit, else all under each other. */
function sideBySide(claims: readonly ClaimLine[], width: number): string[] {
	const column = Math.floor((width - 4) / 2);
	if (claims.length !== 2 || column < NARROWEST) return oneByOne(claims, width);
	const rows = (['value', 'from', 'sentence'] as const).flatMap((part) => {
		const cells = claims.map((claim) =>
			claim[part] === ''
				? []
				: wrap((part === 'value' ? `“${claim[part]}”` : claim[part]) as Safe, column - 1),
		);
		return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, at) =>
			cells.map((cell) => cell[at] ?? ''),
		);
	});
	return rows.map(([left = '', right = '']) =>
		`  ${left}${' '.repeat(Math.max(0, column + 1 - columnsOf(left)))}${right}`.trimEnd(),
	);
}

/** Columns that a sentence needs to be read at all. */
const NARROWEST = 26;

/** Text behind a mark on one line; what does not fit is left off. */
function clipped(mark: string, text: Safe, width: number): string {
	const [first = '', ...rest] = wrap(text, Math.max(8, width - columnsOf(mark) - 2));
	return `${mark}${first}${rest.length > 0 && !first.endsWith('…') ? ' …' : ''}`;
}

/** Problems stand at the end, counted; none is kept from the reader without a word. */
export function problemLines(problems: readonly Safe[], width: number, linear = false): string[] {
	if (problems.length === 0) return [];
	const shown = problems.slice(0, MOST_PROBLEMS);
	const more = problems.length - shown.length;
	return [
		'',
		...(linear ? [] : ['─'.repeat(width)]),
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
