"""`make demo`: what it prints, what it leaves, and that it can be run again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from examples import demo
from gainsay.cli.app import run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory that looks like the repository."""
    shutil.copytree("examples/marrow-bay", tmp_path / demo.COLLECTION)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_demo_ends_by_saying_where_the_pages_are_and_can_be_run_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for documents in ("7 new", "7 unchanged"):
        assert demo.main() == 0
        out = capsys.readouterr().out
        assert documents in out
        (page,) = re.findall(r"^Open (.+) in a browser\.$", out, re.MULTILINE)
        assert Path(page) == root / "demo" / "site" / "index.html"
        assert Path(page).is_file()


def test_the_demo_prints_the_matters_as_the_command_does(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main() == 0
    shown = capsys.readouterr().out
    assert run(["matters", "-e", str(demo.EDITION)]) == 0
    assert capsys.readouterr().out in shown
