"""Title, author, publisher and date of writing, where the text states or bounds them. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import replace

from gainsay.documents.document import Document, Stated
from gainsay.passages import marks
from gainsay.passages.bylines import (
    Head,
    is_masthead,
    is_paper_line,
    part,
    read_byline,
    read_dateline,
    read_foot,
    read_title,
)
from gainsay.passages.lines import Block
from gainsay.passages.passage import PassageKind
from gainsay.passages.written import FULL_DATE, edtf_of
from gainsay.spans import Span

_HEAD = 10
"""Blocks in which title, byline and date are looked for; what follows is the story."""

_FOOT = 3
"""Blocks at the end in which signature, date and copyright stand."""

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")

_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|planned|due|expected|expires?|deadline|upcoming|forthcoming)\b[^.!?]*$|\b(?:by|until|before)\s+$",
    re.IGNORECASE,
)
"""Words before a date that make it one to come, in the same sentence."""


def complete(document: Document, head: Head, several: bool) -> Document:
    """The document with what its text states, where neither the user nor the file said it.

    Of a page with `several` articles only the title counts: author and date are each article's own.
    """
    found = {"title": head.title}
    if not several:
        written = head.written or _bound(document.text)
        found |= {"author": head.author, "publisher": head.publisher, "written": written}
    stated = {key: value for key, value in found.items() if value and key not in document.metadata}
    return replace(document, metadata={**document.metadata, **stated}) if stated else document


def read_head(text: str, blocks: list[Block], kinds: list[PassageKind]) -> Head:
    """What the first blocks of an article state, and its copyright line and signature at the end."""
    spans = [block.span for block in blocks]
    head = Head()
    begun = False
    for i in range(min(_HEAD, len(blocks))):
        if kinds[i] == "heading" and is_paper_line(spans[i].of(text)):
            continue
        if kinds[i] == "heading" and not head.title and not begun:
            paper = i + 1 < len(kinds) and _is_paper(text, spans[i], spans[i + 1], kinds[i + 1])
            head |= Head(publisher=part(text, spans[i], 0, spans[i].length)) if paper else read_title(text, spans[i])
        elif kinds[i] == "byline":
            head |= read_byline(text, spans[i])
        elif kinds[i] in ("paragraph", "list-item"):
            head |= read_dateline(text, spans[i]) if not begun else Head()
            begun = True
    return head | read_foot(text, spans[-_FOOT:])


def _is_paper(text: str, span: Span, after: Span, kind: PassageKind) -> bool:
    """Whether a heading is the name of a paper: a title or a date follows; above an author it is a title itself."""
    if not is_masthead(span.of(text)):
        return False
    return kind == "heading" or (kind == "byline" and not marks.BYLINE.match(after.of(text)))


def _bound(text: str) -> Stated | None:
    """Not before the latest day the text speaks of as past: `1912-03-03/..`."""
    latest: tuple[str, Span] | None = None
    for year in _YEAR.finditer(text):
        # Looking only around years is ten times as fast as looking for dates everywhere.
        for match in FULL_DATE.finditer(text, max(0, year.start() - 24), year.end() + 6):
            edtf = edtf_of(match)
            if edtf is None or len(edtf) < 10 or (latest and edtf <= latest[0]):
                continue
            if not _FUTURE.search(text[max(0, match.start() - 80) : match.start()]):
                latest = edtf, Span(*match.span())
    return Stated(f"{latest[0]}/..", "text", latest[1]) if latest else None
