/** All feeds of a list: several hosts at once, the feeds of one host one after another. */

import { hostOf } from './address.ts';
import { type Around, type Outcome, pullFeed } from './pull-feed.ts';
import type { Subscription } from './subscriptions.ts';

/** Hosts asked at the same time. */
const TOGETHER = 8;

/** `onFeed` after each feed, in the order in which they are done. Resolves when all are, or when it was broken off. */
export async function pullAll(
	subscriptions: readonly Subscription[],
	around: Around,
	onFeed: (outcome: Outcome, subscription: Subscription) => void,
): Promise<void> {
	const byHost = new Map<string, Subscription[]>();
	for (const one of subscriptions) {
		const host = hostOf(one.url);
		const feeds = byHost.get(host);
		if (feeds) feeds.push(one);
		else byHost.set(host, [one]);
	}
	const waiting = [...byHost.values()].reverse();
	const lane = async () => {
		for (let feeds = waiting.pop(); feeds; feeds = waiting.pop())
			for (const one of feeds) onFeed(await pullFeed(one, around), one);
	};
	await Promise.all(Array.from({ length: Math.min(TOGETHER, byHost.size) }, lane));
}
