"""EPUB: the chapters of a book in their order. Each chapter file is a page of the original."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gainsay.documents.document import Stated
from gainsay.documents.pages import Line, Page
from gainsay.documents.readers.flow import counted
from gainsay.documents.readers.package import Package, attribute, local
from gainsay.documents.readers.reader import Content
from gainsay.errors import DocumentError, EmptyDocumentError, NotTextError
from gainsay.spans import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?=$|T)")


def read_epub(path: str, data: bytes) -> Content:
    """The chapters in the order in which they are read; title, author and publisher as the book states them."""
    from gainsay.documents.readers.html import parse, render_page

    package = Package(path, data)
    if b"EncryptedData" in package.read("META-INF/encryption.xml") and package.has("META-INF/rights.xml"):
        raise DocumentError(path, "is locked by its seller (DRM). Ask for a copy without, or quote from it by hand.")
    opf_name, opf = _opf(path, package)
    parts: list[str] = []
    structure: list[tuple[Span, str]] = []
    pages: list[Page] = []
    missing, at = 0, 0
    for name in _spine(opf, dirname(opf_name)):
        page = package.read(name)
        missing += not page
        if not page:
            continue
        text, kinds = render_page(parse(path, page.decode("utf-8", "replace")))
        if not text:
            continue
        structure += [(span.shift(at), kind) for span, kind in kinds]
        pages.append(Page(len(pages) + 1, name, (Line(Span(at, at + len(text))),)))
        parts.append(text)
        at += len(text) + 2
    if not parts:
        raise EmptyDocumentError(path, "there is no text in this book; its pages may be pictures. Look into it.")
    remarks = (f"{counted(missing, 'chapter')} named in the book and not there",) if missing else ()
    return Content(
        "\n\n".join(parts),
        "application/epub+zip",
        "utf-8",
        _metadata(opf),
        tuple(structure),
        pages=tuple(pages),
        remarks=remarks,
    )


def _opf(path: str, package: Package) -> tuple[str, _Element]:
    """The file that lists the chapters."""
    container = package.xml("META-INF/container.xml")
    files = (e for e in container.iter() if local(e.tag) == "rootfile") if container is not None else iter(())
    name = next((found for e in files if (found := attribute(e, "full-path"))), "")
    opf = package.xml(name)
    if opf is None:
        raise NotTextError(path, "the list of chapters of this EPUB is missing. Open it in Calibre and save it anew.")
    return name, opf


def _spine(opf: _Element, folder: str) -> list[str]:
    """The names of the chapter files in reading order."""
    hrefs = {attribute(e, "id"): attribute(e, "href") or "" for e in opf.iter() if local(e.tag) == "item"}
    contents = {
        attribute(e, "id") for e in opf.iter() if local(e.tag) == "item" and attribute(e, "properties") == "nav"
    }
    order = [attribute(e, "idref") for e in opf.iter() if local(e.tag) == "itemref"]
    return [normpath(join(folder, unquote(hrefs[i]))) for i in order if i in hrefs and i not in contents]


def _metadata(opf: _Element) -> dict[str, Stated]:
    names = {"title": "title", "creator": "author", "publisher": "publisher", "date": "written"}
    found: dict[str, list[str]] = {}
    for element in opf.iter():
        key, value = names.get(local(element.tag)), " ".join((element.text or "").split())
        if key and value and "purl.org/dc" in str(element.tag) and len(value) <= 300:
            found.setdefault(key, []).append(value)
    stated = {key: Stated("; ".join(values) if key == "author" else values[0], "file") for key, values in found.items()}
    if "written" in stated:
        date = _DATE.match(stated["written"].value)
        # Books without a date carry the first day of the calendar of their maker.
        if date is None or date[0].startswith("0"):
            del stated["written"]
        else:
            stated["written"] = Stated(date[0], "file")
    return stated
