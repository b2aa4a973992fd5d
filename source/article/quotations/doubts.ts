/** Names of an article that may be somebody else's, and the pronouns that stand for them. */
import type { Passage } from './views.ts';

export interface Doubts {
	/** Mentions by number. */
	readonly names: ReadonlySet<number>;
	/** Whether what last named this entity before a place in the text is one of them. */
	readonly before: (entity: number, at: number) => boolean;
}

export function doubtsOf({ entities, mentions }: Pick<Passage, 'entities' | 'mentions'>): Doubts {
	const names = new Set(entities.flatMap(({ doubtful }) => doubtful ?? []));
	const before = (entity: number, at: number): boolean => {
		const { doubtful, mentions: own } = entities[entity]!;
		if (!doubtful) return false;
		let [from, to] = [0, own.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if (mentions[own[middle]!]!.start < at) from = middle + 1;
			else to = middle;
		}
		return from > 0 && names.has(own[from - 1]!);
	};
	return { names, before };
}
