/** Scores whether two printed names are taken for one actor. */
import { compare } from './compare.ts';
import { type Share, share } from './figures.ts';
import type { ActorsRow } from './gold.ts';

export interface ActorScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly counts: { right: number; falseMerges: number; missed: number; linksConfused: number };
	readonly misses: readonly { row: ActorsRow; got: string }[];
}

/** A false merge is the costly error: two actors under one id. */
export function scoreActors(rows: readonly ActorsRow[]): ActorScore {
	const counts = { right: 0, falseMerges: 0, missed: 0, linksConfused: 0 };
	const misses: ActorScore['misses'][number][] = [];
	for (const row of rows) {
		const got = compare(row.a, row.b, row.context ?? {}, row.kind);
		if (got === row.expect) {
			counts.right++;
			continue;
		}
		counts[got === 'same' ? 'falseMerges' : row.expect === 'same' ? 'missed' : 'linksConfused']++;
		misses.push({ row, got });
	}
	const same = rows.filter(({ expect }) => expect === 'same').length;
	return {
		measures: {
			'actors.right': share(counts.right, rows.length),
			'actors.sameFound': share(same - counts.missed, same),
			'actors.keptApart': share(rows.length - same - counts.falseMerges, rows.length - same),
		},
		counts,
		misses,
	};
}
