/**
 * Whom a single name means where several bear it. What is printed with the name goes first: its title, its spelling,
 * its generation, its gender. Only then who was named last, and that is a guess, and marked as one.
 */
import { ONE_HEAD, TITLE_HEADS } from '../../lexicon/titles.ts';
import type { SpanText } from '../../types.ts';
import { isFaded, type Leaning } from './gender.ts';
import type { Role } from './roles.ts';

/** Who bears a name, as far as the article's full names tell. */
export interface Bearer {
	readonly born: string;
	readonly lean: Leaning;
	/** Heads of the titles given. */
	readonly offices: ReadonlySet<string>;
	/** Somebody's wife, son, mother. */
	readonly kin: boolean;
	/** Called Lord, Lady or the like. */
	readonly peer: boolean;
	/** The words of the name as printed. */
	readonly spelt: ReadonlySet<string>;
	/** First and last word: father and son have them in common. */
	readonly family: string;
	/** Where the article first names the bearer. */
	readonly first: number;
	readonly paragraph: number;
}

/** One mention of a single name. */
export interface Single {
	readonly index: number;
	readonly paragraph: number;
	readonly printed: string;
	readonly born: string;
	readonly lean: Leaning;
	readonly offices: readonly string[];
	/** "Lord Hale of Thorn", or "Lord Hale" for short where somebody is called so. */
	readonly peer: boolean;
}

export interface Meant<B> {
	/** Null: somebody whom no full name fits. */
	readonly bearer: B | null;
	readonly doubtful: boolean;
	/** Nothing tells which of several. */
	readonly open: boolean;
}

/** "Prince Harry" is a whole name, no short form of Harry Kane's. */
const REIGNING = new Set([
	'prince',
	'princess',
	'king',
	'queen',
	'pope',
	'emperor',
	'empress',
	'sultan',
	'tsar',
	'czar',
]);

export const isReigning = (offices: readonly string[]): boolean => offices.some((head) => REIGNING.has(head));

/** The offices that titles name, "Rep." and "congresswoman" as one. */
export const officesOf = (roles: readonly Role[]): string[] =>
	roles
		.filter(({ courtesy }) => !courtesy)
		.flatMap(({ keys }) => keys.filter((key) => TITLE_HEADS.has(key)).map((key) => ONE_HEAD[key] ?? key));

const PEERS =
	/\b(?:lord|lady|bar(?:on|oness)|earl|(?:vis)?count(?:ess)?|marquess|marchioness|duke|duchess)\b/i;

export const isPeer = (roles: readonly SpanText[]): boolean => roles.some(({ text }) => PEERS.test(text));

/** "Lord Hale of Thorn" has his title for a name: `roles` stand around it, `behind` is the text after it. */
export const isSeated = (roles: readonly SpanText[], behind: string): boolean =>
	/^ of \p{Lu}/u.test(behind) && isPeer(roles);

const KIN =
	/\b(?:first lady|(?:(?:grand)?(?:father|mother|son|daughter)|wife|husband|widow|brother|sister|uncle|aunt)(?: of|$))/i;

export const isKinOf = (roles: readonly SpanText[]): boolean => roles.some(({ text }) => KIN.test(text));

type Narrow = (single: Single, bearers: readonly Bearer[]) => readonly Bearer[];

/** Those for whom it holds, if it does for some. */
const preferring = (bearers: readonly Bearer[], holds: (bearer: Bearer) => boolean) => {
	const fitting = bearers.filter(holds);
	return fitting.length > 0 ? fitting : bearers;
};

const byTitle: Narrow = ({ offices }, bearers) => {
	if (offices.length === 0) return bearers;
	const same = bearers.filter((bearer) => offices.some((head) => bearer.offices.has(head)));
	if (same.length > 0) return same;
	if (isReigning(offices)) return [];
	// A president's wife or son is not meant by "President"; of several, nobody who has another office is.
	const untaken = bearers.filter(({ kin }) => !kin);
	return untaken.length < 2 && bearers.length < 2 ? untaken : untaken.filter((one) => one.offices.size === 0);
};

/** A "chairman" is oftener a man; "Mrs." is no man. */
const byGender: Narrow = ({ lean }, bearers) => {
	const fits = (bearer: Bearer) => bearer.lean * lean >= 0;
	return isFaded(lean) ? preferring(bearers, fits) : bearers.filter(fits);
};

const bySpelling: Narrow = ({ printed }, bearers) => preferring(bearers, ({ spelt }) => spelt.has(printed));

const byGeneration: Narrow = ({ born }, bearers) => {
	if (born === '') {
		// "Hale" beside "Hale Jr." is the father, who is called by no suffix.
		return bearers.filter(
			(one) => one.born === '' || !bearers.some((other) => other.born === '' && other.family === one.family),
		);
	}
	const exact = bearers.filter((one) => one.born === born);
	if (exact.length > 0) return exact;
	// "Hale Sr." is not the one who is called "Hale Jr.".
	return bearers.filter((one) => one.born === '');
};

/** Sir Robert Hale is not Lord Hale of Thorn. */
const byPeerage: Narrow = ({ peer }, bearers) => (peer ? bearers.filter((one) => one.peer) : bearers);

const NARROWING: readonly Narrow[] = [byPeerage, byTitle, bySpelling, byGeneration, byGender];

/**
 * `bearers` in the order in which the article names them; `last`: who was named last in the same paragraph, `lately`: in
 * whatever paragraph.
 */
export function meant<B extends Bearer>(
	single: Single,
	bearers: readonly B[],
	last: B | undefined,
	lately: B | undefined,
): Meant<B> {
	let left: readonly Bearer[] = bearers;
	for (const narrow of NARROWING) left = narrow(single, left);
	const rest = left as readonly B[];
	if (rest.length < 2) {
		const bearer = rest[0] ?? null;
		return { bearer, doubtful: bearer !== null && isSons(single, bearer, bearers, lately), open: false };
	}
	if (last && rest.includes(last)) return { bearer: last, doubtful: true, open: false };
	// By a single name an article goes on calling whom it named first, unless it names two at once.
	const [one, two] = rest as readonly [B, B, ...B[]];
	const early = single.index < one.first;
	if (early || one.paragraph !== two.paragraph) return { bearer: one, doubtful: true, open: false };
	return { bearer: null, doubtful: true, open: true };
}

/** An article about the son may call him by the bare name, and so may what follows on his full one. */
const isSons = (single: Single, bearer: Bearer, bearers: readonly Bearer[], lately: Bearer | undefined) =>
	single.born === '' &&
	bearers.some(
		(other) =>
			other.born !== '' &&
			other.born !== bearer.born &&
			other.family === bearer.family &&
			(other.first < bearer.first || other === lately),
	);
