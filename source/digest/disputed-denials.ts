/** What somebody denies and another report tells as so. */
import { ELSEWHERE_WORDS, SAYS_NO } from '../lexicon/figures.ts';
import { DENIALS, DENYING, NOT_SO, NOT_TOLD_AS_SO } from '../lexicon/opposites.ts';
import type { Span } from '../types.ts';
import { farApart, independent, sharedOf, type Told } from './claims.ts';
import type { Statement } from './statements.ts';
import type { Term } from './terms.ts';

/** What is denied, in content words. */
const DENIED = { fewest: 2, most: 8 };
/** Denials, and reports of one thing, that are compared. */
const COMPARED = 150;

/** Two sides of one matter, as they are shown. */
export interface Opposed {
	readonly pair: readonly [Side, Side];
	readonly alike: number;
}

export interface Side extends Span {
	readonly statement: Statement;
}

/** "The owner denied that the ferry was overloaded": reports that tell so all the same. */
export function deniedAmong(told: Told, statements: readonly Statement[]): Opposed[] {
	const denials = statements.flatMap((statement) => denialIn(told, statement) ?? []).slice(0, COMPARED);
	if (denials.length === 0) return [];
	const holding = new Map<string, Statement[]>();
	for (const statement of statements) {
		if (
			statement.terms.some(
				({ word }) => SAYS_NO.has(word) || NOT_TOLD_AS_SO.has(word) || ELSEWHERE_WORDS.has(word),
			)
		)
			continue;
		if (statement.terms.some(({ word }) => YEAR.test(word))) continue;
		for (const stem of statement.stems) {
			const known = holding.get(stem);
			if (known) known.push(statement);
			else holding.set(stem, [statement]);
		}
	}
	// Who denies it a second time tells nothing new: of all that deny one thing the pair most alike is shown.
	const best = new Map<string, Opposed>();
	for (const denial of denials) {
		const key = [...denial.needed].sort().join(' ');
		for (const statement of (holding.get(denial.needed[0]!) ?? []).slice(0, COMPARED)) {
			const found = deniedBy(told, denial, statement);
			if (found && found.alike > (best.get(key)?.alike ?? 0)) best.set(key, found);
		}
	}
	return [...best.values()];
}

/** The statement tells as so what is denied: its subject before what is said of it, and little between. */
function deniedBy(told: Told, denial: Denial, statement: Statement): Opposed | null {
	if (!independent(told, denial.statement, statement) || farApart(told, denial.statement, statement))
		return null;
	if (!denial.needed.every((stem) => statement.stems.includes(stem))) return null;
	const subject = statement.terms.findIndex(({ stem }) => stem === denial.subject);
	const act = statement.terms.findIndex(({ stem }, at) => at > subject && stem === denial.act);
	if (subject === -1 || act === -1) return null;
	const own = statement.terms.slice(subject).filter(({ stem }) => denial.needed.includes(stem));
	const [from, to] = [own[0]!, own.at(-1)!];
	if (to.end - from.start > denial.end - denial.said + WIDER) return null;
	const shared = sharedOf(denial.stems, statement.stems) / denial.stems.length;
	return {
		pair: [
			{ statement: denial.statement, start: denial.start, end: denial.end },
			{ statement, start: from.start, end: to.end },
		],
		alike: 1 + shared,
	};
}
/** Of another year than that of the report. */
const YEAR = /^(?:19|20)\d\d$/;
/** Characters by which the words told as so may lie further apart than where they are denied. */
const WIDER = 30;

interface Denial extends Side {
	/** Stems of what is denied, and where that begins. */
	readonly stems: readonly string[];
	readonly said: number;
	/** Those without which it is something else: of a subject with a name not what describes it. */
	readonly needed: readonly string[];
	/** The last word for who or what it is said of, and the first for what is said. */
	readonly subject: string;
	readonly act: string;
}

function denialIn({ articles }: Told, statement: Statement): Denial | null {
	const { terms } = statement;
	const at = terms.findIndex(({ word }) => DENIALS.has(word));
	if (at === -1 || terms.slice(0, at).some(({ word }) => DENYING.has(word))) return null;
	const { text } = articles[statement.article]!;
	const denied: Term[] = [];
	let before = terms[at]!;
	for (const term of terms.slice(at + 1, at + 1 + REACH)) {
		if (/[.,;:!?()“”"—–]/.test(text.slice(before.end, term.start))) break;
		denied.push(term);
		before = term;
	}
	const verb = denied.findIndex(({ word }) => NOT_SO.has(word));
	const content = denied.filter(({ stem, word }) => stem !== '' && !NOT_TOLD_AS_SO.has(word));
	const stems = [...new Set(content.map(({ stem }) => stem))];
	// Without a verb it is a charge or a rumour that is denied, and nobody tells what it is.
	if (verb < 1 || stems.length < DENIED.fewest || stems.length > DENIED.most) return null;
	// "That it had": who is meant stands elsewhere.
	if (!denied.slice(0, verb).some((term) => content.includes(term))) return null;
	const whose = denied.slice(0, verb).filter((term) => content.includes(term));
	const acts = content.filter((term) => !whose.includes(term));
	if (acts.length === 0) return null;
	const named = whose.filter(({ capital }) => capital);
	const needed = [...(named.length > 0 ? named.slice(-1) : whose), ...acts].map(({ stem }) => stem);
	return {
		statement,
		start: terms[at]!.start,
		end: before.end,
		stems,
		said: content[0]!.start,
		needed: [...new Set(needed)],
		subject: whose.at(-1)!.stem,
		act: acts[0]!.stem,
	};
}
const REACH = 20;
