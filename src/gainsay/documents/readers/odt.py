"""ODT: paragraphs with their styles, notes at their markers, tracked changes as they would read now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gainsay.documents.document import Stated
from gainsay.documents.readers.flow import Flow, Paragraph, counted, note_mark
from gainsay.documents.readers.package import Package, attribute, local
from gainsay.documents.readers.reader import Content
from gainsay.errors import DocumentError, NotTextError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_STYLES = (("quotation", "block-quote"), ("heading", "heading"), ("title", "heading"), ("caption", "caption"))
_CAPTIONS = ("illustration", "figure", "table_", "drawing")


def read_odt(path: str, data: bytes) -> Content:
    """The text as it reads with all tracked changes accepted. Scripts, objects and links are not touched."""
    package = Package(path, data)
    root = package.xml("content.xml")
    text = (
        next((e for e in root.iter() if local(e.tag) == "text" and "office" in e.tag), None)
        if root is not None
        else None
    )
    if root is None or text is None:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise DocumentError(path, "is encrypted. Open it with its password, save it without and read that.")
        raise NotTextError(path, "this OpenDocument file holds no text, perhaps a table or slides. Save it as PDF.")
    reading = _Reading(root)
    reading.blocks(text, None)
    reading.write_notes()
    return Content(
        reading.flow.text,
        _MEDIA_TYPE,
        "utf-8",
        _metadata(package),
        reading.flow.structure,
        remarks=(*_macros(package), *reading.remarks()),
    )


class _Reading:
    """What has been read of one document."""

    def __init__(self, root: _Element) -> None:
        self.flow = Flow()
        self._parents = {
            attribute(style, "name") or "": attribute(style, "parent-style-name") or ""
            for style in root.iter()
            if local(style.tag) == "style"
        }
        self._notes: list[tuple[str, _Element]] = []
        self._numbers = 0
        self._deleted = 0
        self._pictures = 0
        self._inside = False  # an insertion that runs over several paragraphs

    def blocks(self, parent: _Element, kind: str | None) -> None:
        for element in parent:
            name = local(element.tag)
            if name in ("p", "h"):
                self._paragraph(element, "heading" if name == "h" else kind or self._kind(element))
            elif name == "table-row":
                self._row(element)
            elif name == "tracked-changes":
                self._deleted += sum(local(part.tag) == "deletion" for part in element.iter())
            elif name in ("change-start", "change-end"):
                self._inside = name == "change-start"
            elif name not in ("forms", "sequence-decls"):
                self.blocks(element, "list-item" if name == "list-item" else kind)

    def write_notes(self) -> None:
        """The notes in the order of their markers; then those that stand within notes."""
        for mark, body in self._notes:
            for position, element in enumerate(_outermost(body)):
                note = Paragraph()
                self._words(element, note, [])
                self.flow.add(note, "note", mark if position == 0 else "")

    def _paragraph(self, element: _Element, kind: str | None) -> None:
        paragraph = Paragraph()
        boxes: list[_Element] = []
        self._words(element, paragraph, boxes)
        self.flow.add(paragraph, kind)
        for box in boxes:
            self.blocks(box, None)

    def _row(self, row: _Element) -> None:
        line = Paragraph()
        for number, cell in enumerate(child for child in row if local(child.tag) == "table-cell"):
            line.put("\t" if number else "")
            for position, element in enumerate(_outermost(cell)):
                line.put(" " if position else "")
                self._words(element, line, [])
        self.flow.add(line, "table")

    def _words(self, parent: _Element, paragraph: Paragraph, boxes: list[_Element]) -> None:
        self._put(paragraph, parent.text)
        for element in parent:
            name = local(element.tag)
            if name == "note":
                paragraph.put(self._marker(element))
            elif name in ("s", "tab", "line-break"):
                times = attribute(element, "c") or "1"
                spaces = " " * (int(times) if times.isdecimal() and len(times) < 4 else 1)
                paragraph.put({"tab": "\t", "line-break": "\n"}.get(name, spaces))
            elif name in ("change-start", "change-end"):
                self._inside = name == "change-start"
            elif name == "text-box":
                boxes.append(element)
            elif name not in ("annotation", "annotation-end", "desc", "title", "ruby-text"):
                self._pictures += name in ("image", "object")
                self._words(element, paragraph, boxes)
            self._put(paragraph, element.tail)

    def _put(self, paragraph: Paragraph, words: str | None) -> None:
        # White space in the file is that of its layout: several are one, as in HTML.
        if words:
            edge = " " if words[0].isspace() else ""
            end = " " if words[-1].isspace() and words.strip() else ""
            paragraph.put(edge + " ".join(words.split()) + end, "inserted" if self._inside else None)

    def _marker(self, note: _Element) -> str:
        parts = {local(child.tag): child for child in note}
        cited = "".join(str(t) for t in parts["note-citation"].itertext()).strip() if "note-citation" in parts else ""
        self._numbers += 1
        cited = cited or str(self._numbers)
        mark = note_mark(int(cited)) if cited.isdecimal() and cited.isascii() and len(cited) < 4 else f"[{cited}]"
        if "note-body" in parts:
            self._notes.append((mark, parts["note-body"]))
        return mark

    def _kind(self, element: _Element) -> str | None:
        name, steps = attribute(element, "style-name") or "", 0
        while name and steps < 20:
            plain = name.replace("_20_", " ").casefold()
            if plain.startswith(_CAPTIONS) and not self._parents.get(name):
                return "caption"
            if kind := next((kind for start, kind in _STYLES if plain.startswith(start)), None):
                return kind
            name, steps = self._parents.get(name, ""), steps + 1
        return None

    def remarks(self) -> tuple[str, ...]:
        """What was left out."""
        found = []
        if self._deleted:
            found.append(f"{counted(self._deleted, 'tracked deletion')} left out")
        if self._pictures:
            found.append(f"{counted(self._pictures, 'picture')} left out")
        return tuple(found)


def _macros(package: Package) -> tuple[str, ...]:
    scripts = any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in package.names())
    return ("holds macros; they were neither run nor read",) if scripts else ()


def _metadata(package: Package) -> dict[str, Stated]:
    """Title and author. The dates in the file are those of the file, not of what it says."""
    root = package.xml("meta.xml")
    found: dict[str, Stated] = {}
    for element in root.iter() if root is not None else ():
        key = {"title": "title", "initial-creator": "author", "creator": "author"}.get(local(element.tag))
        value = " ".join((element.text or "").split())
        if key and 2 < len(value) <= 300:
            found.setdefault(key, Stated(value, "file"))
    return found


def _outermost(parent: _Element) -> Iterator[_Element]:
    """The paragraphs within, without those that stand within one: of a text each is read once, however they nest."""
    for element in parent:
        if local(element.tag) in ("p", "h"):
            yield element
        else:
            yield from _outermost(element)
