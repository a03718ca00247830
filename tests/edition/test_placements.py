"""Dates that another document dates, in an edition that grows and shrinks."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from tests.edition.collection import exported, records, write

TEXTS = {
    "letter.txt": "Ana Lindqvist left the town two weeks before the fall of Port Adair. Josef Brandt stayed.\n",
    "chronicle.txt": "Port Adair fell on 3 May 1911. The harbour burned for a week.\n",
    "memoir.txt": "In 1911 Port Adair fell. Nobody had thought that it would.\n",
}
PLACED = "1911-04-19"


def placed(edition: Path) -> list[str]:
    with gainsay.open_edition(edition) as one:
        return [placement.edtf for placement in one.placements().values()]


@pytest.mark.parametrize("one", sorted(TEXTS))
def test_adding_a_document_gives_what_reading_all_at_once_gives(one: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "press", {path: text for path, text in TEXTS.items() if path != one})
    gainsay.read(folder, tmp_path / "grown.gainsay")
    write(folder, TEXTS)
    gainsay.read(folder, tmp_path / "grown.gainsay")
    gainsay.read(folder, tmp_path / "fresh.gainsay")
    assert placed(tmp_path / "grown.gainsay") == [PLACED]
    grown, fresh = (exported(tmp_path / f"{name}.gainsay", tmp_path / name) for name in ("grown", "fresh"))
    assert grown == fresh


def test_a_source_that_differs_takes_the_value_away_and_gives_it_back_when_it_goes(tmp_path: Path) -> None:
    folder, edition = write(tmp_path / "press", TEXTS), tmp_path / "one.gainsay"
    write(folder, {"rival.txt": "Port Adair fell on 9 May 1911, said the victors.\n"})
    gainsay.read(folder, edition)
    assert placed(edition) == []
    (folder / "rival.txt").unlink()
    gainsay.read(folder, edition)
    assert placed(edition) == [PLACED]
    (folder / "chronicle.txt").unlink()
    gainsay.read(folder, edition)
    assert placed(edition) == []


def test_the_export_says_by_which_words(tmp_path: Path) -> None:
    folder, edition = write(tmp_path / "press", TEXTS), tmp_path / "one.gainsay"
    gainsay.read(folder, edition)
    (date,) = (d for d in records(edition, tmp_path / "out")["dates"] if d["placed_by"])
    with gainsay.open_edition(edition) as one:
        chronicle = one.document("chronicle.txt")
        words = chronicle.text.index("3 May 1911")
        assert date["edtf"] == PLACED
        assert date["placed_by"] == {"document": chronicle.id, "span": [words, words + len("3 May 1911")]}
        assert one.verify() == []


def test_who_tells_what_others_date(tmp_path: Path) -> None:
    edition = tmp_path / "one.gainsay"
    gainsay.read(write(tmp_path / "press", TEXTS), edition)
    with gainsay.open_edition(edition) as one:
        (dated,) = one.who("Lindqvist").dated
    assert (dated.edtf, dated.by, dated.because) == (PLACED, "chronicle.txt", "Port Adair fell on 3 May 1911.")


def test_a_restricted_document_dates_nothing_elsewhere(tmp_path: Path) -> None:
    folder, edition = write(tmp_path / "press", TEXTS), tmp_path / "one.gainsay"
    (folder / "sources.toml").write_text('["chronicle.txt"]\nrestricted = true\n', encoding="utf-8")
    gainsay.read(folder, edition)
    assert placed(edition) == []
