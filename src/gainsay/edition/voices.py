"""Whose word a passage is: the chain of those who pass it on, from the document itself to the innermost speaker."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Attribution, Stance
from gainsay.edition.edition import Edition
from gainsay.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks. `key` tells voices apart: an entity's id, else the document's, or a speaker's within it.

    `name` is the entity's name, else the words for the speaker, else the document's path. `own` is set where the
    document speaks itself.
    """

    key: str
    name: str
    own: bool


class Voices:
    """The voices of an edition, looked up document by document."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._names = edition.names()
        self._entity_of = edition.entity_of()
        self._at_hand: tuple[str, dict[str, Attribution], dict[str, str]] = ("", {}, {})

    def entity(self, referent: str | None) -> str | None:
        """The entity of a referent."""
        return self._entity_of.get(referent or "")

    def name(self, entity: str | None) -> str | None:
        """The name of an entity."""
        return self._names.get(entity or "")

    def itself(self, document: str) -> Voice:
        """The document's own voice."""
        return Voice(document, self._edition.paths[document], True)

    def speaker(self, document: str, attribution: str | None) -> Voice:
        """The speaker of an attribution; the document itself for None, or where the attribution is gone."""
        attributions, referents = self._of(document)
        if attribution is None or attribution not in attributions:
            return self.itself(document)
        entity = self._entity_of.get(referents.get(attribution, ""))
        if entity in self._names:
            return Voice(entity, self._names[entity], False)
        spans = attributions[attribution].speaker
        words = " ".join(" ".join(span.of(self._edition.text(document)).split()) for span in spans)
        path = self._edition.paths[document]
        return Voice(f"{document} {words.casefold() or attribution}", words or f"somebody in {path}", False)

    def chain(self, statement: Statement) -> tuple[Voice, ...]:
        """The document, then the speakers, outermost first: the last one holds the statement."""
        spoken = (self.speaker(statement.document, a) for a in statement.attribution)
        return (self.itself(statement.document), *spoken)

    def stance(self, document: str, attribution: str | None) -> Stance:
        """How the speaker puts it; `asserts` for the document's own voice."""
        found = self._of(document)[0].get(attribution or "")
        return found.stance if found else "asserts"

    def _of(self, document: str) -> tuple[dict[str, Attribution], dict[str, str]]:
        """The attributions of a document with their speakers; the latest are kept at hand."""
        if self._at_hand[0] != document:
            found = {a.id: a for a in self._edition.attributions(document)}
            self._at_hand = (document, found, self._edition.speaker_referents(document))
        return self._at_hand[1], self._at_hand[2]
