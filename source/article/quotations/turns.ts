/**
 * Words of transcripts and interviews that a label at the head of their line gives to a speaker, without marks. One
 * such line alone is a sentence with a colon; what makes turns of lines is that others like it stand around them.
 */
import { OF_ONESELF, OF_SPEECH, STAGE_DIRECTION } from '../../lexicon/turns.ts';
import type { Quoted, Span } from '../../types.ts';
import { type Interview, interviewee } from './interviewee.ts';
import type { Segment } from './marks.ts';
import { isSentence, type Label, LONGEST_GAP, labelAt, runsOf, withNames } from './turn-labels.ts';
import { lastNames, type Voice, voicesOf } from './turn-speakers.ts';
import type { Attribution, Clause, Passage } from './views.ts';

export interface Turn extends Pick<Quoted, 'spans'> {
	readonly speaker: Quoted['speaker'];
	/** All of it, label and stage directions as well. */
	readonly whole: Span;
}

interface Line {
	readonly label: Label;
	readonly voice: Voice;
	/** Index into the paragraphs. */
	readonly at: number;
	/** The words behind the label, or the line below a label that stands alone. */
	readonly said: Span;
}

/** So many turns of a hundred must speak of "I" or "you", or ask, for a run without any label that comes again. */
const SPOKEN_ONCE = 0.5;
const SPOKEN = 0.25;
const IN_SENTENCES = 0.6;
/** Of a hundred answers so many speak of "I" where a person answers and not the paper. */
const OF_THEMSELVES = 0.2;
/** What one paragraph says of it is looked for in its first words. */
const LOOKED_AT = 600;

/** All turns of the article, in order. Linear. */
export function findTurns(
	passage: Passage,
	segments: readonly Segment[],
	attributions: readonly (Attribution | null)[],
): Turn[] {
	const { text, paragraphs } = passage;
	const printed = paragraphs.map((line) => (line.kind === 'headline' ? null : labelAt(text, line)));
	if (printed.filter(Boolean).length < 2) return [];
	const voiceOf = voicesOf(passage);
	// "Ruiz: bridge stays shut" above an article is what its headline says.
	if (printed[0] && !printed[1] && paragraphs.length > 1) printed[0] = null;
	// A word that leads to notes elsewhere is a name here: "Price", "Winter".
	const labels = withNames(text, printed, lastNames(passage.entities));
	const voices = labels.map((label) => (label ? voiceOf(label) : null));
	const quoting = quotingParagraphs(segments, attributions);
	const marked = new Set(segments.map(({ outer }) => outer.start));
	const question = labels.find((label) => label?.kind === 'question' || label?.kind === 'answer');
	const interview = question ? interviewee(passage, question.start) : null;
	return runsOf(labels).flatMap((run) => {
		const lines = run.map((at): Line => {
			const label = labels[at]!;
			const { words } = label;
			const below = words.start < words.end || labels[at + 1] ? undefined : paragraphs[at + 1];
			return { label, voice: voices[at]!, at, said: below ?? words };
		});
		// Words in marks of their own are found by their marks, and say nothing of the lines around them.
		const plain = lines.filter(({ said }) => !marked.has(said.start));
		const spoken = speakersOf(text, plain, interview);
		return lines.flatMap((line, i): Turn[] => {
			const speaker = spoken.get(line.label.key);
			const { words, start } = line.label;
			if (!speaker || marked.has(words.start)) return [];
			const until = lines[i + 1]?.at ?? null;
			const spans = [
				...saidIn(text, words),
				...goingOn(passage, line, until, labels, quoting).flatMap((span) => saidIn(text, span)),
			];
			const end = spans.at(-1)?.end;
			if (end === undefined) return [];
			const { entity, certain } = speaker(line);
			return [
				{
					spans,
					speaker: { mention: { start, end: line.label.end }, entity, certain },
					whole: { start: paragraphs[line.at]!.start, end: Math.max(end, paragraphs[line.at]!.end) },
				},
			];
		});
	});
}

type Speaker = (line: Line) => { readonly entity: number | null; readonly certain: boolean };

const UNSURE = { entity: null, certain: false } as const;

/** Who speaks by each key of a run; empty where its lines are no turns. `interview`: who asks and who answers behind Q and A. */
function speakersOf(
	text: string,
	lines: readonly Line[],
	interview: Interview | null,
): ReadonlyMap<string, Speaker> {
	const kinds = new Map<string, { count: number; person: boolean; other: boolean; readonly first: Line }>();
	let spoken = 0;
	let ofThemselves = 0;
	let own = 0;
	let sentences = 0;
	for (const line of lines) {
		const { label, voice } = line;
		const kind = kinds.get(label.key) ?? { count: 0, person: false, other: false, first: line };
		kind.count++;
		kind.person ||= voice.as === 'person';
		kind.other ||= voice.as === 'other';
		kinds.set(label.key, kind);
		const words = text.slice(line.said.start, Math.min(line.said.end, line.said.start + LOOKED_AT));
		if (/[?]["'”’)\]]{0,2}$/.test(words) || OF_SPEECH.test(words)) spoken++;
		if (label.kind === 'answer' && OF_ONESELF.test(words)) ofThemselves++;
		if (/\b(?:I|[Mm]y|me)\b/.test(words)) own++;
		if (isSentence(text, line.said)) sentences++;
	}
	const all = [...kinds.values()];
	const recurs = all.some(({ count }) => count > 1);
	const persons = all.filter(({ person }) => person).length;
	const offices = all.some(
		({ count, first: { label } }) => count > 1 && (label.titled || label.kind === 'role'),
	);
	const few = lines.length < 2 || sentences < IN_SENTENCES * lines.length;
	if (few || spoken < (recurs ? SPOKEN : SPOKEN_ONCE) * lines.length) return new Map();
	// Many who speak once each are a list, unless each speaks of himself.
	if (!recurs && lines.length > FEW && own < SPOKEN_ONCE * lines.length) return new Map();
	const answered =
		interview !== null && ofThemselves >= OF_THEMSELVES * (kinds.get('a')?.count ?? 0) && ofThemselves > 0;
	const speakers = new Map<string, Speaker>();
	for (const [key, { count, person, other, first }] of kinds) {
		const { kind } = first.label;
		// A paper asks under its own name; places and bodies by themselves are a list.
		const among = persons > (person ? 1 : 0);
		if (kind === 'answer') {
			if (answered) speakers.set(key, () => ({ entity: interview.answers, certain: interview.certain }));
		} else if (kind === 'question') {
			const asks = answered ? { entity: interview.asks, certain: false } : UNSURE;
			if (answered || persons > 0 || (offices && !kinds.has('a'))) speakers.set(key, () => asks);
		} else if (person) speakers.set(key, ({ voice: { entity } }) => ({ entity, certain: entity !== null }));
		else if (other ? among && count > 1 : among || (recurs && all.length > 1))
			speakers.set(key, () => UNSURE);
	}
	return recurs || speakers.size > 1 ? speakers : new Map();
}

/** The paragraphs in which the reporter quotes somebody under a name: no speaker's own. */
function quotingParagraphs(
	segments: readonly Segment[],
	attributions: readonly (Attribution | null)[],
): ReadonlySet<number> {
	const found = new Set<number>();
	segments.forEach(({ paragraph }, index) => {
		const given = attributions[index];
		if (given?.cue && given.subject?.kind === 'name') found.add(paragraph);
	});
	return found;
}

/** So many lines below a label are the speaker's where another label follows; of more, most must speak of "I". */
const FEW = 3;

/**
 * The paragraphs without a label below one: the speaker's own until the next label. Below the last label of a run it
 * may be the reporter who goes on, and only what says "I" or "you" is the speaker's.
 */
function goingOn(
	{ text, paragraphs }: Passage,
	{ label, at }: Line,
	until: number | null,
	labels: readonly (Label | null)[],
	quoting: ReadonlySet<number>,
): Span[] {
	const spans: { readonly span: Span; readonly own: boolean }[] = [];
	const bare = label.words.start >= label.words.end;
	for (let i = at + 1; i < (until ?? paragraphs.length) && i - at <= LONGEST_GAP; i++) {
		const { start, end, kind } = paragraphs[i]!;
		if (labels[i] || kind === 'headline' || kind === 'heading' || quoting.has(i)) break;
		const words = text.slice(start, Math.min(end, start + LOOKED_AT));
		if (/^[([][^()[\]]{1,60}[)\]]$/.test(words)) continue;
		if (!/\p{L}/u.test(words) || /^[([*_—–]/.test(words)) break;
		const own = (bare && i === at + 1) || speaks(words);
		if (until === null && !own) break;
		spans.push({ span: { start, end }, own });
	}
	const owned = spans.filter(({ own }) => own).length;
	return spans.length <= FEW || 2 * owned >= spans.length ? spans.map(({ span }) => span) : [];
}

const speaks = (words: string) => OF_ONESELF.test(words) || /(?<![\p{L}“"‘'’])[Yy]our?(?!\p{L})/u.test(words);

/** A stretch of what was said, parted by what transcripts print in brackets and nobody said. */
function saidIn(text: string, { start, end }: Span): Span[] {
	const spans: Span[] = [];
	const add = (from: number, to: number) => {
		let [a, b] = [from, to];
		while (a < b && /\s/.test(text[a]!)) a++;
		while (b > a && /\s/.test(text[b - 1]!)) b--;
		if (/[\p{L}\p{N}]/u.test(text.slice(a, Math.min(b, a + LOOKED_AT)))) spans.push({ start: a, end: b });
	};
	let from = start;
	for (const { 0: aside, index } of text
		.slice(start, end)
		.matchAll(/[*_]{0,2}[([][^()[\]]{1,60}[)\]][*_]{0,2}\.?/g)) {
		if (!STAGE_DIRECTION.test(aside.replace(/^[*_([]+/, ''))) continue;
		add(from, start + index);
		from = start + index + aside.length;
	}
	add(from, end);
	return spans;
}

/** A paragraph longer than this has its words taken whole: what is quoted inside it is not told apart. */
const LONGEST_WITH_NESTED = 6000;

/**
 * Whether words that were found by their marks or by a cue are a turn's own: they stand in it, and it does not give them
 * to somebody else. `entity` is whom they were given to.
 */
export function isTold(
	turns: readonly Turn[],
	words: Span,
	given: Attribution | null,
	clauses: readonly Clause[],
	entity: number | null,
): boolean {
	let low = 0;
	let high = turns.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (turns[middle]!.whole.end <= words.start) low = middle + 1;
		else high = middle;
	}
	const turn = turns[low];
	if (!turn || turn.whole.start > words.start) return false;
	if (!given?.cue || !given.subject || turn.whole.end - turn.whole.start > LONGEST_WITH_NESTED) return true;
	const { lower } = clauses[given.clause]!.tokens[given.subject.head]!;
	return NOBODY_ELSE.test(lower) || (entity !== null && entity === turn.speaker.entity);
}

const NOBODY_ELSE = /^(?:i|we|you|one|it|that|this|who|which|there)$/;
