/** How old the persons of an article are, as far as it prints it: "Maria Lopez, 47," · "47-year-old Maria Lopez". */
import type { Token } from './prose.ts';
import type { Clause } from './views.ts';

export interface Ages {
	/** The one person of that age; null where several are. */
	readonly bearers: ReadonlyMap<number, number | null>;
	/** Everybody whose age is told. */
	readonly aged: ReadonlySet<number>;
}

const YEARS = /^(\d{1,3})(?:-year-old)?$/;

export function agesOf(clauses: readonly Clause[], named: (token: Token | undefined) => number | null): Ages {
	const bearers = new Map<number, number | null>();
	const aged = new Set<number>();
	for (const { tokens } of clauses)
		tokens.forEach((token, at) => {
			const entity = token.person ? named(token) : null;
			const age = entity === null ? null : (ageBehind(tokens, at) ?? ageBefore(tokens, at));
			if (entity === null || age === null) return;
			aged.add(entity);
			bearers.set(age, bearers.has(age) && bearers.get(age) !== entity ? null : entity);
		});
	return { bearers, aged };
}

/** Maria Lopez, 47, · Maria Lopez (47) · Maria Lopez, a 47-year-old nurse */
function ageBehind(tokens: readonly Token[], name: number): number | null {
	const mark = tokens[name + 1]?.lower;
	if (mark !== ',' && mark !== '(') return null;
	const at = /^(?:a|an|the)$/.test(tokens[name + 2]?.lower ?? '') ? name + 3 : name + 2;
	const years = YEARS.exec(tokens[at]?.lower ?? '');
	if (!years) return null;
	const alone = at === name + 2 && (tokens[at + 1] === undefined || tokens[at + 1]!.type === 'mark');
	return alone || tokens[at]!.lower.endsWith('old') ? Number(years[1]) : null;
}

/** 47-year-old (former nurse) Maria Lopez */
function ageBefore(tokens: readonly Token[], name: number): number | null {
	for (let i = name - 1; i >= 0 && name - i < 5 && tokens[i]!.type === 'word'; i--)
		if (tokens[i]!.lower.endsWith('-year-old')) return Number.parseInt(tokens[i]!.lower, 10) || null;
	return null;
}
