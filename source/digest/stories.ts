/** Which articles tell of one event. */
import type { Article } from '../types.ts';
import { fillLikeness, likeness, type Space } from './vectors.ts';

/** Groups are joined while the mean nearness between their articles is at least this. */
const CUT = 0.11;
/** Two groups are joined when they are this near to each other, against the looser one's own mean. */
const AGAINST_OWN = 0.5;
/** Days between two articles after which they hardly tell of one event. */
const WINDOW = 4;
/** Without both days an article joins only what is nearer. */
const UNDATED = 0.72;
/**
 * Without both days, the names, days and figures told must agree: as much as each article's do with the one that agrees
 * best. Up to `little` of that leaves `without` of the nearness, from `enough` on all is left. A small folder is often
 * about one subject, and asks for more.
 */
const AGREEMENT = { little: 0.2, enough: 0.4, without: 0.6 };
const AGREEMENT_OF_FEW = { little: 0.3, enough: 0.8, without: 0.4 };
/** Less agreement than this with any other is an accident. */
const ACCIDENT = 0.05;
/** An uncertain day may be so many days off. */
const SLACK = 30;
/** How alike an article is to its nearest so many tells how crowded its subject is. */
const CROWD = 50;
/** What stands for neighbours that a small folder does not have. */
const USUAL = 0.08;
const CROWDING = 0.8;
const MOST_CROWDED = 0.16;
/** Keeps nearness in the range of likeness for articles with the usual crowd. */
const SCALE = 1.2;
/** Below this two articles share nothing. */
const FLOOR = 0.02;

/** Groups of articles by number, each ascending, ordered by their first. */
export function eventsAmong(articles: readonly Article[], words: Space, anchors: Space): number[][] {
	return joined(articles.length, edgesOf(articles, words, anchors));
}

interface Edge {
	readonly a: number;
	readonly b: number;
	readonly nearness: number;
}

function edgesOf(articles: readonly Article[], words: Space, anchors: Space): Edge[] {
	const days = articles.map(({ published }) =>
		// A day that rests on likeness alone says nothing more than likeness does.
		published && (published.certain || published.evidence !== null)
			? { at: Date.parse(`${published.day}T00:00Z`) / 86_400_000, certain: published.certain }
			: null,
	);
	const row = new Float32Array(articles.length);
	const crowds: number[] = [];
	const raw: Edge[] = [];
	for (let b = 0; b < articles.length; b++) {
		fillLikeness(words, b, row);
		crowds.push(crowdOf(row));
		for (let a = 0; a < b; a++) {
			const nearness = row[a]! < FLOOR ? 0 : row[a]! * timely(days[a]!, days[b]!);
			if (nearness >= FLOOR / 2) raw.push({ a, b, nearness });
		}
	}
	const agreement = agreementAmong(raw, anchors);
	return raw.flatMap((edge, at) => {
		const { a, b, nearness } = edge;
		const scaled = SCALE * nearness * (USUAL ** 2 / (crowds[a]! * crowds[b]!)) ** (CROWDING / 2);
		const near = days[a]?.certain && days[b]?.certain ? scaled : scaled * agreement(edge, at);
		return near >= CUT / 8 ? [{ a, b, nearness: near }] : [];
	});
}

interface When {
	readonly at: number;
	readonly certain: boolean;
}

function timely(a: When | null, b: When | null): number {
	if (a === null || b === null) return UNDATED;
	const apart = Math.abs(a.at - b.at);
	if (a.certain && b.certain) return Math.exp(-((apart / WINDOW) ** 2));
	return UNDATED * Math.exp(-((Math.max(0, apart - SLACK) / WINDOW) ** 2));
}

/** What the names, days and figures that two articles share leave of their nearness. */
function agreementAmong(edges: readonly Edge[], anchors: Space): (edge: Edge, at: number) => number {
	const shared = edges.map(({ a, b }) => likeness(anchors.vectors[a]!, anchors.vectors[b]!));
	const best = new Float64Array(anchors.vectors.length).fill(ACCIDENT);
	edges.forEach(({ a, b }, at) => {
		best[a] = Math.max(best[a]!, shared[at]!);
		best[b] = Math.max(best[b]!, shared[at]!);
	});
	const few = missingIn(anchors.vectors.length) / CROWD;
	const left = ({ little, enough, without }: typeof AGREEMENT, share: number) =>
		without + (1 - without) * Math.max(0, Math.min(1, (share - little) / (enough - little)));
	return ({ a, b }, at) => {
		const ofBoth = shared[at]! / Math.sqrt(best[a]! * best[b]!);
		const ofBest = shared[at]! / Math.max(best[a]!, best[b]!);
		return (1 - few) * left(AGREEMENT, ofBoth) + few * left(AGREEMENT_OF_FEW, ofBest);
	};
}

const missingIn = (articles: number) => Math.max(0, CROWD - (articles - 1));

const BINS = 256;

/** The mean likeness of the nearest; counted in bins, so that no row is sorted. */
function crowdOf(row: Float32Array): number {
	const counts = new Int32Array(BINS);
	const sums = new Float64Array(BINS);
	for (const value of row) {
		if (value <= 0) continue;
		const bin = Math.min(BINS - 1, Math.floor(value * BINS));
		counts[bin]!++;
		sums[bin]! += value;
	}
	let left = CROWD;
	let sum = 0;
	for (let bin = BINS - 1; bin >= 0 && left > 0; bin--) {
		const taken = Math.min(left, counts[bin]!);
		if (taken > 0) sum += (sums[bin]! / counts[bin]!) * taken;
		left -= taken;
	}
	return Math.min(MOST_CROWDED, Math.max(0.01, (sum + missingIn(row.length) * USUAL) / CROWD));
}

/** Average link over a sparse graph: what has no edge is not alike at all. */
function joined(size: number, edges: readonly Edge[]): number[][] {
	const members: (number[] | null)[] = Array.from({ length: size }, (_, index) => [index]);
	const within = new Float64Array(size);
	const sums = members.map(() => new Map<number, number>());
	const queue = new Queue();
	for (const { a, b, nearness } of edges) {
		sums[a]!.set(b, nearness);
		sums[b]!.set(a, nearness);
		if (nearness >= CUT) queue.push({ a, b, nearness });
	}
	for (let best = queue.pop(); best; best = queue.pop()) {
		const { a, b, nearness } = best;
		const [one, other] = [members[a], members[b]];
		const sum = sums[a]!.get(b);
		if (!one || !other || sum === undefined || sum / (one.length * other.length) !== nearness) continue;
		const own = Math.min(meanWithin(one, within[a]!), meanWithin(other, within[b]!));
		sums[a]!.delete(b);
		sums[b]!.delete(a);
		if (nearness < AGAINST_OWN * own) continue;
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
		for (const [c, together] of sums[a]!) {
			const mean = together / (members[a].length * (members[c]?.length ?? 1));
			if (mean >= CUT) queue.push({ a: Math.min(a, c), b: Math.max(a, c), nearness: mean });
		}
	}
	return members.flatMap((group) => (group ? [group.sort((a, b) => a - b)] : []));
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
