"""Saved pages of different make, as sites really set them: what of each is its text, and what stands around it.

The pages lie in `pages/`. What is marked `data-kept` there is the text, but for what is marked `data-dropped` in it;
all else that the page shows is the site's. The marks are taken out before a page is read.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from gainsay.passages import Layout

PAGES = Path(__file__).with_name("pages")

_MARKS = re.compile(r" data-(?:kept|dropped)")
_NUMBERS = re.compile(r"[\[\]^\d⁰¹²³⁴-⁹]")
"""Numbers and the marks of notes, which are given in another way than on the page."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as a browser saved it, and the blocks of its text."""

    name: str
    page: bytes
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """Blocks of the text that are lost, and passages that are the site's: paragraphs, and lines of other kinds."""

    lost: tuple[str, ...]
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]


def saved_pages() -> list[Saved]:
    """All pages, by name."""
    return [_saved(path) for path in sorted(PAGES.glob("*.html"))]


def _saved(path: Path) -> Saved:
    marked = path.read_text(encoding="utf-8")
    root = html.document_fromstring(marked)
    kept = (block for element in root.xpath("//*[@data-kept]") for block in _blocks(element))
    return Saved(path.stem, _MARKS.sub("", marked).encode(), tuple(kept))


def _blocks(element: html.HtmlElement) -> Iterator[str]:
    """The words of an element; breaks of the line part them."""
    own = copy.deepcopy(element)
    own.tail = None
    for part in own.xpath(".//*[@data-dropped]"):
        part.drop_tree()
    for line in list(own.iter("br")):
        line.tail = f"¶{line.tail or ''}"
    for block in own.text_content().split("¶"):
        if words := " ".join(block.split()):
            yield words


def judge(saved: Saved, layout: Layout) -> Judged:
    """What was made of a page. Bylines count as neither: they stand in the text or above it."""
    text = layout.document.text
    read = [(p.kind, _plain(p.span.of(text))) for p in layout.passages if p.kind != "boilerplate"]
    shown, wanted = " ".join(words for _, words in read), " ".join(map(_plain, saved.kept))
    noise = [(kind, words) for kind, words in read if words and words not in wanted and kind != "byline"]
    return Judged(
        tuple(block for block in saved.kept if _plain(block) not in shown),
        tuple(words for kind, words in noise if kind == "paragraph"),
        tuple(words for kind, words in noise if kind != "paragraph"),
    )


def _plain(words: str) -> str:
    return " ".join(_NUMBERS.sub("", words).split())
