/** Addresses of articles: which of them may be followed, and where they lead. Pure. */
import type { Safe } from '../safe.ts';

/** Longer addresses are no longer anybody's to read, and terminals drop them. */
const LONGEST = 2000;

/**
 * The address, when it is one of the web; null for any other scheme, and for one that names a user, which is how an
 * address pretends to be another. What comes out of the parser holds neither blanks nor controls.
 */
export function webLink(address: string | null): Safe | null {
	if (address === null) return null;
	try {
		const { protocol, username, password, href } = new URL(address);
		const web = protocol === 'http:' || protocol === 'https:';
		return web && username === '' && password === '' && href.length <= LONGEST ? (href as Safe) : null;
	} catch {
		return null;
	}
}

/** Whose page it is: "news.example.org". */
export function hostOf(link: Safe): Safe {
	return new URL(link).host as Safe;
}
