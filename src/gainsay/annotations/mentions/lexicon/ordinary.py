"""Common English words: a capital alone does not make one of these a name (it begins a sentence or a headline)."""

FUNCTION_WORDS = frozenset(
    """
a an the this that these those some any each every either neither no none all both half such same other another i me
my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
they them their theirs themselves who whom whose which what whatever whoever whichever when whenever where wherever
why how however and or but nor so yet for if unless until till although though because since as while whereas whether
than then thus therefore hence still also too even only just not never ever always often sometimes usually once twice
again already almost about above across after against along amid among amongst around at before behind below beneath
beside besides between beyond by despite down during except from in inside into like minus near of off on onto
opposite out outside over past per plus regarding round save through throughout to toward towards under underneath
unlike up upon versus via with within without am is are was were be been being have has had having do does did doing
done will would shall should can could may might must ought let lets here there now today yesterday tomorrow tonight
yes oh ah well please thanks thank ok okay hello hi dear much many more most few fewer less least several enough
little lot lots one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
trillion first second third fourth fifth sixth seventh eighth ninth tenth last next former late earlier later previous
previously recently meanwhile moreover furthermore nevertheless nonetheless instead perhaps maybe indeed actually
according given following based due owing rather quite very really someone somebody anyone anybody everyone everybody
nobody something anything everything nothing elsewhere everywhere nowhere anyway otherwise regardless notwithstanding
nearly roughly approximately exactly finally eventually suddenly ii iii iv vi vii viii ix xii vol vols ed eds pp fig
nos op cit ibid didn doesn don isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain ll ve re
""".split()
)

CALENDAR = frozenset(
    """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays jan feb mar apr jun
jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun spring summer autumn winter am pm est edt gmt
utc bst cet bc ad bce ce
""".split()
)

COMMON_WORDS = frozenset(
    """
ability able abolish abolished abolition abortion absence abuse abuses academic academics accept acceptance access
accident accord account accounts accusation accusations accused acquire act acting action actions active activist
activists activity actor actors acts actual add added adding additional address adds administration admission adult
adults advance advanced advantage advertisement advice adviser advisers advocate advocates affair affairs afraid
afternoon age agency agenda agent agents aggression aggressive ago agree agreed agreement agreements agrees aid aide
aides aim air aircraft airline airlines airport album allegation allegations allege alleged allegedly alleging
alliance allies allow allowed allows ally alone alternative amazing ambassador amendment amount analysis analyst
analysts ancient angry animal animals anniversary announced announcement annual answer answers anti apart apparent
apparently appeal appeals appear appearance appeared appears appendix application apply approach approaches
appropriate approval approved architecture area areas argue argued argument arguments arm armed armies arms army
arrest arrested arrests arrival arrived art article articles artist artists arts aside ask asked asking asks assault
assembly assistance assistant associate associated association assume attack attacked attacks attempt attempts attend
attended attention attitude attorney attorneys audience author authorities authority authors available average avoid
award awards aware awareness away baby back background bad ball ban bank banks bar bars base basic basis battle bay
beach bear beautiful became become becomes began begin beginning begins behavior behaviour belief beliefs believe
believed believes best bet better bid big biggest bill bills birth birthday bishop bit black blame blast blasts blood
bloody blue board boat boats body bold bomb bombing bombs book books border borders born boss bottom bourgeois
bourgeoisie box boy boys brain branch branches brave break breaking brief bright bring bringing broad broke brother
brothers brought brown brutal budget build building buildings built burning bus buses business businesses businessman
buy cabinet call called calling calls calm came camera camp campaign campaigns camps cancel cancellation cancer
candidate candidates capital capitalism capitalist capitalists captain car card care career careful carry carrying
cars case cases cash cast catch cause caused causes celebrate celebration cell center central centre centuries century
ceremony certain certainly chair chairman chairwoman challenge challenges chamber chance change changed changes
changing channel chapter character characteristics charge charged charges charity cheap check chemical chief child
children choice church churches circle cite citing citizen citizens city civil civilian civilians claim claimed
claiming claims clash clashes class classes clause clear clearly clergy climate clinic close closed club coach coal
coalition coast code cold collapse colleague colleagues collection college colleges colonel colonial color column
combat combine come comes coming command commander commanders comment comments commercial commission commissioner
commitment committee committees common communication communications communism communist communists communities
community companies company compared comparison compensation competition complaint complaints complete completely
complex comrade comrades concern concerned concerns conclusion condition conditions conduct conference confidence
confirm confirmed confirms conflict conflicts congress congressional congressman conservative conservatives consider
considered consistent constitution constitutional construct construction contact contain content contents context
continent continue continued continues continuing contract contrary contrast contribution control controversial
controversy convention conversation cool cooperation cop copies cops copy copyright copyrighted core corner corporate
corporation corporations correct correspondent corruption cost costs council councils counsel count counter countries
country county coup couple courage course court courts cover coverage create created creating creation credit crew
crime crimes criminal criminals crisis critic critical criticism critics cross crowd crowds crown cruel cry
cultivating cultural culture cultures current currently cut cuts cycle daily damage danger dangerous dark data
database date daughter day days dead deadly deal deals dear death deaths debate debates debt decade decades decide
decided decision decisions declaration declare declared deep deeply defeat defence defend defendant defendants
defended defense degree delay delegate delegates delegation deliver delivery demand demanded demanding demands
democracy democrat democratic democrats demonstration demonstrations demonstrators denied denies denounce deny
department departments depending deputies deputy describing description deserve design desk desperate despite destroy
destroyed destruction detail details detained detective detention determined develop developed development
developments device devices dialogue diary dictator dictatorship died difference differences different difficult
difficulty digital dinner diplomacy diplomat diplomatic diplomats direct direction directly director directors
disaster discovery discussion discussions disease dispatch display dispute disputes distance district division doctor
doctors document documents dog dogs dollar dollars domestic door double doubt dozens draft dramatic draw drawing dream
dreams dress drew drink drive driver drivers driving drop drug drugs dry dual duty dying early earth ease easily east
eastern easy eat eating economic economics economies economist economists economy edge edit editing edition editor
editorial editors education educational effect effective effects effort efforts eight elderly elected election
elections electoral electric electronic elements elite email emails emergency emerging emotional emperor emphasis
empire employee employees employers employment empty end ended ending ends enemies enemy energy engine engineer
engineering engineers enter entering entertainment entire entirely entry environment environmental equal equality
equipment era error errors escape especially essay essential establish established establishment estimate estimated
estimates ethnic evaluation evening event events evidence evil exact examination example examples excellent exchange
exclude exclusive excuse executive executives exercise exhibition exile existing exists expand expansion expect
expected expelled expelling expensive experience experiences experiment experimental expert experts explain explained
explaining explains exploitation explosion express expression expropriation extension extensive external extra
extraordinary extreme eye eyes face facebook faced faces facilities facing fact factor factories factors factory facts
failed failing fails failure fair faith fake fall fallen falling false familiar families family famous fans far farm
farmer farmers farms fascism fascist fascists fashion fast father favorite favourite fear fears feature features
federal feed feel feeling feelings female festival feudal field fields fierce fight fighter fighters fighting figure
figures file files fill film films final financial find finding findings fine finish fire fired firm firms fish fit
fix flag flags flat fled flee flight flights flood floor flying focus fold folk follow followed followers follows food
foot football force forced forces foreign foreigners forest forever forget form formal formation formed forms fort
fortunately forward fought found foundation founded founder frame framework free freedom freedoms frequently fresh
friend friendly friends friendship front fuel full fully function fund fundamental funding funds funeral funny future
gain gallery game games gang gap garden garment gas gave gender general generally generals generation generations
generous genocide gentlemen get gets getting giant gift girl girls give given gives giving glad glass global globe
glorious goal goals god gold golden gone good goods got govern governing government governments governor governors
grace grade gradually grand grant grants great greater greatest green grew ground group groups grow growing grown
growth guard guards guerrilla guerrillas guess guest guests guidance guide guilty gun gunfire gunmen guns guy guys
habits hail hair hall hand hands hang happened happens happy harbor harbour hard hardly hate having head headed
headquarters heads health healthy hear heard hearing heart hearts heat heavily heavy height held hell help helped
helping helps heritage hero heroes heroic hide hiding high higher highest highly highway hill historian historians
historic historical historically history hit hold holding holds hole holiday holy home homes honest honor honors
honour hope hopes horrible horse hospital hospitals host hostages hostile hot hotel hour hours house houses housing
huge human humanitarian humanity humans hundreds hunger hunt hurt husband ice idea ideal ideas identify identity
ideological ideology ill illegal illness image images imagine immediate immediately immigrants immigration impact
imperial imperialism imperialist imperialists import importance important importantly impose impossible imprisoned
imprisonment improve improved improvement incident incidents include included includes including income increase
increased increases increasing increasingly incredible indefinite independence independent index indicates indigenous
individual individuals industrial industries industry inflation influence information initial initially initiative
injured injuries injury innocent inquest inquiry inside insiders inspector inspectors inspired instance institute
institution institutional institutions instructions insurance intellectual intellectuals intelligence intend intense
interest interested interesting interests interior internal international internationally internet interpretation
intervention interview interviewed interviews introduce introducing introduction invade invaded invasion inventory
investigate investigation investigations investigators investment investors invited involved involvement iron island
islands issue issued issues item items jail job jobs join joined joining joint journal journalist journalists journey
joy judge judges judgment judicial jump junior jury justice keep keeping keeps kept key kick kids kill killed killer
killing killings kind king kingdom kings kitchen knew know knowing knowledge known knows label labor labour lack
ladies lady laid lake land landlords lands language languages large largely larger largest laser lasting latest latter
laugh launch law lawmaker lawmakers laws lawsuit lawyer lawyers lay lead leader leaders leadership leading leads leaf
league leaked learn learned learning leave leaves leaving left leftist leg legacy legal legend legislation legislative
legislators legislature lesson lessons letter letters level levels liberal liberals liberation liberty library license
lie lies life lifetime lift lifting light lights likely limit limited limiting limits line lines link links list
listen listening lists literally literary literature live lived lives living loan loans local locals located location
lock login long longer look looked looking looks lord lose losing loss losses lost love loved lovely low lower loyal
luck lunch lying machine machines mad magazine mail main mainly mainstream maintain major majority make makers makes
making male man manage management manager managers manifesto mankind manner manual map march marine mark marked market
markets marriage married mass massacre masses massive master match material materials matter matters maximum mayor
mayors meal mean meaning means meant measure measures mechanical media medical medicine meet meeting meetings meets
member members membership memo memoir memorial memories memory men mental mention mentioned merchants mere message
messages metal method methods metro middle midnight migrants migration militant militants military militia mind minds
mine miners mines minimum mining minister ministerial ministers ministries ministry minor minorities minority minute
minutes miss missile missiles missing mission mistake mistakes mixed moan mob mobile mobilise mobilize model models
moderate modern modest moment moments money monitor monitoring month monthly months mood moon moral morning mother
mothers motion mountain mountains mounting mourn mouth move moved movement movements moves movie movies moving
multinational multiple murder murders museum music musical mutual mystery myth naked name named names narrative narrow
nation national nationalise nationalism nationalist nationalists nationalize nationally nations native natural
naturally nature naval navy nazi necessary need needed needs negative negotiations negotiators neighbor neighborhood
neighbors neighbour neighbours network networks neutral new newly news newsletter newspaper newspapers nice night
nights nods nomination nominee normal normally north northeast northern northwest notable notably note noted notes
notice noting notion novel novels nuclear number numbers numerous nurse nurses object objective objectives observation
observers obtain obvious obviously occasion occasionally occupation occupied occupying occur occurred ocean odd
offensive offer offered offering offers office officer officers offices official officially officials oil old older
oldest ones ongoing online open opened opening openly opens operating operation operations opinion opinions opponent
opponents opportunities opportunity oppose opposed opposition oppressed oppression option options oral orange order
ordered orders ordinary organisation organisations organise organising organization organizations organize organized
organizers organizing orientation origin original originally origins outcome outlet outlets outlook outright
outstanding overall overthrow overthrown overview owner owners ownership owns pace pack pact page pages paid pain
paint painting pair palace panel panic paper papers paragraph parent parents park parliament parliamentary part
participants participation particular particularly parties partly partner partners partnership parts party pass
passage passed passenger passengers passes passing passion passport past path patience patient patients patriot
patriots patrol pattern pause pay paying payment payments peace peaceful peasant peasantry peasants penalty pending
people peoples percent percentage perfect performance performers period permanent permission permit person personal
personally personnel persons perspective phase phenomenon philosophy phone photo photograph photographs photos
physical physicians pick picks picture pictures piece pieces pilot pilots place placed places placing plain plan plane
planes planet planned planning plans plant plants platform play played player players playing plays plea pleads
pleasure pledge pledges plenty plot plus pocket poem poet poetry point pointing points police policeman policemen
policies policy political politically politician politicians politics poll polling polls pool poor pope popular
population port portion position positions positive possession possibility possible possibly post posted posts
potential potentially pour poverty power powerful powers practical practically practice practices praise praised
praises prayer precisely predictably preface preparation preparations prepared preparing presence present presentation
presents presidency president presidential presidents press pressed pressing pressure presumably presumptive pretty
prevent prevention price prices priest priests primary prime prince princess principal principle principles print
printing prior priorities priority prison prisoner prisoners prisons privacy private privately prize pro probably
problem problems procedure proceed proceedings process produce produced producer producers produces product production
products profession professional professor professors profile profit profits program programme programmes programming
programs progress progressive progressives prohibit project projects proletarian proletariat prominent promise
promised promises promote promoting proof propaganda proper properly property proponents proposal proposals propose
proposed prosecution prosecutor prosecutors protect protecting protection protest protester protesters protestors
protests proud prove proven provide provided provides providing province provinces provincial provision provisions
psychology public publication publications publicly publish published publisher publishing pull pulling punishment
pupils puppet puppets purchase pure purpose pursue pursuit push pushes put putting qualified qualify quality quarter
queen quest question questioned questioning questions quick quickly quiet quietly quit quote quoted quoting race
racial racism racist radical radio rage raid rail railroad railway rain raise raised raising rallies rally ran range
rank ranks rapid rapidly rare rarely rate rates ratings raw reach reached reaches reacting reaction reactionary read
reader readers reading reads ready real realistic reality realize reason reasons rebel rebellion rebels rebuild recall
receive received receiving recent recession recognise recognition recognize recommend recommendations record recorded
records recovery red reduce reduction refer reference references referendum referring reflection reform reforms
refugee refugees refuse refused refuses regain regard regime regimes region regional regions register regular
regularly regulation regulations regulators reject rejected rejecting rejects related relation relations relationship
relationships relative relatively relatives release released relevant relief religion religious relying remain
remained remaining remains remark remarkable remarks remember remembering remind removal remove removed removing rent
repeated repeatedly replace replacing reply report reported reportedly reporter reporters reporting reports
representative representatives republic republican republicans reputation request require required requirements rescue
research researcher researchers reserve reserved residence resident residents resign resigned resigns resist
resistance resolution resolutions resolve resort resource resources respect respond responded respondents responding
response responses responsibility responsible rest restaurant restaurants restore result resulting results retail
retired return returned returning returns reunion reveal revealed reveals revelations revenge revenue review reviews
revisionism revisionist revisionists revolt revolution revolutionaries revolutionary revolutions rhetoric rice rich
rid right rights ring riot rioters riots rise rising risk risks rival rivals river road roads rock role roles roll
romantic roof room rooms root roots rough row royal rule ruled ruler rulers rules ruling rumors rumours run running
runs rural rush sacked sacred sacrifice sacrifices sad safe safely safety sail sailors salary sale sales sample
sanctions sat satellite saved saving savings saw say saying says scale scandal scene scenes schedule scheme scholar
scholars school schools science sciences scientific scientist scientists scope score screen script sea search season
seat seats secondly secret secretaries secretary section sections sector secure security seeing seek seeking seem
seems seen segment seized seizure select selected selection self sell selling senate senator senators send sending
senior sense sensitive sent sentence separate separately sequence series serious seriously servant servants serve
served serves service services serving session set sets setting settle settlement settlers seven severe sex sexual
shadow shake shame shape share shared shareholders shares sharing sharp sheet sheriff shift ship ships shock shocking
shoot shooting shoots shop shops shore short shortly shot shots shout shouting show showed showing shown shows shut
shutting sick side sides sign signal signals signed significant significantly signs silence silent similar similarly
simple simply sing singing single sister sisters sit site sites sits sitting situation six size skeptics skilled
skills skin slam slams slave slavery slaves sleep sleeping slip slogans slow slowly small smaller smart smile smoke
snow social socialism socialist socialists society soft software soil sold soldier soldiers sole solid solidarity
solution solutions solve son song songs sons soon sort soul sound sounds source sources south southeast southern
southwest sovereign sovereignty space spark sparks speak speaker speakers speaking speaks special specialist
specialists specially species specific specifically spectacular speculation speech speeches speed spend spending spent
spirit spiritual split spoke spokesman spokesmen spokesperson spokespersons spokeswoman sport sports spread squad
square stabbed stable staff staffers stage stand standard standards standing stands star stars start started starting
starts state stated statement statements states stating station stations statistical statistics status stay steal
stealth steel step steps stick stir stock stocks stole stone stood stop stopped stops store stores stories storm
storms story straight strange strategic strategies strategist strategists strategy stream street streets strength
stress strict strike strikers strikes striking strip strong strongly struck structural structure structures struggle
struggles student students studies studio study studying stuff style subject subjects submit subscribe subsequent
subsequently substantial succeed success successful successfully sue sued suffer suffered suffering sugar suggest
suggested suggestions suggests suicide sun super support supported supporter supporters supporting supports supposed
suppress supreme sure surely surface surgery surprise surprised surprising surprisingly surrender surround surrounding
surveillance survey surveys survival survive survivor survivors suspect suspects suspend suspended sweep sweet swing
swore symbol sympathy system systems table tactics take taken takes taking tale talent talk talked talking talks tall
tape target targets task taste taught tax taxes taxpayers teach teacher teachers teaching team teams tear tears
technical technically technique techniques technology teenager teenagers telegram telephone television tell telling
tells temperature temple temporary term terms terrible territorial territories territory terror terrorism terrorist
terrorists test testified testimony testing tests text theater theatre theme theory thing things think thinking thinks
thirdly thought thoughts threat threaten threatened threats throw throwing thrown ticket tickets tie ties tight time
timeline times tiny tip title toilers told toll tone took tool tools top topic topics torture total totally touch
tough tour tourism tourists tower town towns track trade traders trading tradition traditional traditionally traffic
tragedy trail train training trains transcript transfer transform transforms transition translation transport
transportation trap travel travelers treason treasury treat treated treaties treating treatment treaty tree trees
tremendous trend trends trial trials tribal tribe tribes trick trigger trip triumph troops trouble truck trucks true
truly trust truth try trying tunnel turn turned turning turns tweet tweeted tweets twist twitter type types typical
typically ultimate ultimately unable unclear undermine understand understanding undoubtedly unemployment unfortunately
uniform unify union unions unique unit unite united unites units unity universal universe universities university
unknown unlikely unlimited unprecedented unveil update updated upper upset urban urge urged urgent urges use used
useful user users uses using usual valley valuable value values van vanish variety various vast vehicle vehicles
veteran veterans vice victim victims victories victory video videos view viewed viewers views village villagers
villages violate violence violent virtually virus vision visit visited visiting visitors visits visual vital vocal
voice voices volume voluntary volunteer volunteers vote voted voter voters votes voting vow vowed vows wage wages wait
waiting wake walk walked walking wall walls want wanted wanting wants war warm warn warned warning warnings warns wars
wash waste watch watched watching water waters wave waves way ways weak weakness wealth wealthy weapon weapons wear
wearing weather web website wedding week weekend weekly weeks weigh weight welcome welcomed welcomes welfare went west
western wheel white whites whole wide widely widespread widow wife wild win wind window winner winners winning wins
wipe wish withdraw withdrawal withdrawn withdrew witness witnesses woman women won wonder wonderful wonders wood word
words work worked worker workers working works workshop world worldwide worried worries worry worse worst worth wound
wounded wrap wrapped wreck write writer writers writes writing written wrong wrote yard year years yellow yield young
younger youth zero zone
""".split()
)
