"""How sure an attribution is that one reader or both have read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import exp, log

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.manner import tells, type_of
from gainsay.annotations.attributions.verbs import VERBS
from gainsay.spans import any_overlap

# Logistic regression of "in the gold, and with the right speaker" over PolNeAR dev and GUM dev, made by
# `python -m training.encoder.calibrate`.
TRAITS: dict[str, float] = {
    "constant": -1.299,
    "model": -0.003,
    "model's odds": 0.581,
    "rules": -0.870,
    "rules' odds": 0.125,
    "one speaker": 1.414,
    "direct": 0.486,
    "mixed": 0.272,
    "speaker": 0.916,
    "pronoun": 0.586,
    "reporting verb, model alone": 0.371,
    "feeling": 0.409,
    "no reporting word, model alone": -0.366,
    "surety of the document, model alone": 0.601,
}
_EDGE = 0.01
_WORD = re.compile(r"[\w’']+")
# Log odds of what the model reads in news, at the mean; as many readings stand for it in each document.
_NEWS, _DRAWN = 2.0, 2
_PRONOUNS = frozenset("he she they it who".split())


def surety(by_model: Sequence[Attribution]) -> float:
    """How sure the model is of what it reads in a document, beside most news: in texts unlike those that it has learnt
    from it is less sure of all, and what it reads there beyond the rules is wrong more often. (Mean log odds, drawn
    towards that of news where it reads little.)"""
    return (sum(_odds(one) for one in by_model) + _DRAWN * _NEWS) / (len(by_model) + _DRAWN) - _NEWS


def traits(
    text: str, kept: Attribution, rule: Attribution | None, learned: Attribution | None, sure_here: float
) -> dict[str, float]:
    """What tells how sure `kept` is, which was made of the readings of the rules and of the model; `sure_here` is the
    `surety` of its document."""
    agree = rule is not None and learned is not None and any_overlap(rule.speaker, learned.speaker)
    alone = rule is None
    words = [word.lower() for span in kept.cue for word in _WORD.findall(text, *span)]
    reports = any(word == "according" or (word in VERBS and not VERBS[word].weak) for word in words)
    feels = not reports and type_of(text, kept.cue, ()) in ("attitude", "thought")
    return {
        "constant": 1.0,
        "model": float(learned is not None),
        "model's odds": _odds(learned),
        "rules": float(rule is not None),
        "rules' odds": _odds(rule),
        "one speaker": float(agree),
        "direct": float(kept.kind == "direct"),
        "mixed": float(kept.kind == "mixed"),
        "speaker": float(bool(kept.speaker)),
        "pronoun": float(bool(kept.speaker) and kept.speaker[0].of(text).lower() in _PRONOUNS),
        "reporting verb, model alone": float(alone and reports),
        "feeling": float(feels),
        "no reporting word, model alone": float(alone and not tells(text, kept.cue)),
        "surety of the document, model alone": sure_here if alone else 0.0,
    }


def confidence(found: Mapping[str, float]) -> float:
    """The probability that an attribution with these traits and its speaker are right."""
    return round(1 / (1 + exp(-sum(weight * found[trait] for trait, weight in TRAITS.items()))), 3)


def _odds(one: Attribution | None) -> float:
    """Log odds of what a reader says of itself."""
    if one is None:
        return 0.0
    share = min(max(one.confidence, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
