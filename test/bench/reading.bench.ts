/** What one article costs to read, beside parsing the same text as JSON; and ten times the text beside once. */
import { bench, describe } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { news } from './news.ts';

const text = news(40)
	.map(({ bytes }) => new TextDecoder().decode(bytes))
	.join('\n\n');

const SHAPES: Readonly<Record<string, (size: number) => string>> = {
	news: (size) => text.slice(0, size),
	'one line': (size) => text.replaceAll(/\s+/g, ' ').slice(0, size),
	'no space': (size) => text.replaceAll(/\s+/g, '').slice(0, size),
	'marks of all kinds': (size) => '“”"‘’\'«» a '.repeat(size / 11),
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
	for (const size of [4400, 44_000]) {
		const bytes = new TextEncoder().encode(shape(size));
		const json = JSON.stringify(shape(size));
		bench(`${size} characters as JSON`, () => {
			JSON.parse(json);
		});
		bench(`${size} characters read`, () => {
			annotate({ file: 'one.txt', format: 'text', bytes });
		});
	}
});
