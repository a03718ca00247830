"""Fixtures for all tests: places for editions, files and databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgresql import Server, binaries, running

# A busy machine is slow, and that is no fault: nothing is tested by the clock.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of PostgreSQL; tests that need one are skipped where it is not installed."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgres`)")
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed (Debian's package `postgresql`)")
    with running() as server:
        yield server


@pytest.fixture
def database(postgresql: Server) -> str:
    """The address of an empty database."""
    return postgresql.make()


@pytest.fixture(params=["file", "server"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an edition to be: a file, then an empty database."""
    if request.param == "file":
        return str(tmp_path / "press.gainsay")
    found: str = request.getfixturevalue("database")
    return found
