"""Frequent given names of many countries: evidence that a capitalised sequence is a person, and of what sex."""

MALE_NAMES = frozenset(
    """
aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alain alan albert alejandro aleksandr alex alexander alexei
alfred ali allan allen alvaro anatoly anders andre andreas andrei andrew andrey andrzej angelo anthony antoine anton
antonio archibald aristide arnold arthur artur ashraf august augusto axel barack barry bart basil ben benito benjamin
bernard bernd bernhard bernie bill billy björn bob bobby boris brad bradley brandon brendan brett brian bruce bruno
bryan byron calvin carl carlo carlos cecil cesar chad charles charlie chester chris christian christoph christopher
claude clarence claus cliff clifford clinton clive colin conrad corey craig curt curtis cyril dale damian damien dan
daniel dario darren dave david dean denis dennis derek diego dieter dietrich dirk dmitri dmitry dominic don donald
douglas duncan dwight earl ed eddie edgar edmund eduard eduardo edvard edward edwin egon eli elias elliott emil
emmanuel enrico enrique enver eric erich erik ernest ernesto ernst erwin ethan eugene evan ezra farid felipe felix
ferdinand fernando fidel fiodor floyd francesco francis francisco franco françois frank franklin franz fred frederic
frederick friedrich fritz fyodor gabriel gary gavin gene geoff geoffrey georg george georges gerald gerard gerhard
giorgio giovanni giulio giuseppe glen glenn gordon graham greg gregory guillermo gunnar gustav guy hafez haile hamid
hans harold harry harvey hassan hector heinrich helmut hendrik henri henrik henry herbert herman hermann hideki
hiroshi horace horst howard hubert hugh hugo hussein ian ibrahim idris igor ilya ion ira isaac isaiah ismail ivan ivo
jack jackson jacob jacques jaime jake jamal james jan jared jason javier jay jean jeff jeffrey jens jeremiah jeremy
jerome jerry jesse jim jimmy joachim joan joaquin joe joel johan johann johannes john johnny jon jonas jonathan jordan
jorge josé jose josef joseph josh joshua josip juan jules julian julio julius jürgen justin kamal karel karim karl
keith ken kenneth kevin khalid kirk klaus konrad konstantin kurt kyle lance larry lars laurence laurent lawrence lech
lee leo leon leonard leonid leopold leroy leslie lewis liam lincoln lionel lloyd logan lorenzo louis luca lucas lucien
ludwig luigi luis luke luther mahmoud malcolm manuel marc marcel marco marcus marek mario marion mark marshall martin
marvin mateo mathieu matt matteo matthew matthias maurice mauricio max maximilian mehmet mehdi michael michel miguel
mihail mikael mike mikhail miklos milan milo milton miloš mitchell mitch mohamed mohammad mohammed moses muhammad
murray mustafa nathan nathaniel neil nelson nicholas nick nicolae nicolas nikita nikola nikolai nikos noah noel norman
oleg oliver olivier omar oscar oskar osama otto owen pablo pat patrick paul pavel pedro per percy perry pete peter
petr philip philippe phil pierre pietro piotr rafael ralph ramon randall randy raphael rashid raul ray raymond
reginald reinhard rené rex rhys ricardo richard rick rob robert roberto robin rod roderick rodney rodrigo roger roland
rolf roman ron ronald ross roy rudolf rudolph rupert russell ryan saddam salim salman salvador sam samir sammy samuel
santiago scott sean sebastian serge sergei sergey sergio seth shane shaun sid sidney siegfried sigmund simon slobodan
spencer stanislav stanley stefan stephen sterling steve steven stewart stuart sven sydney tariq ted terence terry theo
theodor theodore thomas tim timothy tobias todd tom tomas tommy tony travis trevor umberto valentin valery vernon
viktor victor vincent vitaly vittorio vladimir vladislav volodymyr wallace walter warren warwick wayne werner wilfred
wilhelm will willem william willie willy winston wolfgang woodrow yasser yevgeny yitzhak yuri yusuf yves zachary zoran
bashar recep narendra xavier newt rand jeb mitt rudy reince donny bret tucker anderson wolf chuck dino shinzo jong
kofi kwame jawaharlal mohandas deng mao zhou ho sun chiang
""".split()
)

FEMALE_NAMES = frozenset(
    """
abigail ada adele agatha agnes aisha alexandra alice alicia alison allison amanda amber amelia amina amy ana anastasia
andrea angela angelina anita ann anna anne annette annie antonia april ashley astrid audrey ayesha barbara beatrice
bernadette bertha beth betty beverly bianca birgit bonnie brenda bridget brigitte brittany camille candace carla carly
carmen carol carole caroline carolyn carrie catherine cathy cecilia celia celine charlotte chelsea cheryl chloe chris
christiane christina christine cindy claire clara claudia colleen connie constance cora cornelia crystal cynthia dana
danielle daphne dawn debbie deborah debra delia denise diana diane dolores donna dora doris dorothea dorothy edith
edna eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen eloise elsa elsie emily emma erica erika
erin esther ethel eugenia eva evelyn faith fatima felicia fiona flora florence frances francesca frida gabriela
gabrielle gail georgia geraldine gertrude gillian gina gisela gladys gloria grace greta gretchen gwen hannah harriet
hazel heather heidi helen helena helga henrietta hilary hilda hillary hope huma ida ilse inez ingrid irene iris irina
isabel isabella isabelle ivana ivanka jacqueline jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny
jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june karen karin karla
kate katherine kathleen kathryn kathy katie katrina kay kayla kellyanne kelly kerry kim kimberly kirsten kristen
kristi kristin kristina kristine larisa laura lauren laverne leah leila lena leslie leticia lidia lillian lily linda
lisa liz lois loretta lori lorraine louisa louise lucia lucille lucy ludmila luisa lydia lynn mabel madeleine madeline
magda maggie malala mandy manuela marcia margaret margarita margot maria marianne marie marilyn marina marjorie
marlene martha mary matilda maureen maya megan meghan melania melanie melinda melissa mercedes meredith mia michelle
mildred millicent mina miranda miriam moira molly mona monica monique muriel myra nadia nancy naomi natalia natalie
natasha nicole nina nora norma oksana olga olivia paige pamela patricia patsy paula pauline pearl peggy penelope petra
phyllis polly priscilla rachel ramona rebecca regina renata renee rhonda rita roberta rosa rosalind rose rosemary ruth
sabine sabrina sally samantha samira sandra sara sarah sasha shannon sharon sheila shirley silvia simone sofia sonia
sophia sophie stacy stella stephanie sue susan susanna susanne suzanne svetlana sylvia tamara tania tanya tatiana
teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian
wanda wendy whitney wilhelmina winifred yasmin yolanda yoko yvette yvonne zainab zoe aung megyn tammy
""".split()
)

# Family names that general histories use alone, without ever giving the full name.
RENOWNED = frozenset(
    """
stalin lenin trotsky marx engels hitler mussolini napoleon bonaparte bismarck churchill roosevelt truman eisenhower
kennedy nixon reagan thatcher gorbachev khrushchev brezhnev mao gandhi nehru hegel kant voltaire rousseau shakespeare
darwin freud einstein goebbels goering himmler eichmann tito ceausescu castro guevara allende pinochet franco salazar
mandela lumumba nkrumah nasser sadat arafat khomeini saddam gaddafi putin yeltsin clinton obama trump bush merkel
macron kissinger bolivar garibaldi robespierre danton cromwell wellington nelson jefferson lincoln homer plato aristotle
""".split()
)

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES

# Family names that open a Korean name whose given name is hyphenated, sometimes with blanks: "Kim Jong - un".
KOREAN_FAMILY_NAMES = frozenset(
    "kim lee park choi chung jung jeong kang cho yoon jang lim han shin suh seo kwon hwang ahn song ryu moon bae paik "
    "roh rhee hong oh baek nam yang ko chang son noh ri pak chun tsai chiang".split()
)

# Particles inside a personal name.
NAME_PARTICLES = frozenset(
    "de del della di da dos das du van von der den ter ten bin ibn al el la le zu af abu y".split()
)
