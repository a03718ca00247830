"""Citing: one document refers to another of the same edition as a work."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.citations import Citation
from gainsay.dependence.dependence import Dependence, Place
from gainsay.dependence.fingerprint import WORD, fold
from gainsay.documents.document import Document
from gainsay.spans import Span, content_id

# A title of one word ("Memoirs") belongs to too many works to tell one.
TITLE_WORDS = 2


def find_citing(documents: Sequence[Document], citations: Sequence[Citation]) -> list[Dependence]:
    """The citations whose work is one of `documents`, by title (and author, where both give one), in text order.

    `a` is the reference, `b` the title of the document cited, or its first line where the title does not stand in it.
    """
    known: dict[tuple[str, ...], list[Document]] = {}
    for document in sorted(documents, key=lambda d: d.id):
        title = title_key(document.title)
        if len(title) >= TITLE_WORDS:
            known.setdefault(title, []).append(document)
    found = []
    for citation in citations:
        for cited in known.get(title_key(citation.title), ()):
            if cited.id != citation.document and _same_author(citation.author, cited.author):
                found += _citing(citation, cited)
    return sorted(found, key=lambda d: (d.a.document, d.a.span, d.b.document))


def _citing(citation: Citation, cited: Document) -> list[Dependence]:
    place = citation.reference or citation.note or citation.marker
    if place is None:
        return []
    stated = cited.metadata.get("title")
    title = stated.span if stated and stated.span else _first_line(cited.text)
    a, b = Place(citation.document, place), Place(cited.id, title)
    key = content_id("dep", "cites", a.document, *a.span, b.document)
    reason = f"cites {cited.title}"
    return [Dependence(key, "cites", a, b, "a-from-b", 0, reason=reason)] if title.length else []


def title_key(text: str | None) -> tuple[str, ...]:
    """The words of a title (or a name) by which two ways of writing it are one.

    >>> title_key("The Quay, in Winter") == title_key("the quay in winter")
    True
    """
    return tuple(fold(w) for w in WORD.findall(text or ""))


def _same_author(cited: str | None, stated: str | None) -> bool:
    """One of them says nothing, or they share a name: "Lindqvist, A." and "Ana Lindqvist"."""
    first, second = set(title_key(cited)), set(title_key(stated))
    return not first or not second or any(len(w) > 1 for w in first & second)


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, end if end >= 0 else len(text)).trim(text)
