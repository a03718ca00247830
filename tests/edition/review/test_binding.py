"""Decisions survive reading again, go stale where their passage is not as it was, and never go to a look-alike."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from tests.edition.collection import TEXTS, exported, write
from tests.edition.review.desk import attribution, read, speaker

UNION = TEXTS["union.txt"]
FIRED = "the soldiers fired"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The collection, with a speaker corrected, a matter rejected and two names joined."""
    path = read(tmp_path)
    with gainsay.open_edition(path) as edition:
        fired = attribution(edition, "union.txt", FIRED)
        edition.review(fired.id, "correct", by="Ana", entity="Josef Brandt")
        edition.review(edition.matters(facet="figure")[0].id, "reject", by="Ana", reason="counted on two days")
        edition.review(
            next(e.id for e in edition.entities() if e.name == "Ana Lindqvist"), "join", by="Ana", entity="Ellen Marsh"
        )
        edition.settle()
    return path


def _states(path: Path) -> list[str]:
    with gainsay.open_edition(path) as edition:
        assert edition.verify() == []
        return [r.state for r in edition.decisions()]


def _read(path: Path, texts: dict[str, str]) -> list[str]:
    """Read the folder again with other texts; the states of the decisions."""
    gainsay.read(write(path.parent / "press", texts), path).close()
    return _states(path)


def test_decisions_take_effect_again_however_the_edition_is_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = exported(path, tmp_path / "decided")
    monkeypatch.setattr("gainsay.edition.plan.READING", "another version")
    report = gainsay.read(tmp_path / "press", path).report
    assert len(report.changed) == len(TEXTS)
    assert exported(path, tmp_path / "again") == decided
    assert _states(path) == ["in force"] * 3


def test_decisions_step_by_step_are_decisions_all_at_once(path: Path, tmp_path: Path) -> None:
    _read(path, {"late.txt": "Josef Brandt said on 9 March 1911 that 40 dockers were arrested at Port Adair.\n"})
    fresh = tmp_path / "fresh.gainsay"
    with gainsay.open_edition(path) as edition:
        assert edition.export_decisions(tmp_path / "d.jsonl") == 3
    with gainsay.read(tmp_path / "press", fresh) as other:
        assert other.import_decisions(tmp_path / "d.jsonl") == 3
        other.settle()
    assert exported(fresh, tmp_path / "fresh") == exported(path, tmp_path / "grown")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (UNION + "\nThe wire says so too.\n", "in force"),  # a paragraph after it
        (UNION.replace("had threatened", "threatened"), "in force"),  # another paragraph changed
        (UNION.replace("two men fall", "three men fall"), "stale"),  # its own paragraph changed
        (UNION.replace("Ms. Marsh said.\n", "Ms. Marsh said. Others did not.\n"), "stale"),  # its paragraph grew
        (UNION.replace("\n\nMore than", "\n\nA word first.\n\nMore than"), "stale"),  # it moved: somebody should look
        (UNION.replace("soldiers fired", "gunners fired") + "\nEllen Marsh said that the soldiers fired.\n", "stale"),
        ("Nothing of it.\n", "stale"),
    ],
)
def test_a_decision_is_stale_when_its_passage_is_not_there_as_it_was(path: Path, text: str, state: str) -> None:
    assert _read(path, {"union.txt": text})[0] == state
    with gainsay.open_edition(path) as edition:
        about = [a for a in edition.attributions() if "soldiers fired" in a.content[0].of(edition.text(a.document))]
        corrected = [a for a in about if speaker(edition, a.id) == "Josef Brandt"]
        assert bool(corrected) == (state == "in force")
    assert _read(path, {"union.txt": UNION})[0] == "in force"


def test_a_decision_is_orphaned_when_its_document_goes_and_follows_it_when_it_is_renamed(path: Path) -> None:
    folder = path.parent / "press"
    (folder / "union.txt").rename(folder / "renamed.txt")
    assert _read(path, {})[0] == "in force"
    (folder / "renamed.txt").unlink()
    report = gainsay.read(folder, path).report
    assert report.decisions["orphaned"] >= 1
    assert _states(path)[0] == "orphaned"
    with gainsay.open_edition(path) as edition:
        assert edition.decisions()[0].note == "union.txt is no longer in the edition"


def test_a_judged_matter_that_has_grown_is_shown_as_found(path: Path) -> None:
    new = "Three hundred dockers were arrested at Port Adair on 3 March 1911, the Harbour Company said.\n"
    assert _read(path, {"late.txt": new})[1] == "stale"
    with gainsay.open_edition(path) as edition:
        assert edition.decisions()[1].note == "the matter has gained or lost statements since"
        assert edition.matters(verdict="conflict", facet="figure")


def test_what_a_person_confirmed_stands_even_where_a_later_version_does_not_find_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object, **__: object) -> list[object]:
        return []

    monkeypatch.setattr("gainsay.edition.document.find_attributions", nothing)
    monkeypatch.setattr("gainsay.edition.plan.READING", "another version")
    gainsay.read(tmp_path / "press", path).close()
    with gainsay.open_edition(path) as edition:
        (kept,) = edition.attributions()
        assert kept.content[0].of(edition.text(kept.document)).startswith(FIRED)
        assert speaker(edition, kept.id) == "Josef Brandt"
        assert edition.decisions()[0].record == kept.id and edition.verify() == []
