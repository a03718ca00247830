"""Who quotes, cites and copies whom, as a picture of two columns and as lists."""

from __future__ import annotations

from collections import Counter, defaultdict

from gainsay.dependence.dependence import Dependence
from gainsay.room.context import Borrowing, Edge, Link, NetworkPage, Node
from gainsay.room.naming import compare_href, entity_link, short_title, source_href, source_link
from gainsay.room.shelf import Shelf

ROW = 28  # pixels between two names
MOST_NODES = 30
MOST_EDGES = 160
MOST_BORROWINGS = 200
MOST_QUOTED = 12
_VERBS = {"quotes": "quotes", "copies": "copies", "cites": "cites", "repeats": "repeats", "same-origin": "shares with"}

Key = tuple[str, str]  # what a node is called, and where it leads


def network(shelf: Shelf) -> NetworkPage:
    """The sources that take words on the left, whom they take them from on the right."""
    edges: Counter[tuple[Key, Key, str]] = Counter()
    _quotes(shelf, edges)
    _dependences(shelf, edges)
    takers, givers = _heaviest(edges, 0), _heaviest(edges, 1)
    places = [{key: ROW * (k + 0.5) for k, (key, _) in enumerate(side)} for side in (takers, givers)]
    drawn = [(e, n) for e, n in edges.items() if e[0] in places[0] and e[1] in places[1]]
    drawn = sorted(drawn, key=lambda pair: (-pair[1], pair[0]))[:MOST_EDGES]
    most = max((n for _, n in drawn), default=1)
    return NetworkPage(
        takers=tuple(Node(key[0], key[1], places[0][key], n) for key, n in takers),
        givers=tuple(Node(key[0], key[1], places[1][key], n) for key, n in givers),
        edges=tuple(
            Edge(
                left=places[0][taker],
                right=places[1][giver],
                weight=round(1 + 5 * (n / most) ** 0.5, 1),
                count=n,
                words=f"{taker[0]} {_VERBS[kind]} {giver[0]}, {n} time{'s' * (n != 1)}",
                kind=kind,
            )
            for (taker, giver, kind), n in sorted(drawn)
        ),
        height=ROW * max(len(takers), len(givers), 1),
        borrowings=_borrowings(shelf),
        quoted=_quoted(shelf),
        more=len(edges) - len(drawn),
    )


def _quotes(shelf: Shelf, edges: Counter[tuple[Key, Key, str]]) -> None:
    """Every attribution to somebody with a name."""
    names = _source_keys(shelf)
    for document, entity, times in shelf.spoken.quoting():
        link = entity_link(shelf, entity)
        edges[names[document], (link.words, link.href), "quotes"] += times


def _dependences(shelf: Shelf, edges: Counter[tuple[Key, Key, str]]) -> None:
    """Every stretch that one document took from another, as far as the direction shows."""
    names = _source_keys(shelf)
    for one in shelf.dependences:
        later, earlier = _turned(one)
        if one.direction != "unknown" and names[later] != names[earlier]:
            edges[names[later], names[earlier], one.kind] += 1


def _turned(one: Dependence) -> tuple[str, str]:
    """The documents, the later first where that is known."""
    a, b = one.a.document, one.b.document
    return (b, a) if one.direction == "b-from-a" else (a, b)


def _source_keys(shelf: Shelf) -> dict[str, Key]:
    """What each document is called; those of one newspaper are one node, which leads to the only one or to all."""
    named: dict[str, list[str]] = defaultdict(list)
    for document in shelf.documents.values():
        named[short_title(document)].append(document.id)
    keys = {}
    for name, documents in named.items():
        href = source_href(documents[0]) if len(documents) == 1 else "sources.html"
        for identity in documents:
            keys[identity] = (name, href)
    return keys


def _heaviest(edges: Counter[tuple[Key, Key, str]], end: int) -> list[tuple[Key, int]]:
    totals: Counter[Key] = Counter()
    for edge, n in edges.items():
        totals[(edge[0], edge[1])[end]] += n
    return sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_NODES]


def _borrowings(shelf: Shelf) -> tuple[Borrowing, ...]:
    """Who took how many words from whom, the most first."""
    found: dict[tuple[str, str, str, bool], list[Dependence]] = defaultdict(list)
    for one in shelf.dependences:
        later, earlier = _turned(one)
        if later != earlier:
            found[later, earlier, one.kind, one.direction != "unknown"].append(one)
    rows = []
    for (later, earlier, kind, known), some in found.items():
        href = compare_href(later, earlier) if kind != "cites" else ""
        words = sum(d.words for d in some)
        verb = _VERBS[kind] if known else "shares words with"
        rows.append(Borrowing(source_link(shelf, later), source_link(shelf, earlier), verb, len(some), words, href))
    ranked = sorted(rows, key=lambda b: (-b.words, -b.times, b.who.href, b.whom.href, b.kind))
    return tuple(ranked[:MOST_BORROWINGS])


def _quoted(shelf: Shelf) -> tuple[tuple[Link, tuple[tuple[Link, int], ...]], ...]:
    """For each source whom it quotes most."""
    by_source: dict[str, Counter[str]] = defaultdict(Counter)
    for document, entity, times in shelf.spoken.quoting():
        by_source[document][entity] = times
    rows = []
    for document in shelf.documents:
        ranked = sorted(by_source[document].items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_QUOTED]
        if ranked:
            rows.append((source_link(shelf, document), tuple((entity_link(shelf, e), n) for e, n in ranked)))
    return tuple(sorted(rows, key=lambda row: (-sum(n for _, n in row[1]), row[0].href))[:MOST_BORROWINGS])
