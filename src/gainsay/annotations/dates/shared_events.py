"""Dates counted from an event that another document dates.

A document hands over what it counts from events and which events it dates (`event_dates`); `place_across` brings these
together. Only an event with a name of its own is taken for the same in two documents: "the fall of Port Adair", not
"the fire" and not "the great fire".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.edtf import holds, same
from gainsay.annotations.dates.known_events import EVENT_NOUNS, Name, counted, is_open, known_events, name_of


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date beside an event's name (`edtf` is when the event was), or counted from one and open (null)."""

    name: str
    date: str
    edtf: str | None


class Said(NamedTuple):
    """When an event was, by one date."""

    edtf: str
    date: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The value of a date that is counted from an event, and the id of the date, mostly of another document, that says
    when the event was.
    """

    date: str
    edtf: str
    by: str


def event_dates(text: str, dates: Sequence[Date]) -> list[EventDate]:
    """What of a text's dates other documents may need: of events with a name of their own."""
    waiting = [(date.event.of(text), date) for date in dates if date.event is not None and is_open(date)]
    found = [EventDate(_shared_name(words, name_of(words)), date.id, None) for words, date in waiting]
    known = [
        EventDate(_shared_name(event.words, event.name), event.date.id, event.date.edtf)
        for event in known_events(text, dates)
        if not EVENT_NOUNS.isdisjoint(event.name)
    ]
    return list(dict.fromkeys(one for one in (*found, *known) if one.name))


def _shared_name(words: str, name: Name) -> str:
    """The name of an event, "adair fall port"; empty where it has none of its own."""
    proper = [word for word in words.split() if word[:1].isupper() and word.lower() in name]
    named = [word for word in proper if word.lower() not in EVENT_NOUNS]
    return " ".join(name) if named and not EVENT_NOUNS.isdisjoint(name) else ""


def place_across(waiting: Mapping[str, Sequence[Date]], known: Mapping[str, Sequence[Said]]) -> list[Placement]:
    """The dates that get a value, from the open ones and what is said of when the events were, both by their names.

    Sources may be more or less exact ("in 1911", "on 3 May 1911"): the most exact counts if all others hold it. Where
    they differ the date stays open.
    """
    placed = []
    for name, dates in sorted(waiting.items()):
        said = sorted(known.get(name, ()), key=lambda one: (-len(one.edtf), one))
        if said and all(same(other.edtf, said[0].edtf) or holds(other.edtf, said[0].edtf) for other in said):
            values = [(date, counted(date, said[0].edtf)) for date in dates]
            placed += [Placement(date.id, when, said[0].date) for date, when in values if when is not None]
    return placed
