/**
 * Given names that one person may go by in English news: short forms, and other ways to write a name that is not at
 * home in Latin letters. Peter and Pedro are one name but two people, so they share no group. Written by hand for this project from general knowledge; MIT like the rest. Lower case, without accents;
 * a name may stand in several groups ("Alex"): two names agree when a group holds both.
 */
const GROUPS = `
abdullah abdallah abdulla
abigail abby gail
abraham abe avraham avi
ahmed ahmad achmed ahmet
alan allan allen al
alejandro alex
alessandro alex
alexander alex alec sandy xander
alexander sasha alexandr aleksandr aleksander oleksandr olexander aleksandar aleksandre aliaksandr
alexandra alex sandra sasha aleksandra oleksandra
alexandre alex
alexei alexey aleksei aleksey alexy oleksii oleksiy oleksiï aliaksei alyosha
alfred alf al fred
ali aly
andrei andrey andrii andriy andrej andrew
andrew andy drew
angela angie
angelina angie
ann anne annie
anna hanna anya ania annie
anthony antony tony
antonio tony
arkady arkadi arkadiy arkadii
arnold arnie
arthur art artur
barbara barb barbie babs
barnaby barney
bartholomew bart
beatrice bea
benjamin ben benny benji binyamin benyamin beniamin
bernard bernie
boris borys
bradley brad
calvin cal
cameron cam
carl karl
carol carole
caroline karoline carrie
carolyn karolyn
catherine cathy kate katie cat cathryn katherine kathryn kathy kitty
charles charlie chuck chas
charlotte lottie charlie
chester chet
christian christiaan kristian cristian
christina kristina tina chris chrissy christy
christine kristine tina chris chrissy christy
christoph chris
christopher chris kit topher
clifford cliff
constance connie
constantine konstantin konstantinos costas kostyantyn kostas constantin
cynthia cindy
cyril kirill kyrylo
daniel dan danny
daniil danylo danila
david dave davy dawid
deborah debbie deb debra
dennis denis denys denny
dmitry dmitri dmitriy dmitrii dmytro dimitri dimitry dmitrij dzmitry dima
dominic dom dominick
donald don donny donnie
dorothy dot dottie
douglas doug
edgar ed eddie
edmund ed eddie
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
elena olena yelena alena lena
elijah eli
elizabeth liz beth betty betsy eliza lizzie libby elisabeth
elizaveta yelizaveta lisa liza
emmanuel manny emanuel
eric erik erick rick
ernest ernie
eugene gene
evelyn evie
fatima fatma fatemeh
felix feliks
feodor fyodor fedor
florence flo
frances fran fanny
francis frank
francisco paco pancho
franklin frank
frederick fred freddie freddy frederic fredrick
friedrich fritz
gabriel gabe
gabriela gabby
gabrielle gabby
gary garry
geoffrey geoff jeff jeffrey jeffery
georgy georgi georgiy giorgi heorhii
gerald gerry jerry
gerard gerry
gerhard gerd
gertrude trudy gertie
gideon gid
gilbert gil bert
giuseppe beppe pino
gregory greg
grigory grigori hryhorii grigoriy
gustav gus
gustavo gus
hamid hameed
hamza hamzah
hamzat khamzat
hanna hannah
harold harry hal
harriet hattie
hassan hasan
heinrich heinz
helen nell
henry harry hank hal
herbert herb bert herbie
hosni hosny
hugh huw
hussein husein hussain husayn hossein huseyin
ian iain
ibrahim ebrahim
igor ihor
ilya ilia illia
irina iryna ira
isaac ike
isaac yitzhak itzhak
isabel izzy
isabella bella izzy
jacob jake jack
jacob yaakov yakov
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan
jason jay
jennifer jen jenny jenni
jeremiah jerry
jeremy jerry
jerome jerry
jessica jess jessie
joanna jo
joanne jo
johannes hans
john johnny jack
jonathan jon jonny jonathon yonatan
jose pepe
joseph iosif josif
joseph joe joey
joseph yosef yossi
josephine jo josie
joshua josh yehoshua
judith judy judi
julia yulia yuliya iuliia iulia
julian jules
karen karin
kathleen kathy kate katie
kenneth ken kenny
khaled khalid
kimberley kim
kimberly kim
lawrence larry laurence
leonard len lenny leo
leonid leo leonyd
leslie les lesley
lev leo
lewis lou
lillian lily lil
louis lou louie
louise lou
lucas lukas luke
lydia lidia
madeleine madeline maddie
magdalena lena magda
mahmoud mahmud mahmut
malcolm mal
manuel manny
marc mark
marcus mark
margaret maggie meg peggy marge
margarita rita
maria mariya mariia marya
martha marty
martin marty martyn
mary molly polly mollie
maryam mariam
mathew matthew
matthew matt
maxim maksim maksym max
maximilian max
maxwell max
melanie mel
melvin mel
michael mike mikey
michael mikhail mykhailo mikheil mihail misha
michelle shelly
mildred millie
mohammed mohammad muhammad mohamed mohamad mohamud muhammed muhamed mohd mo mahomet
moqtada muqtada
moshe moses
muammar moammar mu'ammar moamer
mustafa mustapha moustafa
nadezhda nadia nadiya
nancy nan
natalia nataliya natalya nataliia natasha
nathan nate nat
nathaniel nate nat nathan
neil neal
nicholas nick nicky nicolas
nicole nicky nikki
nikolai nikolay mykola mikalai
norman norm
nouri nuri
oleg oleh
olga olha
oliver ollie
osama usama
oscar oskar
pamela pam
patricia pat patty tricia trish
patrick pat paddy
pavel pavlo
peter pete
petr petro pyotr peter
philip phil phillip
philippe phil
phyllis phil
rachel rachael rae
ralph ralf
ramzan ramazan
raphael rafael raf rafi
rashid rashed rasheed
raymond ray
rebecca becky becca
recep rejep
reginald reg reggie
reza riza
ricardo rick ricky
richard rick dick rich richie ricky
robert bob bobby rob robbie bert
roderick rod
rodney rod
rodolfo rudy
roger rodger
roman roma
ronald ron ronnie ronny
rosemary rosie
rudolf rudy rudolph
russell russ
ruth ruthie
saddam sadam
salvador sal
salvatore sal
samantha sam
samuel sam sammy samuil shmuel
sanford sandy
sarah sara sally sadie
scott scotty
sean shaun shawn
sebastian seb bastian
sergei sergey serhiy serhii sergiy serge siarhei
shimon simon shim'on
sigmund zygmunt
sofia sophia sofiya sofya
stanislav stan stanislaw
stanley stan
stephanie steph stefanie
stephen steve steven stevie
stuart stu stewart
susan sue susie suzy
svetlana svitlana sviatlana sveta
sylvester sly silvester
sylvia silvia
tamara tammy
tatiana tanya tetiana tatyana
tayyip tayyib
terence terry terrence
teresa terry theresa tess therese
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
umar omar
valentin valentyn
valentina valentyna
valerie val
vasily vasili vasyl vassily vasiliy wasyl
veronica ronnie veronika
viacheslav vyacheslav slava
victor viktor vic
victoria vicky viktoria viktoriya vicki tori viktoriia
vincent vince vinnie
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr vladimer vova volodya uladzimir wladimir
vladislav vlad vladyslav wladyslaw
walter walt wally
wesley wes
william bill billy will willy willie
winston win
xavier javier
yahya yehya
yasser yasir yassir
yekaterina ekaterina kateryna katerina katya
yevgeny evgeny yevgeni evgeni yevhen evgenii yevgeniy eugene
yuri yury yuriy yurii iurii
yusuf yousef yousuf youssef yusef
zachary zach zack zac zak
zbigniew zbig
`;

/** Given names from other scripts: the family names of their bearers reach Latin letters in many spellings. */
export const GIVEN_NAMES_OF_OTHER_SCRIPTS: ReadonlySet<string> = new Set(
	`abbas abdallah abdel abdelaziz abdul abdulaziz abdulla abdullah abu adel adnan ahmad ahmed aisha akbar akhmed aleksandr
aleksei aleksey alexei alexey ali aliaksandr amin amir amr andrei andrey andrii andriy anwar arash arkady asif aslan ayman aziz
bakr bashar bilal dmitri dmitriy dmitry dmytro ehud emad essam evgeny faisal farid farouk fatima fayez faysal fouad fuad
galina ghassan gholam habib hadi haider hakan hakim hamad hamed hamid hamza hani haidar hasan hashem hashim hassan haytham heydar hisham
hosni hossein hussain hussein ibrahim idris ihor ikram ilham imad imran ismail issa jabbar jafar jalal jamal javad kamal kamel karim khaled khalid
khalifa khalil khamis khamzat hamzat konstantin ksenia latif leila leonid ludmila lyudmila magomed mahdi maher mahmoud mahmud majid
maksim maksym mansour marwan masoud mehdi mikhail mikheil moammar moammer mohamad mohamed mohammad mohammed mohsen moqtada mostafa
muammar muhammad muhammed munir muqtada murad musa mustafa mykhailo mykola nabil nadezhda nadia naftali nasser natalya nawaf nawaz
nikolai nikolay nizar nouri nuri nursultan oleg oleh oleksandr oleksii oleksiy olha omar osama oksana pavel pavlo petro pyotr qasem
qassem rachid rafik rafiq rahim ramadan ramzan ramzi rashid reza riad riyad rustam ruslan saad saddam saeed said salah salem salim salman samir
sayed sergei sergey serhii serhiy shamil shimon sviatlana svetlana svitlana tamim tareq tariq tatiana tatyana umar usama uzi vadim vadym
valentina valeri valerii valeriy valery vasily viacheslav viktor vitali vitaliy vitaly vladimir vladislav volodymyr vyacheslav wael
wahid walid waleed yasser yahya yaroslav yevgeni yevgeny yevhen yitzhak yuri yuriy yusuf yousef zahra zaid zayed zia zviad`.split(
		/\s+/,
	),
);

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
