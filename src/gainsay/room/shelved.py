"""An open edition that has at hand what the shelf holds, for the views that the edition makes of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Facet, Matter, Verdict
from gainsay.room.shelf import Shelf
from gainsay.statements.statement import Statement


class Shelved(Edition):
    """Gives what stands on the shelf without loading it for every page; documents that are kept out are not there."""

    def __init__(self, edition: Edition, shelf: Shelf) -> None:
        self.__dict__.update(vars(edition))
        self.__dict__["paths"] = {d.id: d.path for d in shelf.documents.values()}
        self._shelf = shelf

    def vocabulary(self) -> list[str]:
        """All words of the edition, taken once; a word that stands only in a document kept out finds nothing."""
        if self._shelf.vocabulary is None:
            self._shelf.vocabulary = super().vocabulary()
        return self._shelf.vocabulary

    def documents(self) -> list[Document]:
        """Those on the shelf."""
        return list(self._shelf.documents.values())

    def document(self, which: str) -> Document:
        """As on the shelf."""
        found = self._shelf.documents.get(which)
        return found or super().document(which)

    def text(self, document: str) -> str:
        """As on the shelf."""
        found = self._shelf.documents.get(document)
        return found.text if found else super().text(document)

    def entities(self) -> list[Entity]:
        """Those on the shelf."""
        return list(self._shelf.entities.values())

    def names(self) -> dict[str, str]:
        """As on the shelf."""
        return self._shelf.names

    def documents_naming(self, entities: Iterable[str]) -> dict[str, int]:
        """As on the shelf."""
        return Counter(d for e in dict.fromkeys(entities) for d in self._shelf.spoken.documents(e))

    def documents_stating(self, statements: Iterable[str]) -> set[str]:
        """As on the shelf."""
        known = self._shelf.statements
        return {known.document_of(s) for s in statements if s in known}

    def entity_of(self) -> Mapping[str, str]:
        """As on the shelf."""
        return self._shelf.entity_of

    def mention_referents(self, document: str | None = None) -> dict[str, str]:
        """As on the shelf."""
        return super().mention_referents() if document is None else self._shelf.mention.all_beside(document)

    def speaker_referents(self, document: str | None = None) -> dict[str, str]:
        """As on the shelf."""
        return super().speaker_referents() if document is None else self._shelf.attribution.all_beside(document)

    def attributions(self, document: str | None = None) -> list[Attribution]:
        """Those on the shelf."""
        return super().attributions() if document is None else self._shelf.attributions.get(document, [])

    def mentions(self, document: str | None = None) -> list[Mention]:
        """Those on the shelf."""
        return super().mentions() if document is None else self._shelf.mentions.get(document, [])

    def dates(self, document: str | None = None) -> list[Date]:
        """Those on the shelf."""
        return super().dates() if document is None else self._shelf.dates.get(document, [])

    def figures(self, document: str | None = None) -> list[Figure]:
        """Those on the shelf."""
        return super().figures() if document is None else self._shelf.figures.get(document, [])

    def citations(self, document: str | None = None) -> list[Citation]:
        """Those on the shelf."""
        return super().citations() if document is None else self._shelf.citations.get(document, [])

    def designations(self, document: str | None = None) -> list[Designation]:
        """Those on the shelf."""
        return super().designations() if document is None else self._shelf.designations.get(document, [])

    def statements(self, document: str | None = None) -> list[Statement]:
        """Those on the shelf."""
        return super().statements() if document is None else self._shelf.statements_of.get(document, [])

    def statements_in(self, document: str, passages: Container[str]) -> list[Statement]:
        """Those on the shelf."""
        return self._shelf.statements.among(document, "passage", passages)

    def dependences(self) -> list[Dependence]:
        """Those on the shelf."""
        return self._shelf.dependences

    def matters(
        self, verdict: Verdict | None = None, facet: Facet | None = None, about: str | None = None
    ) -> list[Matter]:
        """Those on the shelf, where all are wanted."""
        plain = verdict is None and facet is None and about is None
        return self._shelf.matters if plain else super().matters(verdict, facet, about)
