/** The quotations of an archive on disk, found by its saved search: the same lines as without an archive. */
import { describe, expect, test } from 'vitest';
import { keptQuotations } from '../../source/archive/sqlite/export.ts';
import { openArchive } from '../../source/archive/sqlite/schema.ts';
import { writeEdition } from '../../source/archive/sqlite/write.ts';
import { answer, type Surroundings } from '../../source/cli/answers.ts';
import { readArguments } from '../../source/cli/arguments.ts';
import { NothingFound, UsageError } from '../../source/cli/mistakes.ts';
import { actorOf, daysOf } from '../../source/cli/place.ts';
import type { Export } from '../../source/types.ts';
import { emptyFile } from '../archive/engines.ts';
import { edition } from '../fixture.ts';
import { readSamples } from '../samples.ts';

const around: Surroundings = { now: new Date(2025, 2, 13, 9), columns: 80, bold: true, joins: [] };

function keptOf(data: Export): string {
	const archive = openArchive(emptyFile());
	writeEdition(archive, data, { origin: 'here' });
	archive.database.close();
	return archive.file;
}

function told(line: string, data: Export, found?: Surroundings['found']) {
	const { pieces, nothing, remark } = answer(data, readArguments(line.split(' '), '0.0.0'), {
		...around,
		...(found ? { found } : {}),
	});
	return { text: [...pieces].join(''), nothing, remark };
}

function toldByArchive(file: string, line: string) {
	const command = readArguments(line.split(' '), '0.0.0');
	const { words: typed, actor } = command;
	const days = daysOf(command, around.now);
	const speaker = actor === null ? null : (actors: Export['actors']) => actorOf(actors, actor);
	const kept = keptQuotations(file, 'here', { typed, days, speaker })!;
	try {
		return told(line, kept.data, kept.found);
	} finally {
		kept.close();
	}
}

describe.each([
	['the samples', await readSamples()],
	['an edition with what is undated', edition],
])('%s', (_, data) => {
	const file = keptOf(data);

	test.each([
		'quotes ceasefire',
		'quotes cease fire putn',
		'quotes the',
		'quotes truce elephant',
		'quotes xylophonez',
		'quotes from:coruier truce',
		'quotes war on:2025-03',
		'quotes by:puttin',
		'quotes ceezefyre',
		'quotes !from:0 war',
		'quotes the --day 2025-03-04',
		'quotes the --since 2025-03-05 --until 2025-03-12',
		'quotes it --day undated',
		'quotes the --actor peskov',
		'quotes the --actor halloran',
	])('%s', (line) => {
		let wanted: unknown;
		try {
			wanted = told(line, data);
		} catch (error) {
			if (!(error instanceof NothingFound || error instanceof UsageError)) throw error;
			expect(() => toldByArchive(file, line)).toThrow(error.message);
			return;
		}
		expect(toldByArchive(file, line)).toEqual(wanted);
	});

	test('nothing else is read', () => {
		const [{ id, text }] = data.quotations as [Export['quotations'][number]];
		const kept = keptQuotations(file, 'here', { typed: text, days: () => true, speaker: null })!;
		expect(kept.data.quotations.map((one) => one.id)).toContain(id);
		expect(kept.data.quotations.length).toBeLessThan(data.quotations.length);
		const [articles, actors] = [kept.data.articles, kept.data.actors].map((all) => all.map((one) => one.id));
		expect(new Set(articles)).toEqual(new Set(kept.data.quotations.map(({ article }) => article)));
		const speakers = kept.data.quotations.flatMap(({ speaker }) => speaker.actor ?? []);
		expect(new Set(actors)).toEqual(new Set(speakers));
		kept.close();
	});
});

test('of another origin, or where none is, there is nothing', () => {
	const wanted = { typed: 'truce', days: () => true, speaker: null };
	expect(keptQuotations(keptOf(edition), 'elsewhere', wanted)).toBeNull();
	expect(keptQuotations(emptyFile(), 'here', wanted)).toBeNull();
});
