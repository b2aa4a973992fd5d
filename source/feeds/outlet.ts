/** Which outlet a feed is of: "World news | The Harbour Post" and "Sport | The Harbour Post" are one. */
import { safeLine } from '../safe.ts';

const SIGNS = /\s+[|–—•·»«>:/-]+\s+|\s*[|»«>]\s*|:\s+/;
/** What feeds add to the name. */
const FURNITURE = /\s*(?:[([]?(?:rss|atom|xml|feeds?|rss feed)[)\]]?)$/i;

/** The reader's name for it goes before all; of a title in parts the one that is in the name of the host. */
export function outletOf(title: string | null, url: string): string {
	const host = new URL(url).hostname.replace(/^(?:www|feeds?|rss)\./, '');
	const whole = safeLine(title ?? '')
		.replace(FURNITURE, '')
		.trim();
	if (whole === '') return host;
	const parts = whole
		.split(SIGNS)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const labels = host.split('.').slice(0, -1).map(lettersOf);
	const named = parts.find((part) => labels.some((label) => isNameOf(part, label)));
	return named ?? whole;
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** "The Harbour Post" is theharbourpost and harbourpost; "NYT" begins nytimes. */
function isNameOf(part: string, label: string): boolean {
	const letters = lettersOf(part);
	const bare = letters.replace(/^the/, '');
	if (label.length < 2 || bare.length < 2) return false;
	return (
		letters === label ||
		bare === label.replace(/^the/, '') ||
		(bare.length >= 3 && label.startsWith(bare)) ||
		(label.length >= 3 && letters.startsWith(label))
	);
}
