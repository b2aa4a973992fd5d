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
		'miles mile kilometers kilometres kilometer kilometre km metres meters metre meter feet foot inch inches yard yards',
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
	...list(
		'dollar euro yen ruble rupee yuan hryvnia franc peso krona zloty crown rand shilling dinar dirham',
	).flatMap((word): [string, string][] => [
		[word, `${word}s`.replace(/(yen|yuan)s$/, '$1')],
		[`${word}s`, `${word}s`],
	]),
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
couldn shouldn hasn haven hadn`),
);

/** Verbs that say no by themselves; with a negation they say something else: "did not deny". */
export const VERBS_OF_DENYING: ReadonlySet<string> = new Set(
	list(`denied denies deny denying refused refuses refuse rejected rejects reject rejecting declined declines
failed fails`),
);

export const SAYS_NO: ReadonlySet<string> = new Set([...NEGATIONS, ...VERBS_OF_DENYING]);

/** Stems of nouns that leave open who is counted; '' where no noun stands. */
export const WHOLE: ReadonlySet<string> = new Set(['', ...list('peopl person victim liv lif other human')]);

/** Kinds whose figure grows while an event is reported. */
export const GROWING: ReadonlySet<string> = new Set(
	list('dead hurt missing arrested evacuated rescued infected area homes houses buildings hous hom build'),
);

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
