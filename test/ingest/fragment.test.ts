/** Pieces of HTML as feeds carry them, and the words that a reader of them sees. */
import { expect, test } from 'vitest';
import { fragmentText } from '../../source/ingest/page/fragment.ts';

test.each([
	['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
	['One.<br><br>Two.', 'One.\n\nTwo.'],
	['One<br>two.', 'One two.'],
	['One &amp; two', 'One & two'],
	['One\n two.\n\nThree.', 'One two.\n\nThree.'],
	['1 < 2 and <3', '1 < 2 and <3'],
	['<ul><li>One</li><li>Two</li></ul>', 'One\n\nTwo'],
	['<p>Words.</p><p><a href="/x">Read more</a></p>', 'Words.'],
	['<p><a href="/x">Dockers walk out</a></p>', 'Dockers walk out'],
	['<p>Words with <a href="/x">a link</a> in them.</p>', 'Words with a link in them.'],
	[
		'<figure><img src="x"><figcaption><p>A quay. Photo: A. Vale</p></figcaption></figure><p>Words.</p>',
		'Words.',
	],
	['<p>Words.</p><div style="display:none"><p>Not shown.</p></div>', 'Words.'],
	['<p>Words.</p><div hidden>Not shown.</div>', 'Words.'],
	['<p>Words.</p><aside><p>Another story.</p></aside><p>More.</p>', 'Words.\n\nMore.'],
	['<figure><figcaption>All there is.</figcaption></figure>', 'All there is.'],
	['<script>alert(1)</script><p>Words.</p><style>p{}</style>', 'Words.'],
	['<p>never closed<p>twice', 'never closed\n\ntwice'],
	['<!-- nothing -->', ''],
	['<img src="x">', ''],
	['', ''],
])('%s', (html, text) => {
	expect(fragmentText(html)).toBe(text);
});

test('deep ones are read to the end', () => {
	expect(fragmentText(`${'<div>'.repeat(1500)}<p>Words.</p>${'</div>'.repeat(1500)}<p>More.</p>`)).toContain(
		'More.',
	);
});
