"""Who is accused in a clause, and who pleads to an accusation: "was charged with arson", "has denied the charges".

A plea mostly shares no word with what it answers. What the two share is the person; the words around the verb tell who
that is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gainsay.annotations.mentions import Mention
from gainsay.matters.clauses.rebutting import NOT_DENIED
from gainsay.spans import Span
from gainsay.statements.making import Located

LONGEST = 1000
BEFORE = 40
"""Characters before a clause in which the charges stand that it denies ("the charges, | which Lind denies")."""

_CHARGES = (
    r"(?:wrong-?doing|misconduct|impropriet(?:y|ies)|charges?|allegations?|accusations?|claims?|involvement"
    r"|responsibility|guilt|complicity|culpability|liability)"
)
_ADVERBS = r"(?:(?:\w+ly|again|also|always|since|continu\w+\s+to)\s+)*"
_DENY = r"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing))"
_ALL = r"(?:(?:all|any|the|these|those|such|his|her|their|every|both|most|knowledge|of|and)\s+){0,4}"
_FALSE = (
    r"(?:false|untrue|baseless|unfounded|groundless|bogus|fabricated|fictitious|lies|a\s+lie|without\s+merit|meritless)"
)
_NO_CRIME = (
    r"(?:is|am|are|was|were|['’](?:m|s|re))\s+(?:not\s+guilty|innocent)\b(?!\s+(?:of|until|people|civilian|bystander)\b)"
    r"|(?:did|(?:has|have|had|['’](?:ve|s|d))\s+done)\s+nothing\s+(?:wrong|illegal|improper|unlawful)\b"
    r"|committed\s+no\s+(?:crime|offen[cs]e|wrong)s?\b"
)

# Who pleads stands before these.
_PLEADS = re.compile(
    r"\bplead(?:s|ed|ing)?\s+(?:not[\s-]+guilty|innocen\w+)"
    r"|\b(?:maintain|protest|assert|proclaim|profess|declar|insist)\w*\s+(?:on\s+)?(?:his|her|their|its)\s+innocence\b"
    rf"|\b{_DENY}\s+(?:{_ALL}(?:\w+\s+)?{_CHARGES}|doing\s+anything\s+(?:wrong|illegal|improper))\b"
    r"(?!\s+(?:that|of\s+(?!wrongdoing|misconduct|impropriety)|for|to)\b)"
    rf"|\b(?:call|dismiss|describ|brand|reject)\w*\s+(?:the|these|those|all|such)\s+(?:\w+\s+)?"
    rf"(?:charges?|allegations?|accusations?)\s+(?:as\s+)?(?:\w+ly\s+)?\W?{_FALSE}\b"
    rf"|(?:\b|(?=['’])){_NO_CRIME}",
    re.IGNORECASE,
)
# "The allegations, which Lind has repeatedly denied".
_WHICH_DENIED = re.compile(
    rf"\b{_CHARGES}\b,?\s+(?:(?:all\s+of\s+)?which\s+|that\s+)?(?P<who>(?:[\w.'’-]+\s+){{1,4}}?)"
    rf"(?:(?:has|have|had)\s+)?{_ADVERBS}{_DENY}\b",
    re.IGNORECASE,
)
# Who is cleared stands after these, or, in the passive, before.
_CLEARED = re.compile(
    r"\b(?P<passive>(?:was|were|been|be|is|are)\s+(?:\w+ly\s+)?)?(?:clear(?:ed|s|ing)|exonerat(?:ed|es|ing)"
    r"|acquit(?:ted|s|ting)|absolv(?:ed|es|ing))\b(?P<who>(?:\s+[\w.'’-]+){0,5}?)\s+(?:of|on)\s+"
    rf"(?:(?:any|all|the|both|criminal|every|most)\s+)*(?:\w+\s+)?{_CHARGES}\b",
    re.IGNORECASE,
)
# The content of a denial whose cue stands outside of the clause: "denied | any wrongdoing".
_CONTENT = re.compile(rf"\W*{_ALL}(?:\w+\s+)?{_CHARGES}\W*(?:$|\band\b|\bbut\b)", re.IGNORECASE)
# Who is accused stands between the verb and "of", or after "against"; else before.
_ACCUSED = re.compile(
    r"\baccus(?:ed|es|ing|e)\b(?P<who>(?:\s+\S+){0,6}?)\s+of\b"
    r"|\b(?:allegations?|accusations?|charges?)\s+(?:of\s+(?:[\w'’-]+\s+){1,4}?)?against(?P<whom>(?:\s+\S+){1,5})"
    r"|\bcharged\s+(?:\S+\s+){0,3}?with\b|(?<!\bin\s)\bcharges?\s+of\b|\bindicted\b|\b(?:allegations?|accusations?)\s+of\b"
    r"|\b(?:is|was|were|are|been)\s+(?:suspected\s+of|alleged\s+to)\b|\balleged(?:ly)?\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\b[\w-]+\s+(?:allegations|accusations)\b", re.IGNORECASE)
_BRINGS_CHARGES = re.compile(r"\b(?:accus|alleg)", re.IGNORECASE)
# Before a plea or an accusation: it is only possible, wanted or to come.
_NOT_SO = re.compile(
    r"\b(?:could|(?-i:may)|might|would|will|should|must|can|if|whether|unless|(?<!continued )(?<!continues )to|how"
    r"|want\w*|chance|possib\w+)\s+(?:[\w'’]+\s+){0,2}$",
    re.I,
)
_AND = re.compile(r"\band\s+(?:\w+\s+)?$")
# Without one of these a clause tells of neither: asked first, since most clauses have none.
_TELLTALE = re.compile(
    r"accus|alleg|charge|indict|suspect|complain|lawsuit|plead|innocen|guilt|den[yi]|disput|reject|refut|dismiss|nothing"
    r"|clear|exonerat|acquit|absolv|committed no|call|brand|describ",
    re.IGNORECASE,
)
_PERSONS = frozenset({"person", "organisation", "group"})


class Pleading(NamedTuple):
    """Who is accused (a referent), and whether the clause pleads to an accusation instead of bringing it."""

    accused: str
    pleads: bool


class Pleadings:
    """Asks of one clause of a document after another who is accused in it, or pleads."""

    def __init__(self, text: str, mentions: Located[Mention], referent_of: Mapping[str, str]) -> None:
        self._text = text
        self._mentions = mentions
        self._referent_of = referent_of

    def of(self, span: Span, cue: Sequence[Span], denies: bool, holder: str | None) -> Pleading | None:
        """What a clause tells of an accusation, or None.

        `cue` are the words by which it is reported, `denies` says whether they deny, `holder` is who says it.
        """
        span = Span(span.start, min(span.end, span.start + LONGEST))
        if not cue and not denies and _TELLTALE.search(self._text, *span) is None:
            return None
        who = self._pleads(span, denies, holder)
        if who is not None:
            return Pleading(who, pleads=True)
        who = self._accused(span, cue)
        return Pleading(who, pleads=False) if who is not None and who != holder else None

    def _pleads(self, span: Span, denies: bool, holder: str | None) -> str | None:
        if denies and _CONTENT.match(self._text, *span):
            return holder
        for pattern in (_PLEADS, _WHICH_DENIED, _CLEARED):
            start = max(0, span.start - BEFORE) if pattern is _WHICH_DENIED else span.start
            found = pattern.search(self._text, start, span.end)
            if found is not None and found.end() <= span.start:
                found = None
            if (
                found is None
                or self._is_taken_back(span, found.start())
                or _NOT_SO.search(self._text, span.start, found.start())
            ):
                continue
            if pattern is _PLEADS:
                return self._subject(Span(span.start, found.start())) or holder
            if pattern is _CLEARED and found["passive"]:
                return self._subject(Span(span.start, found.start()))
            return self._first(Span(*found.span("who")))
        return None

    def _is_taken_back(self, span: Span, place: int) -> bool:
        return NOT_DENIED.search(self._text, span.start, place) is not None

    def _accused(self, span: Span, cue: Sequence[Span]) -> str | None:
        found = _ACCUSED.search(self._text, *span) or _OF_WHAT.search(self._text, *span)
        if found is None:
            told = any(_BRINGS_CHARGES.match(self._text, *c) for c in cue)
            return self._first(span) if told else None
        if self._is_taken_back(span, found.start()):
            return None
        for group in ("who", "whom") if found.re is _ACCUSED else ():
            named = found[group] and not found[group].startswith(" by ") and self._first(Span(*found.span(group)))
            if named:
                return named
        return self._subject(Span(span.start, found.start()))

    def _subject(self, span: Span) -> str | None:
        """Whom the words before a verb name last, were it not in passing ("Hale's lawyer, Ana Lindqvist, denied …").

        Of several joined by "and" it is the first.
        """
        named = self._persons(span)
        if len(named) > 1 and _AND.search(self._text, named[0].span.end, named[-1].span.start):
            return self._referent_of[named[0].id]
        while len(named) > 1 and self._text.startswith(",", named[-1].span.end):
            named.pop()
        return self._referent_of[named[-1].id] if named else None

    def _first(self, span: Span) -> str | None:
        return next((self._referent_of[m.id] for m in self._persons(span)), None)

    def _persons(self, span: Span) -> list[Mention]:
        """The persons named; where there are none, the bodies."""
        named = [m for m in self._mentions.within(span) if m.type in _PERSONS]
        return [m for m in named if m.type == "person"] or named
