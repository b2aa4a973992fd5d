/** Two editions that are written in turn. A day of which nothing is left is none on a server. */
import type { Export } from '../../source/types.ts';
import { edition, otherEdition } from '../fixture.ts';

const held = new Set(otherEdition.quotations.map(({ id }) => id));

export { edition };
export const laterEdition: Export = {
	...otherEdition,
	days: otherEdition.days
		.map((day) => ({ ...day, quotations: day.quotations.filter((id) => held.has(id)) }))
		.filter(({ articles, quotations, stories }) => articles.length + quotations.length + stories.length > 0),
};
