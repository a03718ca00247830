"""What holds for every text: nothing is lost, nothing stands twice, and the order is that of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.documents import Document, Stated
from gainsay.passages import Layout, PassageSettings, divide
from gainsay.spans import Span

PIECES = st.sampled_from(
    ["\n", "\n\n", "\r\n", " ", "\t", "By Ana Lindqvist", "[1]", "“", "”", '"', "Notes", "1. ", "* ", "> ", "# ", "---"]
    + [
        "The ships came. ",
        "Port Adair",
        "port",
        "Leave a Reply",
        "Continue reading",
        "4 May 1912",
        "|",
        "Ã©",
        "。",
        "é",
        ".",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def layout(text: str, **more: object) -> Layout:
    return divide(Document("doc-1", "a.txt", "0" * 64, "text/plain", text, "en", **more))  # type: ignore[arg-type]


@settings(deadline=None)
@given(TEXTS)
def test_every_visible_character_belongs_to_exactly_one_passage_and_sentence(text: str) -> None:
    found = layout(text)
    for spans in ([p.span for p in found.passages], [s for p in found.passages for s in p.sentences]):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        covered = "".join(span.of(text) for span in spans)
        assert visible(covered) == visible(text)


def visible(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "\ufeff\u200b\u2060")


@settings(deadline=None)
@given(TEXTS)
def test_articles_cover_the_text_without_overlap(text: str) -> None:
    found = layout(text)
    assert found.articles[0].span.start == 0
    assert found.articles[-1].span.end == len(text)
    assert all(a.span.end == b.span.start for a, b in pairwise(found.articles))
    of = {article.id: article.span for article in found.articles}
    assert all(of[passage.article].contains(passage.span) for passage in found.passages)


@settings(deadline=None)
@given(TEXTS)
def test_evidence_and_damage_lie_within_the_text(text: str) -> None:
    found = layout(text)
    evidence = [stated.span for stated in found.document.metadata.values() if stated.span]
    assert all(0 <= s.start < s.end <= len(text) for s in [*evidence, *(d.span for d in found.damage)])
    assert found.document.text == text


def test_a_hard_wrapped_paragraph_is_one_passage() -> None:
    text = (
        "The ships came to Port Adair at dawn, when the men were still asleep and\n"
        "nobody had thought of lighting the lamps along the quay; they stayed for\n"
        "three days.\n\nOn the fourth day the wind turned, and with it the temper of the whole\n"
        "town, which had waited long enough for bread and coal.\n"
    )
    assert [len(p.span.of(text).splitlines()) for p in layout(text).passages] == [3, 2]


def test_a_page_of_several_articles_is_split_at_title_and_byline() -> None:
    story = "The ships came to Port Adair at dawn, and nobody had expected them so early in the year."
    text = (
        f"The Ships at Dawn\n\n(By A.L.)\n\n{story}\n\n{story}\n\nThe Union Replies\n\n(By Marrow Union)\n\n{story}\n"
    )
    found = layout(text)
    assert [(a.title, a.author) for a in found.articles] == [
        ("The Ships at Dawn", "A.L."),
        ("The Union Replies", "Marrow Union"),
    ]
    assert found.document.author is None


def test_after_continue_reading_the_next_title_opens_an_article() -> None:
    story = "The ships came to Port Adair at dawn, and nobody had expected them so early in the year."
    text = f"The Ships at Dawn\n\n{story} Continue reading\n\nThe Union Replies\n\n{story}\n\n{story}\n"
    assert [a.title for a in layout(text).articles] == ["The Ships at Dawn", "The Union Replies"]


def test_a_page_of_dispatches_is_split_at_title_and_dateline() -> None:
    story = "MARROW BAY, June 3 — The ships came to Port Adair at dawn, and nobody had expected them so early."
    text = f"Ships at Dawn\n\n{story}\n\nThey stayed.\n\nUnion Replies\n\n{story}\n\nThey left.\n"
    assert [a.title for a in layout(text).articles] == ["Ships at Dawn", "Union Replies"]


def test_what_the_user_said_is_not_replaced_by_the_text() -> None:
    said = {"author": Stated("Ana Lindqvist", "user")}
    text = "The Ships at Dawn\n\nBy John Hale\n\nThe ships came to Port Adair."
    assert layout(text, metadata=said).document.metadata["author"] == Stated("Ana Lindqvist", "user")


def test_the_format_overrules_the_look_of_a_line() -> None:
    text = "The ships came\n\nNobody saw them."
    found = layout(text, structure=((Span(0, 14), "caption"),))
    assert [p.kind for p in found.passages] == ["caption", "paragraph"]


def test_ids_depend_on_content_alone() -> None:
    text = "The Ships at Dawn\n\nBy John Hale\n\nThe ships came to Port Adair."
    assert layout(text) == layout(text)


def test_damage_can_be_left_out() -> None:
    document = Document("doc-1", "a.txt", "0" * 64, "text/plain", "Nobody came.[3]", "en")
    assert divide(document, PassageSettings(damage=False)).damage == ()


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        ",",
        '"',
        "“",
        "word ",
        "?!",
        "Mr. ",
        "[1] ",
        ". " + ")" * 60 + "x ",
        "a\n",
        "By A ",
        "a_",
        "0a",
        "Ã©",
        "(",
        "。",
    ],
)
def test_hostile_text_is_divided_all_the_same(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert visible("".join(p.span.of(text) for p in layout(text).passages)) == visible(text)
