"""Passages and documents as one would cite them: plain text, Markdown, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re

from gainsay.documents.document import Document
from gainsay.passages.passage import Passage
from gainsay.room.context import CitePage, Citing, Link
from gainsay.room.naming import place_href, short_title, source_href, title_of
from gainsay.room.words import in_words

_TYPES = {"newspaper": "article-newspaper", "letter": "personal_communication", "report": "report", "memoir": "book"}
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def cite(document: Document, passage: Passage | None = None, number: int = 0) -> CitePage:
    """A document, or a passage with its number, in four conventions."""
    quotation = passage.span.trim(document.text).of(document.text) if passage else ""
    href = place_href(document, passage.id) if passage else source_href(document.id)
    where = _where(document, passage, number)
    forms = (
        Citing("Plain text", _plain(document, quotation, where)),
        Citing("Markdown", _markdown(document, quotation, where)),
        Citing("BibTeX", _bibtex(document, quotation, where)),
        Citing("CSL-JSON", _csl(document, quotation, where)),
    )
    return CitePage(Link(short_title(document), href), quotation, forms)


def _where(document: Document, passage: Passage | None, number: int) -> str:
    """Where the words stand: passage, characters, file and the beginning of its hash."""
    place = f"passage {number}, characters {passage.span.start}–{passage.span.end}, " if passage else ""
    return f"{place}{document.path} (sha256 {document.sha256[:12]})"


def _described(document: Document) -> list[str]:
    when = in_words(document.written) if document.written else ""
    publisher = document.publisher or ""
    return [w for w in (document.author or "", publisher if publisher != title_of(document) else "", when) if w]


def _plain(document: Document, quotation: str, where: str) -> str:
    author, *rest = (*_described(document), "") if document.author else ("", *_described(document))
    parts = [author, title_of(document), *rest, where]
    quoted = f"“{_one_line(quotation)}” " if quotation else ""
    return f"{quoted}{', '.join(_one_line(p) for p in parts if p)}."


def _markdown(document: Document, quotation: str, where: str) -> str:
    lines = [f"> {_marked(line)}" for line in quotation.splitlines()] + [">"] if quotation else []
    named = ", ".join([f"*{_marked(title_of(document))}*", *map(_marked, _described(document))])
    return "\n".join([*lines, f"{'> ' if quotation else ''}{named}, {_marked(where)}"])


def _bibtex(document: Document, quotation: str, where: str) -> str:
    date = document.written or ""
    fields = {
        "author": f"{{{_tex(document.author)}}}" if document.author else "",
        "title": _tex(title_of(document)),
        "publisher": _tex(document.publisher),
        "date": date,
        "year": date[:4] if date[:4].isdigit() else "",
        "url": _tex(document.stated("url")),
        "note": _tex(f"“{_one_line(quotation)}”, {where}" if quotation else where),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{document.id},", *lines, "}"])


def _csl(document: Document, quotation: str, where: str) -> str:
    item = {
        "id": document.id,
        "type": _TYPES.get((document.stated("kind") or "").casefold(), "document"),
        "title": title_of(document),
        "author": [{"literal": document.author}] if document.author else None,
        "publisher": document.publisher,
        "issued": _issued(document.written),
        "URL": document.stated("url"),
        "abstract": quotation or None,
        "note": where,
    }
    return json.dumps({k: v for k, v in item.items() if v}, ensure_ascii=False, indent=1)


def _issued(edtf: str | None) -> dict[str, object] | None:
    if not edtf:
        return None
    found = _DATE.fullmatch(edtf)
    return {"date-parts": [[int(n) for n in found.groups() if n]]} if found else {"literal": in_words(edtf)}


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _marked(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)


def _tex(words: str | None) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found.group(), "\\" + found.group()), _one_line(words or ""))
