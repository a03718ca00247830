"""Targets that take a file: documents of every format, all that is found in a text, and what is given beside them."""

from __future__ import annotations

import atexit
import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.formats import office, web
from benchmarks.formats.pdf import make_pdf
from benchmarks.formats.prose import write_prose
from benchmarks.fuzzing.target import Check, Target, promise
from gainsay.documents import Document, find_files, read_file, read_sources
from gainsay.edition.document import annotate, conclude
from gainsay.entities import parse_authority
from gainsay.errors import GainsayError
from gainsay.room.accounts import fits, read_accounts
from gainsay.room.gazetteer import read_places
from gainsay.spans import Span

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "marrow-bay"


def _folder() -> Path:
    """A private folder in memory, where there is some, gone when the process ends."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="gainsay-fuzzing-", dir=memory if memory.is_dir() else None)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _file(name: str) -> Check:
    """Find and read what a file holds, as `gainsay read` does, without going into the text."""
    folder = _folder()

    def check(data: bytes) -> None:
        (folder / name).write_bytes(data)
        for path in find_files(folder)[:5]:
            try:
                check_document(read_file(folder, path))
            except GainsayError as error:
                promise(str(error).count("\n") == 0, f"a message of several lines: {error}")

    return check


def check_document(document: Document) -> None:
    """The text can be stored, and every span of it lies in it."""
    promise("\0" not in document.text, "NUL in a text")
    document.text.encode("utf-8")
    spans = [span for span, _ in document.structure]
    spans += [stated.span for stated in document.metadata.values() if stated.span]
    for span in spans:
        promise(0 <= span.start <= span.end <= len(document.text), f"{span} outside the text")
    for stated in document.metadata.values():
        stated.value.encode("utf-8")


def _formats() -> Iterable[tuple[str, str, Any]]:
    prose, other = write_prose(1, 3), write_prose(2, 2)
    pages = web.make_pages([prose])
    mail = web.make_mail(prose, other)
    docx = office.make_docx(prose)
    yield "text", "t.txt", lambda: [prose.body().encode(), prose.body().encode("utf-16"), b"\x93a\x94 said"]
    yield "html", "t.html", lambda: list(pages)
    yield "pdf", "t.pdf", lambda: [make_pdf(prose)[0]]
    yield "docx", "t.docx", lambda: [docx, office.make_docx(prose, "endnote")]
    yield "odt", "t.odt", lambda: [office.make_odt(prose)]
    yield "rtf", "t.rtf", lambda: [office.make_rtf(prose)]
    yield "epub", "t.epub", lambda: [office.make_epub(prose)]
    yield "mail", "t.eml", lambda: [mail, web.make_mail(prose, html=True), web.make_mail(prose, attached=docx)]
    yield "mbox", "t.mbox", lambda: [web.make_mbox([mail, web.make_mail(other)])]
    yield "warc", "t.warc", lambda: [web.make_warc(pages, zipped=False), web.make_warc(pages)]
    yield "subtitles", "t.vtt", lambda: [web.make_subtitles(prose, True), web.make_subtitles(prose, False)]
    yield "records", "t.jsonl", lambda: [web.make_records([prose, other])]
    yield "zip", "t.zip", lambda: [office.packed({"a.txt": prose.body(), "b/c.html": pages[0], "d.docx": docx})]


def _sentences() -> Sequence[bytes]:
    texts = [file.read_bytes()[:1500] for file in sorted(EXAMPLE.glob("*.txt"))]
    return [*texts, write_prose(3, 1).body().encode()]


def _finding() -> Check:
    """All that is found in a text, by the rules."""

    def check(data: bytes) -> None:
        text = data.decode("utf-8", "replace").replace("\0", "")
        if not text.strip():
            return
        document = Document("doc-" + "0" * 16, "t.txt", "0" * 64, "text/plain", text, language="en")
        found = annotate(document)
        reading = conclude(found)
        for records in (
            found.layout.passages,
            *(getattr(found.annotations, name) for name in found.annotations.__slots__),
            reading.statements,
        ):
            for record in records:
                for span in _spans(record):
                    promise(0 <= span.start < span.end <= len(text), f"{type(record).__name__} {span} outside the text")
        reading.rows("/", "stamp", "rules")

    return check


def _spans(record: Any) -> Iterable[Span]:
    for name in type(record).__slots__:
        value = getattr(record, name)
        values = value if isinstance(value, tuple) and not isinstance(value, Span) else (value,)
        yield from (one for one in values if isinstance(one, Span))


def _declared(name: str) -> Check:
    """`sources.toml`, or what a reference manager exported."""
    folder = _folder()
    (folder / "a.txt").write_text("The pier at Port Adair was closed.")

    def check(data: bytes) -> None:
        (folder / name).write_bytes(data)
        try:
            for declared in read_sources(folder).values():
                "".join(declared.values.values()).encode("utf-8")
        except GainsayError:
            pass

    return check


_TOML = b'["a.txt"]\ntitle = "The Pier"\nauthor = "Ana"\nwritten = 1911-03-04\nrestricted = true\nkind = "memoir"\n'
_BIB = b"@book{a, title={The {P}ier}, author={Lindqvist, Ana and Brandt, J.}, year=1911, file={:a.txt:text/plain}}\n"
_CSL = json.dumps([{"id": "a", "title": "The Pier", "issued": {"date-parts": [[1911, 3]]}, "file": "a.txt"}]).encode()
_NAMES = b"id,name,variants,type\nQ7,Ana Lindqvist,A. Lindquist|Anna Lindqvist,person\n"
_WIKIDATA = b'{"entities": {"Q7": {"labels": {"en": {"value": "Ana"}}, "aliases": {"en": [{"value": "A."}]}}}}'


def _authority() -> Check:
    def check(data: bytes) -> None:
        with contextlib.suppress(GainsayError):
            parse_authority(data.decode("utf-8", "replace"), "names.csv")

    return check


_PLACES = b"name,latitude,longitude\nPort Adair,54.5,-3.25\nMarrow Bay,54.1,-3.3\n"
_POINTS = b'{"features": [{"geometry": {"type": "Point", "coordinates": [-3.2, 54]}, "properties": {"name": "Adair"}}]}'
_ACCOUNTS = b"Edda:editor:scrypt$16$1$1$AAAA$AAAA\nRune:reader:\n*:reviewer:\n"


def _places() -> Check:
    file = _folder() / "places"

    def check(data: bytes) -> None:
        file.write_bytes(data)
        with contextlib.suppress(GainsayError):
            for place in read_places(file):
                promise(abs(place.latitude) <= 90 and abs(place.longitude) <= 180, f"{place} lies nowhere")

    return check


def _accounts() -> Check:
    """Who may enter a shared room, and a wrong password of each."""
    file = _folder() / "accounts"

    def check(data: bytes) -> None:
        file.write_bytes(data)
        with contextlib.suppress(GainsayError):
            for account in list(read_accounts(file).values())[:5]:
                promise(not fits("a password", account.hash), f"{account.hash} lets anybody in")

    return check


def document_targets() -> list[Target]:
    """Every format, all that is found in a text, and what is declared beside the documents."""
    readers = [Target(name, seeds, lambda name=file: _file(name)) for name, file, seeds in _formats()]
    return [
        *readers,
        Target("finding", _sentences, _finding, largest=3_000),
        Target("sources.toml", lambda: [_TOML], lambda: _declared("sources.toml")),
        Target("bibtex", lambda: [_BIB], lambda: _declared("library.bib")),
        Target("csl", lambda: [_CSL], lambda: _declared("library.json")),
        Target("authority", lambda: [_NAMES, _WIKIDATA], _authority),
        Target("places", lambda: [_PLACES, _POINTS], _places),
        Target("accounts", lambda: [_ACCOUNTS], _accounts, largest=5_000),
    ]
