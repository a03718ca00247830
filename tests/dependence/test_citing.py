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


HISTORY = document(
    "h", "The Long Quay: A History\nIt was built.", title="The Long Quay: A History", author="Bern Moe", written="1934"
)


def reference(name: str, **fields: str) -> Citation:
    return Citation(name, "a", "inline", reference=Span(4, 40), **fields)  # type: ignore[arg-type]


def cites(*citations: Citation, documents: tuple[Document, ...] = (MEMOIR, REPORT, HISTORY)) -> list[str]:
    return [found.b.document for found in find_citing(documents, citations)]


def test_a_title_stands_for_the_one_with_its_subtitle() -> None:
    assert cites(reference("c", title="The Long Quay", author="Moe")) == ["h"]


def test_an_author_and_a_year_tell_the_only_document_that_has_both() -> None:
    moe = reference("c", author="Moe", date="1934")
    twin = document("t", "Another of that year.", title="Another Thing", author="Bern Moe", written="1934-05")
    assert cites(moe) == ["h"]
    assert cites(moe, documents=(REPORT, HISTORY, twin)) == []
    assert cites(reference("c", author="Moe", date="1935")) == []


def test_a_reference_back_cites_what_its_work_is() -> None:
    whole = reference("c", title="The Long Quay", author="Moe", work="w1")
    assert cites(whole, reference("d", work="w1"), reference("e", work="w2")) == ["h", "h"]
