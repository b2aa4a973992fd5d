/**
 * Capitals that name neither a person nor a body nor a place: laws, prizes, feasts, wars, faiths, days.
 * No affair of a day or nickname of a law is here.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, entries divided by commas.
 */
const list = (names: string): readonly string[] =>
	names
		.split(',')
		.map((name) => name.trim().replace(/\s+/g, ' '))
		.filter(Boolean);

/** The last word of such a name: "Clean Water Act", "World Cup". */
export const HAPPENING_SUFFIXES: ReadonlySet<string> = new Set(
	list(`act, bill, law, laws, amendment, treaty, accord, accords, agreement, pact, deal, convention, protocol, declaration, charter, constitution,
resolution, plan, program, programme, scheme, strategy, doctrine, directive, code, rule, order, proposition, referendum, election, elections, primary, caucuses,
war, wars, battle, revolution, uprising, spring, intifada, massacre, holocaust, genocide, crisis, crash, depression, recession, cup, prize, award, awards, medal, trophy,
games, olympics, paralympics, championship, championships, open, masters, classic, derby, marathon, tour, grand prix, race, rally, bowl, series, finals, tournament,
playoffs, festival, week, weekend, day, eve, month, year, season, century, era, age, summit, conference call, show, tonight, edition, movie, film, song, album, book, novel, theory,
effect, syndrome, disease, virus, fever, flu, vaccine, test, index, average, scale, rate, report, poll, survey, study, papers, files, tapes, emails, e-mails, investigation, probe, affair,
scandal, case, trial, hearing, hearings, debate, address, speech, project, operation, campaign, initiative, mission, spacecraft, rocket, missile, missiles, satellite, telescope, jet, aircraft,
tank, rifle, model, phone, tablet, watch, console, language, church, bible, quran, koran, gospel, testament, psalm, prayer, mass, dream, first, house rules, zone, time, hall of fame, wall, hurricane,
storm, typhoon, earthquake, tsunami, party line, coast guard cutter, curtain, story, news`),
);

/** The first word of such a name: "Hurricane Ana", "Operation Daybreak". */
export const HAPPENING_HEADS: ReadonlySet<string> = new Set(
	list(
		`hurricane, typhoon, cyclone, storm, operation, rally, tropical, super, hms, uss, rms, hmas, hmcs, category, article, section, chapter, title, windows`,
	),
);

/** Known as such. */
export const HAPPENINGS =
	list(`brexit, covid, covid-19, coronavirus, ebola, zika, sars, mers, aids, hiv, christmas, christmas eve, christmas day, easter, good friday,
thanksgiving, halloween, hanukkah, passover, yom kippur, rosh hashanah, ramadan, eid, eid al-fitr, eid al-adha, diwali, holi, lent, advent, new year, new year's,
new year's eve, new year's day, valentine's day, st. patrick's day, labor day, memorial day, veterans day, independence day, mother's day, father's day, columbus day, martin luther king day,
election day, inauguration day, super tuesday, black friday, cyber monday, world war i, world war ii, world war one, world war two, first world war, second world war, world war, cold war, civil war, vietnam war, gulf war, korean war, iraq war,
great war, great depression, great recession, arab spring, prague spring, oscar, oscars, grammy, grammys, emmy, emmys, tony awards, golden globe, golden globes, academy award, academy awards, nobel,
nobel prize, nobel peace prize, pulitzer, pulitzer prize, booker prize, palme d'or, olympic, olympics, olympic games, winter olympics, summer olympics, paralympic, paralympics, world cup, super bowl, world series, champions league, europa league, copa america,
davis cup, ryder cup, wimbledon, us open, u.s. open, french open, australian open, tour de france, formula one, formula 1, grand slam, grand prix, eurovision, islam, christianity, judaism, hinduism, buddhism, catholicism, zionism, communism, marxism, nazism, fascism,
god, allah, jesus, jesus christ, christ, lord jesus, bible, quran, koran, torah, talmud, old testament, new testament, satan, messiah, english, internet, web, world wide web, wi-fi, bluetooth, gmail, iphone, ipad, ipod, itunes, icloud, imessage, imac, android, windows, xbox, playstation,
medicare, medicaid, social security, first amendment, second amendment, fourth amendment, fifth amendment, bill of rights, constitution, declaration of independence, magna carta, patriot act, roe v. wade, title ix, brown v. board,
nafta, paris agreement, paris climate agreement, paris accord, kyoto protocol, geneva convention, geneva conventions, camp david accords, good friday agreement, holocaust, nakba, intifada, watergate,
9/11, sept. 11, september 11, d-day, ve day, boxing day, bastille day, cinco de mayo, dow, dow jones industrial average, nasdaq composite, nasdaq, s&p, s&p 500, ftse, ftse 100, nikkei, hang seng, cac 40, stoxx 600, brent, wti, libor, bitcoin, ethereum,
air force one, marine one, air force two, f-16, f-35, kalashnikov, ak-47, ar-15, santa, santa claus, father christmas, superman, batman, spider-man, star wars, star trek, game of thrones, harry potter, moore's law, west wing, east wing,
eastern daylight time, eastern standard time, eastern time, central time, mountain time, pacific time, greenwich mean time, gmt, mr. president, madam president, mr. speaker, your honor, i, general election, electoral college, american dream, iron curtain, silk road, belt and road, belt and road initiative, new deal, marshall plan, third reich, roman empire, british empire, soviet era, industrial revolution, cultural revolution,
internal server error, page not found, advertisement, related, trending, news feed, read more, getty, photo, video`);

/** Days, months, seasons as printed with a capital. */
export const CALENDAR: ReadonlySet<string> = new Set(
	list(`monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays, january, february, march, april, may, june, july,
august, september, october, november, december, jan., feb., mar., apr., jun., jul., aug., sep., sept., oct., nov., dec., jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec,
mon., tue., tues., wed., thu., thurs., fri., sat., sun., spring, summer, autumn, winter, a.m., p.m., am, pm, gmt, utc, est, edt, pst, pdt, cet, bst, et`),
);
