/**
 * Words that tell nothing about what a text is about, and groups of words that news uses for one thing. Written by
 * hand for this project; MIT.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Function words, and what every report says of itself. Lower case, without accents and possessives. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	list(`a about above across after again against all almost along already also although always am among an and another
any anyone anything are aren around as at away back be became because become been before behind being below between both
but by came can cannot come could couldn couldnt did didn didnt do does doesn doesnt doing don done dont down during each
either else ever every few for from further gave get gets give given go goes going gone got had hadn hadnt has hasn hasnt
have haven havent having he hed hell her here hers herself hes him himself his how however i id if ill im in including
indeed instead into is isn isnt it its itself ive just keep kept let like likely made make makes many may me meanwhile
might mine more most much must mustn my myself near nearly neither never no none nor not nothing now of off often on
once one only onto or other others our ours ourselves out over own per perhaps quite rather re really said same saw say
saying says see seem seemed seems seen shall she shes should shouldn since so some someone something soon still such
take taken takes than that thats the their theirs them themselves then there theres these they theyre theyve thing
things this those though through thus to together too took toward towards under until up upon us used using very via
was wasn wasnt way we well went were weren werent weve what whatever when where whether which while who whole whom whose
why will with within without won wont would wouldn wouldnt yes yet you your youre yours yourself told tell according
reported report reports reportedly added mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday today
yesterday tomorrow`),
);

const GROUPS: readonly string[] = [
	'killed dead death deaths died die dies dying kills kill killing killings fatal fatally fatalities fatality toll slain deadly casualties casualty',
	'injured wounded injuries injury hurt wounds injuring wounding',
	'blast explosion explosions exploded explode blasts bomb bombing bombings bombs detonated',
	'arrested arrest arrests detained detain detention detainees detainee custody',
	'police officers officer cops cop policeman policemen',
	'ceasefire truce armistice',
	'talks negotiations negotiation negotiating negotiate negotiators negotiator',
	'quake earthquake tremor temblor',
	'storm hurricane typhoon cyclone',
	'fire blaze wildfire flames',
	'election elections poll polls vote votes voted voters voting ballot ballots',
	'resigned resign resigns resignation quit stepped',
	'attack attacks attacked attackers assault assaulted',
	'buy bought acquire acquired acquisition purchase purchased takeover acquiring buying',
	'shot shooting shootings gunfire gunned shots gunman gunmen shooter',
	'court judge judges courts',
	'suit lawsuit sued sue suing sues',
	'lawmaker lawmakers legislator legislators',
	'increase increased increases rise rises rose risen grew grow climbed jumped surged soared',
	'fell fall falls fallen dropped drop declined decline decreased decrease slumped plunged tumbled',
	'percent pct percentage',
	'phone telephone call calls called',
	'jail jailed prison imprisoned imprisonment',
	'president presidential presidency',
	'accident crash crashed crashes collision collided',
	'protest protests protesters protested protester demonstrators demonstration demonstrations demonstrator rally',
];

/** Word or stem → the first word of its group. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
	GROUPS.flatMap((group) => {
		const words = list(group);
		return words.map((word): [string, string] => [word, words[0] ?? word]);
	}),
);
