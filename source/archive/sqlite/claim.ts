/** One program at a time brings an archive up to date: what one has kept, another must not take for left over. */
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from './driver.ts';

const AGAIN_MS = 100;

/**
 * Does some work while nobody else does any on the same archive, in this program or another. `wait` is told when somebody
 * else has to be waited for. The claim is a lock on an empty file beside the archive: the system gives it back whatever
 * becomes of who holds it.
 */
export async function claimed<Result>(
	file: string,
	wait: () => void,
	work: () => Promise<Result>,
): Promise<Result> {
	const lock = openDatabase(`${file}.claim`);
	try {
		lock.exec('pragma busy_timeout = 0');
		for (let tries = 0; ; tries++) {
			try {
				lock.exec('begin exclusive');
				break;
			} catch (error) {
				if (!isBusy(error)) throw error;
				if (tries === 0) wait();
				await setTimeout(AGAIN_MS);
			}
		}
		return await work();
	} finally {
		lock.close();
	}
}

const isBusy = (error: unknown) => error instanceof Error && /database is locked/.test(error.message);
