/** Texts that share most of their words: one text printed twice, or two reports of which one copies the other's background. */
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';

const REST =
	'The quay of Hamnvik was closed to cars, and the harbour master sent the two other ferries of the line to the winter port. ' +
	'Fishing boats brought blankets from the island in the afternoon. ' +
	'A crane from the yard at Storvik will lift the wreck when the wind has dropped, the line said. ' +
	'Schools on the island were closed until further notice, and the church stayed open for the families.';

interface Print {
	readonly outlet?: string;
	readonly day?: string;
}

function copies(a: string, b: string, [one, other]: readonly [Print, Print] = [{}, {}]): number {
	const readings = [
		{ outlet: 'Hamnvik Herald', day: '2025-03-04', text: a, ...one },
		{ outlet: 'Storvik Courier', day: '2025-03-04', text: b, ...other },
	].map(({ outlet, day, text }, at) =>
		annotate({
			file: `${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(
				`Source: ${outlet}\nDate: ${day}\n\nA headline of its own ${at}\n\n${text}\n`,
			),
		}),
	);
	return digest(readings, []).articles.filter(({ nearDuplicateOf }) => nearDuplicateOf !== null).length;
}

const LEDE = 'The ferry Anette sank off Hamnvik on Monday and 12 people drowned, the coastguard said.';

test.each([
	['a toll', 'The ferry Anette sank off Hamnvik on Monday and 14 people drowned, the coastguard said.'],
	[
		'a toll in words',
		'The ferry Anette sank off Hamnvik on Monday and nine people drowned, the coastguard said.',
	],
	['a weekday', 'The ferry Anette sank off Hamnvik on Sunday and 12 people drowned, the coastguard said.'],
	[
		'a denial',
		'The ferry Anette did not sink off Hamnvik on Monday and 12 people drowned, the coastguard said.',
	],
])('another report: %s', (_, other) => {
	expect(copies(`${LEDE} ${REST}`, `${other} ${REST}`)).toBe(0);
});

test.each([
	[
		'The owner denied that the ferry had been overloaded.',
		'The owner did not deny that the ferry had been overloaded.',
	],
	[
		'The captain, Tor Lind, will appear before the court in Storvik.',
		'The captain, Tor Lind, will not appear before the court in Storvik.',
	],
	[
		'The court in Storvik convicted the owner of the ferry, Nils Aas.',
		'The court in Storvik acquitted the owner of the ferry, Nils Aas.',
	],
	['The captain rang the coastguard twice.', 'The captain rang the coastguard three times.'],
	['The line has paid the families 4 million crowns.', 'The line has paid the families 7 million crowns.'],
	['Two lifeboats were lowered from the stern.', 'One lifeboat was lowered from the stern.'],
])('two reports: %s | %s', (a, b) => {
	expect(copies(`${LEDE} ${REST} ${a}`, `${LEDE} ${REST} ${b}`)).toBe(0);
});

test.each([
	['its own text again', LEDE],
	[
		'a word for another',
		'The ferry Anette sank off Hamnvik on Monday and 12 persons drowned, coastguards said.',
	],
	[
		'a figure in words',
		'The ferry Anette sank off Hamnvik on Monday and twelve people drowned, the coastguard said.',
	],
	[
		'a figure left out',
		'The ferry Anette sank off Hamnvik on Monday and people drowned, the coastguard said.',
	],
	['a measure of another country', `${LEDE} It lies 20 miles from the coast.`],
	['who said it left out', 'The ferry Anette sank off Hamnvik on Monday and 12 people drowned.'],
	[
		'a paragraph of its own',
		`${LEDE} The Courier’s office has 3 telephones, and none was free in the afternoon.`,
	],
	['a "not" about something else', `${LEDE} Readers who do not want to wait may write to the line.`],
])('a copy: %s', (_, other) => {
	const own = other.includes('20 miles') ? `${LEDE} It lies 32 kilometers from the coast.` : LEDE;
	expect(copies(`${own} ${REST}`, `${other} ${REST}`)).toBe(1);
});

test('what one outlet prints again with another figure is its later version', () => {
	const other = LEDE.replace('12', '14');
	const same: readonly [Print, Print] = [{}, { outlet: 'Hamnvik Herald', day: '2025-03-05' }];
	expect(copies(`${LEDE} ${REST}`, `${other} ${REST}`, same)).toBe(1);
});

test.each([
	[
		'that opens with news of its own',
		'Divers found the bell and the log book of the sunken ship in the morning.',
		0,
	],
	['in which what was to come has come', LEDE, 0],
	['that is the same text', LEDE, 1],
])('in print a day later, a report %s', (what, lede, count) => {
	const rest = what.includes('come') ? REST.replace('will lift', 'lifted') : REST;
	expect(copies(`${LEDE} ${REST}`, `${lede} ${rest}`, [{}, { day: '2025-03-05' }])).toBe(count);
});

test('short reports with one agency sentence in common are no copies of each other', () => {
	expect(
		copies(
			`${LEDE}\n\nThe line’s licence was withdrawn in the evening.`,
			`${LEDE}\n\nA fund for the families opened.`,
		),
	).toBe(0);
});

test('of sixty versions each is a report, and a copy of one of them finds it', () => {
	const texts = Array.from({ length: 60 }, (_, at) => `${LEDE.replace('12', `${at + 2}`)} ${REST}`);
	const readings = [...texts, texts[50]!].map((text, at) =>
		annotate({
			file: `${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(`Source: Outlet ${at}\n\n${text}\n`),
		}),
	);
	const { articles } = digest(readings, []);
	expect(articles.filter(({ nearDuplicateOf }) => nearDuplicateOf !== null)).toHaveLength(1);
});
