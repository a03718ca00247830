"""Person, organisation or place: what the model makes of a name in a whole text, weighed with the rules' word."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from gainsay.annotations.mentions.mention import MentionType

TOLD_APART: Final[tuple[MentionType, ...]] = ("person", "organisation", "place")

SURE: Final = (0.5, 0.6, 0.8, 0.95)
"""How sure the rules may be of a name's type, from no cue to a telling word of the name itself."""

_LEAST = 0.01  # added to each probability of the model: it is never as sure as it says

# Fitted by `training/name_types.py`, not by hand: what each speaks for a person, an organisation and a place. First the
# model's log probabilities of its five types, then the rules' type with how sure it is.
_TABLE = """
bias -1.15 1.05 0.1
event/0.95 -0.04 -0.06 0.1
model0 0.65 -0.14 -0.51
model1 -0.79 1.1 -0.31
model2 -0.62 -0.3 0.92
model3 0.18 0.22 -0.4
model4 -0.05 -0.32 0.37
organisation/0.6 -0.75 1.15 -0.4
organisation/0.8 0.15 0.26 -0.41
organisation/0.95 -0.68 0.78 -0.1
other/0.5 -0.3 0.77 -0.47
person/0.5 0.24 -0.12 -0.12
person/0.6 0.27 0.07 -0.34
person/0.8 0.97 -0.53 -0.44
person/0.95 0.49 -0.27 -0.22
place/0.5 0.2 -0.93 0.73
place/0.6 -0.61 -0.42 1.03
place/0.8 -0.34 -0.01 0.35
place/0.95 -0.75 0.35 0.4
"""


def _read(table: str) -> dict[str, npt.NDArray[np.float64]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {row[0]: np.array([float(number) for number in row[1:]]) for row in rows}


WEIGHTS = _read(_TABLE)


def traits(shares: npt.NDArray[np.float32], kind: str, sure: float) -> dict[str, float]:
    """What is known of a name's type: trait → how much of it.

    `shares` are the model's probabilities, outside of names first; `kind` and `sure` are the rules' type and score.
    """
    logs = np.log(shares[1:].astype(np.float64) + _LEAST)
    return {f"model{number}": float(one) for number, one in enumerate(logs)} | {f"{kind}/{sure}": 1.0, "bias": 1.0}


def tell_apart(shares: npt.NDArray[np.float32], kind: str, sure: float) -> tuple[MentionType, float]:
    """The likeliest of person, organisation and place, and how likely it is among the three."""
    sums = np.zeros(len(TOLD_APART))
    for trait, much in traits(shares, kind, sure).items():
        if trait in WEIGHTS:
            sums += WEIGHTS[trait] * much
    powers = np.exp(sums - sums.max())
    best = int(powers.argmax())
    return TOLD_APART[best], round(float(powers[best] / powers.sum()), 3)
