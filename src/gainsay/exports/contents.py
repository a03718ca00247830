"""What stands in each document, for the formats that go through an edition document by document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Contents:
    """A document with its records; `entity_of` gives the entity of a mention or of an attribution's speaker."""

    public: Public
    document: Document
    articles: list[Article]
    passages: list[Passage]
    damage: list[Damage]
    attributions: list[Attribution]
    mentions: list[Mention]
    dates: list[Date]
    figures: list[Figure]
    citations: list[Citation]
    designations: list[Designation]
    statements: list[Statement]
    entity_of: dict[str, str]


def contents(edition: Edition, public: Public) -> Iterator[Contents]:
    """The public documents with their records, one at a time, in the order of paths."""
    for identity in public.documents:
        referents = {**edition.mention_referents(identity), **edition.speaker_referents(identity)}
        yield Contents(
            public,
            edition.document(identity),
            edition.articles(identity),
            edition.passages(identity),
            edition.damage(identity),
            edition.attributions(identity),
            edition.mentions(identity),
            edition.dates(identity),
            edition.figures(identity),
            edition.citations(identity),
            edition.designations(identity),
            edition.statements(identity),
            {record: entity for record, r in referents.items() if (entity := public.entity(r))},
        )
