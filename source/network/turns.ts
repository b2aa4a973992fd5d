/** Who may ask when: of one host one request at a time with a pause behind each, of all hosts only so many at once. */

export interface Turns {
	/** Runs `work` when it is the host's turn, and again until it is done. Null when all was stopped before. */
	take<T>(host: string, work: () => Promise<Step<T>>): Promise<T | null>;
}

export interface Step<T> {
	readonly result: T;
	/** Milliseconds for which the host is left alone after it. */
	readonly pause: number;
	/** Nobody else has a turn there before this one has worked once more. */
	readonly more: boolean;
}

export function openTurns(how: {
	readonly hosts: number;
	readonly signal: AbortSignal;
	readonly now: () => number;
	readonly wait: (ms: number) => Promise<void>;
}): Turns {
	/** Of each host the end of what was asked last, and when it may be asked again. */
	const lines = new Map<string, { tail: Promise<unknown>; free: number }>();
	const waiting: (() => void)[] = [];
	let running = 0;

	const enter = () =>
		new Promise<void>((resolve) => {
			if (running < how.hosts) {
				running += 1;
				resolve();
			} else waiting.push(resolve);
		});
	/** The place is handed on, or given back. */
	const leave = () => {
		const next = waiting.shift();
		if (next === undefined) running -= 1;
		else next();
	};

	return {
		take(host, work) {
			const line = lines.get(host) ?? { tail: Promise.resolve(), free: 0 };
			lines.set(host, line);
			const step = async () => {
				// A host that is left alone takes no place from the others.
				const rest = line.free - how.now();
				if (rest > 0 && !how.signal.aborted) await how.wait(rest);
				await enter();
				try {
					return how.signal.aborted ? null : await work();
				} finally {
					leave();
				}
			};
			const turn = line.tail.then(async () => {
				for (;;) {
					const done = await step();
					if (done === null) return null;
					line.free = how.now() + done.pause;
					if (!done.more) return done.result;
				}
			});
			line.tail = turn.catch(() => {});
			return turn;
		},
	};
}
