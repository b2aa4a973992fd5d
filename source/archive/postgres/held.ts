/** What a reader was told and need not ask again while the archive stays as it is. */

/** So many of each kind; a screen comes back to the same ones. */
const MOST = 5000;

/** Values by their names; the ones asked for longest ago go first. */
export class Held<Value> {
	private readonly values = new Map<string, Value>();
	constructor(private readonly most: number = MOST) {}
	get(name: string): Value | undefined {
		const value = this.values.get(name);
		if (value !== undefined) {
			this.values.delete(name);
			this.values.set(name, value);
		}
		return value;
	}
	put(name: string, value: Value): Value {
		this.values.set(name, value);
		if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
		return value;
	}
	clear(): void {
		this.values.clear();
	}
}
