/** Addresses as feeds, lists and readers write them. Nothing is let through but http and https. */
import { isPrivateHost } from '../network/addresses.ts';

/** What is longer could not stand whole on top of an article. */
const LONGEST = 2000;

/** The address as `URL` writes it, without its fragment; null for what is none of http or https. */
export function cleanUrl(text: string, base?: string): string | null {
	const url = parsed(text, base);
	if (url === null) return null;
	url.hash = '';
	return url.href;
}

/** Of what a stranger wrote: a user and a password in it are theirs and lead nowhere good. */
export function strangersUrl(text: string | null | undefined, base?: string): string | null {
	const url = parsed(text ?? '', base);
	if (url === null) return null;
	url.username = '';
	url.password = '';
	return url.href;
}

/** To be shown, and written where others may read it. */
export function shownUrl(text: string): string {
	return strangersUrl(text) ?? text;
}

export function hostOf(url: string): string {
	return parsed(url)?.host ?? '';
}

function parsed(text: string, base?: string): URL | null {
	if (text.length > LONGEST) return null;
	// feed://host/… and feed:https://host/… are how browsers used to hand a feed to a reader.
	const address = text
		.trim()
		.replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
		.replace(/^feed:\/\//i, 'http://');
	try {
		const url = new URL(address, base);
		const isWeb = /^https?:$/.test(url.protocol) && url.hostname !== '';
		return isWeb && url.href.length <= LONGEST ? url : null;
	} catch {
		return null;
	}
}

/**
 * Whether the host can only be one of the reader's own network: what they subscribed to there by hand may be fetched, what
 * a stranger's feed names there may not.
 */
export function isOwnNetwork(url: string): boolean {
	const name = parsed(url)?.hostname ?? '';
	return isPrivateHost(name) || OWN_NAME.test(name);
}

/** A name without a dot, and those that no public server of names knows. */
const OWN_NAME = /^[^.[\]]+$|\.(?:local|lan|internal|home\.arpa)$/;
