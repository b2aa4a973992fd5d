/** What was read, as lines in a file: any order, any copy, any damage. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compacted, openMarks, readIn } from '../../source/kept/marks.ts';

let home: string;
beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), 'quotidian-marks-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const moment = (second: number) => `2026-03-01T10:00:${String(second).padStart(2, '0')}.000Z`;
const read = (text: string) => [...readIn(text)].sort();

test('the latest line holds of each article, whatever the order of the lines', () => {
	const lines = [`${moment(1)} read s1 a1 a2`, `${moment(2)} unread s1 a2`, `${moment(3)} read s2 a3`];
	expect(read(lines.join('\n'))).toEqual(['a1', 'a3']);
	expect(read(lines.toReversed().join('\n'))).toEqual(['a1', 'a3']);
});

test.each([
	'',
	'# a remark',
	'2026-03-01 read s1 a1',
	`${moment(1)} read s1`,
	`${moment(1)} eaten s1 a1`,
	`${moment(1)} read s1 `,
	'\u0000\u001b[2J',
])('%j is no mark', (line) => {
	expect(read(`${line}\n${moment(1)} read s9 a9\n`)).toEqual(['a9']);
});

const lines = fc.array(
	fc
		.record({
			second: fc.integer({ min: 0, max: 9 }),
			verdict: fc.constantFrom('read', 'unread'),
			articles: fc.array(fc.constantFrom('a1', 'a2', 'a3', 'a4'), { minLength: 1, maxLength: 4 }),
		})
		.map(({ second, verdict, articles }) => `${moment(second)} ${verdict} s1 ${articles.join(' ')}\n`),
);

test('two files joined in either order, or line by line, say the same', () => {
	fc.assert(
		fc.property(lines, lines, (one, other) => {
			const joined = read([...one, ...other].join(''));
			expect(read([...other, ...one].join(''))).toEqual(joined);
			expect(read(compacted(one.join('')) + compacted(other.join('')))).toEqual(joined);
		}),
	);
});

test('fewer lines say the same, and saying it again changes nothing', () => {
	fc.assert(
		fc.property(lines, (all) => {
			const fewer = compacted(all.join(''));
			expect(read(fewer)).toEqual(read(all.join('')));
			expect(compacted(fewer)).toBe(fewer);
			expect(fewer.split('\n').length).toBeLessThanOrEqual(all.length + 1);
		}),
	);
});

describe('the file', () => {
	const now = () => new Date(Date.UTC(2026, 2, 1));
	const mark = (id: string, articles: string[], is = true) => ({ read: is, stories: [{ id, articles }] });

	test('is made when something is read, for nobody else, and two copies add to it', async () => {
		const file = join(home, 'deep/read.txt');
		const [one, other] = [await openMarks(now, file), await openMarks(now, file)];
		one.keep(mark('s1', ['a1', 'a2']));
		other.keep(mark('s2', ['a3']));
		expect([...(await openMarks(now, file)).read].sort()).toEqual(['a1', 'a2', 'a3']);
		expect(statSync(file).mode & 0o077).toBe(0);
		expect(readFileSync(file, 'utf8')).toBe(
			'2026-03-01T00:00:00.000Z read s1 a1 a2\n2026-03-01T00:00:00.000Z read s2 a3\n',
		);
	});

	test('whose last line is torn loses that line only', async () => {
		const file = join(home, 'torn.txt');
		writeFileSync(file, `${moment(1)} read s1 a1\n2026-03-01T1`);
		const marks = await openMarks(now, file);
		marks.keep(mark('s2', ['a2']));
		expect([...(await openMarks(now, file)).read].sort()).toEqual(['a1', 'a2']);
	});

	test('is made small when most of it says nothing any more', async () => {
		const file = join(home, 'long.txt');
		const flips = Array.from(
			{ length: 3000 },
			(_, at) => `${moment(Math.floor(at / 50))} ${at % 2 ? 'read' : 'unread'} s1 a1\n`,
		);
		writeFileSync(file, flips.join(''));
		expect([...(await openMarks(now, file)).read]).toEqual(['a1']);
		expect(readFileSync(file, 'utf8')).toBe(`${moment(59)} read s1 a1\n`);
	});

	test('that cannot be written is no reason to say anything', async () => {
		const marks = await openMarks(now, '/dev/null/quotidian/read.txt');
		expect(() => marks.keep(mark('s1', ['a1']))).not.toThrow();
		expect([...marks.read]).toEqual([]);
	});
});
