"""How far reviewers agree: Krippendorff's alpha for nominal values.

K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 2nd ed. (2004), ch. 11: alpha = 1 - Do / De over
the coincidences of values within units; 1 is perfect agreement, 0 what chance would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gainsay.edition.review.decision import Decision
from gainsay.edition.review.log import standing
from gainsay.edition.review.ruling import same_thing
from gainsay.store.rows import to_json


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is None where no two reviewers decided about the same thing.

    `units` counts the things that several decided about, `agreed` those on which all of them decided alike.
    """

    alpha: float | None
    units: int
    agreed: int
    reviewers: tuple[str, ...]


def agreement(entries: Sequence[Decision]) -> Agreement:
    """What the log shows. Each reviewer counts with the last decision on a thing that stands."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in standing(entries)[0]:
        said[same_thing(entry.target)][entry.by] = to_json([entry.action, *map(list, sorted(entry.changes.items()))])
    shared = [by for by in said.values() if len(by) > 1]
    reviewers = tuple(sorted({name for by in shared for name in by}))
    agreed = sum(len(set(by.values())) == 1 for by in shared)
    return Agreement(alpha(by.values() for by in shared), len(shared), agreed, reviewers)


def alpha(units: Iterable[Iterable[str]]) -> float | None:
    """Krippendorff's alpha of the values that were given to each unit; None without a unit of two values.

    >>> alpha([["accept", "accept"], ["reject", "reject"]])
    1.0
    >>> round(alpha([["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"]]), 3)
    0.533
    """
    coincidences: dict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        values = Counter(unit)
        size = sum(values.values())
        if size > 1:
            for pair, times in _pairs(values).items():
                coincidences[pair] += times / (size - 1)
    return _alpha(coincidences)


def _pairs(values: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """How often two values meet in a unit, each of the one with each other of the other."""
    return {(a, b): n * (m - (a == b)) for a, n in values.items() for b, m in values.items()}


def _alpha(coincidences: Mapping[tuple[str, str], float]) -> float | None:
    totals: dict[str, float] = defaultdict(float)
    for (a, _), times in coincidences.items():
        totals[a] += times
    n = sum(totals.values())
    if n < 2:
        return None
    observed = sum(times for (a, b), times in coincidences.items() if a != b) / n
    expected = (n * n - sum(t * t for t in totals.values())) / (n * (n - 1))
    # All gave one and the same value to everything: nothing varies, and nobody disagrees.
    return 1.0 if expected == 0 else 1 - observed / expected
