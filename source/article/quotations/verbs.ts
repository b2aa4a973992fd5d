/** Whether a form of a reporting verb is a verb where it stands: "the crowd's chant" and "Judge Lopez" are not. */
import { INVERTING, REPORTING } from '../../lexicon/reporting.ts';
import {
	ADVERBS,
	AUXILIARIES,
	DETERMINERS,
	POSSESSIVES,
	PREPOSITIONS,
	SUBJECT_PRONOUNS,
} from '../../lexicon/words.ts';
import { QUANTITIES } from './phrases.ts';
import type { Token } from './prose.ts';

/** The form of the present plural and the infinitive, where the past looks different. */
const isBareForm = (word: string, lemma: string) =>
	word === lemma && !/^(?:say|read|put|cast|forecast|broadcast)$/.test(word);

const MODALS = /^(?:will|would|can|could|may|might|must|shall|should)$/;

/** What can stand before "once" where that means "at one time": a subject, or the auxiliary of a passive. */
const closesSubject = (token: Token | undefined) =>
	token?.type === 'name' ||
	(token?.type === 'word' &&
		(token.lower === 'who' || SUBJECT_PRONOUNS.has(token.lower) || AUXILIARIES.has(token.lower)));

/** A form that is more often a noun is a verb only behind a subject, a modal or "to". */
export function isVerbHere(tokens: readonly Token[], at: number): boolean {
	const form = REPORTING.get(tokens[at]!.lower)!;
	const before = tokens[at - 1];
	const after = tokens[at + 1];
	// A capital behind a quotation is a slip before a name ("…," Said Lopez), unless it can be a title: Judge Lopez.
	if (tokens[at]!.capital && at > 0 && !(before?.type === 'quote' && INVERTING.has(form.lemma))) return false;
	// "he's said" is a verb, "Lopez's claim" a noun.
	if (before?.lower === "'s" && !SUBJECT_PRONOUNS.has(tokens[at - 2]?.lower ?? '')) return false;
	if (before?.lower === 'of') return false;
	if (before?.type === 'word' && (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower))) {
		return (
			(QUANTITIES.has(before.lower) && !form.noun) ||
			before.lower === 'all' ||
			before.lower === 'both' ||
			before.lower === 'who' ||
			before.lower === 'which' ||
			before.lower === 'that'
		);
	}
	// "when asked", "if pressed": somebody was asked; "whom Lopez once called": somebody called.
	if (
		/^(?:when|if|once|while|until|unless)$/.test(before?.lower ?? '') &&
		!(before!.lower === 'once' && closesSubject(tokens[at - 2])) &&
		/ed$|^told$/.test(tokens[at]!.lower)
	)
		return false;
	// "would raise bills", "to pay claims": the object of another verb.
	if (
		/[^s]s$/.test(tokens[at]!.lower) &&
		form.lemma !== 'say' &&
		before?.type === 'word' &&
		!ADVERBS.has(before.lower) &&
		!AUXILIARIES.has(before.lower) &&
		(tokens[at - 2]?.lower === 'to' || MODALS.test(tokens[at - 2]?.lower ?? ''))
	)
		return false;
	// "Asked about the bridge, Lopez …", "Lopez, asked about the bridge:": nobody asks, somebody was asked.
	if (
		(before === undefined || (before.lower === ',' && form.lemma === 'ask')) &&
		/ed$|^told$/.test(tokens[at]!.lower) &&
		after?.type === 'word' &&
		(PREPOSITIONS.has(after.lower) || /^(?:if|whether|how|why|what)$/.test(after.lower))
	)
		return false;
	// A bare form needs a subject that is many, or "to", or a modal: "the crowd's chant", "a snappy retort" are nouns.
	if (
		isBareForm(tokens[at]!.lower, form.lemma) &&
		before?.type === 'word' &&
		!SUBJECT_PRONOUNS.has(before.lower)
	) {
		const { lower } = before;
		// "Lopez calls plan …": the form before is the verb.
		const spoken = tokens[at - 2]?.capital === true && REPORTING.get(lower)?.finite === true;
		const many =
			!spoken &&
			/s$|^(?:people|police|men|women|media|half|most|many|some|both|all|others|who|that|which|surveyed|polled|interviewed|questioned)$/.test(
				lower,
			);
		if (
			lower !== 'to' &&
			!AUXILIARIES.has(lower) &&
			!ADVERBS.has(lower) &&
			!/ly$|^(?:and|or)$/.test(lower) &&
			!many
		)
			return false;
	}
	if (
		isBareForm(tokens[at]!.lower, form.lemma) &&
		before?.type === 'name' &&
		(before.person || !/s$/.test(before.lower)) &&
		tokens[at - 2]?.lower !== 'and' &&
		!PREPOSITIONS.has(tokens[at - 2]?.lower ?? '')
	)
		return false;
	if (!form.noun) return true;
	if (form.participle)
		return (
			before === undefined ||
			before.type === 'mark' ||
			before.type === 'name' ||
			AUXILIARIES.has(before.lower) ||
			tokens[at + 1]?.type === 'quote' ||
			tokens[at + 1]?.lower === 'that'
		);
	if (!before) return false;
	if (
		before.type === 'word' &&
		(before.lower === 'to' || AUXILIARIES.has(before.lower) || SUBJECT_PRONOUNS.has(before.lower))
	)
		return true;
	if (before.type === 'word' && PREPOSITIONS.has(before.lower)) return false;
	const leads =
		after?.type === 'quote' ||
		after?.lower === ':' ||
		after?.lower === 'that' ||
		after?.lower === 'the' ||
		SUBJECT_PRONOUNS.has(after?.lower ?? '') ||
		/^(?:him|her|them|us|me)$/.test(after?.lower ?? '') ||
		after?.type === 'name' ||
		// "Minister calls strike 'a disgrace'"
		(at === 1 && form.kind === 'label' && /s$/.test(tokens[at]!.lower) && tokens[at + 2]?.type === 'quote');
	if (before.type === 'name' || before.lower === ')' || before.lower === ',')
		return leads || (before.type === 'name' && /(?:s|ed)$/.test(tokens[at]!.lower) && after?.lower !== 'of');
	// "…," a voice-over in the ad states.
	if (after === undefined && tokens[0]!.type === 'quote' && /s$/.test(tokens[at]!.lower)) return true;
	if (before.type === 'quote') return after !== undefined && after.lower !== 'that' && after.lower !== 'of';
	if (/ly$/.test(before.lower)) return true;
	return leads && (!before.capital || at === 1);
}
