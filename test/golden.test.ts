/** What the samples give, whole, to be read as a diff. `npm run test:update` writes it anew. */
import { expect, test } from 'vitest';
import { jsonPieces } from '../source/output/json.ts';
import { markdownDigest } from '../source/output/markdown.ts';
import { plainDigest } from '../source/output/plain.ts';
import { readSamples } from './samples.ts';

const samples = await readSamples();

test('plain text', async () => {
	await expect(plainDigest(samples, { columns: 80 })).toMatchFileSnapshot('golden/digest.txt');
});

test('Markdown', async () => {
	await expect(markdownDigest(samples)).toMatchFileSnapshot('golden/digest.md');
});

test('JSON', async () => {
	const document = JSON.parse([...jsonPieces(samples)].join(''));
	await expect(`${JSON.stringify(document, null, '\t')}\n`).toMatchFileSnapshot('golden/export.json');
});
