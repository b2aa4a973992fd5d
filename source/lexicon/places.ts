/**
 * Places that lists of countries and cities leave out or name otherwise, and words that make a name a place.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, no accents, entries
 * divided by commas.
 */
const list = (names: string): readonly string[] =>
	names
		.split(',')
		.map((name) => name.trim().replace(/\s+/g, ' '))
		.filter(Boolean);

/** Other names of countries, parts of countries, and what is spoken of as one. */
export const COUNTRIES =
	list(`u.s., u.s, us, u.s.a., usa, america, united states, united states of america, u.k., uk, britain,
great britain, united kingdom, england, scotland, wales, northern ireland, ireland, republic of ireland, u.a.e., uae, emirates,
united arab emirates, russia, ukraine, china, mainland china, people's republic of china, taiwan, north korea, south korea,
n. korea, s. korea, korea, dprk, d.p.r.k., iran, syria, laos, brunei, moldova, macedonia, north macedonia, bosnia, herzegovina,
kosovo, palestine, palestinian territories, west bank, gaza, gaza strip, golan heights, east jerusalem, crimea, donbas, donbass,
czech republic, czechia, burma, myanmar, ivory coast, cote d'ivoire, congo, dr congo, democratic republic of congo,
democratic republic of the congo, east timor, timor-leste, vatican, cape verde, swaziland, eswatini, turkiye, turkey, holland,
soviet union, ussr, u.s.s.r., yugoslavia, czechoslovakia, east germany, west germany, prussia, ottoman empire, tibet,
hong kong, macau, macao, greenland, catalonia, basque country, chechnya, dagestan, ingushetia, tatarstan, abkhazia,
south ossetia, transnistria, nagorno-karabakh, kurdistan, iraqi kurdistan, kashmir, jammu and kashmir, xinjiang, somaliland,
puntland, darfur, tigray, south sudan, western sahara, zanzibar, st. lucia, st. kitts, saint vincent, st. vincent,
trinidad, tobago, antigua, barbuda, sao tome, papua new guinea, micronesia, syrian arab republic, the gambia, gambia,
saint kitts, us virgin islands, u.s. virgin islands, british virgin islands, falklands, falkland islands, faroes,
isle of man, channel islands, tasmania, sicily, sardinia, corsica, crete, okinawa, hokkaido, java, sumatra, bali, borneo,
luzon, mindanao, guam, samoa, hawaii, alaska, new guinea, bougainville, congo-brazzaville, congo-kinshasa`);

/** States, provinces and the like, in full and as printed after a city. */
export const STATES =
	list(`alabama, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, idaho,
illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio,
oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
washington, west virginia, wisconsin, wyoming, puerto rico, district of columbia, d.c., dc, washington d.c., washington dc,
ala., ariz., ark., calif., colo., conn., del., fla., ga., ill., ind., kan., ky., la., md., mass., mich., minn., miss., mo.,
mont., neb., nev., n.h., n.j., n.m., n.y., n.c., n.d., okla., ore., pa., r.i., s.c., s.d., tenn., tex., vt., va., wash., w.va., wis.,
wyo., carolina, carolinas, dakotas, northern virginia, southern california, northern california, upstate new york, ontario, quebec, british columbia,
alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, newfoundland and labrador, labrador,
prince edward island, yukon, nunavut, northwest territories, new south wales, nsw, victoria, queensland, south australia,
western australia, northern territory, bavaria, saxony, lower saxony, thuringia, hesse, brandenburg, north rhine-westphalia,
rhineland-palatinate, baden-wuerttemberg, baden-wurttemberg, schleswig-holstein, saxony-anhalt, saarland, brittany, normandy,
burgundy, provence, alsace, lorraine, picardy, aquitaine, ile-de-france, andalusia, galicia, castile, aragon, valencia,
navarre, lombardy, tuscany, veneto, piedmont, umbria, calabria, campania, liguria, puglia, emilia-romagna, flanders, wallonia,
tyrol, carinthia, styria, ulster, munster, leinster, connacht, yorkshire, lancashire, kent, essex, sussex, surrey, devon,
cornwall, dorset, somerset, norfolk, suffolk, cambridgeshire, oxfordshire, hampshire, wiltshire, cumbria, northumberland,
merseyside, greater manchester, west midlands, east midlands, midlands, derbyshire, nottinghamshire, lincolnshire,
leicestershire, staffordshire, cheshire, shropshire, gloucestershire, worcestershire, warwickshire, hertfordshire, buckinghamshire,
bedfordshire, berkshire, punjab, sindh, balochistan, baluchistan, khyber pakhtunkhwa, waziristan, north waziristan,
south waziristan, uttar pradesh, madhya pradesh, andhra pradesh, himachal pradesh, arunachal pradesh, maharashtra, gujarat,
rajasthan, bihar, jharkhand, odisha, orissa, west bengal, bengal, assam, manipur, nagaland, mizoram, tripura, meghalaya, sikkim,
haryana, uttarakhand, chhattisgarh, telangana, karnataka, kerala, tamil nadu, goa, ladakh, helmand, kandahar, kunduz, nangarhar,
idlib, deir al-zor, deir ezzor, anbar, nineveh, kirkuk, basra, luhansk, donetsk, kharkiv, zaporizhzhia, kherson, mykolaiv,
guangdong, sichuan, hubei, hunan, henan, hebei, yunnan, fujian, zhejiang, jiangsu, shandong, shanxi, shaanxi, guangxi, guizhou,
gansu, qinghai, heilongjiang, jilin, liaoning, anhui, jiangxi, hainan, inner mongolia, rakhine, shan, kachin, aceh, papua,
west papua, kivu, north kivu, south kivu, ituri, katanga, biafra, borno, kaduna, oromia, amhara, kwazulu-natal, gauteng,
western cape, eastern cape, sinaloa, chihuahua, sonora, jalisco, michoacan, guerrero, oaxaca, chiapas, yucatan, tamaulipas,
baja california, quintana roo, patagonia, siberia, silesia, pomerania, transylvania, moravia, bohemia, vojvodina, dalmatia,
thrace, anatolia, cappadocia, mesopotamia, sinai, negev, galilee, samaria, judea, kursk, belgorod, rostov, krasnodar, primorye,
kamchatka, sakhalin, chukotka`);

/** Larger than a country, or no state at all: continents, regions, seas, rivers, mountains, places in space. */
export const REGIONS =
	list(`europe, asia, africa, north america, south america, latin america, central america, oceania,
antarctica, arctic, antarctic, north pole, south pole, middle east, near east, far east, mideast, eastern europe,
western europe, central europe, northern europe, southern europe, southeast asia, south-east asia, south asia, east asia,
central asia, western asia, north africa, west africa, east africa, central africa, southern africa, sub-saharan africa,
horn of africa, sahel, sahara, maghreb, levant, balkans, western balkans, caucasus, north caucasus, south caucasus, baltics,
baltic states, scandinavia, iberia, crimean peninsula, korean peninsula, arabian peninsula, iberian peninsula, caribbean,
west indies, indochina, indo-pacific, asia-pacific, asia pacific, pacific, atlantic, north atlantic, south pacific,
pacific ocean, atlantic ocean, indian ocean, arctic ocean, southern ocean, mediterranean, mediterranean sea, black sea,
red sea, dead sea, north sea, baltic sea, caspian sea, south china sea, east china sea, sea of japan, sea of azov, aegean,
aegean sea, adriatic, adriatic sea, bering sea, barents sea, irish sea, english channel, gulf of mexico, gulf of aden,
gulf of oman, persian gulf, arabian gulf, gulf, gulf coast, bay of bengal, strait of hormuz, taiwan strait, bosphorus,
bosporus, dardanelles, suez canal, suez, panama canal, rio grande, mississippi river, amazon, nile, danube, rhine, rhone,
seine, thames, volga, dnipro, dnieper, dniester, euphrates, tigris, jordan river, ganges, indus, mekong, yangtze, yellow river,
yalu, congo river, zambezi, niger delta, alps, andes, himalayas, pyrenees, carpathians, urals, rockies, rocky mountains,
appalachia, appalachians, sierra nevada, everest, mount everest, kilimanjaro, vesuvius, etna, midwest, new england,
deep south, rust belt, sun belt, east coast, west coast, eastern seaboard, bay area, silicon valley, great plains,
great lakes, great britain, british isles, home counties, highlands, scottish highlands, low countries, benelux,
mekong delta, outback, great barrier reef, west, north, south, east, moon, mars, venus, jupiter, saturn, earth,
downtown, global south, northern hemisphere, southern hemisphere, demilitarized zone, dmz,
holy land, temple mount, cape cod, long island, manhattan, brooklyn, queens,
bronx, staten island, harlem, times square, central park, capitol hill, beverly hills, malibu, hollywood,
palo alto, cape canaveral, camp david, wall street, oval office, situation room, rose garden, guantanamo, guantanamo bay, pearl harbor, red square, tiananmen square,
trafalgar square, westminster, mayfair, soho, notting hill, heathrow, gatwick, chernobyl, fukushima, auschwitz,
cape town, easter island, galapagos, canary islands, azores, madeira, maldives, bermuda, bahamas,
ibiza, majorca, mallorca, tenerife, lesbos, lampedusa, rhodes, cyclades, svalbard, lapland, orkney, shetland, hebrides,
isle of wight, jersey, guernsey, kuril islands, kurils, senkaku islands, diaoyu islands, spratly islands, paracel islands,
spratlys, andaman islands, nicobar islands, diego garcia, midway, iwo jima, solomon islands, fiji, tahiti`);

/**
 * Beside the list of cities of 400,000 people and more (names.json): seats of government of countries, states and
 * provinces that are smaller, and the forms in which English news prints a city that the list has otherwise. No place is
 * here because something happened there.
 */
export const CITIES =
	list(`new york, nyc, washington, washington d.c., l.a., kiev, odesa, st petersburg, petersburg, ramallah,
gaza city, hama, raqqa, fallujah, doha, sana'a, hodeidah, manama, kuwait city, marrakech, geneva, bern,
berne, antwerp, ghent, bruges, hague, luxembourg, strasbourg, marseilles, lyons, frankfurt, cologne,
nuremberg, venice, vatican city, seville, nicosia, valletta, gothenburg, reykjavik, tallinn, cracow,
tirana, podgorica, ljubljana, belfast, new delhi, bombay, calcutta, madras, bangalore, male, rangoon,
naypyitaw, saigon, danang, vientiane, peking, canberra, hobart, darwin, wellington, quebec city,
ciudad juarez, acapulco, port of spain, rio, vegas, st louis, st. paul, ft. lauderdale, ft. worth, philly,
baton rouge, honolulu, juneau, annapolis, monaco, salt lake city, jefferson city, carson city, des moines,
little rock, harrisburg, charleston, montgomery, jackson, concord, montpelier, augusta, providence,
hartford, albany`);

/** Before a name: "Mount Hood", "Lake Como", "Fort Dix". */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
	list(`coastal, mount, mt., lake, lac, fort, ft., port, cape, camp, isle, san, santa, santo, sao, saint, st., ste., los, las, el, rio, gulf,
strait, straits, bay, sea, puerto, villa, ciudad, monte, loch, glen, kafr, deir, beit, tel, ras, wadi, jebel, jabal, upper, lower,
north, south, east, west, new, northern, southern, eastern, western, central, greater, northeast, northwest, southeast, southwest,
downtown, mid, inner, outer, costa, chateau, point, district`),
);

/** After a name: "Baker Street", "Elm County", "Hudson River". */
export const PLACE_SUFFIXES: ReadonlySet<string> = new Set(
	list(`street, st., avenue, ave., road, rd., boulevard, blvd., lane, drive, square, plaza, parkway, highway, bridge, tunnel, airport,
airfield, airbase, station, harbor, harbour, port, river, creek, lake, falls, bay, beach, coast, cove, island, islands, isle, isles,
peninsula, archipelago, atoll, reef, strait, straits, channel, canal, sea, ocean, gulf, delta, basin, mountain, mountains, hill, hills,
peak, ridge, range, valley, canyon, glacier, volcano, desert, forest, woods, park, gardens, garden, county, parish, township, borough,
city, town, village, province, state, prefecture, oblast, region, district, territory, territories, heights, springs, grove, point,
stadium, arena, speedway, raceway, racecourse, coliseum, tower, towers, palace, castle, cathedral, basilica, abbey, mosque, synagogue,
temple, cemetery, prison, jail, penitentiary, barracks, crossing, checkpoint, border, corner, quarter, neighborhood, plateau, plain,
plains, steppe, lagoon, shire, corridor, pass, gorge, dam, reservoir, pier, wharf, mall, estate, estates, acres, terrace, crescent, parade, mews,
circuit, golf course, ballpark, field, dome, gate, farm, ranch, mine, refinery, oilfield, shoal, bank`),
);

/** Small words after a name that say it is a place: "Quetta province", "Elm city". */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
	list(`province, provinces, county, district, region, state, city, prefecture, peninsula, suburb, neighborhood, neighbourhood,
village, town, island, islands, airport, area, border, oblast, governorate, municipality, valley, river, harbour, harbor, capital, coast,
metro, residents, native, natives, resident`),
);

/** Peoples, plurals and their kin that lists of nationalities leave out: adjectives, not names. */
export const PEOPLES =
	list(`russian, ukrainian, american, british, scottish, english, welsh, cornish, northern irish, catalan, basque,
flemish, walloon, bavarian, sicilian, corsican, breton, arab, arabic, persian, kurdish, kurd, turkmen, uzbek, kazakh, tajik, uyghur,
uighur, tibetan, bengali, punjabi, tamil, sinhalese, pashtun, hazara, baloch, hebrew, slav, slavic, slovak, slovene, serb, croat,
croatian, bosnian, bosniak, kosovar, montenegrin, czech, hungarian, magyar, roma, romani, gypsy, european, african, asian, arabian,
latin, latin american, central american, south american, north american, african-american, african american, asian-american,
asian american, mexican-american, native american, hispanic, latino, latina, latinx, caucasian, western, westerner, eastern european,
western european, soviet, nordic, scandinavian, baltic, balkan, oriental, argentine, argentinian,
ecuadorian, yemeni, emirati, saudi arabian, saudi, qatari, bahraini, palestinian, gazan, israeli, jew, jewish, muslim, moslem,
islamic, islamist, sunni, shia, shi'ite, shiite, alawite, druze, yazidi, christian, catholic, roman catholic, protestant,
orthodox, evangelical, anglican, baptist, methodist, lutheran, presbyterian, episcopalian, mormon, quaker, amish, buddhist, hindu,
sikh, jain, zionist, jihadist, salafist, wahhabi, atheist, republican, democrat, democratic, dem, gop-er, libertarian, conservative,
liberal, labourite, tory, tories, whig, communist, marxist, maoist, leninist, stalinist, trotskyist, socialist, fascist, nazi,
neo-nazi, anarchist, nationalist, loyalist, unionist, green, populist, confederate, federalist, peronist, baathist, ba'athist,
kremlin-backed, chechen, dagestani, tatar, crimean, siberian, mapuche, dayak, amazigh, kabyle, sahrawi, nubian, bedouin, maronite, copt, coptic,
quechua, aymara, guarani, yanomami, miskito, garifuna, papuan, javanese, sundanese, acehnese, balinese, ainu, gujarati, marathi,
telugu, malayali, sindhi, baluch, mongol, buryat, yakut, nenets, bashkir, chuvash, ossetian, ingush, circassian, abkhaz, kachin,
amhara, tigrayan, kikuyu, luhya, wolof, mandinka, bambara, dogon, dinka, nuer, masalit, zaghawa, ashanti, ijaw, kanuri, mohawk,
iroquois, cree, ojibwe, choctaw, seminole, comanche, shoshone, tlingit, yupik, cajun, galician, frisian, sardinian, sinti, mizrahi,
ashkenazi, hasidic, mennonite, ismaili, ahmadi, salafi, sufi, muscovite, londoner, parisian, berliner, new yorker, texan, californian,
floridian, virginian, georgian, ohioan, michigander, iowan, pennsylvanian, hawaiian, alaskan, hoosier, bostonian, chicagoan, angeleno,
queenslander, sydneysider, glaswegian, liverpudlian, mancunian, yorkshireman, congolese, ivorian, ivoirian, burkinabe, bangladeshi,
kyrgyz, kazakhstani, singaporean, filipino, filipina, macedonian, taiwanese, hongkonger, hong konger, swede, dane, finn, pole, turk,
spaniard, briton, brit, scot, welshman, irishman, englishman, frenchman, dutchman, frenchwoman, englishwoman, irishwoman, scotsman,
icelander, netherlander, new zealander, kiwi, aussie, yank, yankee, canadian, greek, cypriot, turkish cypriot, greek cypriot,
roman, venetian, florentine, milanese, neapolitan, cantonese, mandarin, manchu, han, hutu, tutsi, zulu, xhosa, afrikaner, berber,
tuareg, yoruba, igbo, hausa, fulani, somali, oromo, masai, maasai, rohingya, karen, hmong, cherokee, navajo, apache, sioux, lakota,
inuit, aboriginal, maori, polynesian, creole, cuban-american, irish-american, italian-american, chinese-american, arab-american,
german, austrian, swiss, italian, spanish, portuguese, dutch, french, norwegian, danish, swedish, finnish, estonian, latvian,
lithuanian, belarusian, belorussian, byelorussian, armenian, azeri, azerbaijani, iranian, iraqi, syrian, lebanese, jordanian, kuwaiti,
omani, egyptian, libyan, tunisian, algerian, moroccan, sudanese, south sudanese, ethiopian, eritrean, kenyan, ugandan, rwandan, tanzanian,
zambian, zimbabwean, namibian, angolan, mozambican, nigerian, ghanaian, liberian, chinese, japanese, korean, indian, pakistani,
afghan, nepali, sri lankan, thai, vietnamese, cambodian, lao, indonesian, malaysian, malay, burmese, australian, cuban, haitian,
dominican, jamaican, puerto rican, boricua, venezuelan, colombian, brazilian, peruvian, chilean, bolivian, nicaraguan, honduran,
guatemalan, salvadoran, salvadorean, panamanian, costa rican, trinidadian, barbadian, bermudian, victorian, edwardian, elizabethan,
byzantine, ottoman, habsburg, prussian, celtic, gaelic, anglo-saxon, viking, mayan, aztec, inca, semitic, aryan`);

/** Of the last words of places those that are last names too: "Tom Field", "Ruth Hill". */
export const PLACE_SURNAMES: ReadonlySet<string> = new Set(
	list(`hill, hills, field, park, lane, bridge, castle, forest, woods, mountain, garden, gate, bay, grove, ridge, street, abbey,
church, beach, falls, lake, rivers, point, drive, dale, marsh, banks, peak, heights, temple, mine, farm, house, port`),
);

/** Of the first words of places those that leave no doubt. */
export const SURE_PLACE_HEADS: ReadonlySet<string> = new Set(
	list(`mount, mt., lake, lac, fort, ft., cape, loch, wadi, jebel, jabal, deir, kafr, isle`),
);

export const COMPASS: ReadonlySet<string> = new Set(
	list(
		`north, south, east, west, northern, southern, eastern, western, central, southeast, southwest, northeast, northwest`,
	),
);

/** Short names of countries and unions that stand before a body's own name: "U.S. Senate". */
export const SHORT_COUNTRIES: ReadonlySet<string> = new Set(list(`u.s., u.s, us, u.k., uk, eu, u.n., un`));
