import { execFileSync } from 'node:child_process';

/** The tests that run the real program run what a reader would install. */
export function setup(): void {
	execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
