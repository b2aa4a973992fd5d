/**
 * Counts the steps of regular expressions instead of timing them: each one that runs is run a second time by a plain
 * backtracking matcher of our own, which counts, and must find what the engine found. Sees expressions alone, those of
 * libraries too; what `indexOf` and its like cost is not in it.
 */

/** Where the rest of an expression ends when it is matched from here, or -1. */
type Match = (at: number) => number;

type Node =
	| { readonly kind: 'row' | 'choice'; readonly nodes: readonly Node[] }
	| { readonly kind: 'one'; readonly source: string }
	| {
			readonly kind: 'times';
			readonly node: Node;
			readonly min: number;
			readonly max: number;
			readonly lazy: boolean;
	  }
	| { readonly kind: 'group'; readonly node: Node; readonly number: number }
	| { readonly kind: 'look'; readonly node: Node; readonly behind: boolean; readonly not: boolean }
	| { readonly kind: 'edge'; readonly source: string }
	| { readonly kind: 'again'; readonly group: string };

interface Program {
	/** The end of the match at a place, or -1. */
	readonly run: (input: string, at: number) => number;
	/** Can begin at the beginning alone. */
	readonly anchored: boolean;
	readonly name: string;
	steps: number;
	/** More of them are not counted out. */
	most: number;
}

/** More steps of one expression than this are not counted out, unless it is said otherwise. */
export const MOST = 30_000_000;
const TOO_MANY = new Error('too many steps');

const nativeExec = RegExp.prototype.exec;

const TOKEN =
	/\(\?<?[=!]|\(\?:|\(\?<(\w+)>|\(|\)|\||\^|\$|\\[bB]|\\k<(\w+)>|\\([1-9]\d*)|\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[\da-fA-F]+\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|[\s\S])|[\s\S]/uy;
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?)?/y;

function parsed(source: string): { readonly node: Node; readonly names: ReadonlyMap<string, number> } {
	const names = new Map<string, number>();
	let at = 0;
	let groups = 0;
	const next = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = nativeExec.call(pattern, source);
		if (found) at += found[0].length;
		return found;
	};
	const choice = (): Node => {
		const options = [row()];
		while (source[at] === '|') {
			at++;
			options.push(row());
		}
		return options.length === 1 ? (options[0] as Node) : { kind: 'choice', nodes: options };
	};
	const inGroup = (): Node => {
		const node = choice();
		at++;
		return node;
	};
	const row = (): Node => {
		const nodes: Node[] = [];
		while (at < source.length && source[at] !== '|' && source[at] !== ')') nodes.push(times(term()));
		return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'row', nodes };
	};
	const term = (): Node => {
		const [token, name, byName, byNumber] = next(TOKEN) ?? [''];
		if (token === '(' || name !== undefined) {
			const number = ++groups;
			if (name !== undefined) names.set(name, number);
			return { kind: 'group', node: inGroup(), number };
		}
		if (token === '(?:') return inGroup();
		if (token.startsWith('(?'))
			return { kind: 'look', node: inGroup(), behind: token[2] === '<', not: token.endsWith('!') };
		if (token === '^' || token === '$' || token === '\\b' || token === '\\B')
			return { kind: 'edge', source: token };
		const group = byName ?? byNumber;
		return group === undefined ? { kind: 'one', source: token } : { kind: 'again', group };
	};
	const times = (node: Node): Node => {
		const found = next(TIMES);
		if (!found) return node;
		const [, sign, from, comma, to, lazy] = found;
		const min = sign ? (sign === '+' ? 1 : 0) : Number(from);
		const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? (to ? Number(to) : Infinity) : min;
		return { kind: 'times', node, min, max, lazy: lazy !== undefined };
	};
	return { node: choice(), names };
}

const isAnchored = (node: Node): boolean =>
	(node.kind === 'edge' && node.source === '^') ||
	(node.kind === 'row' && node.nodes[0] !== undefined && isAnchored(node.nodes[0])) ||
	(node.kind === 'choice' && node.nodes.every(isAnchored)) ||
	(node.kind === 'group' && isAnchored(node.node));

const isWord = (unit: number) =>
	(unit >= 48 && unit < 58) || (unit >= 65 && unit < 91) || unit === 95 || (unit >= 97 && unit < 123);
const isLineEnd = (unit: number) => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

/** Whether a character is one of those that a class, an escape or a sign stands for: asked of the engine once for each. */
const known = new Map<string, (code: number) => boolean>();
function oneOf(source: string, flags: string): (code: number) => boolean {
	const key = `${source}/${flags}`;
	const before = known.get(key);
	if (before) return before;
	const pattern = new RegExp(`^${source}$`, flags);
	const answers = new Uint8Array(0x10000);
	const ask = (code: number) => nativeExec.call(pattern, String.fromCodePoint(code)) !== null;
	const is = (code: number) => {
		if (code > 0xffff) return ask(code);
		if (answers[code] === 0) answers[code] = ask(code) ? 1 : 2;
		return answers[code] === 1;
	};
	known.set(key, is);
	return is;
}

function programOf(source: string, flags: string): Program {
	const { node: whole, names } = parsed(source);
	const pairs = flags.includes('u');
	const lines = flags.includes('m');
	const ofOne = [...flags].filter((flag) => 'ius'.includes(flag)).join('');
	const starts: number[] = [];
	const groups: (string | undefined)[] = [];
	const keeps = nativeExec.call(/\\(?:k<|[1-9])/, source) !== null;
	let input = '';

	const step = () => {
		if (++program.steps > program.most) throw TOO_MANY;
	};
	/** The end, or in what stands behind the start, of the character here when it is one of these; else -1. */
	const past = (is: (code: number) => boolean, back: boolean): Match =>
		back
			? (at) => {
					step();
					if (at <= 0) return -1;
					const pair = pairs && at > 1 ? (input.codePointAt(at - 2) ?? 0) : 0;
					return pair > 0xffff ? (is(pair) ? at - 2 : -1) : is(input.charCodeAt(at - 1)) ? at - 1 : -1;
				}
			: (at) => {
					step();
					if (at >= input.length) return -1;
					const code = pairs ? (input.codePointAt(at) ?? 0) : input.charCodeAt(at);
					return is(code) ? at + (code > 0xffff ? 2 : 1) : -1;
				};

	const built = (node: Node, then: Match, back: boolean): Match => {
		switch (node.kind) {
			case 'row':
				return (back ? node.nodes : node.nodes.toReversed()).reduce(
					(rest, one) => built(one, rest, back),
					then,
				);
			case 'choice': {
				const options = node.nodes.map((option) => built(option, then, back));
				return (at) => {
					for (const option of options) {
						step();
						const end = option(at);
						if (end >= 0) return end;
					}
					return -1;
				};
			}
			case 'one': {
				const one = past(oneOf(node.source, ofOne), back);
				return (at) => {
					const end = one(at);
					return end < 0 ? -1 : then(end);
				};
			}
			case 'times':
				return node.node.kind === 'one'
					? ofOnes(past(oneOf(node.node.source, ofOne), back), node, then)
					: ofMany(node, then, back);
			case 'group': {
				if (!keeps) return built(node.node, then, back);
				const { number } = node;
				const inner = built(
					node.node,
					(at) => {
						const before = groups[number];
						const [from, to] = [starts[number] ?? 0, at].sort((a, b) => a - b);
						groups[number] = input.slice(from, to);
						const end = then(at);
						if (end < 0) groups[number] = before;
						return end;
					},
					back,
				);
				return (at) => {
					const before = starts[number];
					starts[number] = at;
					const end = inner(at);
					starts[number] = before ?? 0;
					return end;
				};
			}
			case 'look': {
				const inner = built(node.node, (at) => at, node.behind);
				return (at) => (inner(at) >= 0 !== node.not ? then(at) : -1);
			}
			case 'edge': {
				const holds = edge(node.source);
				return (at) => {
					step();
					return holds(at) ? then(at) : -1;
				};
			}
			case 'again':
				return (at) => {
					const words = groups[names.get(node.group) ?? Number(node.group)] ?? '';
					program.steps += words.length;
					const from = back ? at - words.length : at;
					const here = input.slice(Math.max(0, from), from + words.length);
					const same = flags.includes('i') ? here.toLowerCase() === words.toLowerCase() : here === words;
					return same ? then(back ? from : from + words.length) : -1;
				};
		}
	};

	const edge = (kind: string): ((at: number) => boolean) => {
		if (kind === '^') return (at) => at === 0 || (lines && isLineEnd(input.charCodeAt(at - 1)));
		if (kind === '$') return (at) => at === input.length || (lines && isLineEnd(input.charCodeAt(at)));
		const isEdge = (at: number) => isWord(input.charCodeAt(at - 1)) !== isWord(input.charCodeAt(at));
		return kind === '\\b' ? isEdge : (at) => !isEdge(at);
	};

	const ofOnes = (
		one: Match,
		{ min, max, lazy }: { min: number; max: number; lazy: boolean },
		then: Match,
	): Match => {
		if (lazy)
			return (at) => {
				for (let count = 0, here = at; here >= 0 && count <= max; here = one(here), count++) {
					const end = count < min ? -1 : then(here);
					if (end >= 0) return end;
				}
				return -1;
			};
		return (at) => {
			const ends = [at];
			for (let here = one(at); ends.length <= max; here = one(here)) {
				if (here < 0) break;
				ends.push(here);
			}
			for (let count = ends.length - 1; count >= min; count--) {
				step();
				const end = then(ends[count] as number);
				if (end >= 0) return end;
			}
			return -1;
		};
	};

	const ofMany = (node: Node & { kind: 'times' }, then: Match, back: boolean): Match => {
		const { min, max, lazy } = node;
		let count = 0;
		let last = -1;
		const loop: Match = (at) => {
			step();
			const [done, before] = [count, last];
			if (at === before && done > min) return -1;
			const more = () => {
				if (done >= max) return -1;
				count = done + 1;
				last = at;
				const end = body(at);
				count = done;
				last = before;
				return end;
			};
			if (done < min) return more();
			const end = lazy ? then(at) : more();
			return end >= 0 ? end : lazy ? more() : then(at);
		};
		const body = built(node.node, loop, back);
		return (at) => {
			const [done, before] = [count, last];
			count = 0;
			last = -1;
			const end = loop(at);
			count = done;
			last = before;
			return end;
		};
	};

	const match = built(whole, (at) => at, false);
	const program: Program = {
		run(text, at) {
			input = text;
			if (keeps) groups.length = 0;
			return match(at);
		},
		anchored: !lines && isAnchored(whole),
		name: `/${source}/${[...flags].filter((flag) => !'gyd'.includes(flag)).join('')}`,
		steps: 0,
		most: MOST,
	};
	return program;
}

/** Made once, by their text and their flags as bits: to make up the name of one costs more than most that run. */
const written = new Map<string, Program[]>();
function programFor(pattern: RegExp): Program {
	const { source, ignoreCase, multiline, dotAll, unicode } = pattern;
	const bits = (ignoreCase ? 1 : 0) | (multiline ? 2 : 0) | (dotAll ? 4 : 0) | (unicode ? 8 : 0);
	let all = written.get(source);
	if (!all) written.set(source, (all = []));
	return (all[bits] ??= programOf(source, pattern.flags));
}

/** Steps of every expression that runs, by how it is written. */
export function stepsOf(run: () => unknown, most = MOST): ReadonlyMap<string, number> {
	for (const program of [...written.values()].flat()) Object.assign(program, { steps: 0, most });
	const shadow = (pattern: RegExp, input: string, from: number, found: RegExpExecArray | null) => {
		const program = programFor(pattern);
		program.most = most;
		if (program.steps > most) return;
		const { sticky, unicode } = pattern;
		let [start, end] = [from, -1];
		try {
			for (; start <= input.length; start++) {
				program.steps++;
				end = program.run(input, start);
				if (end >= 0 || sticky || program.anchored) break;
				if (unicode && (input.codePointAt(start) ?? 0) > 0xffff) start++;
			}
		} catch (error) {
			if (error === TOO_MANY) return;
			throw new Error(`${program.name} cannot be counted`, { cause: error });
		}
		const isSame = found ? found.index === start && found.index + found[0].length === end : end < 0;
		if (isSame) return;
		const its = found && [found.index, found.index + found[0].length];
		const ours = end < 0 ? null : [start, end];
		throw new Error(
			`${program.name} found ${its}, its counter ${ours}, in ${JSON.stringify(input.slice(start, start + 200))}`,
		);
	};
	// All other ways in which an expression is used go through this one.
	RegExp.prototype.exec = function (input: string) {
		const from = this.global || this.sticky ? this.lastIndex : 0;
		const found = nativeExec.call(this, input);
		if (from <= String(input).length) shadow(this, String(input), from, found);
		return found;
	};
	try {
		run();
	} finally {
		RegExp.prototype.exec = nativeExec;
	}
	const ran = [...written.values()].flat().filter(({ steps }) => steps > 0);
	return new Map(ran.map(({ name, steps }) => [name, steps]));
}
