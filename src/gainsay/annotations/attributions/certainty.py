"""How often an attribution read like this one is right: the rules' own confidence, made a probability.

Each rule says how sure it is. What its cue, its speaker and its content look like tells more: a that-clause after
"said" is right more often than an infinitive after a weak verb. The weights are a logistic regression of "the content
is in the gold, with this speaker" on training texts: PolNeAR, GUM and the own cases (`python -m training.certainty`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import exp, log

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.verbs import VERBS, Verb

WEIGHTS: dict[str, float] = {
    "constant": -1.34,
    "prior": 1.38,
    "that": 0.35,
    "infinitive": -0.33,
    "question": 0.18,
    "before": -0.12,
    "weak": -0.29,
    "say": 0.61,
    "base": -0.27,
    "past": 0.49,
    "object": -0.12,
    "short": -0.76,
    "negated": -0.83,
    "nobody": 0.08,
    "pronoun": 0.31,
    "name": 0.52,
    "direct": 0.23,
    "direct, prior": 0.47,
    "direct, cue beside": 0.95,
    "direct, nobody": -1.17,
    "direct, pronoun": 1.06,
    "direct, name": 0.92,
}
"""Trait → what it adds to the log odds."""

_WORD = re.compile(r"[\w’']+")
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who|which|that|this|those|these|one)(?:['’]\w+)?", re.IGNORECASE)
_COMMON = re.compile(r"(?:the|an?|his|her|their|its|our|my|some|many)\b", re.IGNORECASE)
_QUESTION = frozenset("whether if why how what who where when".split())
_EDGE = 0.02
# What the rules give a quotation with its cue right behind it.
_BESIDE = 0.96
_SHORT = 4
_NEAR = 30


def certain(text: str, attribution: Attribution) -> Attribution:
    """The same attribution with the probability that it is right as its confidence."""
    odds = sum(WEIGHTS[trait] * value for trait, value in traits(text, attribution).items())
    return replace(attribution, confidence=round(1 / (1 + exp(-odds)), 3))


def traits(text: str, one: Attribution) -> dict[str, float]:
    """What tells how sure an attribution is that a rule has read: trait → its value; those that do not hold are out."""
    prior = min(max(one.confidence, _EDGE), 1 - _EDGE)
    speaker = _form_of_speaker(text, one)
    found = {"constant": 1.0}
    if one.kind == "direct":
        found |= {"direct": 1.0, "direct, prior": log(prior / (1 - prior))}
        if prior > _BESIDE:
            found["direct, cue beside"] = 1.0
        if speaker:
            found[f"direct, {speaker}"] = 1.0
        return found
    found["prior"] = log(prior / (1 - prior))
    names = [speaker, _frame(text, one), *_of_verb(text, one)]
    if sum(len(_WORD.findall(text, *span)) for span in one.content) < _SHORT:
        names.append("short")
    return found | {name: 1.0 for name in names if name}


def _form_of_speaker(text: str, one: Attribution) -> str:
    """`nobody`, `pronoun`, `name`; a description is none of them."""
    if not one.speaker:
        return "nobody"
    words = one.speaker[0].of(text)
    if _PRONOUN.fullmatch(words):
        return "pronoun"
    return "name" if words[0].isupper() and not _COMMON.match(words) else ""


def _frame(text: str, one: Attribution) -> str:
    """How the content is joined to its cue."""
    start = one.content[0].start
    if text[max(0, start - _NEAR) : start].lower().split()[-1:] == ["that"]:
        return "that"
    first = _WORD.match(text, start)
    word = first.group().lower() if first else ""
    if word == "to":
        return "infinitive"
    if word in _QUESTION:
        return "question"
    return "before" if not one.cue or start < one.cue[0].start else ""


def _of_verb(text: str, one: Attribution) -> list[str]:
    verb = _verb(text, one)
    if verb is None:
        return []
    found = ["weak"] if verb.weak else ["say"] if verb.lemma in ("say", "tell") else []
    found += [verb.form] if verb.form in ("base", "past") else []
    taken_back = one.stance in ("denies", "silent") and verb.stance == "asserts"
    beside = 0 <= one.content[0].start - one.cue[-1].end <= 1
    found += ["object"] if verb.takes("n") and beside and _frame(text, one) == "" else []
    return [*found, "negated"] if taken_back else found


def _verb(text: str, one: Attribution) -> Verb | None:
    """The last reporting verb of the cue."""
    words = [word.lower() for span in one.cue for word in _WORD.findall(text, *span)]
    return next((VERBS[word] for word in reversed(words) if word in VERBS), None)
