/** Rules that rest on reporting words (or any verb) beside the marks. */
import { CLAUSE_BORDERS, HANGS_INSIDE, PUT_AHEAD } from '../../lexicon/clauses.ts';
import { DETERMINERS, SUBJECT_PRONOUNS } from '../../lexicon/words.ts';
import { opensClause } from './cue-speaker.ts';
import type { Cue } from './cues.ts';
import { isDash, isVerbAt, looksFinite, phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './prose.ts';
import { quotedBy } from './quoted-one.ts';
import { subjectBefore } from './subjects.ts';
import { endsHard, endsSoft, type Found, isSeparator, SPEAKS, type View } from './views.ts';

/** "…," Maria Lopez said. · "…," said Maria Lopez. · "…," according to the mayor. */
export function cueAfter(view: View): Found | null {
	const { clause, quote, at } = view;
	const { tokens, cues } = clause;
	let next = quote + 1;
	const separated = isSeparator(tokens[next]);
	while (isSeparator(tokens[next])) next++;
	if (next >= tokens.length) return null;
	if (!separated && !endsSoft(view) && quote > 0 && !endsHard(view)) return null;
	const cue = cues.find(({ from }) => from > quote);
	if (!cue?.subject || ((cue.kind === 'mind' || cue.kind === 'manner') && !separated && !endsSoft(view)))
		return null;
	// "If it is 'unsafe,' it will close": things close, and say nothing by it.
	if (cue.kind === 'manner' && isThing(tokens, cue.subject)) return null;
	for (let i = quote + 1; i < cue.from; i++) if (tokens[i]!.type === 'quote') return null;
	const lead = cue.how === 'inverted' ? cue.from : cue.subject.from;
	let start = next;
	while (
		start < lead &&
		tokens[start]!.type === 'word' &&
		/ly$|^(?:as|so|the|then|also|but|and|at|in|on)$/.test(tokens[start]!.lower)
	)
		start++;
	// Titles stand between the mark and a name: "…," Education Secretary Maria Lopez said.
	let titles = start;
	while (
		titles < lead &&
		cue.subject.kind !== 'pronoun' &&
		tokens[titles]!.type !== 'mark' &&
		!CLAUSE_BORDERS.has(tokens[titles]!.lower) &&
		(titles === start || !DETERMINERS.has(tokens[titles]!.lower)) &&
		lead - titles < 9 &&
		!looksFinite(tokens[titles])
	)
		titles++;
	// "…," the mayor of Lyon, Maria Lopez, said.
	const apposed =
		lead > next + 1 && tokens[lead - 1]!.lower === ',' && phraseStartingAt(tokens, next)?.to === lead - 1;
	if (apposed) titles = lead;
	if (titles < lead || cue.subject.from <= quote || (lead > start && DETERMINERS.has(tokens[lead]!.lower)))
		return null;
	if (/^(?:and|but|or|while)$/.test(tokens[next]!.lower)) return null;
	// A left-hand cue that leads right up to the mark keeps the words; the clause after them says something else.
	const introduced = introducing(view);
	if (introduced && (complementFollows(tokens, cue) || isAhead(tokens, introduced, quote))) return null;
	return { clause: at, subject: cue.subject, cue };
}

const isThing = (tokens: readonly Token[], { kind, head, meant }: Subject) =>
	kind === 'pronoun' && !meant && /^(?:it|this|that)$/.test(tokens[head]!.lower);

/** "Trump said the plan …": the cue goes on to words of its own instead of closing the quotation. */
function complementFollows(tokens: readonly Token[], cue: Cue): boolean {
	const after = tokens[cue.how === 'inverted' ? (cue.subject?.to ?? cue.to) : cue.to];
	if (!after) return false;
	if (after.type === 'name' || after.type === 'quote') return after.type === 'name';
	return (
		after.type === 'word' &&
		(after.lower === 'that' || SUBJECT_PRONOUNS.has(after.lower) || DETERMINERS.has(after.lower))
	);
}

/** "When somebody shouted, “Lopez,” Ruiz laughed": a clause put ahead has its own words. */
const isAhead = (tokens: readonly Token[], cue: Cue, quote: number) =>
	cue.subject !== null &&
	cue.how === 'before' &&
	cue.subject.from > 0 &&
	PUT_AHEAD.has(tokens[cue.subject.from - 1]!.lower) &&
	leadsUp(tokens, cue, quote);

/** The cue to the left that leads right up to the mark, if one does. */
function introducing({ clause, quote }: View): Cue | null {
	const { tokens, cues } = clause;
	const cue = cues.findLast(({ from }) => from < quote);
	if (!cue) return null;
	for (let i = cue.to; i < quote; i++) {
		const { type, lower } = tokens[i]!;
		if (type === 'quote' || (type === 'mark' && lower !== ',' && lower !== ':' && lower !== "'s"))
			return null;
	}
	return cue;
}

/** Maria Lopez said: "…" · told reporters that the plan was "…" · According to the mayor, "…" */
function cueToTheLeft(view: View): Found | null {
	const { clause, quote, at } = view;
	const { tokens } = clause;
	const left = clause.cues
		.filter(({ to }) => to <= quote)
		.filter((cue) => cue.kind !== 'manner' || leadsUp(tokens, cue, quote));
	const nearest = left.at(-1);
	const quoted = quotedBy(tokens, nearest, quote);
	if (quoted) return { clause: at, subject: quoted, cue: nearest! };
	const speech = speechToTheLeft(tokens, left);
	const last = ownsWords(tokens, nearest, quote)
		? nearest
		: (left.findLast(({ kind }) => kind !== 'noun') ?? nearest);
	if (!last) return null;
	const pick = speech && !isOwnLabel(tokens, speech, last, quote) ? speech : last;
	// "Rents rose as tenants saw a 'storm' coming, he said": a closing attribution beats a verb that hardly reports.
	if (!SPEAKS.has(pick.kind) && !(pick.kind === 'label' && quote - pick.to <= 6) && cueTrailing(view))
		return null;
	const agent = pick.how === 'agent' ? agentBehind(tokens, quote) : null;
	if (pick.subject || left.every(({ subject }) => !subject))
		return { clause: at, subject: agent ?? pick.subject, cue: pick };
	// "Many are known as 'rabbit farms'": called so by nobody who is named.
	if (
		pick.kind !== 'noun' &&
		quote - pick.to <= 3 &&
		!speech?.subject &&
		!clauseBetween(tokens, pick.to, quote)
	)
		return { clause: at, subject: null, cue: pick };
	const other = left.findLast(({ subject, kind }) => subject && kind !== 'mind');
	return other ? { clause: at, subject: other.subject, cue: other } : null;
}

/** "described as 'mad' by Lopez and as 'bold' by Kell": each has the words before "by". */
const agentBehind = (tokens: readonly Token[], quote: number): Subject | null =>
	tokens[quote + 1]?.lower === 'by' ? phraseStartingAt(tokens, quote + 2) : null;

/** "attacked her claim that it was '…'": the words are the claim's, whatever is done to it. */
function ownsWords(tokens: readonly Token[], cue: Cue | undefined, quote: number): cue is Cue {
	if (cue?.kind !== 'noun' || !cue.subject) return false;
	const that = tokens.findIndex(({ lower }, i) => lower === 'that' && i >= cue.to && i < quote);
	return that > 0 && !clauseBetween(tokens, cue.to, that);
}

/** The last cue of speech, but not one that an earlier cue reports ("Lopez said she told them '…'"). */
function speechToTheLeft(tokens: readonly Token[], left: readonly Cue[]): Cue | undefined {
	const last = left.findLastIndex(({ kind }) => SPEAKS.has(kind));
	const inner = left[last];
	const around = left.slice(0, last).findLast(({ kind, subject }) => subject && SPEAKS.has(kind));
	if (inner?.subject && around && isInside(tokens, around, inner)) return around;
	// "The paper quoted her as saying": she says it, though the paper tells it.
	if (inner && tokens[inner.from - 1]?.lower === 'as' && inner.subject?.to === inner.from - 1) return inner;
	if (inner?.subject?.kind !== 'pronoun' || inner.subject.meant || opensClause(tokens, inner.subject))
		return inner;
	const outer = left.slice(0, last).findLast(({ kind, subject }) => subject && SPEAKS.has(kind));
	return outer ?? inner;
}

/**
 * "Lopez said that if the court agrees, the tax is '…'", "Lopez said the tax, which Ruiz wrote, was '…'": the inner
 * clause hangs on what was said and is closed by a comma before the words.
 */
function isInside(tokens: readonly Token[], outer: Cue, { subject, to, how }: Cue): boolean {
	if (how !== 'before' || !subject || subject.from < outer.to) return false;
	const lead = tokens[(subject.meant ? subject.head : subject.from) - 1]?.lower ?? '';
	const opener = subject.meant ? tokens[subject.head]!.lower : lead;
	return HANGS_INSIDE.has(opener) && tokens[to]?.lower === ',';
}

/**
 * A verb that labels takes the words from a verb of speech before it only where they are its object and it does not
 * stand inside what was said: "Lopez said no and called the plan '…'", but not "Lopez said they called the plan '…'".
 */
function isOwnLabel(tokens: readonly Token[], speech: Cue, label: Cue, quote: number): boolean {
	if (label.kind !== 'label' || label.from < speech.from) return false;
	if (quote - label.to > 10 || clauseBetween(tokens, label.to, quote)) return false;
	if (label.how !== 'before' || !label.subject) return true;
	const own = label.subject.meant ?? label.subject;
	// "denied what the builders called '…'"; "what she called '…'" is said by whoever speaks, already found.
	if (own.kind !== 'pronoun' && /^(?:what|whom|which)$/.test(tokens[own.from - 1]?.lower ?? '')) return true;
	return own.from < speech.to || opensClause(tokens, own);
}

/** Maria Lopez said: "…" · told the council, "…" */
export function cueBefore(view: View): Found | null {
	const found = cueToTheLeft(view);
	if (!found?.cue || !leadsUp(view.clause.tokens, found.cue, view.quote)) return null;
	return SPEAKS.has(found.cue.kind) || (found.cue.kind === 'manner' && found.cue.how === 'before')
		? found
		: null;
}

/** Maria Lopez called the ruling "…" */
export function cueObject(view: View): Found | null {
	const found = cueToTheLeft(view);
	return found?.cue?.kind === 'label' && view.quote - found.cue.to <= 10 ? found : null;
}

/** Maria Lopez called the ruling "…": the subject stands right before its verb, and nobody else speaks. */
export function cueObjectPlain(view: View): Found | null {
	const found = cueObject(view);
	return found?.cue?.how === 'before' && found.subject?.kind !== 'nominal' && !found.subject?.meant
		? found
		: null;
}

/** Maria Lopez said that the plan, which …, was "…" */
export function cueInClause(view: View): Found | null {
	const found = cueToTheLeft(view);
	return found?.cue && SPEAKS.has(found.cue.kind) ? found : null;
}

/** Maria Lopez's claim that it was "…" · Maria Lopez hoped for "…" */
export function cueLoose(view: View): Found | null {
	return cueToTheLeft(view);
}

/** Nothing but a comma or colon between the cue and the mark. */
function leadsUp(tokens: readonly Token[], cue: Cue, quote: number): boolean {
	for (let i = cue.to; i < quote; i++) if (tokens[i]!.lower !== ',' && tokens[i]!.lower !== ':') return false;
	return quote > cue.to || cue.how !== 'none';
}

/** A finite verb stands between: another clause has begun. */
function clauseBetween(tokens: readonly Token[], from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (isVerbAt(tokens, i)) return true;
	return false;
}

/** The "new" plan is dead, Maria Lopez said. */
export function cueTrailing({ clause, quote, at }: View): Found | null {
	const right = clause.cues.filter(
		({ from, subject, kind }) => from > quote && subject && kind !== 'mind' && kind !== 'manner',
	);
	const { tokens } = clause;
	// A trailing attribution closes its clause: a comma before its subject, nothing said after it.
	const trailing = right.findLast((cue) => {
		const lead = cue.how === 'inverted' ? cue.from : cue.subject!.from;
		for (let i = lead; i > quote; i--)
			if (isSeparator(tokens[i - 1])) return SPEAKS.has(cue.kind) && !complementFollows(tokens, cue);
		return false;
	});
	const pick = trailing ?? right.find(({ kind }) => SPEAKS.has(kind));
	return pick ? { clause: at, subject: pick.subject, cue: pick } : null;
}

/** "…," beamed Maria Lopez · "…," Maria Lopez beamed: any verb reports what stands right before it and its subject. */
export function anyVerb(view: View): Found | null {
	const { clause, quote, at } = view;
	const { tokens } = clause;
	let next = quote + 1;
	while (isSeparator(tokens[next])) next++;
	const token = tokens[next];
	if (!token || quote !== 0) return null;
	if (!endsSoft(view) && !endsHard(view) && !isBrokenOff(tokens, quote)) return null;
	if (looksFinite(token) && /ed$|s$/.test(token.lower)) {
		const after = phraseStartingAt(tokens, next + 1);
		return after?.kind === 'name' ? { clause: at, subject: after, cue: null } : null;
	}
	const phrase = phraseStartingAt(tokens, next);
	if (phrase && phrase.kind !== 'nominal' && looksFinite(tokens[phrase.to]))
		return { clause: at, subject: phrase, cue: null };
	return null;
}

/** "We will stay" — Maria Lopez paused — "until they go." */
function isBrokenOff(tokens: readonly Token[], quote: number): boolean {
	if (!isDash(tokens[quote + 1])) return false;
	for (let i = quote + 2; i < tokens.length && i - quote < 9; i++) {
		if (tokens[i]!.type === 'quote') return isDash(tokens[i - 1]);
	}
	return false;
}

/** When asked, Maria Lopez fired back: "…" — the clause that ends in the colon speaks, not an earlier one. */
export function colonClause({ clause, quote, at }: View): Found | null {
	const { tokens, cues } = clause;
	const lead = tokens[quote - 1]?.lower;
	if (lead !== ':' && lead !== ',') return null;
	let comma = quote - 2;
	while (comma > 0 && tokens[comma]!.lower !== ',') comma--;
	if (
		comma <= 0 ||
		cues.some(({ from, kind }) => from > comma && from < quote && kind !== 'mind' && kind !== 'manner')
	)
		return null;
	for (let i = comma + 2; i < quote; i++) {
		if (!isVerbAt(tokens, i)) continue;
		const subject = subjectBefore(tokens, i, comma + 1);
		// "Well, no one is like, '…'"
		if (subject && /^(?:no|nobody|none|it|this)$/.test(tokens[subject.from]!.lower)) return null;
		const short = lead === ':' || quote - comma <= 7;
		return subject && short && subject.from <= comma + 4 ? { clause: at, subject, cue: null } : null;
	}
	return null;
}

/** "…" Maria Lopez said. — the attribution stands in a sentence of its own right after the words. */
export function nextSentence({ clause, quote, at, clauses }: View): Found | null {
	const following = clauses[at + 1];
	if (!following || following.paragraph !== clause.paragraph || quote < clause.tokens.length - 1) return null;
	const cue = following.cues[0];
	if (!cue?.subject || !SPEAKS.has(cue.kind)) return null;
	const lead = cue.how === 'inverted' ? cue.from : cue.subject.from;
	if (lead > 6 || following.tokens.slice(0, lead).some(({ type }) => type === 'quote' || type === 'mark'))
		return null;
	const rest = following.tokens.slice(cue.to);
	// "Lopez said this twice."
	const points = /^(?:this|that|so|it)$/.test(rest[0]?.lower ?? '') && !rest.slice(1).some(looksFinite);
	return rest.length <= 8 &&
		!rest.some(({ type }) => type === 'quote') &&
		(points || !complementFollows(following.tokens, cue))
		? { clause: at + 1, subject: cue.subject, cue }
		: null;
}
