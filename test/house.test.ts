/** The map of the house, enforced: who may import whom, and which packages may be met in which room. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '../source');

/** A room is a folder or a file directly under source/. Each may import itself and what is listed. */
const rooms: Record<string, readonly string[]> = {
	types: [],
	safe: [],
	identity: ['types'],
	lexicon: ['types'],
	article: ['types', 'identity', 'lexicon'],
	digest: ['types', 'identity', 'lexicon', 'article'],
	search: ['types', 'lexicon'],
	archive: ['types', 'digest', 'search'],
	network: ['types', 'safe'],
	ingest: ['types', 'article'],
	feeds: ['types', 'safe', 'identity', 'lexicon', 'article', 'ingest', 'kept', 'network'],
	indexing: ['types', 'article', 'digest', 'archive', 'ingest', 'kept', 'wording'],
	kept: ['types', 'article', 'ingest'],
	width: ['types'],
	wording: ['types', 'safe'],
	output: ['types', 'safe', 'wording', 'width'],
	terminal: ['types', 'safe', 'wording', 'width', 'search', 'archive'],
	// Runs before anything is loaded, and loads the rest: what it imports is read at every start.
	start: ['kept', 'cli', 'terminal'],
	cli: [
		'types',
		'safe',
		'wording',
		'width',
		'ingest',
		'network',
		'kept',
		'feeds',
		'indexing',
		'article',
		'digest',
		'archive',
		'search',
		'output',
		'terminal',
	],
};

/** Packages and Node's own modules, by where they may be imported. */
const outside: readonly { what: RegExp; where: RegExp }[] = [
	{ what: /^(ink|react)$/, where: /^terminal\/.*\.tsx$/ },
	{ what: /^fuse\.js$/, where: /^search\// },
	{ what: /^meow$/, where: /^cli\/arguments\.ts$/ },
	{ what: /^htmlparser2$/, where: /^ingest\/page\/tree\.ts$/ },
	{ what: /^feedsmith$/, where: /^feeds\/(?:mended|opml|reading)\.ts$/ },
	{ what: /^yaml$/, where: /^article\/front-matter\.ts$/ },
	{ what: /^undici$/, where: /^network\// },
	{
		what: /^node:crypto$/,
		where: /^(identity|kept\/(notes|places|sums)|archive\/postgres\/(kept-rows|facts))\.ts$/,
	},
	{
		what: /^node:/,
		where:
			/^(start(?:\.ts|\/)|ingest\/|kept\/|feeds\/(?:library|lock|state)\.ts|archive\/|indexing\/|network\/|cli\/(paths|own-paths|usual|write)\.ts|terminal\/(app\.tsx|screen\.ts|life\.ts|keyboard\.ts|clipboard\.ts|browser\.ts))/,
	},
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\.tsx?$/.test(file));

const roomOf = (file: string) => file.split('/')[0]!.replace(/\.tsx?$/, '');

/** An import or export statement, or a dynamic import; not the word in a string. */
const IMPORT = /(?:[}\w*]\s+from\s+|^import\s+|\bimport\(\s*)'([^'\n]+)'(?=;|\)| with)/gm;

const imports = files.flatMap((file) =>
	[...readFileSync(join(source, file), 'utf8').matchAll(IMPORT)].map((match) => ({
		file,
		target: match[1]!,
	})),
);

test('every file stands in a known room', () => {
	expect(files.filter((file) => !(roomOf(file) in rooms))).toEqual([]);
});

test('imports point towards the room that knows less', () => {
	const wrong = imports
		.filter(({ target }) => target.startsWith('.'))
		.map(({ file, target }) => ({ file, to: relative(source, resolve(source, dirname(file), target)) }))
		.filter(({ file, to }) => roomOf(file) !== roomOf(to) && !rooms[roomOf(file)]?.includes(roomOf(to)))
		.map(({ file, to }) => `${file} must not import ${to}`);
	expect(wrong).toEqual([]);
});

test('packages and the outside world are met only in their rooms', () => {
	const wrong = imports
		.filter(({ target }) => !target.startsWith('.'))
		.filter(({ file, target }) => !outside.find(({ what }) => what.test(target))?.where.test(file))
		.map(({ file, target }) => `${file} must not import ${target}`);
	expect(wrong).toEqual([]);
});

test('no junk drawers', () => {
	expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
});
