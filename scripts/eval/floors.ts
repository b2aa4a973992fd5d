/** Floors: what each measure must not fall under. They rise by a command; they fall only by name and with a reason. */

export interface Floors {
	readonly floors: Readonly<Record<string, number>>;
	/** Every floor that was ever taken down, and why. */
	readonly lowered?: readonly Lowered[];
}

export interface Lowered {
	readonly name: string;
	readonly from: number;
	readonly to: number | null;
	readonly reason: string;
}

export type Measures = Readonly<Record<string, number | null>>;

/** Down to a tenth, so that a floor is never above what was measured. */
const tenth = (value: number) => Math.floor(value * 10 + 1e-6) / 10;

/** A line for each measure that lies under its floor or is no longer measured. */
export function underFloor({ floors }: Floors, measures: Measures): string[] {
	return Object.entries(floors).flatMap(([name, floor]) => {
		const value = measures[name];
		if (value === undefined || value === null) return [`${name}: not measured, its floor is ${floor}`];
		return tenth(value) < floor ? [`${name}: ${tenth(value)} is under its floor of ${floor}`] : [];
	});
}

/**
 * The floors raised to what is measured now. Throws where a measure lies under its floor, unless it is to be lowered
 * with a reason. A name in `lower` that is not under its floor is an error too: reasons are for what happened.
 */
export function raised(
	before: Floors,
	measures: Measures,
	lower: ReadonlyMap<string, string> = new Map(),
): Floors {
	const lowered: Lowered[] = [...(before.lowered ?? [])];
	const floors: Record<string, number> = {};
	const refused: string[] = [];
	const left = new Set(lower.keys());
	for (const name of [...new Set([...Object.keys(before.floors), ...Object.keys(measures)])].sort()) {
		const floor = before.floors[name];
		const measured = measures[name];
		const value = measured === undefined || measured === null ? null : tenth(measured);
		if (floor === undefined || (value !== null && value >= floor)) {
			if (value !== null) floors[name] = value;
			continue;
		}
		const reason = lower.get(name)?.trim();
		if (!reason) {
			refused.push(`${name}: ${value ?? 'not measured'}, its floor is ${floor}`);
			continue;
		}
		left.delete(name);
		lowered.push({ name, from: floor, to: value, reason });
		if (value !== null) floors[name] = value;
	}
	refused.push(...[...left].map((name) => `${name}: there is nothing to lower`));
	if (refused.length > 0) throw new Error(refused.join('\n'));
	return { floors, ...(lowered.length > 0 && { lowered }) };
}
