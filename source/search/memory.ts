/**
 * What was found out for the keys before: a query is typed key by key, and only its last word changes. The sets themselves
 * are used again too, since a million bits made anew at every key keep the collector of garbage busier than the search.
 */
import { type Bits, bitsFor } from './bits.ts';

/** Meanings kept; a search typed key by key meets some ten words, each with a few sets. */
const MOST_KEPT = 128;
/** Sets that wait to be used again. */
const MOST_FREE = 32;

interface Kept {
	readonly value: unknown;
	/** Nobody else's. */
	readonly sets: Bits[];
}

export class Memory {
	private readonly kept = new Map<string, Kept>();
	private free: Bits[] = [];
	/** Of those that are being made: one may be made within another. */
	private owned: Bits[] = [];

	constructor(private readonly size: number) {}

	/** What is known by this name, or else is made now. */
	recall<Value>(name: string, make: () => Value): Value {
		const known = this.kept.get(name);
		if (known) {
			// What was not asked for the longest is forgotten first.
			this.kept.delete(name);
			this.kept.set(name, known);
			return known.value as Value;
		}
		const outer = this.owned;
		this.owned = [];
		const value = make();
		this.kept.set(name, { value, sets: this.owned });
		this.owned = outer;
		return value;
	}

	/** An empty set, for what is being recalled. */
	set(): Bits {
		const set = this.free.pop()?.fill(0) ?? bitsFor(this.size);
		this.owned.push(set);
		return set;
	}

	/** An empty set that whoever asks for it by this name uses in turn. */
	room(name: string): Bits {
		return this.recall(`room ${name}`, () => this.set()).fill(0);
	}

	/** Between two searches: what is too much is forgotten. Its sets serve others from now on. */
	forget(): void {
		for (const [name, { sets }] of this.kept) {
			if (this.kept.size <= MOST_KEPT) break;
			this.kept.delete(name);
			for (const set of sets) if (this.free.length < MOST_FREE) this.free.push(set);
		}
	}

	clear(): void {
		this.kept.clear();
		this.free = [];
	}
}
