/** Which article a reader means: by id, by file name, by a part of it, or by a name that comes near. */
import type { Article } from '../types.ts';
import { nearest } from './nearest.ts';

/** The articles that fit equally well: one when it is clear, several when the reader must say which. */
export function articlesNamed(articles: readonly Article[], words: string): Article[] {
	const typed = words.trim().replace(/^\.\//, '').toLowerCase();
	if (typed === '') return [];
	const base = baseOf(typed);
	const tiers: readonly ((article: Article, file: string) => boolean)[] = [
		({ id }) => id === typed,
		(_, file) => file === typed,
		(_, file) => typed.endsWith(`/${file}`),
		(_, file) => baseOf(file) === base,
		(_, file) => baseOf(file).replace(/\.[^.]*$/, '') === base,
		({ id }, file) => id.startsWith(typed) || baseOf(file).startsWith(base),
		(_, file) => file.includes(typed),
		({ headline }) => headline?.toLowerCase().includes(typed) ?? false,
	];
	for (const tier of tiers) {
		const fitting = articles.filter((article) => tier(article, article.file.toLowerCase()));
		if (fitting.length > 0) return fitting;
	}
	const files = articles.map(({ file }) => baseOf(file.toLowerCase()));
	const near = nearest(files, base, 2, 0.3);
	return near.length > 0 ? [articles[near[0]!.at]!] : [];
}

function baseOf(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1);
}
