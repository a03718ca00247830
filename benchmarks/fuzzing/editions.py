"""Targets that take an edition, or come to one: the file itself, questions, annotations, decisions, the room."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import gainsay
from benchmarks.fuzzing.documents import EXAMPLE, _folder
from benchmarks.fuzzing.target import Check, Target, promise
from gainsay.errors import GainsayError
from gainsay.imports import import_annotations


@cache
def _edition() -> Path:
    """An edition of three documents, with two decisions, read by the rules."""
    folder = _folder()
    texts = folder / "texts"
    texts.mkdir()
    for file in sorted(EXAMPLE.glob("*.txt"))[:3]:
        shutil.copy(file, texts)
    path = folder / "e.gainsay"
    with gainsay.read(texts, path, gainsay.ReadSettings(workers=1, reader="rules")) as one:
        one.review(one.attributions()[0].id, "accept", by="Ana")
        one.review(one.dates()[0].id, "reject", by="Ana", reason="=1+1 <script>")
        one.settle()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
    return path


def _refused(call: Callable[[], object]) -> None:
    """It may refuse in words; anything else that it raises is a failure."""
    with suppress(GainsayError):
        call()


def _altered() -> Check:
    """An edition that somebody altered: it is opened, checked, looked through and exported, and never written."""
    folder = _folder()
    path = folder / "e.gainsay"

    def look() -> None:
        with gainsay.open_edition(path) as edition:
            for call in (
                edition.verify,
                edition.documents,
                edition.matters,
                edition.decisions,
                edition.counts,
                lambda: edition.search("pier men", 5),
                lambda: edition.who("Brandt"),
                lambda: edition.ask("How many men were killed at Coal Quay?"),
                lambda: gainsay.export(edition, "jsonl", folder / "out"),
            ):
                _refused(call)

    def check(data: bytes) -> None:
        path.write_bytes(data)
        shutil.rmtree(folder / "out", ignore_errors=True)
        _refused(look)
        promise(path.read_bytes() == data, "looking at an edition changed it")

    return check


def _questions() -> Check:
    edition = gainsay.open_edition(_edition())

    def check(data: bytes) -> None:
        words = data.decode("utf-8", "surrogateescape")
        for call in (
            lambda: edition.search(words, 5),
            lambda: edition.who(words),
            lambda: edition.ask(words),
            lambda: edition.matters(about=words),
            lambda: edition.document(words),
        ):
            _refused(call)

    return check


def _annotations() -> Check:
    folder = _folder()
    path = folder / "e.gainsay"
    shutil.copy(_edition(), path)
    edition = gainsay.open_edition(path)

    def check(data: bytes) -> None:
        (folder / "given").write_bytes(data)
        _refused(lambda: import_annotations(edition, folder / "given", "Ana", accept=True))

    return check


def _annotation_seeds() -> Sequence[bytes]:
    folder = _folder()
    with gainsay.open_edition(_edition()) as edition:
        gainsay.export(edition, "webanno", folder / "w")
    found = [file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()]
    [json.dumps(json.loads(data)[:3] if data.startswith(b"[") else json.loads(data)).encode() for data in found]
    xmi = b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">'
    xmi += b'<cas:Sofa xmi:id="1" sofaString="The pier at Port Adair was closed."/></xmi:XMI>'
    return [*found, xmi]


def _decisions() -> Check:
    folder = _folder()
    path = folder / "e.gainsay"
    shutil.copy(_edition(), path)
    edition = gainsay.open_edition(path)

    def check(data: bytes) -> None:
        (folder / "log.jsonl").write_bytes(data)
        _refused(lambda: edition.import_decisions(folder / "log.jsonl"))
        promise(edition.verify() == [], "a log that was taken over broke the edition")

    return check


def _decision_seeds() -> Sequence[bytes]:
    folder = _folder()
    with gainsay.open_edition(_edition()) as edition:
        edition.export_decisions(folder / "log.jsonl")
    return [(folder / "log.jsonl").read_bytes()]


_PAGES = ("index", "matters", "search", "sources", "people", "person", "document", "matter", "review", "compare", "ask")


def _room() -> Check:
    """Requests to the room: whatever is asked, it answers, and never with a fault of its own."""
    from gainsay.room.app import build
    from gainsay.room.guard import own_places
    from gainsay.room.library import Library

    folder = _folder()
    shutil.copy(_edition(), folder / "e.gainsay")
    app = build(Library(folder / "e.gainsay"), own_places(8000))

    def check(data: bytes) -> None:
        method, _, rest = data.partition(b" ")
        address, _, body = rest.partition(b"\n")
        path, _, query = address.partition(b"?")
        status, head, said = asyncio.run(_ask(app, method.decode("latin-1") or "GET", path, query, body))
        promise(status < 500, f"the room answered {status}")
        if b"text/html" in head:
            promise(b"<script>alert(1)" not in said, "a script from outside stands in the page")

    return check


async def _ask(app: Any, method: str, path: bytes, query: bytes, body: bytes) -> tuple[int, bytes, bytes]:
    """One request to an ASGI application, without a network."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": "/" + path.decode("utf-8", "replace").lstrip("/"),
        "raw_path": quote(path).encode(),
        "query_string": quote(query, safe=b"=&%+;").encode(),
        "root_path": "",
        "headers": [
            (b"host", b"127.0.0.1:8000"),
            (b"origin", b"http://127.0.0.1:8000"),
            (b"content-type", b"application/x-www-form-urlencoded"),
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    head = b"\n".join(b": ".join(pair) for pair in start["headers"])
    return start["status"], head, b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")


def _requests() -> Sequence[bytes]:
    from gainsay.room.app import build
    from gainsay.room.guard import own_places
    from gainsay.room.library import Library

    app = build(Library(_edition()), own_places(8000))
    _, _, said = asyncio.run(_ask(app, "GET", b"/openapi.json", b"", b""))
    with gainsay.open_edition(_edition()) as edition:
        matters, documents, entities = edition.matters(), edition.documents(), edition.entities()
    known = {"/matter/": matters[0].id, "/source/": documents[0].id, "/person/": entities[0].id}
    found = [b"GET /search.html?q=pier", b"POST /review.html\naction=accept&target=date-1&by=Ana&token=x&reason=r"]
    for path, methods in json.loads(said).get("paths", {}).items():
        for method, described in methods.items():
            given = (p for p in described.get("parameters", ()) if p["in"] == "query")
            query = "&".join(f"{p['name']}={_example(p['schema'])}" for p in given)
            for start, identity in known.items():
                path = path.replace(f"{start}{{id}}", f"{start}{identity}")
            found.append(f"{method.upper()} {path}?{query}\n".encode())
    return found


def _example(described: dict[str, Any]) -> str:
    """A value that a page takes for one of its parameters."""
    for one in described.get("anyOf", [described]):
        if "enum" in one:
            return str(one["enum"][0])
        if one.get("type") in ("integer", "boolean", "number"):
            return "1"
    return "pier"


def _assistant() -> Check:
    """The tools that an assistant calls, with arguments as JSON."""
    from gainsay.assistant.tools import Tools

    tools = Tools(gainsay.open_edition(_edition()))

    def check(data: bytes) -> None:
        name, _, words = data.partition(b" ")
        tool = getattr(tools, name.decode("latin-1"), None) if not name.startswith(b"_") else None
        if callable(tool):
            given = words.decode("utf-8", "replace")
            _refused(lambda: tool() if name == b"list_sources" else tool(given))

    return check


_QUESTIONS = (b"pier", b"Brandt", b"How many men were killed at Coal Quay?", b'"the pier" NOT men', b"gazette.txt")
_CALLS = tuple(name + b" " + words for name in (b"search", b"who", b"ask", b"read_source") for words in _QUESTIONS)


def edition_targets() -> list[Target]:
    """The file, and whatever comes to it."""
    return [
        Target("edition", lambda: [_edition().read_bytes()], _altered, largest=10_000_000),
        Target("questions", lambda: _QUESTIONS, _questions, largest=2_000),
        Target("annotations", _annotation_seeds, _annotations, largest=100_000),
        Target("decisions", _decision_seeds, _decisions),
        Target("room", _requests, _room, largest=5_000),
        Target("assistant", lambda: (*_CALLS, b"show_matter matter-1", b"list_matters x"), _assistant, largest=2_000),
    ]
