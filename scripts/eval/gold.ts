/**
 * Gold as anyone can bring it: a folder with any of four files, one JSON object a line. docs/quality.md tells the
 * format to those who write it; offsets are UTF-16 code units, as everywhere in the program.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind, QuotationKind, Span } from '../../source/types.ts';

export interface GoldSpeaker extends Span {
	readonly text: string;
	/** Who is meant, in full: a bare "she" does not do. Several names where readers may choose. */
	readonly name?: string | readonly string[];
}

export interface GoldQuotation {
	readonly kind: QuotationKind;
	readonly spans: readonly Span[];
	readonly speaker: GoldSpeaker | null;
	/** Neither missed when it is not found nor wrong when it is: beliefs, plans, the reporter's words around a part. */
	readonly optional?: boolean;
}

export interface QuotationsRow {
	readonly id: string;
	readonly text: string;
	readonly quotations: readonly GoldQuotation[];
	/** Words in marks that nobody said. */
	readonly nobody?: readonly Span[];
	/** Stretches nobody has judged. */
	readonly ignore?: readonly Span[];
}

export interface NamesRow {
	readonly id: string;
	readonly text: string;
	readonly names: readonly (Span & { readonly kind: Kind })[];
}

export interface SentencesRow {
	readonly paragraph: readonly string[];
}

export interface ActorsRow {
	readonly a: string;
	readonly b: string;
	readonly kind: Kind;
	readonly expect: 'same' | 'different' | 'related';
	readonly context?: {
		readonly known?: readonly string[];
		readonly sameArticle?: boolean;
		readonly sameArticleNames?: readonly string[];
	};
}

export interface Gold {
	readonly quotations: readonly QuotationsRow[];
	readonly names: readonly NamesRow[];
	readonly sentences: readonly SentencesRow[];
	readonly actors: readonly ActorsRow[];
}

const KINDS: ReadonlySet<unknown> = new Set<Kind>(['person', 'organisation', 'place']);
const QUOTATION_KINDS: ReadonlySet<unknown> = new Set<QuotationKind>(['direct', 'mixed', 'indirect']);
const EXPECTED: ReadonlySet<unknown> = new Set(['same', 'different', 'related']);

/** Throws with file and line where the gold is not in the format. */
export function readGold(folder: string): Gold {
	const gold = {
		quotations: readRows(folder, 'quotations.jsonl', asQuotations),
		names: readRows(folder, 'names.jsonl', asNames),
		sentences: readRows(folder, 'sentences.jsonl', asSentences),
		actors: readRows(folder, 'actors.jsonl', asActors),
	};
	if (Object.values(gold).every((rows) => rows.length === 0))
		throw new Error(
			`${folder}: no quotations.jsonl, names.jsonl, sentences.jsonl or actors.jsonl with lines`,
		);
	return gold;
}

type Row = Readonly<Record<string, unknown>>;

function readRows<T>(folder: string, file: string, as: (row: Row) => T): T[] {
	const path = join(folder, file);
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.flatMap((line, at) => {
			if (line.trim() === '') return [];
			try {
				return [as(object(JSON.parse(line), 'a line'))];
			} catch (error) {
				throw new Error(`${path}:${at + 1}: ${error instanceof Error ? error.message : String(error)}`);
			}
		});
}

function asQuotations(row: Row): QuotationsRow {
	const { id, text } = article(row);
	const quotations = list(row.quotations, 'quotations').map((item): GoldQuotation => {
		const { kind, spans, speaker, optional } = object(item, 'a quotation');
		must(QUOTATION_KINDS.has(kind), 'kind is direct, mixed or indirect');
		must(Array.isArray(spans) && spans.length > 0, 'a quotation has spans');
		return {
			kind: kind as QuotationKind,
			spans: spansIn(text, spans, 'spans'),
			speaker: asSpeaker(text, speaker),
			...(optional === true && { optional: true }),
		};
	});
	const nobody = spansIn(text, row.nobody ?? [], 'nobody');
	return { id, text, quotations, nobody, ignore: spansIn(text, row.ignore ?? [], 'ignore') };
}

function asSpeaker(text: string, value: unknown): GoldSpeaker | null {
	if (value === null || value === undefined) return null;
	const speaker = object(value, 'speaker');
	const span = spanIn(text, speaker, 'speaker');
	const words = text.slice(span.start, span.end);
	must(
		speaker.text === undefined || speaker.text === words,
		`speaker.text "${speaker.text}" is "${words}" at its offsets: do they count UTF-16 units?`,
	);
	const { name } = speaker;
	if (name === undefined || name === null) return { ...span, text: words };
	must(
		[name].flat().every((one) => typeof one === 'string' && one !== ''),
		'name is a name or a list of them',
	);
	return { ...span, text: words, name: name as string | string[] };
}

function asNames(row: Row): NamesRow {
	const { id, text } = article(row);
	const names = list(row.names, 'names').map((item) => {
		const name = object(item, 'a name');
		must(KINDS.has(name.kind), 'kind is person, organisation or place');
		return { ...spanIn(text, name, 'a name'), kind: name.kind as Kind };
	});
	return { id, text, names };
}

function asSentences(row: Row): SentencesRow {
	const paragraph = list(row.paragraph, 'paragraph');
	must(
		paragraph.every((one) => typeof one === 'string'),
		'paragraph is a list of sentences',
	);
	return { paragraph: paragraph as string[] };
}

function asActors(row: Row): ActorsRow {
	const { a, b, kind, expect, context } = row;
	must(typeof a === 'string' && typeof b === 'string', 'a and b are names');
	must(KINDS.has(kind), 'kind is person, organisation or place');
	must(EXPECTED.has(expect), 'expect is same, different or related');
	const { known, sameArticle, sameArticleNames } = object(context ?? {}, 'context');
	for (const names of [known ?? [], sameArticleNames ?? []])
		must(Array.isArray(names) && names.every((name) => typeof name === 'string'), 'context lists names');
	return {
		a: a as string,
		b: b as string,
		kind: kind as Kind,
		expect: expect as ActorsRow['expect'],
		context: {
			...(known !== undefined && { known: known as string[] }),
			...(sameArticleNames !== undefined && { sameArticleNames: sameArticleNames as string[] }),
			...(sameArticle === true && { sameArticle: true }),
		},
	};
}

function must(holds: boolean, message: string): asserts holds {
	if (!holds) throw new Error(message);
}

function object(value: unknown, what: string): Row {
	must(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} is an object`);
	return value as Row;
}

function list(value: unknown, what: string): readonly unknown[] {
	must(Array.isArray(value), `${what} is a list`);
	return value;
}

function article(row: Row): { readonly id: string; readonly text: string } {
	const { id, text } = row;
	must(typeof id === 'string' && typeof text === 'string', 'an article has id and text');
	return { id: id as string, text: text as string };
}

function spanIn(text: string, value: unknown, what: string): Span {
	const { start, end } = object(value, what);
	must(
		Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(start) < Number(end),
		`${what} has start before end`,
	);
	must(Number(end) <= text.length, `${what} ends in the text`);
	return { start: Number(start), end: Number(end) };
}

const spansIn = (text: string, value: unknown, what: string) =>
	list(value, what).map((item) => spanIn(text, item, what));
