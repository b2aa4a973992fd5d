/**
 * Closed classes of English that tell where a phrase begins and ends. Written by hand for this project; MIT.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stand between a subject and its verb and say nothing about who speaks. */
export const AUXILIARIES =
	list(`has have had having is are was were be been being am will would can could may might must
shall should do does did 's 'd 'll 've 're ’s ’d ’ll ’ve ’re not n't won't wouldn't can't couldn't didn't doesn't don't
hasn't haven't hadn't isn't aren't wasn't weren't cannot`);

export const ADVERBS =
	list(`also then later just recently once again already even now still simply often always sometimes
first earlier never ever only both further thus hence instead meanwhile too however soon almost yesterday today tonight
all each actually really finally quickly twice long far perhaps maybe indeed nevertheless nonetheless therefore
afterward afterwards back separately flatly out on up`);

export const PREPOSITIONS =
	list(`of in on at to for from with by about against between into through during before after
above below under over among within without toward towards upon across along around behind beside besides beyond despite
down except inside near off onto outside per since than throughout till until unlike via amid amidst regarding concerning
like as`);

export const CONJUNCTIONS =
	list(`and but or nor yet so because although though while whereas whether if unless when
whenever where wherever that which who whom whose what how why than as`);

export const DETERMINERS =
	list(`the a an this that these those his her its their our my your some any no every each
another other one two three several many most few all both either neither such what which whose`);

export const POSSESSIVES = list(`his her its their our my your whose`);

/** Can be the subject of a verb of saying. */
export const SUBJECT_PRONOUNS = list(`he she they we i you it who`);

export const RELATIVES = list(`who which that whom whose`);

/** Common past forms that do not end in -ed, and -s forms: a word here after a name is its verb. */
export const COMMON_VERBS =
	list(`was were is are has had have will would can could may might must should does did came
went took made gave got held kept left led lost met paid put ran sat saw sent set spoke spent stood struck taught thought
threw told took won wore wrote became began broke brought built bought caught chose cut dealt drew drove fell felt fought
found flew forgot froze grew hit hung knew laid lay let lit meant rose said sang sank shot shut slept sold sought swore
swept swung understood withdrew says wants seeks plans hopes needs makes takes gives gets goes comes keeps leads faces
leaves shows ate awoke bade beat became befell beheld bent bet bid bit bled blew bore bound bred burst cast clung crept dealt
dove drank dug dwelt fed fled flung forbade forgave fought froze ground hid hurt knelt lent lept lied lit mistook overcame
overtook overthrew pled proved quit rang rid rode sank shook shone shrank slid slung spat sped spilt spun sprang spread
stank stole stuck stung strode strove swam tore trod undertook undid upheld upset wept wed won wound wrung`);

/** Months, weekdays and the like, capitalised but nobody. */
export const TIME_WORDS =
	list(`monday tuesday wednesday thursday friday saturday sunday january february march april june
july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec morning afternoon evening
night week month year yesterday today tonight tomorrow`);
