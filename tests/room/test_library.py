"""The edition behind the room: taken anew when it was written, and let go of when nobody reads it any more."""

from __future__ import annotations

import gc
import shutil
import threading
import time
import weakref
from contextlib import closing
from pathlib import Path

import pytest

from gainsay import open_edition
from gainsay.room import library
from gainsay.room.library import Library
from gainsay.room.shelf import Shelf


@pytest.fixture
def edition(marrow_bay: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(marrow_bay, tmp_path / "e.gainsay"))


def test_what_is_let_go_of_is_gone_at_once(edition: Path) -> None:
    with closing(Library(edition)) as kept:
        reading = kept.reading()
        _wait_for("warming")
        shelf = weakref.ref(reading.shelf)
        reading.source(next(iter(reading.shelf.documents)))
        reading.person(next(iter(reading.shelf.linked)))
        reading.matter(reading.shelf.matters[0].id)
        kept._reading = None
        gc.disable()
        try:
            del reading
            assert shelf() is None
        finally:
            gc.enable()


def test_a_large_edition_is_taken_anew_while_the_room_goes_on(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "WAITED_FOR", 0.0)
    monkeypatch.setattr(library, "LOOK_AGAIN", 0.0)
    with closing(Library(edition)) as kept:
        before = kept.reading()
        goes_on = threading.Event()
        taken = Shelf.__init__

        def slowly(*given: object, **named: object) -> None:
            assert goes_on.wait(60)
            taken(*given, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(Shelf, "__init__", slowly)
        with open_edition(edition) as other:
            other.review(other.matters()[0].id, "accept", by="Ana Lindqvist")
            other.settle()
        assert kept.reading() is before
        goes_on.set()
        _wait_for("taking")
        assert kept.reading() is not before
        _wait_for("warming")


def _wait_for(name: str) -> None:
    """Until no thread of this name runs."""
    until = time.monotonic() + 60
    while any(thread.name == name for thread in threading.enumerate()):
        assert time.monotonic() < until
        time.sleep(0.01)
