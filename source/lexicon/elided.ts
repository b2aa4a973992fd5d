/**
 * Words that English prints with an apostrophe in front, where letters are left out: it opens no quotation. Written by
 * hand for this project from general knowledge; MIT. Patterns, to be put behind the apostrophe.
 */

/** Never words without it. */
export const ELIDED =
	'[Tt]is|[Tt]was|[Tt]were|[Tt]will|[Tt]would|[Ee]m|[Tt]il|[Cc]os|[Cc]oz|[Cc]uz|[Nn]eath|[Gg]ainst|[Tt]ween|kay|fraid|n|im';

/** Words of their own ("a 'cause for concern'", "a 'round of talks'"), elided only before these. */
export const SOMETIMES_ELIDED =
	'(?:[Cc]ause|[Tt]ill) (?:he|she|they|we|I|you|it|the|there|of course|that|this|my|his|her|our|nobody|everyone)\\b|[Rr]ound (?:the|here|about|town|noon|midnight|my|his|her|our|their|these)\\b|[Bb]out (?!of\\b|between\\b|with\\b|in\\b|against\\b|and\\b)';
