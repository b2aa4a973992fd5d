/** Lines of a transcript are the article's own, however short: "RUIZ: No." is no heading, dateline or button. */
import { FIRST, flagsOf } from '../../lexicon/names.ts';
import { CALLED_BY } from '../../lexicon/turns.ts';
import { type Label, labelAt, turnLines, withNames } from '../quotations/turn-labels.ts';
import type { Line } from './lines.ts';

const CLOSED = /[.!?…—–-]["'”’»)\]*_]{0,4}$/;
/** What stands in brackets at the end of a line, as "(Laughter)" does. */
const IN_BRACKETS = /\s*[([][^()[\]]{1,60}[)\]][*_.]{0,3}$/;
/** A transcript is looked for in the lines around one that is a turn, so far. */
const NEAR = 3;

/** The same lines; those that are turns are running text, and so are the sentences between them. */
export function withTurns(text: string, lines: readonly Line[]): Line[] {
	const printed = lines.map(({ start, end, level }) => (level > 0 ? null : labelAt(text, { start, end })));
	const labels = withNames(text, printed, borneIn(text, printed));
	const sure = turnLines(text, labels);
	if (!sure.includes(true))
		return lines.map((line, i) => (inPair(lines, labels, i) ? { ...line, turn: true } : line));
	const near = (i: number) => {
		let [above, below] = [false, false];
		for (let k = 1; k <= NEAR; k++) {
			above ||= sure[i - k] === true;
			below ||= sure[i + k] === true;
		}
		return above && below;
	};
	return lines.map((line, i) => {
		if (sure[i]) return { ...line, turn: true, prose: true, closed: true, reason: null, ends: null };
		if (line.closed || labels[i] || line.level > 0 || !near(i)) return line;
		return CLOSED.test(line.text.slice(-80).replace(IN_BRACKETS, '')) ? { ...line, closed: true } : line;
	});
}

/** A first name or a title, and perhaps a letter between. */
const CALLED = /(?<!\p{L})(\p{Lu}[\p{L}’'-]{0,20})\.? (?:\p{Lu}\. )?$/u;

/** Of the words of notes that stand as labels, those that are somebody's last name: "Sen. Rowena Price". */
function borneIn(text: string, labels: readonly (Label | null)[]): ReadonlySet<string> {
	const wanted = new Set(labels.flatMap((label) => (label?.kind === 'other' ? lastWord(label) : [])));
	const borne = new Set<string>();
	if (wanted.size === 0) return borne;
	for (const { 0: word, index } of text.matchAll(/(?<= )\p{Lu}[\p{L}’'-]*/gu)) {
		const key = word.toLowerCase().replace(/[’']s$/, '');
		if (!wanted.has(key)) continue;
		const before = CALLED.exec(text.slice(Math.max(0, index - 30), index))?.[1]?.toLowerCase();
		if (before && (CALLED_BY.has(before) || flagsOf(before) & FIRST)) borne.add(key);
	}
	return borne;
}

const lastWord = ({ name }: Label) => name.toLowerCase().split(' ').slice(-1);

/** Two lines of two speakers are not known for turns yet, but neither opens with the place it was sent from. */
function inPair(lines: readonly Line[], labels: readonly (Label | null)[], i: number): boolean {
	// "Ana Quill at the pier. Picture: …" is no turn, and makes none of the place below it.
	const nameAt = (at: number) => {
		const label = lines[at]?.reason === 'caption' ? null : labels[at];
		return label?.kind === 'name' ? label.key : null;
	};
	const name = nameAt(i);
	return name !== null && [nameAt(i - 1), nameAt(i + 1)].some((other) => other !== null && other !== name);
}

/** "Did you see him?" may be asked twice: a turn is said again only where what stands beside it is. */
export function repeatedTurns(lines: readonly Line[], repeated: readonly boolean[]): boolean[] {
	return repeated.map((again, i) => {
		if (!again || !lines[i]!.turn) return again;
		const beside = [i - 1, i + 1].filter((at) => lines[at]?.turn);
		return beside.length > 0 && beside.every((at) => repeated[at]);
	});
}
