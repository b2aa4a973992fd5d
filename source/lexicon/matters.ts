/** What there is one figure of in an event, and the words beside a figure that say so. Written by hand for this project; MIT. */

export interface Matter {
	readonly key: string;
	/** What a difference is about. */
	readonly about: string;
	/** The words right behind the figure, and right before it; either is enough. */
	readonly after: RegExp | null;
	readonly before: RegExp | null;
	/** Words in the statement that make it another matter. */
	readonly never?: RegExp;
	/** Words without which it is none. */
	readonly only?: RegExp;
	/** `grows` while it is reported; `stays` what it was told to be; `open`: compared in reports of one day only. */
	readonly course: 'grows' | 'stays' | 'open';
	/** A figure before such words must count somebody: "killed 12 people", not "killed 12 days ago". */
	readonly people?: true;
	/** Of money and shares only what is told of the same thing can be compared. */
	readonly sameSubject?: true;
	/** A story has one: its name says enough. */
	readonly one?: true;
	readonly kinds?: ReadonlySet<string>;
}

/** Who is counted among the dead, the hurt and the rest; no length of time. */
const PEOPLE = `(?!(?:years?|months?|weeks?|days?|hours?|minutes?|percent|per|miles?|km|times|of|in|on|at|and|or|to)\\b)[a-z]+`;
const AUXILIARY = `(?:(?:were|was|are|is|had|have|has|been|being|be|also|still|now|known|to|reported|confirmed)\\s+)`;
const HEDGE = `(?:(?:about|at least|some|nearly|around|over|up to|almost|more than|as many as)\\s+)?`;

/** "Two bombs killed 15": the bombs are not the dead. */
const NOT_ACTIVE =
	'(?!\\s+(?:(?:at least|about|some|nearly|more than|around|over|up to|as many as)\\s+)?(?:another|several|dozens|hundreds|people|an?\\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d))';

const behind = (words: string) =>
	new RegExp(
		`^\\s+(?:(?:more|other)\\s+)?(?:${PEOPLE}\\s+){0,2}?${AUXILIARY}{0,4}(?:${words})\\b${NOT_ACTIVE}`,
	);
const ahead = (words: string) => new RegExp(`\\b(?:${words})\\s+${HEDGE}$`, 'i');

export const MONEY: ReadonlySet<string> = new Set(
	`dollars euros pounds yen yuan rupees rubles hryvnias francs pesos kronas zlotys crowns rands shillings dinars dirhams`.split(
		' ',
	),
);
const SHARE = new Set(['share']);
const DEMANDED = /\b(?:ask(?:ed|ing|s)?|demand\w*|sought|wants?|wanted)\b/i;

/** In the order in which they are tried. */
export const MATTERS: readonly Matter[] = [
	{
		key: 'dead',
		about: 'how many died',
		after: new RegExp(
			`${behind('killed|dead|died|perished|lost their lives').source}|^\\s+[a-z]+ (?:of|from|on|in|at) [^.;:“”"]{0,60}?\\b(?:died|were killed|have been killed|have died|were found dead|lost their lives)\\b${NOT_ACTIVE}`,
		),
		before: new RegExp(
			`(?:\\b(?:killed|killing|kills|claimed|claimed the lives of|deaths? of)|\\b(?:toll|number of (?:the )?(?:people |those |persons )?(?:killed|dead|deaths|fatalities|confirmed dead|victims))\\b[^.;:]{0,80}?\\b(?:to|at|of|reached|reaches|hit|was|is|now|stands at))\\s+${HEDGE}$`,
			'i',
		),
		course: 'grows',
		people: true,
	},
	{
		key: 'hurt',
		about: 'how many were hurt',
		after: behind(
			'injured|hurt|wounded|hospitali[sz]ed|(?:in|(?:taken |rushed )?to) (?:the )?hospital|treated (?:for|in|at)|needed (?:medical|hospital)',
		),
		before: ahead(
			'injured|injuring|injures|wounds|wounded|wounding|hurt|hurting|number of (?:injured|wounded) (?:to|at)',
		),
		course: 'grows',
		people: true,
	},
	{
		key: 'missing',
		about: 'how many are missing',
		after: behind('missing|unaccounted'),
		before: null,
		course: 'grows',
	},
	{
		key: 'arrested',
		about: 'how many were arrested',
		after: behind('arrested|detained|taken into custody'),
		before: ahead('arrested|detained|arresting|detaining'),
		course: 'grows',
		people: true,
	},
	{
		key: 'evacuated',
		about: 'how many had to leave',
		after: behind(
			'evacuated|displaced|homeless|fled|moved (?:out|to)|(?:ordered|forced|told|urged|made) to (?:leave|flee|evacuate)|left their homes|from (?:their )?homes|taken to safety|driven from',
		),
		before: ahead('evacuated|displaced|evacuating|displacing|moved|displaces|evacuates|evacuation of'),
		never: /\b(?:resettle|return)/i,
		course: 'grows',
		people: true,
	},
	{
		key: 'rescued',
		about: 'how many were rescued',
		after: behind('rescued|saved|pulled (?:alive )?from|plucked from'),
		before: ahead('rescued|rescuing|saved|plucked|pulled'),
		never: /\b(?:bod(?:y|ies)|corpses?|animals?|dogs?|cats?)\b/i,
		course: 'grows',
		people: true,
	},
	{
		key: 'infected',
		about: 'how many were infected',
		after: behind('infected|ill|sick|(?:confirmed )?(?:cases|infections)'),
		before: new RegExp(
			`(?:\\b(?:infected|infecting)|\\b(?:cases|infections)\\b[^.;:]{0,40}\\b(?:to|at))\\s+${HEDGE}$`,
			'i',
		),
		never: /\b(?:new|daily|suspected|court|cases of beer)\b/i,
		course: 'grows',
	},
	{
		key: 'aboard',
		about: 'how many were aboard',
		after: /^\s+(?:(?:[a-z]+\s+){1,4}?(?:(?:were|was)\s+)?(?:aboard|on ?board)\b|passengers (?:on|in) the\b)/,
		before: new RegExp(`\\b(?:carrying|carried|aboard were|on board were)\\s+${HEDGE}$`, 'i'),
		never:
			/\b(?:can|could|licen[cs]ed|capacity|designed|each|more than its|hold|holds|tons?|tonnes?|wagons|barrels)\b/i,
		course: 'stays',
		people: true,
	},
	{
		key: 'jobs',
		about: 'how many jobs are to go',
		after: /^\s+(?:[a-z]+\s+)?(?:jobs|posts|positions|redundancies|layoffs|job losses)\b/,
		before: ahead(
			'(?:lay|laid|lays|laying) off|cuts?|cutting|sheds?|shedding|axed?|axes|dismiss(?:ed|es|ing)?|sack(?:ed|s|ing)?|make redundant|making redundant|job cuts of|loss of',
		),
		never:
			/\b(?:creat\w*|add(?:s|ed|ing)?|new jobs|hir\w+|employ(?:s|ed|ing)|sav(?:e|ed|ing)|economy|payrolls|worldwide|globally)\b/i,
		course: 'stays',
		people: true,
	},
	{
		key: 'power',
		about: 'how many lost power',
		after:
			/^\s+(?:[a-z]+\s+)?(?:homes|households|customers|properties|people|houses)\b[^.;]{0,40}\b(?:without|lost|lose) (?:power|electricity|water)\b/,
		before: new RegExp(
			`\\b(?:(?:power|electricity)(?: supply)?(?: was)?(?: cut| lost)?(?: off)?|outages?|blackouts?)\\b[^.;]{0,20}\\b(?:to|in|for|at|hit|affecting|affected)\\s+${HEDGE}$`,
			'i',
		),
		never: /\b(?:back|restored|reconnected|again|still)\b/i,
		course: 'grows',
	},
	{
		key: 'crowd',
		about: 'how many came',
		after:
			/^\s+(?:[a-z]+\s+){0,3}?(?:(?:had|have)\s+)?(?:joined|marched|attended|attending|turned out|took part|gathered|rallied|took to the streets|demonstrated|protested|came|filled|packed|lined)\b/,
		before: new RegExp(
			`(?:\\b(?:crowd|turnout|attendance|marchers|protesters|demonstrators|rally|march|demonstration)\\b[^.;]{0,60}\\b(?:at|of|drew|numbered)|\\b(?:drew|attracted|attended by|watched by))\\s+${HEDGE}$`,
			'i',
		),
		never: /\b(?:counter|smaller|second)\b/i,
		course: 'open',
		people: true,
	},
	{
		key: 'magnitude',
		about: 'the magnitude',
		after: /^/,
		before:
			/\b(?:measured|measuring|registered|registering|magnitude|magnitude of|strength of)\s(?:(?:about|around)\s)?$/i,
		only: /\b(?:quakes?|earthquakes?|tremors?|temblors?|seism\w+)\b/i,
		never: /\b(?:aftershocks?|foreshock)\b/i,
		course: 'stays',
		kinds: new Set(['magnitude']),
	},
	{
		key: 'wind',
		about: 'the speed',
		after: /^/,
		before: null,
		never: /\bgust/i,
		course: 'open',
		kinds: new Set(['wind']),
	},
	{
		key: 'burnt',
		about: 'the area',
		after: /^[^.;]{0,40}\b(?:burn(?:t|ed|ing)|scorched|destroyed|blackened|consumed|ablaze|charred)\b/,
		before:
			/\b(?:burn(?:t|ed|ing|s)|scorch\w*|destroy\w*|blacken\w*|consum\w*|swept|charr\w*|covers|gr[eo]wn?|swelled|expanded|spread (?:to|over))\b[^.;]{0,30}$/i,
		course: 'grows',
		kinds: new Set(['area']),
	},
	{
		key: 'seized',
		about: 'how much was seized',
		after: /^\s+[a-z]+\s+[^.;]{0,40}\b(?:seized|confiscated)\b/,
		before: /\b(?:seiz(?:ed|es|ing)|confiscat\w+)\b[^.;]{0,60}$/i,
		course: 'grows',
		kinds: new Set(['weight']),
	},
	{
		key: 'cost',
		about: 'the cost',
		after: /^[^.;,]{0,25}\b(?:price tag|cost|bill)\b/,
		before: /\b(?:costs?|costing|priced?|price tag|bill|budget(?:ed)?)\b[^.;]{0,60}$/i,
		never:
			/\b(?:towards?|doubled|contribut\w+|saved?|saving|overrun|originally|share of|part of|first put|extra)\b/i,
		course: 'stays',
		kinds: MONEY,
		sameSubject: true,
	},
	{
		key: 'damages',
		about: 'the amount',
		after:
			/^\s+(?:[a-z]+\s+){0,2}?(?:in|of)\s+(?:damages|compensation|fines|penalties)\b|^\s+(?:fine|penalty|settlement)\b/,
		before:
			/\b(?:fined?|fines|damages of|penalty of|compensation of|settlement of|settle\w* for)\b[^.;]{0,40}$/i,
		never:
			/\b(?:asked|asking|sought|seeks?|seeking|demand\w*|wanted|claim(?:ed|ing|s)|maximum|could|call(?:ed|s|ing)? (?:for|on)|urged?|propos\w+|recommend\w*|faces?|facing|threat\w*)\b/i,
		course: 'stays',
		kinds: MONEY,
	},
	{
		key: 'price',
		about: 'the price',
		after: /^[^.;,]{0,12}\b(?:deal|takeover|purchase|bid)\b/,
		before:
			/\b(?:buy|buys|bought|buying|pay|pays|paid|paying|fetch\w*|went for|purchas\w+|acquir\w+|sold|sell|selling|sale|takeover|auction|fee of|signed?|signing|join\w*|transfer\w*)\b(?:(?!\b(?:which|who|sales|revenues?|profits?|turnover)\b)[^.;]){0,70}$/i,
		never:
			/\b(?:tax(?:es)?|legal fees|fines?|damages|salary|wages|each|deposit|instal\w+|debts?|losses|guide price|estimated at)\b/i,
		course: 'stays',
		kinds: MONEY,
	},
	...['loan', 'bribe', 'bail', 'reward', 'grant', 'damage', 'aid', 'jackpot', 'prize', 'loot'].map(
		(noun): Matter => ({
			key: noun,
			about: 'the amount',
			after: new RegExp(`^[\\s-]+(?:[a-z]+\\s+){0,3}?${noun}s?\\b`),
			before: new RegExp(`\\b${noun}s?(?:\\s+(?:of|at|was|is|put|worth|set|to)){1,3}\\s+${HEDGE}$`, 'i'),
			never: /\b(?:asked|sought|demanded|towards?|part of)\b/i,
			course: 'stays',
			kinds: MONEY,
		}),
	),
	...[true, false].map(
		(demanded): Matter => ({
			key: demanded ? 'ransom asked' : 'ransom',
			about: 'the ransom',
			after: /^[\s-]+(?:[a-z]+\s+){0,3}?ransom\b/,
			before: new RegExp(`\\bransom(?:\\s+(?:of|at|was|is|put|worth|set|to)){1,3}\\s+${HEDGE}$`, 'i'),
			...(demanded ? { only: DEMANDED } : { never: DEMANDED }),
			course: 'stays',
			kinds: MONEY,
		}),
	),
	{
		key: 'turnout',
		about: 'the turnout',
		after: /^[^.;,]{0,20}\bturnout\b/,
		before: /\bturnout\b[^.;,]{0,40}$/i,
		one: true,
		course: 'open',
		kinds: SHARE,
	},
	{
		key: 'vote',
		about: 'the share of the vote',
		after: /^\s*(?:percent\s|per cent\s)?(?:of|in favou?r of)\s+(?:the\s+)?(?:votes?|ballots?)\b/,
		before: null,
		never: /\b(?:poll(?:s|ster)? (?:show|suggest|put|gave)|counted)\b/i,
		course: 'stays',
		kinds: SHARE,
		sameSubject: true,
	},
	{
		key: 'long',
		about: 'the length',
		after:
			/^[\s-]+[a-z]+\s+(?:long\b|in length\b|(?:tunnel|line|road|bridge|route|wall|pipeline|railway|track|fence|canal|cable|motorway)\b)/,
		before: /\b(?:length of|stretch(?:es|ing)?(?: for| over)?|runs? for)\s+(?:(?:about|some|nearly)\s+)?$/i,
		never: /\b(?:section|stretch of)\b/i,
		course: 'stays',
		kinds: new Set(['distance']),
	},
	{
		key: 'deep',
		about: 'the depth',
		after: /^[\s-]+[a-z]+\s+(?:deep|down|below|beneath|under)\b/,
		before: /\bdepth of\s+(?:(?:about|some|nearly)\s+)?$/i,
		course: 'stays',
		kinds: new Set(['distance']),
	},
	{
		key: 'high',
		about: 'the height',
		after: /^[\s-]+[a-z]+\s+(?:high|tall|in height|tower|skyscraper)\b/,
		before: /\bheight of\s+(?:(?:about|some|nearly)\s+)?$/i,
		course: 'stays',
		kinds: new Set(['distance']),
	},
];

/** What may follow a figure whose verb stands before it: "killed 12 people", "killed 12." */
export const COUNTED_PEOPLE = new RegExp(`^(?:\\s+${PEOPLE}\\b|[.,;]|\\s+(?:and|in|on|at)\\b|$)`);

/** A figure after these is the sum of what is told beside it: "two more died, bringing the toll to 14". */
export const IN_ALL =
	/\b(?:(?:bring|brings|bringing|brought|raising|raised|raises|taking|takes|pushing|pushes)\b[^.;:]{1,60}?\bto|(?:toll|number of (?:the )?(?:people |those |persons )?(?:killed|dead|deaths|injured|wounded|hurt|missing|arrested|cases|infections|fatalities|confirmed dead|victims))\b[^.;:]{0,80}?\b(?:to|at|of|reached|reaches|hit|stood at|stands at|is|was|now))\s+(?:(?:at least|about|some|nearly|more than)\s+)?$/i;

/** A day in such a statement may be the one on which the figure was told, not that of the event. */
export const AS_IT_STANDS =
	/\b(?:toll|rose|risen|rises|climbed|climbs|climbing|bringing|brings|brought|reached|now|so far|increased|jumped|by)\b/i;

/** Of many places or of all together: what is told of one place is a part of it. */
export const MANY_PLACES =
	/\b(?:across|nationwide|countrywide|worldwide|throughout|in total|in all|altogether|overall|cities|towns|villages|provinces|districts|countries|regions|attacks|bombings|blasts|explosions|shootings|crashes|fires|elsewhere|(?:in|at|across) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?:, \p{Lu}[\p{L}’'-]+){0,3},? and \p{Lu}\p{L}+)\b/u;

/** What a difference in kinds of no matter of their own is about. */
export const ABOUT: ReadonlyMap<string, string> = new Map([
	['share', 'the percentage'],
	['distance', 'the distance'],
	['weight', 'the weight'],
	['area', 'the area'],
	['votes', 'the votes'],
	['jobs', 'how many jobs'],
	...[...MONEY].map((currency) => [currency, 'the amount'] as const),
]);

/** The noun of which a figure tells how much, right before it: "a pay rise of", "compensation worth". */
export const NOUN_BEFORE =
	/\b((?:(?:pay|tax|price|wage|interest|rate|rent|fare|death|jobless|growth)\s)?[a-z]{3,})\s(?:of|worth)\s+(?:(?:about|at least|some|nearly|around|over|up to|almost|more than)\s+)?$/;

/** Nouns that name nothing. */
export const OPEN_NOUNS: ReadonlySet<string> = new Set(
	'amount sum total rate figure majority cost price number level share value part third half quarter total payment payments most some many one out all'.split(
		' ',
	),
);

/** Words that say that something has a price. */
export const PRICED =
	/\b(?:buy|buys|bought|buying|purchas\w+|acquir\w+|sold|sell|selling|sale|takeover|auction|fee|fetch\w*|transfer\w*|price[ds]?)\b/i;

/** In a statement on more or on something else than the one event. */
export const OTHER_EVENT =
	/^(?:and|also|meanwhile|separately|elsewhere)\b|\b(?:another|other|more(?! than)|additional|further|of them|of those|each|every|per(?! ?cent)|earlier|previous|previously|rivals?|competitors?|in (?:nearby|neighbou?ring)|years? (?:ago|earlier|before)|(?:a|per) (?:week|month|year|day|hour)(?=[.,;]|$)|last (?:year|month|week)|a (?:year|month|week) ago|compared|(?:19|20)\d\d)\b/i;

/** Two statements with different ones of these speak of different times or of different counts. */
const SPANS = ['year', 'month', 'week', 'quarter', 'season'];

export const WHEN: readonly RegExp[] = [
	...['this|current', 'next|coming|following', 'last|previous'].flatMap((which) =>
		SPANS.map((span) => new RegExp(`\\b(?:${which}) ${span}\\b`, 'i')),
	),
	/\b(?:noon|midday|morning|early|opening)\b/i,
	/\b(?:nightfall|evening|midnight|night|late|later|closed(?= (?:up|down|at|lower|higher|\d))|close of|closing)\b/i,
];

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stems of who is aboard. */
export const ABOARD: ReadonlySet<string> = stems(
	'peopl person passeng passenger pupil pupils student migrant child tourist work soldi soldier crew commut commuter refuge refugee pilgrim fan sailor schoolchild trip jobs',
);

/** Stems of what happens to a thing or a person once. */
export const LONE_EVENTS: ReadonlySet<string> = stems(
	'built build open found founded establish creat complet born discov inaugurat construct erect launch demolish',
);

/** Words that only tell that something is to come. */
export const PLANNED: ReadonlySet<string> = stems(
	'due set held hold holds place start starts started begin begins began expected scheduled planned plans slated likely supposed poised hopes intends aims ready',
);

/** What is told as a pair of numbers or as a length of time. */
export interface Tally {
	readonly about: string;
	/** Words of a statement that tells of it, and words that make it another matter. */
	readonly told: RegExp;
	readonly never: RegExp;
	/** It may be told of nobody by name. */
	readonly unnamed?: true;
	/** The groups are numbers, as figures or words. */
	readonly shape: RegExp;
	/** The same for what tells the same: of a pair it does not matter who is named first. */
	readonly read: (numbers: readonly number[], printed: string) => string;
}

const pair = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join(' ');
const NUMBER =
	'(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty)';
const PAIR =
	/(?<![\d.,/:$£€-]\s?)\b(\d{1,3})(?:\svotes)?(?:\s(?:votes\s)?(?:to|against)\s|[-–])(\d{1,3})(?!\d|[.,:/]\d|[-–]\p{L}|[-–]\d|\s?(?:%|percent|per cent|years|million|billion))/gu;

export const TALLIES: readonly Tally[] = [
	{
		about: 'how the vote went',
		told: /\b(?:vot(?:e|es|ed|ing)|approved|passed|backed|rejected|adopted|ruled)\b/i,
		never:
			/\b(?:poll(?:s|ed|ster)?|previous|earlier|procedural|amendments?|preliminary|(?:won|beat)\b(?![^.;]{0,60}\bvotes?)|season|goal|match)\b/i,
		shape: PAIR,
		read: pair,
	},
	{
		about: 'how the vote went',
		told: /\b(?:vot(?:e|es|ed|ing)|backed|approved|supported|opposed|rejected)\b/i,
		never: /\b(?:poll(?:s|ed|ster)?|surveys?|previous|earlier|voters|people|households|amendments?)\b/i,
		shape: new RegExp(
			`\\b${NUMBER} of (?:the |its )?${NUMBER}\\b(?= (?:[a-z]+ ){0,3}?(?:members|judges|justices|ministers|directors|councillors|senators|deputies|lawmakers))`,
			'gi',
		),
		read: (numbers) => numbers.join(' of '),
		unnamed: true,
	},
	{
		about: 'the score',
		told: /\b(?:won|wins?|beat|beats|lost|loses?|drew|defeated|defeats|victory|draw|defeat|thrashed)\b/i,
		never:
			/\b(?:had (?:beaten|lost|won|drawn|drew)|half-?time|interval|lead|led|last (?:year|season|week)|earlier|previous|aggregate|odds|sets?|vot\w+|record)\b/i,
		shape: PAIR,
		read: pair,
	},
	{
		about: 'the length of the sentence',
		told: /\b(?:jailed|sentenced|sentences?|imprisoned|imprisonment|prison|behind bars)\b/i,
		never:
			/\b(?:asked|asking|sought|seek|seeks|seeking|faces?|faced|facing|could|would|may|might|maximum|minimum|at least|up to|already|spent|suspended|demand\w*|serv(?:e|ed|ing)|released|freed|parole|reduced|appeal\w*|years old|year-old|ago|recommend\w*)\b/i,
		shape: new RegExp(
			`\\b${NUMBER}[ -](?:years?|months?)\\b['’]? (?:in (?:prison|jail)|behind bars|imprisonment)|(?<=\\b(?:jailed|sentenced|imprisoned)\\b[^.;:]{0,80}\\b(?:for|to) (?:a )?)${NUMBER}[ -](?:years?|months?)\\b`,
			'gi',
		),
		read: ([number], printed) => `${number! * (/month/i.test(printed) ? 1 : 12)}`,
	},
];

/** Those of them that still tell one time from another: what starts in May may end in June. */
export const STARTING: ReadonlySet<string> = stems('start starts started begin begins began');

/** What a count does from day to day. */
export const STANDING: ReadonlySet<string> = stems(
	'toll stood stands rose rises climbed climbs reached reaches remained remains',
);

/** Kinds of disaster, as stems: two reports of different kinds are of two events. A storm may be a flood too, a blast a fire. */
export const HAZARDS: ReadonlySet<string> = stems(
	'flood landslid mudslid quake avalanch shot stab accident fire stampede',
);

/** Of a group within those of whom the other speaks. */
export const AMONG =
	/\b(?:among|aged|under \d|over \d|men|women|young|youth|children|black|rural|urban|capital|district|county|constituency)\b/i;

/** "Last month": a rate is told of it, and of no other event. */
export const LAST = /\blast (?:year|month|week|quarter)\b/gi;

/** Words of many names: to share one of these is to share nothing. */
export const OF_MANY_NAMES: ReadonlySet<string> = new Set(
	`county city town village island islands river lake mount mountain bay street road avenue square park court valley district
province region state university college school hospital church airport station port north south east west new saint san`.split(
		/\s+/,
	),
);
