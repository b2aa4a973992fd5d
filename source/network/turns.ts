/** Who may ask when: of one host one request at a time with a pause behind each, of all hosts only so many at once. */

export interface Turns {
	/**
	 * Runs `work` when it is the host's turn. What it returns says how long, in milliseconds, the host is then left
	 * alone. Null when all was stopped before.
	 */
	take<T>(
		host: string,
		work: () => Promise<{ readonly result: T; readonly pause: number }>,
	): Promise<T | null>;
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
			const turn = line.tail.then(async () => {
				// A host that is left alone takes no place from the others.
				const rest = line.free - how.now();
				if (rest > 0 && !how.signal.aborted) await how.wait(rest);
				await enter();
				try {
					if (how.signal.aborted) return null;
					const { result, pause } = await work();
					line.free = how.now() + pause;
					return result;
				} finally {
					leave();
				}
			});
			line.tail = turn.catch(() => {});
			return turn;
		},
	};
}
