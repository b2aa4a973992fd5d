/**
 * Words by which the rules of attribution tell where a clause begins, hangs on another or steps aside. Closed classes of
 * English, written by hand for this project from general knowledge; MIT.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** A new clause begins: what stands before one is not part of the titles or the subject behind it. */
export const CLAUSE_BORDERS = list(
	`and but or although though because while whereas since when if including after before where which who
whose what`,
);

/** Opens a clause put ahead of the main one, with words of its own: "When somebody shouted …, Ruiz laughed". */
export const PUT_AHEAD = list(`when while after whenever before once`);

/** Opens a clause inside what was said: "Lopez said that if the court agrees, …". */
export const HANGS_INSIDE = list(`if when because unless until which who as although since`);

/** Opens a clause that hangs on another one: its subject is not the sentence's. */
export const SUBORDINATING = list(
	`when after before while as if because although though since until unless that which who whom what where
whether than once how why till`,
);

/** Opens an aside that is a clause of its own: "Lopez, when asked what was wrong, said". */
export const OPENS_ASIDE = list(`when after before while as if asked despite though although`);

/** Adjectives between a noun and the preposition that goes on about it: "a source close to the talks". */
export const MODIFIERS = list(
	`close familiar critical loyal opposed sympathetic responsible involved present`,
);

/** Leads up to a word of time: "late on Monday", "early this week". */
export const BEFORE_TIME = list(`on in last late this early next earlier since at`);

/** Repeats the subject before its verb: "Lopez herself said". */
export const REFLEXIVES = list(`himself herself themselves itself`);

/** Behind "said nothing": something was said all the same. */
export const EXCEPTING = list(`but except more beyond other`);

/** Belongs to the verb before it: "pointed out that", "put it". */
export const VERB_PARTICLES = list(`out up to it on`);

/** What stands before a colon and speaks for nobody. */
export const NO_LABEL = list(
	`quote quotes update correction note headline caption question answer q a then so but and here or plus
also result translation example today listen verdict slogan motto title subject re breaking exclusive
opinion watch live video analysis editorial news review revealed comment message reality fact claim
context background this`,
);

/** People whom no title names: they speak before a colon all the same. */
export const CROWDS = list(
	`victim victims family families locals mum mums mom moms dad dads bereaved readers viewers listeners
shoppers passengers commuters tenants landlords nurses patients inmates prisoners hostages refugees migrants campaign
mps ministers everyone everybody`,
);

/** Pasts that look like their participle: "a letter sent by", "a rally held by". */
export const EITHER_PAST = list(
	`sent held made found told left lost met paid put set kept built bought brought caught led laid read sold
shot spent taught thought won cut hit hung bound bred cast fed fought hurt kept lent lit meant sought
struck understood upheld wound`,
);
