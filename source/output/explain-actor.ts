/** How the spellings of one name came together: every article that names the actor, and the rule that joined it. */
import { safeLine } from '../safe.ts';
import type { Actor, Export, Join } from '../types.ts';
import { joinWords, kindWords, roleWords, sourceWords } from '../wording.ts';
import { lookupIn } from './lookup.ts';
import { hang } from './plain.ts';

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
				.map((join) => {
					const article = articles.get(join.article);
					if (!article) return joinWords(join);
					const [source, file] = [sourceWords(article), safeLine(article.file)];
					return `${joinWords(join)}, in ${source === file ? file : `${source} (${file})`}`;
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
