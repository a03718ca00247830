"""Texts that are somebody's word from beginning to end."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.texts import read, words

BODY = (
    "Our vessels entered the bay at dawn in accordance with the treaty. We reject the charge that shots were fired.\n\n"
    "We shall leave when the consul has been released."
)


def signatories(text: str) -> list[str]:
    """Who speaks in what has no cue."""
    return [words(text, a.speaker) for a in read(text) if not a.cue]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Statement by the Ministry of Foreign Affairs of Tarn on the bay\n\n{BODY}", None),
        (f"Open letter to the Governor\n\n{BODY}\n\nSigned,\nAda Lindqvist\nMarta Orme", "Ada Lindqvist|Marta Orme"),
        (f"Message from Ada Lindqvist\n\n{BODY}", "Ada Lindqvist"),
        (f"Statement on the bay\n\n{BODY}\n\nFor the Harbour Committee: Ada Lindqvist", "Ada Lindqvist"),
    ],
)
def test_the_whole_text_is_its_signatorys(text: str, who: str | None) -> None:
    assert signatories(text) == [who or "the Ministry of Foreign Affairs of Tarn"]
    found = next(a for a in read(text) if not a.cue)
    assert words(text, found.content).count("|") == 1 and found.type == "writing"


def test_reports_in_a_declaration_have_it_as_parent() -> None:
    text = f"Message from Ada Lindqvist\n\n{BODY}\n\nThe consul said that he was well treated by us."
    whole = next(a for a in read(text) if not a.cue)
    assert [a.parent for a in read(text) if words(text, a.speaker) == "The consul"] == [whole.id]


@pytest.mark.parametrize(
    "text",
    [
        # a text about a declaration: "we" stands only in quotation marks
        "Declaration of the Harbour Committee splits the port\n\nThe declaration of the Harbour Committee has split "
        "Port Adair. “We shall not pay,” it says, and a second sentence is to the same effect.",
        # nobody issues it
        f"The Declaration of Independence\n\n{BODY}",
        # an ordinary text in the first person
        f"My summer in Port Adair\n\n{BODY}\n\nAda Lindqvist",
    ],
)
def test_a_text_about_a_declaration_is_none(text: str) -> None:
    assert signatories(text) == []
