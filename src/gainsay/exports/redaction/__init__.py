"""Restricted export: names replaced by stable pseudonyms in texts, notes and metadata alike, and the proof of it."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from gainsay.annotations.designations import Designation
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.entities.entity import Entity, Referent
from gainsay.errors import StorageError
from gainsay.exports.copying import copy_rewritten
from gainsay.exports.redaction.forms import Forms, Replaced
from gainsay.exports.redaction.persons import ROLES, Redacted, persons_of
from gainsay.exports.redaction.proof import prove
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import content_terms

__all__ = ["ROLES", "Redacting", "persons_of", "redacted_export"]

Write = Callable[[Edition, Path], dict[str, int]]

_ID = re.compile(r"([a-z]+)-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a redacted export did: the records by kind, the pseudonyms given, the bytes that were looked through."""

    counts: dict[str, int]
    pseudonyms: tuple[str, ...]
    names: tuple[str, ...]
    proved: int


def redacted_export(edition: Edition, write: Write, path: Path, wanted: str | Path) -> Redaction:
    """Write an edition without the names in a list, or of those in a role.

    A copy of the edition is made with every name replaced, and that is written; all of it is looked through before a
    byte of it comes to `path`. Raises RedactionError where a name is left, and then writes nothing.
    """
    redacted = persons_of(edition, wanted)
    public = Public.of(edition)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".gainsay-", dir=path.parent) as made:
            inner = Path(made) / "edition"
            inner.mkdir()
            copy = inner / f"{redacted.forms.replace(edition.path.stem)}.gainsay"
            copy_rewritten(public, copy, Redacting(public, redacted))
            with Edition(copy) as one:
                counts = write(one, Path(made) / "out" / path.name)
            proved = prove(Path(made) / "out", redacted.forms)
            _move(Path(made) / "out" / path.name, path)
    except OSError as error:
        raise StorageError(f"{path}: the export cannot be written ({error.strerror}). Give another place.") from error
    names = tuple(person.name for person in redacted.persons)
    return Redaction(counts, tuple(dict.fromkeys(person.pseudonym for person in redacted.persons)), names, proved)


def _move(made: Path, path: Path) -> None:
    """Put what was made in its place: a file, or the files of a folder, each replaced whole."""
    if made.is_file():
        made.replace(path)
        return
    for file in sorted(f for f in made.rglob("*") if f.is_file()):
        place = path / file.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, place)


class Redacting:
    """Rewrites the records of an edition: names become pseudonyms, spans move with them, ids tell nothing.

    An id derives from what it names: whoever guesses a name could check the guess. So all ids are made anew with a key
    that is kept nowhere.
    """

    def __init__(self, public: Public, redacted: Redacted, key: bytes | None = None) -> None:
        self.forms: Forms = redacted.forms
        self.key = key or secrets.token_bytes(32)
        self.texts: dict[str, Replaced] = {}
        self.pseudonyms = {self.words(identity): name for identity, name in redacted.pseudonym_of.items()}
        self.edition = public.edition

    def text(self, document: Document) -> str:
        """The text with pseudonyms."""
        return self._replaced(document.id, document.text).text

    def span(self, document: str, span: Span) -> Span:
        """Where a span lies now."""
        found = self.texts.get(document) or self._replaced(document, self.edition.text(document))
        return found.span(span)

    def _replaced(self, document: str, text: str) -> Replaced:
        if document not in self.texts:
            self.texts[document] = Replaced.of(text, self.forms.find(text))
        return self.texts[document]

    def words(self, words: str) -> str:
        """Words with pseudonyms; an id made anew."""
        known = _ID.fullmatch(words)
        if known:
            digest = blake2b(words.encode(), digest_size=8, key=self.key)
            return f"{known[1]}-{digest.hexdigest()}"
        return self.forms.replace(words)

    def finished(self, record: Any, text: str) -> Any:
        """What is derived from names or bytes is derived again, or left out."""
        if isinstance(record, Document):
            return replace(record, sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        if isinstance(record, Statement):
            return replace(record, terms=tuple(content_terms(text, record.span, ())))
        if isinstance(record, Designation):
            return replace(record, act=None)
        if isinstance(record, Referent):
            return replace(record, names=tuple(dict.fromkeys(record.names)), also=tuple(dict.fromkeys(record.also)))
        if isinstance(record, Entity) and record.id in self.pseudonyms:
            name = self.pseudonyms[record.id]
            return replace(record, name=name, names=(name,))
        return record
