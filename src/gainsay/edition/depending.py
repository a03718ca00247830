"""Which passages depend on others, brought up to date with what changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from gainsay.annotations.citations import Citation, same_works
from gainsay.dependence.added import touched_by
from gainsay.dependence.citing import Head, cited_documents, find_citing
from gainsay.dependence.classify import classify
from gainsay.dependence.dependence import Dependence
from gainsay.dependence.fingerprint import Fingerprint, hashes_of
from gainsay.dependence.reuse import Run, find_reuse
from gainsay.edition.change import Change
from gainsay.edition.reading import load_readings
from gainsay.store import schema
from gainsay.store.comparison import load_fingerprints, replace_dependences
from gainsay.store.loading import load, load_documents


def update_dependences(connection: Connection, change: Change, held: Sequence[Dependence]) -> list[Dependence]:
    """All dependences among the documents of an edition, shared words first, then citations, in the place of those that
    it `held`.
    """
    kept = [d for d in held if d.kind != "cites"]
    runs = _runs(connection, change, kept)
    found = [*_classified(connection, runs, change, kept), *_citing(connection)]
    replace_dependences(connection, found)
    return found


def _runs(connection: Connection, change: Change, kept: Sequence[Dependence]) -> list[Run]:
    """All runs of shared words. Where documents were only added, what was found before is looked at again only among
    those that they touch.
    """
    fingerprints = list(load_fingerprints(connection))
    if not change.only_added:
        return find_reuse([Fingerprint.from_bytes(data) for data in fingerprints])
    told = [hashes_of(data) for data in fingerprints]
    touched = touched_by(told, change.documents)
    around = [data for data, (document, _) in zip(fingerprints, told, strict=True) if document in touched.around]
    fresh = find_reuse([Fingerprint.from_bytes(data) for data in around], touched.changed)
    old = [Run(d.a, d.b, d.words, d.altered) for d in kept if touched.changed.isdisjoint((d.a.document, d.b.document))]
    return sorted([*old, *fresh], key=lambda r: (r.a.document, r.a.span, r.b.document, r.b.span))


def _classified(
    connection: Connection, runs: Sequence[Run], change: Change, kept: Sequence[Dependence]
) -> list[Dependence]:
    """What each run of shared words shows. Between documents that did not change, what it showed before."""
    known = {(d.a, d.b): d for d in kept}
    fresh = [r for r in runs if (r.a, r.b) not in known or change.touches(r.a.document, r.b.document)]
    places = [place.document for run in fresh for place in (run.a, run.b)]
    readings = load_readings(connection, places, change.entity_of)
    classified = {(run.a, run.b): classify(run, readings) for run in fresh}
    return [classified.get((run.a, run.b)) or known[run.a, run.b] for run in runs]


def _citing(connection: Connection) -> list[Dependence]:
    """The citations of works that are documents of the edition themselves."""
    citations = list(load(connection, Citation))
    c = schema.documents.c
    rows = connection.execute(select(c.id, c.title, c.author, c.written)).all() if citations else []
    cited = cited_documents([Head(*row) for row in rows], citations, same_works(citations))
    among = sorted({document for documents in cited.values() for document in documents})
    return find_citing([d for one in among for d in load_documents(connection, c.id == one)], citations, cited)
