/**
 * Marked lines: the sentence is the input and the expectation.
 *
 *   «“We will appeal,”» {said} [Maria Lopez], the mayor.
 *   «…» words in marks that count as somebody's; ‹…› words reported without marks; {…} the cue of the nearest
 *   quotation; […] the phrase that speaks, [he=Maria Lopez] with the name it means, [?…] when the program is unsure.
 *   ¶ parts paragraphs; ¶¶ behind the first makes it the headline. What carries no sign must not be found.
 */
import { findNames } from '../source/article/names.ts';
import { findQuotations } from '../source/article/quotations.ts';
import { splitSentences } from '../source/article/sentences.ts';
import type { Paragraph, Span } from '../source/types.ts';

/** The line without its signs: what an article would print. */
export const bare = (line: string) =>
	line
		.replace(/\[\??([^\]=]*)(?:=[^\]]*)?\]/g, '$1')
		.replace(/[«»‹›{}]/g, '')
		.replaceAll('¶', '\n');

function paragraphsOf(text: string): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	for (const match of text.matchAll(/[^\n]+/g)) {
		const start = match.index + (match[0].length - match[0].trimStart().length);
		const end = match.index + match[0].trimEnd().length;
		if (end === start) continue;
		const isHeadline = paragraphs.length === 0 && text.startsWith('\n\n', match.index + match[0].length);
		const kind = isHeadline
			? 'headline'
			: paragraphs.some((one) => one.kind !== 'headline')
				? 'body'
				: 'lede';
		paragraphs.push({ start, end, kind });
	}
	return paragraphs;
}

/** What the program finds in a bare text. */
export function findIn(text: string) {
	const paragraphs = paragraphsOf(text);
	const sentences = paragraphs.flatMap((paragraph) => splitSentences(text, paragraph));
	const { mentions, entities } = findNames(text, paragraphs, sentences);
	return { found: findQuotations({ text, paragraphs, sentences, mentions, entities, times: [] }), entities };
}

/** Reads the bare text and puts the signs where the program found something. */
export function mark(text: string): string {
	const { found, entities } = findIn(text);
	const signs: { at: number; sign: string; rank: number }[] = [];
	const seen = new Set<string>();
	const wrap = ({ start, end }: Span, open: string, close: string, rank: number) => {
		const key = `${start} ${end} ${rank}`;
		if (seen.has(key)) return;
		seen.add(key);
		signs.push({ at: start, sign: open, rank: rank }, { at: end, sign: close, rank: -rank });
	};
	for (const { kind, spans, speaker, cue } of found) {
		for (const { start, end } of spans) {
			if (kind === 'indirect') wrap({ start, end }, '‹', '›', 1);
			else wrap(outer(text, start, end), '«', '»', 1);
		}
		if (cue) wrap(cue, '{', '}', 3);
		const { mention, entity, certain } = speaker;
		if (!mention) continue;
		const words = text.slice(mention.start, mention.end);
		const name = entity === null ? '' : entities[entity]!.name;
		const meant = /^\p{Lu}/u.test(words) && name.includes(words) ? '' : name && `=${name}`;
		wrap(mention, certain ? '[' : '[?', `${meant}]`, 2);
	}
	signs.sort((a, b) => a.at - b.at || a.rank - b.rank);
	let out = '';
	let at = 0;
	for (const { at: place, sign } of signs) {
		out += text.slice(at, place) + sign;
		at = place;
	}
	return (out + text.slice(at)).replaceAll('\n', '¶');
}

/** With the marks that stand around the words. */
function outer(text: string, start: number, end: number): Span {
	let from = start;
	let to = end;
	while (from > 0 && /[“”„"'‘’«»‹›`]/.test(text[from - 1]!) && start - from < 2) from--;
	while (to < text.length && /[“”"'‘’«»]/.test(text[to]!) && to - end < 2) to++;
	return { start: from, end: to };
}
