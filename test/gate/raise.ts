/** `npm run floors`: writes floors.json anew from what is measured, never lower without a reason. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Floors, raised } from '../../scripts/eval/floors.ts';
import { measure } from './measures.ts';

const USAGE = 'usage: npm run floors [-- --lower NAME "reason"]...';

/** `gate` is the folder of floors.json. Returns the exit code. */
export function run([gate = '', ...args]: readonly string[]): number {
	const tell = (line: string) => process.stdout.write(`${line}\n`);
	try {
		const path = join(gate, 'floors.json');
		const before: Floors = JSON.parse(readFileSync(path, 'utf8'));
		const after = raised(before, measure(join(gate, '../cases')), reasonsIn(args));
		writeFileSync(path, `${JSON.stringify(after, null, 2)}\n`);
		for (const [name, floor] of Object.entries(after.floors)) {
			const was = before.floors[name];
			tell(`${name.padEnd(28)} ${floor}${was === undefined || was === floor ? '' : `  (was ${was})`}`);
		}
		return 0;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
}

function reasonsIn(args: readonly string[]): Map<string, string> {
	const reasons = new Map<string, string>();
	for (let at = 0; at < args.length; at += 3) {
		const [option, name, reason] = args.slice(at, at + 3);
		if (option !== '--lower' || !name || !reason?.trim()) throw new Error(USAGE);
		reasons.set(name, reason);
	}
	return reasons;
}
