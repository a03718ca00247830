"""Pronouns and descriptions found by rule."""

from __future__ import annotations

import pytest

from gainsay.annotations.mentions import find_mentions, find_unnamed
from gainsay.documents.document import Document
from gainsay.passages import divide


def unnamed(text: str) -> list[str]:
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    found = find_unnamed(document, layout, find_mentions(document, layout))
    return [f"{m.span.of(text)}={m.type}/{m.form}" for m in found]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The old harbour company paid.", ["The old harbour company=organisation/nominal"], "from determiner to head"),
        ("Strikers gathered.", ["Strikers=group/nominal"], "several need no determiner"),
        ("Foreman was he.", ["he=person/pronoun"], "one needs a determiner"),
        ("We saw the company car.", ["We=group/pronoun"], "a noun before another noun is no head"),
        (
            "The country's regime fell.",
            ["The country=place/nominal", "The country's regime=organisation/nominal"],
            "nested",
        ),
        ("His wife left.", ["His=person/pronoun", "His wife=person/nominal"], "a possessive is a mention of its own"),
        ("The foreman Otto Brandt left.", ["The foreman=person/nominal"], "before a name"),
        ("Foreman Otto Brandt left.", [], "a title before a name is no description"),
        ("The Harbour Company paid.", [], "nothing inside a name"),
        ("I’ve seen it.", ["I=person/pronoun", "it=organisation/pronoun"], "a contraction is not the pronoun"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_cases(text: str, expected: list[str], why: str) -> None:
    """What is found, with type and form."""
    assert unnamed(text) == expected, why


def test_long_texts_take_no_longer_a_word() -> None:
    """A text of one endless sentence is read to its end."""
    text = "the company and " * 20_000
    assert len(unnamed(text)) == 20_000
