"""The words of rebuttals: how English denies what it points at or reports."""

from __future__ import annotations

import re

# An idea that is rejected is mostly a proposal.
_SAID = (
    r"(?:claims?|charges?|allegations?|accusations?|remarks?|suggestions?|reports?|assertions?|notion|insinuations?"
    r"|characteri[sz]ations?|descriptions?|version|account|statements?|rumou?rs?|comments?|words?|story|criticism)"
)
_POINTING = r"(?:the|that|this|those|these|such|his|her|their)"
_WHOLLY = (
    r"(?:(?:entirely|simply|just|plainly|completely|totally|flatly|patently|categorically|absolutely|demonstrably)\s+)?"
)
# What is no more than said to be wrong or ridiculous is judged, not denied.
_FALSE = (
    rf"{_WHOLLY}(?:not\s+true|untrue|false|a\s+(?:complete\s+|total\s+|flat\s+)?(?:lie|fabrication|myth|hoax)|lies"
    r"|(?:completely|factually|simply|totally)\s+wrong|incorrect|inaccurate|not\s+(?:really\s+)?(?:accurate|the\s+case)"
    r"|nonsense|rubbish|baseless|unfounded|groundless|bogus|fiction|fabricated|made[\s-]up"
    r"|without\s+(?:merit|foundation|basis)"
    r"|based\s+on\s+(?:(?:little|nothing)\s+(?:but|more\s+than)\s+|sheer\s+|pure\s+|mere\s+)?(?:ignorance|lies"
    r"|falsehoods?|hearsay|fabrications?|forger(?:y|ies)|a\s+misunderstanding)(?:\s+of\s+the\s+(?:facts|matter|case))?)"
)
_DENIES = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing)"
    r"|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|push(?:es|ed|ing)?\s+back\s+(?:on|against)|took\s+issue\s+with)"
)
# What is played down is told, not proposed.
_PLAYS_DOWN = r"(?:play|wav|brush|laugh|scoff|knock|shoot|shot|bat)\w*\s+(?:down|away|off|aside|at)"
_TOLD = r"(?:claims?|charges?|allegations?|accusations?|remarks?|suggestions?|reports?|rumou?rs?|criticism|account)"
_NOT_OF = r"(?!\s+(?:that|of|about|lines?)\b)"
# "That" in "something that is false" points nowhere.
_IT = (
    r"(?:(?<![\w,]\s)[Tt]hat|(?:(?<=and\s)|(?<=but\s)|(?<=say\s)|(?<=said\s)|(?<=says\s)|(?<=think\s)|(?<=reveal\s)"
    r"|(?<=show\s)|(?<=insist\s)|(?<=,\s))that|[Tt]his|[Ii]t)"
)

POINTS = re.compile(
    rf"\b{_DENIES}\s+{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?({_SAID}){_NOT_OF}"
    rf"|\b{_PLAYS_DOWN}\s+{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?({_TOLD}){_NOT_OF}"
    rf"|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|disput(?:es|ed)|refut(?:es|ed))\s+(?:that|this|it)(?:[.,;]|\s+(?:and|but)\b)"
    rf"|\b(?:deemed|called|found|rated|branded|labell?ed|declared|ruled)\s+{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?"
    rf"({_SAID})\s+\W?{_FALSE}\b"
    rf"|\b(?:{_IT}|{_POINTING}\s+(?:[\w-]+\s+)?({_SAID}))(?:\s?['’]s|\s+(?:is|was|are|were))\s+\W?"
    rf"{_FALSE}(?=\s*(?:[^\w\s]|$)|\s+(?:and|but|because|as)\b)"
    rf"|\b{_IT}\s+never\s+happened\b"
    rf"|\bno\s+(?:\w+\s+)?(?:evidence|proof|basis|truth)\s+(?:(?:for|to|of|behind)|to\s+(?:support|back\s+up|substantiate))\s+"
    rf"{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?({_TOLD}|assertions?|theor(?:y|ies)){_NOT_OF}"
)
"""A denial that points back: its group, where there is one, is what it calls that which it denies."""

DENIER = re.compile(
    r"(?:But |Yet |And |Later,? |However, )?(?:[Tt]he |[A-Z]|[Hh]e |[Ss]he |[Ii]t |[Tt]hey )[^.;:?!\"“”]{0,120}?"
    rf"\b{_DENIES}\b"
)
"""Somebody denies, in a sentence of the text's own voice."""
CHARGE = re.compile(r"(?:charge|accusation|allegation|claim|account|version|stor)", re.IGNORECASE)
"""What may be told without anybody who says it."""

DID_NOT = re.compile(
    r"\W*(?:that\s+)?(?:[\w.’'-]+\s+){1,3}(?:do|does|did|has|have|had|is|are|was|were|will|would|could|can)"
    r"(?:\s+not|n['’]t|\s+never|\s+no\s+such\s+thing)\W*"
)
"""A clause that leaves out what it denies, and the speaker before it said ("that they had not")."""
NOT_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bneither|\bnor|\bwithout|\bif|\bwhether|\b(?:refus|declin|fail)\w+\s+to)\s+(?:[\w'’]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a word of denial: nobody denies."""
CALLED_FALSE = re.compile(rf"(?:\b(?:is|was|are|were)|n['’]t|['’]s)\s+(?:{_FALSE}|true)\b", re.IGNORECASE)

# For each noun of saying that is more than "remarks": what such a saying is told with.
_TOLD_WITH = tuple(
    (re.compile(noun, re.IGNORECASE), re.compile(rf"\b(?:{cues})", re.IGNORECASE))
    for noun, cues in (
        (r"report", r"report|rumou?r"),
        (r"claim|assert", r"claim|assert|contend|maintain|insist|alleg|accus|charg"),
        (r"alleg|accus|charge", r"accus|charg|alleg|indict"),
        (r"suggest|insinuat", r"suggest|impl[iy]|hint|insinuat"),
        (r"charact|descri", r"describ|call|character|portray|depict|brand|label"),
        (r"rumo", r"rumou?r|speculat"),
        (r"account|version|story", r"report|recount|describ|recall|testif|account"),
    )
)


def told_with(noun: str) -> re.Pattern[str] | None:
    """What a saying is told with that a denial calls by this noun; None where it could be any.

    >>> told_with("allegations").search("prosecutors alleged").group()
    'alleg'
    """
    return next((cues for kind, cues in _TOLD_WITH if kind.match(noun)), None)


REPORT = re.compile(r"report|rumou?r", re.IGNORECASE)
_PUBLIC = r"(?:us|you|people|everyone|voters|readers|the\s+public|the\s+world)"
OF_OTHERS = re.compile(
    r"\bma(?:ke|kes|de|king)\s+it\s+(?:look|seem|sound|appear)\b"
    rf"|\bhave\s+{_PUBLIC}\s+believe\b|\bwant(?:s|ed)?\s+{_PUBLIC}\s+to\s+(?:believe|think)\b"
    r"|(?<!\bI\s)(?<!\b[Ww]e\s)\b(?:claim|alleg|suggest|impl|pretend|insinuat)(?:e|es|s|ed|ing|ies|ied|y|ying)?\b"
    r"|\b(?:they|people|some|others|critics|opponents|somebody|someone|everybody|everyone|media|press)\s+(?:\w+\s+)?"
    r"(?:say|says|said|think)\b"
    r"|\b(?:idea|notion|myth|claim|suggestion|allegation|rumou?r|story|perception)s?\s+(?:is\s+)?that\b",
    re.IGNORECASE,
)
"""What in somebody's own words passes on what others say, or want to be believed."""

CONTRARY = re.compile(
    r"\b(?:(?P<sure>contrary\s+to)|despite|notwithstanding|in\s+spite\s+of)\s+(?:[\w'’.-]+\s+){0,5}?"
    r"(?:claim|report|suggest|assert|alleg|accus|rumo|stor(?:y|ies)|statement|belie|sa(?:id|y))\w*",
    re.IGNORECASE,
)
"""What sets the clause around it against what it reports: surely, or (`despite`) if the two clash."""

IN_FACT = re.compile(r"(?:In\s+(?:actual\s+)?fact|In\s+reality|In\s+truth|Actually|The\s+(?:truth|reality)\s+is)\b")
AT_A_DISTANCE = re.compile(
    r"\b(?:claim|suggest|insist|portray|describ|depict|paint|boast|impl[iy]|maintain|contend|pretend|accus|alleg|argu)",
    re.IGNORECASE,
)
"""Verbs that a text uses of what it does not make its own."""

DESCRIBED_AS = re.compile(
    r"\b(?:describ|portray|depict|paint|denounc|condemn|brand|label)\w*\b[^.;]{1,80}?\bas\b", re.IGNORECASE
)
SAYING = re.compile(r",\s+(?:saying|adding|arguing|insisting|noting|stating)\W*$")
"""What ends a clause that goes on to report the words of him whom it tells of."""
HIS = re.compile(r"\b(?:his|her|their|its|\w+['’]s)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
PLEADS = re.compile(
    r"\b(?:is|am|are|was|were|['’](?:m|s|re))\s+(?:not\s+guilty|innocent)\b(?!\s+(?:of|until|people|civilian|bystander))"
    r"|\b(?:did|(?:has|have|had|['’](?:ve|s|d))\s+done)\s+nothing\s+(?:wrong|illegal|improper|unlawful)\b"
    r"|\bcommitted\s+no\s+(?:crime|offen[cs]e)s?\b|\bplead(?:s|ed|ing)?\s+(?:not\s+guilty|innocent)\b"
    r"|\b(?:maintain|protest|insist)\w*\s+(?:on\s+)?(?:his|her|their)\s+innocence\b"
    r"|\bden(?:y|ies|ied|ying)\s+(?:any\s+|all\s+)?(?:wrongdoing|involvement)\b"
    r"|\bden(?:y|ies|ied|ying)\s+(?:(?:all|any|the|these|those|his|her|their)\s+)?(?:charges?|allegations?|accusations?)\b"
    r"(?!\s+(?:that|of)\b)",
    re.IGNORECASE,
)
"""A plea of who is accused, without a word of what."""

ACCUSES = re.compile(
    r"\baccus(?:ed|es|ing)\b(?:\s+\S+){0,5}?\s+of\b|\bcharg(?:ed|ing)\s+(?:\S+\s+){0,4}?with\b|\bcharges\s+of\b"
    r"|\bindicted\b|\bsuspected\s+of\b|\balleged(?:ly)?\b|\bon\s+suspicion\s+of\b",
    re.IGNORECASE,
)
