/** What the first and last words of a stretch make of it: "Elm County", "Orbis Inc", "Ministry of Health". */
import { HAPPENING_HEADS } from '../../lexicon/happenings.ts';
import { FIRST, IS, PLACE as PLACES } from '../../lexicon/names.ts';
import { CORPORATE, CREEDS, DAILY, NATIONAL, RANKS } from '../../lexicon/organisations.ts';
import { PLACE_SURNAMES, SURE_PLACE_HEADS } from '../../lexicon/places.ts';
import type { Word } from './stream.ts';
import { ACRONYM, add, emphatic, phraseFlags, type Weights } from './weights.ts';

/** "Elm County", "Orbis Inc", "Mount Hood", "Clean Water Act". */
export function affixes(weights: Weights, words: readonly Word[], from: number, to: number): void {
	const first = words[from]!;
	const last = words[to - 1]!;
	const end = last.flags;
	const length = to - from;
	const prefix = phraseFlags(words, from, to - 1);
	const placed = (prefix & PLACES) !== 0;
	const orgEnd = (end & IS.orgSuffix) !== 0;
	const place = placedLead(words, from, to);
	const rest = from + place;
	// "Calcutta High Court", "Boston Red Sox"
	const body = place > 0 && (phraseFlags(words, rest, to) & IS.organisation) !== 0;
	if (body && (orgEnd || /[sx]$/.test(last.key))) add(weights, -1, to - rest > 1 ? 7.5 : 4.5, 0, 0);
	// "Ghana News Agency", "Detroit Tigers"
	else if (place > 0 && orgEnd && to - rest > 1) weights[1] += 1.5;
	else if (
		place > 0 &&
		!first.doubtful &&
		!orgEnd &&
		(end & (IS.common | IS.plain)) !== 0 &&
		(end & NO_TEAM) === 0 &&
		// "Elizabeth Banks" is a person, for all that Elizabeth is a city.
		(place > 1 || (first.flags & FIRST) === 0) &&
		!last.upper &&
		/[^s']{3}s$/.test(last.key)
	)
		add(weights, -1, 2.8, 0, 0);
	if (orgEnd) {
		const weak = (end & IS.weakSuffix) !== 0;
		add(weights, -2.2, weak ? 1.8 : 3.4, 0, 0);
		if ((prefix & IS.organisation) !== 0) weights[1] += 4;
		else if (placed || (!weak && (prefix & (IS.happening | IS.people)) !== 0)) weights[1] += 1.5;
		if (length > 2 && CORPORATE.has(last.key) && (words[to - 2]!.flags & IS.orgSuffix) !== 0) weights[1] += 2;
		if (ACRONYM.test(first.text) && emphatic(first) && (first.flags & (PLACES | IS.notBody)) === 0)
			weights[1] += 2;
	}
	// "Tom Field High School": a school called after somebody.
	if (length > 2 && SCHOOLS.has(last.key) && KINDS_OF_SCHOOL.has(words[to - 2]!.key)) weights[1] += 1.2;
	if (orgEnd && (NATIONAL.has(last.key) ? (first.flags & IS.people) !== 0 : CREEDS.has(first.key)))
		weights[1] += 2.5;
	if ((end & IS.paper) !== 0) {
		const sure = placed || DAILY.has(first.key) || (first.flags & IS.people) !== 0;
		add(weights, -1, sure ? 3 : orgEnd ? 0 : 1.2, 0, 0);
	}
	// "Kansas State", a university
	if (
		placed &&
		last.key === 'state' &&
		first.key !== 'washington' &&
		((words[to]?.flags ?? 0) & IS.titleHead) === 0
	)
		weights[1] += 3;
	if ((end & IS.placeSuffix) !== 0 && (words[to - 2]!.flags & IS.particle) === 0) {
		// "Tom Field"
		if (length === 2 && (first.flags & FIRST) !== 0 && PLACE_SURNAMES.has(last.key))
			add(weights, -0.3, 0, 1, 0);
		else add(weights, -1.8, 0, orgEnd ? 1.4 : 3.4, 0);
		// "Manhattan District Attorney"
		if (words[to]?.capital && (words[to]!.flags & IS.titleHead) !== 0 && (end & IS.titleModifier) !== 0)
			weights[2] -= 4;
	}
	if ((end & IS.happeningSuffix) !== 0)
		add(weights, -1.5, 0, 0, (end & (IS.orgSuffix | IS.placeSuffix)) !== 0 ? 1.2 : 2.6);
	// "Republican Jewish Coalition"
	if (orgEnd && length > 2 && (first.flags & words[from + 1]!.flags & IS.people) !== 0) weights[1] += 1.5;
	if (orgEnd && RANKS.has(first.key)) weights[1] += 1.2;
	// "Mothers Against Noise": a capital where none is due.
	if (length > 2 && words[from + 1]!.text === 'Against' && (first.flags & (IS.orgHead | IS.role)) !== 0)
		add(weights, -2, first.doubtful && last.doubtful ? 0 : 5, 0, 0);
	if (HAPPENING_HEADS.has(first.key)) add(weights, -2.5, 0, -1, 3);
	// "Coastal Norland", "Upper Silesia"
	if ((first.flags & IS.placeHead) !== 0 && length === 2 && (end & PLACES) !== 0) add(weights, -1, 0, 2, 0);
	if (SURE_PLACE_HEADS.has(first.key)) add(weights, -1.5, 0, 4, 0);
	else if ((first.flags & IS.placeHead) !== 0) {
		const common = (first.flags & IS.common) !== 0;
		// "Port Ruiz": a first name of hardly anybody.
		add(weights, common && (first.flags & FIRST) !== 0 ? -1.6 : 0, 0, common ? 1.1 : 2.2, 0);
	}
}

const SCHOOLS: ReadonlySet<string> = new Set(['school', 'schools', 'college', 'academy', 'university']);
const KINDS_OF_SCHOOL: ReadonlySet<string> = new Set(
	'high middle elementary primary secondary grammar junior preparatory charter public state medical law community'.split(
		' ',
	),
);

const NO_TEAM =
	IS.placeSuffix |
	IS.happeningSuffix |
	IS.titleHead |
	IS.role |
	IS.people |
	IS.calendar |
	PLACES |
	IS.orgSuffix;

/** How many words of a country, city or state a longer name begins with. */
function placedLead(words: readonly Word[], from: number, to: number): number {
	const known = IS.country | IS.city;
	for (let length = Math.min(3, to - from - 1); length > 0; length--)
		if ((phraseFlags(words, from, from + length) & known) !== 0) return length;
	return 0;
}

/** "Ministry of Health", "Food and Drug Administration": small words stand only in names of bodies, after or before a word for one. */
export function connected(weights: Weights, words: readonly Word[], from: number, to: number): void {
	let headed = false;
	let connectors = 0;
	for (let i = from + 1; i < to; i++) {
		const word = words[i]!;
		if (word.capital || word.text === '&' || (word.flags & IS.particle) !== 0) continue;
		const before = words[i - 1]!;
		connectors++;
		if (/^(?:of|for)$/.test(word.key)) headed ||= (before.flags & IS.orgHead) !== 0;
		else if (word.key === 'on')
			headed ||= /^(?:council|commission|committee|center|centre|conference|institute|coalition)$/.test(
				before.key,
			);
		else if (word.key === 'and') {
			const end = words[to - 1]!.flags;
			if (
				CORPORATE.has(before.key) ||
				(before.flags & (PLACES | IS.organisation)) !== 0 ||
				words[i + 1]!.key === 'the'
			) {
				weights[1] -= 6;
				return;
			}
			headed ||=
				(end & IS.orgSuffix) !== 0 && (end & IS.weakSuffix) === 0 && (words[from]!.flags & FIRST) === 0;
		} else if (word.key !== 'the' || !headed) {
			weights[1] -= 6;
			return;
		}
		if (!headed) break;
	}
	const last = words[to - 1]!;
	// "University of North" goes on.
	if ((last.flags & IS.placeHead) !== 0 && (last.flags & (IS.placeSuffix | IS.orgSuffix)) === 0)
		weights[1] -= 4;
	// "American Federation of Teachers"
	if (
		headed &&
		(words[from]!.flags & IS.people) !== 0 &&
		(NATIONAL.has(words[from + 1]!.key) || CREEDS.has(words[from]!.key))
	)
		weights[1] += 2.5;
	// "House Committee on Roads"
	if (headed && connectors < 2 && RANKS.has(words[from]!.key) && words[from + 1]!.capital) weights[1] += 1.2;
	add(weights, 0, headed ? 3.6 : -3, 0, 0.2);
}
