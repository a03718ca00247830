"""Where and when a figure holds: the place and the period that its clause names."""

from __future__ import annotations

import re

from gainsay.annotations.figures.lexicon import MONTHS
from gainsay.spans import Span

# Beyond this a phrase belongs to another part of the sentence.
_REACH = 90

_CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*\w"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:of|de|du|la|upon)\s(?:the\s)?)?{_CAPITAL}){{0,4}}"
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Tt]hroughout|[Oo]utside|[Aa]round|[Ww]ithin)\s(?P<place>(?:the\s)?{_NAME})"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = (
    rf"(?:the\s)?(?:(?:early|late|mid)[ -])?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?"
    rf"(?:(?:{_MONTH})(?:\s\d{{1,2}},)?\s)?(?:1[2-9]|20)\d\d(?:s|[–-]\d{{2,4}})?\b"
)
_LOOSE = (
    rf"(?:\d{{1,2}}\s)?(?:{_MONTH})(?:\s\d{{1,2}}\b)?|(?:that|this|the same|last|"
    r"the (?:following|previous|next|first|last))\s"
    r"(?:year|month|week|day|night|morning|summer|winter|spring|autumn|decade|half of the year)"
)
# "60 patients a day", "Every year 300 children": so many in each.
_RATE = r"(?:a|an|per|each|every)\s(?:day|night|week|month|year|season|hour)|daily|weekly|monthly|annually|yearly"
_PERIOD = re.compile(
    rf"\b(?P<rate>(?i:{_RATE}))\b|\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Bb]etween|[Ff]rom|[Oo]n|[Uu]ntil|[Oo]ver"
    rf"|[Ii]n the course of)\s(?P<period>(?:{_DATED})(?:\s(?:and|to|until)\s(?:{_DATED}))?|{_LOOSE})"
)
# Where another part of the sentence begins: ", on 3 May, the court …" with a day of its own, another number, a
# comparison.
_BREAK = re.compile(
    r",\s(?:on|in|at|by)\s[^,;.]{2,20}(?:,\s\d{4})?,\s(?:the|an?|he|she|it|they|[A-Z])"
    r"|\b(?:and|but|while)\s(?:[a-z]+\s)?(?!\d{4}\b)\d|\b(?:compared (?:with|to)|up from|down from|against)\s"
    r"|[;:.]\s|[“”\"]|\s[–—]\s"
)


def find_scope(text: str, figure: Span, after: int, clause: Span) -> tuple[Span | None, Span | None]:
    """The place and the period of a figure: named behind what it counts, or at the head of its sentence.

    `after` is where the counted phrase ends.

    >>> text = "In Port Adair 14 men were killed in May 1911."
    >>> [span.of(text) for span in find_scope(text, Span(14, 16), 20, Span(0, 45)) if span]
    ['Port Adair', 'May 1911']
    """
    stop = min(clause.end, after + _REACH)
    if broken := _BREAK.search(text, after, stop):
        stop = broken.start()
    head = min(figure.start, clause.start + _REACH)
    windows = ((after, stop), (clause.start, head))
    return _first(_PLACE, "place", text, windows), _first(_PERIOD, "period", text, windows)


def _first(pattern: re.Pattern[str], name: str, text: str, windows: tuple[tuple[int, int], ...]) -> Span | None:
    for start, stop in windows:
        for found in pattern.finditer(text, start, stop):
            span = Span(*found.span("rate" if name == "period" and found["rate"] else name))
            if name != "place" or span.of(text).split()[0].lower() not in MONTHS:
                return span
    return None
