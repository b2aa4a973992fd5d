/** What comparing articles costs, beside reading them; and twice the articles beside once. */
import { bench, describe } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { digest } from '../../source/digest/digest.ts';
import { news } from './news.ts';

describe.each([75, 150, 300])('%d articles', (count) => {
	const raws = news(count);
	const readings = raws.map(annotate);
	bench(
		'read',
		() => {
			raws.map(annotate);
		},
		{ iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 },
	);
	bench(
		'compared',
		() => {
			digest(readings, []);
		},
		{ iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 },
	);
});
