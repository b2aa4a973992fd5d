/** The reader's list of feeds on disk: read, and added to by one program at a time. */
import { readNote, writeNote } from '../kept/notes.ts';
import { waitForLock } from './lock.ts';
import {
	newTo,
	readSubscriptions,
	type Subscription,
	type Subscriptions,
	withSubscriptions,
} from './subscriptions.ts';

export type List = (Subscriptions & { readonly text: string }) | { readonly problem: string };

/** Empty where there is none yet. */
export async function readList(path: string): Promise<List> {
	const { text, problems } = await readNote(path);
	// A list that cannot be read must not be written over.
	const problem = problems.find(({ stage }) => stage === 'ingest');
	return problem ? { problem: `${problem.file}: ${problem.message}` } : { text, ...readSubscriptions(text) };
}

/** Puts those that are not there yet at its end, and tells which; every line that is there by then stays. */
export async function addToList(
	path: string,
	wanted: readonly Subscription[],
	how: { readonly lock: string; readonly now: () => number },
): Promise<readonly Subscription[] | { readonly problem: string }> {
	const lock = await waitForLock(how.lock, how.now);
	if (lock === null) return { problem: `${path}: another program is writing to it; try again` };
	try {
		// Read only now: what others have added meanwhile is in it.
		const list = await readList(path);
		if ('problem' in list) return list;
		const fresh = newTo(list.subscriptions, wanted);
		if (fresh.length > 0) await writeNote(path, withSubscriptions(list.text, fresh));
		return fresh;
	} finally {
		await lock.release();
	}
}
