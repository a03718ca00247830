"""What `gainsay sources` tells of documents beyond who wrote them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from benchmarks.formats.prose import write_prose
from benchmarks.formats.web import make_page, make_warc

from gainsay.cli.app import run
from tests.edition.collection import write


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An edition of a web archive and of a ZIP archive that a remark is to be made about."""
    folder = tmp_path_factory.mktemp("found") / "papers"
    folder.mkdir()
    (folder / "web.warc").write_bytes(make_warc([make_page(write_prose(1, 3))]))
    with zipfile.ZipFile(folder / "box.zip", "w") as box:
        box.writestr("../letter.txt", "Josef Brandt left Port Adair in the evening.")
    path = folder.parent / "found.gainsay"
    assert run(["read", str(folder), "-o", str(path)]) == 0
    return str(path)


def test_the_day_of_a_capture_and_remarks_are_shown(found: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "-e", found]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert "CAPTURED" in head
    assert any("gazette.example" in line and "2021-03-01" in line for line in lines)
    assert any(line.startswith("box.zip/letter.txt: ") and "climbs out of it" in line for line in lines)


def test_what_no_document_has_gets_no_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "press")
    monkeypatch.chdir(tmp_path)
    assert run(["read", "press"]) == 0
    capsys.readouterr()
    assert run(["sources"]) == 0
    assert "CAPTURED" not in capsys.readouterr().out


def test_remarks_are_in_the_json(found: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "-e", found, "--json"]) == 0
    documents = {d["path"]: d for d in json.loads(capsys.readouterr().out)["documents"]}
    (remark,) = documents["box.zip/letter.txt"]["remarks"]
    assert "climbs out of it" in remark
