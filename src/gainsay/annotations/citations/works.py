"""Which citations name the same work."""

from __future__ import annotations

import re
import unicodedata

from gainsay.annotations.citations.fields import Fields
from gainsay.spans import content_id

_PLAIN = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")


def fold(text: str) -> str:
    """Without case, accents, punctuation and a leading article.

    >>> fold("The Café Papers")
    'cafe papers'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return _ARTICLE.sub("", _PLAIN.sub(" ", bare).strip())


# Only so many titles of one author are compared for a short title: enough for any bibliography, and linear.
_RECENT = 40


class Works:
    """The works named so far, in reading order; *ibid.* and short titles point back to them."""

    def __init__(self) -> None:
        self._last: str | None = None
        self._titles: dict[tuple[str, str], str] = {}
        self._authors: dict[str, list[tuple[str, str]]] = {}

    def lost(self) -> None:
        """A note is lost: the *ibid.* after it points to nothing that is known."""
        self._last = None

    def work(self, fields: Fields) -> str | None:
        """The id of the work that a reference names; shared by all references to it."""
        if fields.back == "ibid":
            return self._last
        surname = _surname(fields.author)
        named = self._authors.get(surname, []) if surname else []
        if fields.back:
            found = named[-1][1] if named else None
        else:
            title = fold(fields.title) if fields.title else ""
            found = self._titles.get((surname, title)) or _shortened(named, title) or self._new(surname, title, fields)
        self._last = found
        return found

    def _new(self, surname: str, title: str, fields: Fields) -> str | None:
        key = title or fields.date or ""
        if not title and not (surname and key):
            return None
        work = content_id("work", surname, key)
        self._titles[surname, title] = work
        self._authors.setdefault(surname, []).append((title, work))
        return work


def _shortened(named: list[tuple[str, str]], title: str) -> str | None:
    """A work whose title begins alike: "Lindqvist, Quay Strike" after the full title."""
    if len(title) < 6:
        return None
    return next(
        (w for known, w in reversed(named[-_RECENT:]) if known.startswith(title) or f" {title} " in f" {known} "), None
    )


def _surname(author: str | None) -> str:
    """The folded surname of the first author: "Lindqvist, Ana" and "Ana Lindqvist" → "lindqvist"."""
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
