/** Why an article stands where it does: the nearest other, and what the two share. */
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { parseCorrections } from '../../source/digest/corrections.ts';
import { explainedDigest } from '../../source/digest/digest.ts';
import { explainArticle } from '../../source/output/explain.ts';

const FLOOD =
	'Torrin floods after dam breaks\n\nMarch 7, 2025\n\nThe Calder dam above Torrin broke on Thursday and flooded 300 houses, Mayor Ines Vautrin said. Sluice number 4 had been rusted for years. “We had warned them,” Vautrin said.\n';
const ARTICLES: Readonly<Record<string, string>> = {
	'flood.txt': FLOOD,
	'rescue.txt':
		'Boats bring Torrin to safety\n\nMarch 7, 2025\n\nBoats brought 900 people out of Torrin after the Calder dam broke on Thursday. Some 300 houses stand in water. A rusted sluice gave way first, said Mayor Ines Vautrin.\n',
	'wire.txt': `${FLOOD}\nFrom our partners.\n`,
	'chess.txt':
		'Chess title for Ilmari Koskela\n\nMarch 7, 2025\n\nIlmari Koskela won the chess open of Lahtis with eight points from nine games, the club said on Sunday.\n',
};

function standings(note = '') {
	const { corrections, problems } = parseCorrections('corrections.txt', note);
	const readings = Object.entries(ARTICLES).map(([file, text]) =>
		annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) }),
	);
	const { data, joins, standingOf } = explainedDigest(readings, problems, corrections);
	const article = (file: string) => data.articles.find((one) => one.file === file)!;
	return {
		of: (file: string) => {
			const standing = standingOf(article(file).id)!;
			return { ...standing, nearest: data.articles.find(({ id }) => id === standing.nearest)?.file ?? null };
		},
		explained: (file: string) =>
			explainArticle(data, article(file), joins, 100, standingOf(article(file).id)).replace(/\s+/g, ' '),
		standingOf,
	};
}

test('the nearest report of the same event, and what both have', () => {
	const standing = standings().of('rescue.txt');
	expect(standing).toMatchObject({ reason: 'near', nearest: 'flood.txt', line: null });
	expect(standing.nearness).toBeGreaterThan(1);
	expect(standing.shared).toMatchObject({ figures: ['300'], weekdays: [4] });
	expect(standing.shared.names).toContain('Ines Vautrin');
	expect(standing.shared.words).toContain('dam');
	expect(standing.shared.words).not.toContain('Vautrin');
});

test('a copy stands beside its original', () => {
	expect(standings().of('wire.txt')).toMatchObject({ reason: 'copy', nearest: 'flood.txt' });
});

test('what is like nothing else stands alone', () => {
	const { reason, nearness } = standings().of('chess.txt');
	expect(reason).toBe('alone');
	expect(nearness ?? 0).toBeLessThan(1);
});

test('what the reader put there says so, with the line', () => {
	const { of } = standings('\nsame story: chess.txt | rescue.txt');
	expect(of('chess.txt')).toMatchObject({ reason: 'told', nearest: 'rescue.txt', line: 2 });
	expect(of('rescue.txt').reason).toBe('near');
});

test('an article that is not there has no place', () => {
	expect(standings().standingOf('a0')).toBeNull();
});

test('in words', () => {
	const { explained } = standings();
	expect(explained('rescue.txt')).toMatch(
		/because: nearest to flood\.txt \(nearness \d+\.\d; two alone are joined from 1 on\); both have .*Ines Vautrin.* Thu, 300, [^;]*\bdam\b/,
	);
	expect(explained('wire.txt')).toContain('because: nearly the same text as flood.txt');
	expect(explained('chess.txt')).toMatch(/because: (alone|like no other article)/);
});
