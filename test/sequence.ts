/** The order in which test files begin. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Those that start programs and wait for them, and the long ones: were one of them the last, the others would wait for it.
 * Of the rest the larger file comes first, as is usual.
 */
const LONG = [
	'tty/server',
	'tty/library',
	'tty/ssh',
	'cli/door',
	'hostile/folder',
	'expressions',
	'archive/postgres-faults',
	'archive/postgres',
	'feeds/morning',
	'tty/leaving',
	'tty/screen',
	'archive/archive',
	'indexing/paths',
	'digest/disputes',
	'gate/gate',
];

/** A worker that files share ends where the next file wants one of its own, with all it has loaded: those come first. */
function rank({ moduleId, project }: TestSpecification): number {
	if (project.config.isolate) return -1;
	const at = LONG.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/test/${name}.test.ts`));
	return at < 0 ? LONG.length : at;
}

export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}
