/** Lines inside the body that are not the article's own, as their neighbours tell: what a line alone cannot say. */
import type { RemovedReason } from '../../types.ts';
import type { Line } from './lines.ts';
import type { Stretch } from './stretch.ts';

/** So many titles a list of other stories in the middle of a body may hold. */
const LONGEST_LIST = 12;
/** Subheads in capitals are shorter than this; longer ones lead to another story. */
const FEWEST_IN_CAPITALS = 6;
/** Notes on the author stand this near the end. */
const LAST = 4;

/** Why a line of the stretch is left out after all, or null; parallel to `lines`. */
export function asidesOf(
	lines: readonly Line[],
	{ from, to }: Stretch,
	title: number | null,
): (RemovedReason | null)[] {
	const found: (RemovedReason | null)[] = lines.map(() => null);
	const heads = lines
		.slice(0, Math.max(0, from + 2))
		.filter(({ prose, reason }) => !prose || reason !== null);
	let list = 0;
	let told = false;
	for (let i = from; i <= to; i++) {
		const line = lines[i]!;
		if (line.prose && line.reason === null) {
			told = true;
			list = 0;
			if (i > to - LAST && isNoteOnAuthor(line.text, heads)) found[i] = 'byline';
			continue;
		}
		if (line.ends === 'body' && told) list = LONGEST_LIST;
		if (line.reason !== null) continue;
		if (title !== null && i !== title && line.key !== '' && line.key === lines[title]!.key)
			found[i] = 'repeated';
		else if (line.level > 0) continue;
		else if (list > 0 && !line.closed) {
			list--;
			found[i] = 'teaser';
		} else if (told && !line.closed && isInCapitals(line)) found[i] = 'teaser';
		else if (told && !line.closed && line.words >= FEWEST_IN_A_PICTURE && PICTURED.test(line.text)) {
			found[i] = 'caption';
			const next = lines[i + 1];
			if (next && i < to && !next.prose && !next.closed && next.reason === null) found[++i] = 'caption';
		} else if (!line.closed && tellsWhatNextShows(line, lines[i + 1])) found[i] = 'caption';
	}
	return found;
}

/** An agency before the words that tell what its picture shows. */
const PICTURED =
	/^(?:Getty Images|Reuters|AFP|EPA|PA Media|AP|Anadolu|Bloomberg|Shutterstock)(?: via Getty Images)?[ :] ?(?:An? |The |\p{Lu})/u;
const FEWEST_IN_A_PICTURE = 6;

function isInCapitals({ text, words }: Line): boolean {
	return words >= FEWEST_IN_CAPITALS && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** The words a page keeps for those who cannot see the picture, and below them its caption, which says them again. */
function tellsWhatNextShows({ key }: Line, next: Line | undefined): boolean {
	return next?.reason === 'caption' && key !== '' && next.key.startsWith(key);
}

const NAME =
	/^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}) (?:is|was|has|covers|writes|reports|joined|leads)\b/u;
const WORK =
	/\b(?:reporters?|editors?|correspondents?|writers?|authors?|columnists?|journalists?|contributors?|freelancers?|producers?|fellow|professor|covers|covering|writes|newsroom|story tips)\b/i;

/** "Ana Quill covers ports for the Gazette", where a byline has named her. */
function isNoteOnAuthor(text: string, heads: readonly Line[]): boolean {
	const name = NAME.exec(text.slice(0, 200))?.[1];
	if (name === undefined || text.length > 700 || !WORK.test(text.slice(0, 400))) return false;
	const wanted = name.toLowerCase();
	return heads.some((head) => head.text.slice(0, 300).toLowerCase().includes(wanted));
}
