"""Citing: one document refers to another of the same edition as a work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gainsay.annotations.citations import Citation
from gainsay.annotations.citations.works import surname
from gainsay.dependence.dependence import Dependence, Place
from gainsay.dependence.fingerprint import WORD, fold
from gainsay.documents.document import Document
from gainsay.spans import Span, content_id

# A title of one word ("Memoirs") belongs to too many works to tell one.
TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself, by which another may cite it."""

    id: str
    title: str | None
    author: str | None = None
    written: str | None = None


def cited_documents(
    heads: Iterable[Head], citations: Sequence[Citation], same: Mapping[str, str] | None = None
) -> dict[str, list[str]]:
    """The documents that citations name as works, by the citations' ids.

    By title (with its subtitle or without; and author, where both give one), by author and year where only one
    document has both, and by the work where another reference to it says more: a short title, *ibid.* `same` maps works
    that are one.
    """
    heads = sorted(heads, key=lambda head: head.id)
    titles: dict[tuple[str, ...], list[Head]] = {}
    years: dict[tuple[str, str], list[Head]] = {}
    for head in heads:
        for title in _titles(head.title):
            titles.setdefault(title, []).append(head)
        if head.author and head.written:
            years.setdefault((surname(head.author), head.written[:4]), []).append(head)
    works: dict[str, dict[str, None]] = {}
    found: dict[str, list[str]] = {}
    for citation in citations:
        named = _titled(citation, titles) or _dated(citation, years)
        found[citation.id] = [head.id for head in named]
        if citation.work:
            works.setdefault((same or {}).get(citation.work, citation.work), {}).update(
                dict.fromkeys(found[citation.id])
            )
    for citation in citations:
        if not found[citation.id] and citation.work:
            meant = list(works.get((same or {}).get(citation.work, citation.work), ()))
            found[citation.id] = meant if len(meant) == 1 else []
    return {identity: ids for identity, ids in found.items() if ids}


def _titles(title: str | None) -> list[tuple[str, ...]]:
    """A title, and without its subtitle."""
    keys = (title_key(title), title_key((title or "").partition(":")[0]))
    return [key for key in dict.fromkeys(keys) if len(key) >= TITLE_WORDS]


def _titled(citation: Citation, titles: Mapping[tuple[str, ...], Sequence[Head]]) -> list[Head]:
    named = [head for key in _titles(citation.title) for head in titles.get(key, ())]
    return [head for head in dict.fromkeys(named) if _same_author(citation.author, head.author)]


def _dated(citation: Citation, years: Mapping[tuple[str, str], Sequence[Head]]) -> list[Head]:
    """Lindqvist 1934, where one document alone is by a Lindqvist and of 1934."""
    if citation.title or not citation.author or not citation.date:
        return []
    named = years.get((surname(citation.author), citation.date[:4]), ())
    return list(named) if len(named) == 1 else []


def find_citing(
    documents: Sequence[Document], citations: Sequence[Citation], cited: Mapping[str, Sequence[str]] | None = None
) -> list[Dependence]:
    """The citations whose work is one of `documents`, in text order; `cited` is what `cited_documents` found among all.

    `a` is the reference, `b` the title of the document cited, or its first line where the title does not stand in it.
    """
    known = {document.id: document for document in documents}
    if cited is None:
        cited = cited_documents([Head(d.id, d.title, d.author, d.written) for d in documents], citations)
    found = [
        dependence
        for citation in citations
        for document in cited.get(citation.id, ())
        if document != citation.document
        for dependence in _citing(citation, known[document])
    ]
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
