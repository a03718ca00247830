"""The works that an edition cites, each once, with the fullest description that any citation gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from gainsay.annotations.citations import Citation
from gainsay.annotations.citations.works import fold, surname
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.store import schema

WorkKind = Literal["book", "article", "newspaper", "chapter", "archival", "other"]

_AND = re.compile(r"\s*(?:;|,?\s&\s|,?\sand\s|,?\s(?:et|und|y)\s(?!al\b))\s*")
_INVERTED = re.compile(r"[^,]+,\s[^,]+")
_LIST = re.compile(r",\s(?=[^,]+\s[^,]+(?:,|$))")
_NAME = re.compile(
    r"(?P<given>(?:[A-ZÀ-Þ][\w’'.-]*\s)+)(?P<family>(?:(?:van|von|de|der|du|da|del|la|le|bin|al|ter)\s)*[A-ZÀ-Þ][\w’'-]+)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """An author: family and given name, or a `literal` that is not parted (a body, a name not understood)."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work: its id, kind, its fullest citation, how often it is cited and in which documents (paths).

    `itself` is the path of the document that is this work, where it was read too.
    """

    id: str
    kind: WorkKind
    citation: Citation
    cited: int
    documents: tuple[str, ...]
    itself: str | None = None


def works(edition: Edition, public: Public | None = None) -> list[Work]:
    """The works that public documents cite, in the order of author, title and date."""
    public = public or Public.of(edition)
    citations = [c for one in public.contents() for c in one.citations if c.work]
    merged = public.merged_works
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        assert citation.work
        groups.setdefault(merged.get(citation.work, citation.work), []).append(citation)
    read = _read_too(edition, public)
    found = [_work(identity, group, public, read) for identity, group in groups.items()]
    return sorted(found, key=lambda w: (w.citation.author or "", w.citation.title or "", w.citation.date or "", w.id))


def _work(identity: str, group: list[Citation], public: Public, read: dict[str, list[tuple[str, str]]]) -> Work:
    fullest = max(group, key=_fullness)
    paths = tuple(sorted({public.documents[c.document] for c in group}))
    own = surname(fullest.author)
    titled = next((read[title] for title in _titles(fullest.title) if title in read), [])
    same = [path for name, path in titled if not name or not own or name == own]
    itself = same[0] if len(same) == 1 else None
    return Work(identity, kind_of(fullest), fullest, len(group), paths, itself)


def _read_too(edition: Edition, public: Public) -> dict[str, list[tuple[str, str]]]:
    """The public documents by their folded titles: surname of the author and path."""
    c = schema.documents.c
    found: dict[str, list[tuple[str, str]]] = {}
    with edition.store.begin() as connection:
        for row in connection.execute(select(c.id, c.path, c.title, c.author).order_by(c.path)):
            for title in _titles(row.title) if row.id in public.documents else ():
                found.setdefault(title, []).append((surname(row.author), row.path))
    return found


def _titles(title: str | None) -> list[str]:
    """A folded title, and without its subtitle."""
    return [key for key in dict.fromkeys((fold(title or ""), fold((title or "").partition(":")[0]))) if key]


_FIELDS = ("author", "title", "container", "date", "entry_date", "place", "publisher", "volume", "archive")


def _fullness(citation: Citation) -> tuple[int, str]:
    """How many fields a citation gives; ties go to the greater id, so that the choice is always the same."""
    return sum(getattr(citation, name) is not None for name in _FIELDS), citation.id


def kind_of(citation: Citation) -> WorkKind:
    """What kind of work a citation describes, as far as its fields show."""
    if citation.container:
        if citation.publisher or citation.place:
            return "chapter"
        return "newspaper" if len(citation.date or "") == len("1911-05-03") else "article"
    if citation.publisher or citation.place:
        return "book"
    if citation.archive:
        return "archival"
    if len(citation.date or "") == len("1911-05-03"):
        return "newspaper"
    return "other"


def names(author: str | None) -> list[Name]:
    """The names in an author field.

    >>> [n.family for n in names("Lindqvist, A., & Moe, B.")]
    ['Lindqvist', 'Moe']
    """
    if not author:
        return []
    found = []
    for part in _AND.split(author.strip()):
        several = [part] if _INVERTED.fullmatch(part) else _LIST.split(part)
        found += [_name(one.strip(" ,")) for one in several if one.strip(" ,")]
    return found


def _name(words: str) -> Name:
    if _INVERTED.fullmatch(words):
        family, _, given = words.partition(",")
        return Name(family.strip(), given.strip())
    plain = _NAME.fullmatch(words)
    if plain:
        return Name(plain["family"], plain["given"].strip())
    return Name(literal=words)
