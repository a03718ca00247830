"""The edition as a static site: plain pages that work from a file path and from any web server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from gainsay.dependence.dependence import Dependence
from gainsay.edition.edition import Edition
from gainsay.errors import StorageError
from gainsay.matters.matter import DISPUTED
from gainsay.room.context import AboutPage, FrontPage, Link, MatterView, SourceCard
from gainsay.room.matters import Matters
from gainsay.room.naming import compare_href, short_title
from gainsay.room.people import People
from gainsay.room.shelf import Shelf
from gainsay.room.sources import Sources
from gainsay.version import __version__

SHARPEST = 5
FOLDERS = {"matter": "matter-*.html", "source": "doc-*.html", "compare": "doc-*.html", "person": "entity-*.html"}
"""The folders of the site, with the names of the pages in them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its address, its template, and what it shows under the name `page`."""

    href: str
    template: str
    title: str
    here: str
    shown: Any


def publish(edition: Edition, folder: Path) -> None:
    """Write the edition as pages into `folder`, which is made; pages of the same names are replaced.

    Restricted documents are kept out, with every matter that rests on them. Raises StorageError where the folder cannot
    be written.
    """
    shelf = Shelf(edition)
    render = _renderer()
    try:
        for name in ("", *FOLDERS):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "style.css").write_text(
            files("gainsay.room").joinpath("static/style.css").read_text(encoding="utf-8"), encoding="utf-8"
        )
        written = set()
        for page in pages(shelf):
            (folder / page.href).write_text(render(page, shelf.name), encoding="utf-8")
            written.add(page.href)
        _remove_others(folder, written)
    except OSError as error:
        raise StorageError(
            f"{folder}: the pages cannot be written ({error.strerror}). Check the disk and the permissions."
        ) from error


def _remove_others(folder: Path, written: set[str]) -> None:
    """Remove the pages of an earlier publication: what has since been restricted must not stay behind."""
    for name, ours in FOLDERS.items():
        for file in (folder / name).glob(ours):
            if f"{name}/{file.name}" not in written:
                file.unlink()


def pages(shelf: Shelf) -> Iterator[Page]:
    """Every page of the site."""
    people = People(shelf)
    shown = list(people.pages())
    linked = {person.id for person in shown}
    matters, sources = list(Matters(shelf, linked).views()), Sources(shelf, linked)
    cards = [sources.card(d) for d in shelf.documents.values()]
    yield Page("index.html", "front.html", shelf.name, "front", _front(shelf, matters, cards))
    yield Page("matters.html", "matters.html", "Matters", "matters", matters)
    yield Page("sources.html", "sources.html", "Sources", "sources", cards)
    yield Page("people.html", "people.html", "People and bodies", "people", shown)
    yield Page("naming.html", "naming.html", "Who is called what", "naming", people.table())
    yield Page("about.html", "about.html", "About this reading", "about", _about(shelf))
    for matter in matters:
        yield Page(matter.href, "matter.html", matter.label, "matters", matter)
    for document in shelf.documents.values():
        source = sources.page(document)
        yield Page(source.card.href, "source.html", source.card.title, "sources", source)
    for href, pair in sources.comparisons():
        yield Page(href, "compare.html", f"{pair.left.title} beside {pair.right.title}", "sources", pair)
    for person in shown:
        yield Page(person.href, "person.html", person.name, "people", person)


def _front(shelf: Shelf, matters: list[MatterView], cards: list[SourceCard]) -> FrontPage:
    tally = Counter(m.verdict for m in matters)
    years = sorted(c.written[:4] for c in cards if c.written[:4].isdigit())
    span = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    return FrontPage(
        title=shelf.name,
        span=span,
        tally=tuple((v, tally[v]) for v in (*DISPUTED, "corroboration", "single-witness") if tally[v]),
        sharpest=tuple(m for m in matters if m.verdict in DISPUTED)[:SHARPEST],
        sources=tuple(sorted(cards, key=lambda c: (not c.written, c.written, c.path))),
        copies=tuple(dict.fromkeys(_copy(shelf, d) for d in shelf.dependences if _is_copy(d))),
        unread=tuple(shelf.unread),
    )


def _is_copy(dependence: Dependence) -> bool:
    return dependence.kind == "copies" and dependence.words >= 40 and dependence.a.document != dependence.b.document


def _copy(shelf: Shelf, dependence: Dependence) -> Link:
    a, b = dependence.a.document, dependence.b.document
    later, earlier = (a, b) if dependence.direction == "a-from-b" else (b, a)
    names = short_title(shelf.documents[later]), short_title(shelf.documents[earlier])
    words = "{} copies {}" if dependence.direction != "unknown" else "{} and {} share their words"
    return Link(words.format(*names), compare_href(a, b))


def _about(shelf: Shelf) -> AboutPage:
    return AboutPage(
        version=__version__,
        counts=tuple(sorted(shelf.counts.items())),
        files=tuple((d.path, d.sha256) for d in shelf.documents.values()),
        unread=tuple(shelf.unread),
        withheld=shelf.withheld,
    )


def _renderer() -> Any:
    """A function from a page and the edition's name to its HTML. Everything from a document is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("gainsay.room"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def render(page: Page, edition: str) -> str:
        root = "../" * page.href.count("/")
        template = environment.get_template(page.template)
        return template.render(page=page.shown, title=page.title, here=page.here, root=root, edition=edition)

    return render
