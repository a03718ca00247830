"""Editions to export: the bundled collection, documents that are hard on every format, and one of each format read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.formats.everything import make_everything

import gainsay
from gainsay import Edition
from tests.edition.collection import write

HOSTILE = {
    "odd.txt": (
        "=HYPERLINK(\"x\") & <Port Adair> ]]> 'gate' \x0c\x01 \U0001f6a2\r\n\r\n"
        "“Five & six <men> left,” said Ana Lindqvist on 3 March 1911.\r\n\r\n\u202e-1+1 \ufffe end.\r\n"
    ),
    "twin.txt": (
        'Ana Lindqvist denied that the “ships” of the "Port Adair" line had left on 3 March 1911.[1]\n\n'
        "Notes\n\n[1] Bern Moe, *Tides & <Trades>* (Lindow: Fairley, 1934), p. 3.\n"
    ),
    "secret.txt": "Police agent Igor Vance counted 77 dockers at Port Adair on 3 March 1911.\n",
    "sources.toml": '["secret.txt"]\nrestricted = true\n["odd.txt"]\ntitle = "A < B & \\"C\\""\nparty = "the union"\n',
}


@pytest.fixture(scope="session")
def marrow_bay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The edition of the bundled collection."""
    with gainsay.read("examples/marrow-bay", tmp_path_factory.mktemp("bay") / "bay.gainsay") as edition:
        yield edition


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """Markup, control characters, formulas, characters beyond the basic plane, and a restricted document."""
    folder = tmp_path_factory.mktemp("hostile")
    write(folder / "texts")
    write(folder / "texts", HOSTILE)
    with gainsay.read(folder / "texts", folder / "hostile.gainsay") as edition:
        yield edition


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """One document of every format that can be read."""
    folder = tmp_path_factory.mktemp("everything")
    (folder / "texts").mkdir()
    make_everything(folder / "texts")
    with gainsay.read(folder / "texts", folder / "everything.gainsay") as edition:
        yield edition


@pytest.fixture(params=["marrow_bay", "hostile", "everything"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each of the three in turn."""
    found: Edition = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where to write."""
    return tmp_path / "out"
