// Runs a TypeScript entry of this folder from the sources as they stand: bundled to a temporary folder, then imported.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Calls the `run` of the entry (a URL) with the arguments; what it returns is the exit code. */
export async function runBundled(entry, args) {
	const folder = await mkdtemp(join(tmpdir(), 'quotidian-eval-'));
	try {
		const outfile = join(folder, 'entry.mjs');
		await build({
			entryPoints: [fileURLToPath(entry)],
			outfile,
			bundle: true,
			format: 'esm',
			platform: 'node',
			target: 'node20.19',
			logLevel: 'warning',
			// Some bundled packages are CommonJS and ask for Node's own modules with require().
			banner: {
				js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
			},
		});
		const { run } = await import(pathToFileURL(outfile).href);
		process.exitCode = run(args);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
