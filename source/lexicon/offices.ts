/**
 * Bodies with more than one name, bodies that only one country has, and what a country's government is called by.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, without accents and full stops.
 */
const rows = (text: string): readonly (readonly string[])[] =>
	text
		.trim()
		.split('\n')
		.map((row) => row.split(/[,|]/).map((name) => name.trim()));

/** Names of one body; the first of a row stands for all. */
export const ONE_BODY: ReadonlyMap<string, string> = new Map(
	rows(`
united nations, un, uno
un security council, united nations security council, unsc
un general assembly, united nations general assembly, unga
european union, eu
north atlantic treaty organization, nato
world health organization, who
world trade organization, wto
international monetary fund, imf
international atomic energy agency, iaea
international criminal court, icc
international court of justice, icj, world court
organization of the petroleum exporting countries, opec
organization for security and co-operation in europe, osce
organisation for economic co-operation and development, oecd
group of seven, g7
group of 20, group of twenty, g20
european central bank, ecb
european court of human rights, echr
association of southeast asian nations, asean
african union, au
international olympic committee, ioc
federal bureau of investigation, fbi
central intelligence agency, cia
national security agency, nsa
national security council, nsc
department of homeland security, homeland security department, dhs
department of justice, justice department, doj
department of state, state department
department of defense, defense department, dod
department of the treasury, treasury department, us treasury
department of health and human services, health and human services department, hhs
department of energy, energy department
department of education, education department
department of transportation, transportation department
department of labor, labor department
department of agriculture, agriculture department, usda
department of commerce, commerce department
department of the interior, interior department
department of veterans affairs, veterans affairs department
environmental protection agency, epa
food and drug administration, fda
federal communications commission, fcc
federal trade commission, ftc
securities and exchange commission, sec
federal aviation administration, faa
federal emergency management agency, fema
federal reserve, fed, us federal reserve, federal reserve board, us fed
federal reserve bank of new york, new york fed
internal revenue service, irs
immigration and customs enforcement, ice
centers for disease control and prevention, centers for disease control, cdc
national aeronautics and space administration, nasa
national institutes of health, nih
national transportation safety board, ntsb
house of representatives, us house, house
us congress, congress
us senate, senate
republican national committee, rnc
democratic national committee, dnc
republican party, gop, republicans
democratic party, democrats
american civil liberties union, aclu
national rifle association, nra
british broadcasting corporation, bbc
associated press, ap
agence france-presse, afp
deutsche presse-agentur, dpa
cable news network, cnn
new york times, nyt
wall street journal, wsj
uk parliament, british parliament, houses of parliament
downing street, no 10, number 10, 10 downing street
national health service, nhs
elysee, elysee palace
islamic state, isis, isil, islamic state group, daesh
kurdistan workers party, pkk
islamic revolutionary guard corps, revolutionary guards, revolutionary guard, irgc
israel defense forces, israeli defense forces, idf
palestine liberation organization, plo
verkhovna rada, rada
state duma, duma
federal security service, fsb
security service of ukraine, sbu
peoples liberation army, pla
communist party of china, chinese communist party, ccp, cpc
reserve bank of india, rbi
bharatiya janata party, bjp
african national congress, anc
alternative for germany, afd
christian democratic union, cdu
social democratic party of germany, spd
médecins sans frontières, medecins sans frontieres, doctors without borders, msf
international committee of the red cross, icrc
unicef, united nations children fund, un children fund, united nations children agency, un children agency
unhcr, un refugee agency, united nations refugee agency, united nations high commissioner for refugees, un high commissioner for refugees
unesco, united nations educational scientific and cultural organization
world food program, wfp, un world food program
international labor organization, ilo
world meteorological organization, wmo
international organization for migration, iom
bank of england, boe
bank of japan, boj
bank of canada, boc
people bank of china, pboc
reserve bank of australia, rba
royal bank of scotland, rbs
al qaeda, al qaida, al-qaeda, al-qaida
hezbollah, hizbullah, hizbollah, hezbullah
labour, labour party
conservatives, conservative party, tories, tory party
liberal democrats, lib dems
ukip, uk independence party
scottish national party, snp
democratic unionist party, dup
metropolitan police, met police, metropolitan police service
new york police department, new york city police department, nypd
los angeles police department, lapd
jpmorgan chase, jpmorgan, jp morgan, jp morgan chase
citigroup, citi
manchester united, man united, man utd
manchester city, man city
tottenham hotspur, tottenham, spurs
uc berkeley, university of california berkeley
ucla, university of california los angeles
massachusetts institute of technology, mit
`).flatMap((names) =>
		names.map((name): [string, string] => [name.replaceAll('é', 'e').replaceAll('è', 'e'), names[0] ?? name]),
	),
);

/** Of those, words cut short and not initials: never printed in capitals, though English has a word like them. */
export const CLIPPED: ReadonlySet<string> = new Set(['fed']);

/**
 * Places, saints and the like after which two schools are called, a "University of …" and a "… University". From general
 * knowledge; every American state is one more. Of all others the two forms are taken for one school, as they mostly are.
 */
export const TWO_SCHOOLS: ReadonlySet<string> = new Set([
	'lincoln',
	'miami',
	'newcastle',
	'northwestern',
	'pacific',
	'richmond',
	'st francis',
	'st joseph',
	'st mary',
	'st thomas',
	'suffolk',
	'victoria',
	'york',
]);

/** Bodies of one country, and the words a government is called by: name | country. */
export const OFFICE_OF: ReadonlyMap<string, string> = new Map(
	rows(`
white house | united states
pentagon | united states
department of state | united states
department of justice | united states
department of defense | united states
department of homeland security | united states
department of the treasury | united states
department of energy | united states
department of education | united states
department of transportation | united states
department of labor | united states
department of agriculture | united states
department of commerce | united states
department of the interior | united states
department of veterans affairs | united states
federal reserve | united states
federal bureau of investigation | united states
central intelligence agency | united states
national security agency | united states
secret service | united states
house of representatives | united states
us congress | united states
us senate | united states
department of health and human services | united states
national security council | united states
environmental protection agency | united states
food and drug administration | united states
federal communications commission | united states
federal trade commission | united states
securities and exchange commission | united states
federal aviation administration | united states
federal emergency management agency | united states
internal revenue service | united states
immigration and customs enforcement | united states
centers for disease control and prevention | united states
national aeronautics and space administration | united states
national institutes of health | united states
national transportation safety board | united states
republican national committee | united states
democratic national committee | united states
capitol hill | united states
foggy bottom | united states
oval office | united states
kremlin | russia
state duma | russia
federal security service | russia
bankova | ukraine
verkhovna rada | ukraine
security service of ukraine | ukraine
downing street | united kingdom
whitehall | united kingdom
westminster | united kingdom
buckingham palace | united kingdom
house of commons | united kingdom
house of lords | united kingdom
home office | united kingdom
foreign office | united kingdom
uk parliament | united kingdom
elysee | france
quai dorsay | france
bundestag | germany
bundesrat | germany
bundeswehr | germany
knesset | israel
israel defense forces | israel
mossad | israel
shin bet | israel
islamic revolutionary guard corps | iran
majlis | iran
blue house | south korea
lok sabha | india
rajya sabha | india
zhongnanhai | china
peoples liberation army | china
politburo | china
european commission | european union
european council | european union
european parliament | european union
`).map(([name, country]): [string, string] => [name ?? '', country ?? '']),
);

/** Every country has one: without its country such a name says nothing of which is meant. */
export const OFFICE_NOUNS: ReadonlySet<string> = new Set(
	`ministry department office parliament government administration army navy military police court senate congress assembly
embassy cabinet treasury council commission agency service presidency bank guard guards forces force intelligence
delegation union party federation committee authority authorities president premier minister air defense foreign interior
finance health education justice home state national supreme constitutional central high prime affairs general staff chief
security trade energy economy culture labor agriculture transport election electoral`.split(/\s+/),
);

/** What a town's office is called by those who need not say of which town: "City Council", "County Board". */
export const LOCAL_NOUNS: ReadonlySet<string> = new Set(
	`city county town village borough district municipal metro council board commission police fire health school schools department
sheriffs office court superior circuit authority transit planning zoning parks water housing hospital prosecutor prosecutors attorneys
attorney magistrates crown airport port library chamber of and commerce supervisors commissioners education elections university
college state high supreme assembly legislature senate`.split(/\s+/),
);

/** After a name that firms and newspapers leave off when they name it again: "Tellor Steel Group", "Corvin University". */
export const LEFT_OFF: ReadonlySet<string> = new Set(
	'group international industries energy airlines airways university college motors motor technologies pharmaceuticals department newspaper'.split(
		' ',
	),
);

/** Firms print them or not. */
export const COMPANY_ENDINGS: ReadonlySet<string> = new Set(
	'inc incorporated fc afc cf corp corporation ltd limited co company plc llc llp lp sa ag gmbh nv bv spa ab oyj asa kk holdings'.split(
		' ',
	),
);
