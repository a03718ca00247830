"""One document refers to another of the same edition."""

from __future__ import annotations

import pytest

from gainsay.annotations.citations import Citation
from gainsay.dependence.citing import find_citing
from gainsay.documents.document import Document, Stated
from gainsay.spans import Span


def document(name: str, text: str, **metadata: str) -> Document:
    return Document(
        name, f"{name}.txt", "", "text/plain", text, metadata={k: Stated(v, "user") for k, v in metadata.items()}
    )


MEMOIR = document("b", "A Night on the Ebb\nI was the mate.", title="A Night on the Ebb", author="Ana Lindqvist")
REPORT = document("a", "See Lindqvist, A Night on the Ebb, p. 9.", title="Report")


def cited(title: str | None, author: str | None = None, by: str = "a") -> Citation:
    return Citation("c", by, "inline", reference=Span(4, 40), title=title, author=author)


@pytest.mark.parametrize(
    ("citation", "is_cited"),
    [
        (cited("a night on the ebb", "Lindqvist, A."), True),
        (cited("A Night on the Ebb"), True),
        (cited("A Night on the Ebb", "Okoro"), False),
        (cited("A Night"), False),
        (cited(None, "Ana Lindqvist"), False),
        (cited("A Night on the Ebb", by="b"), False),
    ],
    ids=["title and author", "title alone", "another author", "part of the title", "author alone", "itself"],
)
def test_a_work_is_told_by_its_title_and_not_against_its_author(citation: Citation, is_cited: bool) -> None:
    found = find_citing([MEMOIR, REPORT], [citation])
    assert bool(found) == is_cited


def test_the_record_points_to_the_reference_and_to_the_title() -> None:
    (found,) = find_citing([MEMOIR, REPORT], [cited("A Night on the Ebb")])
    assert (found.kind, found.direction, found.words) == ("cites", "a-from-b", 0)
    assert found.a.span.of(REPORT.text) == "Lindqvist, A Night on the Ebb, p. 9."
    assert found.b.span.of(MEMOIR.text) == "A Night on the Ebb"


def test_a_title_of_one_word_tells_no_work() -> None:
    memoirs = document("m", "Memoirs", title="Memoirs")
    assert find_citing([memoirs, REPORT], [cited("Memoirs")]) == []
