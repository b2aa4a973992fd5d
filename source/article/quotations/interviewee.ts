/** Who asks and who answers in an interview: what the lines above the first question say of it. */
import { PAPERS } from '../../lexicon/organisations.ts';
import { INTERVIEW, OF_A_BODY, OF_THE_PRESS, OF_THE_PRESS_BEFORE } from '../../lexicon/turns.ts';
import type { Passage } from './views.ts';

export interface Interview {
	/** Null where it is one of several. */
	readonly answers: number | null;
	/** Two met, and no more speaks for the one than that the text tells more of her. */
	readonly certain: boolean;
	readonly asks: number | null;
}

interface Named {
	readonly at: number;
	readonly end: number;
	readonly entity: number;
}

/** The one before and the one behind the words that say that two spoke with each other. */
interface Meeting {
	readonly here: readonly Named[];
	readonly left: Named | undefined;
	readonly right: Named | undefined;
	/** "She spoke with …", "… spoke with her" */
	readonly pronoun: 'left' | 'right' | null;
	readonly cue: string;
	readonly index: number;
}

/** Characters above the first question that may tell who answers. */
const REACH = 4000;
/** Where a sentence may end; not behind a title cut short. */
const END = /(?<!\b(?:Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Prof|St))[.!?]["”’]?\s|\n/g;
/** An interview it is, whoever gave it. */
const TELLS = /^(?:interview|transcript)/i;
/** Two meet, and either may be the one who asks. */
const MEETS = /(?:with|to|conversation|tells)$/i;
/** "The mayor tells drivers to wait": an interview only where two are named. */
const NEEDS_TWO = /^(?:tells|opens|opened)/i;
const PRONOUN_BEFORE = /(?<!\p{L})(?:s?he|they) (?:\p{L}+ ){0,2}$/iu;
const PRONOUN_BEHIND = /^ (?:with |to )?(?:him|her|them)(?!\p{L})/iu;

/**
 * Who answers, where the article says that somebody was interviewed: the one person of the sentence that says so who is
 * not of the press, or of all that stands above the questions. Null where it does not: then the paper answers itself.
 */
export function interviewee({ text, mentions, entities }: Passage, until: number): Interview | null {
	const offset = Math.max(0, until - REACH);
	const intro = text.slice(offset, until);
	const named: Named[] = [];
	entities.forEach((entity, index) => {
		if (entity.kind !== 'person') return;
		for (const mention of entity.mentions) {
			const { start, end } = mentions[mention]!;
			if (start >= offset && end <= until)
				named.push({ at: start - offset, end: end - offset, entity: index });
		}
	});
	named.sort((a, b) => a.at - b.at);
	const meetings = meetingsIn(intro, named);
	const press = new Set(named.filter((one) => isOfThePress(intro, one)).map(({ entity }) => entity));
	const told = new Set(named.filter((one) => isTold(intro, one)).map(({ entity }) => entity));
	for (const { pronoun, left, right } of meetings) {
		// "She spoke with Arno Feld": she is whom the article is about; but not where he is "Arno Feld, the mayor".
		const other = pronoun === 'left' ? right : pronoun === 'right' ? left : undefined;
		if (other && !told.has(other.entity)) press.add(other.entity);
	}
	const asking = [...press];
	const others = named.filter(({ entity }) => !press.has(entity));
	const all = only(others);
	const answering = new Map<number, boolean>();
	for (const { here, left, right, pronoun, cue, index } of meetings) {
		if (/^questions/i.test(cue) && !right) continue;
		const free = here.filter(({ entity }) => !press.has(entity));
		const two = left && right && left.entity !== right.entity;
		if (MEETS.test(cue) && two && !press.has(left.entity) && !press.has(right.entity)) {
			const weigh = ({ entity }: Named) =>
				named.filter((one) => one.entity === entity).length +
				(told.has(entity) || entities[entity]!.roles.length > 0 ? 1 : 0);
			const difference = weigh(left) - weigh(right);
			const first = difference === 0 ? /to$|tells$/i.test(cue) : difference > 0;
			const answers = (first ? left : right).entity;
			answering.set(answers, answering.get(answers) ?? false);
			asking.push((first ? right : left).entity);
			continue;
		}
		if (NEEDS_TWO.test(cue)) continue;
		const known =
			only(free) ??
			only(free.filter(({ at }) => at > index)) ??
			(TELLS.test(cue) || pronoun !== null ? all : null);
		const one = known ?? (pronoun !== null ? mostNamed(others, index) : null);
		if (one !== null) answering.set(one, answering.get(one) || known !== null);
	}
	const met = meetings.some(({ pronoun, cue }) => pronoun !== null && MEETS.test(cue));
	if (answering.size !== 1 && !(met && others.length > 0)) return null;
	const [answers, certain] = answering.size === 1 ? [...answering][0]! : [null, false];
	const asks = new Set(asking.filter((entity) => entity !== answers));
	return { answers, certain, asks: asks.size === 1 ? [...asks][0]! : null };
}

function meetingsIn(intro: string, named: readonly Named[]): Meeting[] {
	const ends = [...intro.matchAll(END)].map(({ index }) => index);
	return [...intro.matchAll(INTERVIEW)].map(({ 0: cue, index }) => {
		const from = ends.findLast((end) => end < index) ?? 0;
		const to = ends.find((end) => end >= index + cue.length) ?? intro.length;
		const here = named.filter(({ at }) => at >= from && at < to);
		return {
			here,
			left: here.findLast(({ at }) => at < index),
			right: here.find(({ at }) => at > index),
			pronoun: PRONOUN_BEFORE.test(intro.slice(Math.max(from, index - 40), index))
				? 'left'
				: PRONOUN_BEHIND.test(intro.slice(index + cue.length, index + cue.length + 12))
					? 'right'
					: null,
			cue,
			index,
		};
	});
}

/** "by Arno Feld", "our reporter Arno Feld", "Arno Feld of The Gazette" */
const isOfThePress = (intro: string, { at, end }: Named) =>
	OF_THE_PRESS_BEFORE.test(intro.slice(Math.max(0, at - 60), at)) ||
	OF_THE_PRESS.test(intro.slice(end, end + 60)) ||
	(OF_A_BODY.exec(intro.slice(end, end + 80))?.groups?.body ?? '')
		.toLowerCase()
		.split(' ')
		.some((word) => PAPERS.has(word));

/** "the singer Yuna Takahara", "Yuna Takahara, the singer, 34": whom a reader must be told of. */
const isTold = (intro: string, { at, end }: Named) =>
	/(?<!\p{L})(?:the|an?) (?:[\p{L}-]+ ){1,3}(?<!(?<!\p{L})(?:and|by|for|from|in|of|to|with) )$/iu.test(
		intro.slice(Math.max(0, at - 50), at),
	) ||
	/^, (?:\d\d?\b|(?:the|an?|who|whose|mayor|head|director|chief)(?!\p{L}))/iu.test(
		intro.slice(end, end + 12),
	);

function only(named: readonly Named[]): number | null {
	const different = new Set(named.map(({ entity }) => entity));
	return different.size === 1 ? named[0]!.entity : null;
}

/** Who of several is named most often above, where it is one. */
function mostNamed(named: readonly Named[], until: number): number | null {
	const counts = new Map<number, number>();
	for (const { at, entity } of named) if (at < until) counts.set(entity, (counts.get(entity) ?? 0) + 1);
	const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
	return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
