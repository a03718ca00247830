"""Head nouns that tell what a name names: "Harbour *Board*", "Marrow *Bay*", "Dock *Strike*", "Evening *Gazette*"."""

from __future__ import annotations

from gainsay.annotations.mentions.mention import MentionType

ORGANISATION_HEADS = frozenset(
    """
academy administration enforcement protection patrol customs intelligence agency airline airlines airways alliance
army assembly assemblies associates association authority bank bar battalion board brigade broadcasting brotherhood
brothers bureau cabinet campaign caucus center centre chamber chambers charity church club coalition college command
commission committee communications community company confederation conference congress conservancy consortium
constabulary consulate convention cooperative corp corporation corps council court courts department directorate
division embassy enterprise enterprises exchange executive faculty federation fellowship fleet force forces forum
foundation front fund government group groups guard guards guild holdings hospital house inc industries initiative
institute institution inspectorate insurance interior international internationale judiciary junta laboratories
laboratory league legion legislature liga llc lodge ltd media medical militia minister's ministry mission movement
museum navy network office orchestra order organisation organization parliament partners partnership party police
politburo port prison project regiment regime registry representatives republicans reserve resistance school schools
secretariat seminar senate service services society solidarity soviet squad state stock studios syndicate systems team
technologies telecom television trade treasury tribunal trust union unions unit university volunteers watch wing works
workshop lines news shipping railway railways steamship refinery mills mill motors brewery pictures entertainment
productions records
""".split()
)

# Heads that follow a name in lower case and still belong to it: "Cork county court", "the Liberal party".
LOWER_ORGANISATION_HEADS = frozenset(
    "party court council ministry university union police newspaper commission committee parliament agency".split()
)
LOWER_PLACE_HEADS = frozenset(
    """
province district county river peninsula region valley island islands sea desert mountains airport city township
governorate prefecture street avenue road square harbour harbor coast bay canyon
""".split()
)
COURT_KINDS = frozenset(
    "municipal provincial district supreme high appeal appeals federal criminal city county circuit".split()
)

# Heads that are family names too: after a given name they are ("Henry Lodge", "Ada Brook Mills").
SURNAME_HEADS = frozenset(
    """
lodge hall park hill wells wood woods banks post star church bridge forest fort gates gate marsh lake brook heath rock
camp field house castle temple chambers price day march sun mills mill club
""".split()
)

# First words that tell the type: "Operation Lantern", "HMS Tern".
FIRST_HEADS: dict[str, MentionType] = {
    "operation": "event",
    "exercise": "event",
    "hurricane": "event",
    "typhoon": "event",
    "cyclone": "event",
    "uss": "other",
    "hms": "other",
    "ss": "other",
    "mv": "other",
    "monte": "place",
    "camp": "place",
    "rue": "place",
    "calle": "place",
    "piazza": "place",
    "villa": "place",
    "isla": "place",
    "île": "place",
    "ilha": "place",
    "universidad": "organisation",
    "universidade": "organisation",
    "università": "organisation",
    "universität": "organisation",
    "université": "organisation",
    "instituto": "organisation",
    "institut": "organisation",
    "partido": "organisation",
    "parti": "organisation",
    "partito": "organisation",
    "ministerio": "organisation",
    "banco": "organisation",
}

# What a state has one of: "the Norwegian government" names it as well as "the Government of Norway" does.
STATE_BODIES = frozenset(
    "government army navy military parliament embassy police regime cabinet judiciary legislature".split()
)

# What a state sends: "Norwegian volunteer troops" describes them.
STATE_PEOPLE = frozenset("troops forces soldiers authorities officials diplomats police sailors settlers".split())

# Wars whose names are made of common words alone.
KNOWN_EVENTS = frozenset({"world war", "cold war", "great war", "civil war", "first world war", "second world war"})

# Adjectives that make a party's name with "party" in lower case.
PARTY_WORDS = frozenset(
    """
labour labor liberal conservative communist socialist democratic democrat republican green nationalist radical
libertarian unionist workers people's peoples national progressive agrarian bolshevik nazi fascist tory whig reform
""".split()
)

# Bodies and places whose names are made of common words alone.
KNOWN_BODIES = frozenset(
    name
    for line in """
united nations|european union|world bank|white house|red cross|red crescent|supreme court|security council
general assembly|common market|international monetary fund|world health organization|amnesty international
human rights watch|house of commons|house of lords|house of representatives|capitol hill|islamic state|red army
scotland yard|league of nations|world trade organization|international criminal court|african union|arab league
warsaw pact|associated press|united press|central committee|foreign office|home office|state department
justice department|treasury department|defense department|federal reserve|national guard|secret service|air force
boy scouts|salvation army|european commission|european parliament|european community|world council of churches
black lives matter|green party|tea party|labour party|liberal party|conservative party|communist party
democratic party|republican party|socialist party|national assembly|privy council|high court|royal navy
""".split("\n")
    for name in line.split("|")
    if name
)

# What a person's name rules: "the Lindqvist government" is an organisation with a person's name in it.
RULE_HEADS = frozenset("government regime administration cabinet junta clique dictatorship presidency campaign".split())

PLACE_HEADS = frozenset(
    """
airport archipelago avenue basin bay beach bend boulevard bridge camp canal canyon cape castle cathedral cemetery city
cliffs coast county cove creek desert district dock docks estate estuary falls fjord forest fort garden gardens gate
gulf hall harbor harbour heights highlands hill hills hotel island islands isle isles jail junction kingdom lake land
lane mosque mount mountain mountains oblast ocean palace park peak peninsula pier plain plains plateau plaza point
prefecture province quarter atoll isthmus afb airfield quay range reef region republic ridge river road rock sea shore
square station strait straits street summit temple territories territory tower town township valley village wall well
wells wharf wood woods emirates
""".split()
)

# Before the rest of the name instead of after it: "Lake Orrin", "Port Adair".
PLACE_FIRST_WORDS = frozenset(
    """
lake mount mt mt. cape port fort st saint san santa santo são los las el la le new north south east west
upper lower great northern southern eastern western central rio isla punta puerto gulf isle bay strait
""".split()
)

EVENT_HEADS = frozenset(
    """
war wars revolution uprising rebellion revolt massacre genocide holocaust battle siege crisis strike riots riot
olympics games cup festival ceremony summit congress accords agreement treaty armistice election elections referendum
inquiry coup campaign famine depression day eve week spring plot affair trial trials march raid offensive operation
championship championships prize award awards convention debate bombing bombings attacks attack fire flood earthquake
hurricane tour marathon symposium anniversary christmas easter ramadan thanksgiving
""".split()
)

WORK_HEADS = frozenset(
    """
times post gazette herald tribune chronicle journal mail telegraph guardian observer mirror courier examiner echo
daily weekly review magazine newspaper express independent standard globe dispatch inquirer enquirer bulletin register
argus advertiser sentinel argosy star sun today week act bill constitution charter declaration manifesto covenant
protocol code report bible quran koran dictionary encyclopedia encyclopaedia hymn anthem amendment
""".split()
)

GROUP_WORDS = frozenset(
    """
democrats republicans conservatives communists socialists liberals nationalists muslims christians catholics
protestants jews hindus buddhists sikhs sunnis shiites shias kurds arabs serbs croats slavs nazis fascists bolsheviks
mensheviks marxists maoists stalinists trotskyists leninists sandinistas islamists zionists evangelicals mormons whigs
tories unionists jacobins girondins loyalists federalists confederates cossacks gypsies roma hispanics latinos asians
africans europeans westerners aborigines tamils hutus tutsis pashtuns uyghurs rohingya tibetans scots democrat
republican tory whig muslim christian catholic protestant jew hindu buddhist sunni shiite nazi bolshevik menshevik
kurd arab islamist
""".split()
)

# Adjectives of a faith, a movement or a region: capitalised, and yet no name by themselves.
LOOSE_ADJECTIVES = frozenset(
    """
jewish islamic islam christianity catholicism communism marxism leninism stalinism maoism socialism capitalism fascism
nazism marxist leninist stalinist maoist trotskyist communist socialist fascist zionist zionism imperialism bourgeois
democratic arabic latin western eastern northern southern westernised bonapartist bonapartism hegemony judaism
buddhism hinduism internet web god lord bible olympic biblical victorian elizabethan roman gothic medieval freudian
darwinian
""".split()
)

# One capitalised word that names a body by itself.
METONYMS = frozenset(
    """
congress senate parliament kremlin pentagon interpol politburo duma knesset bundestag bundesrat diet comintern
cominform vatican nato unesco unicef opec asean comecon reuters bloomberg breitbart google facebook twitter amazon
microsoft apple boeing airbus toyota samsung greenpeace amnesty hamas hezbollah taliban al-qaeda isis daesh
solidarnosc whitehall cia fbi bbc cnn
""".split()
)

# Common nouns that, capitalised in mid-sentence after "the", name the one body meant.
DEFINITE_BODIES = frozenset(
    """
party army house church crown company union league front court committee congress council corporation commission
tribunal navy assembly cabinet treasury ministry board bank museum university society
""".split()
)

# Feasts: capitalised words that name a time.
FEASTS = frozenset("easter christmas ramadan passover thanksgiving hanukkah diwali nowruz lent eid".split())

# Plural and collective nouns whose possessive stands inside a name: "Port Adair Dockers' League", "People's Bank".
INNER_POSSESSIVES = frozenset(
    """
people peoples worker workers women woman men children farmers peasants students teachers lawyers writers soldiers
sailors veterans miners dockers fishermen seamen nurses doctors journalists artists citizens king queen prince bishop
merchants traders employers drivers pilots officers mothers ladies girls boys master masters stevedores weavers
printers builders engineers carpenters railwaymen ratepayers shipowners owners residents taxpayers prisoners st new
year lloyd mcdonald levi macy sotheby christie
""".split()
)

# A capitalised common word in mid-sentence that is never a name by itself, whatever the document does elsewhere.
DEPARTMENT_WORDS = frozenset(
    "ministry department office secretary minister committee commission board bureau center centre institute council "
    "agency society association college school".split()
)
