"""What a shared run means, and who has it from whom."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.dependence.classify import Reading, classify
from gainsay.dependence.dependence import Dependence
from gainsay.dependence.fingerprint import fingerprint
from gainsay.dependence.reuse import find_reuse
from gainsay.documents.document import Document, Stated
from gainsay.spans import Span

WORDS = "the old launch was cut adrift before anybody on board had fired a shot"


def reading(name: str, text: str, speaker: str = "", cited: str = "", **metadata: str) -> Reading:
    """A document whose quotations are what stands between “ and ”, all by `speaker`."""
    document = Document(
        name, f"{name}.txt", "", "text/plain", text, metadata={k: Stated(v, "user") for k, v in metadata.items()}
    )
    quotations = []
    if "“" in text:
        at = text.index(speaker) if speaker else 0
        said = (Span(at, at + len(speaker)),) if speaker else ()
        content = Span(text.index("“") + 1, text.index("”"))
        quotations.append(Attribution(f"{name}-q", name, "direct", (content,), speaker=said))
    citations = []
    if cited:
        at = text.index(WORDS)
        citations.append(Citation(f"{name}-c", name, "note", supports=Span(at, at + len(WORDS)), title=cited))
    return Reading(document, quotations, citations)


def judged(first: Reading, second: Reading) -> Dependence:
    readings = {r.document.id: r for r in (first, second)}
    (run,) = find_reuse([fingerprint(r.document.id, r.document.text) for r in readings.values()])
    return classify(run, readings)


def test_the_same_words_twice_in_one_document_are_a_repeat() -> None:
    one = reading("a", f"First {WORDS}. Later: {WORDS}.")
    (run,) = find_reuse([fingerprint("a", one.document.text)])
    found = classify(run, {"a": one})
    assert (found.kind, found.direction) == ("repeats", "unknown")


def test_words_in_quotation_marks_on_one_side_are_quoted_from_the_other() -> None:
    found = judged(reading("a", f"“{WORDS}”, it was put to us."), reading("b", f"I say that {WORDS}."))
    assert (found.kind, found.direction) == ("quotes", "a-from-b")


def test_a_speaker_is_quoted_from_the_document_that_is_his_word() -> None:
    found = judged(
        reading("a", f"Captain Okoro said: “{WORDS}”.", "Captain Okoro"),
        reading("b", f"STATEMENT OF CAPTAIN OKORO\n\nI say that {WORDS}."),
    )
    assert (found.kind, found.direction) == ("quotes", "a-from-b")


def test_a_speaker_who_is_not_the_other_document_is_the_origin_of_both() -> None:
    found = judged(
        reading("a", f"Captain Okoro said: “{WORDS}”.", "Captain Okoro"), reading("b", f"Last night {WORDS}.")
    )
    assert (found.kind, found.direction) == ("same-origin", "unknown")
    assert "Captain Okoro" in found.reason


def test_marks_count_where_no_quotation_was_read() -> None:
    found = judged(
        reading("a", f'The list asks: "{WORDS}"?'), reading("b", f"Orla Finch said: “{WORDS}”.", "Orla Finch")
    )
    assert found.kind == "same-origin"


def test_marks_that_open_after_the_first_shared_word_count() -> None:
    first = reading("a", f'Vance says that the old launch "{WORDS[15:]}".')
    found = judged(first, reading("b", f"Orla Finch said: “{WORDS}”.", "Orla Finch"))
    assert found.kind == "same-origin"


def test_a_quotation_older_than_the_unmarked_words_was_copied_by_them() -> None:
    found = judged(
        reading("a", f"It was said: “{WORDS}”.", written="1911-03-04"),
        reading("b", f"I say that {WORDS}.", written="1952"),
    )
    assert (found.kind, found.direction) == ("copies", "b-from-a")


def test_a_short_run_outside_quotation_marks_may_be_a_set_phrase() -> None:
    short = "was cut adrift before anybody had fired a shot"
    found = judged(reading("a", f"It {short}.", written="1911"), reading("b", f"She {short}.", written="1950"))
    assert (found.kind, found.direction) == ("copies", "unknown")
    assert "set phrase" in found.reason


def test_two_quotations_of_one_speaker_have_one_origin() -> None:
    found = judged(
        reading("a", f"Orla Finch told us: “{WORDS}”.", "Orla Finch"),
        reading("b", f"Asked again, Orla Finch said “{WORDS}”.", "Orla Finch"),
    )
    assert (found.kind, found.direction) == ("same-origin", "unknown")
    assert "Orla Finch" in found.reason


def test_a_quotation_that_goes_on_in_one_text_is_pointed_out() -> None:
    found = judged(
        reading("a", f"Orla Finch told us: “{WORDS}, and I would swear to it before any court”.", "Orla Finch"),
        reading("b", f"Orla Finch said “{WORDS}”.", "Orla Finch"),
    )
    assert "a.txt gives 9 words more of it" in found.reason


def test_two_papers_that_credit_one_agency_have_one_origin() -> None:
    found = judged(reading("a", f"PORT ADAIR (Reuters) – Last night {WORDS}."), reading("b", f"So {WORDS}.\n\nReuters"))
    assert (found.kind, found.direction) == ("same-origin", "unknown")
    assert "Reuters" in found.reason


def test_whoever_names_the_other_has_it_from_there() -> None:
    found = judged(
        reading("a", f"As the Harbour Gazette wrote, {WORDS}."),
        reading("b", f"Last night {WORDS}.", publisher="The Harbour Gazette"),
    )
    assert (found.kind, found.direction) == ("copies", "a-from-b")
    assert "Harbour Gazette" in found.reason


def test_a_note_that_names_the_other_work_gives_the_direction() -> None:
    found = judged(
        reading("a", f"Last night {WORDS}.", title="A Night on the Ebb"),
        reading("b", f"We know that {WORDS}.", cited="A Night on the Ebb"),
    )
    assert (found.kind, found.direction) == ("copies", "b-from-a")


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [
        ("1911-03-04", "1911-03-05", "b-from-a"),
        ("1912", "1911-03-05", "a-from-b"),
        ("1911", "1911-03-05", "unknown"),
        ("1911-03~", "1911-05/1911-06", "b-from-a"),
        ("[1911..]", "1950", "unknown"),
        ("../1911-02", "1911-03/..", "b-from-a"),
    ],
)
def test_the_later_is_from_the_earlier_where_the_dates_cannot_overlap(first: str, second: str, direction: str) -> None:
    found = judged(
        reading("a", f"Last night {WORDS}.", written=first), reading("b", f"We hear that {WORDS}.", written=second)
    )
    assert (found.kind, found.direction) == ("copies", direction)


def test_without_a_sign_the_direction_stays_unknown() -> None:
    found = judged(reading("a", f"Last night {WORDS}."), reading("b", f"We hear that {WORDS}."))
    assert (found.kind, found.direction) == ("copies", "unknown")
    assert found.reason


def test_the_id_depends_on_the_places_alone() -> None:
    first = judged(reading("a", f"Last night {WORDS}."), reading("b", f"We hear that {WORDS}."))
    second = judged(reading("a", f"Last night {WORDS}.", written="1911"), reading("b", f"We hear that {WORDS}."))
    assert first.id == second.id
