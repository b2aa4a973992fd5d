/** Invented news of any amount: events told by several outlets each, with names, days, figures and quotations. */
import type { RawArticle } from '../../source/types.ts';
import { random } from './random.ts';

const GIVEN = ['Maria', 'Tom', 'Anna', 'Peter', 'Clara', 'Oskar', 'Nina', 'Hugo', 'Edith', 'Felix'];
const SYLLABLES = [
	'bar',
	'cor',
	'den',
	'fil',
	'gra',
	'hon',
	'kal',
	'lum',
	'mer',
	'nor',
	'pel',
	'ros',
	'sti',
	'tan',
];
const VERBS = ['said', 'told reporters', 'warned', 'announced', 'wrote on X'];
const THINGS = [
	'bridge',
	'budget',
	'strike',
	'flood',
	'election',
	'treaty',
	'harbour',
	'court',
	'factory',
	'school',
];
const OUTLETS = 3;

/** Articles of about three kilobytes; every event is told by three of them. */
export function news(count: number): RawArticle[] {
	const encoder = new TextEncoder();
	return Array.from({ length: count }, (_, at) => {
		const event = Math.floor(at / OUTLETS);
		const bytes = encoder.encode(storyOf(random(1 + event), random(1000 + at)));
		return { file: `${String(at).padStart(6, '0')}.txt`, format: 'text', bytes };
	});
}

/** `event` draws what all outlets have in common, `own` the words of one. */
function storyOf(event: () => number, own: () => number): string {
	const pick = <T>(from: readonly T[], by: () => number) => from[Math.floor(by() * from.length)]!;
	const word = (by: () => number) =>
		Array.from({ length: 2 + Math.floor(by() * 2) }, () => pick(SYLLABLES, by)).join('');
	const name = (by: () => number) => {
		const last = word(by);
		return `${pick(GIVEN, by)} ${last[0]!.toUpperCase()}${last.slice(1)}`;
	};
	const people = [name(event), name(event), name(event)];
	const town = name(event).split(' ')[1]!;
	const said = Array.from({ length: 8 }, () => Array.from({ length: 12 }, () => word(event)).join(' '));
	const day = 1 + Math.floor(event() * 28);
	const paragraphs = said.map((words) => {
		const who = pick(people, own);
		const rest = Array.from({ length: 25 }, () => word(own)).join(' ');
		const figure = 2 + Math.floor(event() * 900);
		return `The ${pick(THINGS, event)} of ${town} cost ${figure} million on March ${day}, ${rest}. “We ${words},” ${who} ${pick(VERBS, own)}.`;
	});
	return [`${people[0]} in ${town}: ${pick(THINGS, event)}`, ...paragraphs].join('\n\n');
}
