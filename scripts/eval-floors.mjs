// Raises the floors of the quality gate to what is measured now. Lowers one only by name and with a reason.
// usage: npm run floors [-- --lower NAME "reason"]...
import { fileURLToPath } from 'node:url';
import { runBundled } from './eval/bundle.mjs';

const gate = new URL('../test/gate/', import.meta.url);
await runBundled(new URL('raise.ts', gate), [fileURLToPath(gate), ...process.argv.slice(2)]);
