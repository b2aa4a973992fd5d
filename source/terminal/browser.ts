/** Hands an address to the reader's browser, where there is one on this machine. */
import { spawn } from 'node:child_process';
import type { Safe } from '../safe.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What opens an address here; null over SSH, where the browser would open on the far machine, and without a desktop. */
export function openerOf(env: Environment, platform: NodeJS.Platform): string | null {
	if (env.SSH_CONNECTION || env.SSH_CLIENT || env.SSH_TTY) return null;
	if (platform === 'darwin') return 'open';
	return platform === 'linux' && (env.DISPLAY || env.WAYLAND_DISPLAY) ? 'xdg-open' : null;
}

/** Resolves with whether it was started. Without a shell, away from our terminal, and alive when we are not. */
export function openLink(opener: string, link: Safe): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(opener, [link], { detached: true, stdio: 'ignore' });
		child.on('error', () => resolve(false));
		child.on('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
}
