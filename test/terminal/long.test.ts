/** Lists longer than what is loaded at once: rows come as the reader goes, whichever way. */
import { describe, expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { startLoop } from '../../source/terminal/loop.ts';
import { PAGE } from '../../source/terminal/needs.ts';
import { initialState, topOf } from '../../source/terminal/state.ts';
import { many } from './many.ts';
import { play, shown } from './play.ts';

const data = many({ actors: 120, days: 90, quotations: 700 });
const TOTAL = 700;

/** A reader whose archive counts what it is asked. */
function reading(size = { columns: 80, rows: 24 }) {
	let asked = 0;
	const archive = memoryArchive(data);
	const counting = new Proxy(archive, {
		get:
			(target, name) =>
			(...given: unknown[]) => {
				asked++;
				return (target[name as keyof typeof target] as (...given: unknown[]) => unknown)(...given);
			},
	});
	const loop = startLoop(counting, initialState(size, EVERYWHERE), { draw: () => {}, wish: () => {} });
	return {
		async press(...keys: string[]) {
			loop.send(...keys.map((key) => ({ type: 'key' as const, key })));
			await loop.rest();
			return shown(loop.state()).frame;
		},
		asked: () => asked,
		cursor: () => topOf(loop.state()).cursor,
		held: () => [...loop.state().held.values()],
	};
}

describe('a list of 700', () => {
	test('down from the start every row is met once and in order', async () => {
		const reader = reading();
		await reader.press('2');
		const met: string[] = [];
		for (let at = 0; at < TOTAL; at++) {
			const frame = await reader.press();
			met.push(/▌ (“Word \d+)/.exec(frame)![1]!);
			await reader.press('j');
		}
		expect(new Set(met).size).toBe(TOTAL);
		expect(reader.cursor()).toBe(TOTAL - 1);
	});

	test('up from the end it is the same way back', async () => {
		const [down, up] = [reading(), reading()];
		await down.press('2');
		let frame = await up.press('2', 'G');
		expect(frame).toContain(`${TOTAL}/${TOTAL}`);
		const words = (text: string) => /▌ (“Word \d+)/.exec(text)![1]!;
		const upwards = [words(frame)];
		for (let at = 1; at < TOTAL; at++) {
			frame = await up.press('k');
			upwards.unshift(words(frame));
		}
		expect(words(await down.press())).toBe(upwards[0]);
		expect(words(await down.press(...'j'.repeat(333)))).toBe(upwards[333]);
	});

	test('keys in one read lead where they lead apart, past what is loaded', async () => {
		const [joined, apart] = [reading(), reading()];
		const keys = [
			'2',
			...'j'.repeat(150),
			'G',
			'k',
			'k',
			'^U',
			'g',
			...'j'.repeat(120),
			'space',
			'b',
			'enter',
			'n',
			'esc',
			'3',
			'j',
			'j',
			'h',
			'}',
			']',
		];
		for (const key of keys) await apart.press(key);
		expect(await joined.press(...keys)).toBe(await apart.press());
	});

	test('what is held stays bounded', async () => {
		const reader = reading();
		await reader.press('2', ...'j'.repeat(650));
		for (const held of reader.held())
			if (held.what === 'run') expect(held.run.rows.length).toBeLessThanOrEqual(500);
		expect(reader.held().length).toBeLessThanOrEqual(64);
	});

	test('a step inside what is loaded asks for no page', async () => {
		const reader = reading({ columns: 80, rows: 24 });
		await reader.press('2', 'j');
		const before = reader.asked();
		await reader.press('j', 'k', 'j');
		expect(reader.asked()).toBe(before);
		expect(PAGE).toBeGreaterThan(24);
	});
});

test('a grid of 120 actors and 90 days is walked to its corners', async () => {
	const { frame } = await play(data, '3 G', { columns: 80, rows: 24 });
	expect(frame).toContain('Jun 2024');
	const corner = await play(data, `3 g ${'h '.repeat(100)}`, { columns: 80, rows: 24 });
	expect(topOf(corner.state)).toMatchObject({ kind: 'grid', cursor: 0, column: 0, left: 0 });
	expect(corner.frame).toContain('Jan 2024');
	const back = await play(data, `3 G ${'l '.repeat(100)} k`, { columns: 40, rows: 12 });
	expect(back.frame).toContain('▌');
});

test('an actor far down the list is brought into the grid', async () => {
	const actors = await memoryArchive(data).actors({ place: EVERYWHERE, cut: { from: 'end' }, limit: 1 });
	const last = actors.rows[0]!.actor;
	const { frame } = await play(data, '3', undefined, { day: 'all', actor: last.id });
	expect(frame.split('\n').find((line) => line.startsWith('▌'))).toContain(last.name);
});

test('an actor who never spoke is not looked for for ever', async () => {
	const { state } = await play(data, '3 j', undefined, { day: 'all', actor: 'nobody' });
	expect(topOf(state)).toMatchObject({ kind: 'grid', cursor: 1, seek: null });
});
