"""Every Python snippet of the documentation runs and gives what is shown."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, blocks


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=str)
def test_every_snippet_gives_what_is_shown(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree("examples/marrow-bay", tmp_path / "examples" / "marrow-bay")
    snippets = blocks(page, "python")
    assert all(">>>" in block.body for block in snippets), "snippets are sessions, so that they can be checked"
    code = "\n".join(block.body for block in snippets)
    test = doctest.DocTestParser().get_doctest(code, {}, str(page), str(page), 0)
    monkeypatch.chdir(tmp_path)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(report)
