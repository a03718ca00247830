"""A second reader held against what people decided: how often it agrees with them, and whether that can be believed."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from gainsay.edition.edition import Edition
from gainsay.edition.review.agreement import alpha
from gainsay.judging.kept import load_judgements
from gainsay.judging.opinion import JUDGED, Judged
from gainsay.judging.reviewed import Case
from gainsay.store.store import Store

LEAST = 30
"""Matters below which a reader is not believed: of 30 that all agree the interval still begins at .89."""
LEAST_OF_VERDICT = 10
"""Times that it must have given a verdict before its precision in that one is told."""
Z = 1.959964  # of the normal distribution, for an interval of 95 in 100
NOTE = "second readers"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the interval in which the true share lies (95 %)."""

    right: int
    of: int
    low: float
    high: float

    @classmethod
    def count(cls, right: int, of: int) -> Share:
        """With the interval of Wilson (1927), which holds for small numbers too.

        E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.

        >>> Share.count(30, 30)
        Share(right=30, of=30, low=0.886, high=1.0)
        """
        if not of:
            return cls(0, 0, 0.0, 1.0)
        share, square = right / of, Z * Z
        middle = (share + square / (2 * of)) / (1 + square / of)
        half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
        return cls(right, of, round(max(0.0, middle - half), 3), round(min(1.0, middle + half), 3))


@dataclass(frozen=True, slots=True)
class OfVerdict:
    """One verdict: how often people gave it, how many of the reader's are theirs, how many of theirs it finds."""

    verdict: Judged
    given: int
    precision: Share
    recall: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """`reviewed` matters were there, of which `agreed.of` have an answer that is not void. `alpha` is Krippendorff's,
    None where it cannot be told. `believed`: whether there are enough of them.
    """

    reader: str
    reviewed: int
    void: int
    agreed: Share
    alpha: float | None
    verdicts: tuple[OfVerdict, ...]
    believed: bool


def calibrate(edition: Edition, reader: str, cases: Sequence[Case]) -> Calibration:
    """Hold the answers of a reader, as they are kept, against the reviewed matters."""
    with edition.store.begin() as connection:
        kept = {j.pair: j.opinion.verdict for j in load_judgements(connection) if j.reader == reader}
    told = [(case.verdict, kept[case.pair.key]) for case in cases if case.pair.key in kept]
    both = [(person, said) for person, said in told if said is not None]
    agreed = Share.count(sum(person == said for person, said in both), len(both))
    return Calibration(
        reader,
        len(cases),
        len(told) - len(both),
        agreed,
        alpha([person, said] for person, said in both),
        tuple(_of_verdicts(both)),
        len(both) >= LEAST,
    )


def _of_verdicts(both: Sequence[tuple[Judged, Judged]]) -> list[OfVerdict]:
    given, said = Counter(p for p, _ in both), Counter(s for _, s in both)
    right = Counter(p for p, s in both if p == s)
    return [
        OfVerdict(v, given[v], Share.count(right[v], said[v]), Share.count(right[v], given[v]))
        for v in JUDGED
        if given[v] or said[v]
    ]


def note(edition: Edition, found: Calibration) -> None:
    """Keep how a reader stood, to be told wherever it is quoted."""
    store = Store(edition.path, write=True)
    try:
        with store.begin() as connection:
            known = _noted(store, connection)
            store.note(connection, NOTE, json.dumps({**known, found.reader: asdict(found.agreed)}, sort_keys=True))
    finally:
        store.close()


def standings(edition: Edition) -> dict[str, str]:
    """How each reader that was calibrated stood, in words."""
    with edition.store.begin() as connection:
        return {reader: standing(share) for reader, share in _noted(edition.store, connection).items()}


def standing(share: Mapping[str, float]) -> str:
    """How far a reader can be believed, in words."""
    if share["of"] < LEAST:
        return f"not to be believed yet: held against {share['of']} reviewed matters, of {LEAST} needed"
    return f"agreed with people on {share['right']} of {share['of']} reviewed matters"


def _noted(store: Store, connection: Connection) -> dict[str, dict[str, float]]:
    kept = store.noted(connection, NOTE)
    return dict(json.loads(kept)) if kept else {}
