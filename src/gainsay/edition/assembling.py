"""The matters of an edition, brought up to date with its relations and dependences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from gainsay.dependence.dependence import Dependence, Place
from gainsay.edition.change import MUCH, Change
from gainsay.edition.copied import copied_often, with_copies
from gainsay.edition.review.settle import Docket
from gainsay.edition.touched import Held, find_touched
from gainsay.matters import Comparable, Context, assemble
from gainsay.store import blocking
from gainsay.store.comparison import count_documents, load_authors, replace_matters


def update_matters(
    connection: Connection, docket: Docket, change: Change, compared: Collection[int], was: Held, now: Held
) -> None:
    """Make the edition hold the matters that its relations and dependences make `now`.

    Where documents were only added, and nobody decided anything about a matter, those stand that it held before, but
    for what the change touches. `compared` are the comparables that were looked at again.
    """
    copied = copied_often(now.dependences)
    few = len(change.documents) <= MUCH * count_documents(connection)
    if few and change.only_added and not docket.is_about("matter"):
        part = find_touched(connection, change, compared, was, now)
        relations, comparables = blocking.load_relations(connection, part.related(now.related))
        labels = blocking.load_labels(connection, part.labels())
        copied = [places for places in copied if places[0].document in part.copied]
        instead_of: Collection[str] | None = part.matters
    else:
        relations, comparables = blocking.load_relations(connection, now.related)
        labels, instead_of = blocking.load_labels(connection), None
    comparables |= {one.id: one for one in labels.values()}
    context = _context(connection, change, comparables.values(), copied, now.dependences)
    named = (r for one in comparables.values() for r in (*one.referents, *one.voices))
    assembled = assemble(relations, comparables, replace(context, entity_of=change.entity_of.of(named)))
    matters = docket.judge(with_copies(connection, assembled, copied, context))
    replace_matters(connection, matters, instead_of)


def _context(
    connection: Connection,
    change: Change,
    comparables: Iterable[Comparable],
    copied: Iterable[Sequence[Place]],
    dependences: Iterable[Dependence],
) -> Context:
    """What is to be known of the documents in which all these stand."""
    documents = {one.document for one in comparables} | {place.document for places in copied for place in places}
    touching: dict[str, list[Dependence]] = defaultdict(list)
    for dependence in dependences:
        for document in {dependence.a.document: None, dependence.b.document: None}:
            if document in documents:
                touching[document].append(dependence)
    authors = load_authors(connection, documents)
    return Context(entity_of=change.entity_of, names=change.names, authors=authors, dependences=touching)
