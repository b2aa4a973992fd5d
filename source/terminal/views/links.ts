/** The addresses of a screen's articles, each alone on its lines: to be followed, copied, or taken with the mouse. */
import { safeLine } from '../../safe.ts';
import { headlineWords, sourceWords } from '../../wording.ts';
import { dotted, type Line, piece, spread } from '../lines.ts';
import type { Link } from '../links.ts';
import { setText } from '../typeset.ts';
import { hostOf } from '../web.ts';
import type { Item } from './sheet.ts';

export function linkItem({ article, link }: Link, columns: number): Item {
	const whose = dotted([piece(hostOf(link), 'name'), piece(headlineWords(article), 'quiet')]);
	const source = columns >= 60 ? [piece(sourceWords(article), 'quiet')] : [];
	const address = setText(link, columns).map(
		(line): Line => line.map(({ text }) => ({ text: safeLine(text), role: 'link', link })),
	);
	return { before: [], lines: [spread(whose, source, columns), ...address] };
}
