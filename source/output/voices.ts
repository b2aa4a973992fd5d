/** Who is quoted in a story, and with what: every speaker once, every quotation once. */
import { type Safe, safeLine } from '../safe.ts';
import type { Actor, Id, Quotation, Story } from '../types.ts';
import {
	aroundWords,
	byFullness,
	countWords,
	joinedWords,
	lettersWords,
	publicationWords,
	sourceWords,
	speakerWords,
	versionNotes,
	whenWords,
} from '../wording.ts';
import { differencesFrom } from './differences.ts';
import type { Lookup } from './lookup.ts';
import { leansOnSentence, sentenceOf } from './once.ts';

export interface Voice {
	readonly name: Safe;
	/** A title as the story's articles print it. */
	readonly role: Safe | null;
	readonly quotations: readonly QuotationLine[];
}

export interface QuotationLine {
	readonly text: Safe;
	/** Which source prints it, when it was said, and what the reader should doubt. */
	readonly note: Safe;
	/** The same utterance in other words, as others print it; the fullest version is the line itself. */
	readonly variants: readonly VariantLine[];
	/** How many more there are. */
	readonly more: number;
}

export interface VariantLine {
	/** The words; those that the fullest version has not are told apart. */
	readonly pieces: readonly { readonly text: Safe; readonly differs: boolean }[];
	/** What stands around them. */
	readonly marks: readonly [Safe, Safe];
	readonly note: Safe;
}

/** So many other versions are set out; words that everybody reprints are counted. */
const MOST_VERSIONS = 6;

export const moreVersions = (more: number): Safe => `and ${countWords(more, 'other version')}` as Safe;

/** By article, the letter that stands for it in the story; empty where the story needs none. */
export type Letters = ReadonlyMap<Id, string>;

/** Speakers in the order in which the story first quotes them; quotations that nobody is known to have said last. */
export function voicesOf(story: Story, letters: Letters, lookup: Lookup): Voice[] {
	const groups = new Map<string, { voice: Omit<Voice, 'quotations'>; quotations: QuotationLine[] }>();
	const shown = new Set<Id>();
	for (const id of story.quotations) {
		const quotation = lookup.quotations.get(id);
		if (!quotation || shown.has(id)) continue;
		const own = quotation.variants.flatMap((variant) => lookup.quotations.get(variant) ?? []);
		const variants = [...own, ...copiesOf([quotation, ...own], story, lookup)];
		for (const { id: seen } of [quotation, ...variants]) shown.add(seen);
		const versions = [quotation, ...variants].map((version) => versionOf(version, lookup)).sort(byFullness);
		const [fullest, ...others] = versions.map((version) => version.quotation) as [Quotation, ...Quotation[]];
		// One version may name the speaker whom another leaves to be guessed.
		const telling = [fullest, ...others].find(({ speaker }) => speaker.actor !== null) ?? fullest;
		const actor = lookup.actors.get(telling.speaker.actor ?? '') ?? null;
		const name = nameOf(telling, actor);
		const key = actor?.id ?? `“${name.toLowerCase()}`;
		const group = groups.get(key) ?? {
			voice: { name, role: actor && roleIn(actor, story, lookup) },
			quotations: [],
		};
		groups.set(key, group);
		const line = quotationLine(fullest, others, letters, lookup);
		// Several scraps of one sentence are told by it once.
		if (line.variants.length > 0 || !group.quotations.some(({ text }) => text === line.text))
			group.quotations.push(line);
	}
	const unknown = [...groups.values()].filter(({ voice }) => voice.name === UNKNOWN);
	const known = [...groups.values()].filter(({ voice }) => voice.name !== UNKNOWN);
	return [...known, ...unknown].map(({ voice, quotations }) => ({ ...voice, quotations }));
}

/** The same words in copies of the articles that print them: copies are no versions, but their readers find them too. */
function copiesOf(versions: readonly Quotation[], story: Story, lookup: Lookup): Quotation[] {
	const known = new Set(versions.map(({ id }) => id));
	const groups = story.nearDuplicates.filter((group) =>
		versions.some(({ article }) => group.includes(article)),
	);
	if (groups.length === 0) return [];
	const copies = new Set(groups.flat());
	const words = new Set(versions.map(inMarks));
	return story.quotations.flatMap((id) => {
		const other = lookup.quotations.get(id);
		return other && !known.has(id) && copies.has(other.article) && words.has(inMarks(other)) ? other : [];
	});
}

const UNKNOWN = 'Speaker unknown' as Safe;

/**
 * The name alone: what is uncertain of a quotation is said beside it, since the group holds certain ones too. Words that
 * name nobody ("the port authority") need no marks at the head of a list, but a capital.
 */
function nameOf({ speaker }: Quotation, actor: Actor | null): Safe {
	if (actor) return speakerWords({ ...speaker, mention: null, certain: true }, actor);
	const words = speaker.mention ? safeLine(speaker.mention.text) : '';
	return words === '' ? UNKNOWN : ((words.charAt(0).toUpperCase() + words.slice(1)) as Safe);
}

/** The title that the story's own articles give most often. */
function roleIn(actor: Actor, story: Story, lookup: Lookup): Safe | null {
	const counts = new Map<Safe, number>();
	for (const article of story.articles)
		for (const role of lookup.roles.get(article) ?? []) {
			if (role.actor !== actor.id) continue;
			// "the owner", "a teacher": in brackets behind the name the article says nothing.
			const words = safeLine(role.text).replace(/^(?:an?|the) /i, '') as Safe;
			counts.set(words, (counts.get(words) ?? 0) + 1);
		}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const versionOf = (quotation: Quotation, lookup: Lookup) => ({
	quotation,
	article: lookup.articles.get(quotation.article) ?? null,
});

function quotationLine(
	quotation: Quotation,
	variants: readonly Quotation[],
	letters: Letters,
	lookup: Lookup,
): QuotationLine {
	const text = inMarks(quotation);
	const around = sentenceOf(quotation, lookup);
	const sentence = around && leansOnSentence(quotation, around, lookup) ? around : null;
	// Who prints the very same words shares a line.
	const lines = new Map([[withoutCommas(text), [quotation]]]);
	for (const variant of variants) {
		const words = withoutCommas(inMarks(variant));
		const line = lines.get(words);
		if (line) line.push(variant);
		else lines.set(words, [variant]);
	}
	const [own = [], ...others] = lines.values();
	const versions = [quotation, ...variants];
	const shown = others.length > MOST_VERSIONS + 1 ? others.slice(0, MOST_VERSIONS) : others;
	const told = versionNotes(versions.map((version) => versionOf(version, lookup)));
	const noteOf = (line: readonly Quotation[]) =>
		line.map((version) => told[versions.indexOf(version)]!).find((note) => note !== '') ?? '';
	const notes = [
		printedBy(own, letters, lookup),
		quotation.said === null ? '' : whenWords(quotation, null),
		noteOf(own),
		quotation.kind === 'indirect' ? 'indirect' : '',
		quotation.speaker.certain || quotation.speaker.actor === null ? '' : 'speaker not certain',
	];
	return {
		// A few words in marks need the reporter's sentence to be understood.
		text: sentence
			? safeLine(lookup.articles.get(sentence.article)!.text.slice(sentence.start, sentence.end))
			: text,
		note: joined(notes),
		variants: shown.map((line) => ({
			pieces: piecesOf(quotation, line[0]!),
			marks: aroundWords(line[0]!),
			note: joined([printedBy(line, letters, lookup), noteOf(line)]),
		})),
		more: others.length - shown.length,
	};
}

/** The words on one line; a comma at their end belongs to the reporter's sentence, which is not shown. */
function wordsOf(quotation: Quotation): Safe {
	return safeLine(joinedWords(quotation).text).replace(/,$/, '') as Safe;
}

function inMarks(quotation: Quotation): Safe {
	return aroundWords(quotation).join(wordsOf(quotation)) as Safe;
}

/** Where a comma stands, and which apostrophe, is the desk's and no other wording. */
const withoutCommas = (words: string) =>
	words
		.replace(/[,;:.]/g, '')
		.replaceAll('’', "'")
		.toLowerCase();

const joined = (notes: readonly string[]) => notes.filter((note) => note !== '').join(', ') as Safe;

/** Reworded in the reporter's words, everything differs and nothing is marked. */
function piecesOf(fullest: Quotation, variant: Quotation): VariantLine['pieces'] {
	const words = wordsOf(variant);
	if (variant.kind === 'indirect') return [{ text: words, differs: false }];
	return differencesFrom(wordsOf(fullest), words).map((piece) => ({
		...piece,
		text: piece.text as Safe,
	}));
}

/** The letters of the story's own articles, then what another story prints, by name and day. */
function printedBy(quotations: readonly Quotation[], letters: Letters, lookup: Lookup): string {
	const own = lettersWords(quotations.map(({ article }) => letters.get(article) ?? ''));
	const elsewhere = new Set(
		quotations.flatMap(({ article: id }) => {
			const article = letters.has(id) ? undefined : lookup.articles.get(id);
			return article ? `${sourceWords(article)}, ${publicationWords(article.published, article.bounds)}` : [];
		}),
	);
	const [first = '', ...others] = elsewhere;
	return joined([own, others.length > 0 ? `${first}, and ${countWords(others.length, 'other')}` : first]);
}
