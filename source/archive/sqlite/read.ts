/** The items of an edition on disk, read one at a time. */
import { bitsFor, count, put } from '../../search/bits.ts';
import type { Said } from '../../search/quotations.ts';
import type { Actor, Article, Id, Story } from '../../types.ts';
import type { ActorName } from '../archive.ts';
import type { Numbers } from '../columns.ts';
import type { Field, Items, Listed, ListKind, StoryHead } from '../items.ts';
import { numbersIn } from '../lists.ts';
import type { Shelf } from '../rows.ts';
import { unpacked } from './columns.ts';
import { bytesOf, type Database } from './driver.ts';
import { Damaged } from './schema.ts';

/** Items kept that were read last, of each kind: a screen shows some tens, and comes back to the same ones. */
const KEPT = 1000;

const DEARER = 4;

const TABLES: Readonly<Record<ListKind, string>> = {
	articles: 'article',
	quotations: 'quotation',
	stories: 'story',
	actors: 'actor',
};

const FIELDS: Readonly<Record<Field, readonly [list: ListKind, column: string]>> = {
	quotation: ['quotations', 'told'],
	article: ['articles', 'told'],
	headline: ['articles', 'headline'],
	story: ['stories', 'told'],
};

/** A shelf, and what no list shows. */
export interface WholeShelf extends Shelf {
	readonly rolesOf: (actor: number) => Actor['roles'];
}

/** The edition as it is now: to be called inside a transaction, so that it stays. Throws on a damaged file. */
export function readShelf(database: Database): WholeShelf {
	const bytes = new Map(
		database.all('select name, bytes from "column"').map(({ name, bytes }) => [String(name), bytesOf(bytes)]),
	);
	const { columns, rows } = unpacked((name) => {
		const found = bytes.get(name);
		if (!found) throw new Damaged(`column ${name}`);
		return found;
	});
	const roles = database.all.bind(database, 'select roles from actor where row = ?');
	return {
		columns,
		items: itemsOn(database, rows),
		rolesOf: (actor) => JSON.parse(String(roles(rows.actors[actor]!)[0]?.roles)) as Actor['roles'],
	};
}

export function factOf(database: Database, name: string): string | null {
	const value = database.get('select value from fact where name = ?', name)?.value;
	return value === undefined ? null : String(value);
}

export function keepFact(database: Database, name: string, value: string): void {
	database.run('insert or replace into fact (name, value) values (?, ?)', name, value);
}

function itemsOn(database: Database, rows: Readonly<Record<ListKind, Numbers>>): Items {
	const numbers = new Map<ListKind, Numbers>();
	/** Row → number. */
	const numbersOf = (list: ListKind): Numbers => {
		let known = numbers.get(list);
		if (!known) {
			const all = rows[list];
			known = new Uint32Array(all.reduce((most, row) => Math.max(most, row), 0) + 1);
			for (let number = 0; number < all.length; number++) known[all[number]!] = number;
			numbers.set(list, known);
		}
		return known;
	};
	const one = <Value>(list: ListKind, column: string) => {
		const statement = `select "${column}" as value from ${TABLES[list]} where row = ?`;
		return recalling((number) => {
			const value = database.get(statement, rows[list][number]!)?.value;
			if (value === undefined) throw new Damaged(`${list} ${number}`);
			return JSON.parse(String(value)) as Value;
		});
	};
	const listed = one<Listed>('articles', 'listed');
	const rest = one<Pick<Article, 'text' | 'paragraphs' | 'sentences' | 'mentions' | 'times' | 'removed'>>(
		'articles',
		'rest',
	);
	const said = one<Said>('quotations', 'said');
	const story = one<Story>('stories', 'story');
	const storyHead = one<StoryHead>('stories', 'head');
	const actor = one<ActorName>('actors', 'name');
	return {
		problems: JSON.parse(factOf(database, 'problems') ?? '[]'),
		numberOf(list, id) {
			const row = database.get(`select row from ${TABLES[list]} where id = ?`, id)?.row;
			return row === undefined ? null : numbersOf(list)[Number(row)]!;
		},
		idOf(list, number): Id {
			return String(database.get(`select id from ${TABLES[list]} where row = ?`, rows[list][number]!)?.id);
		},
		article: (number) => ({ ...listed(number).head, ...rest(number) }),
		listed,
		said,
		story,
		storyHead,
		actor,
		told(field) {
			const [list, column] = FIELDS[field];
			return database.all(`select ${column} as told from ${TABLES[list]}`).map(({ told }) => String(told));
		},
		having(field, value, among) {
			const [list, column] = FIELDS[field];
			const known = numbersOf(list);
			const bits = bitsFor(rows[list].length);
			const holds = `select row from ${TABLES[list]} where instr(${column}, ?) > 0`;
			const wanted = among && numbersIn(among, count(among));
			// Each row that is looked up by itself costs as much as some that stand one after the other.
			const few = wanted && wanted.length * DEARER < rows[list].length;
			const found = few
				? database.all(
						`${holds} and row in (select value from json_each(?))`,
						value,
						JSON.stringify(Array.from(wanted, (number) => rows[list][number]!)),
					)
				: database.all(holds, value);
			for (const { row } of found) put(bits, known[Number(row)]!);
			if (among) for (let word = 0; word < bits.length; word++) bits[word]! &= among[word]!;
			return bits;
		},
	};
}

/** Makes what is asked for, and keeps the last of it. */
function recalling<Value>(make: (number: number) => Value): (number: number) => Value {
	const kept = new Map<number, Value>();
	return (number) => {
		const known = kept.get(number);
		if (known !== undefined) return known;
		const value = make(number);
		kept.set(number, value);
		if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
		return value;
	};
}
