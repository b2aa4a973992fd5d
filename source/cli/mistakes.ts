/** What ends a command with one line on stderr. Known by name: the program is two files, each with such classes of its own. */

/** A mistake of the reader's: exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** What was asked for is not there: exit code 1. */
export class NothingFound extends Error {
	override readonly name = 'NothingFound';
}
