/** A thread that lets the one that answers keys go first. */
import { setPriority } from 'node:os';

/** Somewhat below what runs in the foreground, above what runs when nothing else does. */
const NICE = 10;

/** On Linux a thread has a priority of its own; elsewhere it would be that of the whole program. */
export function stepBack(): void {
	if (process.platform !== 'linux') return;
	try {
		setPriority(0, NICE);
	} catch {}
}
