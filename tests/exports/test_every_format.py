"""What holds for all formats alike."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from gainsay import Edition
from gainsay.errors import StorageError
from gainsay.exports import FORMATS


def _files(path: Path) -> dict[str, bytes]:
    return {str(f.relative_to(path)): f.read_bytes() for f in [path, *path.rglob("*")] if f.is_file()}


@pytest.mark.parametrize("to", FORMATS)
def test_two_exports_of_one_edition_are_the_same(marrow_bay: Edition, to: str, tmp_path: Path) -> None:
    counts = [gainsay.export(marrow_bay, to, tmp_path / name) for name in ("a", "b")]
    assert counts[0] == counts[1] and _files(tmp_path / "a") == _files(tmp_path / "b") != {}


@pytest.mark.parametrize("to", FORMATS)
def test_nothing_of_a_restricted_document_is_in_any_file(hostile: Edition, to: str, tmp_path: Path) -> None:
    gainsay.export(hostile, to, tmp_path / "out")
    hidden = [b"Vance", b"secret.txt", hostile.document("secret.txt").id.encode()]
    for name, data in _files(tmp_path / "out").items():
        assert [word for word in hidden if word in data] == [], name


@pytest.mark.parametrize("to", FORMATS)
def test_a_place_that_cannot_be_written_is_told(marrow_bay: Edition, to: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageError, match="cannot be written"):
        gainsay.export(marrow_bay, to, tmp_path / "file" / "out")
    assert (tmp_path / "file").read_text() == "mine"
