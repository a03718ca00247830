"""HTML and saved pages: the main text, with what the markup says about its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gainsay.documents.decoding import decode
from gainsay.documents.readers.flow import RAISED
from gainsay.documents.readers.html_metadata import read_language, read_metadata
from gainsay.documents.readers.main_text import render_main
from gainsay.documents.readers.reader import Content
from gainsay.documents.readers.rendering import Rendered, Rendering, render
from gainsay.errors import EmptyDocumentError
from gainsay.spans import Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{2,30})",
    re.IGNORECASE,
)

_SUBSET = re.compile(r"<!DOCTYPE[^\[>]{0,300}\[[^\]]{0,20000}\]\s*>", re.IGNORECASE)
"""A document type with declarations of its own: none is read, and the HTML parser would take them for text."""

_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What HTML lets stand, often a form feed or a reference like `&#5;`, and no tree lets be written again."""

_UNSEEN = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "button",
    "select",
    "form",
    "nav",
)
"""Elements that are no text: code, embedded things, controls."""

_PROSE_IN_CELL = frozenset({"h1", "h2", "h3", "table", "article", "blockquote"})
"""Elements that no table of data holds in its cells: where one stands, the table lays out the page."""

_NOTE = re.compile(
    r"(?:^|[\s_-])(?:foot|end)?notes?(?:$|[\s_\d-])|^fn[-:_]?\d|^cite_note|^_?ftn\d|^_?edn\d|doc-(?:foot|end)note",
    re.IGNORECASE,
)
"""Ids, classes and roles by which pages mark their notes."""

_LABELS = ("span", "a", "time", "small", "label", "strong", "b")

_QUOTES = str.maketrans("’‘“”", "''\"\"")
"""A page and its title are often set with different quotation marks."""

_LONGEST_NOTE = 4_000
"""Characters. What is longer is a section of notes, or something else."""

_MOST_NOTES = 3_000

_SURELY_NOTE = re.compile(
    r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_\d-])|^fn[-:_]?\d|^cite_note|^_?ftn\d|^_?edn\d|doc-(?:foot|end)note", re.I
)
"""The marks among them that nothing but a note bears."""


def read_html(path: str, data: bytes) -> Content:
    """The main text with blank lines between its parts, their kinds as `structure`, and the page's own metadata.

    Scripts do not run, entities other than characters stay unread, nothing is fetched.
    """
    declared = _CHARSET.search(data[:4096])
    charset = (declared[1] or declared[2]).decode("ascii") if declared else None
    page, encoding = decode(path, data, charset)
    root = parse(path, page)
    metadata, language = read_metadata(root), read_language(root)
    headline = _headline(root, metadata["title"].value) if "title" in metadata else None
    text, structure = _with_headline(*_main_text(root), headline)
    if not text:
        raise EmptyDocumentError(
            path,
            "the page holds no text: a script may fill it, or it is nested too deep. Save it from the browser as text.",
        )
    return Content(text, "text/html", encoding, metadata, structure, language)


def parse(path: str, page: str) -> HtmlElement:
    """The tree of a page."""
    from lxml import etree, html

    # `huge_tree` off bounds the depth of nesting; the HTML parser never expands the entities of a DTD.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            _SUBSET.sub("", page.lstrip("\ufeff"), count=1).encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyDocumentError(
            path, "the page holds nothing that can be read. Open it in a browser and save it again."
        ) from error
    for element in root.iter():
        for part in ("text", "tail"):
            if (words := getattr(element, part)) and _CONTROL.search(words):
                setattr(element, part, _CONTROL.sub(" ", words))
    return root


def _main_text(root: HtmlElement) -> Rendered:
    """The text of the page, with the notes that stand apart from it."""
    from lxml import etree

    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    _raise_figures(root)
    _part_labels(root)
    _open_layout_tables(root)
    captions, notes = _known_parts(root)
    ends = _notes_in_order(root)
    text, structure = render_main(root, captions, notes)
    return _with_notes(text, structure, ends)


def _headline(root: HtmlElement, title: str) -> str | None:
    """The longest heading that the title of the page repeats; that of the site is shorter, or a single word."""
    stated = _folded(title)
    found = [" ".join("".join(element.itertext()).split()) for element in root.iter("h1", "h2", "h3")]
    return max(
        (words for words in found if len(words.split()) > 1 and _folded(words) in stated),
        key=lambda words: len(words),
        default=None,
    )


def _folded(words: str) -> str:
    return words.casefold().translate(_QUOTES)


def _with_headline(text: str, structure: Rendering, headline: str | None) -> Rendered:
    """The text with its headline, where that stood apart from the story and was taken for a part of the site."""
    if not text or not headline or headline in text:
        return text, structure
    by = len(headline) + 2
    return f"{headline}\n\n{text}", (
        (Span(0, by - 2), "heading"),
        *((span.shift(by), kind) for span, kind in structure),
    )


def _notes_in_order(root: HtmlElement) -> list[str]:
    """The words of each element that is a note beyond doubt, in the order of the page."""
    found: dict[str, None] = {}
    for element in root.iter("li", "p", "div", "aside"):
        own = [
            element,
            *([parent] if (parent := element.getparent()) is not None and parent.tag in ("ol", "ul") else []),
        ]
        marks = [one.get(name) or "" for one in own for name in ("id", "class", "role", "epub:type")]
        # A division of several notes holds each of them again.
        several = element.tag in ("div", "aside") and any(child.tag in ("li", "p", "div") for child in element)
        if several or not any(_SURELY_NOTE.search(mark) for mark in marks):
            continue
        words = " ".join("".join(element.itertext()).split())
        if words and len(words) < _LONGEST_NOTE:
            found[words] = None
    # More is no apparatus of notes, and looking for each of them in the text would take for ever.
    return list(found) if len(found) <= _MOST_NOTES else []


def _with_notes(text: str, structure: tuple[tuple[Span, str], ...], notes: list[str]) -> Rendered:
    """The text with the notes that were taken for what sites put below their texts."""
    if not text or not any(char in text for char in "¹²³⁴⁵⁶⁷⁸⁹[*†"):
        return text, structure
    added = list(structure)
    for words in notes:
        if words not in text:
            added.append((Span(len(text) + 2, len(text) + 2 + len(words)), "note"))
            text = f"{text}\n\n{words}"
    return text, tuple(added)


def _open_layout_tables(root: HtmlElement) -> None:
    """Tables that lay out a page become divisions: their cells hold its menu, its text, its foot."""
    for table in list(root.iter("table")):
        if any(_is_laid_out(cell) for cell in table.iter("td", "th")):
            for part in (table, *table.iter("tbody", "thead", "tr", "td", "th")):
                if part is table or next(part.iterancestors("table"), None) is table:
                    part.tag = "div"


def _is_laid_out(cell: HtmlElement) -> bool:
    inner = [part.tag for part in cell.iter() if isinstance(part.tag, str)]
    return inner.count("p") > 2 or any(tag in _PROSE_IN_CELL for tag in inner)


def render_page(root: HtmlElement) -> Rendered:
    """All that a page says, nothing left out but what nobody sees: for books and mails, which have no menus."""
    from lxml import etree

    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    _raise_figures(root)
    _part_labels(root)
    captions, notes = _known_parts(root)
    return render(root, captions, notes)


def _raise_figures(root: HtmlElement) -> None:
    """A note marker set as `<sup>1</sup>` becomes ¹, as it looks on the page; plain, it would run into the word."""
    for sup in root.iter("sup"):
        words = "".join(sup.itertext()).strip()
        if words.isdecimal() and words.isascii() and len(words) <= 3:
            for child in list(sup):
                sup.remove(child)
            sup.text = words.translate(RAISED)


def _part_labels(root: HtmlElement) -> None:
    """A space between two labels set side by side, which style sheets hold apart; a word may be set in pieces too."""
    for element in root.iter(*_LABELS):
        before = element.getprevious()
        if before is None or before.tail or before.tag not in _LABELS:
            continue
        end, start = "".join(before.itertext())[-1:], "".join(element.itertext())[:1]
        if start.isupper() and (end.islower() or end.isdecimal() or end in ".!?)"):
            before.tail = " "


def _known_parts(root: HtmlElement) -> tuple[frozenset[str], frozenset[str]]:
    """The words of captions and of notes. Captions are made paragraphs: trafilatura drops them otherwise."""
    from lxml.html import Element

    captions: set[str] = set()
    notes: set[str] = set()
    for caption in list(root.iter("figcaption")):
        words = " ".join("".join(caption.itertext()).split())
        figure, paragraph = caption.getparent(), Element("p")
        if words and figure is not None:
            captions.add(words)
            paragraph.text, paragraph.tail = words, figure.tail
            figure.tail = None
            figure.addnext(paragraph)
            caption.drop_tree()
    for element in root.iter("li", "p", "div", "aside"):
        marks = [element.get(name) or "" for name in ("id", "class", "role", "epub:type")]
        if any(_NOTE.search(mark) for mark in marks):
            notes.update(" ".join("".join(part.itertext()).split()) for part in (element, *element.iter("li", "p")))
    return frozenset(captions), frozenset(notes)
