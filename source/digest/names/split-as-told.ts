/** One article's name taken for two where the reader says that two spellings of it are two, before names are joined. */
import type { Entity, Mention, Quoted, Reading } from '../../types.ts';
import type { Correction, Told } from '../corrections.ts';

/** Readings in the order of their articles; those that no correction touches are handed back as they are. */
export function splitAsTold(readings: readonly Reading[], told: Told): Reading[] {
	if (told.different.length === 0) return [...readings];
	return readings.map((reading, at) =>
		told.different.reduce((split, correction) => splitBy(split, at, correction, told), reading),
	);
}

function splitBy(reading: Reading, at: number, correction: Correction, { means }: Told): Reading {
	const { article, entities } = reading;
	const printed = ({ start, end }: Mention) => article.text.slice(start, end).replace(/\s+/g, ' ');
	for (const [index, { mentions }] of entities.entries()) {
		const meant = (side: 'a' | 'b') =>
			mentions.filter((number) =>
				means(correction, side, { at, printed: printed(article.mentions[number]!) }),
			);
		const [first, second] = [meant('a'), meant('b')];
		if (first.length > 0 && second.length > 0) return parted(reading, index, first, second, printed);
	}
	return reading;
}

/** `second` becomes a name of its own; what is printed otherwise stays, and no longer for certain. */
function parted(
	reading: Reading,
	index: number,
	first: readonly number[],
	second: readonly number[],
	printed: (mention: Mention) => string,
): Reading {
	const { article, entities, quotations } = reading;
	const one = entities[index]!;
	const nameOf = (numbers: readonly number[]) => printed(article.mentions[numbers[0]!]!);
	const gone = new Set(second);
	// A title belongs to the name it stands beside, which is the one nearest to it.
	const isSecond = ({ start }: { readonly start: number }) => {
		const nearest = one.mentions.reduce((best, number) =>
			away(article.mentions[number]!, start) < away(article.mentions[best]!, start) ? number : best,
		);
		return gone.has(nearest);
	};
	const kept: Entity = {
		...one,
		name: nameOf(first),
		mentions: one.mentions.filter((number) => !gone.has(number)),
		roles: one.roles.filter((role) => !isSecond(role)),
	};
	const other: Entity = { ...one, name: nameOf(second), mentions: second, roles: one.roles.filter(isSecond) };
	const added = entities.length;
	const sure = new Set(first);
	return {
		...reading,
		entities: [...entities.map((entity, number) => (number === index ? kept : entity)), other],
		quotations: quotations.map((quoted): Quoted => {
			const { mention, entity, certain } = quoted.speaker;
			if (entity !== index) return quoted;
			const holds = (numbers: ReadonlySet<number>) =>
				mention !== null &&
				[...numbers].some((number) => {
					const { start, end } = article.mentions[number]!;
					return start < mention.end && end > mention.start;
				});
			if (holds(gone)) return { ...quoted, speaker: { mention, entity: added, certain } };
			return { ...quoted, speaker: { mention, entity, certain: certain && holds(sure) } };
		}),
	};
}

const away = ({ start, end }: Mention, at: number) => (at < start ? start - at : at > end ? at - end : 0);
