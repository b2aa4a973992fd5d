/** What holds of every text, however nasty: read without a throw, the same twice, found within its bounds, and safe to print. */
import { annotate } from '../../source/article/annotate.ts';
import { decode } from '../../source/article/decode.ts';
import { digest } from '../../source/digest/digest.ts';
import { fileName, folderName } from '../../source/feeds/file-names.ts';
import { readOpml } from '../../source/feeds/opml.ts';
import { readFeed } from '../../source/feeds/reading.ts';
import { readSubscriptions } from '../../source/feeds/subscriptions.ts';
import { articlesIn } from '../../source/ingest/documents.ts';
import { plainDigest } from '../../source/output/plain.ts';
import { safeLine, safeText } from '../../source/safe.ts';
import type { Format, RawArticle, Reading, Span } from '../../source/types.ts';
import type { Nasty } from './nasty.ts';

function must(holds: boolean, law: string): asserts holds {
	if (!holds) throw new Error(law);
}

const LATIN = 'latin1';

/** Throws what is wrong; gives back what was read. */
export function holds({ kind, parts }: Nasty): readonly Reading[] {
	const text = parts.join('');
	const bytes = kind === 'bytes' ? Buffer.from(text, LATIN) : Buffer.from(text);
	safe(text);
	if (kind === 'feed') return feed(bytes, text);
	const ending = kind === 'bytes' ? 'txt' : kind;
	const format: Format = kind === 'md' ? 'markdown' : 'text';
	const raw: RawArticle = { file: kind === 'stdin' ? '-' : `a.${ending}`, format, bytes };
	const told: string[] = [];
	const raws = articlesIn(raw, (_, message) => told.push(message));
	must(raws.length > 0 || told.length > 0, 'read or told why not');
	const readings = raws.map((one) => reading(one));
	must(
		same(
			articlesIn(raw, () => undefined),
			raws,
		),
		'the same articles twice',
	);
	return readings;
}

function reading(raw: RawArticle): Reading {
	const once = annotate(raw);
	const { text } = once.article;
	if (text.length % 4 === 0)
		must(JSON.stringify(annotate(raw)) === JSON.stringify(once), 'the same reading twice');
	must(text === decode(raw).text, 'the text is that of the bytes');
	const isWithin = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
	const { paragraphs, removed, sentences, mentions, times } = once.article;
	for (const spans of [paragraphs, removed, sentences, mentions, times])
		for (const span of spans) must(isWithin(span), 'within the text');
	for (const spans of [paragraphs, sentences])
		for (const [i, span] of spans.entries())
			must(i === 0 || span.start >= (spans[i - 1]?.end ?? 0), 'in order, and apart');
	for (const { spans, speaker, cue } of once.quotations)
		for (const span of [...spans, speaker.mention, cue])
			must(span === null || isWithin(span), 'a quotation within the text');
	const day = once.article.published?.day;
	must(day === undefined || isDay(day), 'published on a day of the calendar');
	return once;
}

const isDay = (day: string) => {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const same = (some: readonly RawArticle[], others: readonly RawArticle[]) =>
	some.length === others.length &&
	some.every(
		({ file, bytes }, i) => file === others[i]?.file && Buffer.compare(bytes, others[i].bytes) === 0,
	);

const FORBIDDEN =
	/[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

function safe(text: string): void {
	const shown = safeText(text);
	must(!FORBIDDEN.test(shown), 'nothing that a terminal obeys');
	must(safeText(shown) === shown, 'safe text is safe');
	must(!safeLine(text).includes('\n'), 'a line is one line');
}

function feed(bytes: Uint8Array, text: string): readonly Reading[] {
	const url = 'https://velmora.example/feed';
	const found = readFeed(bytes, null, url, '2025-03-14');
	must(
		JSON.stringify(readFeed(bytes, null, url, '2025-03-14')) === JSON.stringify(found),
		'the same feed twice',
	);
	for (const { title, body, author, source, day, link } of found?.items ?? []) {
		for (const words of [title, body, author, source])
			must(!FORBIDDEN.test(words ?? ''), 'nothing that a terminal obeys');
		must(day === null || isDay(day), 'a day of the calendar');
		must(link === null || /^https?:/.test(link), 'a link into the web');
		for (const name of [fileName(title ?? '', 'i0'), folderName(source ?? '')])
			must(
				/^[\p{L}\p{M}\p{N}][^/\\\x00-\x1f:*?"<>|]*$/u.test(name) && Buffer.byteLength(name) < 250,
				'a name of a file',
			);
	}
	readSubscriptions(text);
	readOpml(text);
	return [];
}

/** A digest of all, printed. */
export function holdsTogether(readings: readonly Reading[]): void {
	const named = readings.map((one, i) => ({ ...one, article: { ...one.article, file: `a${i}.txt` } }));
	const edition = digest(named, []);
	must(
		JSON.stringify(digest(named.toReversed(), [])) === JSON.stringify(edition),
		'the same digest in any order',
	);
	must(!FORBIDDEN.test(plainDigest(edition, { columns: 80 })), 'nothing that a terminal obeys');
}
