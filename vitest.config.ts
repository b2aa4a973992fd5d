import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/sequence.ts';

// What a test sees must not depend on who runs it.
process.env.TZ = 'UTC';
process.env.LC_ALL = 'C.UTF-8';
process.env.FORCE_COLOR = '0';
delete process.env.NO_COLOR;
// What the reader of this machine has decided, or collected, is none of a test's business; nothing can be written there.
for (const folder of ['CONFIG', 'DATA', 'CACHE', 'STATE']) process.env[`XDG_${folder}_HOME`] = '/dev/null';
// What tests fetch comes from this machine, through nobody's proxy.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']) delete process.env[name];
// Ink draws nothing where it believes no person looks on.
delete process.env.CI;
delete process.env.CONTINUOUS_INTEGRATION;

/** These count the work of code that is loaded for them alone. */
const COUNTED = ['article', 'feeds', 'ingest'].map((room) => `test/${room}/linear.test.ts`);

export default defineConfig({
	test: {
		globalSetup: ['test/room.ts', 'test/build.ts', 'test/warm.ts', 'test/postgres.ts'],
		// Nothing here keeps state in modules: loading all of them anew for each file would be most of the time.
		isolate: false,
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		// A test says nothing about time; on a busy machine each may take its own.
		testTimeout: 30_000,
		hookTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'all',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: COUNTED,
					benchmark: { include: ['test/bench/**/*.bench.ts'] },
				},
			},
			{
				extends: true,
				test: { name: 'counted', include: COUNTED, isolate: true, benchmark: { include: [] } },
			},
		],
	},
});
