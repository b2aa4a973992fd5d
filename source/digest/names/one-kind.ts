/**
 * What one article alone took for a person and others know as a place or a body: "Tillaberra has had no rain" tells
 * nothing of what Tillaberra is, "in Tillaberra" does. Only single words that nothing makes a person anywhere.
 */
import type { Entity, Kind, Reading } from '../../types.ts';

const keyOf = (name: string) => name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
const isWord = (name: string) => /^\S+$/.test(name);

/** No title, no pronoun and no first name speaks for a person. */
const isBare = ({ kind, name, roles, gender }: Entity) =>
	kind === 'person' && isWord(name) && roles.length === 0 && gender === null;

export function ofOneKind(readings: readonly Reading[]): Reading[] {
	const kinds = kindsElsewhere(readings);
	if (kinds.size === 0) return [...readings];
	return readings.map((reading) => {
		const { article, entities } = reading;
		const told = (entity: Entity): Kind | null =>
			isBare(entity) ? (kinds.get(keyOf(entity.name)) ?? null) : null;
		if (!entities.some(told)) return reading;
		const mentions = [...article.mentions];
		for (const entity of entities) {
			const kind = told(entity);
			if (kind) for (const at of entity.mentions) mentions[at] = { ...mentions[at]!, kind };
		}
		return {
			...reading,
			article: { ...article, mentions },
			entities: entities.map((entity) => ({ ...entity, kind: told(entity) ?? entity.kind })),
		};
	});
}

/** By word, the kind that more articles know it as than take it for a person. */
function kindsElsewhere(readings: readonly Reading[]): ReadonlyMap<string, Kind> {
	const counts = new Map<string, { person: number; organisation: number; place: number }>();
	const borne = new Set<string>();
	for (const { article, entities } of readings)
		for (const entity of entities) {
			const key = keyOf(entity.name);
			if (entity.kind === 'person' && !isBare(entity)) for (const part of key.split(/\s+/)) borne.add(part);
			// "Orbelin Systems" is called Orbelin, too.
			const forms = entity.mentions.map((at) => {
				const { start, end } = article.mentions[at]!;
				return article.text.slice(start, end);
			});
			for (const form of new Set([entity.name, ...forms].filter(isWord).map(keyOf))) {
				const count = counts.get(form) ?? { person: 0, organisation: 0, place: 0 };
				count[entity.kind]++;
				counts.set(form, count);
			}
		}
	const kinds = new Map<string, Kind>();
	for (const [key, { person, organisation, place }] of counts) {
		const most = Math.max(organisation, place);
		if (person > 0 && most > person && !borne.has(key))
			kinds.set(key, place >= organisation ? 'place' : 'organisation');
	}
	return kinds;
}
