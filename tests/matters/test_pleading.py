"""Who is accused in a clause, and who pleads."""

import csv
import re
from pathlib import Path

import pytest

from gainsay.annotations.mentions import Mention
from gainsay.matters.clauses.pleading import Pleadings
from gainsay.spans import Span
from gainsay.statements.making import Located

CASES = Path(__file__).parents[1] / "cases" / "pleas.csv"
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROWS = list(csv.DictReader(LINES))


@pytest.mark.parametrize("row", ROWS, ids=[row["comment"] for row in ROWS])
def test_who_is_accused_and_who_pleads(row: dict[str, str]) -> None:
    holder, _, marked = row["clause"].rpartition(": ")
    text = marked.replace("[", "").replace("]", "")
    start = marked.find("[")
    clause = Span(start, start + marked.find("]") - start - 1) if start >= 0 else Span(0, len(text))
    names = [Span(*m.span()) for m in re.finditer("Hale|Lindqvist", text)]
    mentions = Located([Mention(f"m{s.start}", "d", s, "person", "name") for s in names], lambda m: m.span)
    pleadings = Pleadings(text, mentions, {f"m{s.start}": s.of(text).lower() for s in names})
    found = pleadings.of(clause, (), denies=False, holder=holder or None)
    expected = (row["accused"], row["pleads"] == "yes") if row["accused"] else None
    assert (found and tuple(found)) == expected


def test_what_is_denied_in_the_words_of_a_charge_is_a_plea_of_who_says_so() -> None:
    text = "any wrongdoing"
    pleadings = Pleadings(text, Located([], lambda m: m.span), {})
    found = pleadings.of(Span(0, len(text)), (), denies=True, holder="hale")
    assert found is not None and found.accused == "hale" and found.pleads
    assert pleadings.of(Span(0, len(text)), (), denies=False, holder="hale") is None
