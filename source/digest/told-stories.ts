/** What the reader says of stories, with the articles found: which belong together, and which never do. */
import type { Article, Problem } from '../types.ts';
import { articlesCalled, type Corrections, type StoryCorrection } from './corrections.ts';

/** Articles by number, and the line that says so. */
export interface ToldPair {
	readonly a: number;
	readonly b: number;
	readonly line: number;
}

export interface ToldStories {
	readonly together: readonly ToldPair[];
	readonly apart: readonly ToldPair[];
	/** What cannot be put together, and the line that is against it. */
	readonly refused: readonly (ToldPair & { readonly against: number })[];
	readonly problems: readonly Problem[];
}

export const NOTHING_TOLD: ToldStories = { together: [], apart: [], refused: [], problems: [] };

/**
 * What earlier lines put together and a later or an earlier one keeps apart stays apart, and is told as a problem, and so
 * is a file name that several articles have. An article that is not there decides nothing.
 */
export function toldStories({ file, stories }: Corrections, articles: readonly Article[]): ToldStories {
	if (stories.length === 0) return NOTHING_TOLD;
	const problems: Problem[] = [];
	const tell = (line: number, message: string) =>
		problems.push({ file, line, stage: 'corrections', message });
	const called = (name: string, line: number): number | null => {
		const [first, ...others] = articlesCalled(name, articles);
		if (others.length > 0)
			tell(line, `${others.length + 1} articles are called “${name}”; write the path or the id of one`);
		return first === undefined || others.length > 0 ? null : first;
	};
	const pairs = stories.flatMap((told): (ToldPair & { readonly told: StoryCorrection })[] => {
		const [a, b] = [called(told.a, told.line), called(told.b, told.line)];
		return a === null || b === null || a === b ? [] : [{ a, b, line: told.line, told }];
	});
	// One article can be called by its name and by its id: the later line holds here too.
	const held = new Map<string, (typeof pairs)[number]>();
	for (const pair of pairs) {
		const key = `${Math.min(pair.a, pair.b)} ${Math.max(pair.a, pair.b)}`;
		held.delete(key);
		held.set(key, pair);
	}
	const apart = [...held.values()].filter(({ told }) => !told.same);
	const groupOf = new Map<number, ReadonlySet<number>>();
	const together: ToldPair[] = [];
	const refused: ToldStories['refused'][number][] = [];
	for (const pair of held.values()) {
		if (!pair.told.same) continue;
		const one = groupOf.get(pair.a) ?? new Set([pair.a]);
		const other = groupOf.get(pair.b) ?? new Set([pair.b]);
		const against = apart.find(
			({ a, b }) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)),
		)?.told;
		if (against) {
			tell(
				pair.line,
				`“${pair.told.a}” and “${pair.told.b}” are not put together: line ${against.line} keeps “${against.a}” and “${against.b}” apart`,
			);
			refused.push({ ...pair, against: against.line });
			continue;
		}
		const all = new Set([...one, ...other]);
		for (const member of all) groupOf.set(member, all);
		together.push(pair);
	}
	return { together, apart, refused, problems };
}

/** For each article those that never stand in its story, what the reader puts together with either considered. */
export type Never = ReadonlyMap<number, ReadonlySet<number>>;

export function neverIn({ together, apart }: ToldStories): Never {
	const groupOf = new Map<number, readonly number[]>();
	const groupWith = (at: number) => groupOf.get(at) ?? [at];
	for (const { a, b } of together) {
		const all = [...new Set([...groupWith(a), ...groupWith(b)])];
		for (const member of all) groupOf.set(member, all);
	}
	const never = new Map<number, Set<number>>();
	const add = (a: number, b: number) => never.set(a, (never.get(a) ?? new Set()).add(b));
	for (const pair of apart)
		for (const a of groupWith(pair.a))
			for (const b of groupWith(pair.b)) {
				add(a, b);
				add(b, a);
			}
	return never;
}

/**
 * Groups with those joined that the reader puts together. Who may not meet somebody in the group that theirs comes to
 * stays behind.
 */
export function putTogether(
	groups: readonly number[][],
	{ together }: ToldStories,
	never: Never,
): number[][] {
	let held = groups.map((group) => [...group]);
	const told = new Set(together.flatMap(({ a, b }) => [a, b]));
	for (const { a, b } of together) {
		const one = held.find((group) => group.includes(a))!;
		const other = held.find((group) => group.includes(b))!;
		if (one === other) continue;
		const meets = (at: number, group: readonly number[]) =>
			!group.some((member) => never.get(at)?.has(member));
		const first = one.filter(
			(at) =>
				told.has(at) ||
				meets(
					at,
					other.filter((member) => told.has(member)),
				),
		);
		const second = other.filter((at) => meets(at, first));
		const left = [one.filter((at) => !first.includes(at)), other.filter((at) => !second.includes(at))].filter(
			(group) => group.length > 0,
		);
		held = [...held.filter((group) => group !== one && group !== other), [...first, ...second], ...left];
	}
	return held;
}
