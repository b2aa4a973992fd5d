/** Blocks of cases/persons.txt: an article in one line, then its persons, a line each: name | f, m or ? | roles | forms. */
import { readNamesOf } from './marked-names.ts';

export interface PersonBlock {
	readonly text: string;
	readonly persons: readonly string[];
}

export const personBlocks = (file: string): PersonBlock[] =>
	file
		.replace(/^#.*\n/gm, '')
		.split(/\n{2,}/)
		.map((block) => block.trim())
		.filter(Boolean)
		.map((block) => {
			const [first, ...persons] = block.split('\n');
			return { text: first!.replaceAll(' ¶ ', '\n'), persons };
		});

/** The persons that the program finds, in the same words. */
export function personsOf(text: string): string[] {
	const { mentions, entities } = readNamesOf(text);
	return entities
		.filter(({ kind }) => kind === 'person')
		.map(({ name, gender, roles, mentions: at }) => {
			const forms = at.map((index) => text.slice(mentions[index]!.start, mentions[index]!.end));
			const counts = [...new Set(forms)].map(
				(form) => `${form} ${forms.filter((other) => other === form).length}`,
			);
			const titles = roles.map((role) => role.text).join('; ');
			return [name, gender?.[0] ?? '?', titles || '-', counts.join('; ')].join(' | ');
		});
}
