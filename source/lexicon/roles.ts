/** Offices that one holds or held, so that "former" before one makes a difference. Written by hand for this project; MIT. */
export const OFFICES =
	`president|premier|chancellor|minister|secretary|senator|congressman|congresswoman|governor|mayor|king|queen|emperor|ambassador|commissioner|chairman|chairwoman|chief|director|general|commander|speaker|judge|coach|manager|captain|leader`
		.split('|')
		.map((office) => `[${office.charAt(0).toUpperCase()}${office.charAt(0)}]${office.slice(1)}`)
		.join('|');
