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
	share: 'percent cent pct percentage',
	distance:
		'miles mile kilometers kilometres kilometer kilometre km metres meters feet foot inch inches yard yards',
	weight: 'ton tons tonne tonnes kilogram kilograms kilo kilos kg pounds lbs ounces',
	magnitude: 'magnitude richter',
	wind: 'mph kph knots',
	area: 'hectare hectares acre acres',
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
		'another separate separately elsewhere earlier previous previously last since similar worst deadliest aftershock second third fourth fifth',
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
	list(`not no never none neither nor nobody nothing cannot doesn didn isn aren wasn weren wouldn
couldn shouldn hasn haven hadn denied denies deny denying refused refuses refuse rejected rejects reject rejecting declined declines failed fails`),
);

/** Who is counted among the dead, the hurt and the rest; no length of time. */
const PEOPLE = `(?!(?:years?|months?|weeks?|days?|hours?|minutes?|percent|per|miles?|km|times|of|in|on|at|and|or|to)\\b)[a-z]+`;

/** One event has one figure of each: what the difference is about, and the words right behind or before the figure. */
export const DISPUTABLE: ReadonlyMap<
	string,
	{ readonly about: string; readonly after: RegExp; readonly before: RegExp }
> = new Map(
	(
		[
			['dead', 'how many died', 'killed|dead|died|perished', 'killed|killing|kills|left|claimed'],
			[
				'hurt',
				'how many were hurt',
				'injured|hurt|wounded',
				'injured|injuring|wounded|wounding|hurt|hurting',
			],
			['missing', 'how many are missing', 'missing|unaccounted', ''],
			['arrested', 'how many were arrested', 'arrested|detained', 'arrested|detained|arresting|detaining'],
			[
				'evacuated',
				'how many had to leave',
				'evacuated|displaced|homeless|fled',
				'evacuated|displaced|evacuating|displacing',
			],
			['rescued', 'how many were rescued', 'rescued|saved', 'rescued|rescuing|saved'],
			['infected', 'how many were infected', 'infected', 'infected|infecting'],
		] as const
	).map(([kind, about, behind, ahead]) => [
		kind,
		{
			about,
			after: new RegExp(
				`^\\s+(?:${PEOPLE}\\s+)?(?:(?:were|was|are|have|had|been|also|still|now|reported|confirmed)\\s+){0,4}(?:${behind})\\b`,
			),
			before:
				ahead === ''
					? /(?!)/
					: new RegExp(
							`\\b(?:${ahead})\\s+(?:(?:about|at least|some|nearly|around|over|more than)\\s+)?$`,
							'i',
						),
		},
	]),
);

/** What may follow a figure whose verb stands before it: "killed 12 people", "killed 12." */
export const COUNTED_PEOPLE = new RegExp(`^(?:\\s+${PEOPLE}\\b|[.,;]|\\s+(?:and|in|on|at)\\b)`);

/** The words of a toll before its figure: "the death toll has risen to". */
export const TOLL =
	/\btoll\b[^.;:]{0,60}?\b(?:to|at|of|reached|reaches|hit|was|is|now)\s+(?:(?:at least|about|some|nearly|more than)\s+)?$/i;

/** Stems of nouns that leave open who is counted; '' where no noun stands. */
export const WHOLE: ReadonlySet<string> = new Set(['', ...list('peopl person victim liv lif other human')]);

/** Kinds whose figure grows while an event is reported. */
export const GROWING: ReadonlySet<string> = new Set(
	list('dead hurt missing arrested evacuated rescued infected area homes houses buildings hous hom build'),
);

/** What a difference in the other kinds is about. */
export const MATTERS: ReadonlyMap<string, string> = new Map([
	['share', 'the percentage'],
	['distance', 'the distance'],
	['weight', 'the weight'],
	['magnitude', 'the magnitude'],
	['wind', 'the speed'],
	['area', 'the area'],
	['votes', 'the votes'],
	['crowd', 'how many came'],
	['jobs', 'how many jobs'],
	...[
		'dollars',
		'euros',
		'pounds',
		'yen',
		'yuan',
		'rupees',
		'rubles',
		'hryvnias',
		'francs',
		'pesos',
		'kronas',
		'zlotys',
	].map((currency) => [currency, 'the amount'] as const),
]);

/** In a statement on more or on something else than the one event. */
export const OTHER_EVENT =
	/\b(?:another|other|more(?! than)|additional|further|of them|of those|each|every|per(?! ?cent)|earlier|previous|previously|last (?:year|month|week)|a (?:year|month|week) ago|compared|(?:19|20)\d\d)\b/i;

/** Measures that are printed in several units: word → how many of the kind's own unit. */
export const UNITS: ReadonlyMap<string, number> = new Map([
	...list('mile miles').map((word) => [word, 1.609] as const),
	...list('kilometer kilometers kilometre kilometres km kph').map((word) => [word, 1] as const),
	...list('metre metres meter meters').map((word) => [word, 0.001] as const),
	...list('foot feet').map((word) => [word, 0.000_304_8] as const),
	...list('yard yards').map((word) => [word, 0.000_914_4] as const),
	...list('inch inches').map((word) => [word, 0.000_025_4] as const),
	['mph', 1.609],
	['knots', 1.852],
	...list('ton tons tonne tonnes').map((word) => [word, 1000] as const),
	...list('kilogram kilograms kilo kilos kg').map((word) => [word, 1] as const),
	...list('pound pounds lb lbs').map((word) => [word, 0.4536] as const),
	...list('ounce ounces').map((word) => [word, 0.028_35] as const),
	...list('hectare hectares').map((word) => [word, 1] as const),
	...list('acre acres').map((word) => [word, 0.4047] as const),
]);
