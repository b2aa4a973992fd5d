/** Columns as bytes, and back. Numbers are little-endian, as on every machine that runs this. */
import type { Columns, Links, Numbers } from '../columns.ts';
import type { ListKind } from '../items.ts';

/** Items by their numbers → their rows in the tables. */
export type Rows = Readonly<Record<ListKind, Numbers>>;

export function* packed(columns: Columns, rows: Rows): Iterable<readonly [name: string, bytes: Uint8Array]> {
	for (const [name, column] of Object.entries(columns) as [string, Columns[keyof Columns]][]) {
		if (column instanceof Uint32Array) yield [name, bytesOf(column)];
		else if ('first' in column) {
			yield [`${name}.first`, bytesOf(column.first)];
			yield [`${name}.to`, bytesOf(column.to)];
		} else yield [name, new TextEncoder().encode(JSON.stringify(column))];
	}
	for (const [list, numbers] of Object.entries(rows)) yield [`rows.${list}`, bytesOf(numbers)];
}

/** Throws where one is missing. */
export function unpacked(bytesNamed: (name: string) => Uint8Array): {
	readonly columns: Columns;
	readonly rows: Rows;
} {
	const numbers = (name: string) => numbersOf(bytesNamed(name));
	const links = (name: string): Links => ({ first: numbers(`${name}.first`), to: numbers(`${name}.to`) });
	const told = <Value>(name: string) => JSON.parse(new TextDecoder().decode(bytesNamed(name))) as Value;
	return {
		columns: {
			days: told('days'),
			sources: told('sources'),
			speakers: told('speakers'),
			articleIds: told('articleIds'),
			articleDay: numbers('articleDay'),
			articleSource: numbers('articleSource'),
			quotationArticle: numbers('quotationArticle'),
			quotationActor: numbers('quotationActor'),
			quotationDay: numbers('quotationDay'),
			quotationSpeaker: numbers('quotationSpeaker'),
			articleQuotations: links('articleQuotations'),
			quotationVariants: links('quotationVariants'),
			storyDays: links('storyDays'),
			storyArticles: links('storyArticles'),
			storyTexts: links('storyTexts'),
			storyQuotations: links('storyQuotations'),
			storyActors: links('storyActors'),
			storyVoices: links('storyVoices'),
			actorArticles: links('actorArticles'),
		},
		rows: {
			articles: numbers('rows.articles'),
			quotations: numbers('rows.quotations'),
			stories: numbers('rows.stories'),
			actors: numbers('rows.actors'),
		},
	};
}

export function numbersOf(bytes: Uint8Array): Numbers {
	// Copied where it does not stand at a multiple of four.
	const { buffer, byteOffset, byteLength } = byteStart(bytes) ? bytes : bytes.slice();
	return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

function byteStart({ byteOffset, byteLength }: Uint8Array): boolean {
	return byteOffset % 4 === 0 && byteLength % 4 === 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
