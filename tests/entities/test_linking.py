"""Whom pronouns and descriptions point back to."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.mentions import Mention, find_mentions, find_unnamed
from gainsay.documents.document import Document
from gainsay.entities import Resolution, resolve_document
from gainsay.entities.antecedents import Antecedent, Antecedents, Combined
from gainsay.entities.descriptions import describe
from gainsay.entities.discourse import Discourse
from gainsay.entities.rules import ByRule
from gainsay.passages import divide

CASES = Path(__file__).parents[1] / "cases" / "antecedents.csv"


def resolve(text: str) -> Resolution:
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    names = find_mentions(document, layout)
    attributions = find_attributions(document, layout, names, [], [])
    return resolve_document(document, layout, [*names, *find_unnamed(document, layout, names)], attributions)


def meant(text: str, words: str) -> str:
    """The name, or the first words, of whom the last mention of these words means; "" where that is open."""
    found = resolve(text)
    at = [m.id for m in found.mentions if m.span.of(text) == words and m.form in ("nominal", "pronoun")]
    owners = [r for r in found.referents if at and at[-1] in r.mentions]
    if not owners:
        return ""
    by_id = {m.id: m for m in found.mentions}
    return owners[0].name if owners[0].names else by_id[owners[0].mentions[0]].span.of(text)


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_cases(row: dict[str, str]) -> None:
    """Each mention of the table means whom it should, or nobody."""
    assert meant(row["text"], row["mention"]) == row["expected"]


def test_a_link_has_its_reason_and_its_score() -> None:
    """A pronoun says why it is taken for somebody, and how surely; a name only how sure its type is."""
    text = "Otto Brandt came to Port Adair. He spoke for an hour."
    found = {m.span.of(text): m for m in resolve(text).mentions}
    assert found["He"].reason and 0.4 <= found["He"].score <= 1
    assert found["He"].type == "person"
    assert found["Otto Brandt"].reason == "" and 0.5 < found["Otto Brandt"].score <= 1


def test_what_points_nowhere_is_no_mention() -> None:
    """A description of nobody in particular is not in the result."""
    text = "The foreman refused."
    assert resolve(text).mentions == ()


def test_i_in_two_voices_are_two() -> None:
    """Everybody quoted is himself."""
    text = "“I saw it,” said Otto Brandt. “I did not,” said Ada Moor."
    found = resolve(text)
    owners = {m: r.name for r in found.referents for m in r.mentions}
    assert [owners[m.id] for m in found.mentions if m.span.of(text) == "I"] == ["Otto Brandt", "Ada Moor"]


class Judge:
    """A judge that gives every pronoun the first name of the text, with a score of its own."""

    def __init__(self, score: float) -> None:
        self.score = score

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        return [Antecedent(next(iter(discourse.owner)), self.score, "told so")]


def judged(score: float) -> list[str]:
    text = "Ada Moor met Otto Brandt. It rained on him."
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    names = find_mentions(document, layout)
    mentions = [*names, *find_unnamed(document, layout, names)]
    found = resolve_document(document, layout, mentions, [], Judge(score))
    return [m.span.of(text) for m in found.mentions if m.reason == "told so"]


def test_any_judge_may_stand_in() -> None:
    """A judge is asked of every mention without a name, and followed where it is sure enough."""
    assert judged(0.9) == ["It", "him"]
    assert judged(0.2) == []


def test_judges_are_combined_by_their_weights() -> None:
    """Two that agree are surer than their mean, what one excludes stays unlikely, and the silent take no part."""
    text = "Otto Brandt came. He spoke."
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    name = find_mentions(document, layout)[0]
    pronoun = find_unnamed(document, layout, [name])[0]
    discourse = Discourse(text, [], [], [])
    found = resolve_document(document, layout, [name], []).referents[0]
    assert found.name == "Otto Brandt"
    from gainsay.entities.cluster import Cluster

    discourse.hear(name, Cluster("otto brandt", "person"))

    def score(mention: Mention, *judges: tuple[Antecedents, float], nobody: float = 0.0) -> float:
        weighed = tuple((judge, {"pronoun": weight, "name": weight}) for judge, weight in judges)
        (one,) = Combined(weighed, {"pronoun": nobody, "name": nobody}).of(mention, discourse)
        return one.score

    assert score(pronoun, (Judge(0.8), 1.0), (Judge(0.8), 1.0)) > 0.9
    assert score(pronoun, (Judge(0.8), 1.0), (Judge(0.0), 1.0)) < 0.1
    assert score(pronoun, (Judge(0.8), 1.0), (Judge(0.1), 0.0)) == pytest.approx(0.8, abs=0.01)
    assert score(name, (Judge(0.8), 0.5), (ByRule(), 0.5)) == pytest.approx(0.8, abs=0.01)
    assert score(pronoun, (Judge(0.8), 1.0), nobody=1.0) < score(pronoun, (Judge(0.8), 1.0))


def test_who_asks_and_who_answers_are_two() -> None:
    """In a talk whose speakers are not told, a question's "you" is the "I" of the answers, and no question's "I"."""
    text = "\n\n".join(
        (
            "When did you come to Port Adair?",
            "I came in 1911 with my brother.",
            "And I suppose that you found work?",
            "I did, at the quay.",
            "Were you paid?",
            "Hardly. I left.",
        )
    )
    resolution = resolve(text)
    spans = {m.id: (m.span.start, m.span.of(text)) for m in resolution.mentions}
    talkers = [{spans[m] for m in r.mentions} for r in resolution.referents if r.name == "I"]
    assert len(talkers) == 1
    assert (text.index("I suppose"), "I") not in talkers[0]
    assert {word for _, word in talkers[0]} == {"I", "my", "you"}


@pytest.mark.parametrize(
    ("words", "head", "manner"),
    [
        ("the old harbour company of Port Adair", "company", "definite"),
        ("Lindqvist's wife", "wife", "possessive"),
        ("those strikers who stayed", "striker", "this"),
        ("a witness", "witness", "indefinite"),
        ("Strikers", "striker", "bare"),
    ],
)
def test_descriptions_are_taken_apart(words: str, head: str, manner: str) -> None:
    """The head is the noun before whatever defines it."""
    found = describe(words)
    assert (found.head, found.manner) == (head, manner)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from("he his wife the company Otto Brandt , . “ ” I we Norway country said".split()), max_size=60
    )
)
def test_every_mention_has_one_owner(words: list[str]) -> None:
    """Whatever the text, each mention of the result is of one referent, and lies in the text."""
    text = " ".join(words)
    found = resolve(text)
    owners = [m for r in found.referents for m in r.mentions]
    assert len(owners) == len(set(owners))
    assert {m.id for m in found.mentions} == set(owners)
    assert all(m.span.of(text).strip() for m in found.mentions)
