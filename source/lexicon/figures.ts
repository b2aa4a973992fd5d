/** What figures in the news count, and how surely. Written by hand for this project; MIT. Lower case. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Kind of figure → the words that tell it. */
const KINDS: Readonly<Record<string, string>> = {
	dead: 'dead death deaths killed kill kills killing died die dies dying fatality fatalities toll slain bodies perished perish lives',
	hurt: 'injured injuring injure injures injury injuries wounded wounding wound wounds hurt casualties hospitalized hospitalised',
	missing: 'missing unaccounted disappeared',
	arrested: 'arrested arrest arrests detained detain detaining detainees custody jailed',
	evacuated: 'evacuated evacuate evacuees displaced homeless fled flee',
	rescued: 'rescued rescue rescuing saved',
	exchanged: 'prisoners detainees exchanged swapped captives hostages',
	infected: 'cases infected infections tested positive',
	share: 'percent per-cent pct percentage',
	distance: 'miles mile kilometers kilometres kilometer kilometre km metres meters feet foot inches yards',
	weight: 'tons tonnes kilograms kilos kg pounds lbs ounces',
	magnitude: 'magnitude richter',
	wind: 'mph kph knots',
	age: 'years-old year-old aged',
	votes: 'votes ballots voted seats',
	crowd: 'protesters demonstrators marchers rally rallied crowd spectators fans',
	jobs: 'jobs workers employees layoffs staff',
};

export const KINDS_OF_FIGURE: ReadonlySet<string> = new Set(Object.keys(KINDS));

export const KIND_OF_FIGURE: ReadonlyMap<string, string> = new Map(
	Object.entries(KINDS).flatMap(([kind, words]) => list(words).map((word): [string, string] => [word, kind])),
);

/** Signs before a figure, and words after it. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
	$: 'dollars',
	'€': 'euros',
	'£': 'pounds',
	'¥': 'yen',
	'₹': 'rupees',
	'₽': 'rubles',
	'₴': 'hryvnias',
};
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
	...list('dollar euro yen ruble rupee yuan hryvnia franc peso krona zloty').flatMap(
		(word): [string, string][] => [
			[word, `${word}s`.replace(/(yen|yuan)s$/, '$1')],
			[`${word}s`, `${word}s`],
		],
	),
	['rouble', 'rubles'],
	['roubles', 'rubles'],
]);

/** Before a figure that is a part of one told before. */
export const PART_WORDS: ReadonlySet<string> = new Set(list('including among'));

/** In a sentence on another event than the story's, or on another time. */
export const ELSEWHERE_WORDS: ReadonlySet<string> = new Set(
	list(
		'another separate separately elsewhere earlier previous previously last since similar worst deadliest aftershock',
	),
);

export const SCALES: ReadonlyMap<string, number> = new Map([
	['hundred', 100],
	['thousand', 1000],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
	['dozen', 12],
	['m', 1e6],
	['bn', 1e9],
	['mn', 1e6],
	['tn', 1e12],
	['k', 1000],
]);

/** Words that leave room above or below a figure; told before it. */
export const HEDGES: ReadonlyMap<string, 'about' | 'least' | 'most'> = new Map([
	...list('about around nearly almost roughly approximately some estimated close').map(
		(word) => [word, 'about'] as const,
	),
	...list('least over more exceeding above minimum exceeds exceeded surpassed').map(
		(word) => [word, 'least'] as const,
	),
	...list('up most under less fewer below maximum').map((word) => [word, 'most'] as const),
]);

/** Turn a statement into its opposite. */
export const NEGATIONS: ReadonlySet<string> = new Set(
	list(`not no never none neither nor without nobody nothing cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
couldnt shouldnt hasnt havent hadnt denied denies deny denying refused refuses refuse rejected rejects reject rejecting declined declines failed fails`),
);

/** Who is counted among the dead, the hurt and the rest. */
const PEOPLE = `people|persons|men|women|children|passengers|residents|villagers|civilians|soldiers|troops|officers|students|workers|protesters|demonstrators|fans|tourists|pupils|patients|others`;

/** One event has one figure of each: what the difference is about, and the words right behind or before the figure. */
export const DISPUTABLE: ReadonlyMap<
	string,
	{ readonly about: string; readonly after: RegExp; readonly before: RegExp }
> = new Map(
	(
		[
			['dead', 'how many died', 'killed|dead|died|perished', 'killed|killing|kills|left'],
			['hurt', 'how many were hurt', 'injured|hurt|wounded', 'injured|injuring|wounded|wounding|hurt'],
			['missing', 'how many are missing', 'missing|unaccounted', ''],
			['arrested', 'how many were arrested', 'arrested|detained', 'arrested|detained'],
			['evacuated', 'how many had to leave', 'evacuated|displaced|homeless', 'evacuated|displaced'],
			['rescued', 'how many were rescued', 'rescued|saved', 'rescued'],
		] as const
	).map(([kind, about, behind, ahead]) => [
		kind,
		{
			about,
			after: new RegExp(
				`^\\s+(?:(?:${PEOPLE})\\s+)?(?:(?:were|was|are|have|had|been|also|still|reported|confirmed)\\s+){0,3}(?:${behind})\\b`,
				'i',
			),
			before: ahead === '' ? /(?!)/ : new RegExp(`\\b(?:${ahead})\\s+$`, 'i'),
		},
	]),
);

/** What may follow a figure whose verb stands before it: "killed 12 people", "killed 12." */
export const COUNTED_PEOPLE = new RegExp(`^(?:\\s+(?:${PEOPLE})\\b|[.,;]|\\s+(?:and|in|on|at)\\b)`, 'i');
