/**
 * Countries as news names them: names | adjectives and peoples | capital. Written by hand for this project from general
 * knowledge; MIT like the rest. Lower case, without accents, apostrophes and full stops; divided by commas.
 */
const ROWS = `
afghanistan | afghan, afghans | kabul
albania | albanian, albanians | tirana
algeria | algerian, algerians | algiers
angola | angolan, angolans | luanda
argentina | argentine, argentinian, argentines | buenos aires
armenia | armenian, armenians | yerevan
australia | australian, australians | canberra
austria | austrian, austrians | vienna
azerbaijan | azerbaijani, azeri, azerbaijanis | baku
bahamas | bahamian, bahamians | nassau
bahrain | bahraini, bahrainis | manama
bangladesh | bangladeshi, bangladeshis | dhaka, dacca
barbados | barbadian, barbadians | bridgetown
belarus, byelorussia | belarusian, belarussian, belarusians | minsk
belgium | belgian, belgians | brussels
belize | belizean, belizeans | belmopan
benin | beninese | porto-novo
bhutan | bhutanese | thimphu
bolivia | bolivian, bolivians | la paz
bosnia, bosnia and herzegovina, bosnia-herzegovina | bosnian, bosnians | sarajevo
botswana | batswana | gaborone
brazil | brazilian, brazilians | brasilia
brunei | bruneian | bandar seri begawan
bulgaria | bulgarian, bulgarians | sofia
burkina faso | burkinabe | ouagadougou
burundi | burundian, burundians | bujumbura, gitega
cambodia | cambodian, cambodians | phnom penh
cameroon | cameroonian, cameroonians | yaounde
canada | canadian, canadians | ottawa
cape verde, cabo verde | cape verdean | praia
central african republic | central african | bangui
chad | chadian, chadians | ndjamena
chile | chilean, chileans | santiago
china, peoples republic of china, prc, mainland china | chinese | beijing, peking
colombia | colombian, colombians | bogota
comoros | comorian | moroni
democratic republic of congo, democratic republic of the congo, dr congo, drc, congo-kinshasa | congolese | kinshasa
republic of congo, republic of the congo, congo-brazzaville | | brazzaville
costa rica | costa rican, costa ricans | san jose
croatia | croatian, croatians, croat | zagreb
cuba | cuban, cubans | havana
cyprus | cypriot, cypriots | nicosia
czech republic, czechia | czech, czechs | prague
denmark | danish, danes | copenhagen
djibouti | djiboutian |
dominican republic | dominican, dominicans | santo domingo
east timor, timor-leste | east timorese, timorese | dili
ecuador | ecuadorian, ecuadorean, ecuadorians | quito
egypt | egyptian, egyptians | cairo
el salvador | salvadoran, salvadorean, salvadorans | san salvador
equatorial guinea | equatoguinean | malabo
eritrea | eritrean, eritreans | asmara
estonia | estonian, estonians | tallinn
eswatini, swaziland | swazi | mbabane
ethiopia | ethiopian, ethiopians | addis ababa
european union, eu, the bloc | european union, eu |
fiji | fijian, fijians | suva
finland | finnish, finns | helsinki
france | french | paris
gabon | gabonese | libreville
gambia, the gambia | gambian, gambians | banjul
georgia | georgian, georgians | tbilisi
germany | german, germans | berlin
ghana | ghanaian, ghanaians | accra
greece | greek, greeks | athens
greenland | greenlandic | nuuk
grenada | grenadian |
guatemala | guatemalan, guatemalans |
guinea | guinean, guineans | conakry
guinea-bissau | | bissau
guyana | guyanese | georgetown
haiti | haitian, haitians | port-au-prince
honduras | honduran, hondurans | tegucigalpa
hong kong | hong kong |
hungary | hungarian, hungarians | budapest
iceland | icelandic, icelanders | reykjavik
india | indian, indians | new delhi, delhi
indonesia | indonesian, indonesians | jakarta
iran, islamic republic of iran | iranian, iranians | tehran, teheran
iraq | iraqi, iraqis | baghdad
ireland, republic of ireland | irish | dublin
israel | israeli, israelis | jerusalem
italy | italian, italians | rome
ivory coast, cote divoire | ivorian, ivorians | abidjan, yamoussoukro
jamaica | jamaican, jamaicans | kingston
japan | japanese | tokyo
jordan | jordanian, jordanians | amman
kazakhstan | kazakh, kazakhstani, kazakhs | astana
kenya | kenyan, kenyans | nairobi
kosovo | kosovan, kosovar, kosovars | pristina
kuwait | kuwaiti, kuwaitis | kuwait city
kyrgyzstan | kyrgyz | bishkek
laos | laotian, lao, laotians | vientiane
latvia | latvian, latvians | riga
lebanon | lebanese | beirut
lesotho | basotho | maseru
liberia | liberian, liberians | monrovia
libya | libyan, libyans | tripoli
liechtenstein | | vaduz
lithuania | lithuanian, lithuanians | vilnius
luxembourg | luxembourgish |
madagascar | malagasy | antananarivo
malawi | malawian, malawians | lilongwe
malaysia | malaysian, malaysians | kuala lumpur
maldives | maldivian, maldivians | male
mali | malian, malians | bamako
malta | maltese | valletta
mauritania | mauritanian, mauritanians | nouakchott
mauritius | mauritian, mauritians | port louis
mexico | mexican, mexicans | mexico city
moldova, moldavia | moldovan, moldovans | chisinau
monaco | monegasque |
mongolia | mongolian, mongolians | ulaanbaatar, ulan bator
montenegro | montenegrin, montenegrins | podgorica
morocco | moroccan, moroccans | rabat
mozambique | mozambican, mozambicans | maputo
myanmar, burma | burmese | naypyidaw, yangon, rangoon
namibia | namibian, namibians | windhoek
nepal | nepalese, nepali, nepalis | kathmandu, katmandu
netherlands, the netherlands, holland | dutch | the hague
new zealand | new zealander, new zealanders | wellington
nicaragua | nicaraguan, nicaraguans | managua
niger | nigerien | niamey
nigeria | nigerian, nigerians | abuja
north korea, n korea, dprk, democratic peoples republic of korea | north korean, north koreans | pyongyang
north macedonia, macedonia | macedonian, macedonians | skopje
norway | norwegian, norwegians | oslo
oman | omani, omanis | muscat
pakistan | pakistani, pakistanis | islamabad
palestine, palestinian territories, palestinian authority | palestinian, palestinians | ramallah
panama | panamanian, panamanians | panama city
papua new guinea | papua new guinean | port moresby
paraguay | paraguayan, paraguayans | asuncion
peru | peruvian, peruvians | lima
philippines, the philippines | philippine, filipino, filipinos | manila
poland | polish, poles | warsaw
portugal | portuguese | lisbon
puerto rico | puerto rican, puerto ricans | san juan
qatar | qatari, qataris | doha
romania | romanian, romanians | bucharest
russia, russian federation | russian, russians | moscow
rwanda | rwandan, rwandans | kigali
saudi arabia, ksa | saudi, saudis, saudi arabian | riyadh
senegal | senegalese | dakar
serbia | serbian, serbs | belgrade
sierra leone | sierra leonean | freetown
singapore | singaporean, singaporeans |
slovakia | slovak, slovakian, slovaks | bratislava
slovenia | slovenian, slovenians, slovene | ljubljana
somalia | somali, somalian, somalis | mogadishu
south africa | south african, south africans | pretoria
south korea, s korea, republic of korea | south korean, south koreans | seoul
south sudan | south sudanese | juba
soviet union, ussr | soviet, soviets |
spain | spanish, spaniards | madrid
sri lanka | sri lankan, sri lankans | colombo
sudan | sudanese | khartoum
suriname | surinamese | paramaribo
sweden | swedish, swedes | stockholm
switzerland | swiss | bern, berne
syria, syrian arab republic | syrian, syrians | damascus
taiwan, republic of china | taiwanese | taipei
tajikistan | tajik, tajiks | dushanbe
tanzania | tanzanian, tanzanians | dodoma, dar es salaam
thailand | thai, thais | bangkok
togo | togolese | lome
tunisia | tunisian, tunisians | tunis
turkey, turkiye | turkish, turks | ankara
turkmenistan | turkmen | ashgabat
uganda | ugandan, ugandans | kampala
ukraine | ukrainian, ukrainians | kyiv, kiev
united arab emirates, uae, emirates, the emirates | emirati, emiratis | abu dhabi
united kingdom, uk, britain, great britain | british, britons, uk | london
united states, us, usa, america, united states of america | american, americans, us | washington, washington dc
uruguay | uruguayan, uruguayans | montevideo
uzbekistan | uzbek, uzbeks | tashkent
vatican, holy see, vatican city | vatican |
venezuela | venezuelan, venezuelans | caracas
vietnam, viet nam | vietnamese | hanoi
yemen | yemeni, yemenis | sanaa, sana
zambia | zambian, zambians | lusaka
zimbabwe | zimbabwean, zimbabweans | harare
`;

export interface Nation {
	/** As the row begins; stands for the country in comparisons. */
	readonly key: string;
	readonly names: readonly string[];
	readonly adjectives: readonly string[];
	readonly capitals: readonly string[];
}

const split = (cell = '') =>
	cell
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');

export const NATIONS: readonly Nation[] = ROWS.trim()
	.split('\n')
	.map((row) => {
		const [names, adjectives, capitals] = row.split('|').map(split);
		return {
			key: names?.[0] ?? '',
			names: names ?? [],
			adjectives: adjectives ?? [],
			capitals: capitals ?? [],
		};
	});

const keyed = (list: (nation: Nation) => readonly string[]): ReadonlyMap<string, string> =>
	new Map(NATIONS.flatMap((nation) => list(nation).map((word): [string, string] => [word, nation.key])));

/** Name of a country → its key. */
export const COUNTRY_OF_NAME = keyed(({ names }) => names);
/** "Russian" → "russia". */
export const COUNTRY_OF_ADJECTIVE = keyed(({ adjectives }) => adjectives);
export const COUNTRY_OF_CAPITAL = keyed(({ capitals }) => capitals);

/** Cities and regions with more than one spelling in the news; the first of a row stands for all. */
export const SPELLINGS_OF_PLACES: ReadonlyMap<string, string> = new Map(
	`kyiv, kiev
kharkiv, kharkov
odesa, odessa
lviv, lvov
mykolaiv, nikolaev
dnipro, dnepr
zaporizhzhia, zaporozhye, zaporizhia
luhansk, lugansk
chornobyl, chernobyl
bakhmut, artemivsk
donbas, donbass
beijing, peking
mumbai, bombay
kolkata, calcutta
chennai, madras
bengaluru, bangalore
guangzhou, canton
yangon, rangoon
ho chi minh city, saigon
kathmandu, katmandu
dhaka, dacca
tehran, teheran
mecca, makkah
jeddah, jiddah
aden, adan
sanaa, sana
hodeidah, hudaydah
benghazi, bengasi
misrata, misurata
st petersburg, saint petersburg
the hague, hague, den haag
bern, berne
xinjiang, sinkiang
gothenburg, goteborg
cologne, koln
munich, munchen
nuremberg, nurnberg
antwerp, anvers
seville, sevilla
zaragoza, saragossa
marseille, marseilles
lyon, lyons
washington, washington dc, washington d c, dc
new york, new york city, nyc
los angeles, la
mexico city, ciudad de mexico
quebec city, quebec
brasilia, brazilia
nagorno-karabakh, karabakh, artsakh
gaza, gaza strip
falklands, falkland islands, malvinas`
		.split('\n')
		.flatMap((row) => {
			const names = split(row);
			return names.map((name): [string, string] => [name, names[0] ?? name]);
		}),
);
