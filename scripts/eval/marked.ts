/** Scores words in marks: found to the letter, whose they are, who that is. */
import type { Span } from '../../source/types.ts';
import { figuresOf, NOTHING, overlap, pair, plus, type Share, share } from './figures.ts';
import type { GoldQuotation, QuotationsRow } from './gold.ts';
import {
	gotSpeaker,
	isMarked,
	isRightActor,
	isRightSpeaker,
	isUnjudged,
	type Miss,
	namesOf,
	type Piece,
	piecesOf,
	wantedSpeaker,
} from './pieces.ts';
import type { FoundQuotation } from './program.ts';
import type { RuleBook } from './rule-book.ts';

const sameWords = (a: Span, b: Span) => (a.start === b.start && a.end === b.end ? 1 : 0);

/** Half of what the two cover together. */
function mostly(a: Span, b: Span): number {
	const both = overlap(a, b);
	const ratio = both / (a.end - a.start + b.end - b.start - both);
	return ratio >= 0.5 ? ratio : 0;
}

interface Met {
	readonly gold: Piece<GoldQuotation>;
	readonly found: FoundQuotation;
	/** The words are the same to the letter. */
	readonly exact: boolean;
	readonly speaker: boolean;
	readonly actor: boolean;
}

interface Compared {
	readonly gold: readonly Piece<GoldQuotation>[];
	readonly met: readonly Met[];
	readonly missed: readonly Piece<GoldQuotation>[];
	readonly taken: readonly Piece<FoundQuotation>[];
	/** Found pieces that are judged, and those of them that meet a quotation without a name. */
	readonly kept: number;
	readonly unnamed: number;
	readonly nobodyTaken: number;
}

function compareRow(row: QuotationsRow, all: readonly FoundQuotation[]): Compared {
	const { text, ignore = [], nobody = [] } = row;
	const quotations = row.quotations.filter(isMarked);
	const piecesWhere = (optional: boolean) =>
		piecesOf(
			text,
			quotations.filter((one) => (one.optional ?? false) === optional),
		);
	const [gold, spare] = [piecesWhere(false), piecesWhere(true)];
	const found = piecesOf(text, all.filter(isMarked));
	const exact = pair(gold, found, sameWords);
	const loose = pair(gold, found, mostly);
	const paired = new Set([...exact.values(), ...loose.values()]);
	const taken = found.filter((piece, j) => !paired.has(j) && !isUnjudged(piece, [...ignore, ...spare]));
	const met = gold.flatMap((piece, i): Met[] => {
		const j = loose.get(i) ?? exact.get(i);
		if (j === undefined) return [];
		const other = found[j]!.of;
		return [
			{
				gold: piece,
				found: other,
				exact: exact.has(i),
				speaker: isRightSpeaker(piece.of, other),
				actor: isRightActor(piece.of, other),
			},
		];
	});
	return {
		gold,
		met,
		missed: gold.filter((_, i) => !exact.has(i)),
		taken,
		kept: paired.size + taken.length,
		unnamed: new Set([...exact, ...loose].flatMap(([i, j]) => (namesOf(gold[i]!.of).length === 0 ? [j] : [])))
			.size,
		nobodyTaken: nobody.filter((one) =>
			found.some((piece) => overlap(one, piece) > 0.5 * (one.end - one.start)),
		).length,
	};
}

export interface MarkedScore {
	readonly measures: Readonly<Record<string, Share>>;
	readonly counts: {
		readonly marked: number;
		readonly found: number;
		readonly named: number;
		readonly nobody: number;
	};
	readonly misses: readonly Miss[];
}

export function scoreMarked(
	rows: readonly QuotationsRow[],
	found: readonly (readonly FoundQuotation[])[],
	rules: RuleBook,
): MarkedScore {
	let [words, said, resolved] = [NOTHING, NOTHING, NOTHING];
	const met: Met[] = [];
	const misses: Miss[] = [];
	let [nobody, taken] = [0, 0];
	rows.forEach((row, at) => {
		const { id } = row;
		const compared = compareRow(row, found[at] ?? []);
		const { gold, kept } = compared;
		met.push(...compared.met);
		const exact = compared.met.filter((one) => one.exact);
		words = plus(words, { right: exact.length, found: kept, gold: gold.length });
		const right = exact.filter(({ speaker }) => speaker).length;
		said = plus(said, { right, found: kept, gold: gold.length });
		const named = gold.filter(({ of }) => namesOf(of).length > 0).length;
		// Only where somebody has written down who is meant can the actors of an article be judged.
		if (named > 0)
			resolved = plus(resolved, {
				right: exact.filter(({ actor }) => actor).length,
				found: kept - compared.unnamed,
				gold: named,
			});
		nobody += row.nobody?.length ?? 0;
		taken += compared.nobodyTaken;
		const miss = (what: Miss['what'], span: Span, wanted: string, got: string) =>
			misses.push({ what, id, span, wanted, got });
		for (const piece of compared.missed) miss('missed', piece, wantedSpeaker(piece.of), '');
		for (const piece of compared.taken) {
			rules.spurious(piece.of);
			miss('taken', piece, 'nobody', gotSpeaker(piece.of));
		}
		for (const { gold: piece, found: other, speaker, actor } of compared.met) {
			if (piece.of.speaker) rules.judge(other, speaker);
			if (piece.of.speaker && !speaker) miss('speaker', piece, wantedSpeaker(piece.of), gotSpeaker(other));
			const names = namesOf(piece.of);
			if (names.length > 0 && !actor)
				miss('actor', piece, names.join(' or '), other.actor ?? gotSpeaker(other));
		}
	});
	const spoken = met.filter(({ gold }) => gold.of.speaker);
	const named = met.filter(({ gold }) => namesOf(gold.of).length > 0);
	const count = <T>(items: readonly T[], holds: (item: T) => boolean) =>
		share(items.filter(holds).length, items.length);
	return {
		measures: {
			...prefixed('quotations.span', figuresOf(words)),
			'quotations.speaker': count(spoken, ({ speaker }) => speaker),
			...prefixed('quotations.spanAndSpeaker', figuresOf(said)),
			'quotations.actor': count(named, ({ actor }) => actor),
			...prefixed('quotations.spanAndActor', figuresOf(resolved)),
			'quotations.nobodyLeft': share(nobody - taken, nobody),
			'quotations.wholeOrPart': count(met, ({ gold, found }) => gold.of.kind === found.kind),
		},
		counts: { marked: words.gold, found: words.found, named: resolved.gold, nobody },
		misses,
	};
}

const prefixed = (name: string, { precision, recall, f1 }: ReturnType<typeof figuresOf>) => ({
	[`${name}.precision`]: precision,
	[`${name}.recall`]: recall,
	[`${name}.f1`]: f1,
});
