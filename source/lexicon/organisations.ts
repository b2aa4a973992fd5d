/**
 * Bodies that news names without saying what they are, and words that make a name a body. Governments, papers, parties,
 * firms and clubs that lasted; none is here for what was once in the news about it.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, no accents, entries
 * divided by commas.
 */
const list = (names: string): readonly string[] =>
	names
		.split(',')
		.map((name) => name.trim().replace(/\s+/g, ' '))
		.filter(Boolean);

export const ORGANISATIONS =
	list(`kremlin, white house, pentagon, state department, downing street, number 10, no. 10, whitehall,
elysee, elysee palace, quai d'orsay, holy see, buckingham palace, kensington palace, clarence house,
capitol, congress, us congress, u.s. congress, senate, house of representatives, house, us senate, u.s. senate, house of commons, house of lords, parliament, european parliament,
european commission, european council, european union, council of europe, european central bank, eurogroup, eurozone, bundestag,
bundesrat, bundesbank, bundeswehr, duma, state duma, federation council, verkhovna rada, rada, knesset, majlis, lok sabha, rajya sabha,
diet, cortes, seimas, riksdag, folketing, storting, althing, sejm, dail, seanad, national assembly, general assembly, supreme court,
high court, constitutional court, international criminal court, international court of justice, european court of human rights,
european court of justice, united nations, u.n., un, security council, u.n. security council, un security council, unicef, unesco, unhcr,
unrwa, world health organization, world health organisation, who, world bank, international monetary fund, imf, world trade organization,
world trade organisation, wto, nato, north atlantic treaty organization, eu, e.u., osce, oecd, opec, opec+, asean, african union, arab league,
apec, brics, g7, g8, g20, g-7, g-8, g-20, group of seven, group of 20, commonwealth of nations, mercosur, ecowas, gcc, iaea, international atomic energy agency, interpol,
europol, eurojust, frontex, ecb, federal reserve, fed, the fed, treasury, us treasury, u.s. treasury, treasury department, justice department, defense department, doj, dhs, cia,
fbi, nsa, irs, sec, fcc, ftc, fda, epa, nasa, nih, cdc, tsa, dea, atf, usda, noaa, osha, faa, ntsb, fema, hhs, hud, nlrb, secret service, us secret service,
national guard, coast guard, border patrol, us army, u.s. army, us navy, u.s. navy, us air force, marine corps, marines, navy seals, special forces,
central command, u.s. central command, us central command, centcom, joint chiefs, joint chiefs of staff, red army, royal navy, royal air force, raf, idf, mossad, shin bet, irgc, revolutionary guards, revolutionary guard,
quds force, kgb, fsb, gru, svr, sbu, mi5, mi6, gchq, scotland yard, met police, nhs, bbc, itv, sky, sky news, channel 4, cnn, msnbc, nbc, nbc news, abc, abc news, cbs,
cbs news, fox, fox news, fox business, c-span, pbs, npr, cnbc, bloomberg, reuters, associated press, ap, afp, agence france-presse, upi, tass, itar-tass, interfax, ria novosti, ria, ukrinform, unian, xinhua, kyodo,
yonhap, anadolu, anadolu agency, anadolu news agency, irna, isna, fars, tasnim, sana, wafa, pti, ani, dpa, efe, ansa, apa, aap, al jazeera, al-jazeera, al arabiya, al-arabiya, deutsche welle, dw, rt, russia today, sputnik,
voice of america, radio free europe, radio liberty, bild, der spiegel, spiegel, die welt, die zeit, frankfurter allgemeine zeitung, sueddeutsche zeitung, le monde, le figaro, liberation, el pais, el mundo, la repubblica, corriere della sera,
kommersant, izvestia, pravda, novaya gazeta, kyiv post, haaretz, jerusalem post, times of israel, new york times, washington post, wall street journal, los angeles times, usa today, chicago tribune, boston globe,
new york post, new york daily news, daily news, politico, axios, the hill, huffington post, huffpost, buzzfeed, vox, slate, salon, daily beast, mother jones, national review, weekly standard, washington times,
washington examiner, new yorker, the new yorker, atlantic, the atlantic, vanity fair, rolling stone, time magazine, newsweek, forbes, fortune, economist, the economist, financial times, ft, guardian, the guardian, observer, independent, the independent, daily telegraph, telegraph,
the times, sunday times, daily mail, mail online, daily mirror, daily express, the sun, evening standard, globe and mail, toronto star, sydney morning herald, the age, the australian, south china morning post, global times, china daily, people's daily, hindu, times of india, dawn,
yahoo, yahoo!, yahoo news, google, alphabet, facebook, meta, twitter, youtube, instagram, whatsapp, telegram, tiktok, bytedance, snapchat, linkedin, reddit, wikipedia, apple, microsoft, amazon, netflix, tesla, spacex, nvidia, intel, ibm, oracle, cisco, qualcomm, amd, dell, hp,
samsung, sony, nintendo, ebay, huawei, zte, tencent, alibaba, baidu, xiaomi, lenovo, foxconn, softbank, toyota, honda, nissan, mazda, subaru, mitsubishi, hyundai, kia, ford, general motors, gm, chrysler, fiat, ferrari, volkswagen, vw, audi, bmw, porsche, mercedes, mercedes-benz, daimler, opel, renault, peugeot, citroen, volvo, boeing, airbus,
lockheed martin, raytheon, northrop grumman, bae systems, rolls-royce, siemens, bosch, basf, bayer, monsanto, nestle, unilever, danone, novartis, roche, sanofi, astrazeneca, glaxosmithkline, gsk, pfizer, moderna, biontech, merck,
exxonmobil, exxon mobil, exxon, chevron, shell, royal dutch shell, bp, total, totalenergies, equinor, eni, gazprom, rosneft, lukoil, naftogaz, aramco, saudi aramco, petrobras, pemex, pdvsa, sinopec, cnooc, petrochina, walmart, wal-mart, costco, starbucks, mcdonald's, burger king, coca-cola, pepsi, pepsico, nike, adidas, puma, ikea,
lvmh, gucci, chanel, goldman sachs, morgan stanley, jpmorgan, jpmorgan chase, jp morgan, citigroup, citibank, bank of america, wells fargo, hsbc, barclays, lloyds, natwest, standard chartered, deutsche bank, commerzbank, credit suisse, ubs, bnp paribas, societe generale, santander, bbva, unicredit, nomura, blackrock, berkshire hathaway,
moody's, standard & poor's, fitch, visa, mastercard, paypal, uber, lyft, airbnb, delta air lines, american airlines, united airlines, southwest airlines, british airways, lufthansa, ryanair, easyjet, air france, aeroflot, emirates airline, qantas, fedex, ups, dhl, verizon, at&t, t-mobile, comcast, disney, walt disney,
time warner, warner bros., warner bros, paramount, universal pictures, lionsgate, hbo, pixar, marvel, viacom, vodafone, bt, telefonica, nokia, ericsson, kpmg, deloitte, pwc, mckinsey, new york stock exchange, nyse, dow jones, london stock exchange,
opcw, isis, isil, islamic state, daesh, al qaeda, al-qaeda, al qaida, al-qaida, taliban, hezbollah, hizbollah, hizbullah, hamas, fatah, plo, palestinian authority, islamic jihad, muslim brotherhood, houthis, boko haram, al shabaab, al-shabaab, pkk, ira, sinn fein, dup, snp, sdlp,
ukip, labour, labour party, conservative party, tory party, liberal democrats, lib dems, green party, republican party, democratic party, gop, dnc, rnc, democratic national committee, republican national committee, libertarian party, reform party, cdu, csu, spd, afd, fdp, national front, national rally, psoe, podemos, ciudadanos, vox party, syriza,
lega, forza italia, fidesz, law and justice, pis, likud, united russia, akp, chp, hdp, bjp, bharatiya janata party, congress party, communist party, kuomintang, ldp, anc, zanu-pf, pri, farc, eln, red cross, red crescent, international committee of the red cross, icrc, amnesty international, amnesty, human rights watch, greenpeace,
oxfam, save the children, doctors without borders, medecins sans frontieres, msf, transparency international, planned parenthood, aclu, naacp, nra, national rifle association, aarp, afl-cio, uaw, seiu, teamsters, sierra club, heritage foundation, cato institute, brookings institution, brookings, rand corporation,
american enterprise institute, chatham house, carnegie endowment, hoover institution, council on foreign relations, pew research center, pew, gallup, ipsos, yougov, quinnipiac, quinnipiac university, rasmussen, ku klux klan, kkk, harvard, yale, princeton, stanford, mit, columbia university, oxford university,
cambridge university, johns hopkins, johns hopkins university, ucla, nyu, fifa, uefa, ioc, international olympic committee, wada, nba, nfl, nhl, mlb, mls, ncaa, nascar, pga, lpga, atp, wta, ufc, premier league, la liga, serie a, bundesliga, ligue 1, manchester united, manchester city, man united, man city, arsenal, chelsea, liverpool fc, tottenham, tottenham hotspur, spurs, everton,
aston villa, west ham, west ham united, newcastle united, leeds united, celtic, rangers, real madrid, atletico madrid, fc barcelona, bayern munich, bayern, borussia dortmund, schalke, juventus, inter milan, ac milan, inter, as roma, lazio, napoli, ajax, psv eindhoven, feyenoord, benfica, paris saint-germain, paris st germain, psg, olympique marseille, boca juniors, river plate, flamengo,
yankees, new york yankees, mets, red sox, dodgers, giants, cubs, white sox, cardinals, braves, phillies, astros, lakers, celtics, bulls, warriors, cavaliers, knicks, nets, clippers, raptors, patriots, cowboys, steelers, packers, eagles, seahawks, 49ers, broncos, chiefs, dolphins, ravens, bengals, browns, colts, jaguars, titans, texans, saints, falcons, panthers, buccaneers, vikings, lions, bears, redskins, commanders, jets, bills, raiders, chargers, rams, maple leafs, canadiens, bruins, blackhawks, red wings, penguins, flyers, oilers, canucks, flames, senators, sabres`);

/** Clubs, bands and the like named by a common word: only where nothing speaks against it. */
export const PAPERS: ReadonlySet<string> = new Set(
	list(`times, post, journal, tribune, globe, herald, gazette, chronicle, telegraph, guardian, observer, examiner, register, sentinel,
star, sun, mirror, daily, weekly, news, review, magazine, dispatch, inquirer, enquirer, courier, bulletin, press, standard, mail,
express, record, ledger, monitor, reporter, mercury, argus, echo, today, spectator, tablet, plain dealer, bee, union-tribune,
post-gazette, sun-times, times-picayune, star-ledger, constitution, journal-constitution, democrat-gazette, intelligencer`),
);

/** After a name: "Orbis Inc", "Green Party", "Food and Drug Administration". */
export const ORG_SUFFIXES: ReadonlySet<string> = new Set(
	list(`inc, inc., corp, corp., corporation, co, co., company, companies, ltd, ltd., limited, llc, llp, lp, plc, gmbh, ag, sa, s.a., se, nv,
n.v., bv, ab, asa, oyj, spa, s.p.a., pty, group, holding, holdings, partners, associates, ventures, capital, industries,
enterprises, systems, technologies, technology, solutions, services, bank, bancorp, financial, insurance, assurance, securities,
investments, investment, trust, fund, funds, funding, asset management, advisors, advisers, consulting, analytics, research, labs,
laboratories, laboratory, pharmaceuticals, pharma, therapeutics, biosciences, biotech, energy, petroleum, oil, gas, power, electric,
electronics, motor, motors, automotive, airlines, lines, airways, air, aviation, aerospace, shipping, logistics, railways, railway,
railroad, steel, mining, metals, resources, minerals, chemical, chemicals, foods, brewing, breweries, brewery, beverages, stores, retail,
entertainment, studios, pictures, films, records, music, media, broadcasting, television, tv, radio, network, networks, news, publishing,
publications, press, software, semiconductor, telecom, telecommunications, communications, wireless, mobile, party, committee, commission,
council, board, agency, authority, administration, bureau, department, ministry, office, secretariat, service, corps, army, navy, air force,
force, forces, brigade, battalion, regiment, division, squadron, guard, guards, militia, police, police department, sheriff's office,
court, tribunal, parliament, congress, senate, assembly, cabinet, government, embassy, consulate, mission, delegation,
union, unions, federation, confederation, association, assn., society, institute, institution, foundation, center, centre, centers, academy,
university, college, school, schools, hospital, clinic, church, diocese, archdiocese, museum, gallery, library, theatre, theater, orchestra,
philharmonic, symphony, ballet, opera, choir, band, club, team, league, conference, caucus, campaign, coalition, alliance, front, movement,
brotherhood, organization, organisation, initiative, project, task force, cartel, gang, mafia, syndicate, exchange, stock exchange,
chamber, guild, lodge, order, house, fc, f.c., afc, cf, united, city, rovers, wanderers, albion, athletic, hotspur, rangers, dynamo, sporting,
racing, cricket club, football club, bros, bros., brothers, sons, & co, & co., & sons, hotel, hotels, resorts, casino, restaurant, cafe, gym, zoo, aquarium, bakery, diner, panel,
summit, lobby, watch, international, worldwide, global, airport authority, port authority, secret service, special counsel, patrol, reserve,
legion, shield, wing, faction, bloc, congregation, synod, command, fleet, observatory, archive, archives, farm bureau, pac, super pac, inquiry, forum, sports, magistrates, courts, markets`),
);

/** Of those, too common after a place or in a heading to count for much alone. */
export const WEAK_SUFFIXES: ReadonlySet<string> = new Set(
	list(`city, house, project, campaign, initiative, summit, front, power, gas, oil, air, energy, guard, order, watch, global, international, office, service,
services, music, team, conference, forum, court, school, church, hotel, restaurant, cafe, news, mission, inquiry, archive, panel, gang,
wing, capital, trust, fund, band, united, research, technology, steel, movement, mobile, media, radio, tv, press, union, government, center, centre`),
);

/** Before "of" or "for": "Ministry of Defence", "Bank of Japan", "University of Lund", "Center for Policy". */
export const ORG_HEADS: ReadonlySet<string> = new Set(
	list(`ministry, department, dept., bank, university, college, school, institute, institution, academy, council, committee, commission,
board, bureau, office, agency, authority, administration, directorate, secretariat, association, federation, confederation, union, league,
society, foundation, center, centre, house, chamber, court, church, archdiocese, diocese, museum, library, hospital, organization,
organisation, alliance, coalition, campaign, party, movement, front, army, navy, forces, brotherhood, guild, brigade, corps, division, parliament,
assembly, congress, cabinet, embassy, consulate, royal bank, national bank, central bank, federal reserve bank, reserve bank, supreme court,
high court, court of appeal, citizens, americans, doctors, lawyers, mothers, students, veterans, friends, reporters, republicans, democrats,
women, physicians, scientists, economists, conference, daughters, sons, knights, order, communist party, port authority,
institutes, centers, fund, trust, network, sisters, disciples, priests, jews, muslims, christians, cops, people`),
);

/** Small words before or after a name that say it is a body: "the newspaper Vesti", "Orbis shares". */
export const ORG_NOUNS: ReadonlySet<string> = new Set(
	list(`company, firm, news, regulator, watchdog, brand, label, studio, network, carrier, chain, hospital, university, nonprofit, ngo, foundation, institute, consortium, bloc, movement, faction, miner, buyer, seller, developer, trader, rival, owner, trust, fund, refiner, brewer, exporter, importer, distributor, manufacturer, contractor, group, bank, newspaper, magazine, website, broadcaster, agency, channel, airline, automaker, carmaker,
drugmaker, chipmaker, retailer, brokerage, consultancy, charity, club, team, side, party, union, militia, publisher, bookmaker, lender, insurer,
conglomerate, startup, start-up, giant, maker, producer, supplier, operator, platform, tabloid, daily, weekly, blog, outlet, think-tank,
shares, stock, shareholders, executives, employees, staffers, customers, users, spokesman, spokeswoman, spokesperson, ceo, chairman, cfo,
subsidiary, unit, affiliate, poll, survey, players, fans, striker, midfielder, defender, goalkeeper, quarterback, coach, manager, boss,
captain, winger, factory, plant, headquarters, members, lawmakers, interview, report, story, article, editorial, app, post, account, page,
correspondent, reporter, editor, journalist, columnist, anchor, host, presenter, analyst, economist, strategist, researcher, researchers`),
);

/** All capitals, but nobody. */
export const NOT_BODIES: ReadonlySet<string> = new Set(
	list(`pac, pacs, td, dj, qe, mvp, gop-led, tv, dvd, cd, pc, it, ok, id, ceo, cfo, coo, cto, gdp, gnp, cpi, ipo, hiv, aids, dna, rna, mrna, covid, covid-19, sars, mers, ptsd, adhd, als, ivf,
ied, ieds, icbm, icbms, wmd, lng, lpg, suv, suvs, atm, pin, gps, usb, html, http, https, www, url, pdf, rss, faq, sms, ai, vr, ar, ev, evs, lgbt, lgbtq,
lgbtq+, lgbti, mp, mps, msp, meps, mep, ngo, ngos, phd, mba, ba, ma, md, jd, rn, am, pm, a.m., p.m., est, edt, cst, cdt, mst, mdt, pst, pdt, et, ct, pt, gmt, utc, bst, cet, cest,
msk, ist, jst, ad, bc, bce, ce, vip, vips, diy, rip, lol, omg, wtf, fyi, asap, aka, a.k.a., rsvp, sos, pow, pows, ufo, ufos, usd, eur, gbp, jpy, nba draft, er, icu, ppe,
obe, mbe, cbe, dbe, kbe, gbe, cmg, kcb, dso, frs, esq, vat, nafta, tpp, ttip, salt, start, inf, jcpoa, daca, ged, sat, act, gcse, dui, iq, tnt, hd, ps, vs, i, a, ii, iii, iv, vi, vii, viii, ix, xi, xii, no, yes, not, and, the,
breaking, watch, read, photo, video, exclusive, update, updated, live, more, file, new, now, via, by, in, on, of, for, to, is, are, must, all, only, never, very, so, but, you, we, he, she,
they, it's, your, our, his, her, their, this, that, what, who, why, how, when, where, will, with, from, at, as, an, or, if, up, out, over, yoy, mom, ytd, eps, etf, etfs, reit, bpd, mph, km, mw, gw, kw`),
);

/** After the name of a people these make one name: "Canadian Broadcasting Corporation", but "Russian Foreign Ministry". */
export const NATIONAL: ReadonlySet<string> = new Set(
	list(`party, union, church, corporation, association, federation, league, society, institute, council, airlines, airways, bank,
broadcasting, academy, university, museum, chamber, congress, agency, company, group, coalition, caucus, alliance, guild, centers,
center, centre`),
);

/** Before any word for a body these belong to its name: "Democratic Senatorial Campaign Committee". */
export const CREEDS: ReadonlySet<string> = new Set(
	list(`republican, democratic, democrat, liberal, conservative, socialist, communist, jewish, catholic, baptist, muslim, islamic,
christian`),
);

/** The last word of a firm in law. */
export const CORPORATE: ReadonlySet<string> = new Set(
	list(`inc, inc., corp, corp., corporation, co, co., company, ltd, ltd., llc, plc, gmbh, group, holdings`),
);

/** First words of newspapers: "Daily Courier". */
export const DAILY: ReadonlySet<string> = new Set(list(`daily, sunday, morning, evening, weekly`));

/** First words that bodies like to bear: "National Planning Council". */
export const RANKS: ReadonlySet<string> = new Set(
	list(`national, international, royal, federal, congressional, central, general, world, global, supreme, social, progressive,
patriotic, united, joint, special, public, regional, senate, house, parliamentary`),
);
