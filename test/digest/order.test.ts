import { expect, test } from 'vitest';
import { inReadingOrder } from '../../source/digest/order.ts';
import { article, story } from '../fixture.ts';

const articles = new Map(
	['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((id) => [
		id,
		article({ id, text: '', outlet: id === 'a7' ? 'a6' : id }),
	]),
);
const told = (id: string, lastDay: string | null, own: string[], copies: string[][] = []) =>
	story(id, id, { firstDay: lastDay, lastDay, articles: own, nearDuplicates: copies });

const order = (...stories: ReturnType<typeof told>[]) =>
	[inReadingOrder(stories, articles), inReadingOrder([...stories].reverse(), articles)].map((list) =>
		list.map(({ id }) => id).join(' '),
	);

test('what many outlets report comes first, of equals the newer, the undated last', () => {
	const wide = told('wide', '2025-03-04', ['a1', 'a2', 'a3']);
	const fresh = told('fresh', '2025-03-05', ['a4']);
	const stale = told('stale', '2025-03-01', ['a5', 'a6']);
	const undated = told('undated', null, ['a1', 'a2', 'a3', 'a4']);
	const wanted = 'wide fresh stale undated';
	expect(order(undated, stale, fresh, wide)).toEqual([wanted, wanted]);
});

test('copies and a second report of one outlet lift no story', () => {
	const two = told('two', '2025-03-05', ['a1', 'a2']);
	const copied = told('copied', '2025-03-05', ['a3', 'a4', 'a5'], [['a3', 'a4', 'a5']]);
	const repeated = told('repeated', '2025-03-05', ['a6', 'a7']);
	expect(order(copied, repeated, two)[0]!.split(' ')[0]).toBe('two');
});
