"""Who is who across documents, as a user would try it: the table of cases."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.mentions import find_mentions, find_unnamed
from gainsay.documents.document import Document
from gainsay.entities import Referent, resolve_document, resolve_edition
from gainsay.passages import divide

CASES = Path(__file__).parents[1] / "cases" / "names_across.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def referent_of(text: str, number: int, form: str, found: list[Referent]) -> str | None:
    """The referent that a document (counted from 1) calls so; its referents are added to `found`."""
    document = Document(f"doc-{number}", f"{number}.txt", "0", "text/plain", text)
    layout = divide(document)
    names = find_mentions(document, layout)
    attributions = find_attributions(document, layout, names, [], [])
    resolution = resolve_document(document, layout, [*names, *find_unnamed(document, layout, names)], attributions)
    found.extend(resolution.referents)
    spans = {m.id: m.span.of(text) for m in resolution.mentions}
    return next((r.id for r in resolution.referents if form in {spans[m] for m in r.mentions}), None)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_cases(row: dict[str, str]) -> None:
    """Two names of two documents are one entity, or are not, as the table says."""
    found: list[Referent] = []
    wanted = dict(row[side].split(":", 1) for side in ("left", "right"))
    texts = row["documents"].split(" | ")
    named = [referent_of(text, n, wanted.get(str(n), ""), found) for n, text in enumerate(texts, 1)]
    entity = {link.referent: e.id for e in resolve_edition(found) for link in e.links}
    left, right = (named[int(number) - 1] for number in wanted)
    assert left is not None and right is not None
    assert (entity[left] == entity[right]) == (row["same"] == "yes")
