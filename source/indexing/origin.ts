/** What else than files an edition hangs on: the program, and the tables of letters that come with Node. */
export function originOf(release: string): string {
	return [release, process.versions.node, process.versions.icu].join(' ');
}
