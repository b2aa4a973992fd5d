/** A gate is shut only when nobody is inside, and stays shut. */
import { expect, test } from 'vitest';
import { inside, newGate, shut } from '../../source/archive/sqlite/gate.ts';

test('without a gate, and through an open one, what is to be done is done, also when it fails', () => {
	const gate = newGate();
	expect(inside(null, () => 1)).toBe(1);
	expect(inside(gate, () => gate[0])).toBe(1);
	expect(() =>
		inside(gate, () => {
			throw new Error('no');
		}),
	).toThrow('no');
	expect(gate[0]).toBe(0);
});

test('whoever is inside is waited for, so long as there is patience', () => {
	const gate = newGate();
	gate[0] = 1;
	shut(gate, 5);
	expect(gate[0]).toBe(1);
	gate[0] = 0;
	shut(gate, 5);
	expect(gate[0]).toBe(2);
	shut(gate, 5);
	expect(gate[0]).toBe(2);
});
