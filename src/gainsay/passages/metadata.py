"""Title, author, publisher and date of writing, where the text states or bounds them. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gainsay.documents.document import Document, Stated
from gainsay.passages import marks
from gainsay.passages.lines import Block
from gainsay.passages.passage import PassageKind
from gainsay.passages.written import FULL_DATE, Written, edtf_of, find_written
from gainsay.spans import Span

_HEAD = 10
"""Blocks in which title, byline and date are looked for; what follows is the story."""

_PUBLISHER = re.compile(
    r"\b(?:Times|Post|News|Gazette|Herald|Tribune|Journal|Press|Agency|Chronicle|Courier|Observer|Telegraph|Guardian|Star|Sun"
    r"|Mail|Daily|Weekly|Review|Bulletin|Standard|Examiner|Reporter|Dispatch|Advertiser|Mercury|Argus|Magazine|Radio|TV"
    r"|Television|Broadcasting|Online|Institute|Committee|Commission|Union|Party|Association|Society|Federation|League"
    r"|Ministry|Office|Department|Council|University|Foundation|Organi[sz]ation|Reuters|AFP|AP|UPI|TASS|Xinhua|BBC|CNN)\b"
)
"""What a body that publishes is commonly called by: a byline with such a word and no given name is no author."""

_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")

_COPYRIGHT = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)\s*(?:©\s*)?(?P<year>(?:19|20)\d\d)(?!\s*[-–—]\s*\d)"
    r"(?:,?\s*(?:by\s+)?(?P<name>[A-Z][^.,;|\n]{2,60}))?"
)

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,40}),\s(?P<when>[^—–\n]{3,30}?)\s?(?:\([^)]{2,20}\)\s?)?[—–-]{1,2}\s"
)

_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|planned|due|expected|expires?|deadline|upcoming|forthcoming)\b[^.!?]*$|\b(?:by|until|before)\s+$",
    re.IGNORECASE,
)
"""Words before a date that make it one to come, in the same sentence."""

_NAME = re.compile(marks.NAME)

_AFTER_COMMA = re.compile(rf",\s*(?P<body>{marks.NAME})(?=,|\)|$|\s*[|·•–—-])")

_AFTER_NAME = re.compile(
    r"\s*(?:$|[,)\]|·•–—/;:-]|\d|(?:in|for|from|at|on|with)\b|" + FULL_DATE.pattern + ")", re.IGNORECASE
)
"""What may stand after the name in a byline; anything else shows that the name goes on and was not understood."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head and the foot of an article state, each with its evidence."""

    title: Stated | None = None
    author: Stated | None = None
    publisher: Stated | None = None
    written: Stated | None = None


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
    first = range(min(_HEAD, len(blocks)))
    title = next((_stated(text, blocks[i].span) for i in first if kinds[i] == "heading"), None) if blocks else None
    # A heading below the first paragraph is a section's, not the title.
    if title and any(
        kinds[i] in ("paragraph", "list-item") for i in first if blocks[i].span.end <= (title.span or Span(0, 0)).start
    ):
        title = None
    head = Head(title=title)
    for i in first:
        if kinds[i] == "byline":
            head = _merge(head, _byline(text, blocks[i].span))
        elif kinds[i] == "paragraph":
            head = _merge(head, Head(written=_dateline(text, blocks[i].span)))
    return _merge(head, _foot(text, blocks[-3:]) if blocks else Head())


def _merge(head: Head, more: Head) -> Head:
    return Head(
        head.title or more.title,
        head.author or more.author,
        head.publisher or more.publisher,
        head.written or more.written,
    )


def _stated(text: str, span: Span, value: str | None = None) -> Stated:
    words = span.of(text) if value is None else value
    return Stated(" ".join(words.strip("#*_=- \t\r\n").split()), "text", span)


def _byline(text: str, span: Span) -> Head:
    words = span.of(text)
    written = _written(find_written(words), span.start)
    match = marks.BYLINE.match(words)
    if not match:
        published = marks.PUBLISHED.match(words)
        name = re.match(rf"{marks.NAME}$", words)
        publisher = None
        if published and published["by"] and (body := _NAME.match(words, published.start("rest"))):
            publisher = None if find_written(body[0]) else _part(text, span, *body.span())
        author = (
            _part(text, span, 0, name.end())
            if name and not published and not written and len(words.split()) > 1
            else None
        )
        return Head(author=author, publisher=publisher, written=written)
    start, end = match.span("name")
    rest = words[end:]
    publisher = None
    if after := _AFTER_COMMA.match(rest):
        house = after["body"]
        if (_PUBLISHER.search(house) or _ACRONYM.search(house)) and not FULL_DATE.match(house):
            publisher = _part(text, span, end + after.start("body"), end + after.end("body"))
    if words[0] in "([" and words[-1] in ")]" and not written:
        # Brackets hold the whole name, whatever words it is made of.
        return Head(author=_part(text, span, start, len(words) - 1), publisher=publisher)
    if FULL_DATE.search(match["name"]) or not _AFTER_NAME.match(rest):
        return Head(publisher=publisher, written=written)
    return Head(author=_part(text, span, start, end), publisher=publisher, written=written)


def _part(text: str, span: Span, start: int, end: int) -> Stated:
    return _stated(text, Span(span.start + start, span.start + end).trim(text))


def _written(found: Written | None, offset: int) -> Stated | None:
    return Stated(found.edtf, "text", Span(offset + found.start, offset + found.end)) if found else None


def _dateline(text: str, span: Span) -> Stated | None:
    """The date of a dateline, where it has a year."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if not match:
        return None
    found = find_written(match["when"])
    return _written(found, match.start("when"))


def _foot(text: str, blocks: list[Block]) -> Head:
    """A closing "Port Adair, 3 March 1912" on its own line, or a copyright line."""
    head = Head()
    for block in reversed(blocks):
        words = block.span.of(text)
        if len(words) > 160:
            continue
        if match := _COPYRIGHT.match(words):
            year = Stated(match["year"], "text", Span(*match.span("year")).shift(block.span.start))
            name = _part(text, block.span, *match.span("name")) if match["name"] else None
            head = _merge(head, Head(publisher=name, written=year))
        elif (
            (found := find_written(words)) and len(words) - (found.end - found.start) <= 40 and not words.endswith(".")
        ):
            head = _merge(head, Head(written=_written(found, block.span.start)))
    return head


def _bound(text: str) -> Stated | None:
    """Not before the latest day the text speaks of as past: `1912-03-03/..`."""
    latest: tuple[str, Span] | None = None
    for match in FULL_DATE.finditer(text):
        edtf = edtf_of(match)
        if edtf is None or len(edtf) < 10 or (latest and edtf <= latest[0]):
            continue
        if not _FUTURE.search(text[max(0, match.start() - 80) : match.start()]):
            latest = edtf, Span(*match.span())
    return Stated(f"{latest[0]}/..", "text", latest[1]) if latest else None
