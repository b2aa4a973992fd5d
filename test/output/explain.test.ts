/** Why a name came to its actor: the rule by name, what it means, and where the name stands. */
import { expect, test } from 'vitest';
import { annotate } from '../../source/article/annotate.ts';
import { parseCorrections } from '../../source/digest/corrections.ts';
import { explainedDigest } from '../../source/digest/digest.ts';
import { explainArticle } from '../../source/output/explain.ts';
import { explainActor } from '../../source/output/explain-actor.ts';

const { corrections } = parseCorrections('corrections.txt', '\nsame: Tom Reed | Odo Fenn');
const readings = Object.entries({
	'bridge.txt': 'Bridge opens\n\nThe engineer Tom Reed built the bridge at Harn.',
	'court.txt': 'Bridge court rules\n\n“I did nothing,” said Tom Reed, the engineer. Reed was fined at Harn.',
	'gala.txt': 'Gala held\n\n“What a night,” said Odo Fenn. Karla Lindgren sang until two.',
}).map(([file, text]) => annotate({ file, format: 'text', bytes: new TextEncoder().encode(text) }));
const { data, joins } = explainedDigest(readings, [], corrections);

const joinedTo = (name: string) => {
	const actor = data.actors.find((one) => one.aliases.some(({ text }) => text === name))!;
	return explainActor(data, actor, joins, 120).split('\n').slice(-4).join('\n');
};

test('an actor is explained article by article, with the rule and the place', () => {
	expect(joinedTo('Tom Reed')).toBe(
		[
			'  “Tom Reed”: first met (the others are held against it), in bridge.txt at 27–35',
			'  “Tom Reed”: same name, in court.txt at 42–50 and 1 more place',
			'  “Odo Fenn”: corrected (your correction in line 2), in gala.txt at 32–40',
			'',
		].join('\n'),
	);
	for (const [file, start, end, name] of [
		['bridge.txt', 27, 35, 'Tom Reed'],
		['court.txt', 42, 50, 'Tom Reed'],
		['gala.txt', 32, 40, 'Odo Fenn'],
	] as const)
		expect(data.articles.find((one) => one.file === file)!.text.slice(start, end)).toBe(name);
});

test('whom one article alone names was joined with nobody', () => {
	expect(joinedTo('Karla Lindgren')).toContain(
		'  “Karla Lindgren”: nothing to join it with, in gala.txt at 42–56\n',
	);
	const gala = data.articles.find(({ file }) => file === 'gala.txt')!;
	const because = explainArticle(data, gala, joins, 120).match(/because: .*/g);
	expect(because).toEqual(['because: “Odo Fenn”: corrected (your correction in line 2)']);
});
