/**
 * Words that stand before the colon of a line: of transcripts and interviews, and of lines that look like them.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Who speaks without a name. Titles and other nouns for people do, too. */
export const VOICES =
	list(`interviewer interviewee moderator host hostess presenter anchor reporter reporters press journalist question
questioner caller clerk court chair narrator announcer operator interpreter translator audience speaker male female
participant participants panelist panellist student voice unidentified unknown crowd dispatcher teacher therapist patient
subject defendant plaintiff claimant appellant respondent prosecution defence defense counsel justice bailiff`);

/** Lead to a note, a table or a list, and speak for nobody. Weekdays and months are left out of the reading as such. */
export const NOT_VOICES =
	list(`latest note notes update updated correction clarification photo photos photograph photographs picture pictures image
images video videos audio source sources credit credits caption tel phone telephone email e-mail fax web website address
contact contacts twitter facebook instagram when where what who why how time date day place venue location price prices
cost tickets admission hours pros cons pro con ingredients serves method preparation directions instructions summary
background context analysis facts fact verdict rating score result results halftime attendance age name job born died
occupation education family home hometown party position height weight team club goals subs substitutes bench starting
lineup line-ups yellow red cards scorers pitch weather high low winner loser winners losers first second third fourth fifth
best worst step tip warning important disclaimer advertisement related more also read watch listen see follow share topic
topics tags category section issue volume page pages chapter title subject re from to cc bcc sent received reply
total average minimum maximum before after now then today tomorrow yesterday tonight morning afternoon evening
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december spring summer autumn winter fall
example examples hint bonus option choice conclusion introduction abstract keywords reference references bibliography
for against yes no myth reality claim claims truth answer-key problem solution goal objective status breaking exclusive live
opinion editorial review news sport sports business world politics culture headline headlines here there this that these
those one another other others plus and but so or because remember takeaway takeaways highlights key point points
crime charge charges sentence count counts plot cast rated runtime genre release published posted edited written produced
reported reporting photography illustration music lyrics words recipe yield makes calories total nominations nominees`);

/** Words of the list above that many people bear for a last name. */
export const BORNE_NOTES = list(
	'price day key page winter summer best may march august read more case born place low',
);

/** Before one word they call somebody by a last name, whatever else the word means. */
export const CALLED_BY =
	list(`mr mrs ms miss mx dr prof sen rep gov gen col capt sgt lt senator congressman congresswoman chairman
chairwoman`);

/** What transcripts print in brackets and nobody says. */
export const STAGE_DIRECTION =
	/^(?:laugh|applau|cross-?talk|inaudible|unintelligible|indiscernible|cheer|paus|sigh|chuckl|giggl|smil|grin|gestur|nod|interrupt|silence|music|overlap|simultaneous|cough|cries|crying|weep|sob|whisper|shout|boo(?:s|ing)?\b|off-?mi|commercial|break\b|through (?:an |a )?(?:interpreter|translator)|via (?:an |a )?(?:interpreter|translator)|speaking |phone (?:rings|rang)|(?:begin|end|start|video|audio) (?:of )?(?:video|audio|clip|tape|recording|plays?)|begin\b|recess|bell|long pause|shakes|shrugs|reads|clears|points)/i;

/** An article that speaks with somebody says so. */
export const INTERVIEW =
	/\b(?:interview(?:ed|s|ing)?|q ?& ?a|q and a|(?:spoke|speaks|speak|speaking|talked|talks|talk|talking|sat down|sits down|sit down|sitting down|caught up|catches up|catch up|chatted|chats|chat|opens up|opened up) (?:\p{L}+ ){0,3}?(?:with|to)|tells|conversation|questions (?:for|with|to)|answer(?:s|ed)? (?:our |your |readers['’] |five |ten |some |the )?questions|transcript|testif(?:ied|ies|ying)|testimony|cross-examin(?:ed|ation)|deposition)\b/giu;

/** Before and behind the name of one who asks for a paper. */
export const OF_THE_PRESS_BEFORE =
	/(?:^\s{0,4}|\n\s{0,4}|\binterview(?:ed)?\b[^.!?\n]{0,40}|\b(?:questions|conducted|asked|hosted|moderated|words|photographs?)\s|,\s)(?:by|By|BY) (?:our [\p{L} ]{0,30})?$|\b(?:[Oo]ur|['’]s) (?:\p{L}+ ){0,2}(?:reporter|editor|correspondent|writer|critic|columnist|contributor|host)s?,? $|\b(?:reporter|correspondent|columnist|interviewer|podcaster|journalist),? $/u;
export const OF_THE_PRESS =
	/^, (?:our|the (?:[\p{L}]+ )?(?:paper|magazine|programme|podcast|show|station|\p{Lu}\p{L}+)['’]s) /u;
/** "of The Velmora Gazette", where the name of a body follows. */
export const OF_A_BODY = /^,? (?:of|from|for|with) (?:[Tt]he )?(?<body>(?:\p{Lu}\p{L}+ ?){1,4})/u;

/** Whoever speaks says these of himself and of the one he speaks to; a reporter's prose seldom does. */
export const OF_SPEECH =
	/(?<![\p{L}’'])(?:i|we|you|me|us|my|our|your|mine|ours|yours|myself|i['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll)|you['’](?:re|ve|d|ll)|let['’]s|thanks|thank|yes|yeah|no|well|okay|please|hello|sorry)(?!\p{L})/iu;

/** Whoever speaks says these of himself, and a paper that answers its readers' questions does not. */
export const OF_ONESELF =
	/(?<![\p{L}’'“"])(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me|myself)(?!\p{L})/u;
