// Writes docs/quotidian.1 and the README's tables anew from the tables the program reads.
// usage: npm run docs
import { runBundled } from './eval/bundle.mjs';

await runBundled(new URL('docs.ts', import.meta.url), []);
