/** What a form of an English word may be a form of, by the endings alone: "deliveries" of "delivery" and of "deliverie". */
export function stemsOf(word: string): string[] {
	const stems: string[] = [];
	const cut = (ending: string, ...instead: readonly string[]) => {
		if (!word.endsWith(ending) || word.length - ending.length < 3) return;
		for (const tail of instead) stems.push(word.slice(0, -ending.length) + tail);
	};
	cut('ies', 'y');
	cut('es', '');
	cut('s', '');
	cut('ied', 'y');
	cut('ed', '', 'e');
	cut('ing', '', 'e');
	cut('ly', '');
	return stems;
}
