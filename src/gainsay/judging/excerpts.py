"""Statements of an edition with what stands around them, as a second reader is shown them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from gainsay.edition.edition import Edition
from gainsay.edition.shown import statements_of
from gainsay.judging.pair import Excerpt, excerpt
from gainsay.passages.passage import PassageKind
from gainsay.statements.statement import Statement
from gainsay.store import schema

TITLES: frozenset[PassageKind] = frozenset({"heading", "byline", "boilerplate"})
"""What names a text or a part of it states nothing that the text below does not state better."""


def excerpts(edition: Edition, statements: Iterable[str]) -> dict[str, Excerpt]:
    """The excerpts of these statements by their ids, headings left out, and all of documents declared as restricted:
    what must not leave is not even made ready to be sent.
    """
    hidden = restricted(edition)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for one in statements_of(edition, statements).values():
        if one.document not in hidden:
            by_document[one.document].append(one)
    found = (cut for document, some in by_document.items() for cut in _of_document(edition, document, some))
    return {one.statement: one for one in found}


def restricted(edition: Edition) -> frozenset[str]:
    """The documents declared as restricted."""
    c = schema.documents.c
    with edition.store.begin() as connection:
        return frozenset(connection.scalars(select(c.id).where(c.restricted == 1)))


def restricted_statements(edition: Edition, statements: Iterable[str]) -> frozenset[str]:
    """Those of these statements that stand in restricted documents."""
    hidden = restricted(edition)
    found = statements_of(edition, statements).values() if hidden else ()
    return frozenset(s.id for s in found if s.document in hidden)


def _of_document(edition: Edition, document: str, statements: Iterable[Statement]) -> Iterable[Excerpt]:
    text = edition.text(document)
    passages = {p.id: p for p in edition.passages(document)}
    speakers = {a.id: a.speaker for a in edition.attributions(document)}
    for s in statements:
        passage = passages.get(s.passage)
        if passage is None or passage.kind in TITLES:
            continue
        chain = (" ".join(span.of(text) for span in speakers.get(a, ())) for a in s.attribution)
        by = [words for words in chain if words]
        where = {"statement": s.id, "document": document, "by": by, "when": s.said or s.written}
        cut = excerpt(text, passage.span, s.span, **where)  # type: ignore[arg-type]
        if cut is not None:
            yield cut
