/** How the spellings of one name came together: every article that names the actor, and the rule that joined it. */
import { safeLine } from '../safe.ts';
import type { Actor, Article, Export, Join } from '../types.ts';
import { countWords, joinWords, kindWords, roleWords, sourceWords } from '../wording.ts';
import { lookupIn } from './lookup.ts';
import { hang } from './plain.ts';

/** " at 73–87 and 7 more places": first where the article gives the name as it was joined. */
function placeWords({ text, mentions }: Article, { actor, name }: Join): string {
	const places = mentions.filter((mention) => mention.actor === actor);
	const first =
		places.find(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ') === name) ?? places[0];
	if (!first) return '';
	const others = places.length > 1 ? ` and ${countWords(places.length - 1, 'more place')}` : '';
	return ` at ${first.start}–${first.end}${others}`;
}

/** One actor of an export, explained. */
export function explainActor(data: Export, actor: Actor, joins: readonly Join[], columns: number): string {
	const { articles } = lookupIn(data);
	const width = Math.max(40, Math.min(columns, 120));
	const sections: readonly (readonly [string, readonly string[]])[] = [
		['Spellings', actor.aliases.map(({ text, count }) => `${safeLine(text)} ×${count}`)],
		['Titles', [...new Set(actor.roles.map(roleWords))]],
		[
			'Joined',
			joins
				.filter((join) => join.actor === actor.id)
				.map((join, _, all) => {
					const article = articles.get(join.article);
					const words =
						all.length > 1 ? joinWords(join) : `“${safeLine(join.name)}”: nothing to join it with`;
					if (!article) return words;
					const [source, file] = [sourceWords(article), safeLine(article.file)];
					return `${words}, in ${source === file ? file : `${source} (${file})`}${placeWords(article, join)}`;
				}),
		],
	];
	const lines = [
		`${safeLine(actor.name)} (${kindWords(actor.kind)}, ${actor.id})`,
		...sections.flatMap(([title, entries]) => [
			'',
			`${title} (${entries.length})`,
			...(entries.length === 0 ? ['  none'] : entries.flatMap((entry) => hang(entry, '  ', '    ', width))),
		]),
	];
	return `${lines.join('\n')}\n`;
}
