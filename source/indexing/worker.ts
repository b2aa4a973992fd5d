/** A thread that does what it is asked for, one thing after the other. */
import { parentPort } from 'node:worker_threads';
import { stepBack } from './background.ts';
import type { Asked } from './pool.ts';
import { TASKS } from './tasks.ts';

stepBack();
parentPort!.on('message', ({ task, given }: Asked) =>
	parentPort!.postMessage((TASKS[task] as (given: unknown) => unknown)(given)),
);
