/** Which articles tell of one event. */
import type { Article, TimeWords } from '../types.ts';
import { type Edge, edgesAmong } from './nearness.ts';
import { type Never, NOTHING_TOLD, neverIn, putTogether, type ToldStories } from './told-stories.ts';

/** What is much less near than that is not near at all. */
const LEAST = 1 / 5;
/** Near articles count somewhat more than distant ones: a long story has sides that hardly touch. */
const POWER = 1.25;
/** Two groups are joined when they are this near to each other, against the looser one's own mean. */
const AGAINST_OWN = 0.46;

/** The article that most speaks for the place of another. */
export interface Nearest {
	readonly other: number;
	/** Two alone would be joined from 1 on. */
	readonly nearness: number;
}

export interface Events {
	/** Articles by number, each group ascending, ordered by their first. */
	readonly groups: readonly (readonly number[])[];
	/** For each article the nearest of its group; of one that stands alone, the nearest of all. */
	readonly nearest: readonly (Nearest | null)[];
}

/** `times` are those of each article before they are anchored; what the reader told is honoured before all. */
export function eventsAmong(
	articles: readonly Article[],
	times: readonly (readonly TimeWords[])[],
	told: ToldStories = NOTHING_TOLD,
): Events {
	const edges = edgesAmong(articles, times, LEAST);
	const never = neverIn(told);
	const groups = putTogether(joined(articles.length, edges, never), told, never)
		.map((group) => group.sort((a, b) => a - b))
		.sort((a, b) => a[0]! - b[0]!);
	return { groups, nearest: nearestIn(groups, articles.length, edges) };
}

function nearestIn(groups: readonly (readonly number[])[], size: number, edges: readonly Edge[]) {
	const groupOf = new Int32Array(size);
	groups.forEach((group, number) => {
		for (const at of group) groupOf[at] = number;
	});
	const nearest: (Nearest | null)[] = Array.from({ length: size }, () => null);
	const offer = (at: number, other: number, nearness: number) => {
		const alone = groups[groupOf[at]!]!.length === 1;
		if (!alone && groupOf[at] !== groupOf[other]) return;
		if (nearness > (nearest[at]?.nearness ?? 0)) nearest[at] = { other, nearness };
	};
	for (const { a, b, nearness } of edges) {
		offer(a, b, nearness);
		offer(b, a, nearness);
	}
	return nearest;
}

/**
 * Average link over a sparse graph: what has no edge is not alike at all. Groups that the reader keeps apart are never
 * joined, whatever else would join them.
 */
function joined(size: number, edges: readonly Edge[], apart: Never): number[][] {
	const members: (number[] | null)[] = Array.from({ length: size }, (_, index) => [index]);
	const within = new Float64Array(size);
	const sums = members.map(() => new Map<number, number>());
	const never = new Map([...apart].map(([at, others]) => [at, new Set(others)]));
	const queue = new Queue();
	for (const { a, b, nearness } of edges) {
		const weight = nearness ** POWER;
		sums[a]!.set(b, weight);
		sums[b]!.set(a, weight);
		if (weight >= 1) queue.push({ a, b, nearness: weight });
	}
	for (let best = queue.pop(); best; best = queue.pop()) {
		const { a, b, nearness } = best;
		const [one, other] = [members[a], members[b]];
		const sum = sums[a]!.get(b);
		if (!one || !other || sum === undefined || sum / (one.length * other.length) !== nearness) continue;
		const own = Math.min(meanWithin(one, within[a]!), meanWithin(other, within[b]!));
		sums[a]!.delete(b);
		sums[b]!.delete(a);
		if (nearness < AGAINST_OWN ** POWER * own || never.get(a)?.has(b)) continue;
		within[a]! += within[b]! + sum;
		members[a] = [...one, ...other];
		members[b] = null;
		for (const [c, other] of sums[b]!) {
			sums[c]!.delete(b);
			const together = (sums[a]!.get(c) ?? 0) + other;
			sums[a]!.set(c, together);
			sums[c]!.set(a, together);
		}
		sums[b]!.clear();
		for (const c of never.get(b) ?? []) {
			never.get(c)!.add(a);
			never.set(a, (never.get(a) ?? new Set()).add(c));
		}
		for (const [c, together] of sums[a]!) {
			const mean = together / (members[a].length * (members[c]?.length ?? 1));
			if (mean >= 1) queue.push({ a: Math.min(a, c), b: Math.max(a, c), nearness: mean });
		}
	}
	return members.filter((group) => group !== null);
}

/** How near the articles of a group are to each other; one alone asks for nothing. */
function meanWithin({ length }: readonly number[], sum: number): number {
	return length > 1 ? sum / ((length * (length - 1)) / 2) : 0;
}

/** A heap of edges, nearest first; of equally near ones the first articles. */
class Queue {
	private readonly heap: Edge[] = [];

	push(edge: Edge): void {
		let at = this.heap.push(edge) - 1;
		while (at > 0) {
			const up = (at - 1) >> 1;
			if (!before(this.heap[at]!, this.heap[up]!)) break;
			this.swap(at, up);
			at = up;
		}
	}

	pop(): Edge | undefined {
		const [top] = this.heap;
		const last = this.heap.pop();
		if (last === undefined || this.heap.length === 0) return top;
		this.heap[0] = last;
		for (let at = 0; ; ) {
			const left = 2 * at + 1;
			const right = left + 1;
			let least = at;
			if (left < this.heap.length && before(this.heap[left]!, this.heap[least]!)) least = left;
			if (right < this.heap.length && before(this.heap[right]!, this.heap[least]!)) least = right;
			if (least === at) return top;
			this.swap(at, least);
			at = least;
		}
	}

	private swap(i: number, j: number): void {
		[this.heap[i], this.heap[j]] = [this.heap[j]!, this.heap[i]!];
	}
}

function before(a: Edge, b: Edge): boolean {
	if (a.nearness !== b.nearness) return a.nearness > b.nearness;
	return a.a !== b.a ? a.a < b.a : a.b < b.b;
}
