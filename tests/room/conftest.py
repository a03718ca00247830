"""The example edition, and a room open on it."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.room.window import CHROMIUM

import gainsay
from gainsay.room.app import build
from gainsay.room.entrance import Door
from gainsay.room.gazetteer import Located
from gainsay.room.guard import own_places
from gainsay.room.library import Library
from gainsay.room.serve import bind

COLLECTION = Path(__file__).parents[2] / "examples" / "marrow-bay"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers, words, and the address it came from in the end."""

    status: int
    headers: dict[str, str]
    text: str
    url: str


@dataclass
class OpenRoom:
    """A room that answers at `address`."""

    address: str
    library: Library

    headers: dict[str, str] = field(default_factory=dict)
    """What this visitor sends with everything."""

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask(urllib.request.Request(self.address + path, headers=self.headers | headers))

    def post(self, path: str, **fields: str) -> Answer:
        body = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(self.address + path, data=body, headers=self.headers))

    def record(self, path: str) -> dict[str, Any]:
        """The JSON at an address."""
        found: dict[str, Any] = json.loads(self.get(path).text)
        return found

    def token(self) -> str:
        """What a form of the review desk carries."""
        found = re.search(r'name="token" value="([^"]+)"', self.get("review.html").text)
        assert found
        return found[1]

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with urllib.request.urlopen(request, timeout=60) as found:
                return Answer(found.status, dict(found.headers.items()), found.read().decode(), found.url)
        except urllib.error.HTTPError as error:
            return Answer(error.code, dict(error.headers.items()), error.read().decode(), error.url)

    def wait(self, until: Callable[[], Any]) -> Any:
        """What `until` gives as soon as it gives something; what it gave last after a minute."""
        found = until()
        for _ in range(600):
            if found:
                break
            time.sleep(0.1)
            found = until()
        return found


class Rooms:
    """Opens rooms, and closes them all."""

    def __init__(self) -> None:
        self._closing: list[Callable[[], None]] = []

    def open(self, edition: Path, door: Door | None = None, located: Sequence[Located] = ()) -> OpenRoom:
        library, bound = Library(edition, withhold=door is not None, located=located), bind(0)
        port = bound.getsockname()[1]
        application = build(library, own_places(port), door)
        config = uvicorn.Config(application, log_level="error", lifespan="off", proxy_headers=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()

        def close() -> None:
            server.should_exit = True
            thread.join(20)
            bound.close()
            library.close()

        self._closing.append(close)
        return OpenRoom(f"http://127.0.0.1:{port}/", library)

    def close(self) -> None:
        for close in self._closing:
            close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium (Debian: `apt install chromium`); without it, or without Playwright, tests that need it are skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def marrow_bay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the example; tests that decide take a copy."""
    path = tmp_path_factory.mktemp("editions") / "marrow-bay.gainsay"
    gainsay.read(COLLECTION, path).close()
    return path


@pytest.fixture(scope="session")
def rooms() -> Iterator[Rooms]:
    opened = Rooms()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def room(rooms: Rooms, marrow_bay: Path) -> OpenRoom:
    """A room in which nothing is decided."""
    return rooms.open(marrow_bay)


@pytest.fixture
def desk(rooms: Rooms, marrow_bay: Path, tmp_path: Path) -> OpenRoom:
    """A room of one's own to decide in."""
    copy = tmp_path / "marrow-bay.gainsay"
    shutil.copyfile(marrow_bay, copy)
    return rooms.open(copy)
