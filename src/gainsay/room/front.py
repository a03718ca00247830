"""The front page and the page about the reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from gainsay.dependence.dependence import Dependence
from gainsay.matters.matter import DISPUTED
from gainsay.room.apparatus import counts_in_words, damage_in_words, reader_in_words
from gainsay.room.context import AboutPage, FrontPage, Link
from gainsay.room.matters import Matters
from gainsay.room.naming import compare_href, place_href, short_title, source_href
from gainsay.room.shelf import Shelf
from gainsay.room.sources import Sources
from gainsay.room.strip import strip
from gainsay.version import __version__

SHARPEST = 5
LONG_COPY = 40  # words from which a copy is worth telling on the front page
MOST_COPIES = 12
MOST_PLACES = 40
VERDICTS = (*DISPUTED, "corroboration", "single-witness", "unsure")


def front(shelf: Shelf, matters: Matters, sources: Sources, waiting: int = 0) -> FrontPage:
    """The edition in one sentence, its sharpest disputes, its sources, its time."""
    tally = Counter(m.verdict for m in shelf.matters)
    facets = Counter(m.facet for m in shelf.matters if m.facet)
    cards = sources.in_time
    years = sorted(c.edtf[:4] for c in cards if c.edtf[:4].isdigit())
    span = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    disputed = [m for m in shelf.matters if m.verdict in DISPUTED]
    return FrontPage(
        title=shelf.name,
        span=span,
        tally=tuple((v, tally[v]) for v in VERDICTS if tally[v]),
        facets=tuple(sorted(facets.items(), key=lambda pair: (-pair[1], pair[0]))),
        sharpest=matters.rows(disputed[:SHARPEST]),
        sources=cards,
        copies=_copies(shelf),
        damaged=sum(map(len, shelf.damage.values())),
        strip=strip([c.edtf for c in cards if c.edtf], [m.when for m in disputed if m.when]),
        unread=tuple(shelf.unread),
        waiting=waiting,
        total=len(shelf.matters),
    )


def _copies(shelf: Shelf) -> tuple[Link, ...]:
    found = sorted(filter(_is_copy, shelf.dependences), key=lambda d: (-d.words, d.id))
    return tuple(dict.fromkeys(_copy(shelf, d) for d in found))[:MOST_COPIES]


def _is_copy(dependence: Dependence) -> bool:
    return dependence.kind == "copies" and dependence.words >= LONG_COPY and len(set(_ends(dependence))) == 2


def _ends(dependence: Dependence) -> tuple[str, str]:
    return dependence.a.document, dependence.b.document


def _copy(shelf: Shelf, dependence: Dependence) -> Link:
    a, b = _ends(dependence)
    later, earlier = (a, b) if dependence.direction == "a-from-b" else (b, a)
    names = short_title(shelf.documents[later]), short_title(shelf.documents[earlier])
    words = "{} copies {}" if dependence.direction != "unknown" else "{} and {} share their words"
    return Link(words.format(*names), compare_href(a, b))


def about(shelf: Shelf, wrong: Iterable[str] | None = None, most: int | None = None) -> AboutPage:
    """How this was read; `wrong` is what checking it found, None where it was not checked. It tells the hashes of no
    more than `most` files.
    """
    damage: dict[str, list[Link]] = defaultdict(list)
    for document, found in shelf.damage.items():
        for one in found:
            passage = shelf.passage_at(document, one.span.start)
            href = place_href(shelf.documents[document], passage.id) if passage else source_href(document)
            damage[one.kind].append(Link(short_title(shelf.documents[document]), href))
    return AboutPage(
        version=__version__,
        counts=tuple(counts_in_words(shelf.counts.items())),
        files=tuple((Link(d.path, source_href(d.id)), d.sha256) for d in islice(shelf.documents.values(), most)),
        more_files=max(0, len(shelf.documents) - most) if most is not None else 0,
        unread=tuple(shelf.unread),
        damage=tuple((damage_in_words(k, len(f)), tuple(f[:MOST_PLACES])) for k, f in sorted(damage.items())),
        withheld=shelf.withheld,
        readers=tuple((reader_in_words(reader), n) for reader, n in sorted(shelf.readers.items())),
        remarks=tuple((Link(d.path, source_href(d.id)), d.remarks) for d in shelf.documents.values() if d.remarks),
        verified=wrong is not None,
        wrong=tuple(wrong or ()),
    )
