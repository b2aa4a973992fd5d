/** Read marks: what opening does, what the keys do, and what the reader sees of it. */
import { describe, expect, test } from 'vitest';
import { type Archive, EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { standingOf, textsOf } from '../../source/archive/read.ts';
import { initialState, type Size, topOf } from '../../source/terminal/state.ts';
import type { Export } from '../../source/types.ts';
import { edition } from '../fixture.ts';
import { many } from './many.ts';
import { play } from './play.ts';

const usual = { columns: 80, rows: 24 };

/** As a reader comes back who has read these articles. */
const having = (read: readonly string[], keys = '', data: Export = edition, size: Size = usual) =>
	play(data, keys, size, EVERYWHERE, initialState(size, EVERYWHERE, new Set(read)));

/** The first lines of the stories, with their signs. */
const signs = (frame: string) => frame.match(/^. [●+ ] (?=Dockers close|Cheese)/gm)?.map((line) => line[2]);

describe('a story', () => {
	test.each([
		['none of its articles read', [['a'], ['b']], [], 'unread'],
		['all read', [['a'], ['b']], ['a', 'b', 'z'], 'read'],
		['one that came in', [['a'], ['b']], ['a'], 'new'],
		['a copy that came in', [['a', 'c'], ['b']], ['a', 'b'], 'read'],
		['only a copy read', [['a', 'c']], ['c'], 'read'],
		['without articles', [], ['a'], 'unread'],
	] as const)('%s', (_, texts, read, standing) => {
		expect(standingOf(texts, new Set(read))).toBe(standing);
	});

	test('counts its near-copies as one text', () => {
		expect(textsOf({ articles: ['a', 'b', 'c', 'd'], nearDuplicates: [['b', 'd']] })).toEqual([
			['b', 'd'],
			['a'],
			['c'],
		]);
	});
});

test('opening a story reads it; standing before it, or seeing it beside, does not', async () => {
	expect((await play(edition, '')).frame).toContain('2 unread · 1/2');
	const { frame, state, lines } = await play(edition, 'enter esc');
	expect(signs(frame)).toEqual([' ', '●']);
	expect(frame).toContain('1 unread · 1/2');
	expect([...state.read]).toEqual(['a1', 'a2']);
	const row = lines.find((line) => line.some(({ text }) => text.startsWith('Dockers')))!;
	expect(row.find(({ text }) => text.startsWith('Dockers'))?.role).toBe('quiet');
	const beside = await play(edition, 'j k', { columns: 200, rows: 60 });
	expect(beside.state.marks).toEqual([]);
	expect((await play(edition, '2 enter')).state.marks).toEqual([]);
});

test('a story that is read stays where it stands', async () => {
	const rows = ({ frame }: { frame: string }) =>
		frame
			.split('\n')
			.slice(1, -1)
			.map((line) => line.slice(4));
	expect(rows(await play(edition, 'm'))).toEqual(rows(await play(edition, '')));
});

test('m marks and unmarks, U takes back one after the other', async () => {
	expect(signs((await play(edition, 'm')).frame)).toEqual([' ', '●']);
	expect(signs((await play(edition, 'm m')).frame)).toEqual(['●', '●']);
	expect(signs((await play(edition, 'm j m')).frame)).toEqual([' ', ' ']);
	const back = await play(edition, 'm j m U');
	expect(signs(back.frame)).toEqual([' ', '●']);
	expect(back.frame).toContain('1 story unread again');
	expect(signs((await play(edition, 'm j m U U')).frame)).toEqual(['●', '●']);
	expect((await play(edition, 'U')).frame).toContain('nothing to take back');
	expect(signs((await play(edition, 'enter m esc')).frame)).toEqual(['●', '●']);
});

test('M asks, marks what the place holds, and is taken back at once', async () => {
	const asked = await play(edition, '] ] M');
	expect(asked.frame.split('\n').at(-1)).toMatch(
		/^ {2}Mark 1 story of Wed 5 Mar 2025 read\? +y yes {2}n no$/,
	);
	expect((await play(edition, 'M', { columns: 40, rows: 12 })).frame).toMatch(
		/Mark 2 stories read\? {2}y yes {2}n no$/,
	);
	expect(signs((await play(edition, '] ] M y 0')).frame)).toEqual([' ', '●']);
	for (const no of ['n', 'esc', 'j', 'q', 'enter'])
		expect((await play(edition, `M ${no}`)).state.marks, no).toEqual([]);
	const all = await play(edition, 'M y');
	expect(all.frame.split('\n')[0]).not.toContain('unread');
	expect(signs((await play(edition, 'M y U')).frame)).toEqual(['●', '●']);
	expect((await play(edition, 'M y M')).frame).toContain('nothing unread here');
});

test('what came in since is new, and told of while the story is open', async () => {
	const { frame } = await having(['a1']);
	expect(signs(frame)).toEqual(['+', '●']);
	expect(frame).toContain('1 new since you read');
	const open = await having(['a1'], 'enter', edition, { columns: 80, rows: 60 });
	expect(open.frame).toMatch(/port\.md · about 6 Mar 2025 · new since you read/);
	expect(open.frame).not.toMatch(/Courier · 5 Mar 2025 · new/);
	expect(signs((await having(['a1'], 'enter esc')).frame)).toEqual([' ', '●']);
});

test('what is marked read leaves the list of the unread without a question to the archive', async () => {
	const all = memoryArchive(edition);
	let asked = 0;
	const archive: Archive = {
		...all,
		unread: (query) => {
			asked++;
			return all.unread(query);
		},
	};
	const on = async (keys: string) => await play(edition, keys, undefined, undefined, undefined, archive);
	expect((await on('enter q')).frame.split('\n')[0]).toContain('1 unread');
	expect(asked).toBe(1);
	// What is unread again is not in the list that is there.
	expect((await on('enter q U')).frame.split('\n')[0]).toContain('2 unread');
	expect(asked).toBe(3);
});

describe('the next unread story', () => {
	test('is found below and above, opened from an open one, and its end is said', async () => {
		expect((await having(['a1', 'a2'], '>')).state.trails.digest[0]).toMatchObject({ cursor: 1 });
		expect((await having(['a3'], 'j <')).state.trails.digest[0]).toMatchObject({ cursor: 0 });
		const open = await play(edition, 'enter enter >');
		expect(topOf(open.state)).toMatchObject({ kind: 'story', id: 's2' });
		expect((await play(edition, 'enter >')).state.read.size).toBe(3);
		expect((await play(edition, 'enter > >')).frame).toContain('nothing unread here');
		expect((await play(edition, 'j >')).frame).toContain('no unread story below');
		expect((await play(edition, '4 enter >')).frame).toContain('unread stories stand in the digest');
	});

	test('is found far beyond what is loaded', async () => {
		const long = many({ actors: 5, days: 60, quotations: 6000 });
		const { rows } = await memoryArchive(long).stories({
			place: EVERYWHERE,
			cut: { from: 'end' },
			limit: 1,
		});
		const last = rows[0]!.story;
		const read = long.stories.filter(({ id }) => id !== last.id).flatMap(({ articles }) => articles);
		const { state, frame } = await having(read, '>', long);
		expect(topOf(state).cursor).toBe(599);
		expect(frame).toMatch(new RegExp(`^▌ ● ${last.headline}$`, 'm'));
	});
});

test('marks are told to whoever keeps them, with the articles that changed', async () => {
	const { state } = await having(['a1'], 'm U');
	expect(state.marks).toEqual([
		{ read: true, stories: [{ id: 's1', articles: ['a2'] }] },
		{ read: false, stories: [{ id: 's1', articles: ['a2'] }] },
	]);
});
