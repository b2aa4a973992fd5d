/**
 * A thread that is ended while it is inside the database's own code takes the whole program with it, now and then. So a
 * thread goes into it through a gate, and whoever ends the thread, or the program, shuts the gate first.
 */

/** One number, shared between two threads. */
export type Gate = Int32Array<SharedArrayBuffer>;

const OPEN = 0;
const INSIDE = 1;
const SHUT = 2;

export const newGate = (): Gate => new Int32Array(new SharedArrayBuffer(4));

/** Does what is to be done inside. Waits for ever where the gate is shut: whoever shut it is about to end the thread. */
export function inside<Result>(gate: Gate | null, work: () => Result): Result {
	if (gate === null) return work();
	while (Atomics.compareExchange(gate, 0, OPEN, INSIDE) !== OPEN) Atomics.wait(gate, 0, SHUT);
	try {
		return work();
	} finally {
		Atomics.store(gate, 0, OPEN);
		Atomics.notify(gate, 0);
	}
}

/** Waits until the thread is outside, for so many milliseconds at most, and lets it in no more. */
export function shut(gate: Gate, ms: number): void {
	const end = Date.now() + ms;
	for (let left = ms; left > 0; left = end - Date.now()) {
		if (Atomics.compareExchange(gate, 0, OPEN, SHUT) !== INSIDE) return;
		Atomics.wait(gate, 0, INSIDE, left);
	}
}
