"""Witnesses are counted net of copying, quoting, citing and repeating."""

from __future__ import annotations

from gainsay.dependence.dependence import Dependence, Place
from gainsay.dependence.witnesses import Testimony as Evidence
from gainsay.dependence.witnesses import WitnessGroups, count_witnesses
from gainsay.spans import Span

SPAN = Span(100, 200)


def copied(a: str, b: str, span: Span = SPAN) -> Dependence:
    return Dependence(
        f"{a}{b}", "copies", Place(a, span), Place(b, span), "unknown", 15, reason="the same words in both"
    )


def counts(found: WitnessGroups) -> tuple[int, int, int]:
    return found.documents, found.independent, found.undetermined


def test_a_hundred_copies_are_one_observation() -> None:
    testimonies = [Evidence(f"s{k}", f"d{k:03}", SPAN) for k in range(100)]
    chain = [copied(f"d{k:03}", f"d{k + 1:03}") for k in range(99)]
    found = count_witnesses(testimonies, chain)
    assert counts(found) == (100, 0, 1)
    assert found.groups[0][1] == "the same words in both"


def test_what_is_merely_separate_stays_undetermined() -> None:
    assert counts(count_witnesses([Evidence("s1", "a", SPAN), Evidence("s2", "b", SPAN)], [])) == (2, 0, 2)


def test_one_speaker_in_two_papers_is_one_witness() -> None:
    testimonies = [Evidence("s1", "a", SPAN, holder="finch"), Evidence("s2", "b", SPAN, holder="finch")]
    assert counts(count_witnesses(testimonies, [])) == (2, 0, 1)


def test_speakers_passed_on_by_one_agency_are_one_witness() -> None:
    testimonies = [
        Evidence("s1", "a", SPAN, holder="finch", speakers=("agency", "finch")),
        Evidence("s2", "b", SPAN, holder="agency", speakers=("agency",)),
    ]
    assert counts(count_witnesses(testimonies, [])) == (2, 0, 1)


def test_both_resting_on_one_source_are_one_witness() -> None:
    testimonies = [Evidence("s1", "a", SPAN, sources=("w1",)), Evidence("s2", "b", SPAN, sources=("w1",))]
    found = count_witnesses(testimonies, [])
    assert counts(found) == (2, 0, 1)
    assert found.groups == ((("s1", "s2"), "both rest on w1"),)


def test_a_document_that_says_it_twice_is_one_witness() -> None:
    testimonies = [Evidence("s1", "a", SPAN), Evidence("s2", "a", Span(500, 600))]
    assert counts(count_witnesses(testimonies, [])) == (1, 0, 1)


def test_unnamed_voices_quoted_from_two_works_are_two_origins_that_nobody_has_shown() -> None:
    def quoted(name: str, start: int, *works: str) -> Evidence:
        return Evidence(name, "a", Span(start, start + 50), sources=works, author="Finch", first_hand=True, quoted=True)

    assert counts(count_witnesses([quoted("s1", 0, "w1"), quoted("s2", 500, "w2")], [])) == (1, 0, 2)
    assert counts(count_witnesses([quoted("s1", 0, "w1"), quoted("s2", 500, "w1")], [])) == (1, 0, 1)
    # Without notes nobody can tell the voices of one document apart.
    assert len(count_witnesses([quoted("s1", 0), quoted("s2", 500)], []).groups) == 1


def test_the_same_author_in_two_documents_is_one_witness() -> None:
    testimonies = [
        Evidence("s1", "a", SPAN, author="Ana Lindqvist"),
        Evidence("s2", "b", SPAN, author="ana lindqvist"),
    ]
    assert counts(count_witnesses(testimonies, [])) == (2, 0, 1)


def test_two_people_who_were_there_are_independent() -> None:
    testimonies = [
        Evidence("s1", "a", SPAN, holder="finch", first_hand=True),
        Evidence("s2", "b", SPAN, holder="okoro", first_hand=True),
        Evidence("s3", "c", SPAN),
    ]
    assert counts(count_witnesses(testimonies, [])) == (3, 2, 1)


def test_who_was_there_but_copies_another_is_not_a_second_witness() -> None:
    testimonies = [
        Evidence("s1", "a", SPAN, holder="finch", first_hand=True),
        Evidence("s2", "b", SPAN, holder="okoro", first_hand=True),
    ]
    assert counts(count_witnesses(testimonies, [copied("a", "b")])) == (2, 1, 0)


def test_an_unnamed_eyewitness_shows_nothing() -> None:
    assert counts(count_witnesses([Evidence("s1", "a", SPAN, first_hand=True)], [])) == (1, 0, 1)


def test_a_stock_phrase_inside_a_long_sentence_does_not_join_two_witnesses() -> None:
    phrase = Span(190, 260)
    testimonies = [Evidence("s1", "a", SPAN), Evidence("s2", "b", SPAN)]
    assert counts(count_witnesses(testimonies, [copied("a", "b", phrase)])) == (2, 0, 2)


def test_an_own_voice_that_cites_the_other_document_rests_on_it() -> None:
    cites = Dependence(
        "c", "cites", Place("a", Span(150, 180)), Place("b", Span(0, 20)), "a-from-b", 0, reason="cites it"
    )
    testimonies = [Evidence("s1", "a", SPAN), Evidence("s2", "b", SPAN)]
    assert counts(count_witnesses(testimonies, [cites])) == (2, 0, 1)
