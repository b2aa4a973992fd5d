/** Verbs by which a sentence tells what will be and what was. Written by hand for this project; MIT. Lower case. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const WILL: ReadonlySet<string> = new Set(list('will would shall'));

/** Past forms that do not end in "ed", and are hardly ever anything else. */
export const DID: ReadonlySet<string> = new Set(
	list(`was were had did became began brought built bought came caught chose drew drove fell felt fled flew forgot fought
found gave grew heard held kept knew laid left lost met paid ran rose sang sank sat saw sent shook shot slept sold spent spoke
stole stood stuck struck swam swept swore took taught threw told went won wore wrote`),
);
