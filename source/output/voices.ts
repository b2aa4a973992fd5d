/** Who is quoted in a story, and with what: every speaker once, every quotation once. */
import { type Safe, safeLine } from '../safe.ts';
import type { Actor, Id, Quotation, Story } from '../types.ts';
import { quotedWords, speakerWords, whenWords } from '../wording.ts';
import type { Lookup } from './lookup.ts';

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
	/** The same utterance in other words, as others print it. */
	readonly variants: readonly Safe[];
}

/** By article, the letter that stands for it in the story; empty where the story needs none. */
export type Letters = ReadonlyMap<Id, string>;

export interface Sources {
	readonly letters: Letters;
	/** Whether the sources are not all of one day, so that each quotation must say when it was in print. */
	readonly severalDays: boolean;
}

/** Speakers in the order in which the story first quotes them; quotations that nobody is known to have said last. */
export function voicesOf(story: Story, sources: Sources, lookup: Lookup): Voice[] {
	const groups = new Map<string, { voice: Omit<Voice, 'quotations'>; quotations: QuotationLine[] }>();
	const shown = new Set<Id>();
	for (const id of story.quotations) {
		const quotation = lookup.quotations.get(id);
		if (!quotation || shown.has(id)) continue;
		const variants = quotation.variants.flatMap((variant) => lookup.quotations.get(variant) ?? []);
		for (const { id: seen } of [quotation, ...variants]) shown.add(seen);
		const actor = lookup.actors.get(quotation.speaker.actor ?? '') ?? null;
		const name = nameOf(quotation, actor);
		const key = actor?.id ?? `“${name}`;
		const group = groups.get(key) ?? {
			voice: { name, role: actor && roleIn(actor, story, lookup) },
			quotations: [],
		};
		groups.set(key, group);
		group.quotations.push(quotationLine(quotation, variants, sources, lookup));
	}
	const unknown = [...groups.values()].filter(({ voice }) => voice.name === UNKNOWN);
	const known = [...groups.values()].filter(({ voice }) => voice.name !== UNKNOWN);
	return [...known, ...unknown].map(({ voice, quotations }) => ({ ...voice, quotations }));
}

const NOBODY = speakerWords({ mention: null, actor: null, certain: false }, null);
/** The same at the head of a list. */
const UNKNOWN = `${NOBODY.charAt(0).toUpperCase()}${NOBODY.slice(1)}` as Safe;

/** The name alone: what is uncertain of a quotation is said beside it, since the group holds certain ones too. */
function nameOf({ speaker }: Quotation, actor: Actor | null): Safe {
	const mention = actor ? null : speaker.mention;
	const words = speakerWords({ ...speaker, mention, certain: true }, actor);
	return words === NOBODY ? UNKNOWN : words;
}

/** The title that the story's own articles give most often. */
function roleIn(actor: Actor, story: Story, lookup: Lookup): Safe | null {
	const counts = new Map<Safe, number>();
	for (const article of story.articles)
		for (const role of lookup.roles.get(article) ?? [])
			if (role.actor === actor.id)
				counts.set(safeLine(role.text), (counts.get(safeLine(role.text)) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function quotationLine(
	quotation: Quotation,
	variants: readonly Quotation[],
	{ letters, severalDays }: Sources,
	lookup: Lookup,
): QuotationLine {
	const text = quotedWords(quotation);
	// Who prints the very same words shares the line; who prints others gets one of their own.
	const same = variants.filter((variant) => quotedWords(variant) === text);
	const notes = [
		printedBy([quotation, ...same], letters),
		severalDays || quotation.said !== null
			? whenWords(quotation, lookup.articles.get(quotation.article) ?? null)
			: '',
		quotation.kind === 'indirect' ? 'indirect' : '',
		quotation.speaker.certain || quotation.speaker.actor === null ? '' : 'speaker not certain',
	];
	return {
		text,
		note: notes.filter((note) => note !== '').join(', ') as Safe,
		variants: variants
			.filter((variant) => quotedWords(variant) !== text)
			.map((variant) => {
				const printer = printedBy([variant], letters);
				return (printer === '' ? quotedWords(variant) : `${quotedWords(variant)} [${printer}]`) as Safe;
			}),
	};
}

function printedBy(quotations: readonly Quotation[], letters: Letters): string {
	const names = new Set(quotations.map(({ article }) => letters.get(article) ?? ''));
	return [...names]
		.filter((name) => name !== '')
		.sort()
		.join(', ');
}
