/** "Teachers’ Union", "Women’s Institute": the owner's mark stands inside the name, and the words are read without it. */
import { FIRST, flagsOf, IS, PLACE } from '../../lexicon/names.ts';
import type { Token } from '../tokens.ts';

const BODY = IS.orgSuffix | IS.orgHead;
const NAMED = FIRST | PLACE | IS.people | IS.organisation;
/** Owners that need no ending of the plural. */
const MANY = /^(?:women|men|children|people|girls|boys)$/;

function ownsInside(owner: Token | undefined, mark: Token, body: Token | undefined): boolean {
	if (!owner?.capital || !body?.capital || !body.spaced || (flagsOf(body.key) & BODY) === 0) return false;
	if (mark.type === 'possessive') return MANY.test(owner.key);
	const flags = flagsOf(owner.key);
	return (
		/^['’]$/.test(mark.text) &&
		!mark.spaced &&
		/[^s]s$/.test(owner.key) &&
		(flags & IS.common) !== 0 &&
		(flags & NAMED) === 0
	);
}

/** The tokens without such marks. Linear. */
export const withoutOwnersMarks = (tokens: readonly Token[]): readonly Token[] =>
	tokens.filter(
		(token, at) =>
			(token.type !== 'mark' && token.type !== 'possessive') ||
			!ownsInside(tokens[at - 1], token, tokens[at + 1]),
	);
