/** The place a reader left: kept, found again, and not without end. */
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPlace } from '../../source/kept/places.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'quotidian-places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a place takes the place of the one before', () => {
	const file = join(folder, 'places', 'here');
	keepPlace(file, 'one');
	keepPlace(file, 'two');
	expect(readFileSync(file, 'utf8')).toBe('two');
	expect(readdirSync(join(folder, 'places'))).toEqual(['here']);
});

test('the two hundred left last are kept, whatever else lies there', () => {
	const places = join(folder, 'places');
	mkdirSync(places);
	for (let at = 0; at < 230; at++) {
		const file = join(places, at % 50 === 0 ? `${at}.part` : String(at));
		writeFileSync(file, '');
		utimesSync(file, 1_000_000 + at, 1_000_000 + at);
	}
	keepPlace(join(places, '5'), 'left again');
	const kept = readdirSync(places);
	expect(kept).toHaveLength(200);
	expect(kept).toContain('5');
	expect(kept).toContain('229');
	expect(kept).not.toContain('30');
	expect(kept).not.toContain('0.part');
});

test('where nothing can be written, nothing is said', () => {
	writeFileSync(join(folder, 'places'), '');
	expect(() => keepPlace(join(folder, 'places', 'here'), 'one')).not.toThrow();
});
