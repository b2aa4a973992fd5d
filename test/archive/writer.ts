/** Writes two editions in turn, for ever: a program to be killed. `node writer.js FILE` says when the first is written. */
import { openArchive } from '../../source/archive/sqlite/schema.ts';
import { writeEdition } from '../../source/archive/sqlite/write.ts';
import { edition, otherEdition } from '../fixture.ts';

const archive = openArchive(process.argv[2]!);
for (let turn = 0; ; turn++) {
	writeEdition(archive, turn % 2 === 0 ? edition : otherEdition, { turn: String(turn) });
	if (turn === 0) process.stdout.write('written\n');
}
