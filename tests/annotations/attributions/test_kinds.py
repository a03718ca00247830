"""Texts of many kinds, read by rules and model together: who says what, on whose word, and how it is held."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import find_citations
from gainsay.annotations.mentions import find_mentions
from gainsay.encoder import Encoder
from tests.annotations.attributions.texts import lay_out, rows, words

PARAGRAPH = "¶"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def read_both(encoder: Encoder, text: str) -> list[Attribution]:
    layout = lay_out(text)
    document = layout.document
    encodings = list(encoder.read(text, [passage.span for passage in layout.prose]))
    mentions, citations = find_mentions(document, layout), find_citations(document, layout)
    return find_attributions(document, layout, mentions, (), citations, encodings=encodings)


@pytest.mark.parametrize("case", rows("attributions_kinds.csv"), ids=lambda case: f"{case['genre']}: {case['why']}")
def test_each_kind_of_text_tells_who_says_what(encoder: Encoder, case: dict[str, str]) -> None:
    text = case["text"].replace(PARAGRAPH, "\n\n")
    found = read_both(encoder, text)
    speakers = {one.id: words(text, one.speaker) for one in found}
    told = [
        (
            words(text, one.speaker),
            words(text, one.cue),
            words(text, one.content),
            speakers.get(one.parent or "", ""),
            one.type,
        )
        for one in found
    ]
    content = case["content"].replace(PARAGRAPH, "\n\n")
    assert (case["speaker"], case["cue"], content, case["parent"], case["type"]) in told


def test_a_diary_is_its_writers_whom_the_note_names(encoder: Encoder) -> None:
    text = (
        "Others saw it differently. “The bishop's cellar was full.”[1]\n\n"
        "[1] Letter of Marta Dost to her sister, 15 January 1911, in the possession of the family."
    )
    (quoted,) = [one for one in read_both(encoder, text) if one.kind == "direct"]
    assert words(text, quoted.speaker) == "Marta Dost"
