"""Denials that point at what is told beside them, in the same text."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.matters.clauses.rebuttal import rebuttals
from gainsay.matters.facets import occurrence
from gainsay.spans import Span
from gainsay.statements import Statement
from gainsay.statements.polarity import polarity
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

CASES = Path(__file__).parents[1] / "cases" / "rebuttals.csv"
ROWS = [row for row in csv.reader(CASES.read_text(encoding="utf-8").splitlines()) if row and row[0][:1] != "#"]
MARKED = re.compile(r"\[(?P<voice>[a-z]*)(?:=(?P<cue>[^|]*))?\|(?P<words>[^\]]*)\]")


def read(marked: str) -> tuple[str, list[Statement], dict[str, Attribution]]:
    """The text of a case, its statements and its attributions.

    `[lind=told|the pier was safe]` is a statement of Lind's that the nearest "told" before it introduces, or after it
    if there is none; `[|…]` is the text's own.
    """
    text, spans = "", []
    last = 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((Span(len(text), len(text) + len(match["words"])), match))
        text += match["words"]
        last = match.end()
    text += marked[last:]
    statements, attributions = [], {}
    for number, (span, match) in enumerate(spans):
        voice = match["voice"]
        if voice:
            cue = match["cue"] or "said"
            at = text.rfind(cue, 0, span.start) if cue in text[: span.start] else text.find(cue, span.end)
            place = (Span(at, at + len(cue)),) if at >= 0 else ()
            attributions[f"a-{voice}"] = Attribution(f"a-{voice}", "d", "indirect", (span,), cue=place)
        statements.append(
            Statement(
                f"s{number}",
                "d",
                "p",
                "a",
                span,
                attribution=(f"a-{voice}",) if voice else (),
                holder=voice or None,
                polarity=polarity(text, span),
                terms=content_terms(text, span, ()),
            )
        )
    return text, statements, attributions


@pytest.mark.parametrize(("marked", "expected"), [row[:2] for row in ROWS], ids=[row[2].strip() for row in ROWS])
def test_a_denial_finds_what_it_points_at(marked: str, expected: str) -> None:
    found = [(int(r.denial.id[1:]), int(r.denied.id[1:])) for r in rebuttals(*read(marked))]
    pairs = [tuple(map(int, pair.split(">"))) for pair in expected.split()]
    assert found == pairs


def test_a_rebuttal_denies_whatever_words_it_has() -> None:
    denied = comparable("b", statement="told")
    found = occurrence.rebuttal(comparable("a", answers="told"), denied)
    assert found is not None
    assert (found.kind, found.a, found.b) == ("denies", "a", "b")
    assert occurrence.rebuttal(comparable("c"), denied) is None


def test_a_report_that_was_told_further_off_is_not_what_stands_right_before() -> None:
    text, (told, denial), attributions = read("Lind said [lind|here comes the choir]. [|The port denied the report.]")
    of_the_port = replace(denial, referents=("port",))
    assert not list(rebuttals(text, [told, of_the_port], attributions))
    assert list(rebuttals(text, [replace(told, referents=("port",)), of_the_port], attributions))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("[|The company poisoned the river.] [|The company has denied the charge.]", True),
        ("[|American officers led the raid.] [|Washington, which paid the crew, denies] it.", True),
        ("[|The army shot them at Velm.] [|The army disputes this account.]", True),
        ("[|The army shot them at Velm?] [|The army disputes this account.]", False),
        ("[|The army never shot them at Velm.] [|The army disputes this account.]", False),
        ("[|The army shot them at Velm.]\n\n[|The army disputes this account.]", False),
        ("[|The army shot them at Velm.] [|The army disputes this theory.]", False),
    ],
    ids=["a charge", "it, past the end", "an account", "a question", "a denial", "another paragraph", "a theory"],
)
def test_what_the_text_tells_in_its_own_voice_may_be_denied_in_the_next_sentence(text: str, denied: bool) -> None:
    words, statements, attributions = read(text)
    named = [replace(s, referents=("somebody",)) for s in statements]
    assert bool(list(rebuttals(words, named, attributions))) == denied
    assert not list(rebuttals(words, statements, attributions)), (
        "what names nobody and gives no date is open to no proof"
    )
