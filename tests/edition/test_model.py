"""Which reader reads, and that another one reads again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import gainsay
from gainsay.edition import model
from gainsay.errors import ModelError, UsageError
from gainsay.store import schema
from tests.edition.collection import TEXTS, write


def _ship(folder: Path, digest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "encoder.json").write_text(json.dumps({"sha256": {"encoder.onnx": digest}}))
    monkeypatch.setattr("gainsay.encoder.WEIGHTS", folder)


def test_the_model_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert model.chosen(None) == "model" and model.chosen("rules") == "rules"
    _ship(tmp_path / "weights", "0123456789abcdef0123", monkeypatch)
    assert model.reader_id("model") == "model-0123456789abcdef"


def test_a_model_that_is_missing_is_named_with_the_way_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gainsay.encoder.WEIGHTS", tmp_path / "none")
    with pytest.raises(ModelError, match="--reader rules"):
        model.reader_id(model.chosen(None))


def test_another_model_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.edition.build.encoder", lambda reader: None)
    edition = tmp_path / "press.gainsay"
    write(tmp_path / "press")
    for digest, changed in (("a" * 64, 0), ("a" * 64, 0), ("b" * 64, len(TEXTS))):
        _ship(tmp_path / "weights", digest, monkeypatch)
        assert len(gainsay.read(tmp_path / "press", edition).report.changed) == changed
    settings = gainsay.ReadSettings(reader="rules")
    assert len(gainsay.read(tmp_path / "press", edition, settings).report.changed) == len(TEXTS)
    with gainsay.open_edition(edition) as one, one.store.begin() as connection:
        assert set(connection.scalars(schema.documents.select().with_only_columns(schema.documents.c.reader))) == {
            "rules"
        }


def test_a_reader_that_there_is_not_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.encoder.WEIGHTS", tmp_path / "none")
    with pytest.raises(UsageError, match="no such reader"):
        model.chosen("oracle")
    with pytest.raises(ModelError, match="--reader rules"):
        model.reader_id("model")


def test_a_damaged_model_leaves_the_edition_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = tmp_path / "press.gainsay"
    gainsay.read(write(tmp_path / "press"), edition, gainsay.ReadSettings(reader="rules")).close()
    _ship(tmp_path / "weights", "a" * 64, monkeypatch)

    def damaged(reader: str) -> None:
        raise ModelError("the weights are damaged")

    monkeypatch.setattr("gainsay.edition.build.encoder", damaged)
    with pytest.raises(ModelError):
        gainsay.read(tmp_path / "press", edition, gainsay.ReadSettings(reader="model"))
    with gainsay.open_edition(edition) as one:
        assert len(one.documents()) == len(TEXTS)
