/**
 * What newspapers, stations and agencies call themselves, so that one is known by the form of its name wherever it is
 * printed. Collected for this project from common words for the press; no list of outlets. MIT like the rest.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** A name that ends in one of these, in capitals, is an outlet's: "Coast Wire", "The Valley Record". */
export const OUTLET_WORDS = set(`
	advertiser advocate agency argus banner beacon broadcasting bugle bulletin chronicle citizen courant courier democrat
	dispatch echo enquirer examiner express gazette globe guardian herald independent informer inquirer intelligencer journal
	leader ledger mail mercury messenger mirror monitor morning news newspaper newswire observer post press radio record
	recorder register sentinel standard star sun telegram telegraph television tidings times tribune tv voice weekly wire`);

/** With a first name before it, one of these is somebody's last name: "Emmy Post". */
export const ALSO_LAST_NAMES = set(`
	agency banner beacon citizen courier dispatch echo express globe guardian herald independent leader mail mercury morning
	post press record register star sun voice`);

/** These stand before "News" or "Post" on the signs of a page, not in names: "Latest News", "Guest Post". */
export const SIGNS = set(`
	all also audio auto blog breaking business celebrity company crime culture economy entertainment featured finance football good guest
	health home in industry international latest live local market markets media money more my national other our politics
	political popular press product recent regional related royal science showbiz sport submit sports stock stop the tech technology
	top travel trending uk us usa video weather world your morning evening this last next`);
