/** What the words around a name say of it. */
import { FIRST, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import { REPORTING } from '../../lexicon/reporting.ts';
import { COURTESIES, FOLLOWING, KIN } from '../../lexicon/titles.ts';
import { ADVERBS, AUXILIARIES, COMMON_VERBS, CONJUNCTIONS, PREPOSITIONS } from '../../lexicon/words.ts';
import type { Word } from './stream.ts';
import { add, emphatic, type Weights } from './weights.ts';

const set = (words: string) => new Set(words.split(' '));
const IN = set('in inside near outside around across throughout within');
const TO = set('from to toward towards through between via over into leaving visited visiting');
/** Endings of nouns for those who do something: "herder", "campaigner", "guitarist". */
const AGENT = /.{2}(?:er|or|ist|man|woman)$/;
/** Whom a person or a firm may have: "said Ruiz spokesman Tom Field" names two. */
const STAFF = set(
	'spokesman spokeswoman spokesperson lawyer attorney adviser advisor aide speechwriter staffer strategist ally surrogate supporter biographer',
);
const RELATIVES = set('who whose whom');
const PLURAL_VERBS = set("are were have say do aren't weren't haven't don't want think believe tend");
/** Who bears one of these may bear a place behind it, which is none in the news: "Baroness Harrow of Thorn". */
const PEERS = set(
	'lord lady baron baroness earl viscount viscountess marquess marchioness count countess duke duchess',
);
/** Whom the people of a place send: "the MP for Leyton". */
const SENT = set(
	'mp mps mep meps msp msps td tds mla mlas member senator senators congressman congresswoman',
);
/** Words for firms as well as for persons. */
const RIVALS = set(
	'rival rivals competitor competitors partner partners supplier suppliers owner publisher maker buyer',
);
/** Words for works: what stands in marks behind one is its name, whoever it is called after. */
const WORKS = set(
	'film movie novel book song album single play musical opera ballet poem painting portrait sculpture memoir documentary series sitcom drama comedy thriller biopic sequel episode game podcast show hit track ballad anthem magazine blog column book essay',
);
const DASH = set('— – - --');
const PLATFORMS = set(
	'twitter facebook youtube instagram tiktok telegram whatsapp snapchat linkedin reddit weibo wechat bluesky mastodon discord',
);
const POSTS = set(
	'post posts video videos account accounts page statement feed message messages thread comment comments user users group live app profile handle',
);

/** What sails under a name of its own, whoever it is called after: "the ferry Anna Maria", "the Anna Maria ferry". */
const VESSELS = set(
	'ship steamship ferry ferryboat boat lifeboat tanker trawler yacht vessel liner freighter barge tug tugboat cruiser schooner frigate destroyer corvette warship submarine minesweeper cutter sailboat steamer icebreaker battleship longship catamaran galleon',
);
/** Who is "of" something is of a place. */
const DWELLERS = set(
	'resident residents inhabitant inhabitants villager villagers townspeople islanders outskirts',
);

const QUOTING = set('“ ” " ‘ ’ « »');

/** A small word after a name that is neither verb nor link is a noun, and the name its modifier. */
const modifies = (after: Word | undefined) =>
	after?.type === 'word' &&
	!after.capital &&
	!PREPOSITIONS.has(after.key) &&
	!CONJUNCTIONS.has(after.key) &&
	!AUXILIARIES.has(after.key) &&
	!COMMON_VERBS.has(after.key) &&
	!ADVERBS.has(after.key) &&
	!/ed$/.test(after.key) &&
	!(REPORTING.get(after.key)?.finite === true && !REPORTING.get(after.key)!.noun);

const isSpeech = (word: Word | undefined) => {
	if (word?.type !== 'word' || word.capital) return false;
	const form = REPORTING.get(word.key);
	return (
		form?.finite === true &&
		(form.kind === 'speech' || form.kind === 'address') &&
		(!form.noun || /ed$/.test(word.key))
	);
};

const small = (word: Word | undefined, flag: number) =>
	word?.type === 'word' && !word.capital && (word.flags & flag) !== 0;

/**
 * "leader Rayén Catrileo", "opposition leader Rayén Catrileo": a noun for somebody who is then named in full; what
 * stands before it says of what kind.
 */
function describes(words: readonly Word[], at: number): boolean {
	const kind =
		words[at + 1]?.capital === false && modifies(words[at]) && !FOLLOWING.has(words[at]!.key) ? 1 : 0;
	const noun = words[at + kind];
	return (
		noun?.type === 'word' &&
		!noun.capital &&
		!STAFF.has(noun.key) &&
		words[at + kind + 1]?.capital === true &&
		((noun.flags & (IS.role | IS.titleHead)) !== 0 ||
			(words[at + kind + 2]?.capital === true && modifies(noun) && AGENT.test(noun.key)))
	);
}

/** Ford, Mercedes: first names too. */
const isMake = ({ flags }: Word) => (flags & IS.organisation) !== 0 && (flags & FIRST) !== 0;

/** A dash within the next words, as after "SUN CITY, Norland (Reuters)". */
function isDateline(words: readonly Word[], at: number): boolean {
	for (let i = at; i < at + 12 && i < words.length; i++) if (DASH.has(words[i]!.text)) return true;
	return false;
}

/** `opens`: the first sentence of its paragraph. */
export function outerWeights(words: readonly Word[], from: number, to: number, opens: boolean): Weights {
	const weights: Weights = [0, 0, 0, 0];
	const possessive = words[to]?.type === 'possessive';
	const next = possessive ? to + 1 : to;
	lookBefore(weights, words, from, next, possessive);
	if (possessive) {
		add(weights, 0.1, 0.1, 0.1, -0.1);
		const owned = words[next];
		if (owned && !owned.capital && KIN.has(owned.key)) add(weights, 1.4, 0, -0.5, 0);
		else if (small(owned, IS.role)) add(weights, 0.2, 0.5, 0.4, 0);
	} else lookAfter(weights, words, from, to);
	const first = words[from]!;
	const after = words[next];
	// A dateline: "LYON (Reuters) —"
	if (
		opens &&
		from < 3 &&
		first.upper &&
		!first.shouted &&
		after &&
		(after.text === '(' || after.text === ',' || DASH.has(after.text)) &&
		((first.flags & (IS.common | PLACES)) !== IS.common ||
			(/^[,(]$/.test(after.text) && isDateline(words, next))) &&
		// "CYCLING - ", "UPDATE - ": what stands before a mere hyphen is a place only when it is known for one.
		(!/^-+$/.test(after.text) || (first.flags & PLACES) !== 0)
	)
		add(weights, -2, 0, 3, 0);
	if (to - from === 1 && PLATFORMS.has(first.key)) {
		// On a platform, not of the firm behind it.
		const before = words[from - 1];
		// "on TikTok and Telegram"
		const listed =
			/^(?:and|or|,)$/.test(before?.key ?? before?.text ?? '') && PLATFORMS.has(words[from - 2]?.key ?? '');
		if (listed || /^(?:on|via)$/.test(before?.key ?? '') || (after && !after.capital && POSTS.has(after.key)))
			add(weights, 0, -1, 0, 4);
	}
	if (isVessel(words, from, next)) add(weights, -6, -3, -3, 6);
	return weights;
}

/** A saint's or a full name that does something itself, where "the" says that it is no person's. */
function isCalledAfter(words: readonly Word[], from: number, next: number): boolean {
	const [first, after] = [words[from]!, words[next]];
	if (/^(?:saint|st\.?|santa)$/.test(first.key)) return true;
	return (
		(first.flags & FIRST) !== 0 &&
		(first.flags & (IS.common | PLACES)) === 0 &&
		after?.type === 'word' &&
		AUXILIARIES.has(after.key)
	);
}

/** "the ferry Anna Maria", "the Anna Maria ferry", "aboard the Anna Maria". */
function isVessel(words: readonly Word[], from: number, next: number): boolean {
	const [before, second, after] = [words[from - 1], words[from - 2], words[next]];
	if (before?.type !== 'word') return false;
	if (!before.capital && VESSELS.has(before.key)) return true;
	if (before.key !== 'the') return false;
	return second?.key === 'aboard' || (after?.type === 'word' && !after.capital && VESSELS.has(after.key));
}

function lookBefore(
	weights: Weights,
	words: readonly Word[],
	from: number,
	next: number,
	possessive: boolean,
): void {
	const before = words[from - 1];
	const second = words[from - 2];
	const after = words[next];
	if (!before) return;
	if (before.type === 'mark') {
		if (/^[@#_=?&%~]$/.test(before.text) && !words[from]!.spaced) add(weights, 0, 0, 0, 8);
		// A web address
		else if (
			before.text === '/' &&
			!words[from]!.spaced &&
			second?.type === 'word' &&
			/\p{L}\.\p{L}{2}/u.test(second.text)
		)
			add(weights, 0, 0, 0, 8);
		else if (before.text === '/' && second?.capital && (second.flags & IS.organisation) !== 0)
			add(weights, 2.5, 0, 0, 0);
		else if (before.text === '(' && after?.text === ')' && second?.capital && words[from]!.upper)
			add(weights, -0.5, 2.5, 0, 0);
		else if (second && QUOTING.has(before.text) && WORKS.has(second.key) && QUOTING.has(after?.text ?? ''))
			add(weights, -7, -4, -4, 4);
		else if (before.text === ',' && second?.type === 'word') {
			if (small(second, IS.role)) add(weights, 1.6, 0.2, -0.5, 0);
			if (second.capital && (second.flags & PLACES) !== 0) add(weights, -0.3, 0, 0.8, 0);
		}
		return;
	}
	if (before.type !== 'word') return;
	const { key, flags } = before;
	if (key === 'the' || key === 'a' || key === 'an') {
		// "a Ford Vista": a make, not somebody of that first name.
		if (next - from > 1 && isMake(words[from]!)) add(weights, -4, 0, 0, 2);
		// "the Saint Brida", "the Anna Maria was towed": a ship, a house or a film of that name.
		if (key === 'the' && next - from === 2 && !possessive && isCalledAfter(words, from, next))
			add(weights, -4, 0, 0, 3);
		// "the Trump administration", "a U.S. plan": the article belongs to the noun that follows.
		if (possessive || !(modifies(after) || (after?.text === '-' && !after.spaced)))
			key === 'the' ? add(weights, -2.2, 0.7, -0.3, 0.4) : add(weights, -1.8, -0.2, -1.2, 0.8);
	} else if (IN.has(key)) add(weights, -1, -0.4, 1.6, 0);
	else if (TO.has(key)) add(weights, 0, 0, 0.6, 0);
	else if (/^(?:of|at|for|with)$/.test(key)) {
		if (key === 'at') add(weights, -0.6, 0.7, 0.3, 0);
		if (key === 'of' && second?.capital && PEERS.has(words[from - 3]?.key ?? '')) {
			if (!possessive) add(weights, -6, -4, -2, 7);
			return;
		}
		if ((key === 'for' || (key === 'of' && second?.key !== 'member')) && second && SENT.has(second.key)) {
			add(weights, -5, -1, 3, 0);
			return;
		}
		if (
			second &&
			key === 'of' &&
			/^(?:shares|stock|shareholders|subsidiary|unit|customers)$/.test(second.key)
		)
			add(weights, -1, 2.5, -0.5, 0);
		else if (second && key === 'of' && (small(second, IS.placeNoun) || DWELLERS.has(second.key)))
			add(weights, -1, -0.5, 3.2, 0);
		// "economist at Orbis", "spokesman for Orbis"
		else if (second && key === 'of' && !second.capital && KIN.has(second.key)) add(weights, 1.5, 0, -0.5, 0);
		else if (second && small(second, IS.role))
			add(weights, key === 'for' ? 0 : -1, 1.5, key === 'of' ? 0.5 : 0, 0);
	} else if (
		// "the MP for Tarvik and Leyton"
		key === 'and' &&
		second?.capital &&
		words[from - 3]?.key === 'for' &&
		SENT.has(words[from - 4]?.key ?? '') &&
		(words[from]!.flags & FIRST) === 0 &&
		!(words[next]?.capital || isSpeech(words[next]))
	)
		add(weights, -5, -1, 3, 0);
	else if (isSpeech(before) && second?.type === 'mark') {
		// "said Mapuche leader Rayén Catrileo": the cue is hers.
		if (!(next - from === 1 && describes(words, next))) add(weights, 1.6, 0.4, -0.5, 0);
	} else if (before.capital) {
		if (next - from === (possessive ? 2 : 1)) addressed(weights, before, words[from]!);
	}
	// "its rival Polymath", "British rival Polymath"; "his rival Ruiz"
	else if (
		RIVALS.has(key) &&
		next - from === 1 &&
		second &&
		((second.flags & IS.people) !== 0 || /^(?:its|larger|smaller|listed|online)$/.test(second.key))
	)
		add(weights, -1, 2.8, -0.5, 0);
	else if ((flags & IS.orgNoun) !== 0)
		(flags & IS.role) === 0 ? add(weights, -1.5, 2.8, -0.3, 0) : add(weights, 1.2, 0.8, -0.5, 0);
	else if ((flags & IS.role) !== 0 && !words[from]!.upper) add(weights, 3, -0.3, -1, -0.3);
	else if ((flags & IS.placeNoun) !== 0) add(weights, -0.4, 0, 1.6, 0);
}

/** "Ms. OBER", "CHAIRMAN OBER": what a title stands before is no short form, unless it is a known one ("CEO IBM"). */
function addressed(weights: Weights, { key, flags }: Word, name: Word): void {
	if (!emphatic(name)) return;
	if (COURTESIES.has(key.replace(/\.$/, ''))) add(weights, 3, -6, -2, 0);
	else if ((flags & (IS.titleHead | IS.honorific)) !== 0 && (name.flags & NO_BEARER) === 0)
		add(weights, 2, -4, 0, 0);
}

/** In capitals these are short forms, behind a title too. */
const NO_BEARER = IS.organisation | IS.notBody | PLACES;

function lookAfter(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const after = words[to];
	const later = words[to + 1];
	if (!after) return;
	if (after.type === 'number') {
		// "S&P 500", "Paris 2024"
		if (after.spaced) add(weights, -0.5, -1.2, -0.6, 1);
		return;
	}
	if (after.type === 'word') {
		// "Respondents were asked": a noun in the plural.
		if (
			to - from === 1 &&
			PLURAL_VERBS.has(after.key) &&
			words[from]!.doubtful &&
			/[^s']s$/.test(words[from]!.key)
		)
			add(weights, -1.5, -0.5, 0, 1.5);
		if (isSpeech(after)) add(weights, 1.3, 0.8, 0, 0);
		else if (RELATIVES.has(after.key)) add(weights, 2, -0.3, -0.5, 0);
		else if (after.capital) {
			// "Elko Mayor Ana Ruiz"
			if (/^(?:mayor|gov\.|governor|sheriff|county)$/.test(after.key)) add(weights, -0.5, 0, 2, 0);
			return;
		} else if (to - from === 1 && describes(words, to)) {
			add(weights, 0, 0, 0, 0.5);
		} else if (FOLLOWING.has(after.key)) add(weights, 1.5, 0.2, 0, 0);
		else if ((after.flags & IS.placeNoun) !== 0) add(weights, -1, 0, 1.8, 0);
		else if ((after.flags & IS.orgNoun) !== 0) add(weights, -1, 1.2, 0.2, 0.2);
		else if (AUXILIARIES.has(after.key) || COMMON_VERBS.has(after.key) || after.key === 'also')
			add(weights, 0.9, 0.5, 0.1, 0);
		return;
	}
	if (
		/^[-–]$/.test(after.text) &&
		!after.spaced &&
		later &&
		!later.spaced &&
		!later.capital &&
		later.type === 'word'
	) {
		// "U.S.-led"
		add(weights, -3, -3, -4, 2);
	} else if (after.text === '(') bracketAfter(weights, words, from, to);
	else if (after.text === ',') {
		if (later?.type === 'number') {
			if (/^\d{1,3}$/.test(later.text) && /^[,.]$/.test(words[to + 2]?.text ?? ''))
				add(weights, 3, -1, -1, 0);
		} else if (later?.type === 'word') {
			if (RELATIVES.has(later.key)) add(weights, 2, 0, -0.5, 0);
			else if (/^(?:an?|the|his|her|their)$/.test(later.key)) {
				if (apposed(words, to + 2)) add(weights, 2.2, 0, -0.8, 0);
			} else if (later.capital && (later.flags & IS.country) !== 0 && !words[to + 2]?.capital)
				add(weights, -0.8, 0, 2.2, 0);
		}
	}
}

/** "…, a retired teacher": a word for a person within the next few words. */
function apposed(words: readonly Word[], at: number): boolean {
	for (let i = at; i < at + 6; i++) {
		const word = words[i];
		if (word?.type !== 'word') return false;
		if (small(word, IS.role)) return true;
	}
	return false;
}

/** "(R-Ohio)", "(IMF)", "(7-2)". */
function bracketAfter(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const inside = words[to + 1];
	if (!inside) return;
	if (inside.type === 'word' && /^[RDI](?:-|$)/.test(inside.text)) add(weights, 3, -1, -1, 0);
	else if (inside.type === 'number' && /^\d{1,2}-\d{1,2}(?:-\d{1,2})?$/.test(inside.text))
		add(weights, -1.5, 3, -1, 0);
	else if (inside.upper && words[to + 2]?.text === ')' && to - from > 1) {
		const matches = inside.text[0] === words[from]!.text[0];
		const bodily =
			(words[to - 1]!.flags & (IS.orgSuffix | IS.orgHead)) !== 0 ||
			words.slice(from, to).some((word) => !word.capital);
		const plain = words
			.slice(from, to)
			.every((word) => !word.capital || (word.flags & (IS.common | IS.plain)) !== 0);
		if (matches) plain && !bodily ? add(weights, -2, 1, -1, 2.5) : add(weights, -2, 3, -1, 0);
	}
}
