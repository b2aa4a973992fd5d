/** Lines of a transcript are the article's own, however short: "RUIZ: No." is no heading, dateline or button. */
import { type Label, labelAt, turnLines } from '../quotations/turn-labels.ts';
import type { Line } from './lines.ts';

const CLOSED = /[.!?…—–-]["'”’»)\]*_]{0,4}$/;
/** What stands in brackets at the end of a line, as "(Laughter)" does. */
const IN_BRACKETS = /\s*[([][^()[\]]{1,60}[)\]][*_.]{0,3}$/;
/** A transcript is looked for in the lines around one that is a turn, so far. */
const NEAR = 3;

/** The same lines; those that are turns are running text, and so are the sentences between them. */
export function withTurns(text: string, lines: readonly Line[]): Line[] {
	const labels = lines.map(({ start, end, level }) => (level > 0 ? null : labelAt(text, { start, end })));
	const sure = turnLines(text, labels);
	if (!sure.includes(true))
		return lines.map((line, i) => (inPair(labels, i) ? { ...line, turn: true } : line));
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

/** Two lines of two speakers are not known for turns yet, but neither opens with the place it was sent from. */
function inPair(labels: readonly (Label | null)[], i: number): boolean {
	const label = labels[i];
	if (label?.kind !== 'name') return false;
	return [labels[i - 1], labels[i + 1]].some((other) => other?.kind === 'name' && other.key !== label.key);
}

/** "Did you see him?" may be asked twice: a turn is said again only where what stands beside it is. */
export function repeatedTurns(lines: readonly Line[], repeated: readonly boolean[]): boolean[] {
	return repeated.map((again, i) => {
		if (!again || !lines[i]!.turn) return again;
		const beside = [i - 1, i + 1].filter((at) => lines[at]?.turn);
		return beside.length > 0 && beside.every((at) => repeated[at]);
	});
}
