/** What the rows of the lists tell, as a filter compares it: made when it is first asked for, and kept. */
import type { Article, Day, Id, Quotation, Story } from '../types.ts';
import { folded, type Told } from './filter.ts';
import type { Library } from './library.ts';
import { textsOf } from './read.ts';

export interface Telling {
	readonly story: (story: Story) => Told;
	readonly article: (article: Article) => Told;
	readonly quotation: (quotation: Quotation) => Told;
}

/** Between what must not be taken for one stretch of words. */
const APART = ' \n ';

export function telling({
	articles,
	actors,
	quotations,
	quotationsIn,
	dayOfQuotation,
	filed,
}: Library): Telling {
	const kept = new Map<Id, Told>();
	const once = (id: Id, make: () => Told): Told => {
		let told = kept.get(id);
		if (!told) {
			told = make();
			kept.set(id, told);
		}
		return told;
	};
	const joined = (parts: Iterable<string | null | undefined>) =>
		[...new Set(parts)].flatMap((part) => (part ? [folded(part)] : [])).join(APART);
	const namesOf = (id: Id | null): readonly string[] => {
		const actor = id === null ? undefined : actors.get(id);
		return actor ? [actor.name, ...actor.aliases.map(({ text }) => text)] : [];
	};
	const speakersOf = (said: readonly Quotation[]) =>
		said.flatMap(({ speaker }) => [...namesOf(speaker.actor), speaker.mention?.text]);
	const sourceOf = (id: Id) => articles.get(id)?.outlet ?? articles.get(id)?.file;
	const dayNamed = (day: Day | null | undefined) => [day ?? 'undated'];
	const daysOfStory = (id: Id) =>
		[...filed].flatMap(([day, { stories }]) => (stories.has(id) ? dayNamed(day) : []));
	return {
		story: ({ id, headline, articles: ids, nearDuplicates, quotations: said }) =>
			once(id, () => {
				const by = joined(speakersOf(said.flatMap((one) => quotations.get(one) ?? [])));
				const from = joined(ids.map(sourceOf));
				const headlines = joined([headline, ...ids.map((one) => articles.get(one)?.headline)]);
				return {
					words: [headlines, by].join(APART),
					from,
					by,
					on: daysOfStory(id),
					texts: textsOf({ articles: ids, nearDuplicates }),
				};
			}),
		article: ({ id, headline, byline, file, published }) =>
			once(id, () => {
				const by = joined(speakersOf(quotationsIn.get(id) ?? []));
				const from = joined([sourceOf(id)]);
				const words = [joined([headline, byline, file]), from].join(APART);
				return { words, from, by, on: dayNamed(published?.day), texts: [[id]] };
			}),
		quotation: (quotation) =>
			once(quotation.id, () => {
				const by = joined(speakersOf([quotation]));
				const from = joined([sourceOf(quotation.article)]);
				return {
					words: [folded(quotation.text), by].join(APART),
					from,
					by,
					on: dayNamed(dayOfQuotation.get(quotation.id)),
					texts: [[quotation.article]],
				};
			}),
	};
}
