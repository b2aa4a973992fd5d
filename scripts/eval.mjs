// Scores the program on gold in a folder; docs/quality.md tells the format.
// usage: npm run eval -- FOLDER [--json] [--misses N] [--floors FILE]
import { runBundled } from './eval/bundle.mjs';

await runBundled(new URL('eval/main.ts', import.meta.url), process.argv.slice(2));
