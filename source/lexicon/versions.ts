/**
 * What two desks print otherwise though the same was said: short forms written out, and two spellings of one past.
 * Written by hand for this project from general knowledge; MIT.
 */

/** In the order in which they are written out. */
export const WRITTEN_OUT: readonly (readonly [short: RegExp, long: string])[] = [
	[/\b(?:am|is|are|['’](?:m|s|re)|(?<=['’](?:m|s|re)))\s+going to\b|\bgonna\b/gi, ' will'],
	[/\bwon['’]t\b/gi, 'will not'],
	[/\bshan['’]t\b/gi, 'shall not'],
	[/\bcan(?:['’]t|not)\b/gi, 'can not'],
	[/n['’]t\b/gi, ' not'],
	[/['’]ll\b/gi, ' will'],
];

/** Whether any of them may stand in a text. */
export const SHORTENED = /['’]|going to|gonna|cannot/i;

/** Past tenses with -t and -ed, lower case. */
export const PASTS: ReadonlyMap<string, string> = new Map(
	'dreamt dreamed|learnt learned|burnt burned|leapt leaped|leant leaned|spelt spelled|spoilt spoiled|spilt spilled'
		.split('|')
		.map((pair) => pair.split(' ') as [string, string]),
);

/** Words that turn what was said into its opposite. */
export const OPPOSING: ReadonlySet<string> = new Set(
	'not no never none neither nor nobody nothing nowhere without hardly'.split(' '),
);
