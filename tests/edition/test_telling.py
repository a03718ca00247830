"""How a matter is told: through time, on whose word, past whom in silence; and what quotations do to words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.annotations.dates.edtf import Bounds, bounds
from gainsay.edition import silence
from gainsay.edition.course import Course, Telling, before, course_of, drift, in_time
from gainsay.edition.dossier import dossier, find_matter
from gainsay.edition.origins import counted, heard_through, origins_of
from gainsay.edition.quotations import quotations
from gainsay.edition.shown import show, statements_of
from gainsay.edition.silence import silent_on
from gainsay.edition.voices import Voices
from gainsay.errors import UsageError
from gainsay.matters.matter import Witnesses
from gainsay.spans import Span
from tests.edition.collection import write
from tests.edition.quarrel import TEXTS, holding, matter_of


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = write(tmp_path_factory.mktemp("telling") / "press", TEXTS)
    gainsay.read(folder, folder.parent / "press.gainsay").close()
    with gainsay.open_edition(folder.parent / "press.gainsay") as one:
        yield one


def test_tellings_stand_in_order_of_time_and_a_figure_drifts(edition: Edition) -> None:
    sides = [(holding(edition, f"{n} dockers"),) for n in ("More than 140", "About 40", "Some 90")]
    course = course_of(edition, matter_of(edition, *sides, facet="figure"))
    assert [t.when for t in course.tellings] == ["1911-03-04", "1911-03-09", "1911-04-02"]
    assert [t.value for t in course.tellings] == ["About 40 dockers", "Some 90 dockers", "More than 140 dockers"]
    assert course.first == course.tellings[0].statement
    assert [(c.before, c.after) for c in course.changes] == [
        ("About 40 dockers", "Some 90 dockers"),
        ("Some 90 dockers", "More than 140 dockers"),
    ]


_WHEN = st.sampled_from([None, "1911", "1911-03", "1911-03-04", "1911-03/1911-05", "../1911-04", "1911-04/..", "?"])


@given(st.lists(st.tuples(_WHEN, st.integers(1, 3), st.sampled_from(["", "40", "90"])), max_size=9))
def test_a_figure_drifts_from_the_latest_telling_that_is_surely_earlier(
    told: list[tuple[str | None, int, str]],
) -> None:
    told = sorted(told, key=lambda t: in_time(t[0]))
    tellings = [
        Telling(str(k), "d", "d.txt", Span(0, 1), "", "", when, side, value)
        for k, (when, side, value) in enumerate(told)
    ]
    expected = []
    for k, t in enumerate(tellings):
        last = next((p for p in reversed(tellings[:k]) if before(p.when, t.when)), None)
        if last is not None and last.side != t.side and last.value and t.value:
            expected.append((last.statement, t.statement))
    assert [(c.earlier, c.later) for c in drift(tellings)] == expected


def test_looking_for_drift_grows_with_the_tellings_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted_bounds(edtf: str) -> Bounds | None:
        nonlocal asked
        asked += 1
        return bounds(edtf)

    monkeypatch.setattr("gainsay.edition.course.bounds", counted_bounds)
    tellings = [Telling(str(k), "d", "d.txt", Span(0, 1), "", "", "1911", k % 2, "40") for k in range(200)]
    assert list(drift(tellings)) == []
    assert asked <= 2 * len(tellings)


def test_a_chain_of_copies_longer_than_a_tree_can_be_keeps_every_statement() -> None:
    names = [f"s{k}" for k in range(3000)]
    tellings = tuple(
        Telling(n, n, n, Span(0, 1), "", "", None, 1, "", repeats=names[k - 1] if k else None)
        for k, n in enumerate(names)
    )
    (origin,) = origins_of(Witnesses(3000, 0, 1, ((tuple(names), "copied"),)), Course(tellings, None, ()))
    found: list[str] = []
    level = origin.branches
    while level:
        found += [b.statement for b in level]
        level = tuple(inner for b in level for inner in b.branches)
    assert sorted(found) == sorted(names)


def test_what_repeats_an_earlier_telling_says_which_and_why(edition: Edition) -> None:
    first = holding(edition, "burned the customs house", "herald")
    later = holding(edition, "burned the customs house", "courier")
    course = course_of(edition, matter_of(edition, (later, first), verdict="single-witness"))
    assert [(t.statement, t.repeats) for t in course.tellings] == [(first.id, None), (later.id, first.id)]
    assert course.tellings[1].why
    assert course.first == first.id


def test_one_holder_on_two_sides_at_two_times_changed_position(edition: Edition) -> None:
    first = holding(edition, "burned the customs house", "herald")
    later = holding(edition, "burned the customs house", "courier")
    course = course_of(edition, matter_of(edition, (first,), (later,)))
    assert [(c.what, c.earlier, c.later) for c in course.changes] == [("position", first.id, later.id)]
    assert "Brandt" in course.changes[0].by


def test_two_holders_on_two_sides_changed_nothing(edition: Edition) -> None:
    first = holding(edition, "burned the customs house", "herald")
    other = holding(edition, "burned the customs house", "worker")
    assert course_of(edition, matter_of(edition, (first,), (other,))).changes == ()


def test_without_dates_nobody_is_first() -> None:
    assert not before(None, "1911")
    assert not before("1911", "1911-03")


def test_silent_is_who_names_the_parties_and_the_time_and_not_the_matter(edition: Edition) -> None:
    told = [(holding(edition, f"{n} dockers"),) for n in ("About 40", "Some 90", "More than 140")]
    silent = silent_on(edition, matter_of(edition, *told, facet="figure"))
    assert [one.path for one in silent] == ["4-review.txt"]
    text = TEXTS["4-review.txt"]
    assert silent[0].period is not None and silent[0].period.span.of(text) == "3 March 1911"
    assert all(evidence.span.of(text) == evidence.words for _, evidence in silent[0].parties)


def test_where_many_name_the_parties_those_written_soon_after_are_looked_at(edition: Edition) -> None:
    written = {d: edition.document(d).written or "" for d in edition.paths}
    after = sorted(w for w in written.values() if w >= "1911-03-04")
    near = silence._nearest(edition, list(edition.paths), ((1911, 3, 4), (1911, 3, 4)), 2)
    assert len(after) > 2 and sorted(written[d] for d in near) == after[:2]
    assert near == [d for d in edition.paths if d in near]


def test_a_matter_without_a_time_makes_nobody_silent(edition: Edition) -> None:
    assert silent_on(edition, matter_of(edition, (holding(edition, "burned the customs house", "worker"),))) == ()


def test_origins_hang_copies_under_what_they_copy(edition: Edition) -> None:
    first = holding(edition, "burned the customs house", "herald")
    later = holding(edition, "burned the customs house", "courier")
    course = course_of(edition, matter_of(edition, (later, first), verdict="single-witness"))
    (origin,) = origins_of(Witnesses(2, 0, 1, (((later.id, first.id), "the same words in both"),)), course)
    assert [b.statement for b in origin.branches] == [first.id]
    assert [b.statement for b in origin.branches[0].branches] == [later.id]
    assert origin.branches[0].branches[0].tie and not origin.shown


def test_an_origin_is_shown_where_somebody_says_to_have_seen_it(edition: Edition) -> None:
    seen = holding(edition, "I saw the soldiers fire")
    course = course_of(edition, matter_of(edition, (seen,), verdict="single-witness"))
    (origin,) = origins_of(Witnesses(1, 1, 0, (((seen.id,), "stands alone"),)), course)
    assert "Ellen Marsh" in origin.shown


@pytest.mark.parametrize(
    ("witnesses", "words"),
    [
        (Witnesses(5, 2, 1), "5 documents, 2 witnesses, 1 not shown"),
        (Witnesses(2, 2, 0), "2 documents, 2 witnesses"),
        (Witnesses(4, 0, 3), "4 documents, 3 origins, independence not shown"),
        (Witnesses(500, 0, 1), "500 documents, one origin"),
    ],
)
def test_witnesses_are_counted_in_words_and_never_called_independent_unshown(witnesses: Witnesses, words: str) -> None:
    assert counted(witnesses) == words


def test_a_side_is_heard_through_its_accuser_only_where_that_one_holds_another_side(edition: Edition) -> None:
    voices = Voices(edition)

    def heard(*sides: tuple[str, str], verdict: str = "denial") -> list[tuple[str, ...]]:
        held = [(holding(edition, words, path),) for words, path in sides]
        shown = show(edition, [matter_of(edition, *held, verdict=verdict)])[0]  # type: ignore[arg-type]
        chains = {s.id: voices.chain(s) for s in statements_of(edition, (s[0].id for s in held)).values()}
        return [h.through for h in heard_through(shown, chains)]

    own, quoted, elsewhere = ("40 dockers", "herald"), ("No town forgets", "herald"), ("fire at the crowd", "worker")
    assert heard(own, quoted) == [("1-herald.txt",)]
    assert heard(own, quoted, verdict="scope") == []
    assert heard(own, elsewhere) == []


def test_a_quotation_out_of_its_frame_makes_a_report_the_speakers_own(edition: Edition) -> None:
    (found,) = quotations(edition, "frame-dropped", "2-courier.txt")
    assert (found.quoting.path, found.against.path) == ("2-courier.txt", "1-herald.txt")
    assert found.frame is not None and "with their own eyes" in found.frame.words
    assert found.frame.span.of(TEXTS["1-herald.txt"]) == found.frame.words
    assert not found.dropped


def test_the_same_words_in_two_mouths_have_a_wrong_speaker(edition: Edition) -> None:
    found = quotations(edition, "wrong-speaker")
    assert {(q.quoting.path, q.against.path) for q in found} == {
        ("3-worker.txt", "1-herald.txt"),
        ("3-worker.txt", "2-courier.txt"),
    }
    assert all("Ellen Marsh" in q.quoting.by and "Josef Brandt" in q.against.by for q in found)


def test_a_matter_is_found_by_its_label_or_id_and_unfolds(edition: Edition) -> None:
    matter = edition.matters()[0]
    for which in (matter.id, matter.id[:12], matter.label[:20].upper()):
        assert find_matter(edition, which) == matter
    found = dossier(edition, matter)
    assert {t.statement for t in found.course.tellings} == {s for side in matter.sides for s in side.statements}
    for which in ("zeppelin", "", "  "):
        with pytest.raises(UsageError, match="no such matter"):
            find_matter(edition, which)
