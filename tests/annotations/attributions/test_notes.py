"""Quotations with notes: whose they are and of which day."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation, find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.mentions import find_mentions
from tests.annotations.attributions.texts import lay_out, rows, words


def read_noted(text: str) -> tuple[list[Attribution], list[Citation]]:
    """The attributions and citations of a text with its notes."""
    layout = lay_out(text)
    mentions, dates = find_mentions(layout.document, layout), find_dates(layout.document, layout)
    citations = find_citations(layout.document, layout)
    return find_attributions(layout.document, layout, mentions, dates, citations), citations


def page(text: str, note: str) -> str:
    """A text under a heading, with one note at its end."""
    return "Port Adair in the Storm\n\n" + text.replace("\\n", "\n") + "\n\nNotes\n\n[1] " + note + "\n"


@pytest.mark.parametrize("case", rows("attributions_notes.csv"), ids=lambda case: case["why"])
def test_a_quotation_closed_by_a_marker_has_speaker_and_day_from_its_note(case: dict[str, str]) -> None:
    text = page(case["text"], case["note"])
    found, citations = read_noted(text)
    cited = [a for a in found if a.citation]
    assert [words(text, a.content) for a in cited] == ([case["content"]] if case["content"] else [])
    for attribution in cited:
        assert words(text, attribution.speaker) == case["speaker"]
        assert (attribution.said or "") == case["said"]
        assert [c.note.of(text) for c in citations if c.id == attribution.citation and c.note] == [case["note"]]


@pytest.mark.parametrize("case", rows("citations_writers.csv"), ids=lambda case: case["why"])
def test_the_span_of_the_author_stands_in_the_note(case: dict[str, str]) -> None:
    text = page("The storm broke at noon.[1]", case["reference"])
    (citation,) = read_noted(text)[1]
    assert (citation.author_span.of(text) if citation.author_span else "") == case["writer"]


@pytest.mark.parametrize("between", ["", "It rained. "])
def test_each_of_many_notes_closes_a_quotation_of_its_own(between: str) -> None:
    numbers = range(1, 101)
    text = " ".join(f"{between}“The quay of pier {n} is gone and lost.”[{n}]" for n in numbers)
    notes = "\n".join(f"[{n}] Ana Lindqvist, Diary, 3 May 1911." for n in numbers)
    found, _ = read_noted(f"Port Adair\n\n{text}\n\nNotes\n\n{notes}\n")
    assert len({a.citation for a in found if a.citation}) == len(numbers)


def test_a_quotation_after_a_closed_one_keeps_the_speaker() -> None:
    text = "Orme wrote: “The quay is gone.”[1] “Nobody will build it again.”[2] It rained."
    notes = "[1] Jonas Orme, Diary, 3 May 1911.\n[2] Jonas Orme, Diary, 9 June 1911."
    text = f"Port Adair\n\n{text}\n\nNotes\n\n{notes}\n"
    found, _ = read_noted(text)
    assert [(words(text, a.speaker), a.said) for a in found] == [("Orme", "1911-05-03"), ("Orme", "1911-06-09")]
