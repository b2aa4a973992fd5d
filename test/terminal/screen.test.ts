/** Keys in, what the reader sees out: every view, the place, the search, at the sizes people have. */
import { describe, expect, test } from 'vitest';
import { EVERYWHERE } from '../../source/archive/archive.ts';
import { memoryArchive } from '../../source/archive/memory.ts';
import { safeLine } from '../../source/safe.ts';
import { columnsOfLine } from '../../source/terminal/lines.ts';
import { startLoop } from '../../source/terminal/loop.ts';
import { initialState, topOf } from '../../source/terminal/state.ts';
import { edition } from '../fixture.ts';
import { play, shown } from './play.ts';

const narrow = { columns: 40, rows: 12 };
const wide = { columns: 120, rows: 30 };

/** The lines that the bar marks, without it. */
function marked(frame: string): string[] {
	return frame
		.split('\n')
		.filter((line) => line.startsWith('▌'))
		.map((line) => line.slice(2));
}

describe('digest', () => {
	test('shows stories with their days, sources and voices', async () => {
		const { frame } = await play(edition, '');
		expect(frame).toContain('Digest  all days · everyone');
		expect(frame).toContain('5–6 Mar 2025 · 2 sources · 5 quotations · 1 dispute');
		expect(frame).toContain('Mira Halloran, Teodor Brandvold');
		expect(frame).toContain('undated · 1 source · 1 quotation');
		expect(marked(frame)[0]).toBe('● Dockers close every berth');
	});

	test('a story opens into points, disputes side by side, quotations, voices, timeline and sources', async () => {
		const { frame } = await play(edition, 'enter', { columns: 80, rows: 60 });
		for (const words of [
			'Points',
			'2 outlets: The Bay Courier, port.md',
			'Where they disagree',
			'all 14  The Bay Courier · 5 Mar 2025',
			'12      port.md · about 6 Mar 2025',
			'Who said what',
			'Who spoke',
			'Timeline',
			'Sources',
		])
			expect(frame).toContain(words);
	});

	test('a day that was worked out is about then in the timeline too', async () => {
		const { frame } = await play(edition, 'enter', { columns: 80, rows: 60 });
		const lines = frame.split('\n').map((line) => line.trim());
		const days = lines
			.slice(lines.indexOf('Timeline'))
			.filter((line) => /^(?:about )?(?:[A-Z]\w\w )?\d+ Mar 2025$/.test(line));
		expect(days).toEqual(['Tue 4 Mar 2025', 'Wed 5 Mar 2025', 'about 6 Mar 2025']);
	});

	test('the days of a story are about then where each was worked out, on its row and at its head', async () => {
		const workedOut = edition.articles.map((one) =>
			one.published ? { ...one, published: { ...one.published, certain: false } } : one,
		);
		const { frame: list } = await play({ ...edition, articles: workedOut }, '');
		expect(list).toContain('about 5–6 Mar 2025 · 2 sources');
		const { frame: story } = await play({ ...edition, articles: workedOut }, 'enter');
		expect(story).toContain('about 5–6 Mar 2025 · 2 sources');
		expect((await play(edition, 'enter')).frame).not.toContain('about 5–6');
	});

	test('n goes from part to part, and Enter to where the sentence stands', async () => {
		const { frame } = await play(edition, 'enter n j enter');
		expect(frame).toContain('Article');
		expect(marked(frame)).toEqual(['Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.']);
	});

	test('a voice of a story leads to what that actor said', async () => {
		const { state } = await play(edition, 'enter n n n enter');
		expect(topOf(state)).toMatchObject({ kind: 'quotes', place: { day: 'all', actor: 'p1' } });
	});
});

describe('quotes', () => {
	test('says who is sure, who is probable and who is not known', async () => {
		const { frame } = await play(edition, '2');
		expect(frame).toContain('probably Teodor Brandvold (“he”) · in print about 6 Mar');
		expect(frame).toContain('Mira Halloran · said 4 Mar');
		expect(frame).toContain('speaker unknown · undated');
	});

	test('Enter shows the sentence in its article, Esc the same row again', async () => {
		const list = await play(edition, '2 j j');
		const { frame } = await play(edition, '2 j j enter');
		expect(marked(frame).join(' ')).toContain('“It is a truce in name only,” she said');
		const back = await play(edition, '2 j j enter esc');
		expect(back.frame).toBe(list.frame);
	});

	test('n in an article opened from the list goes on to the next row of the list', async () => {
		const { state, frame } = await play(edition, '2 enter n n');
		expect(marked(frame).join(' ')).toContain('It is a truce');
		expect(state.trails.quotes[0]).toMatchObject({ cursor: 2 });
	});

	test('an utterance that two outlets print stands once, with what the other prints below', async () => {
		const twice = {
			...edition,
			quotations: edition.quotations.map((said) =>
				said.id === 'q2'
					? { ...said, variants: ['q5'] }
					: said.id === 'q5'
						? { ...said, variants: ['q2'] }
						: said,
			),
		};
		const { frame } = await play(twice, '2');
		expect(frame).toContain('1/5');
		expect(frame).toMatch(
			/“Nobody wins a strike,”\n {2}≈ “It is a truce in name only,” “and the owners +The Bay Courier · fullest\n {4}know it\.”/,
		);
	});

	test('the words in which another outlet differs are marked, and equal ones are not told twice', async () => {
		const versions = (words: string) => ({
			...edition,
			quotations: edition.quotations.map((said) =>
				said.id === 'q5'
					? { ...said, variants: ['q6'] }
					: said.id === 'q6'
						? { ...said, text: words, variants: ['q5'] }
						: said,
			),
		});
		const { lines } = await play(versions('Nobody ever wins that strike,'), '2');
		const differs = lines.flat().filter(({ role }) => role === 'differs');
		expect(differs.map(({ text }) => text)).toEqual(['ever', 'that']);
		expect((await play(versions('nobody wins a strike!'), '2')).frame).toMatch(
			/≈ the same words +cheese\.txt/,
		);
		expect((await play(versions('Nobody wins'), '2')).frame).toContain('≈ “Nobody wins”');
	});

	test('a search is live, forgives typos and marks what it found', async () => {
		const { frame, lines } = await play(edition, '/ c e a s e f i r');
		expect(frame.split('\n').at(-1)).toContain('/ceasefir');
		expect(frame).toContain('“ceasefir”');
		const matches = lines.flat().filter(({ role }) => role === 'match');
		expect(matches.map(({ text }) => text)).toContain('cease-fire');
		const typo = await play(edition, '/ h a l o r a n');
		expect(typo.frame).toContain('We will not load another crate');
	});

	test('Enter keeps the results, n walks them, Esc leaves them', async () => {
		const kept = await play(edition, '/ c e a s e f i r e enter n');
		expect(kept.state.mode).toBe('browse');
		expect(kept.frame).toContain('2/2');
		expect((await play(edition, '/ c e a s e f i r e enter esc')).frame).toBe(
			(await play(edition, '')).frame,
		);
	});

	test('Esc while typing brings back what was there', async () => {
		expect((await play(edition, '2 j / x y esc')).frame).toBe((await play(edition, '2 j')).frame);
	});

	test('nothing found says so, and what was looked for', async () => {
		expect((await play(edition, '/ z q x w v')).frame).toContain('No quotation like “zqxwv”.');
	});

	test('keys of the list are letters while a query is typed', async () => {
		const { state } = await play(edition, '/ q 0 j space b');
		expect(topOf(state)).toMatchObject({ kind: 'quotes', words: 'q0j b' });
	});

	test('the query is edited like a line', async () => {
		const words = async (keys: string) => (await play(edition, `/ ${keys}`)).state.typing?.text;
		expect(await words('a b space c d ^W')).toBe('ab ');
		expect(await words('a b c left left X')).toBe('aXbc');
		expect(await words('a b ^A X ^E Y')).toBe('XabY');
		expect(await words('a b left ^U')).toBe('b');
		expect(await words('a backspace')).toBe('');
	});
});

describe('grid', () => {
	test('counts by height, shows the cell under the cursor and its words', async () => {
		const { frame } = await play(edition, '3');
		expect(frame).toMatch(/Mira Halloran +2 {2}▂▂ ▂▂ {2}0 {2}·/);
		expect(frame).toMatch(/Teodor Brandvold +2 {3}· {2}· ▄▄ {2}·/);
		const { frame: moved } = await play(edition, '3 h');
		expect(moved).toContain('Mira Halloran · Wed 5 Mar 2025 · 1 quotation');
		expect(moved).toContain('“It is a truce in name only,” “and the owners know it.”');
	});

	test('months stand over their days, and a week without news is an ellipsis', async () => {
		const april = {
			...edition,
			days: edition.days.map((entry) =>
				entry.day === '2025-03-06' ? { ...entry, day: '2025-04-20' } : entry,
			),
		};
		const { frame } = await play(april, '3');
		expect(frame).toMatch(/ Mar {3}Apr\n.* 4 {2}5…20 {2}–/);
	});

	test('arrows and hjkl walk it to its edges and no further', async () => {
		const at = async (keys: string) => {
			const top = topOf((await play(edition, `3 ${keys}`)).state);
			return top.kind === 'grid' ? [top.cursor, top.column] : null;
		};
		expect(await at('')).toEqual([0, 2]);
		expect(await at('j h')).toEqual([1, 1]);
		expect(await at('down left right')).toEqual([1, 2]);
		expect(await at('k h h h h h')).toEqual([0, 0]);
		expect(await at('j j j l l l l')).toEqual([1, 3]);
	});

	test('Enter opens the cell as a place, Esc goes back to it', async () => {
		const { frame } = await play(edition, '3 j enter');
		expect(frame).toContain('Quotes  Thu 6 Mar 2025 · Teodor Brandvold');
		expect((await play(edition, '3 j enter esc')).frame).toBe((await play(edition, '3 j')).frame);
	});

	test('the cursor follows the place', async () => {
		const { frame } = await play(edition, '3 } } ]');
		expect(frame).toContain('Grid    Thu 6 Mar 2025 · Teodor Brandvold');
		expect(frame).toContain('Teodor Brandvold · Thu 6 Mar 2025 · 2 quotations');
	});
});

describe('articles', () => {
	test('say how their day is known, and whose words a missing headline is', async () => {
		const { frame } = await play(edition, '4 enter');
		expect(frame).toContain('about 6 Mar 2025');
		expect(frame).toContain('no headline printed: its first sentence');
	});

	test('x shows what was left out and why, and hides it again', async () => {
		const { frame } = await play(edition, '4 j enter');
		expect(frame).toContain('1 left out');
		expect(frame).not.toContain('┆');
		const all = await play(edition, '4 j enter x');
		expect(all.frame).toContain('┆ picture caption · Harbour workers');
		expect((await play(edition, '4 j enter x x')).frame).toBe(frame);
	});

	test('quotations, speakers and names are told apart', async () => {
		const { lines } = await play(edition, '4 j enter');
		const of = (role: string) =>
			lines
				.slice(2, -1)
				.flat()
				.filter((piece) => piece.role === role)
				.map(({ text }) => text)
				.join('|');
		expect(of('quotation')).toContain('We will not load another crate');
		expect(of('speaker')).toContain('Mira Halloran');
	});

	test('n goes to the next quotation', async () => {
		const { frame } = await play(edition, '4 j enter n n');
		expect(marked(frame).join(' ')).toContain('It is a truce in name only');
	});
});

describe('the place', () => {
	test('is moved by the same keys in every view, and stands in the title', async () => {
		for (const view of ['1', '2', '3', '4']) {
			const { frame, state } = await play(edition, `${view} ] ]`);
			expect(frame.split('\n')[0]).toContain('Wed 5 Mar 2025 · everyone');
			expect(topOf(state).place).toEqual({ day: '2025-03-05', actor: null });
		}
	});

	test('goes with the reader from view to view', async () => {
		const { frame } = await play(edition, '] ] 2');
		expect(frame.split('\n')[0]).toContain('Quotes  Wed 5 Mar 2025');
		expect(frame).toContain('1/2');
	});

	test('ends are said, 0 goes back to everything', async () => {
		const last = await play(edition, '] ] ] ] ]');
		expect(last.frame).toContain('undated');
		expect(last.frame.split('\n').at(-1)).toContain('no later day');
		expect((await play(edition, '] ] 0')).frame).toBe((await play(edition, '')).frame);
	});

	test('an empty place says what it is and the way out', async () => {
		const { frame } = await play(edition, '2', undefined, { day: '2025-03-04', actor: 'p2' });
		expect(frame).toContain('Nothing said by Teodor Brandvold on Tue 4 Mar 2025.');
		expect(frame).toContain('[ and ] lead to the days before and after.');
		expect(frame).toContain('0 goes back to all days and everyone.');
	});

	test('an empty archive is no quiet day', async () => {
		const none = { ...edition, articles: [], actors: [], quotations: [], stories: [], days: [] };
		for (const view of ['1', '2', '3', '4'])
			expect((await play(none, view)).frame, `view ${view}`).toContain('No articles here.');
	});
});

test('what the archive did not answer is no quiet day: it says so, and asks again on ^L', async () => {
	const working = memoryArchive(edition);
	let broken = true;
	const refuse = () => Promise.reject(new Error('disk \x1b[2Jfull'));
	const archive = {
		...working,
		stories: (query: Parameters<typeof working.stories>[0]) => (broken ? refuse() : working.stories(query)),
		article: (id: string) => (broken ? refuse() : working.article(id)),
	};
	const loop = startLoop(archive, initialState({ columns: 80, rows: 24 }, EVERYWHERE), {
		draw: () => {},
		wish: () => {},
	});
	await loop.rest();
	const first = shown(loop.state()).frame;
	expect(first).toContain('the archive does not answer: disk full');
	// That nobody answers stays in sight, however many keys are pressed meanwhile, until somebody does.
	const bottom = () => shown(loop.state()).frame.split('\n').at(-1);
	loop.send({ type: 'away', words: safeLine('what is shown is of noon') }, { type: 'key', key: 'j' });
	await loop.rest();
	expect(bottom()).toMatch(/^ {2}what is shown is of noon {2}q quit/);
	loop.send({ type: 'said', message: safeLine('the last one') });
	expect(bottom()).toBe('  the last one');
	loop.send({ type: 'key', key: 'k' }, { type: 'size', size: { columns: 20, rows: 24 } });
	expect(bottom()).toMatch(/^ {2}what is shown is/);
	loop.send({ type: 'size', size: { columns: 80, rows: 24 } }, { type: 'away', words: null });
	expect(bottom()).not.toContain('noon');
	expect(first).toContain('Nothing is lost: ^L asks again.');
	expect(first).not.toContain('No story');
	loop.send({ type: 'key', key: '4' }, { type: 'key', key: 'enter' });
	await loop.rest();
	expect(shown(loop.state()).frame).toContain('Nothing is lost');
	broken = false;
	for (const key of ['^L', '1']) {
		loop.send({ type: 'key', key });
		await loop.rest();
	}
	expect(shown(loop.state()).frame).toBe((await play(edition, '')).frame);
});

describe('the panes beside', () => {
	const broad = { columns: 200, rows: 40 };
	const beside = (frame: string) => frame.split('\n').map((line) => line.slice(line.indexOf('│')));
	const bar = (frame: string) => marked(frame).map((line) => line.slice(0, line.indexOf('│')));
	const begun = async () => {
		const loop = startLoop(memoryArchive(edition), initialState(broad, EVERYWHERE), {
			draw: () => {},
			wish: () => expect.unreachable(),
		});
		await loop.rest();
		const press = (...keys: readonly string[]) => {
			loop.send(...keys.map((key) => ({ type: 'key' as const, key })));
			return shown(loop.state()).frame;
		};
		return { loop, press, before: shown(loop.state()).frame };
	};

	test('stay while the cursor moves, and follow when it rests', async () => {
		const { loop, press, before } = await begun();
		const moving = press('j');
		expect(bar(moving)).not.toEqual(bar(before));
		expect(beside(moving).slice(1, -1)).toEqual(beside(before).slice(1, -1));
		await loop.rest();
		const rested = shown(loop.state()).frame;
		expect(bar(rested)).toEqual(bar(moving));
		expect(beside(rested).slice(1, -1)).not.toEqual(beside(before).slice(1, -1));
	});

	test('are opened as what is under the cursor, not as what they show', async () => {
		const { loop, press } = await begun();
		press('j', 'enter');
		await loop.rest();
		const { frame } = await play(edition, 'j enter', broad);
		expect(shown(loop.state()).frame).toBe(frame);
		expect(frame).toContain('Story  ');
	});

	test('are where they were when the cursor comes back', async () => {
		const { loop, press, before } = await begun();
		press('j', 'k', '?', 'esc');
		await loop.rest();
		expect(shown(loop.state()).frame).toBe(before);
	});
});

describe('keys', () => {
	test('q goes one level back and leaves from a first screen; Q and ^C leave from anywhere', async () => {
		expect((await play(edition, 'enter q')).wishes).toEqual([]);
		expect((await play(edition, 'enter q q')).wishes).toEqual(['quit']);
		expect((await play(edition, 'enter enter Q')).wishes).toEqual(['quit']);
		expect((await play(edition, '/ a ^C')).wishes).toEqual(['interrupt']);
		expect((await play(edition, 'esc esc')).wishes).toEqual([]);
	});

	test('that mean nothing do nothing', async () => {
		expect((await play(edition, 'Z é ^X delete backtab')).frame).toBe((await play(edition, '')).frame);
	});

	test('problems and help open and close by their own key', async () => {
		expect((await play(edition, '!')).frame).toContain('broken.txt:3: not UTF-8, read as Windows-1252');
		expect((await play(edition, '?')).frame).toContain('back to where you came from');
		for (const key of ['!', '?'])
			expect((await play(edition, `${key} ${key}`)).frame).toBe((await play(edition, '')).frame);
	});

	test('a paste is no keys, but goes into a query as one line', async () => {
		const loop = startLoop(memoryArchive(edition), initialState({ columns: 80, rows: 24 }, EVERYWHERE), {
			draw: () => {},
			wish: () => expect.unreachable(),
		});
		loop.send({ type: 'text', text: 'qqQ' });
		await loop.rest();
		loop.send({ type: 'key', key: '/' }, { type: 'text', text: 'cease\r\n\x1b[31mfire' });
		await loop.rest();
		expect(loop.state().typing?.text).toBe('cease fire');
	});
});

describe('copying', () => {
	test('y takes the quotation with speaker, day and source, Y the source, on one line', async () => {
		expect((await play(edition, '2 G k y')).wishes).toEqual([
			{
				copy: '“We will not load another crate until the cease-fire on wages ends,” — Mira Halloran, said 4 Mar 2025 (The Bay Courier, “Dockers close every berth”)',
			},
		]);
		expect((await play(edition, '2 enter Y')).wishes).toEqual([
			{
				copy: '“Dockers closed 12 berths at Ostrava Bay on Tuesday, closing the port.”, port.md, about 6 Mar 2025',
			},
		]);
		expect((await play(edition, 'enter y')).wishes).toEqual([
			{
				copy: 'Harbour workers in Ostrava Bay walked out on Tuesday, closing all 14 berths. (“Dockers close every berth”, The Bay Courier, 5 Mar 2025)',
			},
		]);
	});

	test('where there is nothing to copy it says so', async () => {
		const { frame, wishes } = await play(edition, '4 y');
		expect(wishes).toEqual([]);
		expect(frame).toContain('nothing to copy here');
	});
});

describe('sizes', () => {
	const sizes = [
		narrow,
		{ columns: 80, rows: 24 },
		wide,
		{ columns: 200, rows: 60 },
		{ columns: 20, rows: 5 },
		{ columns: 3, rows: 2 },
		{ columns: 1, rows: 1 },
	];
	const ways = [
		'',
		'enter',
		'enter n enter',
		'2',
		'2 enter',
		'/ c e',
		'3',
		'3 j enter',
		'4',
		'4 enter x',
		'!',
		'?',
	];
	test.each(sizes)('every screen fills $columns by $rows and no more', async (size) => {
		for (const keys of ways) {
			const { lines } = await play(edition, keys, size);
			expect(lines, keys).toHaveLength(size.rows);
			for (const line of lines) expect(columnsOfLine(line), keys).toBeLessThanOrEqual(size.columns);
		}
	});

	test('a list shows what the bar stands at beside it where there is room', async () => {
		expect((await play(edition, '2', narrow)).frame).not.toContain('│');
		const { frame } = await play(edition, '2 j j', wide);
		expect(frame).toContain('│');
		expect(frame).toContain('Harbour workers in Ostrava Bay');
	});

	test('resizing and coming back changes nothing', async () => {
		const loop = startLoop(memoryArchive(edition), initialState({ columns: 80, rows: 24 }, EVERYWHERE), {
			draw: () => {},
			wish: () => {},
		});
		loop.send({ type: 'key', key: '2' }, { type: 'key', key: 'G' });
		await loop.rest();
		const before = shown(loop.state()).frame;
		loop.send({ type: 'size', size: narrow }, { type: 'size', size: { columns: 80, rows: 24 } });
		await loop.rest();
		expect(shown(loop.state()).frame).toBe(before);
	});

	test('the bar is in sight wherever it goes', async () => {
		for (const size of [narrow, { columns: 30, rows: 6 }])
			for (const way of ['2', 'enter', '4', '?']) {
				let keys = way;
				for (const key of ['j', 'j', 'j', 'G', 'k', '^U', '^D', 'b', 'space', 'g', 'G']) {
					keys += ` ${key}`;
					const { frame } = await play(edition, keys, size);
					expect(marked(frame).length, `${keys} at ${size.columns}x${size.rows}`).toBeGreaterThan(0);
				}
			}
	});
});

test('text from articles reaches the screen only through the safe door', async () => {
	const hostile = structuredClone(edition) as typeof edition;
	const evil = '\x1b]52;c;ZXZpbA==\x07\x1b[2Jowned\u202e\x9b31m';
	const edited = {
		...hostile,
		stories: hostile.stories.map((story) => ({ ...story, headline: evil + story.headline })),
		actors: hostile.actors.map((actor) => ({ ...actor, name: evil + actor.name })),
		quotations: hostile.quotations.map((said) => ({ ...said, text: evil + said.text })),
		articles: hostile.articles.map((article) => ({
			...article,
			headline: evil,
			outlet: evil,
			byline: evil,
			text: article.text.replace('Ostrava', '\x1b[2J\x07\x9b'),
		})),
		problems: [{ file: evil, line: 1, stage: 'x', message: evil }],
	};
	for (const keys of ['', 'enter', '2', '2 enter', '3', '4', '4 enter', '!', '/ \x1b a'])
		for (const { text } of (await play(edited, keys)).lines.flat())
			expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});

describe('the bottom line', () => {
	const bottom = async (keys: string, columns = 140) =>
		(await play(edition, keys, { columns, rows: 24 })).frame.split('\n').at(-1)!;

	test.each([
		['', '  q quit  ? help  Enter open  / search  f filter  [ ] day'],
		['enter', '  q back  ? help  Enter open  / search  n next  y copy  [ ] day'],
	])('%j: what is the same everywhere stands first', async (keys, start) => {
		expect(await bottom(keys)).toContain(start);
	});

	test('the way out stays in sight however narrow it is', async () => {
		expect(await bottom('', 28)).toMatch(/^ {2}q quit {2}\? help/);
	});

	test.each(['!', '?'])('%s: what belongs to no place offers no other, and tells none', async (keys) => {
		const { frame } = await play(edition, keys);
		expect(frame.split('\n').at(-1)).not.toMatch(/day {2}|actor {2}/);
		expect(frame.split('\n')[0]).not.toContain('all days');
	});

	test('offers nothing to do with rows where there are none', async () => {
		expect(await bottom('4 u')).not.toMatch(/Enter|copy/);
		expect(await bottom('4')).toContain('Enter open');
		expect(await bottom('2 / x q x q enter')).not.toMatch(/Enter|copy|next/);
		expect(await bottom('2')).toMatch(/Enter open.*n next.*y copy/);
	});
});

test('what stands in the timeline and among the sources is told whole where it is narrow', async () => {
	const { frame } = await play(edition, 'enter', { columns: 40, rows: 200 });
	const lines = frame.split('\n');
	const from = lines.findIndex((line) => line.trim() === 'Timeline');
	expect(from).toBeGreaterThan(0);
	// Whose words they are, then what was said, on a second line behind the first.
	expect(lines.slice(from)).toContainEqual(expect.stringMatching(/^ {2}\S.*: \S/));
	expect(lines.slice(from)).toContainEqual(expect.stringMatching(/^ {4}\S/));
});
