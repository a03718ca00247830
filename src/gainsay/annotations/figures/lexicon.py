"""Word lists for figures: units, currencies, nouns for persons, words that end a noun phrase."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNIT_FORMS = {
    "years": "year years yr yrs",
    "months": "month months",
    "weeks": "week weeks",
    "days": "day days",
    "hours": "hour hours hr hrs",
    "minutes": "minute minutes min mins",
    "seconds": "second seconds sec secs",
    "decades": "decade decades",
    "centuries": "century centuries",
    "nights": "night nights",
    "km": "km kms kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "miles": "mile miles mi",
    "yards": "yard yards",
    "feet": "feet foot ft",
    "inches": "inch inches",
    "km2": "km2 km² sq.km",
    "m2": "m2 m²",
    "m3": "m3 m³",
    "hectares": "hectare hectares ha",
    "acres": "acre acres",
    "tonnes": "tonne tonnes",
    "tons": "ton tons",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes",
    "lb": "lb lbs",
    "ounces": "ounce ounces oz",
    "litres": "litre litres liter liters",
    "gallons": "gallon gallons",
    "barrels": "barrel barrels",
    "bushels": "bushel bushels",
    "knots": "knots",
    "mph": "mph",
    "km/h": "km/h kmh kph",
    "degrees": "degrees",
    "mg": "mg milligram milligrams",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "cl": "cl",
    "kWh": "kWh",
    "MWh": "MWh",
    "GWh": "GWh",
    "volts": "V volt volts kV",
    "kW": "kW kilowatt kilowatts",
    "MW": "MW megawatt megawatts",
    "bytes": "byte bytes",
    "bits": "bits",
    "kilobytes": "kilobyte kilobytes",
    "megabytes": "megabyte megabytes",
    "fathoms": "fathom fathoms",
    "leagues": "leagues",
    "percentage points": "points",
}
UNITS = {form: unit for unit, forms in _UNIT_FORMS.items() if unit != "percentage points" for form in forms.split()}
TIME_UNITS = _words("years months weeks days hours minutes seconds decades centuries nights")
# Letters that are a unit only when they follow digits: "5 m", "20 ha", never "two m".
SHORT_UNITS = _words(
    "m g mi ha ft oz min mins sec secs hr hrs mm cm km km2 km² m2 m² m3 m³ kW MW mg ml cl kWh MWh GWh V kV yr yrs"
)

CURRENCY_SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "$US": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₫": "VND",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "៛": "KHR",
    "฿": "THB",
    "Rs.": "INR",
    "Rs": "INR",
}
CURRENCY_CODES = _words(
    "USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR RUB KRW VND THB KHR HKD SGD BRL MXN ZAR NGN TRY UAH ILS SEK NOK DKK"
)
_CURRENCY_FORMS = {
    "USD": "dollar dollars",
    "cents": "cent cents",
    "GBP": "sterling quid",
    "pounds": "pound pounds",
    "EUR": "euro euros",
    "francs": "franc francs",
    "DEM": "deutschmark deutschmarks",
    "marks": "marks reichsmarks",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "roubles": "rouble roubles ruble rubles",
    "rupees": "rupee rupees",
    "lire": "lira liras lire",
    "pesos": "peso pesos",
    "pesetas": "peseta pesetas",
    "crowns": "crown crowns kronor kroner krona krone",
    "shillings": "shilling shillings",
    "pence": "pence penny",
    "guineas": "guinea guineas",
    "rand": "rand",
    "riels": "riel riels",
    "dong": "dong",
    "baht": "baht",
    "dinars": "dinar dinars",
    "rials": "rial rials riyal riyals",
    "won": "won",
    "zlotys": "zloty zlotys",
    "shekels": "shekel shekels",
    "naira": "naira",
}
CURRENCY_WORDS = {form: unit for unit, forms in _CURRENCY_FORMS.items() for form in forms.split()}
# Also ordinary words; they mean money only after a number that is large or followed by nothing else.
AMBIGUOUS_MONEY = _words("marks crown crowns rand won pound pounds dong")

_PERSON_SINGULAR = """
abbot aborigine accountant accused activist actor adherent adult adviser advisor african agent agitator aide airman
ally ambassador american apostle apprentice archer architect aristocrat arrested arsonist artist asian assassin
associate asylum-seeker athlete attendee attorney auditor aunt author baby backer baker bandit banker barber baron
beggar believer bishop black blackleg blacksmith blogger body bomber bookbinder bookkeeper boss boy breadwinner
brigand broker brother buddhist builder butcher bystander cadet cadre caller campaigner candidate capitalist captain
captive cardinal carpenter carter cashier casualty catholic cavalryman chairman chaplain chief chieftain child
christian citizen civilian clansman cleric clerk client climber coachman collaborator colleague colonel colonist
columnist combatant commando commoner communist commuter compositor comrade congressman congresswoman conscript
conservative conspirator constable consul consumer contractor convict cook corpse correspondent councillor councilor
counterpart cousin creditor crew crewman criminal critic customer cyclist daughter deacon dead debtor defector
defendant delegate democrat demonstrator dentist deportee deputy deserter detainee dictator diplomat director disciple
dissident docker dockhand doctor donor dragoon driver duke dweller earl editor elder elector electrician emigrant
emissary employee employer enemy engineer entrepreneur envoy european evacuee executive exile expatriate expert farmer
fatality father female fighter financier firefighter fisherman folk follower footballer force foreigner foreman
forester friar friend gamekeeper gardener general gentleman girl governess governor graduate grandchild grenadier
grocer groom grower guard guardsman guerilla guerrilla guest gunman gunner hand hawker head heir herder heretic
hijacker hindu historian homeowner horseman hostage householder human hunter husband hussar imam immigrant indian
individual industrialist infant infantryman informant informer inhabitant injured inmate insider inspector insurgent
islander jew journalist judge juror kidnapper killed killer king kinsman knight laborer labourer lady landlord
laundress lawmaker lawyer leader legislator liberal lieutenant lighterman listener lodger logger looter lord loyalist
magistrate maid major male man manager manufacturer marcher marine mariner mason mayor mechanic mediator medic member
merchant midwife migrant militant militiaman miner minister missing missionary monarch monk mother motorist mourner mp
mullah murderer musician muslim mutineer national nationalist native negotiator neighbor neighbour nephew newcomer
niece noble nobleman non-combatant novice nun nurse observer occupant offender officer official onlooker operative
opponent organiser organizer orphan other outlaw outsider overseer owner paramedic paratrooper parent participant
partisan passenger pastor patient pauper peacekeeper peasant peddler pedestrian peer pensioner people person personnel
pharmacist physician picket pilgrim pilot pirate planter player plotter plumber policeman policemen pope porter
postman potter preacher president priest prince princess printer prisoner professor proletarian prophet prosecutor
protestant protester protestor psychologist pupil queen rabbi raider railwayman rapist reader rebel recruit refugee
relative reporter representative republican rescuer researcher resident respondent returnee rifleman rioter robber
royalist ruler runner saboteur sailor saint scab scholar schoolboy schoolchild schoolgirl scientist seaman seamstress
secretary senator separatist serf sergeant servant serviceman servicewoman settler sharecropper shareholder shepherd
shoemaker shopkeeper sibling signatory signer singer sister slave smuggler sniper socialist soldier son soul speaker
spectator spinner sponsor spy squatter squire staff staffer stevedore steward stoker stranger strikebreaker striker
student subscriber supervisor supporter surgeon surveyor survivor suspect swimmer sympathiser sympathizer tailor
taxpayer teacher technician teenager tenant terrorist therapist thief toddler tourist townsman trade-unionist trader
traitor trapper traveler traveller tribesman troop trooper tutor twin typist tyrant uncle unionist user vagrant vandal
vendor veteran vicar victim viewer villager visitor volunteer voter waiter warder warrior weaver white widow wife
witness woman woodcutter worker worshipper wounded writer youth
"""
PERSONS = _words(_PERSON_SINGULAR) - _words("body force hand head")
# Nouns that count persons but whose plural does not end in -s.
BARE_PLURALS = _words(
    "people men women children police troops staff personnel crew dead wounded injured missing killed police cattle "
    "sheep aircraft fish feet teeth mice oxen geese media data criteria phenomena gentry clergy infantry cavalry "
    "townspeople tradespeople spokespeople folk kinsfolk swine salmon deer offspring youth poor unemployed homeless"
)
CASUALTIES = _words("dead wounded injured missing killed arrested detained")

_STOPS = """
a an the this that these those my your his her its our their whose which who whom what when where while why how of in
on at by for with from to into onto upon over under about after before since until till during between among amongst
against through throughout across along around behind beyond near within without inside outside off up down out via
per than as if because although though unless whereas so yet but and or nor both either neither not is are was were be
been being am has have had having do does did done will would shall should can could may might must he she it they we
you i me him them us there here then now later ago earlier today yesterday tomorrow tonight already also only just
even still ever never again too very more most less least fewer together alone apart each every all any some no none
other's said says say saying told tells according including plus like amid despite due versus vs didn't don't doesn't
wasn't weren't isn't aren't haven't hasn't hadn't couldn't wouldn't won't can't came come comes went go goes gone took
take takes taken made make makes got get gets gave give gives given saw see seen knew know known thought think left
leave led lead held hold kept keep began begin begun died die fell fall fallen fled flee lost lose met meet won win
lay lie lying sat sit stood stand spoke speak spent spend sent send paid pay brought bring bought buy built build
broke break caught catch chose choose drew draw drove drive fought fight found find flew fly forgot froze grew grow
heard hear hid hide hit hurt laid let put read rode rose rise ran run set shot shoot shut slept slew slain sold sell
shook sank struck strike swore swept swam taught threw understood wore wrote written wept worth amounting totalling
totaling consisting comprising showed turned remained became become belong belonged want wanted need needed seem live
lived work worked join joined themselves himself herself itself ourselves regarding concerning following
"""
STOPS = _words(_STOPS)
# Words after which a digit is a name or a place in a row, not a quantity.
LABELS = _words(
    "no nos number numbers nr n° # № p pp page pages pg vol vols volume volumes chapter chapters ch chap section "
    "sections sec art article articles paragraph paragraphs para paras clause line lines verse part parts book bk "
    "figure fig figs table tables plate map appendix annex schedule footnote note notes fn item items question point "
    "step phase stage level grade class type model version room floor suite flat apartment building block house unit "
    "platform gate track lane route highway road interstate channel flight train bus tram line area zone sector "
    "district ward precinct region bureau office brigade division battalion regiment battery squadron company "
    "camp case cases file folder box document doc docket exhibit resolution act law bill decree order rule amendment "
    "title proposition proposal protocol directive psalm season episode act scene round game match week day year "
    "grade category cat tier group pier pit shaft mine mill dock berth plot lot extension ext box apt code zip isbn "
    "issn issue ser series serial vols nos"
)
MONTHS = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
STREETS = _words("street st road rd avenue ave lane boulevard blvd drive square terrace place quay row court crescent")
