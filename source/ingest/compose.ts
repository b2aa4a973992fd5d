/**
 * The text of an article that came as a page or a record: what is told about it as front matter, then its words. So
 * everything the program finds, the day of publication too, stands in the text and can be shown there.
 */

export interface Told {
	readonly title: string | null;
	readonly date: string | null;
	readonly source: string | null;
	readonly author: string | null;
	readonly url: string | null;
	/** Of what came in by a feed: where that stands. */
	readonly feed?: string | null;
	/** "true" where there is more than could be had. */
	readonly stub?: string | null;
}

const LONGEST = 2000;

/** `body` as it is, under a block of what is known; with nothing known the body alone. */
export function compose(told: Told, body: string): string {
	const rows = (['title', 'date', 'source', 'author', 'url', 'feed', 'stub'] as const).flatMap((key) => {
		const value = oneLine(told[key] ?? null);
		return value === null ? [] : [`${key}: ${quoted(value)}`];
	});
	return rows.length === 0 ? body : `---\n${rows.join('\n')}\n---\n\n${body}`;
}

export function oneLine(value: string | null): string | null {
	const line = (value ?? '').slice(0, LONGEST).split(/\s+/).join(' ').trim();
	return line === '' ? null : line;
}

/** A YAML scalar with the words as they are; control characters cannot stand in one but escaped. */
function quoted(value: string): string {
	const odd = /[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u;
	if (odd.test(value) || !value.includes('"')) return JSON.stringify(value);
	return `'${value.replaceAll("'", "''")}'`;
}
