"""From a tree of elements to text: blocks with blank lines between, and the kind of each."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from gainsay.spans import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "head": "heading",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "quote": "block-quote",
    "blockquote": "block-quote",
    "item": "list-item",
    "li": "list-item",
    "figcaption": "caption",
    "caption": "caption",
    "row": "table",
    "tr": "table",
}
"""What elements say of their words, in HTML and in trafilatura's own names."""

_BLOCKS = frozenset(
    "p div section article main header footer aside body html table list ul ol dl dt dd lb br pre figure address"
    " details summary fieldset hr title".split()
) | frozenset(_KINDS)

_CELLS = frozenset({"cell", "td", "th"})

_HIDDEN = frozenset({"title", "graphic"})

Rendering = tuple[tuple[Span, str], ...]
Rendered = tuple[str, Rendering]
"""A text and the kinds of its parts."""


class _Page:
    """The blocks written so far, and the one being written."""

    def __init__(self, captions: Set[str], notes: Set[str]) -> None:
        self._known = {**dict.fromkeys(notes, "note"), **dict.fromkeys(captions, "caption")}
        self._blocks: list[tuple[str, str | None]] = []
        self._parts: list[str] = []
        self._kinds: list[str] = []

    def start(self, tag: str, words: str | None) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in _KINDS:
            self._kinds.append(_KINDS[tag])
        if tag in _CELLS and "".join(self._parts).strip():
            self._parts.append("\t")
        if words and tag not in _HIDDEN:
            self._parts.append(words)

    def end(self, tag: str, tail: str | None) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in _KINDS:
            self._kinds.pop()
        if tail:
            self._parts.append(tail)

    def flush(self) -> None:
        """Close the block: white space collapsed as a browser does, cells kept apart by tabs."""
        cells = (" ".join(cell.split()) for cell in "".join(self._parts).split("\t"))
        self._parts.clear()
        words = ("\t" if self._kinds and self._kinds[-1] == "table" else " ").join(cell for cell in cells if cell)
        if words:
            self._blocks.append((words, self._known.get(words) or (self._kinds[-1] if self._kinds else None)))

    def written(self) -> Rendered:
        return lay_out(self._blocks)


def lay_out(blocks: Iterable[tuple[str, str | None]]) -> Rendered:
    """Blocks, each its words and its kind if one is known, as one text."""
    structure, texts, at = [], [], 0
    for words, kind in blocks:
        if kind:
            structure.append((Span(at, at + len(words)), kind))
        texts.append(words)
        at += len(words) + 2
    return "\n\n".join(texts), tuple(structure)


def render(root: _Element, captions: Set[str], notes: Set[str]) -> Rendered:
    """The text below `root` and the kinds of its blocks, where the markup gives one.

    Blocks whose words are among `captions` or `notes` are of that kind. Walks without recursion: depth is no danger.
    """
    from lxml import etree

    page = _Page(captions, notes)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            # A comment or an instruction: only what follows it is text.
            tag, words = "", None
        else:
            words = element.text
        if event == "start":
            page.start(tag, words)
        else:
            page.end(tag, element.tail if element is not root else None)
    page.flush()
    return page.written()
