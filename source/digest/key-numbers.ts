/** Numbers for keys that are numbers themselves, whole and not below zero: of millions a Map costs many times as much. */

const FREE = -1;

/** At most so many of the places are taken before they are made twice as many. */
const FULL = 0.5;

export class KeyNumbers {
	private keys = new Float64Array(256).fill(FREE);
	private numbers = new Int32Array(256);
	private size = 0;

	/** The number of a key; `next` becomes that of one that was not met. */
	numberOf(key: number, next: number): number {
		const place = this.placeOf(key);
		if (this.keys[place] === key) return this.numbers[place]!;
		this.keys[place] = key;
		this.numbers[place] = next;
		if (++this.size > FULL * this.keys.length) this.grow();
		return next;
	}

	/** Where a key stands, or where it would. */
	private placeOf(key: number): number {
		const { keys } = this;
		const last = keys.length - 1;
		const bits = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(key / 2 ** 32, 0x85ebca6b);
		let place = (bits ^ (bits >>> 15)) & last;
		while (keys[place] !== FREE && keys[place] !== key) place = (place + 1) & last;
		return place;
	}

	private grow(): void {
		const { keys, numbers } = this;
		this.keys = new Float64Array(2 * keys.length).fill(FREE);
		this.numbers = new Int32Array(2 * keys.length);
		for (let at = 0; at < keys.length; at++) {
			if (keys[at] === FREE) continue;
			const place = this.placeOf(keys[at]!);
			this.keys[place] = keys[at]!;
			this.numbers[place] = numbers[at]!;
		}
	}
}
