"""Tolls: the one number that a document gives of the dead, of the wounded, of the arrested, of those who marched.

Who tells of an event mostly gives one such number of it, and in other words than the next. Of a document that gives
several it is not known which is the event's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.counted import ANY_PERSONS, RATES, TALLIES, category
from gainsay.statements.terms import stem

Key = tuple[object, str, tuple[str, ...]]


def mark_tolls(comparables: Iterable[Comparable]) -> list[Comparable]:
    """The comparables of one document, with those figures marked as `sole` that alone tell of what they tell."""
    known = list(comparables)
    values: dict[Key, set[object]] = defaultdict(set)
    for one in known:
        if (key := _key(one)) is not None:
            values[key].add((one.value, one.qualifier))
    return [replace(one, sole=True) if (key := _key(one)) and len(values[key]) == 1 else one for one in known]


def _key(one: Comparable) -> Key | None:
    """What befell whom, persons at large or a kind of them, and who says so: whoever tells of another's number mostly
    has one of his own.
    """
    if one.kind != "figure" or one.part:
        return None
    noun = stem(one.head) if one.head else ""
    acts = category(one.action) if one.unit == "persons" and noun else None
    if acts is not None:
        return acts, "" if one.head in ANY_PERSONS else noun, one.voices
    if one.unit == "%" and noun in RATES:
        return one.unit, noun, one.voices
    if one.unit in ("share", "%") or one.head in ANY_PERSONS or noun in TALLIES or not (noun or one.unit):
        return None
    return one.unit, noun, one.voices
