import { defineConfig } from 'vitest/config';

// What a test sees must not depend on who runs it.
process.env.TZ = 'UTC';
process.env.LC_ALL = 'C.UTF-8';
process.env.FORCE_COLOR = '0';
delete process.env.NO_COLOR;
// What the reader of this machine has decided, or collected, is none of a test's business; nothing can be written there.
for (const folder of ['CONFIG', 'DATA', 'CACHE', 'STATE']) process.env[`XDG_${folder}_HOME`] = '/dev/null';
// Ink draws nothing where it believes no person looks on.
delete process.env.CI;
delete process.env.CONTINUOUS_INTEGRATION;

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		globalSetup: ['test/build.ts'],
		benchmark: { include: ['test/bench/**/*.bench.ts'] },
	},
});
