/** The day of an article as it stands on a row: one that was worked out looks different from one that is printed. */
import type { Bounds, Published } from '../../types.ts';
import { publicationWords } from '../../wording.ts';
import { type Piece, piece } from '../lines.ts';

export function publishedPiece(published: Published | null, bounds: Bounds | null = null): Piece {
	return piece(publicationWords(published, bounds), published && !published.certain ? 'doubt' : 'quiet');
}
