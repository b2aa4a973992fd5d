/**
 * The part of TOML that a small file of settings needs: `[section]`, `key = value`, strings, true and false, lists of
 * strings, comments. Unlike a parser of the whole language it knows the line of everything, and a mistake costs its own
 * line only. Pure.
 */

export type Value = string | boolean | readonly string[];

export interface Entry {
	/** '' above the first section. */
	readonly section: string;
	readonly name: string;
	readonly value: Value;
	readonly line: number;
}

export interface Slip {
	readonly line: number;
	readonly message: string;
}

/** One token behind blanks and comments; a list may go over several lines, nothing else does. */
const BLANKS = /[ \t\r]*(?:#[^\n]*)?/y;
const BLANKS_OF_LIST = /(?:[ \t\r\n]|#[^\n]*)*/y;
const STRING = /"((?:[^"\\\n]|\\[^\n])*)"|'([^'\n]*)'/y;
const WORD = /[\p{L}\p{N}_-]+/uy;

export function entriesOf(text: string): { entries: readonly Entry[]; slips: readonly Slip[] } {
	const entries: Entry[] = [];
	const slips: Slip[] = [];
	let section = '';
	let at = text.startsWith('\ufeff') ? 1 : 0;
	let line = 1;
	/** Where lines were last counted. */
	let counted = at;

	const lineHere = () => {
		for (; counted < at; counted++) if (text[counted] === '\n') line++;
		return line;
	};
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) at += match[0].length;
		return match;
	};
	const takeSign = (sign: string) => {
		if (text[at] !== sign) return false;
		at++;
		return true;
	};
	const string = (): string | null => {
		const match = take(STRING);
		if (!match) return null;
		return match[1] === undefined ? match[2]! : unescaped(match[1]);
	};
	const list = (): string[] | null => {
		const items: string[] = [];
		while (at < text.length) {
			take(BLANKS_OF_LIST);
			if (takeSign(']')) return items;
			const item = string();
			if (item === null) return null;
			items.push(item);
			take(BLANKS_OF_LIST);
			if (!takeSign(',') && text[at] !== ']') return null;
		}
		return null;
	};
	const value = (): Value | null => {
		if (takeSign('[')) return list();
		const word = take(WORD)?.[0];
		return word === undefined ? string() : word === 'true' ? true : word === 'false' ? false : word;
	};

	while (at < text.length) {
		take(BLANKS);
		if (takeSign('\n') || at === text.length) continue;
		const start = lineHere();
		let wrong: string | null = null;
		if (takeSign('[')) {
			take(BLANKS);
			const name = take(WORD)?.[0];
			take(BLANKS);
			if (name !== undefined && takeSign(']')) section = name;
			else wrong = 'a section is [NAME]';
		} else {
			const name = take(WORD)?.[0] ?? string();
			take(BLANKS);
			if (name === null || !takeSign('=')) wrong = 'a setting is NAME = VALUE';
			else {
				take(BLANKS);
				const held = value();
				if (held === null) wrong = `${name} wants "text", true, false, or a list: ["one", "two"]`;
				else entries.push({ section, name, value: held, line: start });
			}
		}
		if (wrong === null) {
			take(BLANKS);
			if (at < text.length && text[at] !== '\n') {
				wrong = 'a line holds one setting, and a comment behind #';
				if (entries.at(-1)?.line === start) entries.pop();
			}
		}
		if (wrong !== null) {
			slips.push({ line: start, message: wrong });
			const end = text.indexOf('\n', at);
			at = end < 0 ? text.length : end;
		}
	}
	return { entries, slips };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescaped(text: string): string {
	return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, sign) =>
		code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
	);
}
