"""Finding the words of an annotation again: by position and quote together, or not at all."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import unquote

from gainsay.edition.edition import Edition
from gainsay.imports.annotation import Place
from gainsay.imports.webanno import OURS
from gainsay.spans import Span


class Anchors:
    """The places of an edition that annotations may mean."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def find(self, place: Place) -> tuple[str, Span] | str:
        """The document and the span; or, in words, why there is none. A look-alike elsewhere is never taken."""
        document = self._document(place.document)
        if document is None:
            return "its document is not in the edition, or its text is another"
        if not place.quote or place.span.start == place.span.end:
            return "it has no position, or no quote: both are needed"
        text = self.edition.text(document)
        if place.span.of(text) == place.quote:
            return document, place.span
        counted = _in_code_points(place.span, text)
        if counted and counted.of(text) == place.quote:
            return document, counted
        return f"“{_short(place.quote)}” does not stand at {place.span.start}–{place.span.end}"

    def _document(self, name: str) -> str | None:
        """The document of an id of ours, of a path, of an address, or with just this text."""
        identity = name.removeprefix(OURS)
        if identity in self.edition.paths:
            return identity
        return self._by_name.get(name) or self._by_name.get(unquote(name)) or self._by_text.get(name)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Documents by path and by address."""
        paths = {path: identity for identity, path in self.edition.paths.items()}
        addresses = {url: d.id for d in self.edition.documents() if (url := d.stated("url"))}
        return {**addresses, **paths}

    @cached_property
    def _by_text(self) -> dict[str, str]:
        return {d.text: d.id for d in self.edition.documents()}


def _in_code_points(span: Span, text: str) -> Span | None:
    """The span of one that was counted in UTF-16 units, as programs in JavaScript do."""
    units = text[: span.end].encode("utf-16-le", "surrogatepass")
    try:
        start, end = (len(units[: 2 * edge].decode("utf-16-le", "strict")) for edge in span)
    except UnicodeDecodeError:
        return None
    return Span(start, end)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:59].rstrip()}…"
