/** Addresses: which are followed, where they are shown, and what the keys make of them. */
import { describe, expect, test } from 'vitest';
import { openerOf } from '../../source/terminal/browser.ts';
import { topOf } from '../../source/terminal/state.ts';
import { webLink } from '../../source/terminal/web.ts';
import { edition } from '../fixture.ts';
import { play } from './play.ts';

test.each([
	['https://news.example/a?b=1#c', 'https://news.example/a?b=1#c'],
	['HTTP://News.Example', 'http://news.example/'],
	['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
	['https://news.example/\x1b]8;;x\x07y', 'https://news.example/%1B]8;;x%07y'],
	['https://news.example/a\nb\tc', 'https://news.example/abc'],
	['javascript:alert(1)', null],
	['file:///etc/passwd', null],
	['ftp://news.example/', null],
	['data:text/html,x', null],
	['https://bank.example@evil.example/', null],
	['news.example/a', null],
	['//news.example/a', null],
	['', null],
	[null, null],
	[`https://news.example/${'a'.repeat(3000)}`, null],
])('%j leads to %j', (address, link) => {
	expect(webLink(address)).toBe(link);
	if (link !== null) expect(webLink(address)).toMatch(/^[!-~]+$/);
});

test.each([
	[{ DISPLAY: ':0' }, 'linux', 'xdg-open'],
	[{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 'xdg-open'],
	[{}, 'linux', null],
	[{}, 'darwin', 'open'],
	[{ SSH_CONNECTION: 'x', DISPLAY: ':0' }, 'linux', null],
	[{ SSH_TTY: '/dev/pts/1' }, 'darwin', null],
	[{}, 'win32', null],
] as const)('%j on %s: %s', (env, platform, opener) => {
	expect(openerOf(env, platform)).toBe(opener);
});

const addresses = ['https://news.example/berths', 'javascript:alert(1)', null];
const linked = {
	...edition,
	articles: edition.articles.map((article, at) => ({ ...article, url: addresses[at] ?? null })),
};

describe('o', () => {
	test.each(['2 G k', '2 G k enter', '4 j', '4 j u', 'enter', '1 u'])('%s', async (keys) => {
		expect((await play(linked, `${keys} o`)).wishes).toEqual([{ open: 'https://news.example/berths' }]);
	});

	test('says why it follows nothing', async () => {
		const said = async (keys: string) => (await play(linked, keys)).frame.split('\n').at(-1);
		expect(await said('2 o')).toContain('its address is none of the web');
		expect(await said('4 G o')).toContain('the article tells no address');
		expect((await play(linked, '2 o')).wishes).toEqual([]);
	});
});

describe('u', () => {
	test.each(['1', 'enter', '4', '2', '4 j enter'])('%s', async (keys) => {
		const { frame, lines } = await play(linked, `${keys} u`);
		expect(frame).toContain('Links');
		expect(frame).toMatch(/^▌ news\.example · Dockers close every berth/m);
		expect(frame).toMatch(/^▌ https:\/\/news\.example\/berths$/m);
		expect(frame).not.toContain('javascript');
		expect(lines.flat().find(({ text }) => text.startsWith('https:'))?.link).toBe(
			'https://news.example/berths',
		);
	});

	test('y takes the address alone', async () => {
		expect((await play(linked, '4 u y')).wishes).toEqual([{ copy: 'https://news.example/berths' }]);
	});

	test('leads to the article, and back', async () => {
		expect(topOf((await play(linked, '4 u enter')).state)).toMatchObject({ kind: 'article', id: 'a1' });
		expect((await play(linked, '4 u esc')).frame).toBe((await play(linked, '4')).frame);
	});

	test('a long address is whole, on lines that belong together', async () => {
		const long = `https://news.example/${'berth-'.repeat(20)}`;
		const data = {
			...linked,
			articles: linked.articles.map((one, at) => (at === 0 ? { ...one, url: long } : one)),
		};
		const { lines } = await play(data, '4 u', { columns: 40, rows: 12 });
		const parts = lines.flat().filter(({ link }) => link !== undefined);
		expect(parts.map(({ text }) => text).join('')).toBe(long);
		expect(new Set(parts.map(({ link }) => link))).toEqual(new Set([long]));
	});

	test('without any it says so', async () => {
		expect((await play(edition, '4 u')).frame).toContain(
			'No links: these articles tell no address of their own.',
		);
	});
});

test('an article shows the host it comes from', async () => {
	const { frame } = await play(linked, '4 j enter');
	expect(frame).toContain('The Bay Courier · Ana Lindqvist · 5 Mar 2025 · news.example');
});
