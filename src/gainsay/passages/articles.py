"""The articles of a page: most hold one; a page of excerpts or a whole issue holds several."""

from __future__ import annotations

import re

from gainsay.passages.bylines import Head
from gainsay.passages.lines import Block
from gainsay.passages.metadata import read_head
from gainsay.passages.passage import Article, PassageKind
from gainsay.spans import Span, content_id

_CONTINUED = re.compile(
    r"(?:continue reading|read more|read the rest(?: of this entry)?|more|full (?:story|text|article))\s*[.…→»>\])]*$",
    re.IGNORECASE,
)
"""What a page of excerpts sets at the end of each."""

_TEASER = re.compile(r"continue reading|read the rest|read more", re.IGNORECASE)

_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,40}(?:,\s?[A-Z][a-z.]+(?: \d{1,2})?)?[,.]?\s?(?:\([A-Z][\w ]{1,20}\)\s?)?[—–-]{1,2}\s"
)
"""`PORT ADAIR, June 3 — `: capitals, perhaps a date, a dash."""


def find_articles(
    document: str, text: str, blocks: list[Block], kinds: list[PassageKind]
) -> tuple[list[Article], Head]:
    """The articles that `text` holds, in order, without overlap, together covering it; and the head of the first."""
    starts = _starts(text, blocks, kinds)
    edges = [0, *(blocks[i].span.start for i in starts[1:]), len(text)]
    articles: list[Article] = []
    heads: list[Head] = []
    for number, first in enumerate(starts):
        after = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        heads.append(read_head(text, blocks[first:after], kinds[first:after]))
        articles.append(_article(document, Span(edges[number], edges[number + 1]), heads[-1]))
    return articles, heads[0]


def _article(document: str, span: Span, head: Head) -> Article:
    return Article(
        content_id("art", document, *span),
        span,
        title=head.title.value if head.title else None,
        author=head.author.value if head.author else None,
        written=head.written.value if head.written else None,
    )


def _starts(text: str, blocks: list[Block], kinds: list[PassageKind]) -> list[int]:
    """The index of the first block of each article."""
    starts = [0]
    datelines = sum(bool(_DATELINE.match(text, block.span.start)) for block in blocks)
    for i in range(1, len(blocks) - 1):
        if (
            kinds[i] != "heading"
            or _continued(text, blocks[i])
            or i - starts[-1] < 2
            or kinds[i - 1] in ("heading", "byline")
        ):
            continue
        after = next((j for j in range(i + 1, min(i + 3, len(blocks))) if kinds[j] != "heading"), None)
        byline = after is not None and kinds[after] == "byline"
        dateline = datelines >= 2 and after is not None and bool(_DATELINE.match(text, blocks[after].span.start))
        if byline or dateline or _continued(text, blocks[i - 1]):
            starts.append(i)
    return _with_teasers(text, blocks, kinds, starts)


def _continued(text: str, block: Block) -> bool:
    tail = Span(max(block.span.start, block.span.end - 60), block.span.end).of(text)
    return bool(_CONTINUED.search(tail)) and bool(_TEASER.search(tail))


def _with_teasers(text: str, blocks: list[Block], kinds: list[PassageKind], starts: list[int]) -> list[int]:
    """After "Continue reading" the next heading opens an article, even when that words stood in a heading itself."""
    found = set(starts)
    for i in range(1, len(blocks) - 1):
        if kinds[i] == "heading" and kinds[i - 1] in ("heading", "boilerplate") and _continued(text, blocks[i - 1]):
            found.add(i)
    return sorted(found)
