"""An edition is held against what reading its texts again gives."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import gainsay
from tests.edition.collection import write


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("anew")
    path = folder / "e.gainsay"
    with gainsay.read(write(folder / "texts"), path, gainsay.ReadSettings(reader="rules", workers=1)) as one:
        one.review(one.attributions()[0].id, "reject", by="Ana Lindqvist", reason="a caption")
        one.settle()
    return path


def test_an_edition_holds_what_its_texts_and_decisions_give(edition: Path) -> None:
    with gainsay.open_edition(edition) as one:
        assert one.verify(anew=True) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE statements SET hedged = 1 - hedged WHERE number = (SELECT min(number) FROM statements)",
            "its statements are not what",
        ),
        ("UPDATE matters SET score = score / 2 WHERE id = (SELECT min(id) FROM matters)", "matters: 2 are not what"),
        ("UPDATE figures SET unit = 'ships' WHERE id = (SELECT min(id) FROM figures)", "its figures are not what"),
    ],
)
def test_a_reading_that_the_text_does_not_give_is_told(
    edition: Path, tmp_path: Path, statement: str, said: str
) -> None:
    path = tmp_path / "e.gainsay"
    with closing(sqlite3.connect(edition)) as source, closing(sqlite3.connect(path)) as altered:
        source.backup(altered)
        assert altered.execute(statement).rowcount == 1
        altered.commit()
    with gainsay.open_edition(path) as one:
        assert one.verify() == []
        assert any(said in problem for problem in one.verify(anew=True))


def test_what_another_model_read_is_not_compared(edition: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.gainsay"
    with closing(sqlite3.connect(edition)) as source, closing(sqlite3.connect(path)) as altered:
        source.backup(altered)
        altered.execute("UPDATE documents SET reader = 'model-0123'")
        altered.commit()
    with gainsay.open_edition(path) as one:
        assert "read by another model" in one.verify(anew=True)[0]
