/** The commands about feeds: follow them, take over lists of them, hand the list on, fetch what is new. */
import { isOwnNetwork, shownUrl } from '../feeds/address.ts';
import { openLibrary } from '../feeds/library.ts';
import { addToList, readList } from '../feeds/list.ts';
import { takeLock } from '../feeds/lock.ts';
import { lookAt, NO_ADDRESS } from '../feeds/looking.ts';
import { readOpml, writeOpml } from '../feeds/opml.ts';
import { pullAll } from '../feeds/pull.ts';
import { textOf } from '../feeds/reading.ts';
import { readSubscriptions, type Subscription } from '../feeds/subscriptions.ts';
import { readSafely, whyNot } from '../ingest/files.ts';
import { ownFolder } from '../kept/folders.ts';
import { openFetcher } from '../network/fetching.ts';
import { safeLine } from '../safe.ts';
import type { Asking } from './agent.ts';
import type { Command } from './arguments.ts';
import { dayFrom, localDay } from './days.ts';
import { NothingFound } from './mistakes.ts';
import { counted, type Report, reportTo } from './pulling.ts';
import { defaultFolder, feedsFile, kindOf, libraryFolder } from './usual.ts';
import { writeAll } from './write.ts';

/** Does what the command says; resolves with the exit code. */
export async function obeyFeeds(command: Command, asking: Asking): Promise<number> {
	const stopping = new AbortController();
	let code = 0;
	const stop = (signal: NodeJS.Signals) => {
		const next = signal === 'SIGINT' ? 130 : 143;
		// Who asks twice does not want to wait for what is being written.
		if (code !== 0) process.exit(next);
		code = next;
		stopping.abort();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
	try {
		const done = await obey(command, { ...asking, signal: stopping.signal });
		return code || done;
	} finally {
		process.off('SIGINT', stop).off('SIGTERM', stop);
	}
}

interface Run extends Asking {
	readonly signal: AbortSignal;
}

function obey(command: Command, run: Run): Promise<number> {
	switch (command.name) {
		case 'add':
			return add(command.paths, run);
		case 'import':
			return importLists(command.paths);
		case 'pull':
			return pull(command, run);
		default:
			return exportList();
	}
}

function tell(message: string): void {
	process.stderr.write(`quotidian: ${safeLine(message)}\n`);
}

const print = (line: string) => writeAll(process.stdout, [`${safeLine(line)}\n`]);

async function listOf() {
	const list = await readList(feedsFile());
	if ('problem' in list) throw new NothingFound(list.problem);
	return list;
}

/** Those that were not in the list yet. */
async function subscribe(wanted: readonly Subscription[]): Promise<readonly Subscription[]> {
	const fresh = await addToList(feedsFile(), wanted, { lock: `${stateFolder()}/list.lock`, now: Date.now });
	if ('problem' in fresh) throw new NothingFound(fresh.problem);
	return fresh;
}

const stateFolder = () => `${ownFolder('state')}/feeds`;

async function add(given: readonly string[], { agent, signal }: Run): Promise<number> {
	let failed = false;
	for (const one of given) {
		if (signal.aborted) break;
		const kind = kindOf(one);
		const looked = await lookAt(one, kind === 'file' ? () => bytesOf(one) : null, {
			fetch: async (url, own) => {
				const fetcher = openFetcher({ agent, signal, allowPrivate: own && 'asked' });
				const accept = 'application/rss+xml, application/atom+xml, text/html;q=0.9, */*;q=0.5';
				return fetcher
					.fetch({ url, etag: null, lastModified: null, accept, robots: false })
					.finally(() => fetcher.close());
			},
			today: localDay(new Date()),
		});
		if (signal.aborted) break;
		if ('problem' in looked) {
			const known = looked.problem === NO_ADDRESS ? NO_FILE[kind] : undefined;
			tell(`${shownUrl(one)}: ${known ?? looked.problem}`);
			failed = true;
			continue;
		}
		const fresh = await subscribe([{ url: looked.url, title: null, tags: [] }]);
		const name = [looked.title, shownUrl(looked.url)].filter(Boolean).join(', ');
		const near = kind === 'file' && isOwnNetwork(looked.url) ? ' (on your own network)' : '';
		await print(`${fresh.length > 0 ? 'added' : 'there already'}: ${name}${near}`);
		for (const other of looked.others) await print(`the page also names: ${other}`);
	}
	return failed ? 1 : 0;
}

/** What cannot be read as a file, by what it is. */
const NO_FILE: Partial<Record<ReturnType<typeof kindOf>, string>> = {
	folder: 'a folder, and no file',
	other: 'not a regular file',
};

/** Of standard input as well; or why they cannot be had. */
async function bytesOf(path: string): Promise<Uint8Array | string> {
	if (path === '-') return bytesOfInput();
	const kind = kindOf(path);
	if (kind !== 'file') return NO_FILE[kind] ?? 'no such file';
	let problem = 'cannot be read';
	const raw = await readSafely({ path, file: path, format: 'text' }, (_, message) => {
		problem = message;
	});
	return raw?.bytes ?? problem;
}

/** A list of feeds is no longer. */
const MOST_BYTES = 16 * 2 ** 20;

async function bytesOfInput(): Promise<Uint8Array | string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
			parts.push(part);
			size += part.length;
			if (size > MOST_BYTES) return `larger than ${MOST_BYTES / 2 ** 20} MB`;
		}
	} catch (error) {
		return `standard input broke off: ${whyNot(error)}`;
	}
	return Buffer.concat(parts);
}

async function importLists(files: readonly string[]): Promise<number> {
	let failed = false;
	for (const file of files) {
		const bytes = await bytesOf(file);
		const text = typeof bytes === 'string' ? '' : textOf(bytes, null);
		const found = text.trimStart().startsWith('<') ? readOpml(text) : readSubscriptions(text);
		// Of a text that is no list at all there is no use in telling this of every line.
		const isNone = found === null || (found.subscriptions.length === 0 && found.skipped.length > FEW);
		if (typeof bytes === 'string' || isNone) {
			tell(`${file}: ${typeof bytes === 'string' ? bytes : 'neither OPML nor a list of addresses'}`);
			failed = true;
			continue;
		}
		for (const { line, message } of found.skipped) tell(`${file}${line > 0 ? `:${line}` : ''}: ${message}`);
		const fresh = await subscribe(found.subscriptions);
		const known = found.subscriptions.length - fresh.length;
		const own = fresh.filter(({ url }) => isOwnNetwork(url)).length;
		const parts = [
			`${counted(fresh.length, 'feed')} added`,
			known > 0 ? `${known} there already` : '',
			found.skipped.length > 0 ? `${found.skipped.length} skipped` : '',
			own > 0 ? `${own} of them on your own network` : '',
		];
		await print(`${file}: ${parts.filter(Boolean).join(', ')}`);
		if (found.subscriptions.length === 0) failed = true;
	}
	return failed ? 1 : 0;
}

const FEW = 3;

async function exportList(): Promise<number> {
	const { subscriptions, skipped } = await listOf();
	for (const { line, message } of skipped) tell(`${feedsFile()}:${line}: ${message}`);
	const secret = subscriptions.filter(({ url }) => shownUrl(url) !== url).length;
	if (secret > 0) tell(`the passwords of ${counted(secret, 'feed')} were left out`);
	await writeAll(process.stdout, [writeOpml(subscriptions)]);
	if (subscriptions.length > 0) return 0;
	tell('no feeds yet; follow one with quotidian add URL');
	return 1;
}

async function pull(command: Command, { agent, paths, signal }: Run): Promise<number> {
	const since = command.since === null ? null : dayFrom(command.since, 'since', new Date());
	const list = await listOf();
	if (list.subscriptions.length === 0)
		throw new NothingFound(
			'no feeds yet; follow one with quotidian add URL, or a list with quotidian import FILE',
		);
	if (!command.quiet)
		for (const { line, message } of list.skipped) tell(`${feedsFile()}:${line}: ${message}`);
	const wanted = chosen(list.subscriptions, command.paths);
	const lock = await takeLock(`${stateFolder()}/pull.lock`, Date.now);
	if (lock === null) {
		if (!command.quiet) tell('another pull is at work; what is new comes in by that one');
		return 0;
	}
	const report: Report = reportTo(process, wanted.length, command.quiet);
	const fetchers = ([false, 'asked'] as const).map((allowPrivate) =>
		openFetcher({ agent, signal, allowPrivate }),
	);
	try {
		const library = await openLibrary(libraryFolder(), Date.now()).catch((error: unknown) => {
			const kind = kindOf(libraryFolder());
			const why =
				kind === 'file' || kind === 'other'
					? 'stands where your library should; move it away'
					: whyNot(error);
			throw new NothingFound(`${libraryFolder()}: ${why}`);
		});
		const around = {
			fetcher: fetchers[0]!,
			ownFetcher: fetchers[1]!,
			library,
			stateFolder: stateFolder(),
			signal,
			now: Date.now,
			today: localDay(new Date()),
			since,
			insists: command.paths.length > 0,
			afresh: library.isNew,
			onArticle: report.article,
		};
		await pullAll(wanted, around, report.feed);
		const code = await report.end(signal.aborted);
		const folder = defaultFolder();
		if (!command.quiet && folder !== libraryFolder() && paths.length === 0)
			tell(
				`here ./${folder} is read when nothing is named; read your feeds with quotidian ${libraryFolder()}`,
			);
		return code;
	} finally {
		await Promise.all(fetchers.map((fetcher) => fetcher.close()));
		await lock.release();
	}
}

/** Those with one of the names in their address, title or tags; all when none is given. */
function chosen(all: readonly Subscription[], names: readonly string[]): readonly Subscription[] {
	if (names.length === 0) return all;
	const found = new Set<Subscription>();
	for (const name of names) {
		const words = name.toLowerCase();
		const matching = all.filter(
			({ url, title, tags }) =>
				shownUrl(url).toLowerCase().includes(words) ||
				url === name ||
				title?.toLowerCase().includes(words) ||
				tags.some((tag) => tag.toLowerCase() === words),
		);
		if (matching.length === 0)
			throw new NothingFound(`no feed of yours is called “${name}”; they stand in ${feedsFile()}`);
		for (const one of matching) found.add(one);
	}
	return all.filter((one) => found.has(one));
}
