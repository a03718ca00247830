"""Texts made into layouts, and attributions into words."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.passages import Layout, divide
from gainsay.spans import Span

CASES = Path(__file__).parents[2] / "cases"


def lay_out(text: str) -> Layout:
    """The passages of a text."""
    return divide(Document("d", "a.txt", "0", "text/plain", text))


def read(text: str, dates: Sequence[Date] = (), citations: Sequence[Citation] = ()) -> list[Attribution]:
    """The attributions of a text."""
    layout = lay_out(text)
    return find_attributions(layout.document, layout, find_mentions(layout.document, layout), dates, citations)


def words(text: str, spans: Iterable[Span]) -> str:
    """The words at a span list, joined by a bar."""
    return "|".join(span.of(text) for span in spans)


def rows(name: str) -> list[dict[str, str]]:
    """A table of cases."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
