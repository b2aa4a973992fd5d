/** Which words of a page are its article, and what the page tells of it. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../source/ingest/page.ts';

const A =
	'The harbour of Velmora was closed on Tuesday after a barge struck its northern pier, officials said.';
const B =
	'“Nobody was hurt, and the pier will be open again within a week,” said Ilse Quandt, who runs the port.';
const C = 'Two ferries were sent to the old quay while divers looked at the damage below the water line.';
const D =
	'The council of Velmora meets on Thursday to talk about a second pier, which has been planned for years.';
const OTHER =
	'A bakery in Lydon has won the prize for the best loaf of the year, its third in a row, the jury said.';
const p = (...words: readonly string[]) => words.map((one) => `<p>${one}</p>`).join('\n');
const teaser = `<div class="card"><h3><a href="/x">Bakery wins prize</a></h3>${p(OTHER)}</div>`;

const bodies: readonly (readonly [what: string, page: string, body: readonly string[]])[] = [
	[
		'menus, labels and footers stand around it',
		`<nav><a>Home</a></nav><main>${p(A, B)}</main><footer>${p(OTHER)}</footer>`,
		[A, B],
	],
	['an article that is all there is, in divisions', `<div>${A}</div><div>${B}</div>`, [A, B]],
	['paragraphs parted by line breaks', `<div>${A}<br><br>${B}<br>\n<br>${C}</div>`, [A, B, C]],
	['a list in the article', `<article>${p(A)}<ul><li>${B}</li><li>${C}</li></ul></article>`, [A, B, C]],
	[
		'a menu that calls itself a list',
		`<article>${p(A, B)}<ul><li><a>Sport today</a></li><li><a>More news</a></li></ul></article>`,
		[A, B],
	],
	[
		'comments, more of them than article',
		`<main>${p(A, B)}</main><section id="comments">${p(OTHER, C, D, OTHER)}</section>`,
		[A, B],
	],
	[
		'a page whose whole article is called hidden until a script shows it',
		`<body><div>Loading</div><div hidden>${p(A, B, C)}</div></body>`,
		[A, B, C],
	],
	[
		'the same article once more, not shown',
		`<main>${p(A, B, C)}</main><div style="display: none">${p(A, B)}</div>`,
		[A, B, C],
	],
	[
		'words in the line that are not shown',
		`<main>${p(`${A}<span style="display:none"> and more</span>`, B)}</main>`,
		[A, B],
	],
	[
		'a card that opens over a name',
		`<main>${p(`${A}<span class="rollover-people-block"><span><a href="/q">Ilse Quandt</a> <a href="/x">Bakery wins prize</a></span></span>`, `${B}<span class="sr-only">(opens in another window)</span>`)}</main>`,
		[A, B],
	],
	['a word that has a card', `<main>${p(`<span class="has-tooltip">${A}</span>`, B)}</main>`, [A, B]],
	[
		'a wrapper that is called after a part of it',
		`<body class="has-sidebar"><div class="share-page">${p(A, B, C)}</div></body>`,
		[A, B, C],
	],
	[
		'a box in the article for a newsletter',
		`<article>${p(A, B, C)}<div class="newsletter-signup">${p('Get our letter every morning, free of charge.')}</div>${p(D)}</article>`,
		[A, B, C, D],
	],
	[
		'what somebody wrote elsewhere, quoted',
		`<article>${p(A, B, C)}<div class="social-embed"><blockquote>${p(OTHER)}— <a>Tom Kell (@kell)</a></blockquote></div>${p(D)}</article>`,
		[A, B, C, OTHER, '— Tom Kell (@kell)', D],
	],
	[
		'other stories beside it',
		`<div><div class="text">${p(A, B, C, D)}</div><div>${teaser}${teaser}</div></div>`,
		[A, B, C, D],
	],
	[
		'other stories above its headline',
		`<div>${teaser}${teaser}<h1>Barge closes harbour</h1>${p(A, B, C, D)}</div>`,
		['Barge closes harbour', A, B, C, D],
	],
	[
		'an article that is named',
		`<div><div class="intro">${p(OTHER)}</div><div itemprop="articleBody">${p(A, B)}</div></div>`,
		[A, B],
	],
	[
		'an article in parts of one name',
		`<div><div class="article__body">${p(A, B)}</div><div class="ad">Ad</div><div class="article__body">${p(C, D)}</div></div>`,
		[A, B, C, D],
	],
	[
		'a lede apart from the rest',
		`<main><h1>Barge closes harbour</h1><div class="lede">${A}</div><div class="article-body">${p(B, C, D)}</div></main>`,
		[A, B, C, D],
	],
	[
		'text that is only in the data',
		`<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "${A} ${C} &amp; ${D}"}</script><div id="root"></div>`,
		[`${A} ${C} & ${D}`],
	],
	[
		'a page with no sentence',
		'<body><p>Velmora 3, Lydon 1</p><p>Lydon 2, Marsk 2</p></body>',
		['Velmora 3, Lydon 1', 'Lydon 2, Marsk 2'],
	],
	['nothing', '', []],
];

test.each(bodies)('the body: %s', (_, page, body) => {
	const kept = readPage(page).body;
	expect(kept.split('\n\n').filter((words) => words !== '')).toEqual(body);
});

const told = (html: string) => readPage(`${html}<main>${p(A, B)}</main>`).told;
const data = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the headline', () => {
	test.each([
		['<title>Barge closes harbour | Velmora Gazette</title>', 'Barge closes harbour'],
		[
			'<title>Barge closes harbour - Velmora Gazette</title><meta property="og:site_name" content="Velmora Gazette">',
			'Barge closes harbour',
		],
		['<title>Barge closes harbour - ferries wait</title>', 'Barge closes harbour - ferries wait'],
		[
			'<title>Velmora Gazette</title><h1>Velmora Gazette</h1><meta property="og:title" content="Barge closes harbour">',
			'Barge closes harbour',
		],
		['<title>Barge closes port</title><h1>Barge closes the old port</h1>', 'Barge closes the old port'],
		[data({ '@type': 'NewsArticle', headline: 'Barge &amp; pier &#8211; a tale' }), 'Barge & pier – a tale'],
		[
			data({
				'@graph': [
					{ '@type': 'WebSite', headline: 'No' },
					{ '@type': ['Thing', 'NewsArticle'], headline: 'Barge' },
				],
			}),
			'Barge',
		],
		[
			'<script type="application/ld+json">/*<![CDATA[*/ {"@type": "NewsArticle",\n"headline": "Barge\ncloses",} /*]]>*/</script>',
			'Barge closes',
		],
		['', null],
	])('of %s', (html, title) => {
		expect(told(html).title).toBe(title);
	});
});

test('who published and wrote it, and where', () => {
	const author = { '@type': 'Person', name: 'Tomas Reyk' };
	const publisher = { name: 'Velmora Gazette' };
	expect(
		told(
			`${data({ '@type': 'Report', author: [author], publisher })}<link rel="canonical" href="https://example.org/a">`,
		),
	).toMatchObject({ author: 'Tomas Reyk', source: 'Velmora Gazette', url: 'https://example.org/a' });
	expect(told('<link rel="canonical" href="javascript:alert(1)">').url).toBeNull();
});

describe('the day', () => {
	const shown = (words: string, language = 'en') =>
		`<html lang="${language}"><main><h1>Barge closes harbour</h1>${words}${p(A, B, C, D)}`;
	test.each([
		['<meta property="article:published_time" content="2025-03-11T23:30:00+02:00">', '2025-03-11'],
		['<meta name="date" content="20250311">', '2025-03-11'],
		['<meta itemprop="datePublished" content="2025-03-11">', '2025-03-11'],
		[data({ '@type': 'NewsArticle', datePublished: '2025-03-11', dateModified: '2025-04-01' }), '2025-03-11'],
		['<link rel="canonical" href="https://example.org/2025/03/11/barge">', '2025-03-11'],
		['<script>var page = {"publishedAt": "2025-03-11 10:00"}</script>', '2025-03-11'],
		[shown('<time datetime="2025-03-11">Tuesday</time>'), '2025-03-11'],
		[shown('<p class="date">March 11, 2025</p>'), '2025-03-11'],
		[shown('<span>Erstellt am: 11. März 2025</span>', 'de'), '2025-03-11'],
		[shown('<div>11/03/2025 - 9h30</div>', 'fr'), '2025-03-11'],
		[shown('<div>11 марта 2025</div>', 'ru'), '2025-03-11'],
		['<meta property="article:published_time" content="11 mars 2025 à 9h"><html lang="fr">', '2025-03-11'],
		['<meta name="date" content="الثلاثاء، 11 مارس 2025"><p>أغلق الميناء</p>', '2025-03-11'],
		[shown('<p class="date">Notizie, 11.3.25</p>', 'it'), '2025-03-11'],
		[shown('<div>11 Marzo 2025</div>', ''), '2025-03-11'],
		[
			shown(
				'<p>March 11, 2025 | Harbour, Ferries and other things | 14 comments | Share this with friends</p>',
			),
			'2025-03-11',
		],
		[
			`<main>${p(A, B, C, D)}</main><p>This entry was posted on Tuesday, March 11th, 2025 at 9:10 am and is filed under Harbour. You can follow any responses to this entry through the feed, or leave a response of your own below.</p>`,
			'2025-03-11',
		],
		[
			'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The "pier"", "datePublished": "2025-03-11"}</script>',
			'2025-03-11',
		],
		// The site's calendar is that of its addresses where machines are told another clock's.
		[
			'<meta name="date" content="2025-03-10T23:10:00Z"><link rel="canonical" href="https://example.org/2025/03/11/barge">',
			'2025-03-11',
		],
		[
			'<meta name="date" content="2025-03-10T23:10:00+01:00"><link rel="canonical" href="https://example.org/2025/03/11/barge">',
			'2025-03-10',
		],
		// Days of other stories, each under its own headline, are none of this one's.
		[
			`<main><h1>Barge closes harbour</h1>${p(A, B, C, D)}</main>${['3. Mai 2024', '4. Juni 2024', '5. Juli 2024', '6. August 2024'].map((day) => `<h3>Anderes</h3><div class="card date">${day}</div>`).join('')}`,
			null,
		],
		// A version is no day, nor is a number.
		[shown('<p>Version 11.3.25</p>'), null],
		// Updated, told of in a comment, or a date in the text: none of them is the day of publication.
		[shown('<p class="date">Updated: March 11, 2025</p>'), null],
		[`${shown('')}<div class="comments"><time datetime="2025-03-11">11 March</time></div>`, null],
		[
			`<p>${A}</p><p>The pier was opened on March 11, 1985, and has stood there ever since that day.</p>`,
			null,
		],
		['<meta property="article:modified_time" content="2025-03-11">', null],
		['<meta name="date" content="soon">', null],
		// A site that stamps every change as publication, and a clock elsewhere.
		[
			data({ '@type': 'NewsArticle', datePublished: '2025-06-01', dateModified: '2025-06-01' }) +
				shown('<time class="date" datetime="2025-03-11">March 11, 2025</time>'),
			'2025-03-11',
		],
		[
			`<meta property="article:published_time" content="2025-03-12T02:00:00Z">${shown('<time class="date" datetime="2025-03-11T22:00:00-04:00">March 11, 2025</time>')}`,
			'2025-03-11',
		],
		[
			`<meta property="article:published_time" content="2025-03-12T02:00:00+01:00">${shown('<time class="date">March 11, 2025</time>')}`,
			'2025-03-12',
		],
	])('of %s', (html, day) => {
		expect(
			readPage(html.includes('<p>') ? html : `${html}<main>${p(A, B)}</main>`).told.date?.slice(0, 10) ??
				null,
		).toBe(day);
	});
});
