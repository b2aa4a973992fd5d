/** Where in a list a page begins. */
import type { Cut } from './archive.ts';

/** `at`: where the row of the cut stands, of `length` rows. May be less than 0. */
export function firstOf(from: Cut['from'], at: number, length: number, limit: number): number {
	switch (from) {
		case 'start':
			return 0;
		case 'end':
			return length - limit;
		case 'after':
			return at + 1;
		case 'before':
			return at - limit;
		case 'at':
			return at;
	}
}
