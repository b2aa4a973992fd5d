/**
 * Words that end in a full stop which ends no sentence, or not always, as English news prints them.
 * Written by hand for this project from general knowledge; MIT like the rest. All lower case, final stop left off.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** A name or number follows: never the end of a sentence before a capital. */
export const BEFORE_NAME =
	list(`mr mrs ms messrs mme mlle dr prof rev fr gen lt col maj capt cmdr cpl sgt adm sen sens rep
reps gov govs pres hon amb supt insp det dir asst atty sec ofc pvt brig vs v viz cf e.g i.e al-hajj mt ft pt st ste
mx rt mses drs profs revs gens lts cols sr-lt del min dep treas supt comdr sgts capts atty-gen lt-gen maj-gen det-insp
ald attys dist aka a.k.a councilman-elect sra sr-gen`);

/** Only a number follows: "No. 10", "pp. 4", "Art. 5". */
export const BEFORE_NUMBER = list(
	`no nos p pp art arts fig figs vol vols ch sect para paras col ver approx ca c b d est ft lb lbs hr hrs`,
);

export const MONTH_ABBREVIATIONS = list('jan feb mar apr jun jul aug sep sept oct nov dec');

/** Ends a sentence or not: the next word tells. */
export const EITHER_WAY =
	list(`inc corp co cos ltd plc llc bros jr sr esq ph.d m.d b.a m.a d.d.s r.n c.e.o ave blvd rd
dept univ assn intl mfg gmbh s.a n.v ala ariz ark calif colo conn del fla ga ia id ill ind kan kans ky la mass md mich
minn miss mo mont neb nebr nev n.h n.j n.m n.y n.c n.d okla ore oreg pa penn r.i s.c s.d tenn tex vt va wash w.va wis
wisc wyo ont que alta dist bldg apt jan feb mar apr jun jul aug sep
sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`);

/** Units and the like, nearly always before small letters: a capital after them begins a sentence. */
export const UNITS = list('etc pct hrs hr mins lb lbs oz sq mph yds');

export const CLOCK = list('a.m p.m am pm');

/** After a.m. and p.m. these go on with the time: "8 p.m. Tuesday", "10 a.m. EDT". */
export const AFTER_CLOCK =
	list(`monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed
thu thur thurs fri sat sun eastern central mountain pacific greenwich moscow kyiv beijing local gmt utc est edt cst cdt
mst mdt pst pdt et ct pt bst cet cest eet eest msk ist jst aest aedt hkt sgt`);

/** Words of the closed classes that begin a sentence, and seldom a name. */
export const STARTERS =
	list(`the a an he she it they we i you this that these those there here his her its their our my
your in on at by for from with without as but and or nor yet so if when whenever while whereas although though since
because after before during until till once under over among amid between despite besides beyond through throughout
within to of about against along around behind near upon like unlike who what where why how which whose whether not no
none nobody nothing some many most much more several few both each every either neither all any other others another one
two three four five six seven eight nine ten dozens hundreds thousands also now then still even only just again already
meanwhile however instead moreover furthermore nevertheless nonetheless therefore thus hence indeed perhaps maybe
otherwise later earlier soon today yesterday tonight tomorrow last next asked according he's she's it's they're we're
i'm i've i'd you're that's there's here's what's don't didn't isn't wasn't it'll let's can't won't are is was were do
does did has have had can could will would should may might must be being yes please following such same`);
