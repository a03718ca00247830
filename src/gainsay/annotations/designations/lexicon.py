"""Words that judge: nouns chosen for a party, adjectives that colour a neutral noun, and what an act can be called.

Charges run from −1 (condemns) to 1 (praises); None characterises without praise or blame. They are rough on
purpose:
only the sign and the order of size are used.
"""

from __future__ import annotations

from typing import NamedTuple


def _table(text: str) -> dict[str, float | None]:
    """`"-0.9: clique gang"` lines to a table; `~` stands for None."""
    table: dict[str, float | None] = {}
    for line in text.strip().splitlines():
        charge, _, words = line.partition(":")
        value = None if charge.strip() == "~" else float(charge)
        table.update(dict.fromkeys(words.split(), value))
    return table


# Nouns that are a judgement by themselves. Singular and plural are both listed where both are used of parties.
PARTY_NOUNS = _table("""
-0.9: butcher butchers murderer murderers monster monsters fascist fascists nazi nazis terrorist terrorists
-0.9: tyrant tyrants
-0.8: invader invaders aggressor aggressors occupier occupiers traitor traitors oppressor oppressors thug thugs
-0.8: despot despots psychopath psychopaths
-0.8: dictator dictators dictatorship dictatorships criminals scum parasites vermin genocidaires executioners
-0.8: torturers
-0.7: clique cliques junta juntas cabal gang gangs mob mobs mafia racist racists supremacist supremacists
-0.7: extremist extremists
-0.7: bandit bandits hooligan hooligans looters saboteurs assassins henchmen warlord warlords imperialist
-0.7: imperialists
-0.7: ruffian ruffians brute brutes rabble scoundrel scoundrels villain villains cutthroats brigand brigands marauders
-0.7: savages desperadoes miscreants hirelings malefactors warmongers militarists
-0.5: firebrand firebrands incendiaries conspirators malcontents upstarts hypocrites cowards idlers adventurers
-0.6: stooge stooges puppet puppets lackey lackeys quisling quislings usurper usurpers infiltrators vandals
-0.6: fanatic fanatics madman madmen lunatic lunatics maniac maniacs crook crooks fraudster fraudsters charlatan
-0.6: charlatans gangster gangsters bully bullies swindler liar profiteer exploiter
-0.6: collaborators cronies crony oligarchs oligarch demagogue demagogues reactionaries reactionary strongman
-0.6: strongmen
-0.6: swindler swindlers liars profiteers exploiters enemies enemy scabs scab blacklegs strikebreakers
-0.6: strikebreaker
-0.5: regime regimes agitator agitators troublemakers provocateurs rioter rioters hardliner hardliners
-0.5: mercenaries mercenary
-0.5: colonialists colonialist revisionists revisionist renegades renegade ringleader ringleaders cult
-0.5: militants militant
-0.4: rebels rebel insurgents insurgent separatists separatist putschists plotters radicals intruders aliens
-0.3: opportunists loyalists loyalist apologists hawks faction factions bourgeoisie establishment elites
~: allies ally guerrillas guerrilla guerillas partisans dissidents dissident opponents critics activists
~: activist rivals
~: stalinist stalinists communists communist nationalists nationalist leftists leftist rightists populists populist
~: royalists monarchists anarchists socialists trotskyists maoists islamists revolutionaries
0.3: volunteers reformers reformer moderates campaigners whistleblower whistleblowers peacekeepers defenders
0.5: statesman statesmen visionary visionaries
0.5: patriots patriot comrades pioneers benefactor benefactors
0.7: liberators liberator saviours saviour saviors savior rescuers rescuer martyrs martyr heroes hero heroine
""")

# Neutral nouns: a designation only with a judging word beside them, or where such a word is their first half.
NEUTRAL_NOUNS = frozenset(
    """
government governments administration party parties country countries nation nations state states kingdom republic
leader leaders president premier ruler rulers chief boss bosses troops troop soldiers soldier forces force army
armies police policemen power powers people peoples neighbour neighbours neighbor neighbors media press newspaper
paper group groups organisation organisations organization organizations movement movements man men woman women
politician politicians minister ministers king general generals commander commanders officials official court judge
company firm owner owners employers employer workers strikers protesters demonstrators crowd crowds migrants
migrant refugees settlers students citizens civilians villagers prisoners opposition elite elites class family
leadership authorities ministry militia militias fighters fighter historian journalist author writer victims victim
friend friends monarch emperor tycoon outfit bloc coalition masses landlords landlord traders capitalists
supporters followers cadres agents agent
""".split()
)

# Nouns so common in plain use that they designate only with a word of their own beside them ("political opponents").
RELATIONS = frozenset(
    """
opponents critics rivals rival ally allies activist activists volunteers enemy enemies hero heroes
elites establishment peacekeepers defenders campaigners comrades moderates radicals aliens partisans
hawks cult
""".split()
)

# Bodies that become a designation by the name of a person before them: "the Smith gang" and also "the Smith group".
FOLLOWINGS = frozenset("group camp faction forces circle crowd bunch".split())

# A system of rules, not of rulers.
NOT_REGIMES = frozenset(
    "sanctions tax taxation visa trade training exercise fitness drug treatment regulatory legal inspection".split()
    + "inspections licensing safety control monetary exchange customs tariff immigration planning pricing".split()
)

# Judging and characterising adjectives (and nouns used as such) before a noun or a name.
MODIFIERS = _table("""
-0.9: genocidal murderous bloodthirsty barbaric savage evil vile monstrous fascist nazi terrorist criminal
-0.9: satanic inhuman
-0.9: genocide
-0.8: brutal cruel tyrannical despotic ruthless treacherous racist bloody bloodstained despicable hateful
-0.8: vicious sadistic
-0.7: repressive oppressive dictatorial corrupt reactionary illegitimate lawless rogue puppet traitorous aggressor
-0.6: autocratic authoritarian totalitarian imperialist colonialist expansionist revisionist extremist
-0.6: fanatical hypocritical
-0.6: dishonest lying crooked disgraced discredited greedy cowardly incompetent shameless notorious infamous
-0.6: despised hated
-0.6: hostile aggressive violent rebellious unruly riotous unlawful illegal bogus sham phony fake failed failing
-0.5: colonial neocolonial occupying invading militaristic warmongering terror radical
-0.5: reckless dangerous sinister dubious ineffective weak cynical unpopular unelected arrogant heartless
-0.5: foreign-backed
-0.4: bourgeois capitalist hardline hard-line far-right far-left ultra-nationalist embattled beleaguered
-0.4: bankrupt reclusive
-0.4: secretive controversial divisive poor backward impoverished miserable starving so-called self-styled
-0.4: self-proclaimed
-0.4: hired would-be stalinist forced exploiting privileged idle ignorant drunken imperial armed rebel
~: long-serving longtime long-time
-0.2: rich wealthy powerful exiled outlawed banned dissolved defeated fallen
-0.2: deposed ousted
~: communist socialist marxist maoist nationalist populist leftist rightist royalist islamist jihadist
~: separatist secessionist revolutionary ultra pro-government anti-government pro-western pro-soviet
~: left-wing right-wing
0.3: reformist moderate respectable peace-loving peaceful humanitarian volunteer elite strong prosperous
0.4: hard-working hardworking trustworthy law-abiding legitimate lawful honest innocent defenceless
0.4: defenseless unarmed patriotic loyal faithful respected
0.4: popular noble
0.5: brave courageous beloved generous fraternal brotherly friendly honourable honorable decent upright
0.7: heroic glorious great valiant gallant liberating selfless wise saintly admirable righteous revered legendary
""")

# Weak judging words: enough beside "leader" or "regime", but so common beside other nouns that they say nothing there.
FAINT = frozenset("great longtime long-time strong rich poor weak elite popular armed wealthy powerful radical".split())

# Nouns that stand before a noun like adjectives and make a judgement of it: "a police state", "a puppet government".
COMPOUNDS: dict[tuple[str, str], float] = {
    ("police", "state"): -0.7,
    ("client", "state"): -0.5,
    ("vassal", "state"): -0.6,
    ("puppet", "state"): -0.7,
    ("terror", "state"): -0.9,
    ("slave", "state"): -0.8,
    ("death", "squad"): -0.9,
    ("death", "squads"): -0.9,
    ("fifth", "column"): -0.7,
    ("ruling", "class"): -0.2,
    ("freedom", "fighter"): 0.7,
    ("freedom", "fighters"): 0.7,
    ("great", "powers"): -0.1,
    ("armed", "gangs"): -0.7,
    ("political", "rivals"): -0.1,
    ("political", "opponents"): -0.1,
    ("rights", "activist"): 0.3,
    ("rights", "activists"): 0.3,
    ("political", "prisoners"): 0.2,
    ("national", "hero"): 0.8,
    ("war", "criminal"): -0.9,
    ("war", "criminals"): -0.9,
    ("free", "world"): 0.4,
}

# Roles that are an alternative to an official title: "leader", "ruler" or "dictator" beside the same name is a choice.
CHOSEN_ROLES = frozenset("leader ruler strongman dictator boss warlord tyrant despot kingpin chieftain supremo".split())

# Words in -ist that name a trade, an instrument, a belief or nothing at all, not a party.
NOT_PARTIES = frozenset(
    """
artist list journalist scientist tourist economist specialist protagonist antagonist finalist novelist columnist
cyclist pianist therapist physicist chemist strategist lobbyist motorist guitarist florist typist receptionist
pharmacist linguist optimist pessimist dentist baptist methodist christ dramatist essayist diarist archivist
botanist violinist cellist bassist soloist vocalist copyist hobbyist machinist telegraphist stylist colorist
colourist evangelist satirist cartoonist humorist realist idealist theorist analyst catalyst humanist generalist
orthodontist psychiatrist herbalist industrialist naturalist environmentalist conservationist preservationist
nutritionist survivalist medalist medallist medievalist orientalist panellist panelist philanthropist publicist
perfectionist illusionist alchemist exist insist resist assist consist persist desist twist mist fist wrist gist
hoist moist waist heist whist enlist checklist shortlist blacklist whitelist playlist subsist coexist bucketlist
wishlist grist schist tryst feminist buddhist
""".split()
)


class Act(NamedTuple):
    """What a noun says of an act. A `bland` one counts only where two parties or places are named with it."""

    kind: str
    charge: float | None
    bland: bool = False


def _acts(text: str) -> dict[str, Act]:
    """`"killing -0.9: massacre"` lines; `*` marks bland words; plurals in -s and -es come with them."""
    table: dict[str, Act] = {}
    for line in text.strip().splitlines():
        head, _, words = line.partition(":")
        kind, charge = head.split()
        bland = charge.endswith("*")
        value = charge.rstrip("*")
        act = Act(kind, None if value == "~" else float(value), bland)
        for word in words.split():
            table[word] = act
            table[word[:-1] + "ies" if word.endswith("y") else word + ("es" if word[-1] in "shx" else "s")] = act
    return table


# One class holds the rival names for acts of one type: what one side calls an invasion is another's liberation, a
# massacre another's incident, an explosion another's sabotage.
ACT_NOUNS = _acts("""
entry -0.7: invasion aggression conquest
entry -0.5: occupation annexation incursion encroachment
entry ~: intervention
entry ~*: entry arrival deployment operation offensive expedition advance
entry 0.7: liberation rescue
killing -1.0: genocide holocaust extermination
killing -0.9: pogrom atrocity
killing -0.7: murder assassination lynching
killing -0.4: execution crackdown purge repression
violence -0.9: massacre slaughter bloodbath butchery carnage
violence -0.3: riot disorder
violence -0.4: killing tragedy
violence -0.2: disturbance
violence ~*: shooting incident clash skirmish
protest -0.5: mutiny insurrection sedition
protest -0.2: unrest rebellion revolt lockout
protest ~*: demonstration protest march strike walkout stoppage
protest 0.2: uprising
takeover -0.6: coup putsch usurpation
takeover -0.2: takeover
takeover ~: overthrow ouster toppling
takeover 0.2: revolution
takeover ~*: fall
disaster -0.6: sabotage
disaster -0.4: bombing scuttling catastrophe disaster
disaster ~*: accident explosion blast crash collision sinking wreck mishap
attack -0.4: attack assault ambush bombardment raid outrage
""")


def _deeds(text: str) -> dict[str, Act]:
    """`"entry -0.7: invaded invade"` lines; every form is listed, since most are irregular or bland in some form."""
    table: dict[str, Act] = {}
    for line in text.strip().splitlines():
        head, _, words = line.partition(":")
        kind, charge = head.split()
        table.update(dict.fromkeys(words.split(), Act(kind, None if charge == "~" else float(charge))))
    return table


# The verbs of the same classes. They count only between two names.
ACT_VERBS = _deeds("""
entry -0.7: invaded invade invades invading conquered overran
entry -0.5: occupied occupy occupies annexed annex annexes
entry ~: entered
entry 0.7: liberated liberate liberates liberating freed rescued rescue
killing -0.9: massacred massacre slaughtered exterminated
killing -0.7: murdered murder assassinated lynched
killing -0.4: executed killed
takeover ~: overthrew overthrow ousted toppled deposed
attack -0.4: attacked bombed bombarded shelled raided ambushed
""")

# What may stand between a doer and the verb besides the noun of the doer ("had", "helped to").
AUXILIARIES = frozenset(
    "has have had to helped help came went began continued tried sought would will did then also".split()
)

# Kinds of which one place sees many: only a definite phrase ("the Marrow Bay incident") tells which is meant; then a
# bland word and one name are enough.
LOCAL_KINDS = frozenset({"violence", "disaster"})

# Before an act noun these join with it into a noun of another meaning.
NOT_ACTS = frozenset("heart panic asthma hunger air first counter price data card work family".split())

# A demonym whose root is not the root of its country, both folded.
IRREGULAR_ROOTS = {
    "french": "franc",
    "dutch": "netherlands",
    "british": "brit",
    "britain": "brit",
    "great britain": "brit",
    "united kingdom": "brit",
    "uk": "brit",
    "english": "engl",
    "england": "engl",
    "spanish": "spain",
    "spaniards": "spain",
    "turkish": "turkey",
    "turks": "turkey",
    "greek": "greece",
    "greeks": "greece",
    "swiss": "switzerland",
    "danish": "denmark",
    "danes": "denmark",
    "polish": "poland",
    "poles": "poland",
    "finnish": "finland",
    "finns": "finland",
    "swedish": "sweden",
    "swedes": "sweden",
    "welsh": "wales",
    "irish": "ireland",
    "scottish": "scotland",
    "lao": "laos",
    "thai": "thailand",
    "filipino": "philippines",
    "american": "united states",
    "americans": "united states",
    "america": "united states",
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "ussr": "soviet union",
    "soviet": "soviet union",
    "soviets": "soviet union",
    "norwegian": "norway",
    "norwegians": "norway",
    "afghan": "afghanistan",
    "afghans": "afghanistan",
    "kazakh": "kazakhstan",
    "uzbek": "uzbekistan",
}
