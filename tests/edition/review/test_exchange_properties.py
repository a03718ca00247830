"""Whatever people decide, in whatever words: a file of decisions says the same in another edition, and once only."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gainsay
from gainsay.edition.review.decision import Decision
from gainsay.errors import UsageError
from tests.edition.review.desk import read

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
FIGURES = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9)
STEPS = st.lists(
    st.tuples(st.sampled_from(["accept", "reject", "name", "figure", "undo"]), WORDS, WORDS, FIGURES), max_size=6
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read(tmp_path_factory.mktemp("exchange"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_decisions_say_the_same_in_another_edition(original: Path, steps: list[tuple[str, str, str, float]]) -> None:
    with tempfile.TemporaryDirectory() as work:
        here, there = Path(work, "here.gainsay"), Path(work, "there.gainsay")
        shutil.copy(original, here)
        shutil.copy(original, there)
        with gainsay.open_edition(here) as edition:
            for step in steps:
                _decide(edition, *step)
            made = [r.decision for r in edition.decisions()]
            assert edition.export_decisions(Path(work, "d.jsonl")) == len(made)
        with gainsay.open_edition(there) as edition:
            assert [edition.import_decisions(Path(work, "d.jsonl")) for _ in range(2)] == [len(made), 0]
            taken = [r.decision for r in edition.decisions()]
            assert edition.export_decisions(Path(work, "back.jsonl")) == len(made)
        with gainsay.open_edition(here) as edition:
            assert edition.import_decisions(Path(work, "back.jsonl")) == 0
    assert [d.origin for d in taken] == [d.id for d in made]
    assert [_told(d, taken) for d in taken] == [_told(d, made) for d in made]


def _decide(edition: gainsay.Edition, action: str, by: str, reason: str, value: float) -> None:
    """One step, as a person would take it; what the edition refuses is not decided."""
    said = edition.attributions()[0].id
    document = edition.documents()[0]
    start = document.text.index(document.text.split()[0])
    span = [start, start + len(document.text.split()[0])]
    try:
        match action:
            case "name":
                edition.review(document.path, "add", by=by, reason=reason, record="mention", span=span, type="person")
            case "figure":
                edition.review(document.path, "add", by=by, reason=reason, record="figure", span=span, value=value)
            case "undo":
                edition.review("1", "undo", by=by, reason=reason)
            case "reject":
                edition.review(said, "reject", by=by, reason=reason)
            case _:
                edition.review(said, "accept", by=by, reason=reason)
    except UsageError:
        return


def _told(decision: Decision, log: list[Decision]) -> dict[str, Any]:
    """What a decision says, ids of the log as the places of what they name."""
    place = {one.id: number for number, one in enumerate(log)}
    return {
        "who": (decision.at, decision.by, decision.action, decision.reason, decision.changes),
        "what": (decision.target.kind, decision.target.anchors, decision.target.read, decision.target.name),
        "undoes": None if decision.undoes is None else place[decision.undoes],
    }
