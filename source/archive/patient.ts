/**
 * An archive whose server may be away for a while: a question that it leaves unanswered is asked again, after longer and
 * longer pauses, until it is answered or the reader leaves. Meanwhile the screen keeps what it shows. Questions are asked one
 * after the other; what has been typed on is dropped.
 */
import { type Archive, Dropped } from './archive.ts';
import { typedFor } from './typed.ts';

export interface Patient extends Archive {
	/** Asks something small, so that it is known whether the server is there. */
	renew(): Promise<void>;
	/** Nobody waits any more. */
	leave(): void;
}

export interface Watcher {
	/** The first time that a question is left unanswered. */
	lost(error: unknown): void;
	found(): void;
	/** A question that takes too long is asked again. */
	slow(): void;
}

/** What an error means for who waits; `slow`: the server is there, and gave the question up. */
export type Meaning = 'lost' | 'slow' | 'error';

const PAUSES_MS = [100, 250, 500, 1000, 2000, 5000] as const;
/** What always takes too long is said after so many times more. */
const SLOW_TRIES = 2;

export function patient(archive: Archive, meaning: (error: unknown) => Meaning, watcher: Watcher): Patient {
	let away = false;
	let left = false;
	let wake = () => {};
	let last: Promise<unknown> = Promise.resolve();
	/** What is typed now. */
	let latest: string | null = null;

	async function insist<Answer>(ask: () => Promise<Answer>, isWanted: () => boolean): Promise<Answer> {
		let slow = 0;
		for (let tries = 0; ; ) {
			if (left || !isWanted()) throw new Dropped();
			try {
				const answer = await ask();
				if (away) watcher.found();
				away = false;
				return answer;
			} catch (error) {
				const means = meaning(error);
				if (means === 'error' || (means === 'slow' && slow === SLOW_TRIES)) throw error;
				if (means === 'slow') {
					slow++;
					if (!left && isWanted()) watcher.slow();
					continue;
				}
				if (!away && tries > 0) watcher.lost(error);
				away ||= tries > 0;
				await new Promise<void>((resolve) => {
					wake = resolve;
					setTimeout(resolve, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]).unref();
				});
				tries++;
			}
		}
	}

	function asked<Answer>(ask: () => Promise<Answer>, isWanted = () => true): Promise<Answer> {
		const mine = last.then(() => insist(ask, isWanted));
		last = mine.catch(() => {});
		return mine;
	}

	function whileTyped<Query extends Parameters<typeof typedFor>[0], Answer>(
		ask: (query: Query) => Promise<Answer>,
	): (query: Query) => Promise<Answer> {
		return (query) => {
			const typed = typedFor(query);
			latest = typed ?? latest;
			// A list that nothing is typed for is wanted whatever is typed.
			return asked(
				() => ask(query),
				() => typed === null || typed === latest,
			);
		};
	}

	return {
		overview: () => asked(() => archive.overview()),
		stories: whileTyped((query) => archive.stories(query)),
		quotations: whileTyped((query) => archive.quotations(query)),
		articles: whileTyped((query) => archive.articles(query)),
		actors: whileTyped((query) => archive.actors(query)),
		problems: (query) => asked(() => archive.problems(query)),
		unread: whileTyped((query) => archive.unread(query)),
		story: (id) => asked(() => archive.story(id)),
		article: (id) => asked(() => archive.article(id)),
		cells: (actors, days) => asked(() => archive.cells(actors, days)),
		beside: (place, axis, by) => asked(() => archive.beside(place, axis, by)),
		actor: (id) => asked(() => archive.actor(id)),
		renew: () => asked(async () => void (await archive.actor(''))),
		leave() {
			left = true;
			wake();
		},
		close: () => archive.close(),
	};
}
