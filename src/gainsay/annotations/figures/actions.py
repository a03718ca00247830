"""What happened to the counted, or what they did: the verb of the clause."""

from __future__ import annotations

import re
from itertools import islice

# Verbs of events that accounts give figures for. Regular forms are derived; others stand in _IRREGULAR.
_VERBS = """
abandon abduct abolish accuse acquit admit adopt allocate allow ambush apply apprehend approve arm arraign arrest
arrive assassinate assault assemble attack attend back ban baptise behead bill blame board bomb borrow boycott burn
bury capture cast cause charge claim clear close collapse collect compensate complete condemn confiscate conscript
consume contract convict convince create cripple crush damage declare decline defect demolish deploy deport desert
destroy detain die disappear disarm discharge dismiss displace dispatch disperse donate drown earn elect employ enlist
enrol enroll enter escape evacuate evict examine exchange execute exile expel export expose fail fine fire flog force
gas gather grant guard guillotine gun hang harass harm help hire hospitalise hospitalize house identify import
imprison indict infect inform injure inspect install intern interrogate interview invade invest investigate invite
issue jail join kidnap kill land launch license loot lock lynch maim march massacre mobilise mobilize move murder name
nominate occupy open order oust overturn pardon participate perish pledge plunder poison prevent produce promise
prosecute protest punish question raid raise rally ransom rape reach receive recover recruit redeem refuse register
reinstate reject release relocate remain remove rescue resettle resign restrain retire return rob ruin sack sail save
search seize sentence serve settle sign slaughter sponsor spare stab starve station stop storm strand suffer summon
supply support surrender survive suspend suspect target tie torture train transfer transport trap treat try turn
uncover unload vaccinate vanish visit volunteer vote walk welcome withdraw witness work wound wreck poll test purge
liquidate prepare focus share explore restore ignore expire admire acquire inspire require inquire tire repatriate
naturalise naturalize rehouse reprieve garrison quarter billet requisition commandeer detonate explode
""".split()
_IRREGULAR = {
    "kill": "killed killing kills kill",
    "shoot": "shot shooting shoots",
    "die": "died dying dies die",
    "free": "freed freeing frees",
    "flee": "fled fleeing flees flee",
    "lose": "lost losing loses",
    "hold": "held holding holds",
    "hurt": "hurt hurting",
    "slay": "slain slew",
    "drown": "drowned drowning",
    "send": "sent sending sends",
    "take": "taken took",
    "drive": "driven drove",
    "strike": "struck striking",
    "catch": "caught",
    "sell": "sold",
    "buy": "bought",
    "find": "found",
    "leave": "left",
    "pay": "paid pays",
    "spend": "spent spends",
    "steal": "stolen stole",
    "build": "built",
    "sink": "sunk sank",
    "beat": "beaten",
    "withdraw": "withdrawn withdrew withdrawing withdraw withdraws",
    "hang": "hanged hanging hung",
    "show": "showed shown",
    "come": "came",
    "fall": "fallen fell",
    "win": "won",
    "lay off": "laid",
    "give": "given gave",
    "bring": "brought",
    "put": "put",
    "set": "set",
    "cut": "cut",
    "quit": "quit",
    "see": "seen",
    "fight": "fought",
    "lead": "led",
}
_NOUNS = {
    "arrest": "arrest",
    "arrests": "arrest",
    "killing": "kill",
    "killings": "kill",
    "murder": "murder",
    "murders": "murder",
    "death": "die",
    "deaths": "die",
    "execution": "execute",
    "executions": "execute",
    "detention": "detain",
    "imprisonment": "imprison",
    "deportation": "deport",
    "expulsion": "expel",
    "release": "release",
    "dismissal": "dismiss",
    "massacre": "massacre",
    "trial": "try",
    "shooting": "shoot",
    "evacuation": "evacuate",
    "eviction": "evict",
    "loss": "lose",
    "lives": "die",
    "withdrawal": "withdraw",
}


def _forms(verb: str) -> list[tuple[str, bool]]:
    """(form, is past) of a regular verb."""
    double = len(verb) > 2 and verb in _DOUBLING
    stem = verb + verb[-1] if double else verb
    if verb.endswith("e"):
        past, going = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeou":
        past, going = verb[:-1] + "ied", verb + "ing"
    else:
        past, going = stem + "ed", stem + "ing"
    third = verb + "es" if verb.endswith(("s", "x", "sh", "ch", "z")) else verb + "s"
    return [(past, True), (going, False), (verb, False), (third, False)]


_DOUBLING = frozenset("abet admit ban cut expel enrol gun kidnap gas plan rob stab stop trap transfer".split())
PAST: dict[str, str] = {}
ANY: dict[str, str] = {}
for _verb in _VERBS:
    for _form, _past in _forms(_verb):
        ANY.setdefault(_form, _verb)
        if _past:
            PAST.setdefault(_form, _verb)
for _verb, _spelt in _IRREGULAR.items():
    for _form in _spelt.split():
        ANY[_form] = _verb
        if not _form.endswith(("ing", "s")):
            PAST[_form] = _verb

# A clause with its parenthesis rarely runs longer; the bound keeps long sentences linear.
_REACH, _MOST_WORDS = 170, 28
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\s\w]|\d+")
_AUX = frozenset("was were is are be been being has have had got get gets will would could may might should to".split())
_SKIP = frozenset(
    "also then later since already all both still reportedly allegedly subsequently immediately just now each "
    "themselves either who that which".split()
)
_BELIEVED = frozenset("believed feared reported presumed said thought alleged understood known".split())
_END = frozenset('.;:!?”"')
_BEFORE = re.compile(
    r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)(\s+of)?\s+(?:(?:the|a|another|further|these|those|up|down|dead)\s+)*$"
)


CASUALTIES = {"dead": "die", "killed": "kill", "wounded": "wound", "injured": "injure", "arrested": "arrest"}
CASUALTIES |= {"detained": "detain", "missing": "miss"}
# "40 dead and missing", "were killed or wounded": another category than either.
_BOTH = re.compile(r"\s(?:and|or)\s(?:are |were )?(?P<other>missing|wounded|injured|captured)\b")
# "17 people are dead": a state that says what happened.
_STATES = {"dead": "die", "missing": "miss"}
_LIE = frozenset("lay lie lies lying".split())


def find_action(text: str, figure: int, after: int, start: int, end: int, *, head: str | None) -> str | None:
    """The lemma of the verb that goes with the counted, or None.

    `figure` is where the figure begins, `after` where its noun phrase ends; the clause lies in
    `[start, end)`; `head` is the head of that phrase, or None where there is none.
    """
    found = _found(text, figure, after, start, end, head)
    if found is None:
        return None
    return _both(text, after, end, found) if found in _FATAL else _either(text, figure, after, start, end, found)


_FATAL = frozenset(("die", "kill"))
_SECOND = {"missing": "miss", "wounded": "wound", "injured": "injure", "captured": "capture"}
_FATE = re.compile(r"\b(?:dead|killed)\b")


def _both(text: str, after: int, end: int, action: str) -> str:
    """ "die and miss" of "40 dead and missing"; "40 dead and 12 missing" are two figures."""
    fate = _FATE.search(text, max(after - len("killed"), 0), min(end, after + _REACH))
    other = _BOTH.match(text, fate.end(), end) if fate else None
    return f"{action} and {_SECOND[other['other']]}" if other else action


# "Arrested or summoned": a category that takes in both.
_OR = re.compile(r"\b([^\W\d_]+)\s+or\s+(?:(?:were|was|been)\s+)?([^\W\d_]+)\b")
_OR_BEFORE = re.compile(r"\b([^\W\d_]+)\s+or\s+([^\W\d_]+)\s+(?:[^\W\d_]+\s+){0,2}$")


def _either(text: str, figure: int, after: int, start: int, end: int, action: str) -> str:
    """ "arrest or summon" of "40 were arrested or summoned" and of "arrested or summoned 40"; else the action."""
    tried = (
        *_OR.finditer(text, after, min(end, after + _REACH)),
        *_OR_BEFORE.finditer(text, max(start, figure - 60), figure),
    )
    for found in tried:
        first, second = (PAST.get(word.lower()) for word in found.groups())
        if first and second and first != second and action in (first, second):
            return f"{first} or {second}"
    return action


def _found(text: str, figure: int, after: int, start: int, end: int, head: str | None) -> str | None:
    if members := _MEMBERS.match(text, after, end):
        after = members.end()
    words = list(islice(_WORD.finditer(text, after, min(end, after + _REACH)), _MOST_WORDS))
    if head in CASUALTIES:
        # "Forty of those injured have since died": the noun only says who they were.
        which = _THOSE.search(text, max(start, after - 30), after)
        return (which and _after(words)) or CASUALTIES[head]
    # "had 121 activists arrested", "five supporters sentenced to seven years"
    if head and words and (lemma := PAST.get(words[0].group().lower())) and not _is_active(words):
        return lemma
    return action_before(text, figure, start) or _after(words)


# "300 of them killed": what follows is said of the number.
_MEMBERS = re.compile(r"\s+of (?:them|these|those|us|you)(?=\s)")
_THOSE = re.compile(r"\bof (?:those|the) [a-z]+$")


def _is_active(words: list[re.Match[str]]) -> bool:
    """A past form with an object of its own ("two men shot him") says what they did; that is left to the reader."""
    return len(words) > 1 and words[1].group().lower() in (
        "him",
        "her",
        "them",
        "the",
        "a",
        "an",
        "his",
        "their",
        "its",
    )


def action_before(text: str, figure: int, start: int) -> str | None:
    """The verb or noun of an event right before a figure: "killed 12", "the arrest of 40 men"."""
    found = _BEFORE.search(text, max(start, figure - 60), figure)
    if not found:
        return None
    word = found[1].lower()
    if found[2]:
        return _NOUNS.get(word)
    return ANY.get(word) if word not in _AMBIGUOUS else None


# As often nouns as verbs before a number ("in court 12 men", "the right 3").
_AMBIGUOUS = frozenset("left put set cut hurt found march order force fire case turn land quarter name".split())


def _after(words: list[re.Match[str]]) -> str | None:
    comma, auxiliary, resumes = False, False, 0
    for i, token in enumerate(words):
        word = token.group().lower()
        if i < resumes:
            continue
        if word in _END:
            return None
        if word == "not" and i and words[i - 1].group() == "," and (aside := _aside(words, i)):
            resumes, comma = aside, False  # "37 dockers, not 41, were held"
            continue
        if word == ",":
            comma, auxiliary = True, False
        elif word in ("not", "never", "n't") or (word == "being" and not auxiliary):
            return None  # "feared being arrested"
        elif word == "lost" and _lives(words, i):
            return "die"
        elif not comma and word in _LIE and i + 1 < len(words) and (state := _STATES.get(words[i + 1].group().lower())):
            return state
        elif word in _AUX:
            # Behind a comma only the next one's auxiliary resumes the clause: "12 men, all of them dockers, were held".
            auxiliary = not comma or words[i - 1].group() == ","
        elif auxiliary and word in _BELIEVED and _goes_on(words, i):
            continue  # "were believed killed", "is said to have been shot"
        elif auxiliary and word not in _SKIP and not word.endswith("ly"):
            return PAST.get(word, _STATES.get(word)) or (
                _regular(word) if word.endswith("ed") and word.isalpha() and len(word) > 4 else None
            )
        elif not comma and i < 4 and word in PAST and _is_verb(words, i):
            return PAST[word]
        elif not comma and word in _GATHERING and _is_told_now(words, i):
            return word
    return None


# "Several dozen dockers and their lawyers march towards the quay": below a picture the present tells what was done.
_GATHERING = frozenset("march rally gather protest demonstrate assemble".split())
_SEVERAL = frozenset("people men women children police".split())
_WHERETO = frozenset("towards toward through to across along in outside against before at past near into".split())


def _is_told_now(words: list[re.Match[str]], i: int) -> bool:
    """Whether a verb in the present stands between several and a place."""
    before = words[i - 1].group().lower() if i else ""
    after = words[i + 1].group().lower() if i + 1 < len(words) else ""
    return after in _WHERETO and (not i or before.endswith("s") or before in _SEVERAL)


# After these a past form is an adjective: "12 men in our armed forces".
_DETERMINERS = frozenset("the a an his her its their our my your some of".split())


def _lives(words: list[re.Match[str]], at: int) -> bool:
    """Lost their lives."""
    return len(words) > at + 2 and words[at + 2].group().lower() in ("life", "lives")


def _aside(words: list[re.Match[str]], at: int) -> int | None:
    """Where a clause goes on after ", not forty-one,"; None where that is no aside."""
    return next((n + 1 for n in range(at + 1, min(len(words), at + 6)) if words[n].group() == ","), None)


def _goes_on(words: list[re.Match[str]], at: int) -> bool:
    """Whether "believed" only leads to what is believed: "believed killed", "said to have …"; not "were reported"."""
    after = words[at + 1].group().lower() if at + 1 < len(words) else ""
    return after == "to" or after in PAST or after in _STATES


def _is_verb(words: list[re.Match[str]], i: int) -> bool:
    before = words[i - 1].group().lower() if i else ""
    # "Shot 12 strikers and wounded 30": another act of the same people.
    if before in ("and", "or") and not any(word.group().lower() in PAST for word in words[:i]):
        return False
    return before not in _DETERMINERS and words[i].group().lower() not in ("set", "put", "cut", "left")


def _regular(past: str) -> str:
    """The lemma of a regular past form that no list has: "hoisted" → "hoist", "tarred" → "tar"."""
    stem = past[:-2]
    if past.endswith("ied"):
        return past[:-3] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if (stem[-1] == "l" and stem[-2] in "bcdfgkptz") or stem.endswith(("eat", "oat", "ear", "oar")):
        return stem + "e" if stem[-1] == "l" else stem
    if stem.endswith(("at", "iz", "is", "uc", "v", "g", "s", "u", "rc", "nc", "dg", "ur", "ir")) and stem[-2:] != "ss":
        return stem + "e"
    return stem
