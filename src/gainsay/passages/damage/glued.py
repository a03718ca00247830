"""Words and sentences run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_GLUED = re.compile(
    # "outlawed .They", "gone .He"
    r"[a-z]{2,30} [.,;!?](?P<a>[A-Z])[a-z]"
    # "came.They"; a domain or a file name has no vowel-less word of two letters after it, nor a capital as a rule
    r"|(?<![\w./@-])[a-z]{3,30}[.!?](?P<b>[A-Z])[a-z]{2,30}(?![\w.@/])"
    # "gone.”He"
    r"|[a-z][.!?,][”\"](?P<c>[A-Z])[a-z]"
    # "busyOnce": a capital inside a word that begins small
    r"|(?<![\w./@#-])[a-z]{4,30}(?P<d>[A-Z])[a-z]{3,30}(?![\w.@/])"
)

# What each of them holds: most passages have none, and to find that out is quick.
_JOINT = re.compile(r"[A-Z](?<=[a-z.,;:!?”\"].)")


def find_glued(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Places where a space is missing between two words."""
    for passage in passages:
        if passage.kind == "boilerplate" or not _JOINT.search(text, *passage.span):
            continue
        for match in _GLUED.finditer(text, passage.span.start, passage.span.end):
            yield Damage(_words(text, match), "glued", "a space is missing")


def _words(text: str, match: re.Match[str]) -> Span:
    """The two words, whole."""
    start, end = match.span()
    while end < len(text) and text[end].isalpha() and end - start < 80:
        end += 1
    while start > 0 and text[start - 1].isalpha() and end - start < 80:
        start -= 1
    return Span(start, end)
