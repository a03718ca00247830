"""What added documents share is found without joining all anew, and what they change among others with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gainsay.dependence.added import touched_by
from gainsay.dependence.fingerprint import Fingerprint, fingerprint, hashes_of
from gainsay.dependence.reuse import ReuseSettings, Run, find_reuse

FEW = ReuseSettings(words=3, seed=2, loose=4, island=2, crowd=3)
TEXTS = st.lists(st.lists(st.sampled_from("ash birch cedar fir oak pine".split()), max_size=14), min_size=1, max_size=7)


def order(run: Run) -> tuple[object, ...]:
    return run.a.document, run.a.span, run.b.document, run.b.span


@given(TEXTS, st.sets(st.integers(0, 6)))
def test_what_was_found_before_and_what_is_touched_make_what_all_would(texts: list[list[str]], late: set[int]) -> None:
    all_of_them = [fingerprint(f"d{n}", " ".join(words)) for n, words in enumerate(texts)]
    added = {f"d{n}" for n in late}
    old = find_reuse([f for f in all_of_them if f.document not in added], settings=FEW)
    touched = touched_by([hashes_of(f.to_bytes()) for f in all_of_them], added, FEW)
    new = find_reuse([f for f in all_of_them if f.document in touched.around], touched.changed, FEW)
    kept = [run for run in old if touched.changed.isdisjoint((run.a.document, run.b.document))]
    assert sorted([*kept, *new], key=order) == find_reuse(all_of_them, settings=FEW)


def documents(*texts: str) -> list[Fingerprint]:
    return [fingerprint(f"d{n}", text) for n, text in enumerate(texts)]


def test_documents_that_share_no_words_with_the_added_one_are_left_alone() -> None:
    report = "the ferry to Cold Quay was turned back at noon by the harbour guard"
    other = "nobody on the pier had seen the lamp go out before the storm broke"
    told = [hashes_of(f.to_bytes()) for f in documents(report, report, other)]
    found = touched_by(told, {"d1"})
    assert (found.changed, found.around) == ({"d1"}, {"d0", "d1"})


def test_documents_of_a_crowd_that_an_added_one_joins_are_changed_with_it() -> None:
    told = [hashes_of(f.to_bytes()) for f in documents(*["all rights are reserved by the Marrow Bay Gazette"] * 13)]
    assert touched_by(told[:12], {"d3"}).changed == {"d3"}
    assert touched_by(told, {"d3"}).changed == {f"d{n}" for n in range(13)}
