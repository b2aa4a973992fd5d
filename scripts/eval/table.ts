/** Scores as a person reads them. */
import type { Figures, Share } from './figures.ts';
import type { Gold } from './gold.ts';
import type { QuotationScore } from './quotations.ts';
import type { Scores } from './score.ts';

const figure = (value: Share | undefined) =>
	(value === null || value === undefined ? '-' : value.toFixed(1)).padStart(6);

const threeOf = ({ precision, recall, f1 }: Figures) =>
	`P ${figure(precision)}  R ${figure(recall)}  F1 ${figure(f1)}`;

export function tableOf({ quotations, names, sentences, actors }: Scores): string {
	const lines: string[] = [];
	if (quotations) lines.push(...quotationLines(quotations));
	if (names) {
		lines.push('', 'Names');
		for (const { kind, gold, found, exact, overlap } of names.rows) {
			const count = `gold ${String(gold).padStart(5)} found ${String(found).padStart(5)}`;
			lines.push(`  ${kind.padEnd(13)} ${count}  exact ${threeOf(exact)}   overlap ${threeOf(overlap)}`);
		}
	}
	if (sentences) {
		const of = (name: string) => sentences.measures[`sentences.${name}`] ?? null;
		const three = threeOf({ precision: of('precision'), recall: of('recall'), f1: of('f1') });
		lines.push('', `Sentence ends      ${three}   paragraphs all right ${figure(of('paragraphs'))}`);
	}
	if (actors) {
		const { right, falseMerges, missed, linksConfused } = actors.counts;
		const all = right + falseMerges + missed + linksConfused;
		lines.push(
			'',
			`Actor pairs        ${right} of ${all} right, ${falseMerges} false merges, ${missed} missed, ${linksConfused} links confused`,
		);
	}
	return lines.join('\n').trimStart();
}

function quotationLines({ measures, counts, rules }: QuotationScore): string[] {
	const three = (name: string) =>
		threeOf({
			precision: measures[`${name}.precision`] ?? null,
			recall: measures[`${name}.recall`] ?? null,
			f1: measures[`${name}.f1`] ?? null,
		});
	const one = (name: string) => figure(measures[name]);
	const left = measures['quotations.nobodyLeft'];
	const taken = left === null || left === undefined ? null : 100 - left;
	const lines = [
		`Words in marks: ${counts.marked} in ${counts.articles} articles, ${counts.found} found`,
		`  exact words        ${three('quotations.span')}`,
		`  and their speaker  ${three('quotations.spanAndSpeaker')}`,
		`  and the actor      ${three('quotations.spanAndActor')}   (${counts.named} with a name in the gold)`,
		`  speaker right ${one('quotations.speaker')}   actor right ${one('quotations.actor')}   whole or part ${one('quotations.wholeOrPart')}`,
		`  shown as sure: right ${one('quotations.sureRight')}   as unsure: right ${one('quotations.unsureRight')}`,
		`  nobody's words taken ${figure(taken)} of ${counts.nobody}`,
		`Reported without marks: ${counts.reported}, ${counts.reportedFound} found`,
		`  recall ${one('reported.recall')}   precision ${one('reported.precision')}   speaker right ${one('reported.speaker')}   (overlap > 0.3)`,
		`${'Rule'.padEnd(32)} ${'n'.padStart(6)} ${'right'.padStart(6)} ${'spurious'.padStart(9)}`,
	];
	for (const { rule, n, right, spurious, unsure } of rules)
		lines.push(
			`  ${rule.padEnd(30)} ${String(n).padStart(6)} ${figure(right)} ${String(spurious).padStart(9)}${unsure ? '  shown as unsure' : ''}`,
		);
	return lines;
}

const CONTEXT = 120;

/** Up to `most` misses of each sort, spread over the whole gold. */
export function missesOf({ quotations, names, sentences, actors }: Scores, gold: Gold, most: number): string {
	const texts = new Map([...gold.quotations, ...gold.names].map(({ id, text }) => [id, text]));
	const lines: string[] = [];
	const print = <T>(title: string, items: readonly T[], line: (item: T) => string) => {
		if (items.length === 0) return;
		lines.push('', `-- ${title}: ${items.length}`);
		const step = Math.max(1, items.length / most);
		for (let at = 0; at < items.length && lines.length < 1e5; at += step)
			lines.push(line(items[Math.floor(at)]!));
	};
	const around = (id: string, start: number, end: number) => {
		const text = texts.get(id) ?? '';
		const shown = `${text.slice(Math.max(0, start - CONTEXT), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + CONTEXT)}`;
		return `   ${id}:${start} ${shown.replace(/\s*\n\s*/g, ' ¶ ')}`;
	};
	for (const what of ['missed', 'taken', 'speaker', 'actor', 'reported missed', 'reported taken'] as const)
		print(what, quotations?.misses.filter((miss) => miss.what === what) ?? [], ({ id, span, wanted, got }) =>
			[around(id, span.start, span.end), `      want ${wanted}${got && `, got ${got}`}`].join('\n'),
		);
	for (const what of ['missed', 'taken'] as const)
		print(
			`names ${what}`,
			names?.misses.filter((miss) => miss.what === what) ?? [],
			({ id, span, kind }) => `${around(id, span.start, span.end)} (${kind})`,
		);
	print(
		'sentences',
		sentences?.misses ?? [],
		({ wanted, got }) => `   want ${wanted.join(' | ')}\n    got ${got.join(' | ')}`,
	);
	print(
		'actor pairs',
		actors?.misses ?? [],
		({ row: { a, b, expect }, got }) => `   ${a} | ${b}: want ${expect}, got ${got}`,
	);
	return lines.join('\n');
}
