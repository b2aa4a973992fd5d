/** Names of files, of outlets and of items. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName, folderName, idInName, plainName } from '../../source/feeds/file-names.ts';
import { isSame, keyOf } from '../../source/feeds/keys.ts';
import { outletOf } from '../../source/feeds/outlet.ts';
import type { Item } from '../../source/feeds/reading.ts';
import type { Safe } from '../../source/safe.ts';

const ID = 'i0123456789ab';

describe('file names', () => {
	test.each([
		['Dockers walk out', 'dockers-walk-out'],
		['../../etc/passwd', 'etc-passwd'],
		['.hidden', 'hidden'],
		['-rf *', 'rf'],
		['CON', 'con'],
		['a/b\\c:d|e?f*g"h<i>', 'a-b-c-d-e-f-g-h-i'],
		['It’s the Mayor’s day', 'its-the-mayors-day'],
		['Déjà vu', 'deja-vu'],
		['ﬁne', 'fine'],
		['Привет, мир', 'привет-мир'],
		['新聞', '新聞'],
		['\u0000\u001b[31m\u202e', '31m'],
		['!!!', ''],
		['', ''],
		['x'.repeat(300), 'x'.repeat(80)],
		[
			`${'word '.repeat(15)}and-cut-here`,
			'word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-and',
		],
	])('%s', (title, name) => {
		expect(plainName(title, 80)).toBe(name);
	});

	test.each([
		['CON', 'con-feed'],
		['Nul', 'nul-feed'],
		['com¹', 'com1-feed'],
		['..', 'feed'],
		['The Harbour Post', 'the-harbour-post'],
	])('the folder of %s is %s', (outlet, folder) => {
		expect(folderName(outlet)).toBe(folder);
	});

	test.each([
		['Dockers', `dockers-${ID}.md`],
		['', `item-${ID}.md`],
		['Authors walk out', `item-authors-walk-out-${ID}.md`],
		['README', `item-readme-${ID}.md`],
		['Noticeable', `noticeable-${ID}.md`],
	])('the file of “%s” is read again as an article: %s', (title, name) => {
		expect(fileName(title, ID)).toBe(name);
		expect(idInName(name)).toBe(ID);
	});

	test('whatever the title, every system takes the name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
				for (const name of [fileName(title, ID), folderName(title)]) {
					expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u);
					expect(name).toBe(name.toLowerCase());
					expect(name).not.toMatch(/[.-]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/);
					expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
				}
			}),
		);
	});
});

describe('the outlet of a feed', () => {
	test.each([
		['World news | The Harbour Post', 'https://www.theharbourpost.example/', 'The Harbour Post'],
		['Harbour Post - World', 'https://feeds.harbourpost.example/world', 'Harbour Post'],
		['HRB > World', 'https://rss.hrbnews.example/', 'HRB'],
		['Coast.example: Money', 'https://coast.example/', 'Coast.example'],
		['The Harbour Post RSS Feed', 'https://x.example/', 'The Harbour Post'],
		['Letters from the coast', 'https://blog.example/', 'Letters from the coast'],
		['A - B', 'https://blog.example/', 'A - B'],
		['Semi-weekly news', 'https://blog.example/', 'Semi-weekly news'],
		[null, 'https://www.coast.example/', 'coast.example'],
		['', 'https://www.coast.example/', 'coast.example'],
	])('%s at %s is %s', (title, url, outlet) => {
		expect(outletOf(title, url)).toBe(outlet);
	});
});

describe('which item is which', () => {
	const item = (told: Partial<Item>): Item => ({
		id: null,
		link: null,
		title: 'Dockers walk out' as Safe,
		day: null,
		author: null,
		source: null,
		body: '' as Safe,
		cut: false,
		...told,
	});
	const FEED = 'https://harbour.example/rss';
	const OTHER = 'https://harbour.example/world';
	const ELSEWHERE = 'https://coast.example/rss';
	const link = 'https://harbour.example/1';

	test.each([
		['the same id', item({ id: '1' }), FEED, item({ id: '1', title: 'x' as Safe }), FEED, true],
		['other ids', item({ id: '1' }), FEED, item({ id: '2' }), FEED, false],
		['a number in another feed of the host', item({ id: '1' }), FEED, item({ id: '1' }), OTHER, false],
		['an address in another feed of the host', item({ id: link }), FEED, item({ id: link }), OTHER, true],
		['an address in a feed of another host', item({ id: link }), FEED, item({ id: link }), ELSEWHERE, false],
		['a version', item({ id: `${link}#0` }), FEED, item({ id: `${link}#1` }), FEED, true],
		[
			'https instead of http',
			item({ id: link }),
			FEED,
			item({ id: 'http://www.harbour.example/1' }),
			FEED,
			true,
		],
		['the feed over https', item({ id: '1' }), FEED, item({ id: '1' }), 'http://harbour.example/rss', true],
		['no id, the same address', item({ link }), FEED, item({ link, title: 'x' as Safe }), FEED, true],
		[
			'no id, an address that tells where one comes from',
			item({ link: `${link}?id=7` }),
			FEED,
			item({ link: `${link}?utm_source=x&id=7&utm_medium=y#top` }),
			FEED,
			true,
		],
		[
			'no id, another query',
			item({ link: `${link}?id=7` }),
			FEED,
			item({ link: `${link}?id=8` }),
			FEED,
			false,
		],
		['neither, the same title', item({}), FEED, item({}), FEED, true],
		['neither, another day', item({ day: '2025-03-11' }), FEED, item({ day: '2025-03-12' }), FEED, false],
	])('%s', (_, a, aFeed, b, bFeed, same) => {
		expect(keyOf(a, aFeed) === keyOf(b, bFeed)).toBe(same);
	});

	test.each([
		['the same', { title: 'Dockers walk out', url: link, day: '2025-03-11' }, true],
		[
			'a headline with more in it',
			{ title: 'Dockers walk out in Torvik', url: 'https://harbour.example/2', day: null },
			true,
		],
		[
			'a new headline at the same address, of the same day',
			{ title: 'All berths closed', url: link, day: '2025-03-11' },
			true,
		],
		['an address used again', { title: 'All berths closed', url: link, day: '2025-03-12' }, false],
		[
			'an id used again',
			{ title: 'All berths closed', url: 'https://harbour.example/2', day: '2025-03-11' },
			false,
		],
	])('%s', (_, kept, same) => {
		expect(isSame({ title: 'Dockers walk out', url: link, day: '2025-03-11' }, kept)).toBe(same);
	});
});
