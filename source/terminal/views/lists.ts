/** The rows of the lists: stories, articles, problems. */
import type { ArticleRow, StoryRow } from '../../archive/archive.ts';
import type { Standing } from '../../archive/read.ts';
import { safeLine } from '../../safe.ts';
import type { Problem } from '../../types.ts';
import {
	countWords,
	cutHeadline,
	daysWords,
	fileWords,
	headlineNote,
	headlineWords,
	problemWords,
	sourcesWords,
	sourceWords,
} from '../../wording.ts';
import { dotted, type Line, own, type Piece, piece, space } from '../lines.ts';
import { setText } from '../typeset.ts';
import { publishedPiece } from './published.ts';

/** What a row is told by when it is not read yet; one that is read is dimmed and stays where it was. */
const SIGNS: Readonly<Record<Standing, string>> = { unread: '● ', new: '+ ', read: '  ' };
const SIGN = 2;

export function storyItem(row: StoryRow, width: number, standing: Standing, fresh: number): Line[] {
	const columns = width - SIGN;
	const headline = cutHeadline(row.story.headline) || own('untitled');
	const facts = dotted([
		piece(daysWords(row.story.firstDay, row.story.lastDay, row.published), 'quiet'),
		piece(sourcesWords({ ...row, articles: row.articles - row.copies }), 'quiet'),
		row.quotations === 0 ? null : piece(countWords(row.quotations, 'quotation'), 'quiet'),
		row.disputes === 0 ? null : piece(countWords(row.disputes, 'dispute'), 'warning'),
		standing === 'new' ? piece(own(`${fresh} new since you read`), 'mark') : null,
	]);
	const lines = [...setText(headline, columns, 'strong', 2), ...wrapDotted(facts, columns)];
	if (row.voices.length > 0 && columns >= 44) {
		const names = row.voices.map(({ name }) => safeLine(name)).join(', ');
		lines.push(...setText(names, columns, 'name', 1));
	}
	return lines.map((line, at): Line => {
		const shown = standing === 'read' ? line.map(({ text }) => piece(text, 'quiet')) : line;
		return [at === 0 ? piece(own(SIGNS[standing]), 'mark') : space(SIGN), ...shown];
	});
}

export function articleItem(row: ArticleRow, columns: number): Line[] {
	const { article } = row;
	const facts = dotted([
		piece(sourceWords(article), 'quiet'),
		publishedPiece(article.published),
		piece(countWords(row.words, 'word'), 'quiet'),
		row.quotations === 0 ? null : piece(countWords(row.quotations, 'quotation'), 'quiet'),
		article.nearDuplicateOf === null ? null : piece(own('nearly the same as another'), 'warning'),
		article.outlet === null ? null : piece(fileWords(article.file), 'quiet'),
	]);
	const guessed = headlineNote(article) !== null;
	return [
		...setText(headlineWords(article), columns, guessed ? 'leftOut' : 'strong', 2),
		...wrapDotted(facts, columns),
	];
}

export function problemItem(problem: Problem, columns: number): Line[] {
	return setText(problemWords(problem), columns, 'plain', 4);
}

/** A line of facts between dots, broken at a dot when it is too long; two lines at most. */
export function wrapDotted(line: Line, columns: number): Line[] {
	const facts = line.filter(({ text }) => text !== ' · ');
	const lines: Piece[][] = [[]];
	let used = 0;
	for (const fact of facts) {
		const width = fact.text.length + (used > 0 ? 3 : 0);
		if (used > 0 && used + width > columns) {
			lines.push([]);
			used = 0;
		}
		lines.at(-1)!.push(fact);
		used += used > 0 ? width : fact.text.length;
	}
	return lines.slice(0, 2).map(dotted);
}
