"""`gainsay review add`: what no reading found, by its very words."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from gainsay.cli.app import run

LETTER = "Ana Lindqvist left Port Adair on a Tuesday. The harbour master, on a Tuesday too, said nothing."


@pytest.fixture
def edition(tmp_path: Path) -> str:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text(LETTER, encoding="utf-8")
    path = str(tmp_path / "letters.gainsay")
    assert run(["read", str(tmp_path / "letters"), "-o", path, "--reader", "rules"]) == 0
    return path


def add(edition: str, *fields: str) -> int:
    return run(["review", "add", "letter.txt", *fields, "--by", "Ana", "-e", edition])


def test_a_date_is_added_by_its_words(edition: str) -> None:
    assert add(edition, "date", "span=The harbour master, on a Tuesday", "edtf=1911-03-14") == 0
    with gainsay.open_edition(edition) as opened:
        (found,) = [d for d in opened.dates() if d.edtf == "1911-03-14"]
        assert found.span.of(LETTER) == "The harbour master, on a Tuesday"


def test_an_attribution_is_added_with_its_speaker(edition: str) -> None:
    assert add(edition, "attribution", "content=nothing", "speaker=The harbour master", "cue=said") == 0
    with gainsay.open_edition(edition) as opened:
        found = [a for a in opened.attributions() if [s.of(LETTER) for s in a.content] == ["nothing"]]
        assert [s.of(LETTER) for s in found[0].speaker] == ["The harbour master"]


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ("on a Tuesday", "stands 2 times; say where, as characters: [30,42]"),
        ("on a Monday", "does not stand there"),
        ("On A Tuesday", "does not stand there"),
    ],
)
def test_words_that_stand_there_never_or_twice_are_refused_with_the_places(
    edition: str, span: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(edition, "date", f"span={span}", "edtf=1911-03-14") == 2
    assert told in capsys.readouterr().err
