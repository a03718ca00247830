"""Every command shown in the documentation runs, and prints what is shown.

    GAINSAY_REWRITE_DOCS=1 python -m pytest tests/docs/test_console.py

puts what is printed today into the pages (blocks with elided lines are left to be mended by hand), and fails, so that
the switch cannot be left on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gainsay
from tests.docs.pages import PAGES, Block, Shown, blocks, commands
from tests.judging.server import serving

ELIDED = "…"
COLUMNS = 100
BEGIN_BARE = {Path("README.md"), Path("docs/tutorial.md")}
"""These make the edition themselves; the others begin where the tutorial ends."""

SECOND_READER = "localhost:8080"
"""Where the pages ask a second reader; in its place answers a small server of the tests."""

ON_A_SERVER = {Path("docs/how-to/share-on-postgresql.md")}
"""These need PostgreSQL: they speak to a private server, on which there are no databases yet."""


@pytest.fixture
def directory(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory as a reader of the page has it: the example, and, but for where it begins, its edition."""
    shutil.copytree("examples/marrow-bay", tmp_path / "examples" / "marrow-bay")
    if request.getfixturevalue("page") in ON_A_SERVER:
        server = request.getfixturevalue("postgresql")
        for name in ("press", "bay"):
            server.run(f"DROP DATABASE IF EXISTS {name}")
        monkeypatch.setenv("PGHOST", str(server.folder))
        monkeypatch.setenv("PGUSER", "gainsay")
    if request.getfixturevalue("page") not in BEGIN_BARE:
        gainsay.read(tmp_path / "examples" / "marrow-bay", tmp_path / "marrow-bay.gainsay").close()
    return tmp_path


@pytest.fixture
def reader() -> Iterator[str]:
    """The address of a second reader."""
    with serving() as server:
        yield f"localhost:{server.server_port}"


def _run(command: str, folder: Path) -> tuple[int, list[str]]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path, "COLUMNS": str(COLUMNS), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = [line.rstrip().replace(f"{folder}/", "") for line in done.stdout.rstrip("\n").split("\n")]
    return done.returncode, lines


def fits(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether lines are as shown; `…` alone on a line stands for any number of them."""
    if not shown:
        return not printed
    if shown[0] == ELIDED:
        return any(fits(shown[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and fits(shown[1:], printed[1:])


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "console")], ids=str)
def test_every_command_runs_and_prints_what_is_shown(page: Path, directory: Path, reader: str) -> None:
    changed: list[tuple[Block, str]] = []
    for block in blocks(page, "console"):
        new: list[str] = []
        for shown in commands(block):
            code, printed = _run(shown.command.replace(SECOND_READER, reader), directory)
            printed = [line.replace(reader, SECOND_READER) for line in printed]
            assert code == 0, f"{page}: $ {shown.command}\n" + "\n".join(printed)
            if not os.environ.get("GAINSAY_REWRITE_DOCS"):
                assert not shown.output or fits(shown.output, printed), _difference(page, shown, printed)
            new += ["$ " + shown.command.replace("\n", "\n> "), *_renewed(shown, printed)]
        changed.append((block, "\n".join(new) + "\n"))
    if os.environ.get("GAINSAY_REWRITE_DOCS"):
        _rewrite(page, changed)
        pytest.fail(f"{page} was rewritten: read what changed, unset GAINSAY_REWRITE_DOCS and run again.")


def _difference(page: Path, shown: Shown, printed: list[str]) -> str:
    return f"{page}: $ {shown.command}\nshown:\n" + "\n".join(shown.output) + "\nprinted:\n" + "\n".join(printed)


def _renewed(shown: Shown, printed: list[str]) -> list[str]:
    if not shown.output or ELIDED in shown.output:
        return list(shown.output)
    return printed


def _rewrite(page: Path, changed: list[tuple[Block, str]]) -> None:
    text = page.read_text(encoding="utf-8")
    for block, body in reversed(changed):
        assert text.startswith(block.body, block.start), f"{page} was changed by somebody else meanwhile: run again."
        text = text[: block.start] + body + text[block.start + len(block.body) :]
    page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("shown", "printed", "fit"),
    [
        (("a", "b"), ["a", "b"], True),  # to the letter
        (("a", "…", "d"), ["a", "b", "c", "d"], True),  # lines left out
        (("a", "…"), ["a"], True),  # none left out
        (("a",), ["a", "b"], False),  # more is printed than shown
        (("a", "…", "d"), ["a", "b"], False),  # the end is missing
        (("a…",), ["abc"], False),  # within a line the sign is the program's own
    ],
)
def test_elided_lines_are_marked_and_nothing_else_is_passed_over(
    shown: tuple[str, ...], printed: list[str], fit: bool
) -> None:
    assert fits(shown, printed) is fit
