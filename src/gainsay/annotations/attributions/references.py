"""Note markers and references right after a quotation."""

from __future__ import annotations

import re

from gainsay.spans import Span

_NOTE = re.compile(
    r"[ .,;]{0,3}(?:\[(?:\d{1,4}|[ivxlc]{1,7}|\*{1,3})|[¹²³⁰⁴-⁹]|\d{1,3}(?=\s|$)|\((?:\d{1,3}|[ivx]{1,5}|\*)\))"
)
_ONLY = re.compile(
    r"[\s.]{0,3}(?:\[(?:\d{1,4}|[ivxlc]{1,7}|\*{1,3})\]?|[¹²³⁰⁴-⁹]{1,3}|\d{1,3}|\((?:\d{1,3}|\*)\))\s{0,3}"
)
_AUTHOR = re.compile(
    r"[ .]{0,3}[(\[―—–-]\s?"
    r"(?P<author>[^\W\d_][^\s,;:()\[\]]{0,30}(?:\s[^\W\d_][^\s,;:()\[\]]{0,30}){0,4})(?=,\s|\s\d{4}|\s?\()"
)


def note_follows(text: str, at: int) -> bool:
    """Whether a note marker stands at `at`."""
    return bool(_NOTE.match(text, at))


def only_note(text: str, start: int, end: int) -> bool:
    """Whether nothing but a note marker stands between `start` and `end`."""
    return bool(_ONLY.fullmatch(text, start, end))


def author_after(text: str, at: int) -> Span | None:
    """The author with whom an inline reference at `at` begins: "(Ana Lindqvist, Harbour Papers, 1911)".

    >>> author_after("“…” (Ana Lindqvist, Harbour Papers, 1911)", 3)
    Span(start=5, end=18)
    """
    match = _AUTHOR.match(text, at)
    if not match or not match["author"][0].isupper():
        return None
    return Span(*match.span("author"))
