"""How long something lasted: "went on for three weeks" against "lasted eleven days"."""

from __future__ import annotations

import re

from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import two_occasions
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.verdict import Relation

LEAST_MEANING, MEANING_AFIELD = 0.6, 0.7
SCORE = 0.65
REACH = 40

_DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "nights": 1.0,
    "weeks": 7.0,
    "months": 30.4,
    "years": 365.25,
}
# What shows that a length of time is that of the whole; nothing but small words may stand between.
_LASTED = re.compile(
    r"\b(?:last(?:s|ed|ing)?|(?:go|goes|went|gone|drag|dragged|carried|carry)\s+on|(?:hold|held)\s+out|continu(?:es?|ed)"
    r"|endur(?:es?|ed)|took|takes|taken|persist(?:s|ed)?"
    r"|(?:held|detained|imprisoned|jailed|interned|kept\s+[a-z]+)(?=\s+for)|(?:released|freed|let\s+go)\s+after)\s+(?:for\s+|only\s+|just\s+|some\s+|about\s+|nearly\s+|almost\s+"
    r"|more\s+than\s+|less\s+than\s+|over\s+|under\s+|at\s+least\s+|the\s+)*$",
    re.IGNORECASE,
)
# Half of a unit is as near as such numbers are told; of a round half or whole more.
_SLACK = 0.5


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """Two lengths of time of one thing that exclude each other, or None."""
    least = LEAST_MEANING if like.kin >= ON_ONE_EVENT else MEANING_AFIELD
    if a.document == b.document or like.kin < AKIN or (like.meaning or 0.0) < least or two_occasions(a, b):
        return None
    first, second = _days(a), _days(b)
    if first is None or second is None or (first[0] <= second[1] and second[0] <= first[1]):
        return None
    reason = f"“{a.position}” against “{b.position}”: what lasted so long did not last as long as the other says"
    return Relation(a.id, b.id, "conflicts", "figure", SCORE, reason)


def _days(one: Comparable) -> tuple[float, float] | None:
    """The days that a length of time leaves open, where it is told of the whole of something."""
    start = one.value_span.start - one.span.start
    if one.unit not in _DAYS or not _LASTED.search(one.words, max(0, start - REACH), start):
        return None
    low, high = one.value if isinstance(one.value, tuple) else (one.value, one.value)
    if low is None or high is None:
        return None
    unit = _DAYS[one.unit]
    least, most = (low - _SLACK) * unit, (high + _SLACK) * unit
    if one.qualifier in ("over", "at least"):
        return least, 3 * most
    return (0.0, most) if one.qualifier in ("nearly", "up to") else (least, most)
