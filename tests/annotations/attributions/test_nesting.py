"""Which marks belong together: the table of cases, and what holds for every text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.attributions.nesting import Node, find_quotations
from gainsay.spans import Span
from tests.annotations.attributions.texts import rows


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold something."""
    return [Span(*match.span()) for match in re.finditer(r"\S(?:.*\S)?", text)]


def written(text: str, nodes: Sequence[Node]) -> str:
    """Quotations in words: parts joined by a slash, those inside in brackets, neighbours by a bar."""
    found = []
    for node in nodes:
        if node.quotation.content:
            inside = written(text, node.children)
            parts = " / ".join(span.of(text) for span in node.quotation.content)
            found.append(parts + (f"[{inside}]" if inside else ""))
    return "|".join(found)


@pytest.mark.parametrize("case", rows("quotation_marks.csv"), ids=lambda case: case["why"])
def test_marks_make_quotations(case: dict[str, str]) -> None:
    text = case["text"].replace("\\n", "\n")
    assert written(text, find_quotations(text, paragraphs(text))) == case["quotations"]


def test_a_thicket_of_marks_quotes_nothing() -> None:
    text = "“”\"'" * 5000
    assert find_quotations(text, paragraphs(text)) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”„\"'‘’«»<> ab.,\n", max_size=80))
def test_quotations_nest_and_lie_in_their_paragraphs(text: str) -> None:
    lines = paragraphs(text)

    def check(nodes: Sequence[Node], around: Span) -> None:
        end = around.start
        for node in nodes:
            outer = node.quotation.outer
            assert around.start <= end <= outer.start and outer.end <= around.end
            end = outer.end
            for part in node.quotation.content:
                assert outer.contains(part) and any(line.contains(part) for line in lines)
            check(node.children, outer)

    check(find_quotations(text, lines), Span(0, len(text)))
