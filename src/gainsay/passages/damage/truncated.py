"""Text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_TEASER = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|(?<=\S\s)(?:continue reading|read more|read the rest(?: of this entry)?))[^\w:]{0,6}$",
    re.IGNORECASE,
)

_SHORTEST = 80
"""Characters. A shorter last line without a stop may be a signature, a place, a motto."""


def find_truncated(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Passages that end in "Continue reading" or […], and articles whose last paragraph ends in mid-sentence."""
    teasers = set()
    for passage in passages:
        if passage.kind == "boilerplate":
            continue
        if match := _TEASER.search(text, max(passage.span.start, passage.span.end - 40), passage.span.end):
            teasers.add(passage.id)
            yield Damage(Span(*match.span()).trim(text), "truncated", "words were left out here, or stand elsewhere")
    for _, members in groupby(passages, key=lambda passage: passage.article):
        body = [passage for passage in members if passage.kind not in ("boilerplate", "note", "caption", "byline")]
        if body and body[-1].id not in teasers and body[-1].kind == "paragraph" and body[-1].span.length >= _SHORTEST:
            end = body[-1].span.end
            if text[end - 1].isalnum() or text[end - 1] in ",;-–—":
                start = text.rfind(" ", body[-1].span.start, end - 1) + 1 or body[-1].span.start
                yield Damage(Span(max(start, end - 40), end), "truncated", "the last sentence has no end")
