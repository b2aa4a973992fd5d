import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { storyOf } from '../../source/digest/story.ts';
import type { Point } from '../../source/types.ts';

/** The points of articles taken for one story, whether or not the digest would have grouped them. */
function pointsOf(...bodies: readonly (readonly [day: number, body: string])[]): readonly Point[] {
	const readings = bodies.map(([day, body], at) =>
		annotate({
			file: `${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(`${HEADS[at]}\n\nMarch ${day}, 2025\n\n${body}\n`),
		}),
	);
	const { articles, quotations } = digest(readings, []);
	return storyOf(articles, [], quotations).points;
}

const HEADS = [
	'What the harbour knows',
	'News from the coast',
	'The morning in brief',
	'Out at sea',
	'Late edition',
];
const texts = (points: readonly Point[]) => points.map(({ text }) => text);

const sank = (count: string) =>
	`${count} people died when the ferry Sorella sank off Karvia, the coast guard said.`;
const toll = 'The coast guard of Karvia is counting the people who died when the ferry Sorella sank.';

test('the same fact is told once, with all its places', () => {
	const points = pointsOf([4, sank('Eleven')], [4, sank('Eleven')], [4, toll]);
	const [first] = points;
	expect(first!.outlets).toBeGreaterThan(1);
	expect(texts(points).filter((text) => text === sank('Eleven')).length).toBe(1);
});

test('two figures never meet in one point, not even through a third sentence that names none', () => {
	for (const { text, from } of pointsOf([4, sank('Seven')], [4, sank('Eleven')], [4, toll]))
		if (/Seven|Eleven/.test(text)) expect(from.length).toBeLessThan(3);
});

test.each([
	['person', 'The court in Karvia sentenced the banker Aldo Brem for fraud.', 'Aldo Brem', 'Nils Orff'],
	['day', 'The mill of Orlan Steel in Karvia will shut its gates on June 30.', 'June 30', 'July 31'],
	['year', 'The mill of Orlan Steel in Karvia was opened by the king in 1961.', '1961', '1963'],
	['term', 'The court in Karvia sent the banker to prison for nine years.', 'nine years', 'seven years'],
	['sum', 'The treasurer of Karvia quit over a $300,000 loan from the bank.', '$300,000', '$350,000'],
])('another %s is another fact', (_, one, told, instead) => {
	const from = (other: string) =>
		pointsOf([4, one], [4, other]).find(({ text }) => text === one)?.from.length;
	expect(from(one.replace(told, instead))).toBe(1);
	expect(from(one)).toBe(2);
});

test('of a toll that grew the last one is told', () => {
	const points = texts(pointsOf([4, sank('Seven')], [5, sank('Eleven')], [5, sank('Eleven')]));
	expect(points).toContain(sank('Eleven'));
	expect(points).not.toContain(sank('Seven'));
});

test.each([
	[
		'an open pronoun',
		'He has asked a judge of the town to lead the inquiry into the sinking.',
		'Karvia has asked a judge of the town to lead the inquiry into the sinking.',
	],
	[
		'a sentence that trails off',
		'The ferry Sorella struck a reef off Karvia in heavy fog and...',
		'The ferry Sorella struck a reef off Karvia in heavy fog.',
	],
	[
		'a question',
		'Why did the ferry Sorella leave Karvia in such heavy fog?',
		'The owner let the ferry Sorella leave Karvia in such heavy fog.',
	],
	[
		'what points back',
		'However, the ferry Sorella had passed its inspection in the month of January.',
		'The ferry Sorella had passed its inspection in the month of January.',
	],
	[
		'an opening on what was told before',
		'Despite the repeated warnings, the ferry Sorella had left the harbour of Karvia at ten.',
		'Despite the warnings of the coast guard, the ferry Sorella had left the harbour of Karvia at ten.',
	],
	[
		'an opening on talks that nobody named',
		'After the meeting, the owner of the ferry Sorella promised to pay for the divers.',
		'In the morning, the owner of the ferry Sorella promised to pay for the divers.',
	],
	[
		'a menu',
		'Home | Weather | The ferry Sorella struck a reef off Karvia in heavy fog.',
		'The ferry Sorella struck a reef off Karvia in heavy fog.',
	],
	[
		'an address',
		'The harbour of Karvia tells more of the Sorella at https://karvia.example/ferry today.',
		'The harbour of Karvia tells more of the Sorella at the town hall today.',
	],
	[
		'markup',
		'The ferry Sorella &amp; another ship had struck a reef off Karvia before.',
		'The ferry Sorella and another ship had struck a reef off Karvia before.',
	],
])('%s is no point, and the same in sound words is one', (_, faulty, sound) => {
	const beside = (sentence: string) => texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]));
	expect(beside(faulty)).not.toContain(faulty);
	expect(beside(sound)).toContain(sound);
});

test.each([
	[
		'a word that ties',
		'But Karvia Lines had let the ferry leave in heavy fog.',
		'Karvia Lines had let the ferry leave in heavy fog.',
	],
	[
		'a phrase that ties',
		'At the same time, Karvia Lines let the ferry leave in heavy fog.',
		'Karvia Lines let the ferry leave in heavy fog.',
	],
	[
		'what is there',
		'There were no boats for the children of the islands.',
		'There were no boats for the children of the islands.',
	],
	[
		'a former officer',
		'The former harbour master of Karvia had warned of the reef.',
		'The former harbour master of Karvia had warned of the reef.',
	],
	[
		'an opening with a name',
		'After the Karvia hearing, the owner of the ferry promised to pay.',
		'After the Karvia hearing, the owner of the ferry promised to pay.',
	],
])('%s keeps no fact from being told', (_, sentence, told) => {
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]))).toContain(told);
});

test.each([
	'But the owner had let the ferry leave in heavy fog off Karvia.',
	'There he had let the ferry Sorella leave in heavy fog off Karvia.',
	'The former is a reef off Karvia, the latter a bank of sand.',
])('%s is no point', (sentence) => {
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]))).toEqual([sank('Seven')]);
});

test('what is written with signs in a sentence is a point', () => {
	const sentence = 'The owner Karvia.com & Sons paid $5 for 1/2 of the ferry Sorella (built in 1970).';
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${sentence}`]))).toContain(sentence);
});

const STRUCK =
	'The ferry Sorella struck a reef off Karvia in heavy fog on Tuesday and sank within minutes, the coast guard of the harbour said.';

test.each([
	['the same in other words', 'sank in the fog off Karvia, the harbour said.', false],
	['a figure', 'sank with 40 cars in the fog off Karvia, the harbour said.', true],
	['a day', 'sank in the fog off Karvia on March 3, the harbour said.', true],
	['a person', 'sank in the fog off Karvia under Jonas Ahlgren.', true],
	['a speaker', 'sank in the fog, the Ministry of Transport said.', true],
])('of what is told already, %s is told: %s', (_, end, is) => {
	const again = `Within minutes the ferry Sorella ${end}`;
	const points = texts(pointsOf([4, STRUCK], [4, STRUCK], [4, again], [4, again]));
	expect(points).toContain(STRUCK);
	expect(points.includes(again)).toBe(is);
});

test('a toll that is told is not told again with another number, which the disputes show', () => {
	const first = STRUCK.replace(', the coast', ' with seven dead, the coast');
	const again = 'Within minutes nine were dead in the fog off Karvia, the harbour said.';
	const points = texts(pointsOf([4, first], [4, first], [4, again], [4, again]));
	expect(points).toContain(first);
	expect(points).not.toContain(again);
});

test('where few report, what one sentence told already is not told again in other words', () => {
	const again = 'Within minutes the ferry Sorella sank in the fog off Karvia, the harbour said.';
	expect(texts(pointsOf([4, STRUCK], [4, `${STRUCK}\n\n${again}`], [4, again]))).toEqual([STRUCK]);
	const more = 'Within minutes the ferry Sorella sank in the fog off Karvia with all lights burning.';
	expect(texts(pointsOf([4, STRUCK], [4, `${STRUCK}\n\n${more}`], [4, more]))).toEqual([STRUCK, more]);
});

test.each([
	['the same again', 'says she plans to meet Vera Lund soon, after letters and friends came to nothing', 1],
	['another act', 'says she plans to sue Vera Lund soon, after letters and friends came to nothing', 2],
	['another person', 'says she plans to meet Leo Tann soon, after letters and friends came to nothing', 2],
])('where few report, who does what to whom is told once: %s', (_, again, times) => {
	const first =
		'Mayor Ida Holm is set to meet Vera Lund, the owner of the ferry, in a last bid to save the line.';
	const second = `Former harbour pilot Ida Holm ${again}.`;
	const points = texts(pointsOf([4, `${first}\n\n${second}`]));
	expect(points.filter((text) => text === first || text === second).length).toBe(times);
});

const SHORT = [
	'Three crew members are still missing.',
	'The captain, Nils Orff, 52, has been charged with negligence.',
	'The owner, Karvia Lines, bought the ship in 2019 for 3.2 million crowns.',
	'Two others were arrested.',
	'Divers will resume the search at dawn on Wednesday.',
	'The insurer, Norvik Mutual, put the loss at nine million crowns.',
	'A girl of six was found alive in a locker.',
];

test('of short reports no fact is lost', () => {
	const half = (at: number) => SHORT.filter((_, index) => index % 2 === at).join(' ');
	const points = texts(pointsOf([4, `${sank('Eleven')} ${half(0)}`], [4, `${sank('Eleven')} ${half(1)}`]));
	expect([...points].sort()).toEqual([sank('Eleven'), ...SHORT].sort());
});

test('of a long report only the main facts are told', () => {
	const streets = [
		'Mill',
		'Quay',
		'Rope',
		'Salt',
		'Bell',
		'Lamp',
		'Hill',
		'Weir',
		'Barn',
		'Oak',
		'Elm',
		'Fig',
	];
	const more = streets.map(
		(name, at) => `A wine bar in ${name} Street gave ${at + 3} blankets to the divers.`,
	);
	const points = pointsOf([4, [sank('Eleven'), ...SHORT, ...more].join(' ')]);
	expect(points.length).toBeLessThan(SHORT.length + 2);
});

test.each([
	['what a pronoun opens stands with who is meant', ' He was released on bail of 40,000 crowns.', true],
	['but not when it tells nothing new', ' He left the court in silence with his wife.', false],
	['in a new paragraph too', '\n\nHe was released on bail of 40,000 crowns.', true],
	['but not past what stands between', '\n\nFog.\n\nHe was released on bail of 40,000 crowns.', false],
])('%s', (_, after, together) => {
	const charged = SHORT[1]!;
	const points = texts(pointsOf([4, `${sank('Eleven')}\n\n${charged}${after}`]));
	expect(points).toContain(together ? charged + after : charged);
	expect(points.some((text) => text.startsWith('He '))).toBe(false);
});

test('a point is the sentence without the headline and the dateline glued before it', () => {
	const sentence = 'A ferry struck a reef off the coast in heavy fog and sank with forty cars.';
	const glued = `Ferry sinks in heavy fog KARVIA, Norvik (Coast Press) - ${sentence}`;
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${glued}`]))).toContain(sentence);
	const whole =
		'The owner Karvia Lines (Coast Fleet) - Norvik had sold it - paid for the raising of the ferry Sorella.';
	expect(texts(pointsOf([4, `${sank('Seven')}\n\n${whole}`]))).toContain(whole);
});

test('a new paragraph goes on with one person, not with one of two', () => {
	const met = 'The captain, Nils Orff, was questioned by the judge Ida Holm on the quay of Karvia.';
	const points = texts(pointsOf([4, `${sank('Eleven')}\n\n${met}\n\nHe had slept for 3 hours.`]));
	expect(points).toContain(met);
});

const EMPTY = [
	'Two of them had slept on the deck of the ferry.',
	'All three had slept on the deck of the ferry.',
	'The 48-year-old had slept on the deck of the ferry.',
	'In the same year, the owner sold the sister ship in Karvia.',
	'In doing so, the owner broke the rules of the port.',
	'The choice to leave the harbour was hers.',
	'The court of the harbour ordered him to appear.',
	'Divers went down on Monday to reach them.',
	'The owner put the number at 18,000.',
	'The latter had slept on the deck of the ferry.',
];
const FULL = [
	'Two of the divers had slept on the deck of the ferry.',
	'All three pilots of the ferry had slept on the deck.',
	'The 48-year-old pilot Nils Orff had slept on the deck of the ferry.',
	'In the spring, the owner sold the sister ship of Karvia.',
	'Ida Holm said the choice to leave the harbour was hers.',
	'The captain Nils Orff wept when the court ordered him to appear.',
	'Fishermen saw the children and swam out to reach them.',
	'Drivers said the police had told them to wait.',
	'The owner put the number of passengers at 18,000.',
];

test.each(EMPTY)('who is meant stands before: %s', (sentence) => {
	expect(texts(pointsOf([4, `${sank('Eleven')}\n\n${sentence}`]))).not.toContain(sentence);
});

test.each(FULL)('can be read alone: %s', (sentence) => {
	expect(texts(pointsOf([4, `${sank('Eleven')}\n\n${sentence}`]))).toContain(sentence);
});

test.each(['The captain was arrested.', 'Divers left Karvia on Friday.', 'Islanders want answers.'])(
	'a short sentence tells as much as a long one: %s',
	(sentence) => {
		expect(texts(pointsOf([4, `${sank('Eleven')} ${sentence}`]))).toContain(sentence);
	},
);

test('what one denies and the other does not is told twice', () => {
	const denied = 'The owner Karvia Lines denied on Tuesday that it had sold the boats of the ferry.';
	const not = denied.replace('denied', 'did not deny');
	expect(texts(pointsOf([4, denied], [4, not])).sort()).toEqual([denied, not].sort());
});

test('a figure that no dispute shows is a point, whatever grew', () => {
	const found = (count: string) => `Divers found ${count} dead seals on the beach on Monday.`;
	const readings = [found('4,000'), found('400')].map((body, at) =>
		annotate({
			file: `${at}.txt`,
			format: 'text',
			bytes: new TextEncoder().encode(`${HEADS[at]}\n\nMarch 4, 2025\n\n${body}\n`),
		}),
	);
	const { articles, quotations } = digest(readings, []);
	const { points, disputes } = storyOf(articles, [], quotations);
	for (const count of ['4,000', '400'])
		expect(
			[...texts(points), ...disputes.flatMap(({ claims }) => claims.map(({ value }) => value))].some(
				(text) => text.includes(` ${count} `) || text.startsWith(`${count} `),
			),
		).toBe(true);
});

test('one outlet more takes no fact from a short story', () => {
	const bodies = SHORT.slice(0, 5).map((one): readonly [number, string] => [4, `${sank('Eleven')} ${one}`]);
	const told = texts(pointsOf(...bodies.slice(0, 3)));
	for (const count of [4, 5])
		expect(texts(pointsOf(...bodies.slice(0, count)))).toEqual(expect.arrayContaining(told));
});
