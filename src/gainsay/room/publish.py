"""The edition as a static site: plain pages that work from a file path and from any web server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.errors import StorageError
from gainsay.room.apparatus import VERDICTS
from gainsay.room.context import SearchPage
from gainsay.room.finding import Choice
from gainsay.room.gazetteer import Located
from gainsay.room.naming import compare_href, matter_href, person_href, short_title, source_href
from gainsay.room.people import People
from gainsay.room.reading import Reading
from gainsay.room.rendering import Renderer, Setting, static_file, static_files
from gainsay.room.shelf import Shelf, unwatched
from gainsay.room.words import in_words
from gainsay.room.writing import write_pages

FOLDERS = {"matter": "matter-*.html", "source": "doc-*.html", "compare": "doc-*.html", "person": "entity-*.html"}
"""The folders of the site, with the names of the pages in them."""
WORDS = "words.js"
WHOLE = 100_000  # rows of a list: no server cuts these pages into leaves


def publish(edition: Edition, folder: Path, located: Sequence[Located] = ()) -> None:
    """Write the edition as pages into `folder`, which is made; pages of the same names are replaced. `located` puts
    places on a map.

    Restricted documents are kept out, with every matter that rests on them. Raises StorageError where the folder cannot
    be written.
    """
    with unwatched():
        shelf = Shelf(edition)
        _publish(Reading(shelf, edition, located), folder)


def _publish(reading: Reading, folder: Path) -> None:
    shelf, renderer = reading.shelf, Renderer()
    setting = Setting(shelf.name, maps=bool(reading.located))
    try:
        for name in ("", *FOLDERS):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for name in static_files(live=False):
            (folder / name).write_text(static_file(name), encoding="utf-8")
        (folder / WORDS).write_text(_words(shelf), encoding="utf-8")
        found = list(pages(reading))
        reading.edition.store.close()  # no process may use the connection of another
        write_pages(folder, [(href, partial(_html, renderer, setting, href, make)) for href, make in found])
        _remove_others(folder, {href for href, _ in found})
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


def _html(renderer: Renderer, setting: Setting, href: str, make: Callable[[], object]) -> str:
    return renderer.render(make(), href, setting)


def pages(reading: Reading) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every page of the site: its address, and what makes its record. What they share is made at once."""
    shelf, people = reading.shelf, People(reading.shelf, reading.matters, whole=True)
    reading.prepare()
    yield "quotations.html", lambda: reading.quotations  # first, since it takes longest
    yield "index.html", reading.front
    yield "matters.html", partial(reading.finding.matters_page, Choice(), WHOLE)
    yield "sources.html", partial(reading.source_list, size=WHOLE)
    yield "people.html", people.index
    yield "naming.html", partial(reading.naming, size=WHOLE)
    yield "timeline.html", lambda: reading.timeline.page(most=1000)
    yield "network.html", lambda: reading.network
    if reading.located:
        yield "map.html", lambda: reading.map
    yield "search.html", partial(SearchPage, "")
    yield "about.html", reading.about
    for matter in shelf.matters:
        yield matter_href(matter.id), partial(reading.matter, matter.id)
    for document in shelf.documents:
        yield source_href(document), partial(reading.source, document, whole=True)
    for first, second in sorted(reading.comparing.runs):
        yield compare_href(first, second), partial(reading.comparing.page, first, second)
    for entity in sorted(shelf.linked & shelf.entities.keys()):
        yield person_href(entity), partial(people.page, shelf.entities[entity])


def _words(shelf: Shelf) -> str:
    """The passages for the search in the reader's own browser: a script, since pages may not fetch from a disk."""
    sources = {
        d.id: [short_title(d), in_words(d.written) if d.written else "", d.language or ""]
        for d in shelf.documents.values()
    }
    passages = [
        [p.document, p.id, " ".join(p.span.of(shelf.documents[p.document].text).split())]
        for d in shelf.documents
        for p in shelf.passages.get(d, ())
        if p.kind != "boilerplate"
    ]
    people = [[shelf.entities[e].name, person_href(e)] for e in sorted(shelf.linked & shelf.entities.keys())]
    matters = [[f"{VERDICTS[m.verdict]}: {m.label}", matter_href(m.id)] for m in shelf.matters]
    found = {"sources": sources, "passages": passages, "people": people, "matters": matters}
    return f"window.gainsayWords = {json.dumps(found, ensure_ascii=False).replace('<', chr(92) + 'u003c')};\n"
