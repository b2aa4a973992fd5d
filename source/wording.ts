/**
 * Values → the words a reader sees, in one place, so that the pipe and the screen say the same thing in the same way.
 * What may hold source text comes out `Safe`.
 */
import { type Safe, safeLine, safeText } from './safe.ts';
import type {
	Actor,
	Article,
	Bounds,
	Day,
	Dispute,
	Join,
	JoinReason,
	Kind,
	Problem,
	Published,
	Quotation,
	RemovedReason,
	Span,
	Standing,
} from './types.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface DayParts {
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

/** null for what is not a day of the calendar's form. */
function partsOf(day: Day): DayParts | null {
	const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
	const month = MONTHS[Number(match?.[2]) - 1];
	return match && month ? { day: String(Number(match[3])), month, year: match[1]! } : null;
}

/** "12 Mar". */
export function shortDay(day: Day): Safe {
	const parts = partsOf(day);
	return (parts ? `${parts.day} ${parts.month}` : safeLine(day)) as Safe;
}

/** "12 Mar 2025". */
export function plainDay(day: Day): Safe {
	const parts = partsOf(day);
	return (parts ? `${parts.day} ${parts.month} ${parts.year}` : safeLine(day)) as Safe;
}

/** "Wed 12 Mar 2025"; "undated" for what has no day. */
export function longDay(day: Day | null): Safe {
	if (day === null) return 'undated' as Safe;
	if (!partsOf(day)) return safeLine(day);
	return `${WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? ''} ${plainDay(day)}`.trim() as Safe;
}

/** "Wed 12 Mar 2025", "12–18 Mar 2025", "28 Feb – 2 Mar 2025", "30 Dec 2024 – 2 Jan 2025", "undated". */
export function dayRange(first: Day | null, last: Day | null): Safe {
	if (first === null || last === null || first === last) return longDay(first ?? last);
	const [from, to] = [partsOf(first), partsOf(last)];
	if (!from || !to) return `${safeLine(first)} – ${safeLine(last)}` as Safe;
	if (from.year !== to.year) return `${plainDay(first)} – ${plainDay(last)}` as Safe;
	if (from.month !== to.month) return `${shortDay(first)} – ${plainDay(last)}` as Safe;
	return `${from.day}–${plainDay(last)}` as Safe;
}

/** "12 Mar 2025"; of a day that was worked out as much as is known: "about 17 Mar 2025", "about Mar 2025", "about 2025". */
function nearWords({ day, certain, precision }: Published, say: (day: Day) => Safe): Safe {
	if (certain) return say(day);
	const parts = partsOf(day);
	if (!parts || precision === 'day') return `about ${say(day)}` as Safe;
	return `about ${precision === 'month' ? `${parts.month} ` : ''}${parts.year}` as Safe;
}

/** "12 Mar 2025", "about 17 Mar 2025", "about Mar 2025", "undated, after 17 Mar 2025", "undated". */
export function publicationWords(published: Published | null, bounds: Bounds | null = null): Safe {
	if (!published) return ['undated', ...boundsWords(bounds)].join(', ') as Safe;
	return nearWords(published, plainDay);
}

/** The days of a story; "about", and no nearer than is known, where each of them was worked out. */
export function daysWords(
	first: Day | null,
	last: Day | null,
	published: readonly (Published | null)[],
): Safe {
	const days = dayRange(first, last);
	const told = published.filter((one) => one !== null);
	if (last === null || told.length === 0 || told.some(({ certain }) => certain)) return days;
	const coarse =
		told.find(({ precision }) => precision === 'year') ?? told.find(({ precision }) => precision === 'month');
	if (!coarse || first === null) return `about ${days}` as Safe;
	const [from, to] = [first, last].map((day) => nearWords({ ...coarse, day }, plainDay));
	return (from === to ? from : `${from} – ${to?.replace(/^about /, '')}`) as Safe;
}

function boundsWords(bounds: Bounds | null): string[] {
	const { after, before } = bounds ?? { after: null, before: null };
	if (after && before) return [`between ${plainDay(after.day)} and ${plainDay(before.day)}`];
	if (after) return [`after ${plainDay(after.day)}`];
	return before ? [`before ${plainDay(before.day)}`] : [];
}

const DAY_FROM: Readonly<Record<Published['from'], string>> = {
	metadata: "the day is in the article's own data",
	header: 'the day stands at the head of the article',
	body: 'the day is worked out from the text',
	linked: 'the day is in the text, the year comes from a linked article',
};

/** The head prints a day without its year: from it the days in the text are reckoned, and are no surer. */
const isYearWorkedOut = ({ from, linkedArticle }: Published) => from === 'header' && linkedArticle !== null;

/** How the day of an article is known. */
export function dayFromWords(published: Published | null): Safe {
	if (!published) return 'no day is printed, and none is guessed' as Safe;
	if (isYearWorkedOut(published))
		return 'the day stands at the head of the article, the year comes from a linked article' as Safe;
	return (
		published.from === 'linked' && published.evidence === null
			? 'no day is in the text; articles on the same events came out about then'
			: DAY_FROM[published.from]
	) as Safe;
}

const PLURALS: Readonly<Record<string, string>> = { story: 'stories', copy: 'copies', entry: 'entries' };

/** "1 article", "5 quotations", "no stories"; numbers from a thousand on with a comma. */
export function countWords(count: number, noun: string): Safe {
	const plural = PLURALS[noun] ?? `${noun}s`;
	const number = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
	return `${count === 0 ? 'no' : number} ${count === 1 ? noun : plural}` as Safe;
}

/** What stands for the article's source on a row: the outlet, else the name of its file. */
export function sourceWords(article: Pick<Article, 'outlet' | 'file'>): Safe {
	const outlet = article.outlet === null ? '' : safeLine(article.outlet);
	return outlet === '' ? fileWords(article.file) : outlet;
}

/** The file name without its folders; what the safe door leaves empty is called "unnamed". */
export function fileWords(file: string): Safe {
	if (file === '-') return 'standard input' as Safe;
	return safeLine(file.slice(file.lastIndexOf('/') + 1)) || ('unnamed' as Safe);
}

export function headlineWords(article: Pick<Article, 'headline' | 'file'>): Safe {
	return (article.headline === null ? '' : cutHeadline(article.headline)) || fileWords(article.file);
}

/** No desk prints a longer one: what runs on is a text without line ends, and would bury what stands below it. */
const LONGEST_HEADLINE = 300;

/** A headline on one line; one that is too long ends after a word, with dots. */
export function cutHeadline(headline: string): Safe {
	// Of a text of megabytes only its beginning is made safe, with room for signs that are not shown.
	const room = headline.slice(0, 8 * LONGEST_HEADLINE);
	const words = safeLine(room);
	if (words.length <= LONGEST_HEADLINE)
		return (room.length === headline.length || words === '' ? words : `${words} …`) as Safe;
	const cut = words.lastIndexOf(' ', LONGEST_HEADLINE);
	const kept =
		cut > 0 ? words.slice(0, cut).replace(/[\s\p{Pd},;:]+$/u, '') : words.slice(0, LONGEST_HEADLINE);
	return safeLine(`${kept} …`);
}

/** Said beside a headline that the article does not print as one; null when it does. */
export function headlineNote(article: Pick<Article, 'headlineFrom'>): Safe | null {
	if (article.headlineFrom === 'lede') return 'no headline printed: its first sentence' as Safe;
	return article.headlineFrom === null ? ('no headline: the name of the file' as Safe) : null;
}

const ARTICLE = /^(?:the|an?)\s+/i;

// Words that point at somebody named elsewhere, or that describe instead of name.
const POINTING =
	/^(?:he|she|they|it|his|her|their|its|i|we|who|the|a|an|this|that|these|those|one|some|another)\b/i;

/** Whether words printed for a speaker are a name of theirs, told by their own capitals. */
function isName(words: string): boolean {
	return !POINTING.test(words) && /^\p{Lu}/u.test(words);
}

/** What of an actor a name is told by. */
type Named = Pick<Actor, 'name' | 'aliases'>;

/** Whether the words printed are part of a name the actor is known by. */
function isAlias(words: string, actor: Named): boolean {
	const printed = words.toLowerCase().replace(ARTICLE, '').split(' ');
	return [actor.name, ...actor.aliases.map(({ text }) => text)].some((name) => {
		const known = new Set(safeLine(name).toLowerCase().split(' '));
		return printed.every((word) => known.has(word));
	});
}

/**
 * Who said a quotation: "Dmitry Peskov"; "Dan Scavino (“he”)" when the text has another word there; "probably …" when
 * the rule is not sure; “the statement” in marks when no actor is behind the words; "speaker unknown".
 */
export function speakerWords(speaker: Quotation['speaker'], actor: Named | null): Safe {
	const mention = speaker.mention ? safeLine(speaker.mention.text) : '';
	const who = nameWords(mention, actor);
	if (who === '') return 'speaker unknown' as Safe;
	return (speaker.certain ? who : `probably ${who}`) as Safe;
}

function nameWords(mention: string, actor: Named | null): string {
	if (!actor) return mention === '' || isName(mention) ? mention : `“${mention}”`;
	const name = safeLine(actor.name);
	return mention === '' || isName(mention) || isAlias(mention, actor) ? name : `${name} (“${mention}”)`;
}

/**
 * What goes before and after the words of a quotation: its marks, or the reporting verb that the source prints right
 * before reported words, without which they may make no sense ("urged the rebels to leave"). "Said" tells nothing.
 */
export function aroundWords({ kind, cue, spans }: Quotation): readonly [Safe, Safe] {
	if (kind !== 'indirect') return ['“' as Safe, '”' as Safe];
	const leads = cue !== null && cue.end + 1 === spans[0]?.start && !/^sa(?:id|ys?|ying)$/i.test(cue.text);
	return [(leads ? `${safeLine(cue.text)} ` : '') as Safe, '' as Safe];
}

/**
 * The words of a quotation as one row, with nothing that the source does not print: where an attribution stood between
 * two pieces, each has its own marks and its own comma (“We have,” “no choice.”). Reported words have none and run on.
 * `moved` tells where spans of `quotation.text` stand in it. Not yet safe.
 */
export function joinedWords({ kind, text, spans }: Pick<Quotation, 'kind' | 'text' | 'spans'>): {
	readonly text: string;
	readonly moved: (highlights: readonly Span[]) => readonly Span[];
} {
	if (kind === 'indirect') return { text, moved: (highlights) => highlights };
	/** Where in `text` the one space stands for an attribution. */
	const cuts: number[] = [];
	let at = 0;
	spans.slice(0, -1).forEach(({ start, end }, index) => {
		at += end - start;
		if (text[at] === ' ' && spans[index + 1]!.start - end >= ATTRIBUTION) cuts.push(at);
		at++;
	});
	if (cuts.length === 0) return { text, moved: (highlights) => highlights };
	let joined = '';
	let from = 0;
	for (const cut of cuts) {
		joined += text.slice(from, cut) + GAP;
		from = cut + 1;
	}
	const shift = (offset: number) => offset + (GAP.length - 1) * cuts.filter((cut) => cut < offset).length;
	return {
		text: joined + text.slice(from),
		moved: (highlights) =>
			highlights.map(({ start, end }) => ({ start: shift(start), end: shift(end - 1) + 1 })),
	};
}

const GAP = '” “';
/** Between two paragraphs of one speech stand fewer characters than the shortest attribution has (” I say, “). */
const ATTRIBUTION = 8;

/** The words of a quotation between marks, on one line. */
export function quotedWords(quotation: Quotation): Safe {
	const [before, after] = aroundWords(quotation);
	return `${before}${safeLine(joinedWords(quotation).text)}${after}` as Safe;
}

/**
 * "said 11 Mar" when the text tells; else when it was printed: "in print 12 Mar", "in print about 17 Mar", "in print about Mar 2025",
 * "undated".
 * `say` is `shortDay` where a heading names the year, `plainDay` elsewhere.
 */
export function whenWords(
	quotation: Quotation,
	article: Pick<Article, 'published'> | null,
	say: (day: Day) => Safe = shortDay,
): Safe {
	const published = article?.published;
	if (quotation.said !== null)
		return `said ${published && isYearWorkedOut(published) ? 'about ' : ''}${say(quotation.said)}` as Safe;
	if (!published) return 'undated' as Safe;
	return `in print ${nearWords(published, say)}` as Safe;
}

/** The day a quotation is filed under: when it was said, else when it was printed. */
export function dayOfQuotation(quotation: Quotation, article: Article | null): Day | null {
	return quotation.said ?? article?.published?.day ?? null;
}

/** A quotation as one would paste it into a letter: words, speaker, day, source. */
export function citation(
	quotation: Quotation,
	actor: Named | null,
	article: Pick<Article, 'outlet' | 'file' | 'headline' | 'url' | 'published'>,
): Safe {
	const source = [sourceWords(article), article.headline === null ? '' : `“${cutHeadline(article.headline)}”`]
		.filter((part) => part !== '')
		.join(', ');
	const where = article.url === null ? source : `${source}, ${safeLine(article.url)}`;
	return safeText(
		`${quotedWords(quotation)}\n— ${speakerWords(quotation.speaker, actor)}, ${whenWords(quotation, article, plainDay)} (${where})`,
	);
}

/** An article as one would name it as a source: headline, outlet, day, and where it is. */
export function reference(
	article: Pick<Article, 'headline' | 'outlet' | 'file' | 'url' | 'published' | 'bounds'>,
): Safe {
	const headline = article.headline === null ? '' : `“${cutHeadline(article.headline)}”, `;
	const where = article.url === null ? '' : `, ${safeLine(article.url)}`;
	const source = article.outlet === null ? fileWords(article.file) : sourceWords(article);
	return `${headline}${source}, ${publicationWords(article.published, article.bounds)}${where}` as Safe;
}

const REASONS: Readonly<Record<RemovedReason, string>> = {
	repeated: 'stands twice',
	caption: 'picture caption',
	navigation: 'page furniture',
	teaser: 'teaser for another article',
	byline: 'byline',
	dateline: 'dateline',
	other: 'not part of the article',
};

/** Why a stretch was left out of the reading. */
export function reasonWords(reason: RemovedReason): Safe {
	return REASONS[reason] as Safe;
}

const KINDS: Readonly<Record<Kind, string>> = {
	person: 'person',
	organisation: 'organisation',
	place: 'place',
};

export function kindWords(kind: Kind): Safe {
	return KINDS[kind] as Safe;
}

/** "Former U.S. President (in print 12 Mar 2025)". */
export function roleWords(role: Actor['roles'][number]): Safe {
	const text = safeLine(role.text);
	if (role.day === null) return `${text} (undated)` as Safe;
	return `${text} (in print ${role.certain ? '' : 'about '}${plainDay(role.day)})` as Safe;
}

/** What the name of a rule does not say by itself. */
const JOINS: Readonly<Record<JoinReason, string>> = {
	'first met': 'the others are held against it',
	'same name': '',
	'same name, other spelling': '',
	'same role': 'the office is the same',
	'same events': 'it fits the name, in news of the same events',
	'same article': 'it fits the name, in the same article',
	'only bearer': 'nobody else is called so',
	'by far best known': 'whom nearly all articles call so',
	corrected: 'your correction',
};

/** "“Zelensky”: only bearer (nobody else is called so)": the rule; where the reader's corrections decided, their line. */
export function joinWords({ name, reason, line }: Join): Safe {
	const why = `${JOINS[reason]}${line === null ? '' : ` in line ${line}`}`;
	return `“${safeLine(name)}”: ${reason}${why === '' ? '' : ` (${why})`}` as Safe;
}

/**
 * Why an article stands in its story: "nearest to rain.txt (nearness 2.4; two alone are joined from 1 on); both have Maria
 * Lopez, 12 Mar 2025, 4,000, bridge". `nearest` is how the other article is called.
 */
export function standingWords({ reason, nearness, line, shared }: Standing, nearest: Safe | null): Safe {
	if (nearest === null) return 'like no other article' as Safe;
	const near = nearness === null ? '' : ` (nearness ${nearness.toFixed(1)}; two alone are joined from 1 on)`;
	const nearer = (nearness ?? 0) >= 1 ? ', which is nearer to its own story' : '';
	const why: Readonly<Record<Standing['reason'], string>> = {
		copy: `nearly the same text as ${nearest}`,
		told: `your correction in line ${line ?? '?'} puts it beside ${nearest}`,
		near: `nearest to ${nearest}${near}`,
		alone: `alone; the nearest is ${nearest}${nearer}${near}`,
	};
	const both = [
		...shared.names,
		...shared.days.map(plainDay),
		...shared.weekdays.map((day) => WEEKDAYS[day % 7]!),
		...shared.figures,
		...shared.words,
	].map(safeLine);
	return `${why[reason]}${both.length === 0 ? '' : `; both have ${both.join(', ')}`}` as Safe;
}

/** "notes.txt:3: not UTF-8, read as Windows-1252"; a problem of no one file begins with its message. */
export function problemWords(problem: Problem): Safe {
	const line = problem.line === null ? '' : `:${problem.line}`;
	return safeLine(problem.file === '' ? problem.message : `${problem.file}${line}: ${problem.message}`);
}

/** An edition without a story: nothing happened here, or something could not be read. */
export function quietWords(problems: number, read = true): Safe {
	// No news of the day and no news at all must not look alike: the second says that there is something to mend.
	if (!read) return 'No edition: no article could be read.' as Safe;
	if (problems === 0) return 'All quiet: no article tells of anything here.' as Safe;
	return `Nothing to tell, and not everything could be read: ${countWords(problems, 'problem')}.` as Safe;
}

/** The head of what reports tell differently: "Sources differ on how many died", "How many died, as reports came in". */
export function disputeWords({ kind, about }: Pick<Dispute, 'kind' | 'about'>): Safe {
	const what = safeLine(about);
	if (kind === 'changed')
		return `${what.charAt(0).toUpperCase()}${what.slice(1)}, as reports came in` as Safe;
	return `Sources differ on ${what}` as Safe;
}

/** Who reports a story: outlets that wrote themselves, all that they wrote, and who printed the text of another. */
export interface Reported {
	readonly outlets: number;
	readonly articles: number;
	readonly copies: number;
}

/** How often a story was reported. One outlet is one source however often it comes back, and a copy is none. */
export function reportedBy(
	articles: readonly Pick<Article, 'id' | 'outlet' | 'nearDuplicateOf'>[],
): Reported {
	const written = articles.filter(({ nearDuplicateOf }) => nearDuplicateOf === null);
	const outlets = new Set(written.map(({ id, outlet }) => outlet ?? `\u0000${id}`));
	return { outlets: outlets.size, articles: written.length, copies: articles.length - written.length };
}

/** "2 sources"; "6 sources and a copy"; of outlets that came back "2 sources, 5 articles and 2 copies". */
export function sourcesWords({ outlets, articles, copies }: Reported): Safe {
	const sources = countWords(outlets, 'source');
	const written = articles > outlets ? `${sources}, ${countWords(articles, 'article')}` : sources;
	if (copies === 0) return written as Safe;
	return `${written} and ${copies === 1 ? 'a copy' : countWords(copies, 'copy')}` as Safe;
}

/** A longer row of letters tells nobody more than how many there are. */
const MOST_LETTERS = 12;

/** The letters that stand for a story's articles, in the order of its list of them: "a, b, z, aa", "a, b and 280 more". */
export function lettersWords(letters: Iterable<string>): Safe {
	const inList = [...new Set(letters)]
		.filter((letter) => letter !== '')
		.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	if (inList.length <= MOST_LETTERS + 1) return inList.join(', ') as Safe;
	return `${inList.slice(0, MOST_LETTERS).join(', ')} and ${inList.length - MOST_LETTERS} more` as Safe;
}

/** One outlet's version of what was said. */
export interface Version {
	readonly quotation: Pick<Quotation, 'kind' | 'text'>;
	readonly article: Pick<Article, 'published'> | null;
}

const WORD = /[^\s\p{P}]\S*/gu;
const ELIDED = /…|\.\s?\.\s?\./;

/** How many of the speaker's own words it has. */
const ownWords = ({ quotation: { kind, text } }: Version): number =>
	kind === 'indirect' ? 0 : (text.match(WORD)?.length ?? 0);

/** The version with most of the speaker's own words first; of equals the one that leaves nothing out. */
export function byFullness(a: Version, b: Version): number {
	const dots = ({ quotation }: Version) => Number(ELIDED.test(quotation.text));
	return ownWords(b) - ownWords(a) || dots(a) - dots(b);
}

/** The version printed before all others; null when the days do not tell. */
function earliestOf<One extends Version>(versions: readonly One[]): One | null {
	const days = versions.map(({ article }) => (article?.published?.certain ? article.published.day : null));
	const first = [...days].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))[0];
	if (versions.length < 2 || days.includes(null)) return null;
	return days.filter((day) => day === first).length === 1 ? versions[days.indexOf(first!)]! : null;
}

/** What is said of each version of one utterance: "earliest", "fullest", both or nothing. */
export function versionNotes(versions: readonly Version[]): Safe[] {
	const earliest = earliestOf(versions);
	const fullest = [...versions].sort(byFullness)[0];
	// Where all have as many words, none is fuller than the others.
	const fuller = versions.some((one) => ownWords(one) > 0 && ownWords(one) < ownWords(fullest!));
	return versions.map(
		(one) =>
			[one === earliest ? 'earliest' : '', fuller && one === fullest ? 'fullest' : '']
				.filter((note) => note !== '')
				.join(', ') as Safe,
	);
}
