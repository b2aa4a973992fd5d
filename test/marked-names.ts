/** Marked lines of names: [persons], {places}, <organisations>; " ¶ " parts paragraphs. */
import { findNames } from '../source/article/names.ts';
import { splitSentences } from '../source/article/sentences.ts';
import type { Kind, Paragraph } from '../source/types.ts';

const MARKS: Readonly<Record<Kind, readonly [string, string]>> = {
	person: ['[', ']'],
	place: ['{', '}'],
	organisation: ['<', '>'],
};

export function readNamesOf(text: string) {
	const paragraphs: Paragraph[] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		kind: 'body',
	}));
	const sentences = paragraphs.flatMap((paragraph) => splitSentences(text, paragraph));
	return { ...findNames(text, paragraphs, sentences), paragraphs };
}

/** The line without its signs: what an article would print. */
export const bareNames = (line: string) => line.replaceAll(' ¶ ', '\n').replace(/[[\]{}<>]/g, '');

/** Reads the bare text and puts the signs around every name that the program finds. */
export function markNames(text: string): string {
	let marked = '';
	let last = 0;
	for (const { start, end, kind } of readNamesOf(text).mentions) {
		const [open, close] = MARKS[kind];
		marked += text.slice(last, start) + open + text.slice(start, end) + close;
		last = end;
	}
	return (marked + text.slice(last)).replaceAll('\n', ' ¶ ');
}
