"""Common nouns that describe a person, a body or a place: "the *diplomat*", "its *company*", "the *country*"."""

from __future__ import annotations

from functools import cache
from typing import Final

from gainsay.annotations.mentions.mention import MentionType

MALE_NOUNS: Final = frozenset(
    """
man boy gentleman husband father dad grandfather son grandson brother uncle nephew king prince emperor duke count
baron lord monk priest widower businessman spokesman chairman congressman policeman fisherman fireman salesman
statesman nobleman clergyman cameraman salesman groom boyfriend fiancé stepfather stepson godfather bishop archbishop
pope actor waiter sportsman tradesman craftsman guy lad hero stepbrother bachelor
""".split()
)
FEMALE_NOUNS: Final = frozenset(
    """
woman girl lady wife mother mum mom grandmother daughter granddaughter sister aunt niece queen princess empress
duchess countess baroness nun widow businesswoman spokeswoman chairwoman congresswoman policewoman actress waitress
heroine bride girlfriend fiancée stepmother stepdaughter hostess maid housewife mistress nurse ballerina stepsister
""".split()
)

# Kin and other people who are somebody's: two of a kind are two persons unless they are the same one's.
RELATIONS: Final = frozenset(
    """
husband wife father mother dad mum mom son daughter brother sister uncle aunt nephew niece cousin grandfather
grandmother grandson granddaughter widow widower fiancé fiancée boyfriend girlfriend stepfather stepmother stepson
stepdaughter godfather spouse parent child partner friend colleague successor predecessor boss secretary lawyer
attorney aide adviser advisor assistant deputy bodyguard driver neighbour neighbor family
""".split()
)

_PERSONS: Final = frozenset(
    """
abbot academic accountant accomplice activist addict administrator admiral adult adversary adviser advisor advocate
agent agitator aide airman alien ally alumnus amateur ambassador analyst anarchist anchor anthropologist applicant
apprentice arbiter archaeologist architect aristocrat artist assailant assassin assistant associate astronaut
astronomer athlete attacker attorney auditor author autocrat aviator baby baker banker barber barrister batsman
beggar beneficiary biographer biologist blogger bodyguard bomber borrower boss botanist boxer bricklayer broadcaster
broker builder bureaucrat butcher buyer cadet campaigner candidate capitalist captain captive caretaker carpenter
cashier casualty celebrity champion chancellor chaplain chef chemist chief child citizen civilian claimant cleaner
cleric clerk client coach collaborator colleague collector colonel colonist columnist combatant comedian commander
commentator commissioner communist companion complainant composer comrade conductor conqueror conspirator constable
consul consultant consumer contestant contractor convict cook coordinator coroner correspondent councillor counsel
counsellor counterpart creator creditor cricketer criminal critic customer dancer dealer debtor defector
defendant defender delegate democrat demonstrator dentist deputy descendant deserter designer detainee detective
developer dictator diplomat director disciple dissident dockworker docker doctor donor driver drummer economist
editor educator elder elector electrician émigré emigrant employee employer enemy engineer entrepreneur envoy
executioner executive exile expert explorer eyewitness farmer fascist fighter filmmaker firefighter follower footballer
foreigner foreman founder freelancer friend fugitive gambler gangster gardener general geologist goalkeeper governor
graduate guard guardian guerrilla guest guitarist gunman hairdresser head healer hearer heir helmsman historian
holder homeowner hostage hunter idol immigrant imam impostor incumbent individual industrialist infant informant
informer inhabitant inmate inspector instructor insurgent interpreter intruder invader inventor investigator investor
islamist jailer journalist judge juror justice killer knight laborer labourer landlord landowner lawmaker lawyer
leader learner lecturer legislator librarian lieutenant lobbyist lover magistrate magnate major manager manufacturer
marcher mariner marshal martyr mathematician mayor mechanic mediator medic member mentor mercenary merchant
messenger midwife migrant militant millionaire billionaire miner minister missionary mob moderator monarch mourner
murderer musician mutineer narrator native naturalist navigator neighbour neighbor nobleman nominee novelist novice
observer occupant offender officer official onlooker operator opponent orator organiser organizer orphan outlaw owner
painter parent parishioner participant partisan partner passenger pastor patient patriot patron peasant pedestrian
performer perpetrator person philosopher photographer physician physicist pianist pilgrim pilot pioneer planter
playwright plumber poet politician practitioner preacher predecessor premier president principal prisoner producer
professor programmer promoter prosecutor protagonist protector protester protestor provost psychiatrist psychologist
publisher pupil rabbi racist reader rebel recipient recorder recruit referee reformer refugee regent relative reporter
representative republican rescuer researcher resident respondent revolutionary rider rioter rival robber ruler runner
sailor saint scholar scientist scout sculptor seaman secretary senator separatist sergeant servant sheriff shipowner
shooter shopkeeper singer skipper slave socialist sociologist soldier solicitor songwriter sovereign speaker
specialist spectator spokesperson sponsor spouse spy squatter stakeholder stranger strategist striker student
subordinate successor superintendent supervisor supplier supporter surgeon surveyor survivor suspect sympathiser
sympathizer tailor taxpayer teacher technician teenager tenant terrorist theologian therapist thief thinker thug
toddler tourist trader trainee trainer traitor translator traveller traveler treasurer tribesman trustee tutor tyrant
undersecretary user vendor veteran viceroy victim victor viewer villager villain violinist visitor volunteer voter
waiter walker warden warlord warrior watchman weaver whistleblower whistle-blower winner witness worker workman
workmate writer youngster youth zealot co-founder cofounder co-author vice-president cousin kid sibling twin toddler
ancestor settler colonizer coloniser
""".split()
)

# Singular in form, several people in fact.
_CROWDS: Final = frozenset(
    """
police people folk crowd mob public gang clergy gentry peasantry nobility bourgeoisie proletariat populace populations
staff crew personnel garrison militia cavalry infantry troops cattlemen couple pair family audience crowd workforce
electorate leadership opposition delegation elite youth
""".split()
)
_BODIES: Final = frozenset(
    """
academy administration agency airline alliance army assembly association authority bank band battalion board body
brigade broadcaster bureau business cabinet campaign cartel charity church clan clique club coalition college commission
committee company confederation conglomerate congress consortium corporation council court department dictatorship
directorate division embassy employer enterprise establishment executive faction factory federation firm force
foundation front fund government group guerrilla guild hospital household industry institute institution judiciary junta
jury laboratory league legislature media militia ministry mission monastery movement museum navy network newspaper
office operator orchestra order organisation organization outlet paper parish parliament party platoon politburo
press publisher regime regiment retailer school secretariat senate service society squad squadron startup studio
subsidiary supplier syndicate taskforce team tribe tribunal troop trust union unit university watchdog workshop
manufacturer publication magazine brewery airline carrier bloc commune
""".split()
)
_PLACES: Final = frozenset(
    """
airfield airport area arena atoll avenue base bay beach border borough bridge building camp canal canyon cape capital
castle cathedral cave cemetery centre center chapel city cliff coast colony complex continent corner country
countryside county courtyard creek dam desert district dock downtown dune empire estate factory farm fence field fjord
forest fort fortress frontier garden gate ghetto gorge graveyard gulf hall hamlet harbor harbour hill homeland hometown
hotel house inlet island isle jail jungle kingdom lagoon lake land library mansion market marsh mill mine monastery
monument mosque motorway mountain mountainside museum nation neighbourhood neighborhood oasis ocean outpost palace park
peak peninsula pier plain planet plantation plateau port prefecture prison province quarter quay railway ranch
reef region republic reservoir resort restaurant river riverbank road room ruins school sea settlement shore shrine
site slum square stadium state station strait street suburb swamp temple territory theatre theater tomb tower town
township valley venue village volcano warehouse waterfall wharf world zone
""".split()
)

# What may be said of a place or a body alike ("the school"): the body, unless something tells.
_KINDS: Final[tuple[tuple[frozenset[str], MentionType], ...]] = (
    (_PLACES, "place"),
    (_BODIES, "organisation"),
    (_CROWDS, "group"),
    (_PERSONS | MALE_NOUNS | FEMALE_NOUNS | RELATIONS, "person"),
)
_IRREGULAR: Final = {
    "children": "child",
    "people": "people",
    "wives": "wife",
    "thieves": "thief",
    "police": "police",
    "alumni": "alumnus",
    "persons": "person",
    "chiefs": "chief",
    "clergymen": "clergyman",
    "spies": "spy",
    "allies": "ally",
    "countries": "country",
    "cities": "city",
    "media": "media",
}


def _plural(word: str) -> str:
    if word.endswith("man") and word != "human":
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


@cache
def nouns() -> dict[str, tuple[MentionType, str, bool]]:
    """Noun → what it describes, its singular, and whether it is several.

    >>> nouns()["diplomats"], nouns()["company"]
    (('group', 'diplomat', True), ('organisation', 'company', False))
    """
    found: dict[str, tuple[MentionType, str, bool]] = {}
    for words, kind in _KINDS:
        for word in sorted(words):
            if kind == "group":
                found[word] = ("group", word, True)
                continue
            found[word] = (kind, word, False)
            found[_plural(word)] = ("group" if kind == "person" else kind, word, True)
    for plural, singular in _IRREGULAR.items():
        kind = found[singular][0] if singular in found else "group"
        found[plural] = ("group" if kind == "person" else kind, singular, True)
    return found


def number_of(noun: str) -> tuple[str, bool]:
    """The singular of a noun, and whether it is several; by its ending where it is not listed.

    >>> number_of("plaintiffs"), number_of("campus"), number_of("constituencies")
    (('plaintiff', True), ('campus', False), ('constituency', True))
    """
    if noun in nouns():
        return nouns()[noun][1:]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is", "ics", "ews")):
        return noun, False
    if noun.endswith("ies"):
        return noun[:-3] + "y", True
    return noun[: -2 if noun.endswith(("sses", "xes", "ches", "shes")) else -1], True


def sex_of_noun(noun: str) -> str | None:
    """`m`, `f` or None, as a noun in the singular tells.

    >>> sex_of_noun("widow"), sex_of_noun("witness")
    ('f', None)
    """
    if noun in MALE_NOUNS:
        return "m"
    return "f" if noun in FEMALE_NOUNS else None
