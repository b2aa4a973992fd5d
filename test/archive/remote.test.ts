/** An archive in another thread answers as it does here; here both ends of the line are in one. */
import { MessageChannel } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { type Archive, Dropped, EVERYWHERE } from '../../source/archive/archive.ts';
import { parseFilter } from '../../source/archive/filter.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { patient } from '../../source/archive/patient.ts';
import { type RemoteArchive, remoteArchive, serveArchive } from '../../source/archive/remote.ts';
import { edition, otherEdition } from '../fixture.ts';

const all = { place: EVERYWHERE, cut: { from: 'start' }, limit: 10 } as const;
const ends: (() => void)[] = [];
afterAll(() => {
	for (const end of ends) end();
});

function served(open: () => Archive | null): RemoteArchive {
	const { port1, port2 } = new MessageChannel();
	serveArchive(port2, open);
	ends.push(() => port1.close());
	return remoteArchive(port1);
}

test('every question comes back with the answer that is given here', async () => {
	const here = memoryArchive(edition);
	const there = served(() => memoryArchive(edition));
	const read = new Set(['a1']);
	const filter = { terms: [{ field: 'unread', value: '', not: false }], read } as const;
	const ask = async (archive: Archive) => [
		await archive.overview(),
		await archive.stories(all),
		await archive.stories({ ...all, filter }),
		await archive.quotations({ ...all, words: 'the' }),
		await archive.articles({ ...all, filter }),
		await archive.actors(all),
		await archive.problems(all),
		await archive.unread({ place: EVERYWHERE, filter, read: new Set() }),
		await archive.unread({ place: EVERYWHERE, filter: null, read }),
		await archive.story('s1'),
		await archive.article('a1'),
		await archive.cells(['p1'], ['2025-03-05', null]),
		await archive.beside(EVERYWHERE, 'day', 1),
		await archive.actor('p1'),
		await archive.actor('nobody'),
	];
	expect(await ask(there)).toEqual(await ask(here));
	// Sets that were sent long ago are sent again.
	for (let turn = 0; turn < 10; turn++)
		await there.unread({ place: EVERYWHERE, read: new Set([`a${turn}`]) });
	expect(await ask(there)).toEqual(await ask(here));
});

test('a search that is typed on meanwhile is dropped, whatever else is asked', async () => {
	let searches = 0;
	const counted = (archive: Archive): Archive => ({
		...archive,
		quotations(query) {
			searches++;
			return archive.quotations(query);
		},
	});
	const there = served(() => counted(memoryArchive(edition)));
	const asked = ['t', 'th', 'the'].map((words) =>
		there.quotations({ ...all, words }).then(
			({ total }) => total,
			(error) => error instanceof Dropped,
		),
	);
	const overview = there.overview();
	const found = async (words: string) => (await memoryArchive(edition).quotations({ ...all, words })).total;
	// The first has begun when the others come.
	expect(await Promise.all(asked)).toEqual([await found('t'), true, await found('the')]);
	expect((await overview).articles).toBe(edition.articles.length);
	expect(searches).toBe(2);
});

const NEVER = { lost: () => {}, found: () => {}, slow: () => {} };
const engines: readonly [string, (archive: Archive) => Archive][] = [
	['in another thread', (archive) => served(() => archive)],
	['on a server', (archive) => patient(archive, () => 'error', NEVER)],
];

test.each(engines)(
	'of an archive %s a filter that is typed on is asked no more, but the list without one',
	async (_, open) => {
		const asked: string[] = [];
		const here = memoryArchive(edition);
		const there = open({
			...here,
			stories(query) {
				asked.push(query.filter?.terms.map(({ value }) => value).join() ?? '');
				return here.stories(query);
			},
		});
		const read = new Set<string>();
		const typed = ['d', 'do', 'doc'].map((text) =>
			there
				.stories({ ...all, filter: { terms: parseFilter(text).terms, read } })
				.catch((error) => error instanceof Dropped),
		);
		const list = there.stories(all);
		expect((await Promise.all(typed))[1]).toBe(true);
		expect((await list).total).toBe(edition.stories.length);
		expect(asked.filter((text) => text !== 'd')).toEqual(['doc', '']);
	},
);

describe('an archive that', () => {
	test('is written anew answers as before until it is renewed', async () => {
		let data = edition;
		const there = served(() => memoryArchive(data));
		data = otherEdition;
		expect((await there.overview()).stories).toBe(edition.stories.length);
		expect(await there.renew()).toBe(true);
		expect((await there.overview()).stories).toBe(otherEdition.stories.length);
	});

	test('is not there says so, and may come to be', async () => {
		let archive: Archive | null = null;
		const there = served(() => archive);
		await expect(there.overview()).rejects.toThrow('there is none');
		archive = memoryArchive(edition);
		await there.renew();
		expect((await there.overview()).articles).toBe(edition.articles.length);
	});

	test('is not there any more answers from what it was', async () => {
		let archive: Archive | null = memoryArchive(edition);
		const there = served(() => archive);
		await there.overview();
		archive = null;
		expect(await there.renew()).toBe(false);
		expect((await there.overview()).articles).toBe(edition.articles.length);
	});

	test('fails says why, and answers the next question', async () => {
		const there = served(() => ({
			...memoryArchive(edition),
			story: () => Promise.reject(new Error('database disk image is malformed')),
		}));
		await expect(there.story('s1')).rejects.toThrow('malformed');
		expect((await there.article('a1'))?.article.id).toBe('a1');
	});

	test('is lost leaves nobody waiting', async () => {
		const { port1 } = new MessageChannel();
		ends.push(() => port1.close());
		const there = remoteArchive(port1);
		const asked = there.overview();
		there.lost(new Error('the thread is gone'));
		await expect(asked).rejects.toThrow('the thread is gone');
		await expect(there.story('s1')).rejects.toThrow('the thread is gone');
	});
});

test('what a server takes too long for is asked again by itself, twice; then it is said', async () => {
	const slow = new Error('too long');
	for (const [times, answered] of [
		[1, true],
		[2, true],
		[3, false],
	] as const) {
		let asked = 0;
		let told = 0;
		const archive = {
			...memoryArchive(edition),
			story: async () => (++asked > times ? null : Promise.reject(slow)),
		};
		const waiting = patient(archive, (error) => (error === slow ? 'slow' : 'error'), {
			...NEVER,
			slow: () => void told++,
		});
		if (answered) expect(await waiting.story('one')).toBeNull();
		else await expect(waiting.story('one')).rejects.toBe(slow);
		expect([asked, told]).toEqual(answered ? [times + 1, times] : [3, 2]);
		// Whoever asks after it is answered as ever.
		expect(await waiting.overview()).toEqual(await archive.overview());
	}
});
