/** What the five sample articles must show, one claim a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../source/article/annotate.ts';
import { digest } from '../source/digest/digest.ts';
import { editionOf } from '../source/digest/edition.ts';
import { searchQuotations } from '../source/search/quotations.ts';
import type { Actor, Article, Quotation, Story } from '../source/types.ts';

const folder = new URL('../articles/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const readings = files.map((file) =>
	annotate({ file, format: 'text', bytes: readFileSync(new URL(file, folder)) }),
);
const data = digest(readings, []);

const article = (number: string): Article => data.articles.find(({ file }) => file.startsWith(number))!;
const actorNamed = (id: string | null) => data.actors.find((actor) => actor.id === id)?.name ?? null;
const actor = (name: string): Actor => data.actors.find((one) => one.name.includes(name))!;
const story = (number: string): Story =>
	data.stories.find(({ articles }) => articles.includes(article(number).id))!;
const quotation = (number: string, words: string): Quotation => {
	const found = data.quotations.filter(
		(one) => one.article === article(number).id && one.kind !== 'indirect' && one.text.includes(words),
	);
	expect(found.map(({ text }) => text)).toHaveLength(1);
	return found[0]!;
};
const speaker = (number: string, words: string) => actorNamed(quotation(number, words).speaker.actor);
const left = ({ text, removed }: Article) => removed.map(({ start, end }) => text.slice(start, end).trim());
const kept = ({ text, paragraphs }: Article) =>
	paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n');

test('000: headline, byline and day stand at the head', () => {
	const { headline, byline, published } = article('000');
	expect(headline).toBe('Trump May Speak with Putin as Russia Signals Talks "Within Days"');
	expect(byline).toBe('Camilla Jessen');
	expect(published).toMatchObject({ day: '2025-03-12', from: 'header', certain: true });
});

test('000: captions and labels are left out', () => {
	expect(left(article('000'))).toEqual(
		expect.arrayContaining([
			'Photo: Anna Moneymaker / Shutterstock.com',
			'Trending Now',
			'TRENDING NOW',
			'News',
		]),
	);
	expect(kept(article('000'))).not.toMatch(/Moneymaker|Trending|^News$/im);
});

test('000: Zakharova’s words were said on 11 March', () => {
	expect(speaker('000', 'We do not rule out contacts')).toBe('Maria Zakharova');
	expect(quotation('000', 'We do not rule out contacts').said).toBe('2025-03-11');
});

test('000: the words without attribution are Trump’s, like those before them', () => {
	expect(speaker('000', 'It takes two for tango')).toBe('Donald Trump');
	expect(speaker('000', 'If we can get Russia to do it')).toBe('Donald Trump');
});

test('000: neither the photographer nor the author becomes an actor', () => {
	expect(data.actors.filter(({ name }) => /Moneymaker|Jessen|Klimentyev/.test(name))).toEqual([]);
});

test('001: no day is shown, and none is guessed', () => {
	expect(article('001').published).toBeNull();
	expect(data.days.find(({ day }) => day === null)?.articles).toContain(article('001').id);
});

test('001: the Kremlin’s words, and Leavitt’s two sentences as one quotation', () => {
	expect(speaker('001', 'positive and constructive')).toBe('Kremlin');
	const leavitt = quotation('001', 'face-to-face meeting');
	expect(actorNamed(leavitt.speaker.actor)).toBe('Carolyn Leavitt');
	expect(leavitt.text).toContain('Our president is open to discussions');
});

test('002: the year comes from the linked article, the day from the text, and both are marked as inferred', () => {
	const { published, text } = article('002');
	expect(published).toMatchObject({ from: 'linked', certain: false, linkedArticle: article('000').id });
	expect(published!.day).toMatch(/^2025-03-1[78]$/);
	expect(text.slice(published!.evidence!.start, published!.evidence!.end)).toContain('March 17');
});

test('002: the caption of 2017 and the teasers give neither days nor points nor actors', () => {
	const { id, times } = article('002');
	expect(kept(article('002'))).not.toMatch(/2017|Istanbul|Colombian|Show More/);
	expect(times.filter(({ value }) => /2017|-01-29/.test(value))).toEqual([]);
	expect(
		data.actors.filter(({ name }) => /TASS|Goyette|Colombia/.test(name)).flatMap(({ articles }) => articles),
	).not.toContain(id);
	expect(story('002').points.filter(({ text }) => /1,000 bodies|volunteer/.test(text))).toEqual([]);
});

test('002: “he said on X” is Scavino, and Trump wrote on 17 March', () => {
	expect(speaker('002', 'Happening now')).toBe('Dan Scavino');
	expect(quotation('002', 'Happening now').cue?.text).toBe('said on X');
	expect(quotation('002', 'Thousands of young soldiers').said).toBe('2025-03-17');
});

test('003: the headline is taken from the lede and marked so', () => {
	const { headline, headlineFrom, text } = article('003');
	expect(headlineFrom).toBe('lede');
	expect(text).toContain(headline);
});

test('003: five pieces are Peskov’s, the statement’s are no person’s', () => {
	for (const words of [
		'highly values”',
		'grateful to',
		'help to achieve',
		'largely depend',
		'needs to be worked out',
	])
		expect(speaker('003', words.replace('”', ''))).toBe('Dmitry Peskov');
	for (const words of ['take peace talks seriously', 'also discussed the use of sanctions']) {
		const { mention, actor: id } = quotation('003', words).speaker;
		expect(mention).not.toBeNull();
		expect(data.actors.find((one) => one.id === id)?.kind).not.toBe('person');
	}
});

test('004: the body that stands twice is read once', () => {
	expect(kept(article('004')).match(/Buoyantly/g)).toHaveLength(1);
	expect(article('004').removed.some(({ reason }) => reason === 'repeated')).toBe(true);
	expect(speaker('004', 'going to occur')).toBe('Donald Trump');
});

test('one actor for both spellings, one for both roles', () => {
	expect(actor('Zelensky').aliases.map(({ text }) => text)).toEqual(
		expect.arrayContaining(['Volodymyr Zelensky', 'Volodymyr Zelenskyy']),
	);
	expect(data.actors.filter(({ name }) => /Zelensky/.test(name))).toHaveLength(1);
	expect(data.actors.filter(({ name }) => /Trump/.test(name))).toHaveLength(1);
	const roles = actor('Donald Trump').roles;
	expect(roles.find(({ text }) => text === 'Former U.S. President')).toMatchObject({
		article: article('001').id,
	});
	expect(roles.find(({ text }) => text === 'U.S. President')).toMatchObject({ day: '2025-03-12' });
});

test('three stories: 000 with 002, 003 with 004, and 001 alone', () => {
	expect(story('000')).toBe(story('002'));
	expect(story('003')).toBe(story('004'));
	expect(story('000')).not.toBe(story('003'));
	expect(story('001').articles).toEqual([article('001').id]);
	expect(data.stories).toHaveLength(3);
});

test('a fact that two articles report is one point with two outlets', () => {
	const shared = story('003').points.filter(({ text }) => /Zelensky/.test(text) && /NATO leaders/.test(text));
	expect(shared).toHaveLength(1);
	expect(shared[0]).toMatchObject({ outlets: 2 });
	expect(new Set(shared[0]!.from.map((span) => span.article)).size).toBe(2);
});

test('a misspelt search finds Putin and the ceasefire first, and an actor narrows it', () => {
	const ids = (part: typeof data, query: string) =>
		searchQuotations(part, query).map(({ id }) => part.quotations.find((one) => one.id === id)!);
	const best = ids(data, 'cease fire putn');
	expect(best.length).toBeGreaterThan(0);
	for (const { text, speaker: by } of best.slice(0, 2)) {
		expect(`${text} ${actorNamed(by.actor)}`).toMatch(/Putin/);
		expect(text).toMatch(/ceasefire/);
	}
	const peskov = editionOf(data, { day: 'all', actor: actor('Peskov').id });
	expect(peskov.quotations.length).toBeGreaterThan(4);
	for (const { speaker: by } of peskov.quotations) expect(by.actor).toBe(actor('Peskov').id);
});
