/** The sample articles are evidence: not one byte of them may change. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samplesFolder } from './samples.ts';

const SHA256: Readonly<Record<string, string>> = {
	'000_d25edc2757c89b0f.txt': '3c39258502a6f6912b10276ee145e83215880bfef30d8377d165eee2033cf4d7',
	'001_9fdb488ab7623215.txt': '49649e181103477b0980a32194e906e192ce2996eee8eb78ac23b727eecb1100',
	'002_a35a9dfc400b8665.txt': 'c040892ddea76755f6d66a0be4424657ec9cb20bcedc9345762dfd19526571b1',
	'003_82823a214556e621.txt': 'e450bba43a3c5a3ba9e97ee285c9f5d82edec8732d7759e3b73c7aa1ff89a841',
	'004_8c4b53a7bdcacb86.txt': '6c1ba0c129387a77f2aec039a89014f2fbc736fdf0ab5ec3d29e94e576c4b43c',
};

test('the samples are the files they were', () => {
	const files = readdirSync(samplesFolder).filter((file) => file.endsWith('.txt'));
	const found = files.map((file) => [
		file,
		createHash('sha256')
			.update(readFileSync(join(samplesFolder, file)))
			.digest('hex'),
	]);
	expect(Object.fromEntries(found)).toEqual(SHA256);
});
