"""The plain words that the apparatus uses for what the edition calls by short names; the same on every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

VERDICTS = {
    "conflict": "conflict",
    "denial": "denial",
    "scope": "difference of scope",
    "changed-position": "changed position",
    "corroboration": "corroboration",
    "single-witness": "single witness",
    "unsure": "unsure",
}
FACETS = {
    "figure": "a number",
    "date": "a date",
    "actor": "who did it",
    "place": "a place",
    "cause": "a cause",
    "label": "what it is called",
    "occurrence": "what happened",
    "evaluation": "how it is judged",
}
KINDS = {
    "attribution": "who says it",
    "matter": "a matter",
    "entity": "a name",
    "mention": "a name",
    "statement": "a statement",
    "date": "a date",
    "figure": "a number",
    "citation": "a reference",
    "designation": "a chosen word",
}
COUNTS = {
    "documents": "documents",
    "passages": "passages: headings, paragraphs, notes",
    "attributions": "places where somebody is said to say something",
    "mentions": "places where somebody or something is named",
    "entities": "people, bodies and places",
    "dates": "dates and times",
    "figures": "numbers and amounts",
    "citations": "notes and references",
    "designations": "words chosen for a party or an act",
    "statements": "statements",
    "dependences": "stretches that two texts share",
    "matters": "matters on which statements meet",
}
_DAMAGE = {
    "lost-note": ("lost note", "lost notes"),
    "run-in": ("caption run into the text", "captions run into the text"),
    "unbalanced-quote": ("unpaired quotation mark", "unpaired quotation marks"),
    "mistyped-quote": ("mistyped quotation mark", "mistyped quotation marks"),
    "mojibake": ("place with garbled letters", "places with garbled letters"),
    "doubled": ("doubled passage", "doubled passages"),
    "truncated": ("place where the text breaks off", "places where the text breaks off"),
    "glued": ("place run together", "places run together"),
    "hyphenation": ("word broken by a line’s end", "words broken by a line’s end"),
    "uncertain-reading": ("uncertain reading", "uncertain readings"),
    "tracked-change": ("change not yet accepted", "changes not yet accepted"),
}
_TALLIED = {
    "conflict": ("conflict", "conflicts"),
    "denial": ("denial", "denials"),
    "scope": ("difference of scope", "differences of scope"),
    "changed-position": ("changed position", "changed positions"),
    "corroboration": ("corroboration", "corroborations"),
    "single-witness": ("matter with a single witness", "matters with a single witness"),
    "unsure": ("matter left unsure", "matters left unsure"),
}


def verdict_in_words(verdict: str, facet: str = "") -> str:
    """A verdict, and what it is about.

    >>> verdict_in_words("conflict", "figure"), verdict_in_words("scope")
    ('conflict about a number', 'difference of scope')
    """
    words = VERDICTS.get(verdict, verdict)
    return f"{words} about {FACETS.get(facet, facet)}" if facet else words


def tallied(verdict: str, number: int) -> str:
    """How many matters there are of a verdict.

    >>> tallied("single-witness", 3)
    '3 matters with a single witness'
    """
    one, many = _TALLIED.get(verdict, (verdict, verdict))
    return f"{number} {one if number == 1 else many}"


def damage_in_words(kind: str, number: int = 1) -> str:
    """A kind of damage, as one would say it of so many places.

    >>> damage_in_words("run-in", 3), damage_in_words("lost-note")
    ('captions run into the text', 'lost note')
    """
    one, many = _DAMAGE.get(kind, (kind.replace("-", " "), kind.replace("-", " ")))
    return one if number == 1 else many


def counted_damage(counts: Mapping[Any, int]) -> str:
    """Damage by kind, each counted.

    >>> counted_damage({"run-in": 2, "lost-note": 1})
    '1 lost note, 2 captions run into the text'
    """
    ordered = sorted(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return ", ".join(f"{number} {damage_in_words(kind, number)}" for kind, number in ordered)


def counts_in_words(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """What an edition holds, in the order in which it is found."""
    known = dict(counts)
    named = [(words, known.pop(key)) for key, words in COUNTS.items() if key in known]
    return [*named, *sorted((key.replace("_", " "), number) for key, number in known.items())]


def reader_in_words(reader: str) -> str:
    """How documents were read, from the short name that the edition keeps.

    >>> reader_in_words("rules"), reader_in_words("model-0123456789abcdef")
    ('by rules alone', 'by rules and the model 0123456789abcdef')
    """
    kind, _, digest = reader.partition("-")
    return f"by rules and the model {digest}" if kind == "model" and digest else "by rules alone"
