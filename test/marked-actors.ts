/**
 * Marked blocks: several articles, a line each, and whom each person's name in them means.
 *
 *   [Ruth Okafor] came. “No,” said [?Okafor=Ruth Okafor].
 *   A name without "=" means the actor who is shown by that name, [Okafor=] means nobody; [?…] speaks, and that is not
 *   certain. A second actor of the same name is "Ruth Okafor #2". ¶ parts paragraphs. Only persons are marked.
 */
import { annotate } from '../source/article/annotate.ts';
import { digest } from '../source/digest/digest.ts';
import type { Article, Id, Reading } from '../source/types.ts';

/** The blocks of a case file. */
export const actorBlocks = (file: string): string[] =>
	file
		.replace(/^#.*\n/gm, '')
		.split(/\n{2,}/)
		.map((block) => block.trim())
		.filter(Boolean);

/** What the articles would print. */
export const bareActors = (block: string): string[] =>
	block.split('\n').map((line) => line.replace(/\[\??([^\]=]*)(?:=[^\]]*)?\]/g, '$1'));

/** A marked name: which of its block, whom it means ('' for nobody), and whether it speaks for certain. */
export interface MarkedName {
	/** Its line and its place in the bare line. */
	readonly at: string;
	readonly actor: string;
	readonly unsure: boolean;
}

/** The names of a marked block. */
export const readActors = (block: string): MarkedName[] =>
	block.split('\n').flatMap((line, number) => {
		let signs = 0;
		return [...line.matchAll(/\[(\??)([^\]=]*)(?:=([^\]]*))?\]/g)].map((match): MarkedName => {
			const [whole, sign, printed, actor] = match;
			const at = `${number} ${match.index - signs}`;
			signs += whole.length - printed!.length;
			return { at, actor: actor ?? printed!, unsure: sign === '?' };
		});
	});

const fileOf = (at: number) => `${String(at).padStart(4, '0')}.txt`;

function readingOf(line: string, at: number): Reading {
	const text = line.replaceAll(' ¶ ', '\n\n');
	return annotate({ file: fileOf(at), format: 'text', bytes: new TextEncoder().encode(text) });
}

/** Reads the bare articles together and puts the signs around every person that the program finds. */
export function markActors(lines: readonly string[]): string {
	const { articles, actors, quotations } = digest(lines.map(readingOf), []);
	const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
	const labels = new Map<Id, string>();
	const met = new Map<string, number>();
	const labelOf = (actor: Id): string => {
		const known = labels.get(actor);
		if (known !== undefined) return known;
		const name = nameOf.get(actor)!;
		const count = (met.get(name) ?? 0) + 1;
		met.set(name, count);
		const label = count === 1 ? name : `${name} #${count}`;
		labels.set(actor, label);
		return label;
	};
	const unsure = new Set(
		quotations.flatMap(({ article, speaker: { mention, certain } }) =>
			mention && !certain ? [`${article} ${mention.start}`] : [],
		),
	);
	const mark = ({ id, text, mentions }: Article) => {
		let marked = '';
		let last = 0;
		for (const { start, end, kind, actor } of mentions) {
			if (kind !== 'person') continue;
			const printed = text.slice(start, end);
			const label = actor === null ? '' : labelOf(actor);
			const sign = unsure.has(`${id} ${start}`) ? '[?' : '[';
			marked += `${text.slice(last, start)}${sign}${printed}${label === printed ? '' : `=${label}`}]`;
			last = end;
		}
		return (marked + text.slice(last)).replaceAll('\n\n', ' ¶ ');
	};
	return [...articles]
		.sort((a, b) => (a.file < b.file ? -1 : 1))
		.map(mark)
		.join('\n');
}
