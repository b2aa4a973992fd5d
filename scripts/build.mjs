// Bundles the program into dist/: one file and no runtime packages, so that an install carries no dependency tree.
// usage: node scripts/build.mjs [--watch]
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { context } from 'esbuild';

const { version } = createRequire(import.meta.url)('../package.json');
const watch = process.argv.includes('--watch');

/** Ink loads its developer tools only when asked to; a reader never does. */
const withoutDevtools = {
	name: 'without-devtools',
	setup(build) {
		build.onResolve({ filter: /^(react-devtools-core|ws)$/ }, ({ path }) => ({ path, namespace: 'empty' }));
		build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }));
	},
};

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
		build.onLoad({ filter: /[\\/](?:string-width|widest-line)[\\/]index\.js$/ }, () => ours('widestLine'));
	},
};

/** Yoga unpacks its WebAssembly by fetch("data:…"), which loads all of undici first: 70 ms of the start for nothing. */
const withoutFetch = {
	name: 'without-fetch',
	setup(build) {
		build.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
			const source = await readFile(path, 'utf8');
			const contents = source.replaceAll('"function"!=typeof fetch', 'true');
			if (contents === source) throw new Error('Yoga loads its WebAssembly in another way now');
			return { contents };
		});
	},
};

const build = await context({
	entryPoints: { cli: 'source/cli.tsx' },
	outdir: 'dist',
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	jsx: 'automatic',
	minify: !watch,
	legalComments: 'none',
	metafile: true,
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		__VERSION__: JSON.stringify(version),
	},
	// Some bundled packages are CommonJS and ask for Node's own modules with require().
	banner: {
		js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
	},
	plugins: [withoutDevtools, withOurRows, withoutFetch],
	logLevel: 'warning',
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
const { metafile } = await build.rebuild();
await writeFile('dist/LICENSES.txt', await licences(Object.keys(metafile.inputs)));
await copyFile('source/output/quotidian-1.schema.json', 'dist/quotidian-1.schema.json');
await chmod('dist/cli.js', 0o755);
if (watch) await build.watch();
else await build.dispose();
