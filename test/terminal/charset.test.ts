/** What is shown where not everything can be: told by the locale, and never wider than what it stands for. */
import { expect, test } from 'vitest';
import { rowOf } from '../../source/terminal/cells.ts';
import { type Charset, charsetOf, inCharset } from '../../source/terminal/charset.ts';
import { paint } from '../../source/terminal/style.ts';
import { edition } from '../fixture.ts';
import { play } from './play.ts';

test.each([
	[{ LANG: 'en_GB.UTF-8' }, 'linux', 'full'],
	[{ LANG: 'de_DE.utf8' }, 'linux', 'full'],
	[{ LANG: 'C' }, 'linux', 'ascii'],
	[{ LC_ALL: 'C', LC_CTYPE: 'C.UTF-8', LANG: 'C.UTF-8' }, 'linux', 'ascii'],
	[{ LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, 'linux', 'full'],
	[{ LC_CTYPE: 'en_US.ISO-8859-1', LANG: 'C.UTF-8' }, 'linux', 'ascii'],
	[{}, 'linux', 'ascii'],
	[{}, 'darwin', 'full'],
	[{ LC_ALL: 'C' }, 'darwin', 'ascii'],
	[{ LANG: 'C.UTF-8', TERM: 'linux' }, 'linux', 'console'],
	[{ LANG: 'C', TERM: 'linux' }, 'linux', 'ascii'],
] as const)('%j on %s: %s', (env, platform, charset) => {
	expect(charsetOf(env, platform)).toBe(charset);
});

const as = (text: string, charset: Charset) => inCharset(rowOf(text, 30), charset).texts.join('').trimEnd();

test.each([
	['“No,” she said – ‘never’…', '"No," she said - \'never\'~'],
	['Zełenśky, Müller, Brøndby', 'Zelensky, Muller, Brondby'],
	['▌ ● a │ ▂▄▆█ ·', '> * a | .oO# -'],
	['漢字 ok', '???? ok'],
	['Привет €5', '?????? ?5'],
	['e\u0301 👩‍👩‍👧 🇺🇦', 'e ?? ??'],
	['﷼ ½ ﬁ', '? ? ?'],
	['plain ~text~ [1]', 'plain ~text~ [1]'],
])('%s in ASCII', (text, shown) => {
	expect(as(text, 'ascii')).toBe(shown);
});

test('the console keeps letters and lines, and loses the rare signs', () => {
	expect(as('▌ “Zeł” │ ● ▂▄▆█ ≈', 'console')).toBe('▌ “Zeł” │ * ░▒▓█ ~');
});

test('every screen is ASCII where nothing else can be shown, cell for cell', async () => {
	for (const keys of ['', 'enter', '2', '3', '4', '4 j enter x', '!', '?', 'f x', 'M'])
		for (const columns of [40, 80, 200]) {
			const { state, lines } = await play(edition, keys, { columns, rows: 24 });
			expect(state.size.columns).toBe(columns);
			for (const line of lines) {
				const { texts } = inCharset(rowOf(paint(line), columns), 'ascii');
				expect(texts).toHaveLength(columns);
				expect(texts.join('')).toMatch(/^[ -~]*$/);
				expect(texts.join('')).not.toContain('?'.repeat(2));
			}
		}
});
