"""The matters of an edition, brought up to date with its relations and dependences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection

from gainsay.dependence.dependence import Dependence
from gainsay.edition.change import MUCH, Change
from gainsay.edition.copied import copied_often, load_copies, with_copies
from gainsay.edition.review.settle import Docket
from gainsay.edition.touched import Compared, find_touched
from gainsay.matters import Context, assemble
from gainsay.spans import Span
from gainsay.store import blocking
from gainsay.store.comparison import count_documents, load_authors, load_dependences, replace_matters
from gainsay.store.naming import load_names


def update_matters(connection: Connection, docket: Docket, change: Change, compared: Compared) -> None:
    """Make the edition hold the matters that its relations and dependences make now.

    Where documents were only added, and nobody decided anything about a matter, those stand that it held before, but
    for what the change touches.
    """
    copied = copied_often(load_copies(connection))
    few = len(change.documents) <= MUCH * count_documents(connection)
    if few and change.only_added and not docket.is_about("matter"):
        part = find_touched(connection, change, compared)
        relations, comparables = blocking.load_relations(connection, part.related(compared.now))
        labels = blocking.load_labels(connection, part.labels())
        copied = [places for places in copied if places[0].document in part.copied]
        instead_of: Collection[str] | None = part.matters
    else:
        relations, comparables = blocking.load_relations(connection, compared.now)
        labels, instead_of = blocking.load_labels(connection), None
    comparables |= {one.id: one for one in labels.values()}
    documents = {one.document for one in comparables.values()} | {p.document for places in copied for p in places}
    context = _context(connection, change, documents)
    named = (r for one in comparables.values() for r in (*one.referents, *one.voices))
    assembled = assemble(relations, comparables, replace(context, entity_of=change.entity_of.of(named)))
    matters = docket.judge(with_copies(connection, assembled, copied, context))
    replace_matters(connection, matters, instead_of)


def _context(connection: Connection, change: Change, documents: Collection[str]) -> Context:
    """What is to be known of these documents."""
    touching: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in sorted(load_dependences(connection, documents), key=_places):
        for document in {dependence.a.document: None, dependence.b.document: None}:
            touching[document].append(dependence)
    authors = load_authors(connection, documents)
    return Context(entity_of=change.entity_of, names=load_names(connection), authors=authors, dependences=touching)


def _places(d: Dependence) -> tuple[str, Span, str, Span]:
    return d.a.document, d.a.span, d.b.document, d.b.span
