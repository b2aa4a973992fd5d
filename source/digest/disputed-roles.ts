/** What somebody is called: in office here and formerly there; of one age here and another there. */
import { OFFICES } from '../lexicon/roles.ts';
import type { Dispute, Id, Mention } from '../types.ts';
import { type Claim, claimAt, closest, disputeOf, orderOf, overlapOf, rivals, type Told } from './claims.ts';
import type { Statement } from './statements.ts';

interface PersonClaim extends Claim {
	readonly actor: Id;
	readonly name: string;
	/** What must differ. */
	readonly told: number;
	/** What must be the same: the office. */
	readonly of: string;
}

type Rule = (
	before: string,
	after: string,
) => { readonly of: string; readonly told: number; readonly back: number; readonly ahead: number } | null;

/** Characters beside a name that are looked at. */
const BESIDE = 160;
const OFFICE = new RegExp(
	`(?:^|[\\s(“"])((?:[Ff]ormer|[Ee]x)[ -])?((?:\\p{Lu}[\\p{L}.'’-]*\\s){0,3}(?:${OFFICES}))\\s$`,
	'u',
);
/** "Former governor and ambassador": what stands before may hold for all that follows. */
const FORMERLY =
	/\b(?:former|formerly|ex|then|late|ousted|deposed|incoming|acting|next|future|elect|one-time)\b/i;

export function disputedRoles(told: Told, statements: readonly Statement[]): Dispute[] {
	return disputed(told, statements, 'the office', 1, ALIKE, (before) => {
		const found = OFFICE.exec(before);
		if (!found) return null;
		const [, former = '', office] = found as unknown as [string, string | undefined, string];
		if (former === '' && FORMERLY.test(before)) return null;
		return {
			of: office.toLowerCase().split(/\s+/).at(-1)!,
			told: former === '' ? 0 : 1,
			back: former.length + office.length + 1,
			ahead: 0,
		};
	});
}

/** Where an age stands behind a name, and before one; the first group is the age. */
const AGE_BEHIND: readonly RegExp[] = [
	/^,\s(?:aged\s|age\s)?(\d{1,3})(?=[,.])/,
	/^\s\((\d{1,3})\)/,
	/^,\s(?:an?|the)\s(\d{1,3})-year-old\b/,
	/^,?\s(?:who is|is|was|aged)\s(\d{1,3})(?=[,.]| years old\b)/,
	/^[^;:“”"]{0,90}?\b(?:died|dies|die|dead|passed away)\b[^;:.“”"]{0,60}?\b(?:at|aged|age)\s(?:the age of\s|age\s)?(\d{1,3})(?=[,.]|\s(?:after|in|on|from|following|of|at)\b|$)/,
];
const AGE_BEFORE = /\b(\d{1,3})-year-old\s(?:(?!of\b|to\b|son\b|and\b)\p{Ll}+\s){0,2}(?:\p{Ll}+,\s)?$/u;

const YEAR = /\b(?:19|20)\d\d\b/;

export function disputedAges(told: Told, statements: readonly Statement[]): Dispute[] {
	return disputed(told, statements, 'the age', 1, 0, (before, after) => {
		// "Said Holm, 92, in 2006".
		if (YEAR.test(before) || YEAR.test(after)) return null;
		for (const shape of AGE_BEHIND) {
			const behind = shape.exec(after);
			if (behind) return { of: '', told: Number(behind[1]), back: 0, ahead: behind[0].length };
		}
		const ahead = AGE_BEFORE.exec(before);
		return ahead && { of: '', told: Number(ahead[1]), back: ahead[0].length, ahead: 0 };
	});
}

/** "President Barr" said of years ago is no mistake: the two must tell the same, or nearly. */
const ALIKE = 0.5;

function disputed(
	told: Told,
	statements: readonly Statement[],
	what: string,
	apart: number,
	alike: number,
	rule: Rule,
): Dispute[] {
	const claims = new Map<string, PersonClaim[]>();
	for (const claim of statements.flatMap((statement) => claimsIn(told, statement, rule))) {
		const key = `${claim.actor} ${claim.of}`;
		const known = claims.get(key);
		if (known) known.push(claim);
		else claims.set(key, [claim]);
	}
	return [...claims.values()].flatMap((all) => {
		// An article that says both says nothing.
		const toldIn = new Map<number, Set<number>>();
		for (const { statement, told: value } of all)
			toldIn.set(statement.article, (toldIn.get(statement.article) ?? new Set()).add(value));
		const list = all.filter(({ statement }) => toldIn.get(statement.article)!.size === 1);
		const found = closest(list, (a, b) =>
			Math.abs(a.told - b.told) >= apart &&
			// Of ages a year apart both can be true when a birthday lies between the reports.
			// Of one family name borne by several the age tells who is meant.
			(what !== 'the age' || a.name === b.name || Math.abs(a.told - b.told) <= FAMILY) &&
			(what !== 'the age' || Math.abs(a.told - b.told) > 1 || sameDay(told, a, b)) &&
			rivals(told, a.statement, b.statement) &&
			overlapOf(a.statement.stems, b.statement.stems) >= alike
				? { common: 1, kind: 'disagree' }
				: null,
		);
		return found ? [disputeOf(`${what} of ${nameOf(found.pair)}`, 'disagree', found.pair)] : [];
	});
}

const FAMILY = 4;

const sameDay = (told: Told, a: PersonClaim, b: PersonClaim) =>
	orderOf(told, a.statement, b.statement) === 'same day';

const nameOf = (pair: readonly PersonClaim[]) =>
	pair.map(({ name }) => name).reduce((best, name) => (name.length > best.length ? name : best));

function claimsIn(told: Told, statement: Statement, rule: Rule): PersonClaim[] {
	const { text } = told.articles[statement.article]!;
	return statement.people.flatMap(({ start, end, actor }: Mention) => {
		if (actor === null) return [];
		const found = rule(
			text.slice(Math.max(statement.start, start - BESIDE), start),
			text.slice(end, Math.min(statement.end, end + BESIDE)),
		);
		if (!found) return [];
		const name = text.slice(start, end);
		return [
			claimAt(told, statement, start - found.back, end + found.ahead, {
				actor,
				name,
				told: found.told,
				of: found.of,
			}),
		];
	});
}
