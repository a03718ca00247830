"""Matters as a person reads them: each statement with its words, its place and its holder's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gainsay.edition.edition import Edition
from gainsay.matters.matter import Matter, Witnesses
from gainsay.spans import Span
from gainsay.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement with its words. `holder` is the name of who holds it; None: the document's own voice, or unnamed."""

    id: str
    document: str
    path: str
    span: Span
    words: str
    holder: str | None
    said: str | None


@dataclass(frozen=True, slots=True)
class ShownSide:
    """One position with the statements that hold it."""

    position: str
    statements: tuple[ShownStatement, ...]


@dataclass(frozen=True, slots=True)
class ShownMatter:
    """A matter with the words of its statements; otherwise as `Matter`, `entities` by name."""

    id: str
    label: str
    verdict: str
    facet: str | None
    when: str | None
    sides: tuple[ShownSide, ...]
    entities: tuple[str, ...]
    witnesses: Witnesses
    score: float
    reason: str

    def _repr_html_(self) -> str:
        """The matter as a notebook shows it."""
        from gainsay.edition.notebook import matter_html

        return matter_html(self)


def statements_of(edition: Edition, ids: Iterable[str]) -> dict[str, Statement]:
    """The statements with these ids, in the order of documents and of the text."""
    wanted = dict.fromkeys(ids)
    found = edition.documents_stating(wanted)
    ordered = sorted(found & edition.paths.keys(), key=edition.paths.__getitem__)
    return {s.id: s for d in ordered for s in edition.statements(d) if s.id in wanted}


def show(edition: Edition, matters: Iterable[Matter], names: Mapping[str, str] | None = None) -> list[ShownMatter]:
    """The matters with the words, places and holders of their statements; `names` of entities, where not all may show.

    An entity without a name there stays unnamed.
    """
    matters = list(matters)
    statements = statements_of(edition, (s for m in matters for side in m.sides for s in side.statements))
    names = edition.names() if names is None else names
    entity_of = edition.entity_of()

    def shown(s: Statement) -> ShownStatement:
        holder = names.get(entity_of.get(s.holder or "", ""))
        words = s.span.of(edition.text(s.document))
        return ShownStatement(s.id, s.document, edition.paths[s.document], s.span, words, holder, s.said)

    return [
        ShownMatter(
            id=m.id,
            label=m.label,
            verdict=m.verdict,
            facet=m.facet,
            when=m.when,
            sides=tuple(
                ShownSide(side.position, tuple(shown(statements[s]) for s in side.statements)) for side in m.sides
            ),
            entities=tuple(names[e] for e in m.entities if e in names),
            witnesses=m.witnesses,
            score=m.score,
            reason=m.reason,
        )
        for m in matters
    ]
