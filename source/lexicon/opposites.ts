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

/** Word → the pairs of opposites in which it stands, by number, and on which side. */
export const SIDES: ReadonlyMap<string, readonly (readonly [pair: number, side: number])[]> = (() => {
	const sides = new Map<string, (readonly [number, number])[]>();
	OPPOSITES.forEach((pair, number) => {
		pair.forEach((words, side) => {
			for (const word of words) sides.set(word, [...(sides.get(word) ?? []), [number, side]]);
		});
	});
	return sides;
})();

/** Words that turn the verb after them into its opposite, as they are compared: "didn't" without its end. */
export const DENYING: ReadonlySet<string> = new Set(
	list('not never didn doesn hasn haven hadn wasn weren isn aren wouldn couldn'),
);

/** Before "to" and a verb they tell that it was not done. */
export const REFUSING: ReadonlySet<string> = new Set(
	list('refused refuses refusing declined declines declining failed fails'),
);

/** What is said or not said, asked or not asked, tells nothing about what is so. */
export const UNSAID: ReadonlySet<string> = new Set(
	list(`comment comments commented answer answers answered discuss discusses discussed speak speaks spoke talk talks talked know
knows knew known think thinks thought want wants wanted mean means meant expect expects expected believe believes believed
respond responds responded elaborate identify identified name named`),
);

export const DENIALS: ReadonlySet<string> = new Set(list('denied denies denying'));

/** Verbs of what is denied: "denied that the dam had cracked". */
export const NOT_SO: ReadonlySet<string> = new Set(list('was were is are had has have did would will been'));

/** With one of these something is not told as being so. */
export const NOT_TOLD_AS_SO: ReadonlySet<string> = new Set(
	list(`report reports rumour rumours rumor rumors claim claims claimed allegation allegations alleged allegedly accuse accused
accuses accusation accusations suspicion suspicions suspected whether if could may might fear fears feared possible possibly
investigate investigating investigated inquiry asked question questions questioned suggest suggestion suggestions suggested
speculation would should charge charges charged`),
);

/** That nobody did, and that nothing was done, is the opposite too. */
export const NOBODY: ReadonlySet<string> = new Set(list('no none nobody nothing neither nor without'));

/** What is told with one of these had not come about when it was printed. */
export const TO_COME: ReadonlySet<string> = new Set(list('will shall would upcoming scheduled slated due'));
