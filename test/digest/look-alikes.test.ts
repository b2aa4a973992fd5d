/** Small events that are reported in one form of words are told apart by who, where and how many. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { aboutOthers, personsOf } from '../../source/digest/look-alikes.ts';
import type { Reading } from '../../source/types.ts';

const read = (line: string, name: string): Reading => {
	const [day = '-', headline = '', text = ''] = line.split(' | ');
	const front = `---\ntitle: ${JSON.stringify(headline)}\n${day === '-' ? '' : `date: ${day}\n`}---\n`;
	const bytes = new TextEncoder().encode(`${front}${text}\n`);
	return annotate({ file: `${name}.md`, format: 'markdown', bytes });
};

const EVENTS = readFileSync(new URL('../cases/look-alikes.txt', import.meta.url), 'utf8')
	.split('\n\n')
	.map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
	.filter((lines) => lines.length > 0)
	.map((lines, at) => ({
		name: lines[0]!.split(' | ')[1]!,
		open: lines[2]!.startsWith('~'),
		readings: lines.map((line, number) => read(line.replace(/^~ ?/, ''), `${at}-${'abc'[number]}`)),
	}));

const storiesOf = (readings: readonly Reading[]) => {
	const { stories, articles } = digest(readings, []);
	const letter = new Map(articles.map(({ id, file }) => [id, file.at(-4)!]));
	return stories
		.map((story) => story.articles.map((id) => letter.get(id)!).sort())
		.sort()
		.join(' ');
};

test('there are forty of them, a tenth at most still put together', () => {
	expect(EVENTS).toHaveLength(40);
	expect(EVENTS.every(({ readings }) => readings.length === 3)).toBe(true);
	expect(EVENTS.filter(({ open }) => open).length).toBeLessThanOrEqual(4);
});

test.each(EVENTS)('$name', ({ open, readings }) => {
	expect(storiesOf(readings) === 'a,b c').toBe(!open);
	expect(storiesOf(readings.slice(0, 2))).toBe('a,b');
});

test('all in one folder, no event is torn, and none meets one of another kind', () => {
	const { stories, articles } = digest(
		EVENTS.flatMap(({ readings }) => readings),
		[],
	);
	const file = new Map(articles.map((article) => [article.id, article.file]));
	const told = stories.map((story) => story.articles.map((id) => file.get(id)!));
	for (const at of EVENTS.keys())
		expect(told.find((files) => files.includes(`${at}-a.md`))).toContain(`${at}-b.md`);
	const strangers = told.filter((files) => new Set(files.map((name) => name.split('-')[0])).size > 1);
	expect(strangers.length).toBeLessThanOrEqual(1);
});

describe('whom a report is about', () => {
	const about = (a: string, b: string) => {
		const [one, other] = [a, b].map((text) => personsOf(read(`- | News | ${text}`, 'x').article));
		return aboutOthers(one!, other!);
	};

	test.each([
		['A court jailed Aldo Perrin for fraud.', 'A court jailed Nina Falk for fraud.', true],
		['A court jailed Aldo Perrin for fraud.', 'Mr. Perrin wept in court, said Nina Falk.', false],
		['A court jailed Aldo Perrin for fraud.', 'Nina Falk spoke. Her client Aldo Perrin wept.', false],
		['A court jailed Aldo Perrin for fraud.', 'A court jailed a broker for fraud.', false],
	])('%s | %s', (a, b, others) => {
		expect(about(a, b)).toBe(others);
		expect(about(b, a)).toBe(others);
	});
});
