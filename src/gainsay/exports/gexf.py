"""GEXF 1.3 (Gephi): who speaks where, what depends on what, and who stands against whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.shown import statements_of
from gainsay.exports import xml
from gainsay.exports.files import writing
from gainsay.statements.statement import Statement

Edge = tuple[str, str, str]
"""From, to, and what lies between them."""

_DIRECTED = {"names", "speaks-in", "copies", "quotes", "cites", "repeats"}
_DEPENDS = {"copies", "quotes", "cites", "repeats", "same-origin"}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Gainsay</creator></meta>
<graph defaultedgetype="undirected" mode="static">
<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge"><attribute id="relation" title="relation" type="string"/></attributes>
"""


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write one graph into the file `path`; the number of nodes and edges."""
    public = Public.of(edition)
    edges = Counter(_edges(edition, public))
    nodes = list(_nodes(public, edges))
    with writing(path) as file:
        file.write(_HEAD.encode())
        file.write(b"<nodes>\n")
        for identity, label, kind in nodes:
            value = xml.tag("attvalue", {"for": "kind", "value": kind})
            node = xml.tag("node", {"id": identity, "label": label}, f"<attvalues>{value}</attvalues>")
            file.write(f"{node}\n".encode())
        file.write(b"</nodes>\n<edges>\n")
        for number, (edge, weight) in enumerate(sorted(edges.items())):
            file.write(f"{_edge(number, edge, weight)}\n".encode())
        file.write(b"</edges>\n</graph>\n</gexf>\n")
    return {"nodes": len(nodes), "edges": len(edges)}


def _nodes(public: Public, edges: Iterable[Edge]) -> Iterator[tuple[str, str, str]]:
    """Documents and entities: id, label, kind. Of those without a name the ones that take a side."""
    joined = {end for source, target, _ in edges for end in (source, target)}
    for identity, path in public.documents.items():
        yield identity, path, "document"
    for entity in public.entities:
        if entity.names or entity.id in joined:
            yield entity.id, entity.name, entity.type


def _edge(number: int, edge: Edge, weight: int) -> str:
    source, target, relation = edge
    known = {
        "id": str(number),
        "source": source,
        "target": target,
        "type": "directed" if relation in _DIRECTED else "undirected",
        "weight": str(weight),
        "label": relation,
    }
    value = xml.tag("attvalue", {"for": "relation", "value": relation})
    return xml.tag("edge", known, f"<attvalues>{value}</attvalues>")


def _edges(edition: Edition, public: Public) -> Iterator[Edge]:
    """Every reason for an edge, as often as there is one: what counts is how often."""
    named = {entity.id for entity in public.named}
    for identity in public.documents:
        for referent in edition.mention_referents(identity).values():
            entity = public.entity(referent)
            if entity in named:
                yield identity, entity, "names"
        for referent in edition.speaker_referents(identity).values():
            entity = public.entity(referent)
            if entity in named:
                yield entity, identity, "speaks-in"
    for d in edition.dependences():
        a, b = (d.b, d.a) if d.direction == "b-from-a" else (d.a, d.b)
        if d.kind in _DEPENDS and {a.document, b.document} <= public.documents.keys() and a.document != b.document:
            yield a.document, b.document, d.kind
    yield from _stands(edition, public)


def _stands(edition: Edition, public: Public) -> Iterator[Edge]:
    """Who stands against whom, and who agrees: holders on different sides of a matter, or on the same."""
    wanted = {s for m in public.matters for side in m.sides for s in side.statements}
    holders = {s.id: _holder(s, public) for s in statements_of(edition, wanted).values()}
    for m in public.matters:
        sides = [sorted({holders[s] for s in side.statements}) for side in m.sides]
        if m.verdict == "corroboration":
            yield from _pairs(((a, b) for side in sides for a, b in combinations(side, 2)), m.verdict)
        elif m.verdict != "single-witness":
            across = ((a, b) for left, right in combinations(sides, 2) for a in left for b in right)
            yield from _pairs(across, m.verdict)


def _holder(statement: Statement, public: Public) -> str:
    """Who holds a statement: an entity, else the document in whose voice it is."""
    return public.entity(statement.holder) or statement.document


def _pairs(pairs: Iterable[tuple[str, str]], verdict: str) -> Iterator[Edge]:
    """Each pair once a matter, in one order, for it has no direction; nobody stands against themselves."""
    for a, b in sorted({(min(pair), max(pair)) for pair in pairs}):
        if a != b:
            yield a, b, verdict
