/** What `quotidian corrections` prints: each line of the reader's file and what it did in the articles read. Pure. */
import { type Called, keyOfPrinted } from '../digest/corrections.ts';
import type { Explained } from '../digest/digest.ts';
import type { LineOutcome, Outcome, Side } from '../digest/outcomes.ts';
import { hang } from '../output/plain.ts';
import { type Safe, safeLine } from '../safe.ts';
import { actorsNamed } from '../search/actors.ts';
import { articlesNamed } from '../search/articles.ts';
import type { Actor } from '../types.ts';
import { countWords } from '../wording.ts';

export interface CorrectionsPage {
	readonly text: string;
	/** 1 where a line makes no sense, and where there is none. */
	readonly code: 0 | 1;
}

/** What a line came to, for people and for scripts. */
interface LineReport {
	readonly line: number;
	readonly text: string;
	readonly understood: boolean;
	readonly effect: boolean;
	readonly says: readonly Safe[];
}

const EXAMPLES = ['same: Cassius Clay | Muhammad Ali', 'not the same story: flood.txt | flood-2.txt'];

export function correctionsPage(
	file: string,
	outcomes: readonly LineOutcome[],
	news: Pick<Explained, 'data' | 'joins'>,
	isJson: boolean,
	columns: number,
): CorrectionsPage {
	const lines = outcomes.map((outcome) => reportOf(outcome, news));
	const code = lines.length > 0 && lines.every(({ understood }) => understood) ? 0 : 1;
	if (isJson)
		return {
			text: `${JSON.stringify({ file, articles: news.data.articles.length, lines }, null, 2)}\n`,
			code,
		};
	return { text: lines.length === 0 ? noCorrections(file) : page(file, lines, news, columns), code };
}

function noCorrections(file: string): string {
	return [
		'No corrections. Where the program takes two people for one, or one event for two, write it into',
		`  ${safeLine(file)}`,
		'one decision a line:',
		...EXAMPLES.map((example) => `  ${example}`),
		'',
	].join('\n');
}

function page(
	file: string,
	lines: readonly LineReport[],
	{ data }: Pick<Explained, 'data'>,
	columns: number,
): string {
	const width = Math.max(40, Math.min(columns, 120));
	const digits = String(lines.at(-1)!.line).length;
	const indent = ' '.repeat(digits + 4);
	const count = (holds: (line: LineReport) => boolean) => lines.filter(holds).length;
	const counts: readonly (readonly [number, string])[] = [
		[count(({ effect }) => effect), 'with effect'],
		[count(({ effect, understood }) => !effect && understood), 'without effect'],
		[count(({ understood }) => !understood), 'not understood'],
	];
	return `${[
		...hang(`${file}, in ${countWords(data.articles.length, 'article')}:`, '', '', width),
		...lines.flatMap(({ line, text, says }) => [
			'',
			...hang(text, `  ${String(line).padStart(digits)}  `, `${indent}  `, width),
			...says.flatMap((words) => hang(words, indent, `${indent}  `, width)),
		]),
		'',
		`${countWords(lines.length, 'correction')}: ${counts
			.filter(([number]) => number > 0)
			.map(([number, words]) => `${number} ${words}`)
			.join(', ')}`,
	].join('\n')}\n`;
}

const EFFECTS = new Set<Outcome['kind']>(['joined', 'parted', 'put together', 'put apart']);

function reportOf(
	{ line, text, fault, outcomes }: LineOutcome,
	news: Pick<Explained, 'data' | 'joins'>,
): LineReport {
	const says =
		fault === null
			? outcomes.map((outcome) => {
					const words = outcomeWords(outcome, news);
					return EFFECTS.has(outcome.kind) ? words : `no effect: ${words}`;
				})
			: [fault.startsWith('not understood') ? fault : `not understood: ${fault}`];
	return {
		line,
		text,
		understood: fault === null,
		effect: outcomes.some(({ kind }) => EFFECTS.has(kind)),
		says: says.map(safeLine),
	};
}

function outcomeWords(outcome: Outcome, news: Pick<Explained, 'data' | 'joins'>): string {
	switch (outcome.kind) {
		case 'nobody':
			return nobodyWords(outcome.called, news);
		case 'no article':
			return `no article is called ${quoted(outcome.called)}${didYouMean(
				articlesNamed(news.data.articles, outcome.called).map(({ file }) => file),
			)}`;
		case 'many articles':
			return `${countWords(outcome.count, 'article')} are called ${quoted(outcome.called)}; write the path or the id of one`;
		case 'one article':
			return `${quoted(outcome.a)} and ${quoted(outcome.b)} are one article`;
		case 'taken back':
			return `taken back by line ${outcome.by}`;
		case 'said again':
			return `line ${outcome.by} says the same`;
		case 'joined':
			return `joined ${sideWords(outcome.a)} and ${sideWords(outcome.b)}`;
		case 'parted':
			return `kept apart ${sideWords(outcome.a)} and ${sideWords(outcome.b)}`;
		case 'put together':
			return `put ${quoted(outcome.a)} and ${quoted(outcome.b)} into one story`;
		case 'put apart':
			return `put ${quoted(outcome.a)} and ${quoted(outcome.b)} into two stories`;
		default:
			return stillWords(outcome);
	}
}

type Still = Extract<Outcome, { kind: 'already one' | 'already two' | 'kept apart' }>;

function stillWords({ kind, about, a, b, by }: Still): string {
	const both = `${quoted(a)} and ${quoted(b)}`;
	const names = about === 'names';
	if (kind === 'kept apart')
		return names
			? `${both} cannot be joined, because line ${by} keeps names that are theirs apart`
			: `${both} cannot be put together, because line ${by} keeps their stories apart`;
	if (kind === 'already two')
		return names ? `${both} are not taken for one anyway` : `${both} stand in two stories anyway`;
	const where = by === null ? 'anyway' : `already, by line ${by}`;
	return names ? `${both} are one ${where}` : `${both} stand in one story ${where}`;
}

function sideWords({ called, articles }: Side): string {
	return `${calledWords(called)} (${countWords(articles, 'article')})`;
}

function calledWords({ printed, article }: Called): string {
	return article === null ? quoted(printed) : `${quoted(printed)} in ${article}`;
}

/** Nobody bears a name: where it stands, what it is a part of, or what it is like. */
function nobodyWords(called: Called, { data, joins }: Pick<Explained, 'data' | 'joins'>): string {
	const files = new Map(data.articles.map(({ id, file }) => [id, file]));
	const bearers = joins.filter(({ name }) => keyOfPrinted(name) === called.key);
	if (bearers.length > 0)
		return called.article === null
			? `nobody else is called ${quoted(called.printed)}`
			: `nobody is called ${calledWords(called)}; ${firstFew([...new Set(bearers.map(({ article }) => files.get(article)!))]).join(', ')} has the name`;
	// A correction tells names as they stand in full in an article, not as their actor is called.
	const names = new Set(joins.map(({ name }) => name));
	const near = actorsNamed(
		[...names].map((name) => ({ ...NO_ACTOR, name })),
		called.printed,
	).map(({ name }) => name);
	const within = data.actors.filter(({ aliases }) =>
		aliases.some(({ text }) => keyOfPrinted(text) === called.key),
	);
	if (within.length === 0) return `nobody is called ${calledWords(called)}${didYouMean(near)}`;
	return `${quoted(called.printed)} stands only in articles that have a fuller name; write ${orList(near.length > 0 ? near : within.map(({ name }) => name))}`;
}

const NO_ACTOR: Actor = {
	id: '',
	name: '',
	kind: 'person',
	aliases: [],
	roles: [],
	articles: [],
	quotations: [],
};

const FEW = 3;

const firstFew = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, FEW);

function didYouMean(names: readonly string[]): string {
	return names.length === 0 ? '' : `; did you mean ${orList(names)}?`;
}

function orList(names: readonly string[]): string {
	return firstFew([...new Set(names)])
		.map(quoted)
		.join(' or ');
}

function quoted(name: string): string {
	return `“${safeLine(name)}”`;
}
