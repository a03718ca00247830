"""The wording of a clause, taken apart once for all the pairs it stands in: words, names, notions, numbers, times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gainsay.matters.clauses.notions import Pole, poles
from gainsay.matters.clauses.quantities import DIGITS, NUMBERS, ORDINALS, Quantity, quantities
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem, weight

LONGEST = 1500
"""Characters of a clause that are looked at: beyond that it is no clause, and comparing would take its square."""

MOST_TERMS = 40
DENIED_REACH = 6
"""Words after a negation that it may bear on."""

_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:[’'][^\W\d_]+)?")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april june july august september october november december".split())
_BEFORE_PLACES = frozenset("in at near from to of outside".split())

# Words that say how a clause is meant: what is only planned, held possible or reported is not yet a fact; a part is
# not the whole; and what is praised or blamed is judged.
MANNERS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "negated": "not no never nobody nothing none neither nor without cannot untrue unfounded hardly barely",
        "denying": "deny denied denies denying denial reject rejected rejects refute refuted dispute disputed disputes "
        "dismissed dismiss contradict contradicted contradicts rebut insisted insists disavow unfounded untrue",
        "accusing": "accuse accused accuses allege alleged alleges allegedly allegation allegations charge charged "
        "charges suspect suspected blame blamed claims claim claimed",
        "attempted": "attempt attempted try tried tries trying effort bid fail failed fails sought seek seeks",
        "future": "will would shall going expected plan plans planned due scheduled intend intends may might could "
        "tomorrow next likely hope hopes wants want expects set propose proposed",
        "uncertain": "may might could perhaps possibly probably apparently reportedly allegedly supposedly likely "
        "believed thought appears appeared seems seemed suggests suggested estimated if whether suspect suspected",
        "reported": "said says told tell tells according reported reports report announced announces confirmed "
        "spokesman spokeswoman statement stated",
        "causal": "because cause caused causes due reason result resulted led blamed after from why following over",
        "bounded": "more than over least up nearly almost about around some approximately roughly under less fewer "
        "most close",
        "partial": "another other others including include includes among remaining rest additional further each some "
        "part half both one",
        "superlative": "most best worst first last largest biggest highest greatest only ever youngest oldest longest",
        "ranked": "first second third fourth fifth sixth seventh eighth ninth tenth",
        "judging": "great best worst good bad terrible wonderful excellent important significant difficult hard easy "
        "serious proud happy disappointed shock shocked shocking sad tragic hero brilliant amazing perfect disaster "
        "failed failure success deserve",
        "opining": "think thinks believe believes feel feels opinion should must need i we my our",
        "whole": "total all altogether overall combined whole entire every",
        "present": "now currently still today already yet",
        "pronoun": "he she him her his they who",
        "placed": "in at near outside inside on from to of",
        "aged": "old aged",
    }.items()
}
_NEGATIONS = MANNERS["negated"] | {"unable", "fail", "failed", "fails", "refuse", "refused", "refuses"}

# Set phrases of denial, of pleading, and of what such denials answer to.
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut|reject|disput|unfounded|untrue|debunk|contradict|contrary"
    r"|(?:is|are|was|were|as|totally|completely|simply) false"
    r"|(?:not |n['’]t )(?:true|accurate|right|correct|the case)|nothing to do"
    r"|dismiss(?:ed|es) (?:the|these|those|any|his|her|claims|reports|suggestions)"
    r"|no (?:evidence|truth|basis|role|connection|link|intention|plan))",
    re.IGNORECASE,
)
_PLEADING = re.compile(
    r"\bplead\w* (?:not|innocent)|\bnot[- ]guilty|\binnocence|\b(?:is|was|are|were|am) innocent"
    r"|\bclear\w* (?:his|her|my|their) name|\bframed",
    re.IGNORECASE,
)
_ACCUSING = re.compile(
    r"\b(?:accus|alleg|charg|blam|suspect|claim|according to (?:police|prosecutors)|guilty|convict|kill|murder|stab"
    r"|shot)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of one clause hold.

    `terms` are stems (names among them) with their weights, in text order; `notions` the poles of each stem; `denied`
    the stems after a negation; `ordinals`, `years`, `clock` as written.
    """

    length: int
    terms: Mapping[str, float]
    poles: frozenset[Pole]
    notions: Mapping[str, frozenset[Pole]]
    names: frozenset[str]
    places: frozenset[str]
    manners: frozenset[str]
    negated: bool
    denied: tuple[str, ...]
    denying: bool
    pleading: bool
    accusing: bool
    quantities: tuple[Quantity, ...]
    numbers: frozenset[float]
    ordinals: frozenset[str]
    years: frozenset[str]
    clock: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]


def wording(text: str) -> Wording:
    """Take a clause apart; the last few thousand are remembered.

    >>> sorted(wording("The mayor never left Marrow Bay on Friday").names)
    ['bay', 'marrow']
    """
    return _wording(text[:LONGEST])


@lru_cache(maxsize=8192)
def _wording(text: str) -> Wording:
    tokens = [(match.group().replace("’", "'"), match.start()) for match in _TOKEN.finditer(text)]
    words = [token.lower() for token, _ in tokens]
    stems = [_stem(word) for word in words]
    known = frozenset(words)
    digits = [word for word in words if word[0] in DIGITS]
    ordinals = {word for word in digits if word[-1].isalpha()} | {
        f"{ORDINALS[w]:.0f}th" for w in words if w in ORDINALS
    }
    years = {word for word in digits if word.isdigit() and 1500 <= int(word[:9]) <= 2100}
    clock = {word for word in digits if ":" in word}
    named = [at for at, (token, start) in enumerate(tokens) if stems[at] and start > 0 and token[0].isupper()]
    terms = dict.fromkeys([term for term in stems if term][:MOST_TERMS])
    notions = {stem(word.partition("'")[0]): poles(word.partition("'")[0]) for word in words if word[0] not in DIGITS}
    negations = [at for at, word in enumerate(words) if word in _NEGATIONS or word.endswith("n't")]
    manners = {name for name, listed in MANNERS.items() if known & listed}
    if any(word.endswith("n't") for word in words):
        manners.add("negated")
    return Wording(
        length=len(words),
        terms={term: weight(term) for term in terms},
        poles=frozenset(pole for stands in notions.values() for pole in stands),
        notions={term: notions.get(term, frozenset()) for term in terms},
        names=frozenset(stems[at] for at in named),
        places=frozenset(stems[at] for at in named if at and words[at - 1] in _BEFORE_PLACES),
        manners=frozenset(manners),
        negated=bool(negations),
        denied=tuple(t for at in negations[:4] for t in stems[at + 1 : at + 1 + DENIED_REACH] if t),
        denying=_DENYING.search(text) is not None,
        pleading=_PLEADING.search(text) is not None,
        accusing=_ACCUSING.search(text) is not None,
        quantities=quantities(text),
        numbers=_numbers(digits, ordinals | years | clock, words),
        ordinals=frozenset(ordinals),
        years=frozenset(years),
        clock=frozenset(clock),
        weekdays=WEEKDAYS & known,
        months=MONTHS & known,
    )


def _stem(word: str) -> str:
    """The stem of a content word; nothing for others, for numbers and for days and months."""
    if word[0] in DIGITS or word in WEEKDAYS or word in MONTHS or word in NUMBERS:
        return ""
    terms = content_terms(word, Span(0, len(word)))
    return terms[0] if terms else ""


def _numbers(digits: list[str], others: set[str], words: list[str]) -> frozenset[float]:
    plain = [word.replace(",", "") for word in digits if word not in others]
    written = {float(number) for number in plain if number.count(".") < 2 and number[-1] in DIGITS and len(number) < 16}
    return frozenset(written | {NUMBERS[word] for word in words if word in NUMBERS and word != "one"})
