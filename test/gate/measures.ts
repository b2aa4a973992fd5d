/** What the gate measures, on the project's own marked lines: the floors stand in floors.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf, NOTHING, plus, share, type Tally, tallyOf } from '../../scripts/eval/figures.ts';
import type { Measures } from '../../scripts/eval/floors.ts';
import { scoreSentences } from '../../scripts/eval/sentences.ts';
import type { Kind } from '../../source/types.ts';
import { actorBlocks, bareActors, markActors, readActors } from '../marked-actors.ts';
import { bareNames, markNames } from '../marked-names.ts';
import { personBlocks, personsOf } from '../marked-persons.ts';
import { bare, findIn, mark } from '../marked-quotations.ts';
import { linesOf, type Marked, readMarked, readNames } from './marked-lines.ts';

/** Lines that must all be right, and lines that show what is still wrong. */
export const QUOTATION_FILES = ['quotations.txt', 'turns.txt', 'quotations-open.txt'] as const;

/** `cases` is the folder of the marked lines. */
export function measure(cases: string): Measures {
	const lines = (file: string) => linesOf(join(cases, file));
	return {
		...quotationMeasures(QUOTATION_FILES.flatMap(lines)),
		'quotations.otherMarks': otherMarks(lines('quotations.txt')),
		...nameMeasures(lines('names.txt')),
		...personMeasures(readFileSync(join(cases, 'persons.txt'), 'utf8')),
		...actorMeasures(readFileSync(join(cases, 'actors.txt'), 'utf8')),
		...sentenceMeasures(lines('sentences.txt')),
	};
}

function quotationMeasures(lines: readonly string[]): Measures {
	const parts: Record<keyof Marked, Tally> = {
		words: NOTHING,
		reported: NOTHING,
		speakers: NOTHING,
		cues: NOTHING,
	};
	let right = 0;
	for (const line of lines) {
		const got = mark(bare(line));
		if (got === line) right++;
		const [found, gold] = [readMarked(got), readMarked(line)];
		for (const part of Object.keys(parts) as (keyof Marked)[])
			parts[part] = plus(parts[part], tallyOf(found[part], gold[part]));
	}
	return {
		'quotations.lines': share(right, lines.length),
		...Object.fromEntries(
			Object.entries(parts).map(([part, tally]) => [`quotations.${part}.f1`, figuresOf(tally).f1]),
		),
	};
}

/** Opening and closing marks of other newsrooms, as wide as “ and ” so that places do not move. */
const OTHER_MARKS = ['""', '‘’', '«»', '„“'] as const;

/** The same words in other marks: how often the same is found. */
function otherMarks(lines: readonly string[]): number | null {
	let [right, all] = [0, 0];
	for (const line of lines) {
		const text = bare(line);
		// A mark that stands for another thing already would become another sentence.
		if (!/“.*”/.test(text) || /["‘«»„‹›]|’(?!\p{L})/u.test(text)) continue;
		const found = JSON.stringify(findIn(text).found);
		for (const [open, close] of OTHER_MARKS) {
			const restyled = text.replaceAll('“', open!).replaceAll('”', close!);
			all++;
			if (JSON.stringify(findIn(restyled).found) === found) right++;
		}
	}
	return share(right, all);
}

function nameMeasures(lines: readonly string[]): Measures {
	const kinds: Record<Kind, Tally> = { person: NOTHING, place: NOTHING, organisation: NOTHING };
	for (const line of lines) {
		const [found, gold] = [readNames(markNames(bareNames(line))), readNames(line)];
		for (const kind of Object.keys(kinds) as Kind[])
			kinds[kind] = plus(kinds[kind], tallyOf(found[kind], gold[kind]));
	}
	return Object.fromEntries(
		Object.entries(kinds).map(([kind, tally]) => [`names.${kind}.f1`, figuresOf(tally).f1]),
	);
}

/** The persons of one article, each whole: name, gender, titles, and the mentions that are theirs. */
function personMeasures(file: string): Measures {
	let tally = NOTHING;
	for (const { text, persons } of personBlocks(file)) tally = plus(tally, tallyOf(personsOf(text), persons));
	return { 'persons.f1': figuresOf(tally).f1 };
}

/** Of the pairs of names in a block: how many that mean one person are joined, and how many that mean two kept apart. */
function actorMeasures(file: string): Measures {
	const counts = { one: 0, joined: 0, two: 0, apart: 0, names: 0, sure: 0 };
	for (const block of actorBlocks(file)) {
		const gold = readActors(block);
		const found = new Map(readActors(markActors(bareActors(block))).map((name) => [name.at, name]));
		gold.forEach((name, index) => {
			counts.names++;
			if (found.get(name.at)?.unsure === name.unsure) counts.sure++;
			for (const other of gold.slice(index + 1)) {
				const [a, b] = [found.get(name.at)?.actor, found.get(other.at)?.actor];
				const joined = a !== undefined && a !== '' && a === b;
				if (name.actor !== '' && name.actor === other.actor) {
					counts.one++;
					if (joined) counts.joined++;
				} else {
					counts.two++;
					if (!joined) counts.apart++;
				}
			}
		});
	}
	return {
		'actors.joined': share(counts.joined, counts.one),
		'actors.keptApart': share(counts.apart, counts.two),
		'actors.sureness': share(counts.sure, counts.names),
	};
}

function sentenceMeasures(lines: readonly string[]): Measures {
	// Where sentences touch ("|" without spaces) a joined paragraph cannot be told from its gold: the test has those.
	const rows = lines
		.filter((line) => !/\S\||\|\S/.test(line))
		.map((line) => ({ paragraph: line.split(' | ') }));
	return { 'sentences.f1': scoreSentences(rows).measures['sentences.f1'] ?? null };
}
