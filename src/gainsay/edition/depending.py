"""Which passages depend on others, brought up to date with what changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from gainsay.annotations.citations import Citation, same_works
from gainsay.dependence.added import Touched, touched_by
from gainsay.dependence.citing import Head, cited_documents, find_citing
from gainsay.dependence.classify import classify
from gainsay.dependence.dependence import Dependence
from gainsay.dependence.fingerprint import Fingerprint, hashes_of
from gainsay.dependence.reuse import Run, find_reuse
from gainsay.edition.change import Change
from gainsay.edition.reading import load_readings
from gainsay.store import schema
from gainsay.store.comparison import load_dependences, load_fingerprints, replace_dependences
from gainsay.store.loading import load, load_documents


def update_dependences(connection: Connection, change: Change) -> list[Dependence]:
    """Bring the dependences among documents up to date: shared words first, then citations. Those that are new, gone,
    or otherwise than before.
    """
    touched = _touched(connection, change) if change.only_added else None
    held = list(load_dependences(connection, touched.changed | change.concerned if touched else None, cites=True))
    kept = [d for d in held if d.kind != "cites"]
    if touched is None:
        runs = find_reuse([Fingerprint.from_bytes(data) for data in load_fingerprints(connection)])
    else:
        around = load_fingerprints(connection, touched.around)
        runs = find_reuse([Fingerprint.from_bytes(data) for data in around], touched.changed)
        old = (d for d in kept if touched.changed.isdisjoint((d.a.document, d.b.document)))
        runs += [Run(d.a, d.b, d.words, d.altered) for d in old]
    found = [*_classified(connection, runs, change, kept), *_citing(connection)]
    replace_dependences(connection, found, None if touched is None else [d.id for d in held])
    before, after = {d.id: d for d in held}, {d.id: d for d in found}
    return [d for d in (*held, *found) if before.get(d.id) != after.get(d.id)]


def _touched(connection: Connection, change: Change) -> Touched:
    """What is touched by documents that were only added."""
    if not change.documents:
        return Touched(frozenset(), frozenset())
    return touched_by([hashes_of(data) for data in load_fingerprints(connection)], change.documents)


def _classified(
    connection: Connection, runs: Sequence[Run], change: Change, kept: Sequence[Dependence]
) -> list[Dependence]:
    """What each run of shared words shows. Between documents that did not change, what it showed before."""
    known = {(d.a, d.b): d for d in kept}
    held = [known.get((r.a, r.b)) if known and not change.touches(r.a.document, r.b.document) else None for r in runs]
    apart = [r for r, before in zip(runs, held, strict=True) if before is None and r.a.document != r.b.document]
    readings = load_readings(connection, (p.document for run in apart for p in (run.a, run.b)), change.entity_of)
    return [before or classify(run, readings) for run, before in zip(runs, held, strict=True)]


def _citing(connection: Connection) -> list[Dependence]:
    """The citations of works that are documents of the edition themselves."""
    citations = list(load(connection, Citation))
    c = schema.documents.c
    rows = connection.execute(select(c.id, c.title, c.author, c.written)).all() if citations else []
    cited = cited_documents([Head(*row) for row in rows], citations, same_works(citations))
    among = sorted({document for documents in cited.values() for document in documents})
    return find_citing([d for one in among for d in load_documents(connection, c.id == one)], citations, cited)
