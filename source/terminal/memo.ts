/**
 * Typeset text kept between frames. Held by the state, not by a module: two screens share nothing, and what belongs to
 * a row goes when the row goes.
 */
export type Memo = WeakMap<object, Map<string, unknown>>;

/** Settings kept for each thing: a row is drawn in a pane or two, before and after a resize. */
const KEPT = 4;

/** What `make` gives for `of` under `how` (a width, say), made once. `make` must depend on nothing else. */
export function remember<Value>(memo: Memo, of: object, how: string, make: () => Value): Value {
	let kept = memo.get(of);
	if (!kept) {
		kept = new Map();
		memo.set(of, kept);
	}
	if (kept.has(how)) return kept.get(how) as Value;
	const value = make();
	kept.set(how, value);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
	return value;
}
