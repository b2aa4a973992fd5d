/** One feed: asked for, read, and what is new in it put into the library. Never throws; what goes wrong is told. */
import { whyNot } from '../ingest/files.ts';
import type { Answer } from '../network/fetching.ts';
import { safeLine } from '../safe.ts';
import type { Day, Id } from '../types.ts';
import { hostOf, isOwnNetwork, shownUrl } from './address.ts';
import { keeperOf } from './keeping.ts';
import type { Library } from './library.ts';
import { outletOf } from './outlet.ts';
import type { Ways } from './page-text.ts';
import { type Feed, MOST_ITEMS, readFeed } from './reading.ts';
import { type FeedState, readState, type Seen, UNKNOWN, writeState } from './state.ts';
import type { Subscription } from './subscriptions.ts';

export interface Around extends Ways {
	readonly library: Library;
	readonly stateFolder: string;
	readonly signal: AbortSignal;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Older items are left where they are. */
	readonly since: Day | null;
	/** Asked whatever it said about when to come again. */
	readonly insists: boolean;
	/** The library is gone, with all that feeds have brought. An empty one is what a reader who tidies up has. */
	readonly afresh: boolean;
	/** After each article that was written. */
	readonly onArticle: () => void;
}

export interface Outcome {
	/** `not asked`: its host is left alone because of another of its pages, and this one is not to blame. */
	readonly kind: 'read' | 'unchanged' | 'not due' | 'not asked' | 'gone' | 'failed' | 'stopped';
	/** Of the feed, for the reader. */
	readonly name: string;
	readonly fresh: number;
	readonly changed: number;
	/** New or changed ones of which only the beginning could be had. */
	readonly stubs: number;
	/** Why it failed or was not asked, in one line. */
	readonly message: string | null;
	/** What else there is to say. */
	readonly notes: readonly string[];
}

const ACCEPT_FEED =
	'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** A feed asks to be left alone for no longer than this, */
const LONGEST_REST = 24 * 3600;
/** and a timer that comes this much too early has still come. */
const EARLY_MS = 5 * 60_000;
/** Failures in a row before it is asked less often. */
const PATIENCE = 3;
/** After so many that could not be written it is the disk, and not the article. */
const MOST_LOST = 3;
/** So many articles are lost to a run that is killed. */
const SAVE_AFTER = 20;

export async function pullFeed(subscription: Subscription, around: Around): Promise<Outcome> {
	const { url } = subscription;
	const { signal, now, today } = around;
	const nothing = { fresh: 0, changed: 0, stubs: 0, message: null, notes: [] };
	const before = await readState(around.stateFolder, url);
	// What it brought is not there any more: all of it is asked for anew.
	const afresh = around.afresh && before.seen.size > 0;
	const known = afresh ? { ...before, etag: null, lastModified: null, seen: UNKNOWN.seen } : before;
	const name = safeLine(subscription.title ?? known.title ?? shownUrl(url)).slice(0, 100);
	const keep = (state: FeedState) => writeState(around.stateFolder, url, shownUrl(url), state);
	if (signal.aborted) return { ...nothing, kind: 'stopped', name };
	// What is owed, and what was too old last time, is to be seen again, changed or not.
	const anew =
		isOwed(known) || (known.since !== null && (around.since === null || around.since < known.since));
	if (!around.insists) {
		if (known.gone !== null)
			return {
				...nothing,
				kind: 'gone',
				name,
				notes: [`${name}: its server says since ${known.gone} that it is no more`],
			};
		if (!afresh && !anew && isResting(known.next, now())) return { ...nothing, kind: 'not due', name };
	}
	const asks = (address: string) =>
		// Where it has moved to is what somebody else has said.
		(isOwnNetwork(url) && hostOf(address) === hostOf(url) ? around.ownFetcher : around.fetcher).fetch({
			url: address,
			etag: anew ? null : known.etag,
			lastModified: anew ? null : known.lastModified,
			accept: ACCEPT_FEED,
			robots: false,
		});
	let answer = await asks(known.movedTo ?? url);
	let { movedTo } = known;
	if (movedTo !== null && (isFailed(answer) || answer.kind === 'gone') && !signal.aborted) {
		movedTo = null;
		answer = await asks(url);
	}
	if (signal.aborted) return { ...nothing, kind: 'stopped', name };
	try {
		switch (answer.kind) {
			case 'failed': {
				if (answer.unasked) {
					const next = Math.max(known.next, now() + restAfter(0, answer.retryAfter));
					if (answer.retryAfter !== null) await keep({ ...known, movedTo, next });
					return { ...nothing, kind: 'not asked', name, message: answer.message };
				}
				const failures = known.failures + 1;
				await keep({ ...known, movedTo, failures, next: now() + restAfter(failures, answer.retryAfter) });
				return { ...nothing, kind: 'failed', name, message: answer.message };
			}
			case 'gone': {
				await keep({ ...known, gone: today, failures: known.failures + 1 });
				const message = 'its server says that it is no more (410); take its line out of your list';
				return { ...nothing, kind: 'failed', name, message };
			}
			case 'unchanged': {
				const { etag, lastModified } = answer;
				await keep({
					...known,
					movedTo,
					next: now() + known.rest,
					gone: null,
					failures: 0,
					etag: etag ?? known.etag,
					lastModified: lastModified ?? known.lastModified,
				});
				return { ...nothing, kind: 'unchanged', name };
			}
			case 'body':
				return await take(
					subscription,
					answer,
					{ ...known, movedTo: answer.movedTo ?? movedTo },
					name,
					around,
				);
		}
	} catch (error) {
		return { ...nothing, kind: 'failed', name, message: unkept(error) };
	}
}

const isFailed = (answer: Answer) => answer.kind === 'failed' && !answer.unasked;

/** Why something could not be written. */
function unkept(error: unknown): string {
	return error instanceof Error && !('code' in error) ? error.message : `cannot be kept: ${whyNot(error)}`;
}

const isOwed = ({ seen }: FeedState) => [...seen.values()].some(({ owed }) => owed > 0);

/** A time farther off than anybody may ask for was told by a clock that was wrong. */
function isResting(next: number, now: number): boolean {
	return now < next - EARLY_MS && next - now <= LONGEST_REST * 1000;
}

/** Milliseconds. */
function restAfter(failures: number, retryAfter: number | null): number {
	const asked = (retryAfter ?? 0) * 1000;
	const tired = failures < PATIENCE ? 0 : 3_600_000 * 2 ** Math.min(10, failures - PATIENCE);
	return Math.min(LONGEST_REST * 1000, Math.max(asked, tired));
}

async function take(
	subscription: Subscription,
	answer: Extract<Answer, { kind: 'body' }>,
	known: FeedState,
	knownName: string,
	around: Around,
): Promise<Outcome> {
	const { url } = subscription;
	const { signal, now, today, stateFolder } = around;
	const counts = { fresh: 0, changed: 0, stubs: 0 };
	const feed = readFeed(answer.bytes, answer.type, answer.url, today);
	const name = subscription.title === null && feed?.title ? safeLine(feed.title).slice(0, 100) : knownName;
	if (feed === null) {
		const failures = known.failures + 1;
		await writeState(stateFolder, url, shownUrl(url), {
			...known,
			failures,
			next: now() + restAfter(failures, null),
		});
		const message = looksLikePage(answer.bytes)
			? 'a page, and no feed; quotidian add finds the feed of a page'
			: 'no feed that could be read';
		return { ...counts, kind: 'failed', name, message, notes: [] };
	}
	const notes: string[] = [];
	if (answer.movedTo !== null && answer.movedTo !== url)
		notes.push(
			`${name}: has moved for good to ${safeLine(answer.movedTo)}, and is read there; your list says otherwise`,
		);
	if (feed.broken > 0)
		notes.push(
			`${name}: ${feed.broken} of its items ${feed.broken === 1 ? 'is' : 'are'} broken, and not read or not as a whole`,
		);
	if (feed.more) notes.push(`${name}: has more than ${MOST_ITEMS} items; the first of them are read`);
	const seen = new Map<Id, Seen>(known.seen);
	const title = feed.title ?? known.title;
	const rest = restOf(feed, answer.freshFor);
	const save = (done: boolean) =>
		writeState(stateFolder, url, shownUrl(url), {
			// Of what came broken it must not be said that it is there already: it may be whole next time.
			etag: done && feed.broken === 0 ? answer.etag : null,
			lastModified: done && feed.broken === 0 ? answer.lastModified : null,
			movedTo: known.movedTo,
			next: done ? now() + rest : 0,
			rest,
			failures: 0,
			gone: null,
			title,
			since: around.since,
			seen,
		});
	const outlet = subscription.title ?? outletOf(title, feed.link ?? answer.url);
	const keeper = keeperOf({
		feed: shownUrl(url),
		outlet,
		library: around.library,
		ways: around,
		signal,
		seen,
		counts,
	});
	let unsaved = 0;
	let lost = 0;
	let message: string | null = null;
	for (const item of feed.items) {
		if (signal.aborted || lost >= MOST_LOST) break;
		if (around.since !== null && item.day !== null && item.day < around.since) continue;
		try {
			if (!(await keeper(item))) continue;
			around.onArticle();
			if (++unsaved % SAVE_AFTER === 0) await save(false);
		} catch (error) {
			message ??= unkept(error);
			lost++;
		}
	}
	// What is in the library by now is there, whatever became of the rest.
	await save(!signal.aborted && message === null).catch((error: unknown) => {
		message ??= unkept(error);
	});
	const kind = message !== null ? 'failed' : signal.aborted ? 'stopped' : 'read';
	return { ...counts, kind, name, message, notes };
}

/** Milliseconds. */
function restOf({ every }: Feed, freshFor: number | null): number {
	return 1000 * Math.min(LONGEST_REST, Math.max(every ?? 0, freshFor ?? 0));
}

function looksLikePage(bytes: Uint8Array): boolean {
	return /<(?:!doctype html|html)[\s>]/i.test(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'));
}
