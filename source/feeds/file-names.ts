/** Names of files and folders that every system takes, made of what strangers wrote. */

/** Devices of Windows, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/;
/** Files of such names stand beside articles and are passed over when a folder is read. */
const BESIDE = /^(?:readme|licen[cs]e|copying|notice|contributing|changelog|authors)(?:-|$)/;

/**
 * Lower case, so that no two differ by case alone; letters and figures of any script, all else a dash. Never empty unless
 * nothing is left, never begins or ends with a dash, at most `bytes` bytes.
 */
export function plainName(text: string, bytes: number): string {
	const words = text
		.slice(0, 4 * bytes)
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}'’]+/gu, '')
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	let name = '';
	let size = 0;
	for (const sign of words) {
		size += Buffer.byteLength(sign);
		if (size > bytes) break;
		name += sign;
	}
	// Cut between words where that costs little.
	const cut = name.length < words.length ? name.lastIndexOf('-') : -1;
	return (cut > name.length / 2 ? name.slice(0, cut) : name).replace(/-$/, '');
}

const LONGEST_FOLDER = 40;
const LONGEST_TITLE = 80;

/** The folder of an outlet. */
export function folderName(outlet: string): string {
	const name = plainName(outlet, LONGEST_FOLDER);
	return name === '' ? 'feed' : RESERVED.test(name) ? `${name}-feed` : name;
}

/** `id` tells the item from all others. */
export function fileName(title: string, id: string): string {
	const name = plainName(title, LONGEST_TITLE);
	return `${name === '' ? 'item' : BESIDE.test(name) ? `item-${name}` : name}-${id}.md`;
}

const NAMED = /-(i[0-9a-hjkmnp-tv-z]{12})\.md$/;

/** The id in a name that `fileName` made; null for other files. */
export const idInName = (name: string) => NAMED.exec(name)?.[1] ?? null;
