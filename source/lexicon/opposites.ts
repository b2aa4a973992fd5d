/** Verbs of which only one can be true of one act. Written by hand for this project; MIT. Lower case. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const OPPOSITES: readonly (readonly [readonly string[], readonly string[]])[] = (
	[
		[
			'denied denies deny denying',
			'confirmed confirms confirm confirming admitted admits admit admitting acknowledged acknowledges conceded concedes',
		],
		[
			'rejected rejects reject refused refuses declined declines',
			'accepted accepts accept approved approves approve backed backs endorsed endorses',
		],
		['acquitted acquits cleared innocent', 'convicted convicts guilty'],
		['lost loses lose losing', 'won wins win winning'],
		['survived survives survive alive', 'died dies dead killed'],
		['rose rises rise climbed increased grew', 'fell falls fall dropped declined decreased shrank'],
		['reopened reopens opened opens', 'closed closes shut'],
		['lifted lifts ended', 'extended extends prolonged prolongs'],
	] as const
).map(([one, other]) => [list(one), list(other)]);

/** Words that turn the verb after them into its opposite, as they are compared: "didn't" without its end. */
export const DENYING: ReadonlySet<string> = new Set(
	list('not never didn doesn hasn haven hadn wasn weren isn aren wouldn couldn'),
);
