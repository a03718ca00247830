"""An edition of the small collection, and the ids of what is decided about in tests."""

from __future__ import annotations

from pathlib import Path

import gainsay
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from tests.edition.collection import write


def read(tmp_path: Path, texts: dict[str, str] | None = None) -> Path:
    """The collection, read; the path of its edition."""
    gainsay.read(write(tmp_path / "press", texts), tmp_path / "press.gainsay").close()
    return tmp_path / "press.gainsay"


def attribution(edition: gainsay.Edition, path: str, words: str) -> Attribution:
    """The one whose content begins so."""
    document = edition.document(path)
    return next(a for a in edition.attributions(document.id) if a.content[0].of(document.text).startswith(words))


def mention(edition: gainsay.Edition, path: str, words: str) -> Mention:
    """The first with these words."""
    document = edition.document(path)
    return next(m for m in edition.mentions(document.id) if m.span.of(document.text) == words)


def speaker(edition: gainsay.Edition, identity: str) -> str | None:
    """The name of an attribution's speaker."""
    names = {e.id: e.name for e in edition.entities()}
    referent = edition.speaker_referents().get(identity)
    return None if referent is None else names[edition.entity_of()[referent]]
