/** What a key costs in the live search, and what the index costs to build. */
import { bench, describe } from 'vitest';
import { quotationIndex, search } from '../../source/search/quotations.ts';
import { actor, article, quotation } from '../fixture.ts';
import { random } from './random.ts';

/** Word salad with a few frequent words and a long tail, as in the news; invented words and names. */
function salad(count: number) {
	const next = random(7);
	const syllables = [
		'ba',
		'cor',
		'den',
		'fil',
		'gra',
		'hon',
		'ka',
		'lum',
		'mer',
		'no',
		'pel',
		'ros',
		'sti',
		'tan',
		'vel',
	];
	const word = (rank: number) => {
		let text = '';
		for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
			text += syllables[rest % syllables.length];
		return text;
	};
	const actors = Array.from({ length: 50 }, (_, at) => actor(`p${at}`, `Mira ${word(at * 37)}`));
	const source = article({ id: 'a1', text: 'x' });
	const quotations = Array.from({ length: count }, (_, at) => {
		const words = Array.from({ length: 27 }, () => word(Math.floor(20_000 ** next())));
		const by = actors[Math.floor(next() * next() * actors.length)]!;
		return { ...quotation(`q${at}`, source, 'x', { by }), text: words.join(' ') };
	});
	return { quotations, actors };
}

describe.each([100, 1000, 10_000])('%d quotations', (count) => {
	const data = salad(count);
	const index = quotationIndex(data);
	const queries = ['mira corden', 'felgra hon', 'tanvle', 'ba cor'];
	bench('a query typed key by key', () => {
		for (const query of queries)
			for (let typed = 1; typed <= query.length; typed++) search(index, query.slice(0, typed));
		index.met.clear();
	});
	bench('the index', () => {
		quotationIndex(data);
	});
});
