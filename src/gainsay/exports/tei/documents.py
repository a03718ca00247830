"""One document as a TEI text: its divisions and passages, with the readings marked up in them."""

from __future__ import annotations

from collections.abc import Iterator

from gainsay.documents.document import Document
from gainsay.edition.contents import Contents
from gainsay.exports import xml
from gainsay.exports.tei.inline import elements
from gainsay.exports.tei.nesting import Element, marked_up
from gainsay.passages.passage import Passage
from gainsay.spans import Span


def tei_document(one: Contents, merged: dict[str, str]) -> Iterator[str]:
    """The element `TEI` of a document, piece by piece; `merged` leads from a work to the one it is listed as."""
    document = one.document
    yield xml.opening("TEI", {"xml:id": document.id, "n": document.path})
    yield _header(document)
    yield xml.opening("text", {"xml:lang": document.language}) + "<body>\n"
    if not one.passages:
        yield "<p/>"
    body = _Body(one, merged)
    for article in dict.fromkeys(p.article for p in one.passages):
        yield from body.division(article, [p for p in one.passages if p.article == article])
    yield "</body></text>\n"
    if one.damage:
        notes = (
            xml.tag("note", {"type": "damage", "subtype": d.kind, "n": _reach(d.span)}, xml.text(d.note))
            for d in one.damage
        )
        yield f"<standOff>\n{''.join(notes)}</standOff>\n"
    yield "</TEI>\n"


def _header(document: Document) -> str:
    title = xml.tag("title", {}, xml.text(document.title or document.path))
    author = xml.tag("author", {}, xml.text(document.author)) if document.author else ""
    publisher = xml.tag("publisher", {}, xml.text(document.publisher)) if document.publisher else ""
    date = xml.tag("date", {}, xml.text(document.written)) if document.written else ""
    place = xml.tag("ptr", {"target": "".join(url.split())}) if (url := document.stated("url")) else ""
    kinds = (("file", document.path), ("sha256", document.sha256))
    numbers = (xml.tag("idno", {"type": kind}, xml.text(value)) for kind, value in kinds)
    source = xml.tag("bibl", {}, f"{title}{author}{publisher}{date}{''.join(numbers)}{place}")
    return (
        f"<teiHeader><fileDesc><titleStmt>{title}{author}</titleStmt>"
        "<publicationStmt><p>Exported from an edition of Gainsay.</p></publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>\n"
    )


def _reach(span: Span) -> str:
    """Where in the text of the document: `n` of every block, so that positions can be found again."""
    return f"{span.start}-{span.end}"


class _Body:
    """Writes the divisions of one document."""

    def __init__(self, one: Contents, merged: dict[str, str]) -> None:
        self.text = one.document.text
        self.elements = sorted(elements(one, merged), key=lambda e: (e.span, e.id))
        self.parts: dict[str, int] = {}
        self.waiting = 0  # the first element that does not end before the passage at hand
        self.open: list[Element] = []

    def division(self, article: str, passages: list[Passage]) -> Iterator[str]:
        """An article; every heading but a first one begins a division within it."""
        yield xml.opening("div", {"xml:id": article, "type": "article"}) + "\n"
        inner = False
        for number, passage in enumerate(passages):
            if passage.kind == "heading" and number:
                yield "</div>\n<div>\n" if inner else "<div>\n"
                inner = True
            yield self._block(passage)
        yield "</div>\n</div>\n" if inner else "</div>\n"

    def _block(self, p: Passage) -> str:
        known = {"xml:id": p.id, "n": _reach(p.span)}
        around = self._around(p.span)
        if p.kind == "verse":
            lines = (xml.tag("l", {"n": _reach(line)}, self._words(line, around)) for line in _lines(self.text, p.span))
            return xml.tag("lg", known, "".join(lines)) + "\n"
        words = self._words(p.span, around)
        if p.kind in ("paragraph", "heading"):
            return xml.tag("p" if p.kind == "paragraph" else "head", known, words) + "\n"
        if p.kind == "block-quote":
            return xml.tag("quote", {**known, "rend": "block"}, words) + "\n"
        if p.kind == "note":
            return xml.tag("note", {**known, "place": "end"}, words) + "\n"
        return xml.tag("ab", {**known, "type": p.kind}, words) + "\n"

    def _words(self, span: Span, around: list[Element]) -> str:
        return marked_up(self.text, span, around, self.parts)

    def _around(self, span: Span) -> list[Element]:
        """The elements that touch a passage; passages come in the order of the text."""
        self.open = [e for e in self.open if e.span.end > span.start]
        while self.waiting < len(self.elements) and self.elements[self.waiting].span.start < span.end:
            self.open.append(self.elements[self.waiting])
            self.waiting += 1
        return self.open


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of verse, each with the line end that closes it."""
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)
