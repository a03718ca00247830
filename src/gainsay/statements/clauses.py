"""Cutting a sentence into the clauses that carry its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.spans import Span

# Where a new independent clause may begin. What follows must look like one (see `_STARTS`), and so must what precedes.
_BREAK = re.compile(
    r";\s+|\s[—–]\s|,?\s(?:and|but|while|whereas|although|though|yet)\s|,\s(?=(?:he|she|it|they|we|I|you)\s)"
)

# A subject and a finite verb within the first few words: a pronoun, or a noun phrase of up to five words.
_FINITE = (
    r"(?:is|are|was|were|am|has|have|had|will|would|can|could|shall|should|may|might|must|did|does|do|said|says|"
    r"[a-z]{2,}ed|went|came|took|made|gave|found|held|kept|left|lost|met|rose|fell|ran|sent|stood|told|began|became|"
    r"broke|brought|built|bought|caught|chose|cut|drew|drove|fled|fought|forced|grew|hid|hung|knew|laid|lay|led|paid|put|"
    r"read|rode|sang|sank|saw|set|shook|shot|sold|spent|spoke|stole|struck|swept|swore|thought|threw|won|wore|wrote)"
)
_STARTS = re.compile(
    rf"(?:(?:there|it|this|that|he|she|they|we|I|you|who|nobody|nothing)(?:'s|’s|\s+(?:\w+\s+)?{_FINITE})\b"
    rf"|(?:the|a|an|his|her|its|their|our|my|some|many|most|all|no|[A-Z]\w+|\d[\d,]*)\s+(?:[\w'’-]+\s+){{0,4}}{_FINITE}\b)"
)
_HAS_VERB = re.compile(rf"\b{_FINITE}\b|n['’]t\b|\w['’](?:d|ll|re|ve|m)\b")
_WORD = re.compile(r"\w+")

FEWEST_WORDS = 4
"""A clause shorter than this stays with its neighbour: it rarely carries a claim that stands alone."""

REACH = 200
"""How many characters before and after a break are looked at."""


def clauses(text: str, span: Span) -> Iterator[Span]:
    """The independent clauses of a sentence (or part of one), in order, trimmed; together they cover its words.

    >>> sentence = "Forty men were held, and the council had nothing to say about the matter."
    >>> [c.of(sentence) for c in clauses(sentence, Span(0, len(sentence)))]
    ['Forty men were held', 'the council had nothing to say about the matter.']
    """
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        if match.start() < start:
            continue
        before, after = Span(start, match.start()), Span(match.end(), span.end)
        if not _joins_names(text, match) and _is_clause(text, before) and _begins_clause(text, after):
            yield before.trim(text)
            start = match.end()
    yield Span(start, span.end).trim(text)


def has_verb(text: str, span: Span) -> bool:
    """Whether there is a finite verb in `span`, as far as its form tells.

    >>> has_verb("any collusion", Span(0, 13)), has_verb("there was collusion", Span(0, 19))
    (False, True)
    """
    return _HAS_VERB.search(text, span.start, span.end) is not None


def _joins_names(text: str, joint: re.Match[str]) -> bool:
    """Whether "and" stands between two names ("North and South Korea had talked")."""
    if joint.group().strip() != "and":
        return False
    before = text[max(0, joint.start() - 30) : joint.start()].split()
    return bool(before) and before[-1][:1].isupper() and text[joint.end() : joint.end() + 1].isupper()


def _is_clause(text: str, span: Span) -> bool:
    # What stands right before the break decides; the bound keeps a line without end from being scanned at every comma.
    start = max(span.start, span.end - REACH)
    return len(_WORD.findall(text, start, span.end)) >= FEWEST_WORDS and has_verb(text, Span(start, span.end))


def _begins_clause(text: str, span: Span) -> bool:
    end = min(span.end, span.start + REACH)
    return (
        _STARTS.match(text, span.start, end) is not None and len(_WORD.findall(text, span.start, end)) >= FEWEST_WORDS
    )
