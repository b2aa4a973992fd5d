/** What was asked for is not there: one line on stderr, exit code 1. */
export class NothingFound extends Error {}
