"""How sure an attribution is that one reader or both have read."""

from __future__ import annotations

from math import exp, log

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.spans import any_overlap

# Logistic regression of "in the gold, and with the right speaker" over PolNeAR dev and GUM dev, made by
# `python -m training.encoder.calibrate`.
TRAITS: dict[str, float] = {
    "constant": -2.048,
    "model": 0.670,
    "model's odds": 0.533,
    "rules": -0.745,
    "rules' odds": 0.034,
    "one speaker": 1.298,
    "direct": 0.097,
    "mixed": 0.221,
    "speaker": 1.243,
    "length": 0.225,
}
_EDGE = 0.01
# Lengths of contents, in characters.
_MIDDLING, _LONG = 60, 240


def traits(kept: Attribution, rule: Attribution | None, learned: Attribution | None) -> dict[str, float]:
    """What tells how sure `kept` is, which was made of the readings of the rules and of the model."""
    agree = rule is not None and learned is not None and any_overlap(rule.speaker, learned.speaker)
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
        "length": _length(kept),
    }


def confidence(kept: Attribution, rule: Attribution | None, learned: Attribution | None) -> float:
    """The probability that the attribution and its speaker are right."""
    found = traits(kept, rule, learned)
    return round(1 / (1 + exp(-sum(weight * found[trait] for trait, weight in TRAITS.items()))), 3)


def _length(one: Attribution) -> float:
    """Log of a content's length beside a middling one: what is short is seldom more than what is spoken of."""
    characters = sum(span.length for span in one.content)
    return log(min(max(characters, 1), _LONG) / _MIDDLING)


def _odds(one: Attribution | None) -> float:
    """Log odds of what a reader says of itself."""
    if one is None:
        return 0.0
    share = min(max(one.confidence, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
