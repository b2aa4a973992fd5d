/** How sentences open that cannot be read without the one before. Written by hand for this project; MIT. Lower case. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that open a sentence by pointing at the one before. */
export const POINTS_BACK: ReadonlySet<string> = new Set(
	list(`he she they it this that these those his her hers their theirs its him them such there here however but and yet so or
nor still also meanwhile moreover furthermore besides nevertheless nonetheless instead therefore thus hence otherwise
consequently accordingly similarly likewise conversely additionally then afterwards later another others both neither either
which who whom because`),
);

/** "There were two survivors" points at no place. */
export const THERE_IS =
	/^there(?:['’]s| is| are| was| were| has been| have been| had been| will be| would be| may be| might be)\b/i;

/** Phrases that do the same. */
export const PHRASES_BACK =
	/^(?:in addition|in the meantime|as a result|on the other hand|for example|for instance|by contrast|in turn|of course|at the same time|after that|since then|as such|in response|in that|at that|the same|the (?:former|latter)(?:,| (?:is|are|was|were|has|have|had|will|would|said|says)))\b/i;

const DID =
	'was|were|is|are|has|have|had|will|would|said|says|told|fell|fled|left|lost|went|won|took|gave|became';
const COUNT = 'two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}';

/** "In the same year", "two of them", "all three voted", "the 48-year-old said": who or what is meant stands before. */
export const COUNTED_BACK: readonly RegExp[] = [
	/^in the same (?:year|month|week|night|breath|speech|letter|interview)\b/i,
	/^(?:(?:in|by) )?doing so\b/i,
	/^the (?:latter|move)\b/i,
	new RegExp(`^(?:all|each|most|some|many|few|several|one|${COUNT}) of (?:them|these|those)\\b`, 'i'),
	new RegExp(`^(?:all|the) (?:${COUNT}) (?:${DID}|[a-z]+ed)\\b`, 'i'),
	new RegExp(`^the \\d{1,3}-year-old(?:,| (?:${DID}|[a-z]+ed)\\b)`, 'i'),
];

/** "Put the number at 18,000": the number of whom is told before. */
export const NUMBER_BACK = /\bput (?:the|that) (?:number|figure|total) at\b/i;

/** "The decision was hers." */
export const OWNER_BACK = /\b(?:hers|theirs)[.!]$/i;

/** In a clause of its own a pronoun may mean who is named in the clause before. */
export const CLAUSE_OPENINGS: ReadonlySet<string> = new Set(
	list(
		'that who whom whose which because after when if as before while where since what how and or but than said says',
	),
);

/** Behind "her" they tell that it is no possessive: "told her to leave". */
export const AFTER_OBJECT: ReadonlySet<string> = new Set(
	list('to that on in for from with at by of as out up off and after before until'),
);

/** Openings that only tie a sentence to the one before. Where a name follows they are left out, and it can be read alone. */
export const TIE =
	/^(?:But|And|Yet|So|Still|Also|However|Meanwhile|Moreover|Furthermore|Besides|Nevertheless|Nonetheless|Additionally|Similarly|Likewise|In addition|In the meantime|Of course|At the same time),? (?=\p{Lu}\p{Ll})/u;

/** "During the briefing, he said": the one meant is named before, unless the opening names a person. */
export const POINTS_BACK_LATER = /^[^,"“”]{1,80},\s+(?:(he|she)|they|it)\s/;

/** "Despite the long talks, …": talks of which the reader is taken to know; the last word before the comma is kept. */
export const DEFINITE_OPENING =
	/^(?:(?:ahead|because|in light|in spite|in view|as part|as a result|on top|instead|regardless) of|in addition to|apart from|aside from|despite|after|before|following|during|amid|amidst|given|with|without|in|at|since|until|under|through|throughout|besides|beyond|by|from|on|upon|for) (?:the|this|that|these|those|such) (?:\p{Ll}[\p{Ll}’'-]* ){0,2}(\p{Ll}[\p{Ll}-]*),\s/u;

/** What everybody knows without being told: times, quarters of the sky, the world, what there is one of. */
export const NEEDS_NO_WORD_BEFORE: ReadonlySet<string> = new Set(
	list(`morning afternoon evening night nights noon midnight dawn dusk day days week weeks weekend weekends month months quarter
half year years decade decades century centuries season spring summer autumn fall winter past future present beginning
start middle end moment time times hour hours minute minutes north south east west northeast northwest southeast southwest
centre center capital country nation world sea sky sun air coast interior countryside suburbs street streets economy
government parliament senate house media press internet web law constitution constitutions market markets`),
);
