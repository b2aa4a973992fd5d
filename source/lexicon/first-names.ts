/**
 * First names of the world that English lists leave out, and first names that are more often something else.
 * Written by hand for this project from general knowledge; MIT like the rest. Lower case, no accents.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Where these two disagree with a longer list, these are right: most bearers of the name today. */
export const MORE_FEMALE =
	list(`hillary hilary ashley lauren kelly leslie lesley stacy stacey tracy tracey andrea angie abby allie ally aubrey audrey
beverly bev brooke carmen carol carole caroline carrie carly cass cassie charlene charlotte chelsea cheryl christie christina christine christy cindy claire clare
clair connie courtney crystal cynthia dana danielle darlene dawn debbie deborah debra deb denise diana diane dianne dolores donna dora doris dorothy edith edna eileen
elaine eleanor elena elizabeth liz ellen ellie emily emma erica erika erin esther ethel eunice eva evelyn faith fay felicia fiona flora florence frances francine
gabby gabrielle gail gayle georgia georgina geraldine gertrude gillian gina ginger ginny gladys glenda gloria grace greta gwen gwendolyn hailey haley hannah harriet hazel
heather heidi helen helena helene henrietta holly hope ida irene iris irma isabel isabella isla ivy jackie jaclyn jacqueline jade jan jane janelle janet janice janie
jasmine jayne jean jeanette jeanne jenna jennie jennifer jenny jessica jessie jill jillian jo joan joann joanna joanne jocelyn jodi jody josephine joy joyce juanita judith judy
julia juliana julianne julie juliet june kaitlin kara karen kari karin karla kate katelyn katherine kathleen kathryn kathy katie katrina kay kayla kaylee keisha kellie kelsey
kendra kiersten kimberly kirsten kirstie krista kristen kristi kristin kristina kristine kristy lana latoya laura laurie lea leah leanne lena leona leticia
lila lillian lily linda lindsay lindsey lisa lois lola loretta lori lorraine louisa louise lucia lucille lucinda lucy luz lydia lynda lynette lynne mabel mackenzie maddie
madeleine madeline madison mae maggie mandy marcia margaret margarita margery margie margot maria mariah marian marianne marie marilyn marina marissa marjorie marlene marsha
martha mary mattie maureen maxine megan meghan melanie melinda melissa melody mercedes meredith mia michele michelle mildred millie mindy minnie miranda miriam misty molly
mona monica monique muriel myra myrtle nadine nancy naomi natalie natasha nellie nicola nichole nicole nikki nina nora norma olga olive olivia opal paige pam pamela patrice patricia
patsy patti patty paula paulette pauline pearl peggy penelope penny phoebe phyllis polly priscilla rachael rachel ramona rebecca regina renee rhoda rhonda rita roberta rosa rosalie
rosalind rose rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra sara sarah sasha savannah selena serena shannon sharon shauna sheila shelley shelly sheri
sherri sherry sheryl shirley sierra silvia simone skye sonia sonja sonya sophia sophie stella stephanie sue susan susanna susannah susie suzanne sybil sylvia tabitha tamara tami tammy tanya
tara tasha teresa teri terri tess tessa thelma theresa tia tiffany tina toni tonya tricia trina trudy ursula valerie vanessa velma vera verna veronica vicki vickie vicky
victoria viola violet virginia vivian wanda wendy whitney wilma winifred yolanda yvette yvonne zoe zara zadie ava aaliyah alexandra alexis alice alicia alison allison alma alyssa amanda amber amelia amy ana anastasia
angela angelica angelina anita ann anna annabel anne annette annie antoinette april arlene ariel arianna bella barbara beatrice becky belinda bernadette bernice bertha bessie beth bethany betsy
betty beulah beyonce bianca blanche bonnie brandi brandy brenda briana brianna bridget britney brittany candace candice carla caitlin camilla camille condoleezza oprah
saoirse siobhan niamh aoife sinead mairead imelda orla grainne ciara roisin keisha tamika lakisha ebony
aisha aishwarya akiko alejandra aleksandra alessandra alexandria alina aliya alma alona alyona amal amina
amira ana anastasia anastasiya andrea angela angelique angelina anja anita anju anke ann anna annalena anne annegret annika anouk antje
antonella anya aparna araceli ariana arwa asha ashley asma astrid asya aung-san ayesha azadeh bahar barbora beata beatriz bettina
bianca birgit birgitta bisera brigitte brooke carla carmen carolina caroline catalina catarina catherine cecile charlotte chiara chloe
christiane christina chrystia claire clara claudia concepcion cristina daniela daria darya dalia delphine desiree diana dilma dina
dora dorota dunja ebru ekaterina elena eleni elif elin elisa elisabeth elizabeth ella elodie elsa elvira emilia emine emma ester esther eva
evgenia fadwa farah fatema fatima fatou federica fiona florence francesca francoise frauke freya gabriela gabrielle galina gayle geeta
giorgia giulia golda graciela gro guadalupe gulnara hadja hala halina hana hanan hanna hannah hatice heba heidi helen helena helene hilde
hina hiroko huda ilse imane inaya indira ines inga ingeborg ingrid inna iman irena irina irma isabel isabella ivana ivanka ivonne iryna jacinda
jadwiga jana jasmin jasmine jelena jin-young joana johanna jovana juana judit julia juliana julie julija junko justyna kaja kamala karin karina
karla karolina kasia katarina katarzyna katerina katharina katherine kathleen katja katrin katya keiko khadija kim-yo krystyna kristalina
ksenia lailai laila lakshmi larisa latifa laura layla leila leticia leyla lidia liisa lilia liliana lina linda liubov ljubica lola lorena lotte
louise lourdes lubna lucia luciana lucie ludmila luisa lyudmila lydia madina magdalena maha mai maia maja malala malgorzata malika manal mara
margarethe margarita margrethe maria mariam mariana marianne marie marija marina marine marion marisol marta martha martina maryam maryna
marzena masha matilda maya mayu mei meera megan melania melissa meltem mercedes meryem mette michaela michele michelle michiko mila milena mina
mirela miriam mirjana mona monica monika monique muna nadezhda nadia nadine nagwa naima najat najla naledi nana nancy naomi narges nasrin natacha
natalia nataliya natalya natasha nathalie nawal nazanin neha nelly nermin ngozi nicola nicole nihal nikki nina nisreen nkosazana noor noora nora
nour noura nuria oksana olena olesya olga olha oluchi paloma paola patricia paulina petra petya pilar polina pratibha priti priya priyanka raisa
rachel rania rasha rashida raquel razia rebecca regina reem rehana renata rima rita roberta rosa rosario roxana roza rubina ruslana rym sabine sabrina
sadia safiya sahar saima salma salome samantha samira sana sandra sanna sara sarah saskia satu semra seda selma serena shabana shadi shaima
sharon sheikha shereen shirin shoko silke silvia simona simone sinead siobhan sirimavo sofia soledad solveig sonia sonja sophia sophie soraya
stefania stella sultana suman sunita susana susanna sushma svetlana svitlana sylvie tamar tamara tanja tanya tarja tatiana tatyana teresa tetiana
thandi thanh theresa thuy tina tomoko tsai-ing tulsi tzipi ulla ulrike umaru urmila ursula uzma valentina valeria valerie vanessa vasiliki vera
veronica veronika victoria viktoria viktoriya viola violeta virginie vita wafa wendy weronika wiebke wislawa xiomara yael yaroslava yasmin
yasmine yekaterina yelena yevgenia yingluck yoko yolanda yolande yoshiko yukiko yulia yuliia yuliya yuriko yusra zahra zainab zara zeinab zeynep zhanna zineb
zita zoe zofia zoya zsuzsanna zuzana`);

export const MORE_MALE =
	list(`donald barack michael james john robert david william richard joseph thomas charles christopher daniel matthew anthony mark steven stephen paul andrew joshua
kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory alexander frank patrick
raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin
arthur lawrence jesse dylan bryan joe billy bruce albert willie gabriel logan alan juan wayne elijah randy roy vincent ralph eugene russell bobby mason philip louis phillip
bill bob tom tim jim mike dave dan don ron ken ben sam matt nick nate greg jeff steve chuck rick rich rob doug fred ted ed eddie andy tony charlie chris joey johnny jimmy tommy danny
kenny benny bernie barry harry gerry perry terrence terrance terence curtis craig cody cory corey colin collin connor conor calvin cameron carlos cecil chad chase
chester clarence clark claude clay clayton cliff clifford clint clinton clyde colby cole dale dallas damon darius darrell darren darryl daryl dean derek derrick devin dick dirk
dominic donnie drew duane dustin dwayne dwight earl edgar edmund edwin eli elliot elliott ellis elmer elvis emmanuel ernest ernie ervin evan everett fabian felix fernando floyd forrest
francis franklin freddie frederick garrett gavin gene geoff geoffrey gilbert glen glenn gordon graham grant guy harvey hector herbert herman homer horace howard hubert hugh hugo ian ira
irving isaac ivan jamal jared jarrod jasper javier jay jeb jed jeffery jerome jermaine joel jonas jon jorge josh julian julio julius kane karl keanu kelvin kendrick kent kirk kurt
lamar lance lee len leo leon leonard leroy lester levi lewis liam lionel lloyd lonnie lorenzo lou louie luis luke luther lyle lyndon malcolm manuel marc marco marcus mario marlon marshall
martin marvin mathew maurice max maxwell melvin merle mick mickey miguel miles milton mitch mitchell mitt mohamed morris moses murray myron ned neal neil nelson nigel niall noel norman oliver
omar orlando orville oscar otis owen pablo pedro percy pete phil pierre preston quentin quincy ramon randall randolph raphael raul ray reggie reginald rene rex reuben ricardo
rickey ricky rodney rodrigo roland roman ronnie rory roscoe ross ruben rudolph rudy rufus rupert russ salvador sammy santiago saul sebastian sergio seth shane shaun shawn sheldon
sherman sid sidney simon sonny spencer stanley stefan sterling stewart stuart sylvester theodore timmy toby todd travis trent trevor troy ty tyrone ulysses vernon victor vince virgil
wade wallace wallis ward warren wendell wesley wilbur wiley will willard wilson winston woodrow xavier zach zack newt rand antonin merrill merrick elon boris keir rishi alistair alastair
angus callum hamish fergus euan ewan gareth rhys huw ieuan finn declan cormac eamon padraig seamus
aaron abbas abdallah abdel abdelaziz abdelfattah abdelkader abdellah abderrahmane abdirahman abdo abdoulaye abdul
abdulaziz abdulla abdullah abdulrahman abhijit abiy abu adem adil adnan adriano ahmad ahmadou ahmed ahmet aidan ajay ajit akbar akhtar akihito akio akira
aksel alain alan alberto alejandro aleksandar aleksander aleksandr aleksei aleksey aleksi alessandro alexander alexandre alexandros alexandru
alexei alexey alexis alfonso alfredo alfreds ali alireza alisher alois alon alpha alvaro amadou amar amir amit amr anatoly anatoliy anders andile andre
andreas andrei andrej andres andrey andrii andriy andrzej andy angel aniello anil ansar anthony antoine anton antonin antonio antonis anwar
anupam aram ariel arif aris aristides arjun arkady arkadiy arman armando armen armin arnaud arne arsen arseny arseniy arslan artem artur arturo arun
arvind ashok ashraf asif aslan aslam ataullah atef atilla atsushi attila aung axel ayman aymen azamat aziz baburam bakhtiyar bakr balint
baltasar ban bartosz basel bashar bashir bassam bassel baltazar beji benigno benito benjamin bernd bernard bertrand bhupinder bilal binyamin bjarne bjorn bogdan
bohdan boris borut boyko boubacar branislav branko brice bronislaw bruno bulent burak burhan carles carlo carlos carsten casimir cem cesar cevdet
charles chibuike chinedu christian christoph christophe christos chukwuemeka claude claudio clement cornel cristian cristiano cyril dag daisuke daler damian damien
damir daniel daniele daniil danijel dariusz darko davide davit davor deepak denis denys detlef deva dhananjay didier diego dieter dilip dimitar
dimitri dimitrios dimitris dinesh diosdado dirk dmitri dmitriy dmitry dmytro domenico dominik dominique donato doron dragan driss duarte dusan edgar
edgars edison edmundo eduard eduardo edvard efrain egil egor ehud eiji einar ekrem eli elias elie elon emanuel emil emile emilio emin emmanuel emmerson
emomali enda enrico enrique ephraim erdogan eric erik erkki ernesto ernst erwin esteban etienne eugen evan evangelos evgeni evgeny evo ezra
fabian fabien fabio fabrice fabrizio fadi fahad fahd faisal faiz farhad farid farouk faruk fathi fawaz fayez federico felipe felix ferdinand ferenc fernando
fethullah fidel filip filippo florent florian francesco francisco franck franco francois frank frans frantisek franz fredrik frederic friedrich
fumio gabor gabriel gael galal gamal ganesh garik gaspard gautam gen gennady genady georg georges georgi georgios georgy geert gerard gerardo gerhard germain
ghassan gheorghe giacomo gianluca gianni gilberto gilles ginandjar giorgi giorgio giorgos giovanni girish giulio giuseppe goran gotabaya graciano grigor grigory
guido guillaume guillermo gunnar gunter gunther gurbanguly gustav gustavo guy gyorgy habib hadi hafez hafiz haider hakan hakim hamad hamdi hamid hamza hani hannes hans
hariri haris harald haruhiko haruki hasan hashim hassan hassane hatem haydar hector heiko heikki heinrich heinz helmut hendrik henri henrik henrique
herbert heriberto herman hermann hernan heydar hicham hideki hideo hideyoshi hiroshi hirohito hisham horacio horst hosni hossam hossein houari hrvoje hubert hugo
humberto hun huseyin hussain hussein iain ian ibrahim idriss idris iftikhar igor ihor ilan ilham ilhan ilir ilya imad imran inder ingvar ioannis ion iosif isaac isaias ishaq
ishmael iskander islam ismael ismail israel issa istvan ivan ivica ivo jacek jacinto jacob jacques jafar jair jaime jakob jakub jalal jamal jamshid jan janez
janis janos janusz jaroslav jaroslaw jarno jason jasper javad javed javier jawad jean jean-claude jean-luc jean-marie jean-michel jean-paul jean-pierre jean-yves jens jeremie jeroen jerome jerzy
jesus jindrich jiri joachim joao joaquin jochen joerg johan johann johannes jojo jon jonas joost jorg jorge jorgen jose josef josep joseph joshua josip
jovan jozef juan juha jules julian julien julio jun junichiro jurgen jurij juris justin jyrki kadir kais kaja kalle kamal kamil karel karim karl karol kasim kaspar katsuya kay kazuo
keith keizo kemal ken kenji kenzo kerem kevin khaled khalid khalifa khalil khurram kiichi kiril kirill kiyoshi kjell klaus koichi kofi koji konrad konstantin konstantinos
kostas krzysztof kunal kurt kwame kwasi kyriakos kyrylo laszlo lars laurent lech lee lennart leo leon leonardo leonel leonhard leonid leopoldo leos lev liam lionel linus
ljubo lluis lorenz lorenzo lothar louis luc luca lucas lucien luigi luis luiz lukas lukasz lula luka maarten macky mads maged magnus mahamadou mahamat mahathir mahdi mahendra mahinda mahmood mahmoud mahmut
mahmud maksim maksym makoto malcolm malik mamadou mamata mamoun manfred manmohan mansoor mansour manuel marat marc marcel marcello marcelo marcin marco marcos marcus marek
marian mariano marin mario marius mariusz marjan mark marko markus marouane martin martti marwan masahiro masato masayoshi masoud massimo masud mate mateo mateusz mathias mathieu
matteo matthias matthieu mauricio maurizio mauro max maxim maxime mehdi mehmet meir menachem mehran miachel michael michal michail michel mickael miguel mihai mihail mikael
mikael mike mikhail mikhael mikheil mikko mikola miklos milan milo milorad milos miloš mimmo minoru miodrag mirko miroslav mirza mitsuo mladen mobutu moez moeen mohamad mohamed mohammad mohammed mohamud
moise moises mojtaba momcilo moncef morten moshe moscow-born mostafa motaz moussa muammar mubarak muhammad muhammadu muhammed muhyiddin mukesh mukhtar mullah murad murat mustafa musa
mustapha mykhailo mykola nabil nacer nader naftali naguib najib najibullah narendra naruhito naser nasir nasser nassim naveen nawaf nawaz nayib nazim necmettin nenad nicanor niccolo nicolae
nicolas nicos niels nihad nikita nikol nikola nikolai nikolaos nikolas nikolay nikolaus nikos nils nir nizar njabulo nobuo norbert norodom nouri nursultan oded olaf olafur olav oleg oleh
oleksandr oleksiy oleksii olivier olli olof olusegun omar omer oriol oscar osama osman otto oussama pablo pal palle panagiotis pandeli pankaj paolo pascal pasquale patrice patrik pau paul paulo pavel pavle
pavlo pawel pedro pekka per pere petar peter petr petri petro petros petteri philippe phuc pier pierre pierre-yves pieter pietro pim piotr prabowo prachanda pradeep prakash pramod pranab prasad
prayuth predrag prem qais qasem qassem rabah radek radko radoslaw radovan rafael rafal rafik rafiq raghuram rahim rahm rahul raila rainer raj rajan rajat rajesh rajiv rajnath rakesh ralf rama raman ramazan
ramesh rami ramiro ramon ramzan ramzi ranil raphael rashid rasmus ratko raul ravi recep reinhard reinhold remi renato rene renzo reuven reza ricardo riccardo richard rino rinat risto riyad robert roberto rodolfo
rodrigo rodrigue rogelio roger roland rolf roman ronald romano ronen roque ruben rudolf ruedi rui rupert ruslan rustam rustem saad saddam sadiq sadegh saeb saeed safet said saif saleh salem salim salman salvador salvatore
salva samir samuel sanjay sani sandor santiago santosh sardar satoshi satya scholz sean sebastian sebastien sedat sefik selahattin selim semyon senad serdar serge sergei sergey sergii sergio serhii serhiy sergiy seppo shaban shahbaz shahid
shahrukh shaukat shavkat shehbaz sheldon shigeru shimon shinji shinzo shivraj shoaib shoichi siad siegfried sigmar sigurd silvio simeon slavoj slobodan soeren soren solomon stanislav stanislaw stavros stefan stefano
stefanos stellan stephane sten stig stipe subhash suleiman suleyman suharto sukarno sultan sunil sven svetozar syed tadeusz tadashi taher tahir taieb takashi takeshi takis tarek tareq tariq tarique tariq taro taufik tayyip
tedros temur teodoro tevfik thabo thaksin than theodor theodoros thibaut thierry thilo thomas thorbjorn thorsten tibor tiago timo timofey timur tobias todor tomas tomasz tomislav tomoyuki toomas torsten toshiro tung udo ueli ugo ulf ulrich
umar umaro umberto urho urban usman uwe uri vaclav vadim vadym vagit valdis valentin valeri valery valeriy valerii vasil vasily vasyl veselin vicente victor viktor vidkun vijay vikram viktar ville vilmos vinay vincent vincente vinod vincenzo vishal
vitali vitaly vitaliy vitalii vito vittorio vivek vlad vladimir vladimiro vladislav vladyslav vojislav volkan volker volodymyr vuk vyacheslav wael wahid wale walid waleed walter waqar wasim werner wilfried wilhelm willem willi willy winfried wissam witold wladimir wlodzimierz
wolfgang wojciech xavier yahya yair yakov yanis yannick yann yaqub yaroslav yaser yasin yasir yasser yassine yasuhiro yasuo yefim yegor yehuda yevgeni yevgeny yevhen yigal yitzhak yogi yoshihide yoshiro yoshitaka yossi youssef yousef yousaf yousuf yoweri yukio
yunus yuri yuriy yurii yury yusuf yves zafar zaher zahid zakir zalmay zaven zbigniew zdenek zdravko zeljko ziad ziya zlatan zlatko zoltan zoran zulfikar zurab
jair jp jd tj cj dj aj pj bj rj mj kj lj jt jb 
abd-al al-sayed eamonn eoin cormac ciaran diarmuid donal niall padraig seamus fergus finbar conor declan aodhan gareth gethin huw ieuan dafydd rhys iwan emyr lachlan hamish ewan callum alasdair
ta-nehisi deandre dashawn jamal lamar tyrone deshawn tyrell darnell terrell cornell marquis demarcus lebron kobe shaquille`);

/** First names that are more often places, words or last names: alone they say little. */
export const WEAK_FIRST: ReadonlySet<string> = new Set(
	list(`able ace alabama alaska amber angel april arch archer art asia august augusta austin autumn bank bar barb bay bear bell berlin berry bert bill
bird bishop bliss blaze bob bond brand brook brooks buck bud bush candy carol chad chance chase charity charlotte cherry chester china christian christmas
church city clay cliff close cloud coast cole colin college con concord constant constance cook coral cotton court crew crown cross crystal curt dale dallas dawn day dean deane
dell delight denver destiny dick dixie dixon dorset doc dot drew duke dusty earl early earth east easter ebony eden edge ember ernest eve ever fair faith fay fern field fleet fleur flint
florence florida flower forest fortune foster fox frank free friday gale garden garland garrison gay gem gene genesis georgia german ginger given glory gold golden grace gram grant gray green griffin grove guy hail
hall harbor harmony harper hart haven hazel heath heather heaven henry herb holland holly honey honor hope house houston hunt hunter ice india iris irish israel ivory ivy jack jade jane january jasmine jasper jay jean jersey jet jewel job
jordan joy judge july june justice kansas kelly kent king kit kitty lake lance land lane lark laurel law leaf lee legend len liberty lily lincoln link lion logan london lord lot louis love lucky lynx madison magic major mall
malta man march marina mark market marsh marshal mary mason master matrix max may maya maypole melody memory mercy merit merry mica miles mill milan milo mina miner mint misty mobile mona montana moon morgan moss mount myth nature navy neat nelson
never nevada new nice nick noble noel norm north norway nova oak ocean olive opal orange orient orlando page paige paris park parker pat patience patriot paul peace pearl penny perry pet phoenix pierce pink piper poppy porter prairie precious president preston prince prudence
queen quest rain ray read red reed reef reg regal rich ridge rip river rob robin rock rocky roman rome rose ruby rush rusty sage sailor saint sally sand sandy santa saturday saul savannah scarlet scott scout sea senate serenity shade shadow shannon shell shelly sierra silver sky
skip skipper snow sol sonny south spring star stark stephen sterling stone storm story sue summer sun sunday sunny tab tad teal tennessee terry texas thorn tiger tim timber toby tony town tracy trace trinity troy truth tucker tuesday turkey turner tyne union unity
valentine vale valley van vance venus vermont victor victoria victory vienna virginia virtue wade walker wally wall ward washington way webb west wheeler will willow wilson win windsor winter wood wyoming york young zero zion male arabia christian
mercedes mitsubishi ben an bin la le lu ma so he you in on as at do go oh am my so no ho ha hu mo na ka si su de da di man son boy kim li lin park song hong han shin tung mao wen sun yang ban moon long wing may king more more stan sly tan tana tory tory trial
dee dov ed eda ida ode odd oz ole ola pa pen pip pet pia pal pan per pepper phil pin roi ros sal sam sid sib see shay sheer stu syd tam tedd tee teddy tier tiff tobe ty ula una urban ursa val vere vi vin von wain wan wake walt web wes wit wye yard
basil benedict bob booth brandon brad brett bruce cameron carson chandler clark clinton dayton dickinson douglas eaton emory everett ford franklin fulton gardner garfield gibson glen gordon hamilton hampton harding hayden jackson jefferson kendall kennedy kingston lamont lancaster
landon langston leland lewis lloyd lowell lyndon mackenzie marshall maxwell mckinley monroe montgomery murray newton norman norris oakley palmer pembroke quincy ramsey randolph regan reagan rockwell ross russell rutherford salem sanford sawyer shelby sheridan sherman sidney spencer stanford
stanton sumner sutton taylor thornton travis truman tyler vernon wallace warren wayne wells wendell whitney winston winthrop woodrow wright wyatt carter lindsay morris curtis allen`),
);
