"""A second reader is held against what people decided, and not believed before there is enough of that."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gainsay import Edition
from gainsay.judging.calibration import LEAST, Share, calibrate, note, standings
from gainsay.judging.kept import Judgement, save
from gainsay.judging.opinion import Judged, Opinion
from gainsay.judging.pair import Excerpt, Pair
from gainsay.judging.reviewed import Case, cases
from gainsay.spans import Span
from gainsay.store.store import Store

READER = "a reader"


def _case(number: int, verdict: Judged) -> Case:
    one, other = (Excerpt(f"{side}{number}", "d", 0, f"{side} {number}", Span(0, 1)) for side in "ab")
    return Case(Pair.of(one, other), verdict, number)


def _answered(edition: Edition, some: Sequence[tuple[Judged, Judged | None]]) -> list[Case]:
    """Cases of what people said, with the answers of a reader."""
    found = [_case(n, person) for n, (person, _) in enumerate(some)]
    store = Store(edition.path, write=True)
    with store.begin() as connection:
        for case, (_, said) in zip(found, some, strict=True):
            opinion = Opinion(said, "r", (), "" if said else "void")
            save(connection, Judgement(case.pair.key, READER, opinion, "1911-03-14T00:00:00Z"))
    store.close()
    return found


def test_agreement_is_counted_over_what_both_judged(edition: Edition) -> None:
    some: list[tuple[Judged, Judged | None]] = [
        *[("conflict", "conflict")] * 20,
        *[("different", "conflict")] * 5,
        *[("different", "different")] * 10,
        ("denial", None),
    ]
    found = calibrate(edition, READER, _answered(edition, some))
    assert (found.reviewed, found.void, found.agreed.right, found.agreed.of) == (36, 1, 30, 35)
    of = {one.verdict: one for one in found.verdicts}
    assert (of["conflict"].precision.right, of["conflict"].precision.of) == (20, 25)
    assert (of["different"].recall.right, of["different"].recall.of) == (10, 15)
    assert found.believed and found.alpha is not None and 0.5 < found.alpha < 0.8


def test_below_so_many_matters_it_is_not_believed(edition: Edition) -> None:
    enough: list[tuple[Judged, Judged | None]] = [("conflict", "conflict")] * LEAST
    assert calibrate(edition, READER, _answered(edition, enough)).believed
    assert not calibrate(edition, READER, _answered(edition, enough[:-1])).believed
    assert not calibrate(edition, READER, _answered(edition, [*enough[:-1], ("denial", None)])).believed


def test_answers_of_another_reader_do_not_count(edition: Edition) -> None:
    found = calibrate(edition, "another", _answered(edition, [("conflict", "conflict")] * LEAST))
    assert found.agreed == Share(0, 0, 0.0, 1.0) and found.alpha is None and found.verdicts == ()


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366)],  # the last: Newcombe (1998), table I
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert Share.count(right, of) == Share(right, of, low, high)


def test_how_a_reader_stood_is_kept_for_each(edition: Edition) -> None:
    found = calibrate(edition, READER, _answered(edition, [("conflict", "conflict")] * LEAST))
    note(edition, found)
    note(edition, calibrate(edition, "another", []))
    assert standings(edition)[READER] == f"agreed with people on {LEAST} of {LEAST} reviewed matters"
    assert standings(edition)["another"].startswith("not to be believed yet")


def test_reviewed_matters_have_the_verdicts_that_people_gave_them(edition: Edition) -> None:
    disputed = edition.matters(verdict="conflict")
    agreed = next(m for m in edition.matters() if m.verdict in ("corroboration", "single-witness"))
    edition.review(disputed[0].id, "accept", by="Ana")
    edition.review(disputed[1].id, "reject", by="Ana", reason="two events")
    edition.review(disputed[2].id, "correct", by="Ana", reason="rounded", verdict="scope")
    edition.review(agreed.id, "accept", by="Ana")
    edition.settle()
    assert [case.verdict for case in cases(edition)] == ["conflict", "different", "scope", "corroboration"]
    assert [case.number for case in cases(edition)] == [1, 2, 3, 4]


def test_a_decision_that_was_taken_back_counts_no_more(edition: Edition) -> None:
    (first, *_) = edition.matters(verdict="conflict")
    made = edition.review(first.id, "accept", by="Ana")
    edition.settle()
    assert len(cases(edition)) == 1
    edition.review(made.id, "undo", by="Ana")
    edition.settle()
    assert cases(edition) == []
