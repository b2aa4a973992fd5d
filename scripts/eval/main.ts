/** `npm run eval -- FOLDER`: scores the program on the gold in a folder. docs/quality.md tells the format. */
import { readFileSync } from 'node:fs';
import { type Floors, underFloor } from './floors.ts';
import { readGold } from './gold.ts';
import { measuresOf, score } from './score.ts';
import { missesOf, tableOf } from './table.ts';

const USAGE = 'usage: npm run eval -- FOLDER [--json] [--misses N] [--floors FILE]';

interface Options {
	readonly folder: string;
	readonly json: boolean;
	readonly misses: number;
	readonly floors: string | null;
}

function optionsFrom(args: readonly string[]): Options {
	let options: Options = { folder: '', json: false, misses: 0, floors: null };
	for (let at = 0; at < args.length; at++) {
		const arg = args[at]!;
		const value = () => {
			const next = args[++at];
			if (next === undefined) throw new Error(`${arg} needs a value\n${USAGE}`);
			return next;
		};
		if (arg === '--json') options = { ...options, json: true };
		else if (arg === '--misses') options = { ...options, misses: Number.parseInt(value(), 10) || 0 };
		else if (arg === '--floors') options = { ...options, floors: value() };
		else if (arg.startsWith('-') || options.folder) throw new Error(`not known: ${arg}\n${USAGE}`);
		else options = { ...options, folder: arg };
	}
	if (!options.folder) throw new Error(USAGE);
	return options;
}

/** Exit code: 0, 1 when a measure lies under its floor, 2 when the call or the gold is wrong. */
export function run(args: readonly string[]): number {
	try {
		const options = optionsFrom(args);
		const floors: Floors | null = options.floors ? JSON.parse(readFileSync(options.floors, 'utf8')) : null;
		const gold = readGold(options.folder);
		const scores = score(gold);
		const measures = measuresOf(scores);
		if (options.json) {
			const { quotations, actors } = scores;
			const { counts = {}, rules = [] } = quotations ?? {};
			console.log(JSON.stringify({ measures, counts, rules, pairs: actors?.counts ?? {} }, null, 2));
		} else console.log(tableOf(scores));
		if (options.misses > 0) console.log(missesOf(scores, gold, options.misses));
		const under = floors ? underFloor(floors, measures) : [];
		for (const line of under) console.error(line);
		return under.length > 0 ? 1 : 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return 2;
	}
}
