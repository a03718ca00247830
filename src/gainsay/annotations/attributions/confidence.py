"""How sure an attribution is that one reader or both have read."""

from __future__ import annotations

import re
from math import exp, log

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.manner import type_of
from gainsay.annotations.attributions.verbs import VERBS
from gainsay.spans import any_overlap

# Logistic regression of "in the gold, and with the right speaker" over PolNeAR dev and GUM dev, made by
# `python -m training.encoder.calibrate`.
TRAITS: dict[str, float] = {
    "constant": -1.967,
    "model": 0.310,
    "model's odds": 0.565,
    "rules": -0.599,
    "rules' odds": 0.128,
    "one speaker": 1.357,
    "direct": 0.560,
    "mixed": 0.156,
    "speaker": 1.102,
    "pronoun": 0.398,
    "reporting verb, model alone": 0.541,
    "feeling": 0.450,
}
_EDGE = 0.01
_WORD = re.compile(r"[\w’']+")
_PRONOUNS = frozenset("he she they it who".split())


def traits(text: str, kept: Attribution, rule: Attribution | None, learned: Attribution | None) -> dict[str, float]:
    """What tells how sure `kept` is, which was made of the readings of the rules and of the model."""
    agree = rule is not None and learned is not None and any_overlap(rule.speaker, learned.speaker)
    reports = _reports(text, kept)
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
        "reporting verb, model alone": float(rule is None and reports),
        "feeling": float(feels),
    }


def confidence(text: str, kept: Attribution, rule: Attribution | None, learned: Attribution | None) -> float:
    """The probability that the attribution and its speaker are right."""
    found = traits(text, kept, rule, learned)
    return round(1 / (1 + exp(-sum(weight * found[trait] for trait, weight in TRAITS.items()))), 3)


def _reports(text: str, one: Attribution) -> bool:
    """Whether a verb that mostly reports stands in the cue, or "according to"."""
    words = [word.lower() for span in one.cue for word in _WORD.findall(text, *span)]
    return any(word == "according" or (word in VERBS and not VERBS[word].weak) for word in words)


def _odds(one: Attribution | None) -> float:
    """Log odds of what a reader says of itself."""
    if one is None:
        return 0.0
    share = min(max(one.confidence, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
