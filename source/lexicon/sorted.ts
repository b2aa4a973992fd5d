/**
 * Whether a word stands in a list kept as one string: entries in code unit order, with | between them. A list that is
 * asked for few words is searched where it lies; to make a set of it costs more than all the questions of an article.
 * Some fifteen steps, none of which makes a string longer than an entry.
 */
export function holds(list: string, word: string): boolean {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const start = list.lastIndexOf('|', middle - 1) + 1;
		const bar = list.indexOf('|', start);
		const end = bar < 0 ? list.length : bar;
		const entry = list.slice(start, end);
		if (entry === word) return true;
		if (entry < word) low = end + 1;
		else high = start - 1;
	}
	return false;
}
