/**
 * What of a text is read, and why the rest is not. Each line is input and expectation: the word before the bar is what
 * must become of the words after it (`.` for a line whose fate the case does not ask about).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../source/article/clean.ts';
import { readFrontMatter } from '../../source/article/front-matter.ts';

const LONG = {
	a: 'The harbour council of Velmora voted on Tuesday to close the old ferry pier until its timbers have been replaced.',
	b: 'Engineers found rot in eleven of the forty piles, the council said, and two of them can no longer carry a bus.',
	c: '“We would rather lose a summer than lose a ferry,” said the harbour master, Odile Brannock, after the vote.',
	d: 'Shopkeepers on the quay asked for a wooden footbridge, which the council promised to consider before the autumn.',
	e: 'Ferries will leave from the coal wharf on the far side of the river, a walk of about fifteen minutes from the station.',
	f: 'The repairs are expected to cost four million crowns, half of which the province has offered to pay over three years.',
};

/** Lines of `fate|words` → the text, and what became of each line that is not blank. */
function run(marked: string, format: 'text' | 'markdown' = 'text') {
	const lines = marked
		.trim()
		.split('\n')
		.map((line) => line.trim())
		.map((line) => ({
			fate: line.slice(0, line.indexOf('|')).trim(),
			words: fill(line.slice(line.indexOf('|') + 1).trim()),
		}));
	const text = lines.map(({ words }) => words).join('\n');
	const cleaned = clean(text, format);
	const spans = [...cleaned.paragraphs, ...cleaned.removed];
	let at = 0;
	const got = lines.map(({ fate, words }) => {
		const start = at;
		at += words.length + 1;
		if (words === '' || fate === '.') return { fate, words };
		const inside = spans.filter((span) => span.start < start + words.length && start < span.end);
		return { fate: inside.map((span) => ('kind' in span ? span.kind : `-${span.reason}`)).join(' '), words };
	});
	return { cleaned, text, got, expected: lines };
}

const fill = (words: string) => words.replace(/^<([a-f])>$/, (_, key: keyof typeof LONG) => LONG[key]);

const cases: Record<string, string> = {
	'headline, byline, day, credit and labels before the body': `
		-navigation | News
		headline    | Velmora closes its ferry pier
		-byline     | Written by Ilse Quandt
		-dateline   | Mar.12 - 2025 6:55 AM CET
		-caption    | Photo: Aurel Pann / Lichtbild.example
		-caption    | Photo: Aurel Pann / Lichtbild.example
		-navigation | Trending Now
		lede        | <a>
		body        | <b>
		body        | <c>`,
	'a place below a caption that names somebody is no turn': `
		headline    | Velmora closes its ferry pier
		-caption    | Odile Brannock, the harbour master, at the pier. Picture: Aurel Pann/Lichtbild
		lede -dateline | VELMORA: The harbour council voted on Tuesday to close the old ferry pier until its timbers have been replaced.
		body        | <b>
		body        | <c>`,
	'a sentence without a stop is read where there is no other': `
		-navigation | Hafen
		lede        | The harbour master, Odile Brannock, spoke of the pier on Monday +++`,
	'where no line says anything none is read': `
		-teaser | Harbour
		-teaser | Pier and ferry`,
	'short closing sentences are the article’s own': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | Two piles have sunk.
		body        | The province pays half.
		body        | The harbour master resigned.`,
	'and stay behind a picture, a pointer that names where it leads, or a form': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		-caption    | Photo: Aurel Pann / Lichtbild.example
		-teaser     | READ MORE: Seven walks along the river
		body        | The ferry had carried nobody since the storm.
		-navigation | Click here to subscribe to our newsletter
		body        | Its timbers were laid in 1911.`,
	'a subhead in single marks among short paragraphs': `
		headline    | Bakers walk out over flour
		lede        | Hundreds of bakers walked out on Monday over the price of flour.
		heading     | 'Nothing more to knead'
		body        | Guild head Sepp Orlo said the ovens were cold.
		heading     | 'It isn't about the salt'
		body        | Customers brought their own bread to the gates.`,
	'but not what shares no word with the article beyond a gap': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		-navigation | Click here to subscribe to our newsletter
		-teaser     | A choir won a prize.`,
	'nor what stands below the label of a list': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		body        | <c>
		-navigation | Most read
		-teaser     | The ferry had carried nobody since the storm.`,
	'nor who wrote it, nor what the page says to its reader': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		-teaser     | Odo Ferrant
		-teaser     | Odo Ferrant is a writer on harbours.
		-teaser     | The ferry had carried nobody since the storm.`,
	'nor what the page says to its reader, and all below it': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		-teaser     | Tell us more.
		-teaser     | The ferry rests.`,
	'a headline that stands twice is read once': `
		headline    | Velmora closes its ferry pier
		-navigation | 2 min read
		-repeated   | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		body        | <c>`,
	'a caption with (L) and (R), or with an agency': `
		headline | Velmora closes its ferry pier
		-caption | Mayor Jens Ottar (L) greets harbour master Odile Brannock (R) at the opening of the coal wharf, on Nov. 11, 2017. (Ana Ruiz / AFP / Getty Images)
		lede     | <a>
		body     | <b>
		-caption | A ferry leaves the coal wharf at dawn, Tuesday, May 2, 2023. (AP Photo/Tom Weld)
		body     | <c>`,
	'teasers of other stories after the body': `
		lede        | <a>
		body        | <b>
		body        | <c>
		body        | <d>
		body        | <e>
		body        | <f>
		-navigation | News Feed
		-teaser     | Farmers in the upper valley have begun to cut the early hay, a fortnight sooner than last year, they said on Jan. 29.
		-navigation | Video
		-teaser     | A beekeeper speaks about the long winter and about the swarm that settled in the bell tower of her village church.
		-navigation | Show More`,
	'a label in the middle does not end the article': `
		lede        | <a>
		body        | <b>
		-navigation | Also Read
		body        | <c>
		body        | <d>
		body        | <e>
		body        | <f>`,
	'short lines between paragraphs are headings': `
		lede    | <a>
		body    | <b>
		heading | A summer without boats
		body    | <c>
		body    | <d>
		heading | Who pays for the timber
		body    | <e>
		-other  | )`,
	'a body pasted twice is read once': `
		lede      | <a>
		body      | <b>
		body      | <c>
		-repeated | <a>
		-repeated | <b>
		-repeated | <c>`,
	'a paragraph repeated with small changes': `
		lede      | <a>
		body      | <b>
		-repeated | Engineers found rot in eleven of the forty piles, the council said, and two of them can no longer carry a lorry.
		body      | <c>`,
	'a quotation set large above its paragraph is read with its speaker': `
		lede      | <a>
		body      | <b>
		-repeated | “We would rather lose a summer than lose a ferry.”
		body      | <d>
		body      | <c>
		body      | <e>`,
	'a sentence between headline and body stays, whatever labels surround it': `
		headline    | Velmora closes its ferry pier
		-byline     | By Ilse Quandt
		lede        | The council wants the timbers replaced before the next winter storms.
		-navigation | Share
		-navigation | Advertisement
		body        | <a>
		body        | <b>`,
	'bylines and credits below': `
		headline | Velmora closes its ferry pier
		lede     | <a>
		body     | <b>
		body     | <c>
		-byline  | Reporting by Ilse Quandt; editing by Otto Lind
		-byline  | Mara Weiss and Tom Adler contributed to this report.
		-other   | © 2024 The Velmora Gazette. All rights reserved.`,
	'pointers to other stories': `
		lede     | <a>
		-teaser  | READ MORE: The long wait for the coal wharf
		body     | <b>
		-teaser  | Related: Who owns the river bank?
		body     | <c>`,
	comments: `
		lede        | <a>
		body        | <b>
		body        | <c>
		body        | <d>
		body        | <e>
		-navigation | 14 Comments
		.           | Log in to reply
		-teaser     | This is the best thing the council has done in years and I hope they do the bridge next.`,
	'a form for a newsletter after the second paragraph costs neither side': `
		headline    | Velmora closes its ferry pier
		-navigation | Ilse Quandt in Velmora
		-dateline   | Tue 18 Mar 2025 18.12 GMT
		-navigation | Share
		lede        | <a>
		body        | <b>
		-navigation | Sign up to The Morning Tide
		-navigation | Free daily newsletter
		-navigation | Our morning email tells you what happened on the river and why it matters
		-navigation | Enter your email address
		-navigation | Sign up
		-navigation | Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by others.
		-navigation | after newsletter promotion
		body        | <c>
		body        | <d>
		body        | <e>
		body        | <f>`,
	'an advertisement before the last paragraph does not end the article': `
		lede        | <a>
		body        | <b>
		body        | <c>
		-navigation | ADVERTISEMENT
		-navigation | CONTINUE READING BELOW
		body        | The council meets again on Thursday, in the old hall, to hear the shopkeepers.
		-navigation | Tags: pier, ferries`,
	'a list of other stories inside the body': `
		headline    | Velmora closes its ferry pier
		lede        | <a>
		body        | <b>
		-navigation | Recommended Stories
		-teaser     | list 1 of 2
		-teaser     | Coal wharf gets a roof before winter
		-teaser     | end of list
		body        | <c>
		heading     | A summer without boats
		body        | <d>
		body        | <e>
		-teaser     | MAYOR QUITS AFTER FERRY RECEIPTS ARE PUBLISHED
		body        | <f>`,
	'what a picture shows, in words for those who cannot see it, is caption': `
		lede     | <a>
		body     | <b>
		-caption | A ferry at the coal wharf
		-caption | A ferry at the coal wharf on March 18, 2025. (Lena Ostrova/Getty Images)
		body     | <c>
		-caption | Reuters A woman in a yellow jacket speaks into a megaphone
		-caption | Odile Brannock has run the harbour since spring
		body     | <d>
		heading  | ‘A gift to our rivals’
		body     | <e>`,
	'notes below on the author, on an earlier version, on the mail': `
		headline    | Velmora closes its ferry pier
		-byline     | By Ilse Quandt
		lede        | <a>
		body        | <b>
		body        | <c>
		body        | <d>
		-other      | An earlier version of this article misstated the number of piles. It is forty, not four.
		-byline     | Ilse Quandt is a reporter for The Velmora Gazette. She has covered the river since 2009.
		-navigation | You received this email because you signed up for The Morning Tide.`,
	'a person of the story is no author': `
		headline | Velmora closes its ferry pier
		-byline  | By Ilse Quandt
		lede     | <a>
		body     | <b>
		body     | <c>
		body     | Odile Brannock is a former reporter who has run the harbour since the spring.`,
	'a body pasted twice, changed in between': `
		headline  | Velmora closes its ferry pier
		lede      | <a>
		body      | <b>
		body      | <c>
		body      | <d>
		-repeated | Velmora closes its ferry pier
		-repeated | <a>
		-repeated | Engineers have found rot in eleven of the forty piles, the council says, and two can no longer carry a bus.
		-repeated | <c>
		-repeated | <d>`,
	'a sentence much like another, with no neighbours that stand twice, stays': `
		lede | <a>
		body | <b>
		body | <c>
		body | Surveyors found rot in nine of the forty piles, the province said, and two of them can no longer carry a bus.
		body | <d>`,
	'stamps of a running report': `
		headline    | Velmora closes its ferry pier
		-dateline   | Tuesday 18 March
		-dateline   | 18.02 GMT
		lede        | <a>
		-dateline   | Updated at 18.05 GMT
		body        | <b>
		body        | <c>`,
	'an interview: its questions are no headline': `
		headline  | Nobody should sail nine nights in a row
		.         | Interview by Ilse Quandt
		-dateline | Mar 18, 2025, 6:02 PM
		lede      | The harbour council of Velmora voted on Tuesday to close the pier until its timbers have been replaced.
		body      | Why did you vote for it?
		body      | <b>
		body      | <d>`,
	'a press release ends at its marks, a feed adds its note': `
		headline    | Velmora closes its ferry pier
		-dateline   | March 18, 2025
		lede        | <a>
		-navigation | Advertisement - Scroll to continue
		body        | <b>
		body        | <d>
		body        | <e>
		-other      | (Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)
		-other      | ###
		-teaser     | About the council
		-teaser     | The harbour council of Velmora looks after nine piers and two wharves along the northern bank of the river.`,
	'a headline of two words over a byline': `
		headline  | Pier closed
		-byline   | By  ILSE QUANDT
		-dateline | March 18, 20254:02 PM GMT+1
		lede      | <a>
		body      | <b>`,
	// What looks like a label and is none.
	'a short quotation is no label': `
		lede | <a>
		body | “No.”
		body | <b>
		body | “We will see,” she said.
		body | <c>`,
	'a sentence that opens with a label word stays': `
		lede | <a>
		body | By the time the vote was taken, most of the fishermen had left the hall and gone back to their boats.
		body | Related costs, among them a new ticket hall, are to be borne by the province alone, the mayor said.
		body | More than two hundred people had come, and the doors were closed before the debate began.
		body | Video of the collapse was shown to the members before they voted, and nobody spoke for a while.`,
	'a parenthesis that is no credit': `
		lede | <a>
		body | The mayor wants a new bridge (the old one was sold for scrap).
		body | <b>`,
};

describe('each line and what becomes of it', () => {
	for (const [name, marked] of Object.entries(cases)) {
		test(name, () => {
			const { got, expected } = run(marked);
			expect(got).toEqual(expected);
		});
	}
});

test('the headline is the line, its source is told', () => {
	const { cleaned } = run(cases['headline, byline, day, credit and labels before the body']!);
	expect(cleaned).toMatchObject({
		headline: 'Velmora closes its ferry pier',
		headlineFrom: 'title',
		byline: 'Ilse Quandt',
	});
});

test('without a headline the first sentence stands in, verbatim', () => {
	const text = `The U.S. ferry union and the council of St. Velm agreed on Sept. 3 to talk. ${LONG.b}\n\n${LONG.c}\n`;
	const { headline, headlineFrom, headlineSpan } = clean(text, 'text');
	expect(headline).toBe('The U.S. ferry union and the council of St. Velm agreed on Sept. 3 to talk.');
	expect(headlineFrom).toBe('lede');
	expect(text.slice(headlineSpan!.start, headlineSpan!.end)).toBe(headline);
});

test.each([
	['VELMORA, March 12 (Lichtbild) — ', 'VELMORA'],
	['VELMORA (Lichtbild) - ', 'VELMORA'],
	['Velmora, Quay — ', 'Velmora, Quay'],
	['OLD VELMORA: ', 'OLD VELMORA'],
])('the dateline %j is left out and tells the place', (dateline, place) => {
	const text = `Velmora closes its ferry pier\n\n${dateline}${LONG.a}\n\n${LONG.b}\n`;
	const cleaned = clean(text, 'text');
	expect(cleaned.place).toBe(place);
	const { start, end } = cleaned.dateline!;
	expect(text.slice(start, end)).toBe(dateline.trim());
	expect(cleaned.removed).toContainEqual({ start, end, reason: 'dateline' });
	expect(text.slice(cleaned.paragraphs[1]!.start)).toMatch(/^The harbour council/);
});

test.each([
	'Brannock — who had asked for the vote — said that she would rather lose a summer than a ferry, and sat down.',
	'The question: Who is to pay for the piles that the ferry company drove without asking anybody on the council?',
	'Odile Brannock, harbour master of Velmora, said that she would rather lose a summer than a ferry this year.',
])('no dateline in %j', (lede) => {
	expect(clean(`${lede}\n\n${LONG.b}\n`, 'text').dateline).toBeNull();
});

describe('paragraphs', () => {
	const kinds = (text: string) =>
		clean(text, 'text').paragraphs.map(({ start, end }) => text.slice(start, end));

	test('lines wrapped by hand are one paragraph each block', () => {
		const wrap = (words: string) => words.replace(/(.{1,60})(?: |$)/g, '$1\n').trim();
		const text = [LONG.a, LONG.b, LONG.c, LONG.d].map(wrap).join('\n\n');
		expect(kinds(text).map((paragraph) => paragraph.replace(/\n/g, ' '))).toEqual([
			LONG.a,
			LONG.b,
			LONG.c,
			LONG.d,
		]);
	});

	test.each(['\n', '\r\n', '\r', '\n\n', '\u2028'])('line ends %j', (end) => {
		expect(kinds([LONG.a, LONG.b, LONG.c].join(end))).toEqual([LONG.a, LONG.b, LONG.c]);
	});

	test('lines of a list are not run together', () => {
		const text = `${LONG.a}\n${LONG.b}\nOne ferry\nTwo ferries\nThree ferries\n${LONG.c}`;
		expect(kinds(text)).toHaveLength(6);
	});
});

describe('front matter', () => {
	const text = `---\ntitle: "Velmora closes its ferry pier"\ndate: 2025-03-12\nsource: The Velmora Gazette\nauthor: Ilse Quandt\nurl: https://gazette.example/pier\n---\n\n${LONG.a}\n\n${LONG.b}\n`;

	test('tells headline, day, outlet, author and address, and is left out', () => {
		const cleaned = clean(text, 'markdown');
		expect(cleaned).toMatchObject({
			headline: 'Velmora closes its ferry pier',
			headlineFrom: 'metadata',
			outlet: 'The Velmora Gazette',
			byline: 'Ilse Quandt',
			url: 'https://gazette.example/pier',
		});
		expect(text.slice(cleaned.headlineSpan!.start, cleaned.headlineSpan!.end)).toBe(cleaned.headline);
		expect(cleaned.metadataDay?.day).toBe('2025-03-12');
		expect(text.slice(cleaned.metadataDay!.start, cleaned.metadataDay!.end)).toBe('2025-03-12');
		expect(cleaned.removed[0]).toEqual({ start: 0, end: text.indexOf('\n\n'), reason: 'other' });
	});

	test.each([
		['custom tags run nothing', '---\ntitle: !!js/function "() => 1"\n---\n'],
		['an alias bomb', `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: *c\n---\n`],
		['broken', '---\ntitle: "never closed\n---\n'],
		['an impossible day', '---\ndate: 2025-02-31\n---\n'],
		['prototype keys', '---\n__proto__: x\nconstructor: y\n---\n'],
	])('%s', (_, head) => {
		const hostile = `${head}\n${LONG.a}\n`;
		const cleaned = clean(hostile, 'markdown');
		expect(cleaned.metadataDay).toBeNull();
		expect(cleaned.paragraphs.map(({ start, end }) => hostile.slice(start, end))).toEqual([LONG.a]);
	});

	test.each([
		[
			'a colon in the title',
			'---\ntitle: Ferry pier: what we know\nsource: The Velmora Gazette\n---\n',
			'Ferry pier: what we know',
		],
		[
			'a mark that is not closed',
			"---\r\ntitle: 'Tis closed: the pier\r\nsource: The Velmora Gazette\r\n---\r\n",
			"'Tis closed: the pier",
		],
		[
			'TOML',
			'+++\ntitle = "Pier = closed"\nsource = \'The Velmora Gazette\'\ntags = ["a"]\n[extra]\nurl = "x"\n+++\n',
			'Pier = closed',
		],
	])('front matter that is no YAML, %s', (_, block, title) => {
		const text = `${block}\n${LONG.a}\n\n${LONG.b}\n`;
		const found = clean(text, 'markdown');
		expect(found).toMatchObject({ headline: title, outlet: 'The Velmora Gazette', url: null, problems: [] });
		expect(text.slice(found.headlineSpan?.start, found.headlineSpan?.end)).toBe(title);
		expect(found.paragraphs[0]?.start).toBe(text.indexOf(LONG.a));
	});

	test('of front matter that is no YAML the lines that can be read are, and that it is none is told', () => {
		const { headline, problems } = clean(
			`---\ntitle: Pier: closed\n@ what is this\n---\n\n${LONG.a}\n`,
			'markdown',
		);
		expect(headline).toBe('Pier: closed');
		expect(problems.map(({ message }) => message)).toEqual([
			'the front matter is not valid YAML; read line by line',
		]);
	});

	test('of lines of pluses that tell nothing none is front matter', () => {
		expect(readFrontMatter(`+++\nFerries = boats\n+++\n\n${LONG.a}`, 'text')).toBeNull();
		expect(readFrontMatter(`+++\ntitle = "never closed"\n\n${LONG.a}`, 'text')).toBeNull();
	});

	test('never closed: all of it is text', () => {
		expect(clean(`---\ntitle: x\n\n${LONG.a}`, 'markdown').headline).not.toBe('x');
	});
});

describe('lines before the article', () => {
	test('known keys at the very top tell what front matter tells', () => {
		const head =
			'Title: Velmora closes its ferry pier\r\nDate: March 12, 2025\r\nSource: The Velmora Gazette\r\nURL: https://gazette.example/pier';
		const text = `${head}\r\n\r\n${LONG.a}\r\n${LONG.b}`;
		const cleaned = clean(text, 'text');
		expect(cleaned).toMatchObject({
			headline: 'Velmora closes its ferry pier',
			outlet: 'The Velmora Gazette',
			url: 'https://gazette.example/pier',
		});
		expect(cleaned.metadataDay).toEqual({
			start: text.indexOf('March'),
			end: text.indexOf('\r\nSource'),
			day: '2025-03-12',
		});
		expect(cleaned.removed).toEqual([{ start: 0, end: head.length, reason: 'other' }]);
	});

	const BODY = `${LONG.a}\n\n${LONG.b}\n\n${LONG.c}`;
	const told = (head: string) => {
		const { headline, outlet, metadataDay, paragraphs } = clean(`${head}${BODY}`, 'text');
		return { headline, outlet, day: metadataDay?.day ?? null, paragraphs: paragraphs.length };
	};

	test.each([
		[
			'as it came',
			'Received: by mx.example\n with SMTP\nFrom: "Velmora Gazette" <news@gazette.example>\nTo: me@home.example\nSubject: Velmora closes\n its ferry pier\nDate: Wed, 12 Mar 2025 06:55:00 +0100\n\n',
			{ headline: 'Velmora closes its ferry pier', outlet: 'Velmora Gazette', day: '2025-03-12' },
		],
		[
			'copied from a window',
			'From: news@gazette.example\nSent: Wednesday, March 12, 2025 6:55 AM\nTo: Ilse Quandt\nSubject: Fw: Velmora closes its ferry pier\n\n',
			{ headline: 'Velmora closes its ferry pier', outlet: 'news@gazette.example', day: '2025-03-12' },
		],
		[
			'passed on with a word above it',
			'For you!\n\n---------- Forwarded message ---------\nFrom: Velmora Gazette <news@gazette.example>\nDate: Wed, Mar 12, 2025 at 6:55 AM\nSubject: Velmora closes its ferry pier\nTo: <me@home.example>\n\n\n',
			{ headline: 'Velmora closes its ferry pier', outlet: 'Velmora Gazette', day: '2025-03-12' },
		],
		[
			'passed on inside another',
			'From: Ilse Quandt <ilse@home.example>\nSubject: Fwd: see this\nDate: Thu, 13 Mar 2025 09:00:00 +0100\n\nBegin forwarded message:\n\nFrom: Velmora Gazette\nSubject: Velmora closes its ferry pier\nDate: March 12, 2025 at 6:55:00 AM GMT+1\n\n',
			{ headline: 'Velmora closes its ferry pier', outlet: 'Velmora Gazette', day: '2025-03-12' },
		],
	])('the head of a message: %s', (_, head, expected) => {
		expect(told(head)).toEqual({ ...expected, paragraphs: 3 });
	});

	test.each([
		['without a subject', 'From: the harbour\nTo: the hills\n\n'],
		['without a sender or a day', 'Subject: the harbour\n\n'],
		['below the text', `${LONG.d}\n\nFrom: Ilse\nSubject: the harbour\n\n`],
	])('no head of a message: %s', (_, head) => {
		const got = told(head);
		expect(got.outlet).toBeNull();
		expect(got.headline).not.toBe('the harbour');
	});

	test.each([
		[
			'below the headline',
			'Velmora closes its ferry pier\nSource: Velmora Gazette\nDate: March 12, 2025\n\n',
			'Velmora Gazette',
		],
		[
			'below the headline, alone',
			'Velmora closes its ferry pier\n\nSource: The Gazette of Velmora\n\n',
			'The Gazette of Velmora',
		],
		['that has the pictures', 'Velmora closes its ferry pier\n\nSource: Getty Images\n\n', null],
		[
			'that is a sentence',
			'Velmora closes its ferry pier\n\nSource: the river rises in the hills.\n\n',
			null,
		],
	])('the source %s', (_, head, outlet) => {
		expect(told(head)).toMatchObject({ headline: 'Velmora closes its ferry pier', outlet });
	});

	test.each([
		['Velmora closes its ferry pier\n\nCoast Wire\n12 March 2025\n\n', 'Coast Wire', null],
		['Velmora closes its ferry pier\n\nCoast Wire | Published 12 March 2025\n\n', 'Coast Wire', null],
		['Velmora closes its ferry pier\n\nThe Lantern\n12 March 2025\n\n', 'The Lantern', null],
		['Daily Lantern\n\nVelmora closes its ferry pier\n\nBy Ilse Quandt\n\n', 'Daily Lantern', 'Ilse Quandt'],
		[
			'Velmora closes its ferry pier\n\nBy Ilse Quandt\nThe Harbour Record\n\n',
			'The Harbour Record',
			'Ilse Quandt',
		],
		['Velmora closes its ferry pier\n\nEmily Post\n12 March 2025\n\n', null, 'Emily Post'],
		['Velmora closes its ferry pier\n\nBy Emily Post\n12 March 2025\n\n', null, 'Emily Post'],
		['Velmora closes its ferry pier\n\nHarbour News\n\nMore about piers\n\n', null, null],
		['Latest News\n\nVelmora closes its ferry pier\n\n12 March 2025\n\n', null, null],
	])('the line that names the outlet by its form: %j', (head, outlet, byline) => {
		expect(told(head)).toMatchObject({ headline: 'Velmora closes its ferry pier', outlet });
		expect(clean(`${head}${BODY}`, 'text').byline).toBe(byline);
	});

	test('the outlet is no headline where another line may be', () => {
		const short = 'Pier closed\n\nThe Harbour Record\n12 March 2025\n\n';
		expect(told(short)).toMatchObject({ headline: 'Pier closed', outlet: 'The Harbour Record' });
		const alone = 'Council Buys Evening Post\n\n12 March 2025\n\n';
		expect(told(alone)).toMatchObject({ headline: 'Council Buys Evening Post', outlet: null });
	});

	test('the source of a chart between paragraphs is its caption, and no outlet', () => {
		const { outlet, removed } = clean(
			`Velmora closes its ferry pier\n\n${LONG.a}\n\nSource: Harbour Office\n\n${LONG.b}\n\n${LONG.c}`,
			'text',
		);
		expect(outlet).toBeNull();
		expect(removed.map(({ reason }) => reason)).toEqual(['caption']);
	});

	test('one such line alone is text', () => {
		expect(clean(`Title: a word with many meanings\n\n${LONG.a}\n\n${LONG.b}`, 'text').outlet).toBeNull();
		expect(
			clean(`Source: the river rises in the hills.\n\n${LONG.a}\n\n${LONG.b}`, 'text').outlet,
		).toBeNull();
	});

	test.each([
		['© 2024 The Velmora Gazette. All rights reserved.', 'The Velmora Gazette'],
		['Copyright 2019-2024 Lichtbild Media', 'Lichtbild Media'],
		['© All rights reserved', null],
	])('whose rights: %j', (line, outlet) => {
		expect(clean(`${LONG.a}\n\n${LONG.b}\n\n${line}`, 'text').outlet).toBe(outlet);
	});
});

test('Markdown: headings by their marks, pictures left out', () => {
	const text = `# Velmora closes its ferry pier\n\n![The pier](pier.jpg)\n\n${LONG.a}\n\n## What will it cost?\n\n${LONG.b}`;
	const { headline, headlineFrom, paragraphs, removed } = clean(text, 'markdown');
	expect([headline, headlineFrom]).toEqual(['Velmora closes its ferry pier', 'title']);
	expect(paragraphs.map(({ kind }) => kind)).toEqual(['headline', 'lede', 'heading', 'body']);
	expect(removed.map(({ reason }) => reason)).toEqual(['caption']);
});

describe('laws', () => {
	const samples = resolve(import.meta.dirname, '../../articles');
	const texts = readdirSync(samples)
		.filter((file) => file.endsWith('.txt'))
		.map((file) => readFileSync(join(samples, file), 'utf8'));
	const pieces = fc.constantFrom(
		...texts.flatMap((text) => text.split('\n')),
		'',
		' ',
		'Video',
		'By Ann Berg',
		'"',
		'“““',
		'\u0000',
		'\ud800',
		'---',
		'(AP)',
		'# x',
		'\t\t',
	);
	const anyText = fc.oneof(
		fc.string(),
		fc.string({ unit: 'binary' }),
		fc
			.array(pieces, { maxLength: 30 })
			.chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n', '\r').map((end) => lines.join(end))),
	);

	test('never throws; spans are in bounds, in order, disjoint, and hold everything but white space', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom('text' as const, 'markdown' as const), (text, format) => {
				const cleaned = clean(text, format);
				const spans = [...cleaned.paragraphs, ...cleaned.removed].sort((a, b) => a.start - b.start);
				let at = 0;
				for (const { start, end } of spans) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(at, start).trim()).toBe('');
					at = end;
				}
				expect(text.slice(at).trim()).toBe('');
				for (const list of [cleaned.paragraphs, cleaned.removed]) {
					expect(list.map(({ start }) => start)).toEqual(
						list.map(({ start }) => start).toSorted((a, b) => a - b),
					);
				}
				if (cleaned.headline !== null && cleaned.headlineFrom !== 'metadata') {
					const { start, end } = cleaned.headlineSpan!;
					expect(text.slice(start, end)).toBe(cleaned.headline);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test.each([
		['quote marks', '“'.repeat(20_000)],
		['brackets', '('.repeat(20_000)],
		['spaces', `a${' '.repeat(200_000)}b`],
		['one long line', 'word '.repeat(200_000)],
		['short lines', 'a b c d\n'.repeat(20_000)],
		['the same paragraph', `${LONG.a}\n`.repeat(2_000)],
		['numbers', '2025-03-12 '.repeat(20_000)],
		['hyphens', '-'.repeat(100_000)],
		['capitals', 'VELMORA '.repeat(20_000)],
	])('hostile: %s', (_, text) => {
		expect(() => clean(text, 'markdown')).not.toThrow();
	});
});

describe('which line is the headline', () => {
	const contents = Array.from({ length: 60 }, (_, at) => `Part ${at + 1}`).join('\n\n');

	test.each([
		['the first of all, over a long table of contents', contents, 'Council of Velmora to close ferry pier'],
		[
			'not a short label at the top of a menu',
			'Velmora closes its ferry pier\n\nBy Ilse Quandt',
			'Travel and trade',
		],
	])('%s', (_, between, opening) => {
		const { headline } = clean(`${opening}\n\n${between}\n\n${LONG.a}\n\n${LONG.b}`, 'text');
		expect(headline).toBe(between.startsWith('Part') ? opening : 'Velmora closes its ferry pier');
	});

	const HEADLINE = 'Velmora closes its old ferry pier';
	test.each([
		['the end of the path above it', `Home » Harbour » ${HEADLINE}\n\n${HEADLINE}\n\nBy Ilse Quandt`],
		[
			'what a page ran together above it',
			`HomeHarbour${HEADLINE}\n\nHarbour\n\n${HEADLINE}\n\nBy Ilse Quandt`,
		],
		[
			'over a longer line that tells more',
			`${HEADLINE}\n\nThe timbers of the harbour council’s pier have rot in eleven of forty piles`,
		],
		['not who wrote it', `${HEADLINE}\n\nMary Ellen Quandt\n\nMarch 3, 2025`],
		[
			'not where it is filed',
			`${HEADLINE}\n\nMarch 3, 2025\n\nPublished in Harbour, Council, Ferry, Pier, Velmora`,
		],
		['not what leads elsewhere', `Back to all harbour council posts\n\nMarch 3, 2025\n\n${HEADLINE}`],
	])('%s', (_, head) => {
		expect(clean(`${head}\n\n${LONG.a}\n\n${LONG.b}\n\n${LONG.c}`, 'text').headline).toBe(HEADLINE);
	});

	test('two words with a capital each are one all the same, when they are no name', () => {
		const text = `Harbour Pier Closed\n\nMarch 3, 2025\n\n${LONG.a}\n\n${LONG.b}`;
		expect(clean(text, 'text').headline).toBe('Harbour Pier Closed');
	});

	test.each([
		['Velmora pier vote – as it happened', 'Velmora pier vote – as it happened'],
		['Live updates: Velmora votes on its pier', 'Live updates: Velmora votes on its pier'],
		['What we know and where to live', 'Council votes to close the ferry pier'],
	])('of a live report it is not that of its first entry: %s', (line, headline) => {
		const entries = `Ilse Quandt\n\n14.32 GMT\n\nCouncil votes to close the ferry pier\n\n${LONG.a}\n\n13.10 GMT\n\nA bridge instead\n\n${LONG.d}`;
		expect(clean(`Live\n\n${line}\n\n${entries}`, 'text').headline).toBe(headline);
	});

	test.each([
		['Velmora shuts its pier for good | Opinion', 'Velmora shuts its pier for good'],
		['Velmora shuts its pier for good | The Bay Courier', 'Velmora shuts its pier for good'],
		['Velmora shuts its pier | what it means for all who cross the bay', null],
		['Ilse Quandt | Bay Courier', null],
	])('without the name of its section or site: %s', (line, headline) => {
		const text = `${line}\n\nMarch 3, 2025\n\n${LONG.a}\n\n${LONG.b}`;
		const cleaned = clean(text, 'text');
		if (headline === null) expect(cleaned.headline).not.toBe(line.split(' | ')[0]);
		else expect(cleaned.headline).toBe(headline);
		const { start, end } = cleaned.headlineSpan!;
		expect(text.slice(start, end)).toBe(cleaned.headline);
	});
});
