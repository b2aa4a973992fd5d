import { EventEmitter } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { startWaiting, type Waiting } from '../../source/terminal/waiting.ts';

class Tty extends EventEmitter {
	written = '';
	setRawMode = () => this;
	ref = () => this;
	unref = () => this;
	pause = () => this;
	resume = () => this;
	write(text: string): boolean {
		this.written += text;
		return true;
	}
}

let waiting: Waiting | null = null;
afterEach(() => waiting?.leave());

function started() {
	const [stdin, stdout] = [new Tty(), new Tty()];
	const codes: number[] = [];
	const ends = { stdin, stdout } as unknown as Parameters<typeof startWaiting>[0];
	waiting = startWaiting(ends, { onInterrupt: (code) => void codes.push(code), onCrash() {} });
	return { type: (keys: string) => stdin.emit('data', Buffer.from(keys)), stdout, codes };
}

test('the first words of what goes on are shown, however soon they come', async () => {
	const { stdout } = started();
	await waiting!.tell('reading 1 of 1 article');
	expect(stdout.written).toContain('reading 1 of 1 article');
});

test.each([
	['q', ['q'], [0]],
	['Q', ['Q'], [0]],
	['^C', ['\x03'], [130]],
	['^C behind other keys', ['jj', '\x03'], [130]],
	['q in a word that is searched for', ['/', 'q'], []],
	['another key', ['j'], []],
])('%s while there is nothing to read yet', (_, keys, ended) => {
	const { type, codes } = started();
	for (const key of keys) type(key);
	expect(codes).toEqual(ended);
});
