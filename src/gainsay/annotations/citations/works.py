"""Which citations name the same work, within a document and across documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from gainsay.annotations.citations.citation import Citation
from gainsay.annotations.citations.fields import Fields
from gainsay.spans import content_id

_PLAIN = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
# A shorter title may begin many.
_SHORTEST = 6
# Beside "op. cit." it only chooses between works that are there.
_SHORTEST_BACK = 4
# Only so many titles of one author are compared for a short title: enough for any bibliography, and linear.
_RECENT = 40


def fold(text: str) -> str:
    """Without case, accents, punctuation and a leading article.

    >>> fold("The Café Papers")
    'cafe papers'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return _ARTICLE.sub("", _PLAIN.sub(" ", bare).strip())


@dataclass(frozen=True, slots=True)
class _Work:
    title: str
    year: str
    id: str


@dataclass(slots=True)
class _Shelf:
    """The works of one author."""

    works: list[_Work] = field(default_factory=list)

    def put(self, work: _Work) -> None:
        if all(w.id != work.id for w in self.works[-_RECENT:]):
            self.works.append(work)

    def whole(self, title: str, year: str) -> str | None:
        """The work of a title, with its subtitle or without, if the year is the same."""
        if not title:
            return None
        for work in self.works:
            if work.title == title:
                return work.id
        fitting = _distinct(w.id for w in self.works[-_RECENT:] if year and w.year == year and _begins(w.title, title))
        return fitting[0] if len(fitting) == 1 else None

    def shortened(self, title: str, shortest: int = _SHORTEST) -> list[str]:
        """The works that a short title may mean."""
        if len(title) < shortest:
            return []
        return _distinct(
            w.id for w in self.works[-_RECENT:] if w.title.startswith(title) or f" {title} " in f" {w.title} "
        )

    def of_year(self, year: str) -> list[str]:
        return _distinct(w.id for w in self.works[-_RECENT:] if w.year == year)


def _begins(one: str, other: str) -> bool:
    """Whether one title is the other with a subtitle."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(f"{short} ")


def _distinct(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


class Works:
    """The works of one document; *ibid.*, *op. cit.* and short titles point to them, or to none where two fit."""

    def __init__(self, references: Iterable[Fields]) -> None:
        self._last: str | None = None
        self._author: str | None = None
        self._cited: dict[str, list[str]] = {}
        self._shelves: dict[str, _Shelf] = {}
        for fields in references:
            # Whole references first: a bibliography stands behind what cites it.
            if not fields.back and fields.title and fields.date:
                self._put(surname(fields.author), fields)

    def unknown(self) -> None:
        """A note is lost or names several works: the *ibid.* after it points to nothing that is known."""
        self._last = None

    def author_before(self) -> str | None:
        """The author of the reference before, for *idem* and a dash."""
        return self._author

    def work(self, fields: Fields) -> str | None:
        """The id of the work that a reference names; shared by all references to it."""
        if fields.back == "ibid":
            return self._last
        name = surname(fields.author)
        if fields.back:
            found = self._back(name, fold(fields.title or ""))
        else:
            found = self._named(name, fields)
        self._last, self._author = found, fields.author
        if name and found and found not in self._cited.setdefault(name, []):
            self._cited[name].append(found)
        return found

    def _back(self, name: str, title: str) -> str | None:
        """The only work of an author cited so far; where a title stands beside it, the one of that title."""
        shelf = self._shelves.get(name)
        if title and shelf is not None:
            cited = shelf.shortened(title, _SHORTEST_BACK)
        else:
            cited = self._cited.get(name, []) if name else []
        return cited[0] if len(cited) == 1 else None

    def _named(self, name: str, fields: Fields) -> str | None:
        title, year = fold(fields.title) if fields.title else "", (fields.date or "")[:4]
        shelf = self._shelves.get(name)
        if shelf and (known := shelf.whole(title, year)):
            return known
        if shelf and name and not fields.date and (fitting := shelf.shortened(title)):
            return fitting[0] if len(fitting) == 1 else None
        if shelf and name and not title and year and (fitting := shelf.of_year(year)):
            return fitting[0] if len(fitting) == 1 else None
        return self._put(name, fields)

    def _put(self, name: str, fields: Fields) -> str | None:
        title = fold(fields.title) if fields.title else ""
        key = title or fold(fields.archive or "") or fields.date or ""
        if not key or not (title or name or fields.archive):
            return None
        work = _Work(title, (fields.date or "")[:4], content_id("work", name, key))
        self._shelves.setdefault(name, _Shelf()).put(work)
        return work.id


def same_works(citations: Iterable[Citation]) -> dict[str, str]:
    """Works of several documents that are one: id → the id to use, for short titles and years that fit one whole title,
    and for titles with their subtitle and without.

    What fits two works stays itself.
    """
    shelves: dict[str, _Shelf] = {}
    short: dict[str, tuple[str, str, str]] = {}
    merged: dict[str, str] = {}
    for citation in citations:
        name = surname(citation.author)
        if citation.work is None or not name:
            continue
        title, year = fold(citation.title or ""), (citation.date or "")[:4]
        if title and year:
            own = shelves.setdefault(name, _Shelf())
            known = own.whole(title, year)
            if known is None or known == citation.work:
                own.put(_Work(title, year, citation.work))
            else:
                merged[citation.work] = known
        else:
            short.setdefault(citation.work, (name, title, year))
    for work, (name, title, year) in sorted(short.items()):
        shelf = shelves.get(name)
        if work in merged or shelf is None or any(w.id == work for w in shelf.works):
            continue
        fitting = shelf.shortened(title) if title else shelf.of_year(year) if year else []
        if len(fitting) == 1:
            merged[work] = fitting[0]
    return merged


def surname(author: str | None) -> str:
    """The folded surname of the first author.

    >>> [surname(a) for a in ("Lindqvist, Ana", "Ana Lindqvist", "A. Moe & B. Berg")]
    ['lindqvist', 'lindqvist', 'moe']
    """
    if not author:
        return ""
    first = re.split(r"\s(?:and|&)\s|;|,?\set al", author)[0]
    name = (
        first.split(",")[0]
        if re.match(r"[^,\s]+(?:\s[^,\s]+)?,\s", first) and not re.match(r"\S+\s\S+,\s\S+\s\S+", first)
        else first
    )
    words = fold(name.split(",")[0]).split()
    return words[-1] if words else ""
