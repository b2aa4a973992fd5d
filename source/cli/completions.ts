/** What lets a shell complete the command line, made of the table. Pure. */
import { COMMANDS, type CommandRow, dashed, FLAGS, type FlagRow, READER } from './table.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const flags: readonly (readonly [string, FlagRow])[] = Object.entries(FLAGS);
const commands: readonly (readonly [string, CommandRow])[] = Object.entries(COMMANDS);
/** Valid everywhere. */
const ALWAYS = ['help', 'version'];

const flagsOf = ({ takes }: CommandRow) => [...takes, ...ALWAYS].map(dashed).join(' ');

export function completions(shell: Shell): string {
	return { bash, zsh, fish }[shell]();
}

function bash(): string {
	const values = flags.flatMap(([name, { values, value }]) => {
		if (values)
			return [`\t${dashed(name)}) COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$word")); return ;;`];
		if (value === 'PATH')
			return [
				`\t${dashed(name)}) local IFS=$'\\n'; compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;`,
			];
		return value ? [`\t${dashed(name)}) return ;;`] : [];
	});
	const cases = commands.map(([name, row]) => {
		const operands = typeof row.operands === 'string' ? '' : row.operands.join(' ');
		return `\t${name}) flags='${flagsOf(row)}' words='${operands}' files=${row.operands === 'paths' ? 1 : ''} ;;`;
	});
	return `# bash completion for quotidian. In ~/.bashrc: eval "$(quotidian completions bash)"
_quotidian() {
	local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} flags words files command= at
	COMPREPLY=()
	for ((at = 1; at < COMP_CWORD; at++)); do
		case \${COMP_WORDS[at]} in
		${flags.flatMap(([name, { value }]) => (value ? [dashed(name)] : [])).join('|')}) ((at++)) ;;
		-*) ;;
		*) command=\${COMP_WORDS[at]}; break ;;
		esac
	done
	case $before in
${values.join('\n')}
	esac
	case $command in
${cases.join('\n')}
	'') flags='${flagsOf(READER)}' words='${commands.map(([name]) => name).join(' ')}' files=1 ;;
	*) flags='${flagsOf(READER)}' words= files=1 ;;
	esac
	if [[ $word == -* ]]; then
		COMPREPLY=($(compgen -W "$flags" -- "$word"))
	else
		COMPREPLY=($(compgen -W "$words" -- "$word"))
		if [[ $files ]]; then
			local IFS=$'\\n'
			compopt -o filenames
			COMPREPLY+=($(compgen -f -- "$word"))
		fi
	fi
}
complete -F _quotidian quotidian
`;
}

/** In single quotes, with what `_arguments` and `_describe` read as signs of their own escaped. */
const zshWords = (text: string) => text.replace(/[\\[\]:]/g, '\\$&').replaceAll("'", "'\\''");

function zsh(): string {
	const specOf = (name: string) => {
		const { help, value, values, isMultiple }: FlagRow = FLAGS[name as keyof typeof FLAGS];
		const what = values
			? `:${value}:(${values.join(' ')})`
			: value === 'PATH'
				? `:${value}:_files`
				: value
					? `:${value}:`
					: '';
		return `'${isMultiple ? '*' : ''}${dashed(name)}[${zshWords(help)}]${what}'`;
	};
	const specsOf = ({ takes }: CommandRow) => [...takes, ...ALWAYS].map(specOf).join(' ');
	const operandsOf = ({ operands }: CommandRow) =>
		operands === 'paths'
			? " '*:article or folder:_files'"
			: typeof operands === 'string'
				? ''
				: ` '1:what:(${operands.join(' ')})'`;
	const described = commands.map(([name, { help }]) => `\t\t'${name}:${zshWords(help)}'`);
	const cases = commands.map(
		([name, row]) => `\t\t${name}) _arguments -s ${specsOf(row)}${operandsOf(row)} ;;`,
	);
	return `#compdef quotidian
# zsh completion for quotidian. Into a folder of $fpath: quotidian completions zsh > _quotidian
_quotidian() {
	local -a commands
	commands=(
${described.join('\n')}
	)
	if (( CURRENT == 2 )) && [[ \${words[2]} != -* ]]; then
		_describe -t commands command commands
		_files
		return
	fi
	case \${words[2]} in
	${commands.map(([name]) => name).join('|')})
		local command=\${words[2]}
		shift words
		(( CURRENT-- ))
		case $command in
${cases.join('\n')}
		esac ;;
	*) _arguments -s ${specsOf(READER)} '*:article or folder:_files' ;;
	esac
}
if [[ \${funcstack[1]} == _quotidian ]]; then _quotidian "$@"; else compdef _quotidian quotidian; fi
`;
}

const fishWords = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

function fish(): string {
	const names = commands.map(([name]) => name).join(' ');
	const lines = commands.flatMap(([name, row]) => {
		const { help, operands } = row;
		const described = `complete -c quotidian -n __fish_use_subcommand -a ${name} -d ${fishWords(help)}`;
		const seen = `'__fish_seen_subcommand_from ${name}'`;
		if (typeof operands !== 'string')
			return [described, `complete -c quotidian -n ${seen} -f -a '${operands.join(' ')}'`];
		return operands === 'paths' ? [described] : [described, `complete -c quotidian -n ${seen} -f`];
	});
	const flagLines = flags.map(([name, { help, shortFlag, value, values }]) => {
		const takers = commands.filter(([, row]) => row.takes.some((flag) => flag === name)).map(([one]) => one);
		const reader = READER.takes.some((flag) => flag === name);
		const where = ALWAYS.includes(name)
			? ''
			: ` -n '${[...(reader ? [`not __fish_seen_subcommand_from ${names}`] : []), ...(takers.length > 0 ? [`__fish_seen_subcommand_from ${takers.join(' ')}`] : [])].join('; or ')}'`;
		const takes = values ? ` -x -a '${values.join(' ')}'` : value === 'PATH' ? ' -r -F' : value ? ' -x' : '';
		return `complete -c quotidian${where} -l ${dashed(name).slice(2)}${shortFlag ? ` -s ${shortFlag}` : ''}${takes} -d ${fishWords(help)}`;
	});
	return `# fish completion for quotidian. Once: quotidian completions fish > ~/.config/fish/completions/quotidian.fish
${[...lines, ...flagLines].join('\n')}
`;
}
