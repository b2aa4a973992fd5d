/**
 * Words that tell times in English news: months, weekdays, units, numbers, and what stands around them. Common
 * knowledge, written for this project; MIT like the rest.
 */
import type { TimeModifier } from '../types.ts';

const numbered = (rows: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> =>
	new Map(rows.flatMap((forms, index) => forms.map((form): [string, number] => [form, index + first])));

/** Every form of a month's name, lower case, without the full stop. */
export const MONTHS = numbered(
	[
		['january', 'jan'],
		['february', 'feb', 'febr'],
		['march', 'mar'],
		['april', 'apr'],
		['may'],
		['june', 'jun'],
		['july', 'jul'],
		['august', 'aug'],
		['september', 'sept', 'sep'],
		['october', 'oct'],
		['november', 'nov'],
		['december', 'dec'],
	],
	1,
);

/** Months that are also a verb, a modal or a first name: read as months only beside a number or a preposition. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set([
	'march',
	'may',
	'mar',
	'jan',
	'jun',
	'sep',
	'dec',
]);

/** Every form of a weekday, lower case, without the full stop; Monday is 1 as in ISO 8601. */
export const WEEKDAYS = numbered(
	[
		['monday', 'mon'],
		['tuesday', 'tue', 'tues'],
		['wednesday', 'wed', 'weds'],
		['thursday', 'thu', 'thur', 'thurs'],
		['friday', 'fri'],
		['saturday', 'sat'],
		['sunday', 'sun'],
	],
	1,
);

export type Unit =
	| 'second'
	| 'minute'
	| 'hour'
	| 'day'
	| 'week'
	| 'fortnight'
	| 'month'
	| 'quarter'
	| 'year'
	| 'decade'
	| 'century';

export const UNITS: ReadonlyMap<string, { readonly unit: Unit; readonly plural: boolean }> = new Map(
	(
		[
			['second', 'seconds'],
			['minute', 'minutes', 'min', 'mins'],
			['hour', 'hours', 'hrs'],
			['day', 'days'],
			['week', 'weeks'],
			['fortnight', 'fortnights'],
			['month', 'months'],
			['quarter', 'quarters'],
			['year', 'years'],
			['decade', 'decades'],
			['century', 'centuries'],
		] as const
	).flatMap((forms) =>
		forms.map((form) => [form, { unit: forms[0], plural: form !== forms[0] && form !== 'min' }]),
	),
);

export const NUMBERS: ReadonlyMap<string, number> = new Map([
	...numbered(
		'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
			.split(' ')
			.map((word) => [word]),
		1,
	),
	...'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, index): [string, number] => [word, 10 * (index + 2)]),
]);

/** Number words that multiply what stands before them. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
	['dozen', 12],
	['hundred', 100],
	['thousand', 1000],
]);

export const ORDINALS = numbered(
	(
		'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
		'sixteenth seventeenth eighteenth nineteenth twentieth'
	)
		.split(' ')
		.map((word) => [word]),
	1,
);

/** TIMEX3 codes. "Fall" and "spring" are also verbs: the grammar wants a word before them. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
	['spring', 'SP'],
	['summer', 'SU'],
	['autumn', 'FA'],
	['fall', 'FA'],
	['winter', 'WI'],
]);

export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
	['morning', 'MO'],
	['mornings', 'MO'],
	['afternoon', 'AF'],
	['afternoons', 'AF'],
	['evening', 'EV'],
	['evenings', 'EV'],
	['night', 'NI'],
	['nights', 'NI'],
	['noon', '12:00'],
	['midday', '12:00'],
	['midnight', '24:00'],
]);

/** Days counted from today. */
export const RELATIVE_DAYS: ReadonlyMap<string, { readonly days: number; readonly part: string }> = new Map([
	['the day before yesterday', { days: -2, part: '' }],
	['yesterday', { days: -1, part: '' }],
	['today', { days: 0, part: '' }],
	['tonight', { days: 0, part: 'NI' }],
	['tomorrow', { days: 1, part: '' }],
	['the day after tomorrow', { days: 2, part: '' }],
]);

/** Words that name no day but say when: TIMEX3 keeps three values for them. */
export const VAGUE: ReadonlyMap<string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'> = new Map([
	...[
		'now',
		'currently',
		'nowadays',
		'right now',
		'at present',
		'at the moment',
		'these days',
		'current',
	].map((word) => [word, 'PRESENT_REF'] as const),
	...['recently', 'recent', 'the recent past'].map((word) => [word, 'PAST_REF'] as const),
	...['the future', 'the near future', 'as soon as possible'].map((word) => [word, 'FUTURE_REF'] as const),
]);

/** How often: the span between two. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
	['hourly', 'PT1H'],
	['daily', 'P1D'],
	['weekly', 'P1W'],
	['fortnightly', 'P2W'],
	['monthly', 'P1M'],
	['yearly', 'P1Y'],
	['annually', 'P1Y'],
]);

/** "The sixties", of the last century unless the text says otherwise: the tens of the year. */
export const DECADES = numbered(
	'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').map((word) => [word]),
	2,
);

/** Holidays that fall on the same day each year, as month and day. */
export const HOLIDAYS: ReadonlyMap<string, string> = new Map([
	['new year’s day', '01-01'],
	['new year’s eve', '12-31'],
	['valentine’s day', '02-14'],
	['christmas eve', '12-24'],
	['christmas day', '12-25'],
	['christmas', '12-25'],
	['boxing day', '12-26'],
]);

/** Weekdays of the year that have names of their own: none of them is simply the last Friday. */
export const NAMED_WEEKDAYS: readonly string[] =
	'black friday|good friday|holy thursday|maundy thursday|ash wednesday|shrove tuesday|fat tuesday|super tuesday|palm sunday|easter sunday|easter monday|cyber monday|holy saturday|bloody sunday|black wednesday|black monday|whit monday|wee hours|small hours|rush hour|rush hours|office hours|opening hours|working hours|visiting hours'.split(
		'|',
	);

/** Words of a time expression that only colour it, by the letter of their class in the grammar. */
export const TIME_GRAMMAR_WORDS: readonly (readonly [letter: string, words: string])[] = [
	['a', 'a|an'],
	['t', 'the'],
	['s', 'this'],
	['h', 'that'],
	['=', 'same'],
	['l', 'last|past|previous|preceding'],
	['x', 'next|coming|following|upcoming'],
	['g', 'ago'],
	['G', 'from now|from today|hence'],
	['E', 'earlier'],
	['F', 'later'],
	['e', 'each|every|per'],
	['m', 'early|mid|late|mid-'],
	['f', 'of'],
	['i', 'in'],
	[
		'j',
		'more|full|straight|consecutive|whole|trading|working|business|additional|solid|further|extra|successive',
	],
	['Ñ', 'latest'],
	['v', 'at'],
	['r', 'end|beginning|start|middle|rest|close'],
	['&', 'and|or|to'],
	['q', 'several|few|many|a few|a couple of|a couple|couple|a number of|the few|some'],
	['½', 'half'],
	[
		'b',
		'about|around|nearly|almost|roughly|approximately|more than|less than|fewer than|at least|at most|up to|as many as|as much as|no more than|just over|just under|some',
	],
	['y', 'fiscal|financial|calendar'],
	['w', 'weekend|weekends'],
	['O', 'old'],
	['A', 'age'],
	['J', 'aged'],
	['C', 'o’clock'],
	['Ø', 'overnight'],
	['L', 'long'],
	['Π', 'period'],
	['Ω', 'ended|ending'],
];

/** What those words say of the time: the codes of TIMEX3. "The rest of the year" has none. */
export const MODIFIERS: ReadonlyMap<string, TimeModifier> = new Map(
	(
		[
			['START', 'early|beginning|start'],
			['MID', 'mid|mid-|middle'],
			['END', 'late|end|close'],
			['APPROX', 'about|around|roughly|approximately|some'],
			['MORE_THAN', 'more than|just over'],
			['LESS_THAN', 'less than|fewer than|nearly|almost|just under'],
			['EQUAL_OR_MORE', 'at least'],
			['EQUAL_OR_LESS', 'at most|up to|as many as|as much as|no more than'],
		] as const
	).flatMap(([mod, words]) => words.split('|').map((word): [string, TimeModifier] => [word, mod])),
);

/** Before a bare year, or a month whose name is also another word. */
export const BEFORE_A_DATE: ReadonlySet<string> = new Set(
	(
		'in since until till by of during from after before to through early mid late last this next between and or on for around about ' +
		'for circa summer spring winter autumn fall'
	).split(' '),
);

/** Words that push a date after the reference day. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(
	(
		'will shall ll won’t upcoming expires expire scheduled slated due planned plans plan planning expected expects expect set begins begin starts start ' +
		'opens ends hopes hope intends intend may might should must effective payable takes comes resumes returns closes kicks runs ' +
		'meets reopens arrives leaves faces starting likely unlikely'
	).split(' '),
);

/** Past, but with an infinitive they tell what is to come: "promised to pay on Friday", "asked drivers to turn back". */
export const LEADING_ON: ReadonlySet<string> = new Set(
	(
		'agreed asked advised begged called challenged committed decided demanded encouraged instructed invited offered ordered ' +
		'persuaded pledged prepared promised proposed recommended reminded requested summoned swore threatened told undertook ' +
		'urged volunteered voted vowed warned'
	).split(' '),
);

/** What was moved lies ahead: "put off until Wednesday", "extended to Nov. 16". */
export const MOVED: ReadonlySet<string> = new Set(
	'put postponed delayed adjourned extended moved suspended pushed deferred rescheduled prolonged remanded'.split(
		' ',
	),
);

/** What may stand behind "overnight" where it tells when: before another word it is one of a kind ("overnight trains"). */
export const AFTER_OVERNIGHT: ReadonlySet<string> = new Set(
	'and or but as after before when while by in at near with because since that which who said was were is are had has have will'.split(
		' ',
	),
);

/** "Stayed overnight": how long, and not which night. */
export const ALL_NIGHT: ReadonlySet<string> = new Set(
	'stay stays stayed staying sleep sleeps slept sleeping camp camped camping park parked parking keep kept left leave held hold open run runs running changed change become became'.split(
		' ',
	),
);

/** Past forms that do not end in "-ed"; with "-ed" they put a date before the reference day. */
export const PAST_WORDS: ReadonlySet<string> = new Set(
	(
		'was were had did said told took came went made got gave began held met left saw found thought wrote spoke ran won lost ' +
		'became brought kept led stood sent built fell cut put felt heard shot struck hit rose sold bought paid read broke drove flew ' +
		'grew knew sought taught threw wore has have been'
	).split(' '),
);
