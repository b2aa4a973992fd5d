/** An archive is cut by the calendar: every article is decided of once, and what comes in moves no distant cut. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { datingOf, daysFor, windowsOf } from '../../source/digest/windows.ts';

const dayAt = (number: number) => new Date((19_000 + number) * 86_400_000).toISOString().slice(0, 10);
const days = fc.array(fc.integer({ min: 0, max: 700 }).map(dayAt), { maxLength: 400 });

test('every article is in one core; no core holds more than it may, but a day', () => {
	fc.assert(
		fc.property(days, fc.integer({ min: 1, max: 40 }), (days, capacity) => {
			const windows = windowsOf(days, capacity);
			expect(windows.flatMap(({ core }) => core).sort((a, b) => a - b)).toEqual([...days.keys()]);
			for (const { core, beside } of windows) {
				expect(core.length <= capacity || new Set(core.map((at) => days[at])).size === 1).toBe(true);
				expect(beside.filter((at) => core.includes(at))).toEqual([]);
				expect(beside.length).toBeLessThanOrEqual(capacity + 1);
			}
		}),
		{ numRuns: 60, seed: 7 },
	);
});

test('few are one window, and none are none', () => {
	expect(windowsOf([dayAt(0), dayAt(600)], 2)).toEqual([{ core: [0, 1], beside: [] }]);
	expect(windowsOf([])).toEqual([]);
});

test('a window sees two weeks on either side, the nearest first', () => {
	const windows = windowsOf([0, 5, 20, 30, 31, 60].map(dayAt), 2);
	for (const { core, beside } of windows)
		for (const at of beside) {
			const near = (a: number, b: number) =>
				Math.abs([0, 5, 20, 30, 31, 60][a]! - [0, 5, 20, 30, 31, 60][b]!);
			expect(Math.min(...core.map((own) => near(own, at)))).toBeLessThanOrEqual(14);
		}
	expect(windows.some(({ beside }) => beside.length > 0)).toBe(true);
});

test('a day is cut when it alone is too much', () => {
	const windows = windowsOf(
		Array.from({ length: 100 }, () => dayAt(3)),
		10,
	);
	expect(windows.map(({ core }) => core.length)).toEqual([25, 25, 25, 25]);
});

test('one more article makes others of the windows near it alone', () => {
	const many = Array.from({ length: 3000 }, (_, at) => dayAt(at % 700));
	const named = (days: readonly string[]) =>
		windowsOf(days, 100).map(({ core, beside }) => [...core, '|', ...beside].join(' '));
	const before = new Set(named(many));
	const other = named([...many, dayAt(350)]).filter((window) => !before.has(window));
	expect(before.size).toBeGreaterThan(25);
	expect(other.length).toBeLessThanOrEqual(4);
});

test('days that no calendar has are cut as well', () => {
	expect(windowsOf(['0001-01-01', '9999-12-31', 'not a day'], 1).flatMap(({ core }) => core)).toHaveLength(3);
});

describe('an article stands', () => {
	const dating = (text: string, modified: string | null = null) => {
		const bytes = new TextEncoder().encode(`Pier\n\n${text}\n`);
		return datingOf(annotate({ file: 'pier.txt', format: 'text', bytes, modified }));
	};
	const own = dating('May 9, 2021\n\nThe pier is open.', '2024-01-09');
	const told = dating('The pier was built on 4 May 2021 and is open.', '2024-01-09');
	const untold = dating('The pier is open.', '2024-01-09');

	test.each([
		['under its own day', [own], ['2021-05-09']],
		[
			'beside those that have one where it tells a day near theirs',
			[told, own],
			['2021-05-04', '2021-05-09'],
		],
		['with those that tell none where nobody has one near', [told, untold], ['2024-01-09', '2024-01-09']],
		[
			'so too where others have one long before',
			[told, dating('March 9, 2021\n\nThe pier is open.')],
			['2024-01-09', '2021-03-09'],
		],
		['under no day of ours where nothing is known', [dating('The pier is open.')], ['1970-01-01']],
	])('%s', (_, datings, days) => {
		expect(daysFor(datings)).toEqual(days);
	});
});
