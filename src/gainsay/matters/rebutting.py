"""The words of rebuttals: how English denies what it points at or reports."""

from __future__ import annotations

import re

_SAID = (
    r"(?:claims?|charges?|allegations?|accusations?|remarks?|suggestions?|reports?|assertions?|idea|notion|insinuations?"
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
    r"|without\s+(?:merit|foundation|basis))"
)
_DENIES = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing)"
    r"|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|contradict(?:s|ed|ing)?|push(?:es|ed|ing)?\s+back\s+(?:on|against)"
    r"|(?:play|wav|brush|laugh|scoff|knock|shoot|shot|bat)\w*\s+(?:down|away|off|aside|at)|took\s+issue\s+with)"
)

POINTS = re.compile(
    rf"\b{_DENIES}\s+{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?({_SAID})(?!\s+(?:that|of|about)\b)"
    rf"|\bden(?:y|ies|ied|ying)\s+(?:that|this|it)(?:[.,;]|\s+(?:and|but)\b)"
    rf"|\b(?:deemed|called|found|rated|branded|labell?ed|declared|ruled)\s+{_POINTING}\s+(?:[\w-]+\s+){{0,2}}?"
    rf"({_SAID})\s+\W?{_FALSE}\b"
    rf"|\b(?:[Tt]hat|[Tt]his|[Ii]t|{_POINTING}\s+(?:[\w-]+\s+)?({_SAID}))(?:\s?['’]s|\s+(?:is|was|are|were))\s+\W?"
    rf"{_FALSE}(?=\s*(?:[^\w\s]|$)|\s+(?:and|but|because|as)\b)"
    rf"|\b[Tt]hat\s+(?:never|did\s+not|didn['’]t)\s+happen(?:ed)?\b"
)
"""A denial that points back: its group, where there is one, is what it calls that which it denies."""

# For each noun of saying that is more than "remarks": what such a saying is told with.
_TOLD_WITH = tuple(
    (re.compile(noun, re.IGNORECASE), re.compile(rf"\b(?:{cues})", re.IGNORECASE))
    for noun, cues in (
        (r"report", r"report"),
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
HIS = re.compile(r"\b(?:his|her|their|its|\w+['’]s)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
