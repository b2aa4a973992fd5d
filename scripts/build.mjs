// Bundles the program into dist/: an entry, the program and no runtime packages, so that an install carries no dependency tree.
// usage: node scripts/build.mjs [--watch]
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as esbuild from 'esbuild';

const { version } = createRequire(import.meta.url)('../package.json');
const watch = process.argv.includes('--watch');

/** Ink draws with our rows and measures with our columns; why, and by how much, stands in source/terminal/rows.ts. */
const withOurRows = {
	name: 'with-our-rows',
	setup(build) {
		const ours = (name) => ({
			contents: `export { ${name} as default } from './source/terminal/rows.ts';`,
			resolveDir: process.cwd(),
		});
		build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]output\.js$/ }, () => ours('RowOutput'));
		build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]measure-text\.js$/ }, () => ours('measureText'));
		build.onLoad({ filter: /[\\/](?:string-width|widest-line)[\\/]index\.js$/ }, () => ours('fits'));
		build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]sanitize-ansi\.js$/ }, () => ours('asItIs'));
	},
};

/** A part of a package that is to be another; a build fails when it is no longer there. */
function replaced(source, ...changes) {
	return changes.reduce((text, [before, after]) => {
		const contents = text.replace(before, () => after);
		if (contents === text) throw new Error(`a package has changed: no ${before} in it`);
		return contents;
	}, source);
}

/**
 * Yoga and Ink wait at their top level, which a script that is compiled ahead (source/start/code.ts) cannot. Yoga waits
 * for its WebAssembly, and unpacks it by fetch("data:…"), which loads all of undici first: 70 ms of the start for nothing.
 * It is handed over at once. Ink waits for its developer tools, which a reader never asks for.
 */
const withoutWaiting = {
	name: 'without-waiting',
	setup(build) {
		const DATA = /data:application\/octet-stream;base64,([\w+/=]+)/;
		const change = (filter, changes) =>
			build.onLoad({ filter }, async ({ path }) => {
				const source = await readFile(path, 'utf8');
				return { contents: replaced(source, ...changes(source)), resolveDir: dirname(path) };
			});
		change(/[\\/]yoga-wasm-base64-esm\.js$/, (source) => [
			[DATA, ''],
			['import.meta.url', '""'],
			[
				'export default',
				`export const bytes = () => Buffer.from('${DATA.exec(source)?.[1]}', 'base64');\nexport default`,
			],
		]);
		change(/[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, () => [
			['import loadYoga', 'import loadYoga, { bytes }'],
			[
				'await loadYoga()',
				`(() => {
					const yoga = {
						instantiateWasm(imports, done) {
							const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), imports);
							done(instance);
							return instance.exports;
						},
					};
					loadYoga(yoga);
					return yoga;
				})()`,
			],
		]);
		change(/[\\/]ink[\\/]build[\\/]reconciler\.js$/, () => [
			["await import('./devtools.js')", ''],
			['? await loadPackageJson()', '? {}'],
		]);
	},
};

const shared = {
	bundle: true,
	format: 'cjs',
	platform: 'node',
	target: 'node20.19',
	// Node knows these; esbuild would write a constructor for each, which is run wherever the expression stands, every time.
	supported: { 'regexp-unicode-property-escapes': true },
	minify: !watch,
	legalComments: 'none',
	logLevel: 'warning',
};

/** What reads articles, and what reads other documents than plain text, are files of their own, which most starts never look at. */
const apart = {
	name: 'apart',
	setup(build) {
		build.onResolve({ filter: /^\.\/(?:cli\/)?(?:documents|feeds|news|server)\.ts$/ }, ({ kind, path }) =>
			kind === 'dynamic-import'
				? { path: path.replace(/(?:cli\/)?(\w+)\.ts$/, '$1.js'), external: true }
				: undefined,
		);
	},
};

/** The entry tells by the text of the program whose entry it is. */
const written = {
	name: 'written',
	setup(build) {
		build.onEnd(async ({ outputFiles = [] }) => {
			if (outputFiles.length === 0) return;
			const hash = createHash('sha256');
			for (const { path, text } of outputFiles) {
				const part = asciiOf(text);
				await writeFile(path, part);
				hash.update(part);
			}
			await esbuild.build({
				...shared,
				entryPoints: { cli: 'source/start.ts' },
				outdir: 'dist',
				define: { __RELEASE__: JSON.stringify(hash.digest('hex').slice(0, 16)) },
				banner: { js: '#!/usr/bin/env node' },
			});
			await chmod('dist/cli.js', 0o755);
		});
	},
};

/** In ASCII the text of the program takes half the memory, and is read without being decoded. */
function asciiOf(text) {
	if (/String\.raw`[^`]*[^\x00-\x7f]/.test(text)) throw new Error('raw text must be ASCII');
	return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Expressions that the entry runs (source/start/code.ts). */
const program = await esbuild.context({
	...shared,
	entryPoints: { program: 'source/cli.tsx', news: 'source/cli/news.ts' },
	outdir: 'dist',
	write: false,
	jsx: 'automatic',
	metafile: true,
	// What is compiled ahead is no module, and asks for other files as scripts do.
	supported: { ...shared.supported, 'dynamic-import': false },
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		'import.meta': '__meta',
		__VERSION__: JSON.stringify(version),
	},
	banner: {
		js: `(function (require, url) { 'use strict'; const __meta = { url }, module = { exports: {} }; let { exports } = module;`,
	},
	footer: { js: 'return module.exports; })' },
	plugins: [withOurRows, withoutWaiting, apart, written],
});

/** What other documents than plain text need, and the threads that keep an archive on disk and read it. */
const others = await esbuild.context({
	...shared,
	entryPoints: {
		documents: 'source/ingest/documents.ts',
		feeds: 'source/cli/feeds.ts',
		indexer: 'source/indexing/indexer.ts',
		reader: 'source/indexing/reader.ts',
		server: 'source/cli/server.ts',
		worker: 'source/indexing/worker.ts',
	},
	outdir: 'dist',
	metafile: true,
	define: { 'import.meta.url': '__url' },
	banner: { js: `const __url = require('node:url').pathToFileURL(__filename).href;` },
	plugins: [apart],
});

/** The licences of the word lists and of every package whose code went into the bundle. */
async function licences(inputs) {
	const inside = /^node_modules\/(?:@[^/]+\/)?[^/]+/;
	const packages = [...new Set(inputs.map((input) => inside.exec(input)?.[0]).filter(Boolean))].sort();
	const texts = [await readFile('source/lexicon/NOTICE.txt', 'utf8')];
	for (const folder of packages) {
		const { name, version: release, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
		const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
		const own = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
		texts.push([`${name} ${release} (${license})`, ...own].join('\n\n'));
	}
	return texts.map((text) => `${text.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
// The entry is CommonJS, which starts faster than a module does.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
const built = await Promise.all([program.rebuild(), others.rebuild()]);
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile('dist/LICENSES.txt', await licences(inputs));
await copyFile('source/output/quotidian-1.schema.json', 'dist/quotidian-1.schema.json');
for (const part of [program, others]) {
	if (watch) await part.watch();
	else await part.dispose();
}
