/** Writes two editions in turn, for ever: a program to be killed. `node writer.js ADDRESS` says when the first is written. */
import type { Address } from '../../source/archive/postgres/address.ts';
import { connect } from '../../source/archive/postgres/driver.ts';
import { writeEdition } from '../../source/archive/postgres/write.ts';
import { edition, laterEdition } from './postgres-editions.ts';

// The test's server asks for no password; a function is not handed on.
const place: Address = { ...JSON.parse(process.argv[2]!), password: () => null };

async function write(): Promise<void> {
	const connection = await connect(place, { writes: true, statementMs: 0 });
	for (let turn = 0; ; turn++) {
		await writeEdition(connection, place.schema, turn % 2 === 0 ? laterEdition : edition);
		if (turn === 0) process.stdout.write('written\n');
	}
}

write();
