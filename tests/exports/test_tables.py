"""The edition as tables: CSV, Parquet, data frames."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas
import pytest
from pyarrow import parquet

import gainsay
from gainsay import Edition
from gainsay.edition.public import Public
from gainsay.edition.tables import TABLES, table
from gainsay.errors import UsageError


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_table_has_a_line_for_each_record_and_all_columns(edition: Edition, target: Path) -> None:
    counts = gainsay.export(edition, "csv", target)
    assert {path.stem for path in target.iterdir()} == set(TABLES) == set(counts)
    for name, found in TABLES.items():
        lines = _read(target / f"{name}.csv")
        assert len(lines) == counts[name]
        assert all(list(line) == list(found.columns) and None not in line.values() for line in lines)


def test_words_are_the_characters_of_the_span(edition: Edition, target: Path) -> None:
    gainsay.export(edition, "csv", target)
    for name in ("passages", "mentions", "dates", "figures", "statements", "positions"):
        for line in _read(target / f"{name}.csv"):
            words = edition.text(line["document"])[int(line["start"]) : int(line["end"])]
            assert line["words"].removeprefix("'") == words.removeprefix("'")


def test_no_cell_of_a_document_is_a_formula(hostile: Edition, target: Path) -> None:
    gainsay.export(hostile, "csv", target)
    words = [line["words"] for line in _read(target / "passages.csv")]
    assert any(w.startswith("'=HYPERLINK") for w in words)
    assert not any(w.startswith("=") for w in words)


def test_a_restricted_document_is_in_no_table(hostile: Edition, target: Path) -> None:
    gainsay.export(hostile, "csv", target)
    assert not any("Vance" in path.read_text(encoding="utf-8") for path in target.iterdir())


def test_parquet_holds_the_same_lines_with_their_types(edition: Edition, target: Path) -> None:
    gainsay.export(edition, "parquet", target)
    public = Public.of(edition)
    for name in TABLES:
        columns, lines = table(name, public)
        found = parquet.read_table(target / f"{name}.parquet")
        assert found.column_names == list(columns)
        assert [tuple(row.values()) for row in found.to_pylist()] == list(lines)


def test_a_data_frame_has_typed_columns(marrow_bay: Edition) -> None:
    frame = marrow_bay.to_pandas("positions")
    assert isinstance(frame, pandas.DataFrame) and frame["start"].dtype == "Int64"
    assert set(frame["matter"]) == set(marrow_bay.to_pandas("matters")["id"])


def test_an_unknown_table_is_told(marrow_bay: Edition) -> None:
    with pytest.raises(UsageError, match="no such table"):
        marrow_bay.to_pandas("nonsense")
