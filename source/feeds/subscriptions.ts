/**
 * The list of feeds, in the form of newsboat's `urls`, so that both programs can share one: an address a line, then tags,
 * "~" before the reader's own title. What others put there is told and skipped; a command in it is never run.
 */
import { safeLine } from '../safe.ts';
import { cleanUrl } from './address.ts';

export interface Subscription {
	/** As `URL` writes it, with user and password where it has them. */
	readonly url: string;
	/** The reader's own name for it. */
	readonly title: string | null;
	/** In the reader's order. Newsboat hides feeds with a tag that begins with "!"; here it is a tag like others. */
	readonly tags: readonly string[];
}

export interface SkippedLine {
	/** From 1. */
	readonly line: number;
	readonly message: string;
}

export interface Subscriptions {
	readonly subscriptions: readonly Subscription[];
	readonly skipped: readonly SkippedLine[];
}

/** What is no address of a feed, by how it begins. */
const OTHERS: readonly (readonly [begins: string, message: string])[] = [
	['query:', 'a query feed, which only newsboat knows; skipped'],
	['filter:', 'a feed through a program; programs in a list are never run; skipped'],
	['exec:', 'a program; programs in a list are never run; skipped'],
	['file:', 'a file, and no feed on the network; skipped'],
];

/** Longer lines are no list of feeds. */
const LONGEST = 20_000;

export function readSubscriptions(text: string): Subscriptions {
	const byUrl = new Map<string, Subscription>();
	const skipped: SkippedLine[] = [];
	for (const [at, whole] of text.split(/\r\n|\r|\n/).entries()) {
		const [address, ...words] = tokensOf(whole.slice(0, LONGEST));
		if (address === undefined) continue;
		const skip = (message: string) => skipped.push({ line: at + 1, message });
		const other = OTHERS.find(([begins]) => address.toLowerCase().startsWith(begins));
		const url = other ? null : cleanUrl(address);
		if (other) skip(other[1]);
		else if (url === null) skip(`“${safeLine(address.slice(0, 80))}” is no address of a feed; skipped`);
		else if (!byUrl.has(url)) byUrl.set(url, { url, ...namesIn(words) });
	}
	return { subscriptions: [...byUrl.values()], skipped };
}

function namesIn(words: readonly string[]): Pick<Subscription, 'title' | 'tags'> {
	const title = words.find((word) => word.startsWith('~') && word.length > 1);
	const tags = words.filter((word) => !word.startsWith('~'));
	return { title: title === undefined ? null : title.slice(1), tags: [...new Set(tags)] };
}

const ESCAPES: Readonly<Record<string, string>> = { n: ' ', r: ' ', t: ' ' };

/** Words of a line; in quotation marks with their blanks, `\` before a sign that is meant. "#" begins a comment. */
function tokensOf(line: string): readonly string[] {
	const tokens: string[] = [];
	let at = 0;
	while (at < line.length) {
		while (at < line.length && isBlank(line[at]!)) at++;
		if (at >= line.length || line[at] === '#') break;
		let token = '';
		if (line[at] === '"') {
			for (at++; at < line.length && line[at] !== '"'; at++) {
				if (line[at] === '\\' && at + 1 < line.length) {
					at++;
					token += ESCAPES[line[at]!] ?? line[at];
				} else token += line[at];
			}
			at++;
		} else while (at < line.length && !isBlank(line[at]!)) token += line[at++];
		if (token.trim() !== '') tokens.push(token.trim());
	}
	return tokens;
}

const isBlank = (sign: string) => /\s/.test(sign) || sign === '\ufeff';

/** The list with these at its end; every line that was there stays as it is. */
export function withSubscriptions(text: string, added: readonly Subscription[]): string {
	if (added.length === 0) return text;
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const before = text === '' || /[\r\n]$/.test(text) ? text : text + end;
	return before + added.map((one) => lineOf(one) + end).join('');
}

export function lineOf({ url, title, tags }: Subscription): string {
	const words = [...(title === null ? [] : [`~${title}`]), ...tags].map((word) => safeLine(word));
	return [url, ...words.filter((word) => word !== '' && word !== '~').map(quoted)].join(' ');
}

function quoted(word: string): string {
	return /^[\p{L}\p{N}!._/-]+$/u.test(word) ? word : `"${word.replace(/["\\]/g, '\\$&')}"`;
}

/** Those that are not in the list yet. */
export function newTo(
	known: readonly Subscription[],
	wanted: readonly Subscription[],
): readonly Subscription[] {
	const urls = new Set(known.map(({ url }) => url));
	return wanted.filter(({ url }) => !urls.has(url) && urls.add(url));
}
