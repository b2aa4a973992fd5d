/** Text on its way to the reader's own clipboard, which may be on another machine. Only `Safe` text may go. */
import { spawn } from 'node:child_process';
import type { Safe } from '../safe.ts';
import { countWords } from '../wording.ts';
import { own } from './lines.ts';

/** Terminals drop what is longer; nothing tells us that they did. */
const LONGEST = 74_000;

/**
 * Sends the text by OSC 52, or into tmux's buffer where we run in tmux: as it comes tmux drops OSC 52, but hands its
 * buffer on to the terminal. Resolves with what to tell the reader; neither way says whether the clipboard took it.
 */
export async function sendToClipboard(
	text: Safe,
	write: (text: string) => void,
	tmux: boolean,
): Promise<Safe> {
	const bytes = Buffer.from(text);
	const size = countWords([...text].length, 'character');
	if (bytes.length > LONGEST) return own(`too long for a clipboard: ${size}`);
	if (tmux && (await loadBuffer(bytes))) return own(`sent through tmux: ${size}`);
	write(`\x1b]52;c;${bytes.toString('base64')}\x07`);
	return own(`sent to the clipboard: ${size}`);
}

function loadBuffer(bytes: Buffer): Promise<boolean> {
	return new Promise((resolve) => {
		const tmux = spawn('tmux', ['load-buffer', '-w', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
		tmux.on('error', () => resolve(false));
		tmux.on('close', (code) => resolve(code === 0));
		tmux.stdin.on('error', () => resolve(false));
		tmux.stdin.end(bytes);
	});
}
