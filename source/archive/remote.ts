/**
 * An archive that answers in another thread, so that no question ever holds up the keys. What the reader has read is sent
 * over once, however often it is asked about.
 */
import type { Id } from '../types.ts';
import { type Archive, Dropped, type ListQuery } from './archive.ts';
import { typedFor } from './typed.ts';

/** What a thread and its maker talk through. */
export interface Port {
	postMessage(message: unknown): void;
	on(event: 'message', hear: (message: unknown) => void): unknown;
}

export interface RemoteArchive extends Archive {
	/** From now on of the edition that was last written. False where there is none any more: then of the one before. */
	renew(): Promise<boolean>;
	/** The other side is gone: whoever waits is told so. */
	lost(error: Error): void;
}

type Method = Exclude<keyof RemoteArchive, 'lost'>;
interface Question {
	readonly number: number;
	readonly method: Method;
	readonly values: readonly unknown[];
	/** Sets that the values speak of and that have not been sent before. */
	readonly sets: readonly (readonly [number: number, ids: ReadonlySet<Id>])[];
}
type Reply = { readonly number: number } & (
	| { readonly value: unknown }
	| { readonly failed: string }
	| { readonly dropped: true }
);

/** Stands for what has been read. */
interface ReadAs {
	readonly readAs: number;
}

/** Sets that the other side knows: what was read now, and what had been when the lists were made. */
const SETS_KNOWN = 4;

export function remoteArchive(port: Port): RemoteArchive {
	const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
	const numbers = new WeakMap<ReadonlySet<Id>, number>();
	let known: number[] = [];
	let last = 0;
	let gone: Error | null = null;
	port.on('message', (message) => {
		const reply = message as Reply;
		const asked = waiting.get(reply.number);
		waiting.delete(reply.number);
		if ('failed' in reply) asked?.reject(new Error(reply.failed));
		else if ('dropped' in reply) asked?.reject(new Dropped());
		else asked?.resolve(reply.value as never);
	});

	function ask<Value>(method: Method, ...values: readonly unknown[]): Promise<Value> {
		if (gone) return Promise.reject(gone);
		const sets: [number, ReadonlySet<Id>][] = [];
		const sent = values.map((value) =>
			replaced(value, isSet, (ids): ReadAs => {
				let number = numbers.get(ids);
				if (number === undefined) numbers.set(ids, (number = ++last));
				if (!known.includes(number)) {
					known = [...known, number].slice(-SETS_KNOWN);
					sets.push([number, ids]);
				}
				return { readAs: number };
			}),
		);
		const number = ++last;
		return new Promise((resolve, reject) => {
			waiting.set(number, { resolve, reject });
			port.postMessage({ number, method, values: sent, sets } satisfies Question);
		});
	}
	return {
		overview: () => ask('overview'),
		stories: (query) => ask('stories', query),
		quotations: (query) => ask('quotations', query),
		articles: (query) => ask('articles', query),
		actors: (query) => ask('actors', query),
		problems: (query) => ask('problems', query),
		unread: (query) => ask('unread', query),
		story: (id) => ask('story', id),
		article: (id) => ask('article', id),
		cells: (actors, days) => ask('cells', actors, days),
		beside: (place, axis, by) => ask('beside', place, axis, by),
		actor: (id) => ask('actor', id),
		renew: () => ask('renew'),
		lost(error) {
			gone = error;
			for (const { reject } of waiting.values()) reject(error);
			waiting.clear();
		},
		async close() {
			await ask('close');
			gone = new Error('the archive is closed');
		},
	};
}

/**
 * Answers for an archive, question after question, in their order; null from `open`: there is none. What has been typed on
 * meanwhile is dropped: nobody waits for it.
 */
export function serveArchive(
	port: Port,
	open: () => Archive | null,
	onFailure: (error: unknown) => void = () => {},
): void {
	let archive = open();
	const known = new Map<number, ReadonlySet<Id>>();
	const waiting: Question[] = [];
	let busy = false;

	async function work(): Promise<void> {
		if (busy) return;
		busy = true;
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			port.postMessage(await replyTo(next));
			// What has come in meanwhile is heard before the next is begun.
			await new Promise(setImmediate);
		}
		busy = false;
	}

	async function replyTo(question: Question): Promise<Reply> {
		const { number, method, values } = question;
		if (isTypedOn(question, waiting)) return { number, dropped: true };
		try {
			if (method === 'renew') {
				const next = open();
				if (next !== null) {
					await archive?.close();
					archive = next;
				}
				return { number, value: next !== null };
			}
			if (archive === null) throw new Error('there is none');
			const ask = archive[method] as (...values: readonly unknown[]) => Promise<unknown>;
			return { number, value: await ask(...values.map(withSets)) };
		} catch (error) {
			onFailure(error);
			return { number, failed: error instanceof Error ? error.message : String(error) };
		}
	}

	const withSets = (value: unknown) =>
		replaced(value, isReadAs, ({ readAs }) => known.get(readAs) ?? new Set());

	port.on('message', (message) => {
		const question = message as Question;
		for (const [number, ids] of question.sets) known.set(number, ids);
		for (const number of [...known.keys()].slice(0, -SETS_KNOWN)) known.delete(number);
		waiting.push(question);
		work();
	});
}

/** Whether the reader has typed on since they asked this: a later question has other words. */
function isTypedOn(question: Question, later: readonly Question[]): boolean {
	const typed = typedIn(question);
	return typed !== null && later.some((one) => (typedIn(one) ?? typed) !== typed);
}

const TYPED: readonly Question['method'][] = ['stories', 'quotations', 'articles', 'actors', 'unread'];

function typedIn({ method, values: [query] }: Question): string | null {
	return TYPED.includes(method) ? typedFor(query as ListQuery) : null;
}

const isSet = (value: unknown): value is ReadonlySet<Id> => value instanceof Set;
const isReadAs = (value: unknown): value is ReadAs =>
	typeof value === 'object' && value !== null && 'readAs' in value;

/** A question with something in it replaced, wherever it stands. */
function replaced<From>(
	value: unknown,
	is: (value: unknown) => value is From,
	by: (from: From) => unknown,
): unknown {
	if (is(value)) return by(value);
	if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, is, by)]));
}
