"""Decisions as a file, the queue, and how far reviewers agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import gainsay
from gainsay.edition.review.agreement import alpha
from gainsay.errors import UsageError
from tests.edition.review.desk import attribution, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = read(tmp_path)
    with gainsay.open_edition(path) as edition:
        fired = attribution(edition, "union.txt", "the soldiers fired").id
        edition.review(fired, "correct", by="Ana", entity="Josef Brandt")
        edition.review(fired, "accept", by="Bo")
        edition.review("1", "undo", by="Ana", reason="misread")
        edition.settle()
    return path


def test_decisions_go_to_another_edition_once(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.gainsay"
    with gainsay.open_edition(path) as edition:
        assert edition.export_decisions(tmp_path / "d.jsonl") == 3
        entries = [r.decision for r in edition.decisions()]
    with gainsay.read(tmp_path / "press", other) as edition:
        assert [edition.import_decisions(tmp_path / "d.jsonl") for _ in range(2)] == [3, 0]
        edition.settle()
        assert [r.state for r in edition.decisions()] == ["undone", "in force", "in force"]
        assert [r.decision.origin for r in edition.decisions()] == [e.id for e in entries]
        assert [r.decision.by for r in edition.decisions()] == ["Ana", "Bo", "Ana"]
        assert edition.export_decisions(tmp_path / "back.jsonl") == 3 and edition.verify() == []
    with gainsay.open_edition(path) as edition:
        assert edition.import_decisions(tmp_path / "back.jsonl") == 0


@pytest.mark.parametrize("bad", ["no JSON", "[]", '{"number": 1}', "null", "\x00"])
def test_a_file_that_holds_anything_else_is_refused_whole(path: Path, tmp_path: Path, bad: str) -> None:
    file = tmp_path / "d.jsonl"
    with gainsay.open_edition(path) as edition:
        edition.export_decisions(file)
        file.write_text(file.read_text(encoding="utf-8") + bad + "\n", encoding="utf-8")
        with pytest.raises(UsageError, match="line 4"):
            edition.import_decisions(file)


def test_an_entry_that_was_changed_on_the_way_is_refused(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    with gainsay.open_edition(path) as edition:
        edition.export_decisions(file)
        entry = json.loads(file.read_text(encoding="utf-8").splitlines()[0]) | {"by": "Cy"}
        file.write_text(json.dumps(entry), encoding="utf-8")
        with pytest.raises(UsageError, match="line 1"):
            edition.import_decisions(file)


def test_the_queue_holds_the_doubtful_that_matters_depend_on_and_nothing_decided(path: Path) -> None:
    with gainsay.open_edition(path) as edition:
        items = edition.queue()
        order = [item.doubt * item.weight for item in items]
        assert order == sorted(order, reverse=True)
        assert {"attribution", "matter"} <= {item.kind for item in items}
        first = edition.queue(1)[0]
        edition.review(first.target, "accept", by="Ana")
        edition.settle()
        assert first.target not in {item.target for item in edition.queue()}
        assert {item.kind for item in edition.queue(kind="attribution")} <= {"attribution"}


def test_agreement_counts_what_two_reviewers_decided_and_what_stands(path: Path) -> None:
    with gainsay.open_edition(path) as edition:
        assert edition.agreement().units == 0  # one of the two was taken back
        edition.review(edition.decisions()[1].record or "", "accept", by="Ana")
        found = edition.agreement()
    assert (found.alpha, found.units, found.agreed, found.reviewers) == (1.0, 1, 1, ("Ana", "Bo"))


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        # Krippendorff 2004, p. 224: ten units, two observers, two values
        (list(zip("0100000010", "1110010000", strict=True)), 0.095),
        (["aa", "aa"], 1.0),  # nothing varies
        (["a", "b"], None),  # nobody to compare with
        (["ab", "ba"], -0.5),  # worse than chance
    ],
)
def test_alpha_is_that_of_the_textbook(units: list[tuple[str, str]] | list[str], expected: float | None) -> None:
    found = alpha(units)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.001))
