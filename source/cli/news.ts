/** From articles to news, and from news to text: what is loaded only when the news are not at hand, or are to be printed. */
import type { FoundQuotations } from '../archive/asking.ts';
import { parseCorrections } from '../digest/corrections.ts';
import { type Explained, explainedDigest } from '../digest/digest.ts';
import { type LineOutcome, outcomesOf } from '../digest/outcomes.ts';
import { annotateAll } from '../indexing/annotating.ts';
import type { KeptReadings } from '../kept/readings.ts';
import type { Waiting } from '../terminal/waiting.ts';
import type { Problem, Reading } from '../types.ts';
import { countWords, problemWords } from '../wording.ts';
import { answer } from './answers.ts';
import type { Command } from './arguments.ts';
import { correctionsPage } from './corrections.ts';
import type { Gathered } from './gathered.ts';
import { isForReaders, isHeard, mayStyle } from './readers.ts';
import { correctionsFile } from './usual.ts';
import { writeAll } from './write.ts';

export interface News {
	readonly news: Explained;
	/** What the reader's corrections did. Compares the articles once more. */
	readonly outcomes: () => readonly LineOutcome[];
	/** Puts by what the articles told, for the next start. */
	readonly keep: () => void;
}

export async function readNews(
	{ raws, problems, corrections }: Gathered,
	waiting: Waiting | null,
	kept: KeptReadings,
): Promise<News> {
	const told = parseCorrections(corrections.file, corrections.text);
	const made: (Reading | undefined)[] = raws.map((raw) => kept.of(raw) ?? undefined);
	const bugs: Problem[] = [];
	const fresh = [...raws.keys()].filter((at) => made[at] === undefined);
	const annotated = await annotateAll(
		fresh.map((at) => raws[at]!),
		(read) => waiting?.tell(`reading ${read + 1} of ${countWords(fresh.length, 'article')}`),
	);
	for (const [nth, at] of fresh.entries()) {
		const one = annotated[nth]!;
		if ('reading' in one) made[at] = one.reading;
		else bugs.push({ file: raws[at]!.file, line: null, stage: 'annotate', message: one.bug });
	}
	const readings = made.filter((reading) => reading !== undefined);
	await waiting?.tell(`comparing ${countWords(readings.length, 'article')}`);
	const news = explainedDigest(readings, [...problems, ...told.problems, ...bugs], told.corrections);
	return {
		news,
		outcomes: () => outcomesOf(told.lines, told.corrections, news, explainedDigest(readings, [])),
		keep: () => kept.keep(raws, made),
	};
}

export async function print(
	{ data, joins, standingOf }: Explained,
	command: Command,
	plain: boolean,
	complain: (message: string) => void,
	found?: FoundQuotations,
): Promise<number> {
	const { stdout } = process;
	const { pieces, nothing, remark } = answer(data, command, {
		now: new Date(),
		columns: stdout.isTTY ? stdout.columns || 80 : 80,
		bold: command.format !== 'plain' && mayStyle(),
		linear: command.plain || plain || isHeard(),
		joins,
		standingOf,
		...(found ? { found } : {}),
	});
	await writeAll(stdout, pieces);
	if (nothing !== null) {
		complain(nothing);
		return 1;
	}
	if (remark !== null) complain(remark);
	const { length } = data.problems;
	// The digest tells them itself.
	const told = command.name === 'digest' || command.name === 'reader' || command.name === 'explain';
	if (length > 0 && !told && isForReaders(command))
		complain(`${countWords(length, 'problem')} while reading; quotidian digest lists them`);
	return 0;
}

/** With no article to try them on, the lines are still told to be right or wrong. */
export async function printCorrections(
	news: Explained,
	outcomes: readonly LineOutcome[],
	{ format }: Command,
	complain: (message: string) => void,
): Promise<number> {
	const { stdout } = process;
	const file = correctionsFile();
	const unreadable = news.data.problems.filter((problem) => problem.file === file && problem.line === null);
	for (const problem of unreadable) complain(problemWords(problem));
	if (unreadable.length > 0 && outcomes.length === 0 && format !== 'json') return 1;
	const columns = stdout.isTTY ? stdout.columns || 80 : 80;
	const { text, code } = correctionsPage(file, outcomes, news, format === 'json', columns);
	await writeAll(stdout, [text]);
	return code;
}
