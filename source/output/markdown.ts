/** The digest as Markdown, for a mail, a wiki or a note. What the sources say cannot become markup. */
import { type Safe, safeLine } from '../safe.ts';
import type { Export } from '../types.ts';
import { countWords } from '../wording.ts';
import { setOff } from './differences.ts';
import { pageOf, type StoryPage } from './page.ts';
import { moreVersions } from './voices.ts';

/** One edition as CommonMark that ends in a line feed; `read` as in `pageOf`. */
export function markdownDigest(data: Export, place?: Safe, read = true): string {
	const page = pageOf(data, read);
	const days = place || page.days;
	const blocks = [
		days === '' ? '# Quotidian' : `# Quotidian: ${literal(days)}`,
		literal(page.quiet ?? page.counts),
		...page.stories.flatMap(storyBlocks),
		...(page.problems.length > 0
			? [
					`## ${countWords(page.problems.length, 'problem')}`,
					page.problems.map((problem) => `- ${literal(problem)}`).join('\n'),
				]
			: []),
	];
	return `${blocks.join('\n\n')}\n`;
}

function storyBlocks(story: StoryPage): string[] {
	const one = story.sources.length === 1 ? story.sources[0]! : null;
	const about = one ? `${literal(one.source)}, ${one.day}` : `${story.days}, ${story.counted}`;
	const blocks = [
		`## ${literal(story.headline)}`,
		story.note ? `*${about}; ${literal(story.note)}*` : `*${about}*`,
	];
	if (!one)
		blocks.push(
			story.sources
				.map(({ letter, source, day, headline, copy }) => {
					const words = [source, day, copy].filter((part) => part !== null).join(', ');
					return `- **${letter}** ${literal(headline ? `${words}: ${headline}` : words)}`;
				})
				.join('\n'),
		);
	if (story.points.length > 0)
		blocks.push(
			story.points
				// Another mark than the sources have, or the two lists would be read as one.
				.map(({ text, from }) => `* ${literal(from === '' ? text : `${text} [${from}]`)}`)
				.join('\n'),
		);
	for (const { head, claims } of story.disputes)
		blocks.push(
			`**${literal(head)}:**`,
			claims
				.map(({ value, from, sentence }) => {
					const words = `- “${literal(value)}”, ${literal(from)}`;
					return sentence === '' ? words : `${words}: ${literal(sentence)}`;
				})
				.join('\n'),
		);
	if (story.timeline.length > 0)
		blocks.push(
			'**Day by day:**',
			story.timeline.map(({ day, text }) => `- ${literal(day)}: ${literal(text)}`).join('\n'),
		);
	for (const { name, role, quotations } of story.voices)
		blocks.push(
			role ? `**${literal(name)}** (${literal(role)})` : `**${literal(name)}**`,
			...quotations.map(({ text, note, variants, more }) =>
				[
					note === '' ? `> ${literal(text)}` : `> ${literal(text)} ${literal(`[${note}]`)}`,
					...variants.flatMap(({ pieces, marks, note: printed }) => {
						const words = pieces
							.map(({ text: part, differs }) => (differs ? setOff(literal(part), '**') : literal(part)))
							.join(' ');
						return [
							'>',
							`> also ${marks.map(literal).join(words)}${printed === '' ? '' : ` ${literal(`[${printed}]`)}`}`,
						];
					}),
					...(more > 0 ? ['>', `> ${moreVersions(more)}`] : []),
				].join('\n'),
			),
		);
	return blocks;
}

/**
 * Text that stays what it is in Markdown and in the HTML made from it. Only what can act is escaped, so that the
 * source stays readable too: an underscore not inside a word, a dot only after a number that begins the text, a dash or plus only as its first sign.
 */
export function literal(text: string): string {
	return safeLine(text)
		.replace(/[\\`*[\]<>#|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
		.replace(/^([-+=])/, '\\$1')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/\b(https?|www)([:.])/gi, '$1\\$2');
}
