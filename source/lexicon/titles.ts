/**
 * Words that say who somebody is: before a name ("President", "Lt. Gen."), after it ("the mayor") or instead of it.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, without full stops.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stand right before a name and nowhere else, mostly: a capital after them is a person. */
export const HONORIFICS =
	list(`mr mrs ms miss mx messrs dr prof sir dame lord lady rev fr sr sister brother father mother
madame madam monsieur mme mlle herr frau senor senora senorita sheikh sheik shaikh imam rabbi ayatollah
shri smt srimati barr engr alhaji alhaja hajia mallam cde cllr hojatoleslam mullah maulana swami guru saint st hon pope pastor reverend mister hajj haji sayyid sayed`);

/** Heads of titles: with modifiers before ("deputy prime minister") and "of …" after ("secretary of state"). */
export const TITLE_HEADS =
	list(`president vice-president premier chancellor minister ministers secretary undersecretary
under-secretary governor lieutenant-governor lawmaker senator senators congressman congresswoman congressmen representative
representatives delegate councillor councilor councilman councilwoman councilmember alderman assemblyman assemblywoman
assemblymember legislator mp msp mep mayor king queen prince princess duchess count countess baron baroness
emperor empress emir sultan crown-prince marquess viscount tsar czar shah maharaja general gen colonel col major maj captain
capt lieutenant lt sergeant sgt corporal cpl private pvt admiral adm commodore commander cmdr brigadier marshal
lance-corporal warden sheriff deputy detective inspector superintendent supt constable officer chief trooper
commissioner judge justice magistrate prosecutor attorney solicitor barrister ambassador envoy consul diplomat spokesman
spokeswoman spokesperson spokesmen chairman chairwoman chairperson chair speaker leader director executive ceo cfo coo cto editor
editor-in-chief professor doctor coach manager captain boss archbishop bishop cardinal patriarch pope deacon abbot priest
chaplain provost rector principal chancellor astronaut treasurer comptroller controller auditor ombudsman
surgeon-general postmaster founder co-founder cofounder owner publisher author strategist economist analyst candidate nominee
president-elect governor-elect mayor-elect ag senator-elect chief-executive sen sens rep reps gov govs pres amb atty del
whip secretary-general commander-in-chief comrade taoiseach tanaiste chairmen negotiator lawyer regent vizier counselor
advisor adviser aide correspondent columnist reporter writer anchor host moderator presenter broadcaster commentator famer famers dci pc igp`);

/** Before a head: "foreign minister", "White House deputy press secretary", "chief executive officer". */
export const TITLE_MODIFIERS =
	list(`vice deputy prime foreign defense defence finance interior home human resources natural works water food rural energy health education
labor labour trade commerce justice agriculture transport transportation environment culture economy economic treasury
housing veterans homeland security state federal district county city national attorney solicitor lieutenant lt
lieut maj sgt staff first second third press special senior junior executive assistant associate acting interim chief
general field air rear major brigadier wing fleet crown grand high lord lady house senate majority minority opposition
party parliamentary presidential gubernatorial vice-presidential republican democratic libertarian communist conservative
labour tory campaign communications policy political legal military police fire court supreme chairman managing marketing
operating financial technology information investment market marketing research global regional senior independent under
permanent principal private public general prosecuting lead head founding honorary outgoing incoming former ex late then
retired embattled disgraced ousted longtime long-time veteran exiled jailed deposed caretaker transitional assembly council
board union club team squad art sports business news world city political diplomatic royal his her`);

/** Before a whole title: the bearer bears it no more, not yet, or for now. */
export const TITLE_STATES =
	list(`former ex then then- acting interim outgoing incoming late retired ousted deposed
designated elected exiled jailed current future onetime one-time longtime`);

/** "Secretary of State", "Chief of Staff", "Minister for Foreign Affairs": what may follow "of" or "for" in a title. */
export const TITLE_COMPLEMENTS =
	list(`state staff defense defence education energy labor labour commerce agriculture
transportation transport justice health interior treasury war finance foreign affairs homeland security national
intelligence human services veterans housing urban development operations communications police parliament congress
house commons lords assembly senate council government opposition wales york sussex cambridge edinburgh kent cornwall
canterbury rome homeland culture trade industry economy environment budget management management exchequer rolls europe
brexit women equality equalities science technology innovation media information planning sport sports tourism energy`);

/** Nouns for people who speak in news; small letters, alone or before a name ("spokesman Ivan Orlov"). */
export const ROLE_NOUNS: ReadonlySet<string> = new Set([
	...TITLE_HEADS,
	...HONORIFICS,
	...list(`dean duke earl official officials police policeman policewoman officer officers lawyer lawyers attorney attorneys prosecutor
prosecutors investigator investigators detective source sources witness witnesses survivor victim resident residents
neighbor neighbour neighbors neighbours relative friend friends colleague wife husband mother father son daughter brother
sister widow partner girlfriend boyfriend fiance fiancee cousin uncle aunt nephew niece grandson granddaughter
grandfather grandmother parent parents child teacher teachers student students pupil nurse doctor doctors physician surgeon
scientist scientists researcher researchers epidemiologist virologist biologist physicist psychologist historian
academic scholar expert experts specialist specialists engineer architect farmer fisherman miner worker workers employee
employees driver pilot soldier soldiers veteran militant rebel rebels commander commanders activist activists campaigner
campaigners protester protesters demonstrator organizer organiser volunteer volunteers supporter supporters voter voters
member members politician politicians lawmakers legislators businessman businesswoman entrepreneur billionaire
millionaire tycoon investor investors banker trader traders broker strategist economist economists analyst analysts
consultant executive executives developer designer artist actor actress singer rapper musician guitarist drummer composer
conductor poet novelist author writer journalist reporter columnist blogger photographer filmmaker producer screenwriter
comedian model celebrity star star-player player players striker forward midfielder defender goalkeeper keeper winger
fullback quarterback linebacker receiver pitcher catcher infielder outfielder guard center centre batsman bowler wicketkeeper
golfer sprinter swimmer boxer cyclist jockey driver racer rider skier wrestler champion medallist medalist winner runner-up
teammate team-mate rookie captain skipper coach trainer referee umpire publicist spokesperson representative rep delegate
delegates aide aides adviser advisers advisor advisors surrogate strategist pollster operative operatives consultant
negotiator negotiators mediator envoy diplomat diplomats ambassador minister-designate insider insiders critic critics
opponent opponents rival rivals challenger incumbent predecessor successor counterpart ally allies founder owner landlord
tenant customer client passenger tourist migrant refugee prisoner inmate suspect defendant defendants plaintiff
gunman shooter attacker suspect hacker whistleblower informant agent agents spy handler mercenary warlord cleric preacher
priest nun monk pastor evangelist televangelist curator librarian archivist chef baker butcher bartender waiter waitress
cook shopkeeper clerk cashier secretary receptionist carpenter plumber electrician mechanic trucker firefighter
firefighters paramedic paramedics lifeguard coroner pathologist judge judges juror jurors magistrate bailiff
constable trooper ranger guard guards captive hostage teen teenager boy girl man woman youth toddler baby`),
]);

/**
 * Callings, those of one field on one line, that nobody follows who holds an office or follows another of them: of two
 * people of one name in unlike stories they tell that it is two.
 */
export const CALLINGS: ReadonlyMap<string, number> = new Map(
	`
farmer rancher grower shepherd herder beekeeper winemaker dairyman
fisherman fisher angler skipper sailor trawlerman
miner pitman collier quarryman
carpenter joiner plumber electrician mechanic builder bricklayer mason roofer welder tailor locksmith blacksmith
trucker driver cabbie chauffeur
baker butcher chef cook bartender waiter waitress barman barmaid
shopkeeper grocer clerk cashier hairdresser barber florist
nurse paramedic midwife carer dentist physiotherapist pharmacist
teacher headteacher schoolteacher
student pupil schoolboy schoolgirl
firefighter lifeguard
postman cleaner janitor gardener labourer laborer
pensioner retiree grandmother grandfather
prisoner inmate
striker midfielder goalkeeper winger fullback quarterback linebacker pitcher catcher batsman bowler jockey golfer sprinter swimmer
violinist cellist pianist drummer guitarist
`
		.trim()
		.split('\n')
		.flatMap((line, field) => line.split(' ').map((word): [string, number] => [word, field])),
);

export const FEMALE_WORDS =
	list(`mrs ms miss dame lady sister mother madame madam mme mlle frau senora senorita dona queen
princess duchess countess baroness empress congresswoman councilwoman assemblywoman spokeswoman chairwoman policewoman
businesswoman actress wife widow girlfriend fiancee daughter granddaughter grandmother aunt niece woman girl
saleswoman sportswoman noblewoman frenchwoman englishwoman irishwoman mum mom grandma heroine hostess waitress nun
stateswoman servicewoman camerawoman horsewoman policewomen ballerina midwife alderwoman goddess stewardess heiress`);

export const MALE_WORDS =
	list(`mr sir lord brother father monsieur herr senor don sheikh sheik imam rabbi ayatollah mullah
king prince duke earl count baron emperor emir sultan pope archbishop cardinal patriarch monk priest congressman councilman
assemblyman spokesman chairman policeman businessman actor husband widower boyfriend fiance son grandson grandfather
uncle nephew man boy frenchman englishman irishman welshman scotsman dutchman dad grandpa salesman sportsman nobleman
fisherman cameraman alderman ombudsman tsar czar shah maharaja lama statesman gunman serviceman horseman batsman
councilmen mister footballer-man abbot friar`);

/** Of the words for men those that many women are called by: they tell little. */
export const SAID_OF_BOTH = /^(?:spokes|chair|congress|alder|ombuds|business|council)m[ae]n$/;

/** After a possessive these tell that a person is meant: "Ruiz's wife". */
export const KIN =
	list(`wife husband widow widower girlfriend boyfriend fiance fiancee partner mother father mom dad mum parents son
sons daughter daughters child children brother brothers sister sisters cousin uncle aunt nephew niece grandson granddaughter
grandfather grandmother family lawyer lawyers attorney attorneys aides aide campaign supporters allies spouse friend friends
death birthday body arrest career tweet tweets remarks comments testimony resignation running`);

/** Small words after a last name that tell that a person is meant: "the Ruiz campaign", "a Ruiz aide". */
export const FOLLOWING =
	list(`administration campaign camp supporter supporters delegate delegates aide aides surrogate
surrogates adviser advisers advisor advisors voter voters backer backers presidency candidacy nomination family clan era
loyalist loyalists ally allies rally rallies biographer impersonator fan cabinet transition regime`);

/** Titles of mere politeness: they tell a person's gender and nothing of who it is. */
export const COURTESIES =
	list(`mr mrs ms miss mx messrs sir dame lord lady madame madam monsieur mme mlle herr frau senor
senora senorita mister hon`);

/** Heads that are one office in two words, and short forms. */
export const ONE_HEAD: Readonly<Record<string, string>> = {
	spokesman: 'spokesperson',
	spokeswoman: 'spokesperson',
	spokesmen: 'spokesperson',
	chairman: 'chair',
	chairwoman: 'chair',
	chairperson: 'chair',
	sen: 'senator',
	rep: 'representative',
	congressman: 'representative',
	congresswoman: 'representative',
	gov: 'governor',
	gen: 'general',
	col: 'colonel',
	lt: 'lieutenant',
	capt: 'captain',
	sgt: 'sergeant',
	pres: 'president',
	premier: 'minister',
	amb: 'ambassador',
	dr: 'doctor',
};
