import { expect, test } from 'vitest';
import { differencesFrom, setOff } from '../../source/output/differences.ts';

const marked = (other: string, version: string) =>
	differencesFrom(other, version)
		.map(({ text, differs }) => (differs ? `*${text}*` : text))
		.join(' ');

test.each([
	['We will go on.', 'We will go on!', 'We will go on!'],
	['We will never go home.', 'We shall never go home.', 'We *shall* never go home.'],
	['We will never, ever go home again.', 'We will never go home.', 'We will never go home.'],
	['He will go home.', '[Brandt] will go home.', '*[Brandt]* will go home.'],
	['One two three four', 'entirely other words here', 'entirely other words here'],
	['', '', ''],
])('of “%s” against “%s”', (other, version, wanted) => {
	expect(marked(other, version)).toBe(wanted);
});

test('a version of great length is shown without marks', () => {
	const long = 'word '.repeat(5000);
	expect(differencesFrom(`${long}x`, `${long}y`)).toHaveLength(1);
});

test.each([
	['“We', '“*We*'],
	['these families,”', '*these families*,”'],
	['…', '…'],
])('marks at the edges of a piece stay outside its signs: %s', (text, set) => {
	expect(setOff(text, '*')).toBe(set);
});
