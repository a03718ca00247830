"""Texts within a text that only a line above or below gives to somebody."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.texts import read, words

FIRST = "The bay has fed three towns for as long as anybody can remember, and it will feed them again."
SECOND = "Nobody who has seen the mud at low water can doubt what has to be done there."
OPENING = "The harbour board met on Tuesday in the old hall, and about forty people came to listen to it."


def told(text: str) -> list[tuple[str, str]]:
    """Who speaks in what has no cue, and the words, paragraph by paragraph."""
    return [(words(text, a.speaker), words(text, a.content)) for a in read(text) if not a.cue]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The following are excerpts from Ada Lindqvist’s address.", "Ada Lindqvist"),
        ("Below is the full text of the opening speech by Bernt Moe:", "Bernt Moe"),
        ("We publish here a translation of the letter from Ada Lindqvist.", "Ada Lindqvist"),
    ],
)
def test_what_a_line_announces_is_the_speakers_to_the_end(line: str, who: str) -> None:
    text = f"The bay and its mud\n\n{OPENING}\n\n{line}\n\n{FIRST}\n\n{SECOND}\n"
    assert told(text) == [(who, f"{FIRST}|{SECOND}")]


@pytest.mark.parametrize(
    "line",
    [
        "The following morning Ada Lindqvist went home after her address to the board.",
        "Here is what the board decided.",
        "The following are excerpts from an address.",
    ],
)
def test_a_line_that_announces_nobodys_text_announces_nothing(line: str) -> None:
    assert told(f"The bay and its mud\n\n{OPENING}\n\n{line}\n\n{FIRST}\n\n{SECOND}\n") == []


def test_a_name_in_brackets_signs_the_paragraphs_above_it() -> None:
    text = f"The bay and its mud\n\n{OPENING}\n\n* * *\n\n{FIRST}\n\n{SECOND}\n\n(Ada Lindqvist)\n\n{OPENING}\n"
    assert told(text) == [("Ada Lindqvist", f"{FIRST}|{SECOND}")]


def test_a_name_at_the_foot_of_an_article_is_its_authors() -> None:
    assert told(f"The bay and its mud\n\n{OPENING}\n\n* * *\n\n{FIRST}\n\n{SECOND}\n\n(Ada Lindqvist)\n") == []


def test_a_declaration_opens_with_its_place_and_day() -> None:
    text = (
        "1911 Declaration of the Harbour Committee of Port Adair\n\nThe Tarn Review supports this declaration.\n\n"
        f"Port Adair, 3 June 1911:\n\n1. {FIRST}\n\n2. {SECOND}\n"
    )
    assert [told_of for told_of in told(text) if told_of[1].startswith("1.")] == [
        ("the Harbour Committee of Port Adair", f"1. {FIRST}|2. {SECOND}")
    ]
