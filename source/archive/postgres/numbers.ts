/** Texts that many rows have, each kept once: outlets, and what a speaker is called. Rows have their numbers. */
import { type Connection, copyLine } from './driver.ts';
import { kept } from './texts.ts';

/** What the texts of some rows are called by in their table; those that are new are put there. */
export async function numbersOf(
	connection: Connection,
	table: 'source' | 'speaker',
	texts: readonly string[],
	rows: readonly number[],
	placeOf: (row: number) => number,
): Promise<(row: number) => number> {
	/** By their places among the texts. */
	const numbers = new Map<number, number>();
	const numberOf = (row: number) => numbers.get(placeOf(row))!;
	if (rows.length === 0) return numberOf;
	const told = new Map(Array.from(new Set(rows.map(placeOf)), (place) => [kept(texts[place]!), place]));
	const known = await connection.query(
		`select number, told from ${table} where md5(told) = any(array(select md5(t) from unnest($1::text[]) as t))`,
		[[...told.keys()]],
	);
	for (const { number, told: text } of known) {
		numbers.set(told.get(text)!, number);
		told.delete(text);
	}
	const [{ last }] = await connection.query(`select coalesce(max(number), 0) as last from ${table}`);
	const lines: string[] = [];
	for (const [text, place] of told) {
		const number = Number(last) + lines.length + 1;
		numbers.set(place, number);
		lines.push(copyLine([number, text]));
	}
	await connection.copy(`${table} (number, told)`, lines);
	return numberOf;
}
