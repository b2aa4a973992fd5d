/**
 * Words that report words: verbs of saying and writing, of judging and of thinking, with their forms.
 * Written by hand for this project from general knowledge of English news; MIT like the rest.
 */

/**
 * speech: takes a quotation or a that-clause of the speaker's words (say, write, argue).
 * address: the same, with the person spoken to as object (tell, remind, assure).
 * label: quotes a word or two about something (call, describe, accuse, dismiss).
 * mind: belief and feeling; reports words less often (believe, hope, want).
 * manner: anything else that stands beside a quotation (begin, smile, sing); counts only where it touches the mark.
 */
export type ReportingKind = 'speech' | 'address' | 'label' | 'mind' | 'manner';

/** finite: says, said. participle: saying. past: said, also after "was" and "have". */
export interface ReportingForm {
	readonly kind: ReportingKind;
	readonly lemma: string;
	readonly finite: boolean;
	readonly participle: boolean;
	/** Also a common noun (the report, a claim): needs a subject right before it. */
	readonly noun: boolean;
}

const SPEECH = `say add ask reply respond write tweet retweet post explain note insist argue declare state warn
claim announce comment conclude recall joke quip shout yell scream exclaim remark observe mention stress emphasize
emphasise suggest admit acknowledge concede confirm deny maintain assert contend complain lament predict promise vow
pledge reveal report opine muse mutter whisper mumble murmur reiterate repeat agree counter retort interject
caution testify allege charge affirm proclaim pronounce specify clarify elaborate theorize
speculate boast brag gush rave marvel grumble gripe fume thunder bellow bark snap snarl sneer scoff deadpan
crow chant holler blurt stammer recount relate narrate hint imply indicate
disclose divulge confess confide profess swear attest vouch certify decree preach lecture sermonize riff
blog email e-mail text message telegraph wire scrawl scribble pen publish quote
advocate urge demand plead beg insinuate estimate reckon rejoin riposte object
dispute rebut refute apologize apologise regret rant rail
intone enthuse effuse summarize summarise recap posit postulate hypothesize
forecast foretell prophesy counsel advise recommend recite tease taunt jeer heckle
communicate articulate echo underscore underline threaten project`;

const ADDRESS = `tell remind inform assure reassure warn ask urge advise notify brief implore beseech exhort challenge
admonish caution convince persuade promise beg order instruct counsel`;

const LABEL = `call describe label brand dub characterize characterise denounce deride dismiss slam blast criticize
criticise accuse praise mock ridicule attack condemn decry blame hail lambaste rip bash knock lash berate chide chastise
scold rebuke excoriate pan savage skewer trash assail hammer disparage belittle castigate rap deplore bemoan laud extol
applaud compliment commend refer term deem paint portray depict cast liken compare equate frame style christen nickname
tag invoke reject defend vilify demonize demonise malign insult pillory decried scorn pooh-pooh rebuff renounce repudiate
disavow oppose favor favour support endorse back condemn bill warn-of complain-of speak talk`;

const MANNER = `continue begin start open close finish end interrupt chime pipe put go tout trumpet broadcast
caption title headline discuss find show allow reflect point call-out cry answer reason offer venture submit signal
signify wonder type print cable read sign cite request protest disagree thank congratulate greet welcome sigh laugh
giggle chuckle smile shrug nod sum analyze analyse instruct order propose sing rap croon jab voice express highlight
outline detail address calculate rule think`;

const MIND = `believe feel hope want fear worry expect know consider see understand doubt suspect guess figure
envision imagine assume presume realize realise recognize recognise learn conclude intend plan seek wish love like hate
prefer decide determine remember forget judge view regard perceive value`;

/** Past, participle (when other than the past) and the -s form where the rules of spelling do not give them. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
	say: ['said'],
	tell: ['told'],
	write: ['wrote', 'written'],
	read: ['read'],
	think: ['thought'],
	feel: ['felt'],
	know: ['knew', 'known'],
	see: ['saw', 'seen'],
	understand: ['understood'],
	find: ['found'],
	show: ['showed', 'shown'],
	sing: ['sang', 'sung'],
	swear: ['swore', 'sworn'],
	speak: ['spoke', 'spoken'],
	begin: ['began', 'begun'],
	go: ['went', 'gone'],
	put: ['put'],
	rip: ['ripped'],
	cast: ['cast'],
	foretell: ['foretold'],
	forecast: ['forecast'],
	beseech: ['besought'],
	broadcast: ['broadcast'],
	forget: ['forgot', 'forgotten'],
	learn: ['learned', 'learnt'],
	beg: ['begged'],
	quip: ['quipped'],
	snap: ['snapped'],
	rap: ['rapped'],
	pen: ['penned'],
	dub: ['dubbed'],
	slam: ['slammed'],
	pan: ['panned'],
	tag: ['tagged'],
	brag: ['bragged'],
	blog: ['blogged'],
	jab: ['jabbed'],
	chat: ['chatted'],
	sum: ['summed'],
	recap: ['recapped'],
	admit: ['admitted'],
	submit: ['submitted'],
	rebut: ['rebutted'],
	refer: ['referred'],
	plan: ['planned'],
	prefer: ['preferred'],
	regret: ['regretted'],
	extol: ['extolled'],
	label: ['labeled', 'labelled'],
	model: ['modeled'],
	signal: ['signaled', 'signalled'],
	counsel: ['counseled', 'counselled'],
	nod: ['nodded'],
	plead: ['pleaded', 'pled'],
};

/** Doubled or otherwise irregular -ing forms follow from the irregular past ending in -ed; these do not. */
const IRREGULAR_ING: Readonly<Record<string, string>> = {
	put: 'putting',
	begin: 'beginning',
	forget: 'forgetting',
};

/** Forms that news prints more often as nouns, adjectives or prepositions. */
const NOUNISH = new Set(
	`report reports claim claims note notes comment comments tweet tweets post posts charge charges state states promise
promises demand demands remark remarks thought offer offers order orders call calls estimate estimates request requests
answer answers question account challenge challenges hope hopes fear fears plan plans view views value values support
back love like wish regret regrets attack attacks blast praise rule rules sign signs signal signals type print text texts
message cable wire show shows find point points address press detail details voice close end open start cast bill
style frame term terms title caption headline quote quotes cite cries cry laugh smile sigh pen cause press figure guess
judge object broadcast forecast forecasts finding findings pledge pledges vow vows warning meaning feeling talk talks
reading beginning opening closing ending being understanding hearing wants needs sum paint tag rap rip pan knock hammer
brand label labels mock welcome express address submit favor favour doubt protest protests dispute disputes counter
comments echo echoes joke jokes tease project projects go puts outline scream shout yell chant lecture swear press reason reasons
email emails figures`.split(/\s+/),
);

function inflect(lemma: string): { s: string; past: readonly string[]; ing: string } {
	const [stem, ...particle] = lemma.split('-');
	const tail = particle.length ? `-${particle.join('-')}` : '';
	const word = stem!;
	const s = /(?:[sxz]|ch|sh|go)$/.test(word)
		? `${word}es`
		: /[^aeiou]y$/.test(word)
			? `${word.slice(0, -1)}ies`
			: `${word}s`;
	const regular = /e$/.test(word)
		? `${word}d`
		: /[^aeiou]y$/.test(word)
			? `${word.slice(0, -1)}ied`
			: `${word}ed`;
	const past = IRREGULAR[word] ?? [regular];
	const doubled = /([b-df-hj-np-tv-z])\1ed$/.exec(past[0]!);
	const ing =
		IRREGULAR_ING[word] ??
		(doubled && !/(.)\1$/.test(word)
			? `${past[0]!.slice(0, -2)}ing`
			: /[^eoy]e$/.test(word)
				? `${word.slice(0, -1)}ing`
				: `${word}ing`);
	return { s: s + tail, past: past.map((form) => form + tail), ing: ing + tail };
}

function build(): ReadonlyMap<string, ReportingForm> {
	const forms = new Map<string, ReportingForm>();
	const add = (form: string, entry: Omit<ReportingForm, 'noun'>) => {
		if (!forms.has(form)) forms.set(form, { ...entry, noun: NOUNISH.has(form) });
	};
	const lists: readonly [ReportingKind, string][] = [
		['address', ADDRESS],
		['speech', SPEECH],
		['label', LABEL],
		['mind', MIND],
		['manner', MANNER],
	];
	for (const [kind, list] of lists)
		for (const lemma of list.split(/\s+/)) {
			const { s, past, ing } = inflect(lemma);
			add(lemma, { kind, lemma, finite: true, participle: false });
			add(s, { kind, lemma, finite: true, participle: false });
			for (const form of past) add(form, { kind, lemma, finite: true, participle: false });
			add(ing, { kind, lemma, finite: false, participle: true });
		}
	return forms;
}

/** Every form of every reporting verb, lower case. */
export const REPORTING: ReadonlyMap<string, ReportingForm> = build();

/** Verbs that stand before their subject after a quotation ("…," said Maria Lopez). */
export const INVERTING: ReadonlySet<string> = new Set(
	`say write add ask reply explain note tweet argue observe recall continue announce declare warn conclude remark read
respond quip joke insist report shout cry agree muse begin go post state comment lament counter exclaim wonder chime
interject retort testify
predict claim admit acknowledge suggest assert concede contend caution recount confirm estimate allege speculate`.split(
		/\s+/,
	),
);

/** Nouns for words said: "Lopez's claim that …", "his warning that …". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
	`claim claims warning warnings remark remarks suggestion suggestions contention argument arguments assertion assertions
statement statements comment comments promise promises pledge pledges vow vows description descriptions accusation
accusations allegation allegations assessment declaration demand demands observation prediction predictions response reply
answer question questions complaint complaints criticism insistence admission acknowledgment acknowledgement view belief
denunciation characterization characterisation reference references message messages tweet tweets post posts letter email
e-mail speech words call calls proclamation announcement opinion conclusion ruling testimony joke jokes boast lament
mantra slogan motto refrain cry chant chants plea retort quip rebuke dismissal denial concern concerns fear fears hope
mispronunciation pronouncement pronouncements rhetoric threat threats advice`.split(/\s+/),
);

/** What bears a title in marks: a book, a show, a song, a ship. */
export const TITLED_WORKS: ReadonlySet<string> = new Set(
	`show film movie book novel memoir song album single track series sitcom drama comedy documentary podcast program
programme magazine newspaper newsletter column play musical opera poem painting exhibition exhibit video game episode
segment special sequel thriller bestseller autobiography biography essay paper report study ad spot commercial clip sketch
anthem hymn ballad tune hit blog website site app band act entitled titled headlined named called dubbed nicknamed known
host anchor hosts anchors starring stars co-host pseudonym alias nickname codename code-named so-called hashtag ship ferry boat vessel yacht trawler tanker freighter
frigate destroyer submarine schooner steamer liner warship lifeboat tugboat barge sloop brig catamaran dinghy`.split(
		/\s+/,
	),
);

/** Words that stand for a firm or a house, whoever spoke them first. */
export const MOTTOES: ReadonlySet<string> = new Set(['motto', 'slogan', 'tagline', 'strapline', 'watchword']);

/** What words are written on, so that it "reads". */
export const WRITTEN_ON: ReadonlySet<string> = new Set(
	`sign signs banner banners placard placards poster posters plaque plaques sticker stickers shirt shirts t-shirt t-shirts
hat hats cap caps badge badges billboard billboards board boards label labels inscription tattoo graffiti headline headlines
caption message messages note notes card cards slogan slogans email e-mail text tweet post leaflet leaflets flag flags
screen chyron ticker jersey jerseys stone tombstone gravestone`.split(/\s+/),
);

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Right before a reporting verb: nothing was said. */
export const NEGATIONS = words(
	`not never neither nor cannot nobody without hardly scarcely barely rarely seldom refuse refuses refused refusing decline
declines declined declining didn't doesn't don't hasn't haven't hadn't won't wouldn't can't couldn't isn't wasn't weren't
aren't shouldn't mustn't`,
);

/** Who speaks where nobody does: "no official said", "few officials said", "neither the mayor nor her deputy". */
export const NOBODIES = words(`no nobody none neither nor few no-one nothing`);

/** Before the one who speaks: it is open whether anything was said. */
export const HYPOTHESES = words(`if whether unless`);

/** What stands behind them is what the speaker says is not so; shown only together with the verb. */
export const DENYING = words(`deny dispute doubt refute rebut reject disavow repudiate`);
