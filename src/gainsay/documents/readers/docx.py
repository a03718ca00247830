"""DOCX: paragraphs with their styles, foot- and endnotes at their markers, tracked changes as they would read now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gainsay.documents.document import Stated
from gainsay.documents.readers.flow import Flow, Paragraph, counted, note_mark, roman
from gainsay.documents.readers.package import Package, attribute, local
from gainsay.documents.readers.reader import Content
from gainsay.errors import NotTextError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = (
    ("heading", "heading"),
    ("title", "heading"),
    ("subtitle", "heading"),
    ("caption", "caption"),
    ("quote", "block-quote"),
    ("intense quote", "block-quote"),
    ("block text", "block-quote"),
    ("quotations", "block-quote"),
    ("list", "list-item"),
)
"""What the names of Word's own styles begin with, and what they say."""

_ASIDE = frozenset({"instrText", "delText", "pPr", "rPr", "Fallback", "fldData", "annotationRef"})
"""Elements that hold no words of the text: field codes, properties, the copy for old programs."""


def read_docx(path: str, data: bytes) -> Content:
    """The text as it reads with all tracked changes accepted; words put in are marked, words taken out are told.

    Macros, embedded objects and links to other files are not touched.
    """
    package = Package(path, data)
    body = package.xml("word/document.xml")
    if body is None:
        raise NotTextError(path, "there is no text part in this DOCX. Open it in a word processor and save it anew.")
    reading = _Reading(package)
    reading.read(body)
    return Content(
        reading.flow.text, _MEDIA_TYPE, "utf-8", _metadata(package), reading.flow.structure, remarks=reading.remarks()
    )


class _Reading:
    """What has been read of one document."""

    def __init__(self, package: Package) -> None:
        self.flow = Flow()
        self._package = package
        self._kinds = _style_kinds(package.xml("word/styles.xml"))
        self._notes = {kind: _notes(package.xml(f"word/{kind}s.xml"), kind) for kind in ("footnote", "endnote")}
        self._cited: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], str] = {}
        self._deleted: list[tuple[str, str]] = []
        self._pictures = 0

    def read(self, body: _Element) -> None:
        """The body, then the notes in the order of their markers."""
        self._blocks(body)
        for cited in self._cited:
            paragraphs = self._notes[cited[0]].get(cited[1], [])
            for position, element in enumerate(paragraphs):
                note = Paragraph()
                self._runs(element, note, None, [])
                self.flow.add(note, "note", self._numbers[cited] if position == 0 else "")

    def _blocks(self, parent: _Element) -> None:
        for element in parent:
            name = local(element.tag)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name not in _ASIDE:
                # Content controls, custom XML, sections: what they hold are blocks again.
                self._blocks(element)

    def _paragraph(self, element: _Element) -> None:
        paragraph = Paragraph()
        boxes: list[_Element] = []
        self._runs(element, paragraph, None, boxes)
        self.flow.add(paragraph, self._kind(element))
        for box in boxes:
            self._blocks(box)

    def _table(self, table: _Element) -> None:
        for row in (child for child in table.iter() if local(child.tag) == "tr"):
            line = Paragraph()
            for number, cell in enumerate(child for child in row if local(child.tag) == "tc"):
                line.put("\t" if number else "")
                for position, element in enumerate(child for child in cell if local(child.tag) == "p"):
                    line.put(" " if position else "")
                    self._runs(element, line, None, [])
            self.flow.add(line, "table")

    def _runs(self, parent: _Element, paragraph: Paragraph, mark: str | None, boxes: list[_Element]) -> None:
        """The words below `parent`; text boxes are set aside, to follow the paragraph that they hang on."""
        for element in parent:
            name = local(element.tag)
            if name == "t":
                paragraph.put(element.text or "", mark)
            elif name in ("tab", "br", "cr", "noBreakHyphen", "sym"):
                paragraph.put(_sign(element, name), mark)
            elif name in ("footnoteReference", "endnoteReference"):
                paragraph.put(self._marker(name.removesuffix("Reference"), attribute(element, "id") or ""))
            elif name in ("del", "moveFrom"):
                words = "".join(part.text or "" for part in element.iter() if local(part.tag) in ("delText", "t"))
                self._deleted += [(attribute(element, "author") or "somebody", words)] if name == "del" else []
            elif name == "txbxContent":
                boxes.append(element)
            elif name not in _ASIDE:
                self._pictures += name in ("drawing", "pict", "object")
                self._runs(element, paragraph, "inserted" if name == "ins" else mark, boxes)

    def _marker(self, kind: str, identity: str) -> str:
        """What stands for a note in the text: footnotes are numbered 1, 2, 3; endnotes beside them i, ii, iii."""
        key = (kind, identity)
        if key not in self._numbers:
            self._cited.append(key)
            number = sum(one == kind for one, _ in self._cited)
            beside = kind == "endnote" and bool(self._notes["footnote"])
            self._numbers[key] = f"[{roman(number)}]" if beside else note_mark(number)
        return self._numbers[key]

    def _kind(self, element: _Element) -> str | None:
        properties = next((child for child in element if local(child.tag) == "pPr"), None)
        if properties is None:
            return None
        named = {local(child.tag): child for child in properties}
        style = attribute(named["pStyle"], "val") if "pStyle" in named else None
        kind = self._kinds.get(style or "")
        if kind or "outlineLvl" in named:
            return kind or "heading"
        return "list-item" if "numPr" in named else None

    def remarks(self) -> tuple[str, ...]:
        """What was left out."""
        found = []
        if any(name.endswith("vbaProject.bin") for name in self._package.names()):
            found.append("holds macros; they were neither run nor read")
        if self._deleted:
            author, words = self._deleted[0]
            found.append(
                f"{counted(len(self._deleted), 'tracked deletion')} left out, the first by {author}: “{words[:80]}”"
            )
        comments = self._package.xml("word/comments.xml")
        if comments is not None and len(comments):
            found.append(f"{counted(len(comments), 'comment')} in the margin left out")
        if self._pictures:
            found.append(f"{counted(self._pictures, 'picture')} left out")
        return tuple(found)


def _sign(element: _Element, name: str) -> str:
    if name == "sym":
        code = attribute(element, "char") or ""
        return chr(int(code, 16)) if code and all(c in "0123456789abcdefABCDEF" for c in code) and len(code) < 5 else ""
    if name == "br" and attribute(element, "type") in ("page", "column"):
        return " "
    return {"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n")


def _style_kinds(styles: _Element | None) -> dict[str, str]:
    """The kind of passage that each paragraph style stands for, by the id of the style."""
    found: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in styles if styles is not None else ():
        identity = attribute(style, "styleId")
        if identity is None:
            continue
        inner = {local(child.tag): child for child in style}
        name = (attribute(inner["name"], "val") or "").casefold() if "name" in inner else ""
        kind = next((kind for start, kind in _STYLES if name.startswith(start)), None)
        if kind and name not in ("list paragraph", "title page"):
            found[identity] = kind
        if "basedOn" in inner:
            parents[identity] = attribute(inner["basedOn"], "val") or ""
    for identity in parents:
        for above in _ancestors(identity, parents):
            if above in found:
                found.setdefault(identity, found[above])
    return found


def _ancestors(identity: str, parents: dict[str, str]) -> Iterator[str]:
    seen = {identity}
    while (identity := parents.get(identity, "")) and identity not in seen:
        seen.add(identity)
        yield identity


def _notes(root: _Element | None, kind: str) -> dict[str, list[_Element]]:
    """The paragraphs of each note, by id; the lines that separate notes from text are none."""
    found: dict[str, list[_Element]] = {}
    for note in root if root is not None else ():
        if local(note.tag) == kind and attribute(note, "type") not in ("separator", "continuationSeparator"):
            found[attribute(note, "id") or ""] = [part for part in note.iter() if local(part.tag) == "p"]
    return found


def _metadata(package: Package) -> dict[str, Stated]:
    """Title and author. The dates in the file are those of the file, not of what it says."""
    core = package.xml("docProps/core.xml")
    names = {"title": "title", "creator": "author"}
    found = {}
    for element in core if core is not None else ():
        key, value = names.get(local(element.tag)), " ".join((element.text or "").split())
        if key and 2 < len(value) <= 300:
            found[key] = Stated(value, "file")
    return found
