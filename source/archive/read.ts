/**
 * What the reader has read, story by story. The marks stand at articles, so that a story that grows, or is joined to
 * another, is still known: it has been read, and something in it has not.
 */
import type { Id, Story } from '../types.ts';

/** The articles of a story; those that are nearly the same text stand together, and one of them read is all read. */
export type Texts = readonly (readonly Id[])[];

export type Standing = 'unread' | 'new' | 'read';

export function textsOf({ articles, nearDuplicates }: Pick<Story, 'articles' | 'nearDuplicates'>): Texts {
	const copies = new Set(nearDuplicates.flat());
	return [...nearDuplicates, ...articles.filter((id) => !copies.has(id)).map((id) => [id])];
}

/** `new`: the story has been read, and an article that is no copy has come in since. */
export function standingOf(texts: Texts, read: ReadonlySet<Id>): Standing {
	const fresh = freshTexts(texts, read).length;
	return fresh === 0 && texts.length > 0 ? 'read' : fresh < texts.length ? 'new' : 'unread';
}

export function freshTexts(texts: Texts, read: ReadonlySet<Id>): Texts {
	return texts.filter((copies) => !copies.some((id) => read.has(id)));
}
