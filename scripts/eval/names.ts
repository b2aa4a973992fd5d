/** Scores names: their edges and their kinds. */
import type { Kind, Reading, Span } from '../../source/types.ts';
import {
	type Figures,
	figuresOf,
	NOTHING,
	overlap,
	plus,
	type Share,
	share,
	type Tally,
	tallyOf,
} from './figures.ts';
import type { NamesRow } from './gold.ts';
import { nameWithin } from './phrases.ts';

export interface NameScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly rows: readonly {
		kind: Kind | 'any';
		gold: number;
		found: number;
		exact: Figures;
		overlap: Figures;
	}[];
	readonly misses: readonly { id: string; span: Span; what: 'missed' | 'taken'; kind: Kind }[];
}

const KINDS: readonly Kind[] = ['person', 'place', 'organisation'];

interface Named extends Span {
	readonly kind: Kind;
}

export function scoreNames(rows: readonly NamesRow[], readings: readonly Reading[]): NameScore {
	const misses: NameScore['misses'][number][] = [];
	const totals = new Map<Kind | 'any', { exact: Tally; met: number; fit: number }>();
	rows.forEach(({ id, text, names }, at) => {
		const trim = (name: Named) => ({ ...nameWithin(text, name), kind: name.kind });
		const gold = names.map(trim);
		const found = readings[at]!.article.mentions.map(trim);
		for (const kind of [...KINDS, 'any'] as const) {
			const own = (name: Named) => kind === 'any' || name.kind === kind;
			const [g, f] = [gold.filter(own), found.filter(own)];
			const before = totals.get(kind) ?? { exact: NOTHING, met: 0, fit: 0 };
			const unmet = g.filter((name) => !f.some((other) => overlap(name, other) > 0));
			const extra = f.filter((name) => !g.some((other) => overlap(name, other) > 0));
			const key = ({ start, end }: Span) => `${start} ${end}`;
			totals.set(kind, {
				exact: plus(before.exact, tallyOf(f.map(key), g.map(key))),
				met: before.met + g.length - unmet.length,
				fit: before.fit + f.length - extra.length,
			});
			if (kind === 'any') continue;
			misses.push(
				...unmet.map((span) => ({ id, span, what: 'missed' as const, kind })),
				...extra.map((span) => ({ id, span, what: 'taken' as const, kind })),
			);
		}
	});
	const lines = [...totals].map(([kind, { exact, met, fit }]) => {
		const precision = share(fit, exact.found);
		const recall = share(met, exact.gold);
		const sum = (precision ?? 0) + (recall ?? 0);
		const f1 = sum > 0 ? (2 * (precision ?? 0) * (recall ?? 0)) / sum : null;
		return {
			kind,
			gold: exact.gold,
			found: exact.found,
			exact: figuresOf(exact),
			overlap: { precision, recall, f1 },
		};
	});
	const measures = Object.fromEntries(
		lines.flatMap(({ kind, exact, overlap }) => [
			[`names.${kind}.exact.f1`, exact.f1],
			[`names.${kind}.overlap.f1`, overlap.f1],
		]),
	);
	return { measures, rows: lines, misses };
}
