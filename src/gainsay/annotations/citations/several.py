"""Notes with several references ("…; see also …; but cf. …"): where each stands and what it is given for."""

from __future__ import annotations

import re

from gainsay.annotations.citations.citation import Function
from gainsay.annotations.citations.publication_dates import find_dates
from gainsay.spans import Span

_CONTRAST = re.compile(
    r"\W*(?:but|contra|pace|yet|however|although|"
    r"for (?:a|an|the) (?:different|opposing|contrary|other|opposite|dissenting|critical) \w+|"
    r"on the contrary|against (?:this|which)|contrast|disputed (?:by|in)|denied (?:by|in)|differently)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\W*(?:(?:also )?see|cf\b|compare|e\.\s?g|for example|similarly|more generally|on this|"
    r"for (?:a|an|the|more|further)\b|further|also)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r";\s+(?=(?:and\s|also\s|but\s|see\s|cf\.|compare\s|contra\s|pace\s|however\s|yet\s|e\.\s?g\.|for\s)|[A-ZÀ-Þ“\"‘«])|"
    r"(?<=[.\d)])\s+(?=(?:But see|But cf\.|See also|See, however|Cf\.|Compare|Contra:?|For a different|Contrast)\s)|"
    r"(?<=[.\d)”\"])[,;]?\s+(?=(?:as )?(?:quoted|cited|reprinted|reproduced) (?:in|by)\s)"
)
_OPEN, _CLOSED = "([", ")]"
_NUMBER = re.compile(r"\d")
# Between two references stands more than this; shorter pieces are initials or page numbers.
_SHORTEST = 8


def function_of(words: str) -> Function:
    """What a reference is given for, by the words that lead to it.

    >>> [function_of(w) for w in ("Moe, Docks, p. 3", "see also Moe, Docks", "but cf. Moe, Docks")]
    ['supports', 'mentions', 'contrasts']
    """
    if _CONTRAST.match(words):
        return "contrasts"
    return "mentions" if _MENTION.match(words) else "supports"


def references_in(text: str, note: Span) -> list[Span]:
    """The references of a note; one that has no second is all of it."""
    spans: list[Span] = []
    start, depth, at = note.start, 0, note.start
    for found in _PARTED.finditer(text, *note):
        depth += sum(text.count(c, at, found.start()) for c in _OPEN)
        depth -= sum(text.count(c, at, found.start()) for c in _CLOSED)
        at = found.start()
        piece = Span(start, found.start())
        if depth <= 0 and _is_reference(piece.of(text)) and _is_reference(text[found.end() : note.end]):
            spans.append(piece.trim(text))
            start = found.end()
    return [*spans, Span(start, note.end).trim(text)] if spans else [note]


def _is_reference(words: str) -> bool:
    """Whether words may name a work: a name and a number or a date, not a remark."""
    return (
        len(words) >= _SHORTEST
        and any(c.isupper() for c in words[:40])
        and bool(_NUMBER.search(words) or find_dates(words))
    )
