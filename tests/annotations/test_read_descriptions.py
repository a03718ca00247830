"""Descriptions whose head the model reads, beside those that the rules find."""

from __future__ import annotations

import pytest

from gainsay.annotations.mentions import Mention, find_mentions, find_unnamed
from gainsay.annotations.mentions.lexicon.nouns import nouns
from gainsay.documents.document import Document
from gainsay.encoder import Encoder
from gainsay.passages import divide


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def described(text: str, encoder: Encoder | None) -> list[Mention]:
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    encodings = list(encoder.read(text, [p.span for p in layout.prose])) if encoder else []
    found = find_unnamed(document, layout, find_mentions(document, layout), encodings)
    return [mention for mention in found if mention.form == "nominal"]


TEXT = "At the gate Ana Lindqvist hired a violist and a baseman. The violist played for the plaintiffs."


def test_the_model_finds_descriptions_by_nouns_that_are_not_listed(encoder: Encoder) -> None:
    """A noun that the list lacks is found by the model, with its determiner; several persons are a group."""
    assert "plaintiffs" not in nouns()
    assert not any(m.span.of(TEXT).endswith("plaintiffs") for m in described(TEXT, None))
    assert {m.span.of(TEXT): m.type for m in described(TEXT, encoder)}["the plaintiffs"] == "group"


def test_what_the_rules_find_stays_as_it_is(encoder: Encoder) -> None:
    """The model adds descriptions, in text order, and never a second one with the same end or within a name."""
    by_rule, both = described(TEXT, None), described(TEXT, encoder)
    assert {m.id for m in by_rule} <= {m.id for m in both}
    assert [m.span for m in both] == sorted(m.span for m in both)
    assert len({m.span.end for m in both}) == len(both)
    name = TEXT.index("Ana Lindqvist")
    assert not any(name < m.span.end <= name + len("Ana Lindqvist") for m in both)


def test_a_word_without_end_is_passed_over(encoder: Encoder) -> None:
    """A word of a hundred thousand letters is no description and costs no more than its length."""
    assert described("a" * 100_000, encoder) == []
