"""What a figure counts where that stands before it: "the death toll rose to 58", "a crowd of 2,000"."""

from __future__ import annotations

import re

from gainsay.annotations.figures.counted import Counted, find_counted, is_person, singular
from gainsay.spans import Span

# Quantities that are said to be or to become so many; those of persons apart.
_OF_PERSONS = (
    "death toll|toll|population|crowd|attendance|membership|garrison|strength|casualties|losses|turnout|deaths|arrests"
)
_OF_THINGS = (
    "unemployment|inflation|output|production|circulation|debt|deficit|number|total|tally|count|exports|imports|wages"
    "|prices|temperature|majority|growth|birth rate|death rate|mortality|rate|budget|revenue|salary|capacity|budget"
)
_COLLECTIVES = (
    "crowd|mob|throng|force|garrison|crew|group|army|staff|population|audience|congregation|party|band|team|membership"
)
_BECAME = (
    r"(?:had |has |have |is |was |were |are )?(?:rose|risen|rise|rises|fell|fallen|falls|climbed|dropped|grew|grown"
    r"|shrank|stood|stands|stayed|remained|reached|came|doubled|trebled|increased|decreased|declined|amounted|swelled"
    r"|put|estimated|given|reckoned|set|was|were|is|are)"
)
# "is now usually given as", "has been put at".
_GIVEN = (
    r"(?:is|was|are|were|(?:has|have|had) been) "
    r"(?:(?:now|then|usually|generally|commonly|officially|later) ){0,2}(?:put|given|estimated|reckoned|set)"
)
_SUBJECT = re.compile(
    rf"\b(?P<what>(?:[a-z]+ ){{0,2}}?(?:{_OF_PERSONS}|{_OF_THINGS}))\b"
    rf"(?: (?:of|in|among|for|at) (?:the )?[\w’'-]+(?: [\w’'-]+)?)? {_BECAME}(?: only| now)?"
    r"(?:(?: from [\d,.]+)? to| from| at| by)?\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?P<what>population|attendance|turnout|membership|casualties|losses|death toll)(?: of)?,?\s+$", re.IGNORECASE
)
# "The number of casualties was put at 1,500": what is numbered counts.
_NUMBER_OF = re.compile(
    rf"\b(?:number|total|tally|count) of (?P<of>[^.;:,]{{3,60}}?) "
    rf"(?:{_BECAME}(?: to| at| by)?|{_GIVEN}(?: at| as)?)\s+$"
)
# "Officials put the number of dead at 14."
_PUT = re.compile(
    r"\b(?:puts?|sets?|estimated?|placed?|gave|gives?|reckon(?:ed|s)?) (?:the|its|their|that) "
    r"(?P<what>number|total|tally|death toll|toll)"
    r"(?:(?: of)? (?P<of>[^.;:,]{3,60}?))? (?:at|as)\s+$"
)
# "Those who marched came to four thousand."
_THOSE_WHO = re.compile(
    r"\b(?P<what>those|the people|people) (?:who|that) (?:had |have )?[a-z]+\b[^.;:]{0,70}? "
    r"(?:came to|numbered|totall?ed|amounted to)\s+$",
    re.IGNORECASE,
)
# Persons by what became of them: "those who died in the flood", "civilian dead", "people killed".
_DIED = re.compile(r"\b(?:who|that) (?:had |have )?(?:died|perished|drowned|lost their lives|were killed|fell)\b")
_FATE = re.compile(r"\b(?P<fate>dead|killed|wounded|injured|missing|arrested|detained)\W*$")
_THERE = re.compile(r"\b(?:present|attending|taking part|involved)\W*$|\b(?:those|people|persons) (?:who|that)\b")
_COLLECTIVE = re.compile(rf"\b(?P<what>{_COLLECTIVES}) of\s+$", re.IGNORECASE)
# "A poverty rate of at least 40%": the amount of something that has only one.
_AMOUNT = re.compile(
    r"\b(?P<what>(?:[a-z]+ ){0,2}?(?:rate|share|growth|increase|rise|decline|drop|fall|reduction|loss|margin|turnout"
    r"|level|average|speed|distance|height|depth|length|weight|temperature|fine|fee|ransom|reward|salary|wage|budget|deficit"
    r"|debt|price|cost|profit|income|tax|majority|interest)) of\s+$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?P<what>[a-z]{3,20})(?: that| which)?(?: (?:had|has|once|then|now|already)){0,2}"
    r" (?:numbered|totalled|totaled)\s+$"
)
_PERSONS = frozenset(singular(word.rpartition(" ")[2]) for word in f"{_OF_PERSONS}|{_COLLECTIVES}".split("|"))
_GATHERED = frozenset(_COLLECTIVES.split("|"))
# They only lead up to the noun.
_LEADING = re.compile(r"(?:(?:the|a|an|its|his|her|their|and|but|by|as|when|while|that|in|of|then)\s+)+", re.IGNORECASE)
_REACH, _FAR = 90, 140


def _numbered(text: str, of: Span) -> Counted | None:
    """What is numbered in "the number of …": a noun, or persons by what became of them."""
    phrase = of.of(text)
    if _DIED.search(phrase):
        return Counted(of, "dead", of.end, True)
    if fate := _FATE.search(phrase):
        return Counted(of, fate["fate"], of.end, True)
    if _THERE.search(phrase):
        return Counted(of, "person", of.end, True)
    return find_counted(text, of.start - 1, of.end, one=False)


def numbered_before(text: str, figure: int, start: int) -> Counted | None:
    """What a figure at `figure` is the number of: "the number of dead was put at", "those who marched came to"."""
    before = max(start, figure - _REACH)
    for pattern in (_NUMBER_OF, _PUT):
        if (numbered := pattern.search(text, before, figure)) and numbered["of"]:
            return _numbered(text, Span(*numbered.span("of")))
    if those := _THOSE_WHO.search(text, max(start, figure - _FAR), figure):
        return Counted(Span(*those.span("what")), "person", those.end("what"), True)
    return None


def counted_before(text: str, figure: int, start: int) -> Counted | None:
    """The noun of quantity whose amount a figure at `figure` gives, in the clause that begins at `start`."""
    if numbered := numbered_before(text, figure, start):
        return numbered
    before = max(start, figure - _REACH)
    found = next(
        (
            m
            for p in (_SUBJECT, _PUT, _BESIDE, _COLLECTIVE, _AMOUNT, _NUMBERED)
            if (m := p.search(text, before, figure))
        ),
        None,
    )
    if found is None:
        return None
    begin, end = found.span("what")
    if lead := _LEADING.match(text, begin, end):
        begin = lead.end()
    head = singular(text[begin:end].rpartition(" ")[2])
    person = head in _PERSONS or (found.re is _NUMBERED and is_person(text[begin:end]))
    return Counted(Span(begin, end), head, end, person) if begin < end else None


def is_collective(head: str | None) -> bool:
    """Whether a head stands for many persons at once: a crowd, a garrison."""
    return head in _GATHERED
