/** Names joined because the reader says that they are one, after the rules have joined what they could. */
import type { Kind, Problem, JoinReason as Reason } from '../../types.ts';
import type { Correction, Told } from '../corrections.ts';
import { parsePerson } from './person-name.ts';
import { isBare } from './same-person.ts';

/** A name of one article, and how it came to its actor. */
export interface Member {
	readonly at: number;
	readonly index: number;
	readonly printed: string;
	readonly reason: Reason;
	/** Of the reader's corrections, the line that decided it. */
	readonly line: number | null;
	/** May be somebody else. */
	readonly doubtful: boolean;
}

export interface Group {
	readonly kind: Kind;
	readonly members: readonly Member[];
}

/** What became of a correction that says of names which are met here that they are one. */
export interface Followed {
	readonly correction: Correction;
	readonly how: 'joined' | 'already one' | 'kept apart';
	/** The last line that joined anybody with them before, or the one that keeps them apart. */
	readonly by: number | null;
}

interface Held {
	readonly groups: readonly Group[];
	readonly followed: readonly Followed[];
	readonly problems: readonly Problem[];
}

/**
 * Full names bring along all that the rules have joined with them; a last name alone, or one article's, comes by
 * itself. What an earlier correction joins and a later one keeps apart stays apart, and is told as a problem.
 */
export function joinedAsTold(groups: readonly Group[], told: Told, file: string): Held {
	const problems: Problem[] = [];
	const followed: Followed[] = [];
	let held = groups;
	for (const correction of told.same) {
		const taken = (['a', 'b'] as const).map((side) => takenBy(held, correction, side, told));
		if (taken.some((groups) => groups.length === 0)) continue;
		const together = [...new Set(taken.flat())];
		const against = keptApart(together, told);
		if (against) {
			problems.push(refusal(correction, against, file));
			followed.push({ correction, how: 'kept apart', by: against.line });
			continue;
		}
		const one = held.find(({ members }) => together.every((member) => members.includes(member)));
		const by = one ? lastLineIn(one) : null;
		followed.push({ correction, how: one ? 'already one' : 'joined', by });
		held = joined(held, together, taken[0]!, correction.line);
	}
	return { groups: held, followed, problems };
}

/** Why a correction cannot be followed. */
export function refusal({ a, b, line }: Correction, against: Correction, file: string): Problem {
	const message = `“${a.printed}” and “${b.printed}” are not joined: line ${against.line} keeps “${against.a.printed}” and “${against.b.printed}” apart`;
	return { file, line, stage: 'corrections', message };
}

function lastLineIn({ members }: Group): number | null {
	return members.reduce<number | null>(
		(last, { line }) => (line === null ? last : Math.max(last ?? 0, line)),
		null,
	);
}

/** The members that a side of a correction moves. */
function takenBy(
	groups: readonly Group[],
	correction: Correction,
	side: 'a' | 'b',
	{ means }: Told,
): Member[] {
	const { article } = correction[side];
	return groups.flatMap(({ kind, members }) => {
		const meant = members.filter((member) => means(correction, side, member));
		// What another line has put together stays together.
		const told = members.some(({ line }) => line !== null);
		const bare = kind === 'person' && isBare(parsePerson(correction[side].printed));
		const alone = article !== null || (bare && !told);
		return meant.length === 0 ? [] : alone ? meant : [...members];
	});
}

function keptApart(members: readonly Member[], { different, means }: Told): Correction | null {
	const some = (correction: Correction, side: 'a' | 'b') =>
		members.some((member) => means(correction, side, member));
	return different.find((correction) => some(correction, 'a') && some(correction, 'b')) ?? null;
}

/** The kind is that of the name told first. */
function joined(
	groups: readonly Group[],
	together: readonly Member[],
	first: readonly Member[],
	line: number,
) {
	const moved = new Set(together);
	const kind = groups.find(({ members }) => members.includes(first[0]!))!.kind;
	const stays = new Set(first);
	return [
		...groups.flatMap((group) => {
			if (!group.members.some((member) => moved.has(member))) return [group];
			const members = group.members.filter((member) => !moved.has(member));
			return members.length === 0 ? [] : [{ ...group, members }];
		}),
		{
			kind,
			members: together.map((member) =>
				stays.has(member) ? member : { ...member, reason: 'corrected' as const, line, doubtful: false },
			),
		},
	];
}
