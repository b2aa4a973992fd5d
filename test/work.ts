/** Counts work instead of timing it: how often any block of our source is run. Loads nothing itself. */
import { Session } from 'node:inspector/promises';

export interface Counter {
	/** What is to be counted is compiled, that is imported, only after this. */
	begin(): Promise<void>;
	workOf(run: () => unknown): Promise<number>;
	end(): void;
}

export function counter(): Counter {
	const session = new Session();
	return {
		async begin() {
			session.connect();
			await session.post('Profiler.enable');
			await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
		},
		async workOf(run) {
			await session.post('Profiler.takePreciseCoverage');
			run();
			const { result } = await session.post('Profiler.takePreciseCoverage');
			let work = 0;
			for (const { url, functions } of result)
				if (url.includes('/source/'))
					for (const { ranges } of functions) for (const { count } of ranges) work += count;
			return work;
		},
		end: () => session.disconnect(),
	};
}
