/**
 * Given names that one person may go by: short forms, forms of other languages and other ways to write them in Latin
 * letters. Written by hand for this project from general knowledge; MIT like the rest. Lower case, without accents;
 * a name may stand in several groups ("Alex"): two names agree when a group holds both.
 */
const GROUPS = `
abdullah abdallah abdulla
abigail abby gail
abraham abe avraham ibrahim avi
agnes agnieszka
ahmed ahmad achmed ahmet
alexander alex alec sasha alexandr aleksandr aleksander oleksandr olexander alexandre alessandro alejandro aleksandar sandy xander alexandros aliaksandr
alexandra alex sandra sasha aleksandra oleksandra alexandria
alexis alexei alexey aleksei aleksey alexy oleksii oleksiy oleksiï aliaksei alexi alyosha
alfred alf al fred alfredo
ali aly
alice alicia
andrew andy drew andrei andrey andrii andriy andre andreas andrea andres andrzej andrej ondrej anders
angela angie angelina
anna ann anne annie hanna hannah ania anya nan
anthony tony antonio anton antonin antoine antoni
antony tony anthony anton
arkady arkadi arkadiy arkadii
arnold arnie
arthur art artur arturo
barbara barb barbie babs
barnaby barney
bartholomew bart
beatrice bea beatrix beatriz
benjamin ben benny benji bibi binyamin benyamin beniamin
bernard bernie bernhard bernardo
boris borys
bradley brad
bridget brigitte birgit
bruce
calvin cal
cameron cam
carol caroline carolyn carrie
caroline carolyn karoline karolyn karolina carolina
catherine cathy kate katie cat cathryn katherine kathryn kathleen kathy kitty katarina ekaterina kateryna katharina katrina catalina yekaterina katya
cecilia cecile celia
charles charlie chuck chas carlos carlo karl carl karel karol
charlotte lottie charlie
chester chet
christian christiaan kristian cristian
christina christine tina chris chrissy christy kristina kristine krystyna
christopher chris kit topher christoph kristof krzysztof cristobal christophe
clarence
claude claudio claudius
clifford cliff
constance connie constanza
constantine konstantin konstantinos costas kostyantyn kostas constantin
cynthia cindy
cyril kirill kyrylo
daniel dan danny danilo danylo daniil daniele
david dave davy davide dawid
deborah debbie deb debra
dennis denis denys denny
dmitry dmitri dmitriy dmitrii dmytro dimitri dimitry dmitrij dzmitry dima dimitris
dominic dom dominick dominique domingo dominik
donald don donny donnie
dorothy dot dottie dorothea
douglas doug
edgar ed
edmund ed eddie
edward ed eddie ted teddy ned edouard eduardo eduard edwin
edwin ed eddie
eleanor ellie nell nora elena ellen helen eleonora
elena olena helen yelena alena lena
elijah eli ilya illia elias
elizabeth liz beth betty betsy eliza lizzie libby elisabeth lisa liza ellie elisabetta elzbieta yelizaveta elisaveta isabel
emily emma em emilia
emil emile emilio
emmanuel manny manuel immanuel emanuel
eric erik erick rick erich
ernest ernie ernst ernesto
eugene gene yevgeny evgeny yevgeni evgeni yevhen evgenii yevgeniy eugen eugenio
evelyn eve evie
fatima fatma fatemeh
felix feliks
feodor fyodor fedor theodore fedir
florence flo flora
frances fran fanny francesca francoise
francis frank francesco francisco francois franz paco pancho frans
franklin frank
frederick fred freddie freddy frederic friedrich federico fredrik frederik fritz
gabriel gabe gabriele
gabrielle gabriela gabby gabriella
gary garry
gavriil gabriel
geoffrey geoff jeff jeffrey jeffery
george jorge georg georges giorgio yuri georgi georgy giorgi georgios jerzy heorhii
gerald gerry jerry gerard gerhard
gertrude trudy gertie
gideon gid
gilbert gil bert
giuseppe joseph beppe pino
gregory greg grigory grigori hryhorii gregor gregorio grigoriy grzegorz
guillaume william bill
gustav gus gustavo gustave
hamid hameed
hans johannes john johann
harold harry hal harald
harriet hattie henrietta
harry henry harold
hassan hasan
helen helena ellen elena nell
henry harry hank hal henri heinrich henrik hendrik enrique enrico henryk
herbert herb bert herbie
hosni hosny
hugh hugo huw
hussein husein hussain husayn hossein huseyin
ian iain
ibrahim ebrahim abraham
igor ihor
ilya ilia illia elijah
imran
irina iryna irene irena ira
isaac ike yitzhak itzhak isak
isabel isabella bella isabelle izabela
ivan john ivo
jacob jake jakob jakub yaakov yakov jacques jack
jacqueline jackie jacqui
james jim jimmy jamie jem seamus jaime giacomo hamish
jane jean joan jeanne janet
janet jan jane
jason jay
jeffrey jeff geoff jeffery
jennifer jen jenny jenni
jeremy jerry jeremiah
jerome jerry
jessica jess jessie
joachim jochen joaquin
joan joanna joanne joanie
joanna joanne jo johanna joan
jonathan jon jonny jonathon yonatan
john johnny jack jon juan jean ivan johann johannes giovanni jan ioannis yannis jose joao sean shaun shawn evan yahya
joseph joe joey jose josef josip giuseppe yusuf yosef josephine iosif
josephine jo josie
joshua josh yehoshua
judith judy judi
julia julie yulia yuliya iuliia giulia
julian jules julien
karen karin
kenneth ken kenny
khaled khalid
kimberly kim
kimberley kim
laura laurie lori
lawrence larry laurence lorenzo laurent lars
leo leon lev leonardo leonard leonid
leonard len lenny leo leonardo
leonid leo leonyd
leslie les lesley
lewis lou louis luis luigi ludwig
lillian lily lil
lincoln
louis lou louie luis luigi ludwig lewis
louise lou luisa louisa
lucas luke luca lukas
lucy lucia lucie
lydia lidia
magdalena maggie lena madeleine madeline
mahmoud mahmud
malcolm mal
manfred fred
marcus marc mark marco markus marcos marek marko
margaret maggie meg peggy greta margarita marge margot rita marguerite margrethe daisy
maria mary mariya marie mariia marya miriam
marilyn
mark marc marco marcos
marshall
martha marty marta
martin marty martyn martino
mary maria marie molly polly mollie maryam
mathew matthew
matthew matt matthias mateo matteo matthieu mateusz matti matvey
maurice morris mauricio moritz maurizio
maxim maksim maksym max maxime massimo
maximilian max
maxwell max
melanie mel
melvin mel
michael mike misha mikhail mykhailo michel miguel mikael michal mihail micha mihai mikey michele
michelle shelly michele
mildred millie
mohammed mohammad muhammad mohamed mohamad mohamud muhammed mehmet mohd mo mahomet
moses moshe musa moe
muammar moammar mu'ammar moamer
mustafa mustapha moustafa
nadezhda nadia nadiya
nancy nan
natalia natalie nataliya natalya nataliia natasha
nathan nathaniel nate nat natan
nathaniel nate nat nathan
neil neal niall
nicholas nick nicky nicolas nikolas nikolai nikolay mykola nicola nikola nico claus klaus mikalai nicolae nikos niklas
nicole nicky nicola nikki
noah noe
norman norm
oleg oleh
olga olha helga
oliver ollie olivier
osama usama
oscar oskar
pamela pam
patricia pat patty tricia trish
patrick pat paddy patricio padraig
paul pavel pablo pavlo paulo paolo pawel paulus
paula pauline polly paola
pauline paula paulina polly
peter pete petr petro pyotr piotr pedro pierre pietro piers petros petar pieter peder petteri
philip phil philippe phillip felipe filip filippo pip
phyllis phil
prudence pru
rachel rachael raquel rae
ralph ralf
ramzan ramazan
raphael rafael raf rafi raffaele
raymond ray ramon
rebecca becky becca
recep rejep
reginald reg reggie
rene renee
reza riza
richard rick dick rich richie ricky ricardo riccardo rick
robert bob bobby rob robbie bert roberto rupert robin
roderick rod
rodney rod
roger rodger rogelio
roland rolando orlando
roman roma
ronald ron ronnie ronny
rose rosa rosie rosemary
roxanne
rudolf rudy rudolph rodolfo
rupert robert
russell russ
ruth ruthie
saddam sadam
salvatore sal salvador
samantha sam
samuel sam sammy samuil shmuel
sarah sara sally sadie
saul shaul
scott scotty
sebastian seb bastian
sergei sergey serhiy serhii sergiy sergio serge siarhei
shimon simon shim'on
shirley
sigmund zygmunt
simon simeon shimon semyon simone
sofia sophia sophie sofiya zofia
stanley stan stanislav stanislaw
stanislav stan stanislaw
stephanie steph stefanie stefania
stephen steve steven stevie stefan stepan stefano esteban stephane etienne istvan
steven steve stephen stevie
stuart stu stewart
susan sue susie suzy
susanna susana zuzana suzanna
svetlana svitlana sveta
sylvester sly silvester
sylvia silvia
tamara tammy
tatiana tanya tetiana tatyana
tayyip tayyib
teresa terry theresa tess therese tracy
terence terry terrence
theodore ted teddy theo teodor todor
theresa terry teresa tess
thomas tom tommy tomas tommaso tomasz
timothy tim timmy timofey timo
tobias toby
umar omar
valentin val valentine valentyn valentino
valentina valentyna val
valerie val valeria
vasily vasili vasyl vassily basil vasiliy wasyl vasilis
veronica ronnie veronika
viacheslav vyacheslav slava
victor viktor vic vittorio
victoria vicky viktoria viktoriya vicki tori viktoriia
vincent vince vinnie vincenzo vicente
viola violet
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr vladimer vova volodya uladzimir
vladislav vlad vladyslav wladyslaw
walter walt wally
wesley wes
william bill billy will willy willie liam wilhelm guillaume guillermo wim
winston win
xavier javier
yasser yasir yassir
yekaterina ekaterina kateryna
yuri yury yuriy yurii iurii george
yusuf yousef joseph yousuf youssef yosef
zachary zach zack zac zak
zbigniew zbig
`;

/** Name → the groups that it stands in, by number. */
export const GIVEN_NAME_GROUPS: ReadonlyMap<string, readonly number[]> = groups();

function groups() {
	const found = new Map<string, number[]>();
	GROUPS.trim()
		.split('\n')
		.forEach((row, number) => {
			for (const name of row.split(' ')) {
				const known = found.get(name);
				if (known) known.push(number);
				else found.set(name, [number]);
			}
		});
	return found;
}

/** Family names that stand first where they are at home: Chinese, Korean, Vietnamese, Khmer. */
export const FIRST_STANDING_FAMILY_NAMES: ReadonlySet<string> = new Set(
	`ahn an bae ban bang bao cai cao chae chang chen cheng cheon cheong cho choe choi chow chu chun chung cui dai dang deng ding
dong du duan duong fan fang feng fu gao ge gong gu guan guo gwak ha hahn ham han hang hao he heo ho hong hou hu hua huang hun hwang hyun
im jang jeon jeong ji jia jiang jin jo joo ju jung kan kang ke kil kim ko kong koo ku kwak kwon lai lam lau le lee lei leung li
lian liang liao lim lin ling liu long lu luo luong ly lyu ma mai mao meng min moon mun na nam ngo nguyen ni nie noh oh ou paek pak pan
park peng pham phan phung qi qian qiao qin qiu qu quan ren rhee ri roh ryu seo seok seong shao shen sheng shi shim shin shu sim
sin so son song suh sun sung tan tang tao tian tong tran truong tsai tu vo vu wang wei wen weng whang wi won woo wu xi xia xiang xiao
xie xin xing xiong xu xue yan yang yao ye yeo yi yim yin yoo yoon you yu yuan yue yun zeng zhai zhan zhang zhao zheng zhong
zhou zhu zhuang zou`.split(/\s+/),
);

/** Belong to the family name that they stand before. */
export const PARTICLES: ReadonlySet<string> = new Set(
	'de da do dos das du del della di la le lo van der den ter ten von zu zur vom bin ibn ben al el ul ur abu abd st san santa mc mac o y e af av'.split(
		' ',
	),
);
