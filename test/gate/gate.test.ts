import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Floors, raised, underFloor } from '../../scripts/eval/floors.ts';
import { readMarked, readNames } from './marked-lines.ts';
import { measure } from './measures.ts';

// Every marked line in five kinds of marks; how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

const floors: Floors = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8'));

test('no measure lies under its floor', () => {
	const measures = measure(join(import.meta.dirname, '../cases'));
	expect(underFloor(floors, measures)).toEqual([]);
	// A measure without a floor would pass whatever it is: `npm run floors` gives it one.
	expect(Object.keys(measures).sort()).toEqual(Object.keys(floors.floors).sort());
});

describe('floors', () => {
	const before: Floors = { floors: { spans: 90, names: 80 } };

	test('rise to what is measured, down to a tenth', () => {
		expect(raised(before, { spans: 92.68, names: 80, sentences: 99 })).toEqual({
			floors: { names: 80, sentences: 99, spans: 92.6 },
		});
	});

	test('are not lowered', () => {
		expect(() => raised(before, { spans: 89.9, names: 85 })).toThrow('spans: 89.9, its floor is 90');
		expect(() => raised(before, { spans: 95 })).toThrow('names: not measured, its floor is 80');
		expect(() => raised(before, { spans: null, names: 80 })).toThrow('spans: not measured');
	});

	test('are lowered by name with a reason, which is kept', () => {
		const first = raised(before, { spans: 88, names: 85 }, new Map([['spans', 'harder cases came in']]));
		const kept = { name: 'spans', from: 90, to: 88, reason: 'harder cases came in' };
		expect(first).toEqual({ floors: { spans: 88, names: 85 }, lowered: [kept] });
		const second = raised(first, { spans: 88 }, new Map([['names', 'measured elsewhere now']]));
		expect(second.floors).toEqual({ spans: 88 });
		expect(second.lowered).toEqual([
			kept,
			{ name: 'names', from: 85, to: null, reason: 'measured elsewhere now' },
		]);
	});

	test('are lowered neither without a reason nor for nothing', () => {
		expect(() => raised(before, { spans: 88, names: 80 }, new Map([['spans', ' ']]))).toThrow(
			'its floor is 90',
		);
		expect(() => raised(before, { spans: 90, names: 80 }, new Map([['spans', 'why not']]))).toThrow(
			'nothing to lower',
		);
	});

	test('tell what lies under them', () => {
		expect(underFloor(before, { spans: 90, names: 80.04 })).toEqual([]);
		expect(underFloor(before, { spans: 89.94 })).toEqual([
			'spans: 89.9 is under its floor of 90',
			'names: not measured, its floor is 80',
		]);
	});
});

test('a marked line is read as places in the bare text', () => {
	expect(readMarked('«“No,”» [?she=Ana Ruiz] {said}, ‹it rained›.')).toEqual({
		words: ['0 5 '],
		reported: ['16 25 '],
		speakers: ['6 9 Ana Ruiz'],
		cues: ['10 14 '],
	});
	expect(readNames('😀 [Ana Ruiz] left {Lyon}.')).toEqual({
		person: ['3 11'],
		place: ['17 21'],
		organisation: [],
	});
});
