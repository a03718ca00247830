"""What a person adds that no reading found: it stands like any reading, and goes when it is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import gainsay
from gainsay.errors import UsageError
from tests.edition.review.desk import read, speaker

TEXTS = {
    "diary.txt": "Fog on the bay. Ana Lindqvist, to all who would hear it: the boats are lost, and with them the north "
    "quay. Nobody slept on the feast of the nets.\n"
}


@pytest.fixture
def edition(tmp_path: Path) -> gainsay.Edition:
    return gainsay.open_edition(read(tmp_path, TEXTS))


def place(edition: gainsay.Edition, words: str) -> list[int]:
    text = edition.document("diary.txt").text
    return [text.index(words), text.index(words) + len(words)]


def test_an_added_quotation_has_its_speaker_and_makes_statements(edition: gainsay.Edition) -> None:
    said = place(edition, "the boats are lost, and with them the north quay")
    who = place(edition, "Ana Lindqvist")
    edition.review("diary.txt", "add", by="Irena Voss", record="attribution", content=[said], speaker=[who])
    assert edition.settle()
    found = [a for a in edition.attributions() if list(a.content[0]) == said]
    assert [(a.kind, a.confidence) for a in found] == [("direct", 1.0)]
    assert speaker(edition, found[0].id) == "Ana Lindqvist"
    assert any(found[0].id in s.attribution for s in edition.statements())


def test_an_added_date_is_gone_when_it_is_taken_back(edition: gainsay.Edition) -> None:
    feast = place(edition, "the feast of the nets")
    made = edition.review("diary.txt", "add", by="Irena Voss", record="date", span=feast, edtf="1911-03-03")
    assert edition.settle()
    assert [d.edtf for d in edition.dates() if list(d.span) == feast] == ["1911-03-03"]
    (reviewed,) = edition.decisions()
    assert reviewed.state == "in force"
    edition.review(str(made.number), "undo", by="Irena Voss")
    assert edition.settle()
    assert [d for d in edition.dates() if list(d.span) == feast] == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"record": "statement", "span": [0, 3]}, "one of attribution, mention, date, figure"),
        ({"record": "mention", "span": [0, 3]}, "give its type too"),
        ({"record": "date", "span": [0, 9999]}, "outside of the text"),
        ({"record": "date", "span": [0, 3], "edtf": "soon"}, "EDTF"),
        ({"record": "date", "span": [0, 3], "charge": 1}, "not a field"),
    ],
)
def test_an_addition_that_cannot_stand_is_refused_in_words(
    edition: gainsay.Edition, values: dict[str, Any], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        edition.review("diary.txt", "add", by="Irena Voss", **values)


def test_what_the_edition_has_already_is_not_added(edition: gainsay.Edition) -> None:
    mention = edition.mentions(edition.document("diary.txt").id)[0]
    given = {"span": list(mention.span), "type": mention.type, "form": mention.form}
    with pytest.raises(UsageError, match="already"):
        edition.review("diary.txt", "add", by="Irena Voss", record="mention", **given)
