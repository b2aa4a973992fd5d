/** robots.txt as RFC 9309 has it, with Crawl-delay, which that leaves out and many files hold. */

interface Rule {
	readonly allow: boolean;
	/** What stands between the stars. */
	readonly pieces: readonly string[];
	/** Nothing may follow. */
	readonly closed: boolean;
	readonly length: number;
}

/** What a file tells one crawler. */
export interface Robots {
	readonly rules: readonly Rule[];
	/** Seconds between two requests. */
	readonly delay: number | null;
}

export const ALL_ALLOWED: Robots = { rules: [], delay: null };

interface Group {
	readonly agents: readonly string[];
	readonly rules: Rule[];
	delay: number | null;
}

/**
 * What the file tells `agent`, which is the product token alone ("Quotidian"): the groups that name it, or else those
 * for everybody.
 */
export function robotsOf(text: string, agent: string): Robots {
	const all = groupsOf(text);
	const own = all.filter(({ agents }) => agents.includes(agent.toLowerCase()));
	const chosen = own.length > 0 ? own : all.filter(({ agents }) => agents.includes('*'));
	return {
		rules: chosen.flatMap(({ rules }) => rules),
		delay: chosen.map(({ delay }) => delay).find((delay) => delay !== null) ?? null,
	};
}

function groupsOf(text: string): readonly Group[] {
	const groups: Group[] = [];
	let agents: string[] = [];
	// Lines that name an agent belong together until a rule follows them; what is neither changes nothing.
	let open: Group | null = null;
	for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
		const colon = line.indexOf(':');
		const comment = line.indexOf('#');
		if (colon < 0 || (comment >= 0 && comment < colon)) continue;
		const key = line.slice(0, colon).trim().toLowerCase();
		const value = line.slice(colon + 1, comment < 0 ? undefined : comment).trim();
		if (key === 'user-agent') {
			if (open !== null) agents = [];
			open = null;
			agents.push(/^(?:\*|[a-z_-]+)/i.exec(value)?.[0].toLowerCase() ?? '');
		} else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
			if (agents.length === 0) continue;
			if (open === null) groups.push((open = { agents, rules: [], delay: null }));
			if (key === 'crawl-delay') open.delay ??= /^\d{1,6}(?:\.\d{1,3})?$/.test(value) ? Number(value) : null;
			else if (value !== '') open.rules.push(ruleOf(key === 'allow', value));
		}
	}
	return groups;
}

function ruleOf(allow: boolean, value: string): Rule {
	const closed = value.endsWith('$');
	const pattern = closed ? value.slice(0, -1) : value;
	const pieces = pattern.split('*').map(escaped);
	return { allow, pieces, closed, length: pieces.join('*').length + Number(closed) };
}

/** Whether a path, with its query, may be fetched: the longest rule that fits decides, and of two of a length the one that allows. */
export function allows(robots: Robots, path: string): boolean {
	const asked = escaped(path);
	if (asked === '/robots.txt') return true;
	let best: Rule | null = null;
	for (const rule of robots.rules) {
		const better = best === null || rule.length > best.length || (rule.length === best.length && rule.allow);
		if (better && fits(rule, asked)) best = rule;
	}
	return best?.allow ?? true;
}

/** Each piece is looked for behind the one before it: there is nothing to try twice. */
function fits({ pieces, closed }: Rule, path: string): boolean {
	const [first, ...others] = pieces as [string, ...string[]];
	if (!path.startsWith(first)) return false;
	if (others.length === 0) return !closed || path.length === first.length;
	const last = closed ? others.pop()! : '';
	let at = first.length;
	for (const piece of others) {
		const found = path.indexOf(piece, at);
		if (found < 0) return false;
		at = found + piece.length;
	}
	return !closed || (path.length - last.length >= at && path.endsWith(last));
}

/** One spelling for what is the same octet: as it is where it needs no escape, `%XX` in capitals everywhere else. */
function escaped(text: string): string {
	return text.replace(/%[\da-fA-F]{2}|[^!#%&'()+,\-./:;=?@\w~[\]]/gu, (found) => {
		if (!found.startsWith('%')) return encoded(found);
		const letter = String.fromCharCode(Number.parseInt(found.slice(1), 16));
		return /[\w.~-]/.test(letter) ? letter : found.toUpperCase();
	});
}

function encoded(character: string): string {
	const bytes = new TextEncoder().encode(character);
	return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
