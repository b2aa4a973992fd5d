/**
 * The contract `quotidian/1` as text. Comes in pieces, so that a pipe can be filled as fast as it empties and no string
 * need hold a whole archive. Text is verbatim here: what a script gets is what the source says. Characters that a terminal
 * obeys stand escaped all the same, so that a document that is shown there does no harm.
 */
import type { Export } from '../types.ts';

const LISTS = ['articles', 'actors', 'quotations', 'stories', 'days', 'problems'] as const;

/** DEL, C1 and what turns the direction; JSON itself escapes C0 alone. */
const OBEYED = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const json = (value: unknown) =>
	JSON.stringify(value).replace(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One JSON document; each article, actor and so on on a line of its own. */
export function* jsonPieces(data: Export): Generator<string> {
	yield `{"schema":${json(data.schema)}`;
	for (const list of LISTS) {
		yield `,\n"${list}":[`;
		for (const [at, item] of data[list].entries()) yield `${at === 0 ? '\n' : ',\n'}${json(item)}`;
		yield data[list].length > 0 ? '\n]' : ']';
	}
	yield '\n}\n';
}

/** What `type` says of a line in JSON Lines. */
const TYPES = {
	articles: 'article',
	actors: 'actor',
	quotations: 'quotation',
	stories: 'story',
	days: 'day',
	problems: 'problem',
} as const;

/**
 * JSON Lines: first `{"type":"export","schema":"quotidian/1"}`, then one object a line, the same as in the lists of the
 * document with a `type` in front, in the order articles, actors, quotations, stories, days, problems.
 */
export function* jsonLines(data: Export): Generator<string> {
	yield `${json({ type: 'export', schema: data.schema })}\n`;
	for (const list of LISTS) for (const item of data[list]) yield `${json({ type: TYPES[list], ...item })}\n`;
}
