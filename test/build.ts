import { execFileSync } from 'node:child_process';

/** The tests that run the real program run what a reader would install. */
export function setup(): void {
	// Once, however many projects the tests are cut into.
	if (process.env.QUOTIDIAN_TEST_BUILT) return;
	process.env.QUOTIDIAN_TEST_BUILT = 'here';
	execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
