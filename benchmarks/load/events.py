"""Events of the invented world, and what can be told of them.

An event happens in one place on one day. Several reports tell of it; what each holds of a matter is planted, so that
it is known which of them agree, conflict, deny each other, or merely speak of different things.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.load import names
from benchmarks.load.words import noun

FIRST_DAY = date(1921, 1, 3)
DAYS = 9_000
SITES = ("Street", "Quay", "Square", "Lane", "Hill", "Yard")
REPORTS = (1, 1, 2, 2, 3, 3, 4, 5, 6, 8)
"""How many report an event; most are reported by few."""

KINDS: tuple[tuple[str, str, str, str], ...] = (
    # what plain voices call it, what those call it who condemn, who acted, what is disputed (with words of the event)
    ("demonstration", "riot", "the constables", "the crowd behind the {} threw a {} at the constables"),
    ("shooting", "massacre", "the soldiers", "the soldiers at the {} fired without warning from the {}"),
    ("strike", "rebellion", "the dockers", "the strikers cut the wires of the {} behind the {}"),
    ("fire", "arson attack", "the night watch", "the night watch had locked the {} of the {}"),
    ("protest", "mob attack", "the students", "the students carried a {} under the borrowed {}"),
    ("collapse", "sabotage", "the engineers", "the engineers had ignored the cracked {} in the {}"),
    ("eviction", "pogrom", "the bailiffs", "the bailiffs burned the {} and the {} of the tenants"),
    ("landing", "invasion", "the marines", "the marines seized the {} and the {} during the night"),
)
COUNTS: tuple[tuple[str, str, str], ...] = (
    # whom one counts, what befell them, and what is counted along with it by who counts more
    ("men", "killed", "wounded"),
    ("dockers", "arrested", "summoned"),
    ("families", "evacuated", "made homeless"),
    ("houses", "destroyed", "damaged"),
    ("workers", "dismissed", "suspended"),
    ("passengers", "injured", "bruised"),
    ("prisoners", "released", "paroled"),
    ("students", "detained", "questioned"),
    ("horses", "drowned", "swept away"),
    ("boats", "lost", "damaged"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `other_value` and `other_day` are what a source holds that contradicts the others."""

    number: int
    place: str
    site: str
    kind: tuple[str, str, str, str]
    count: tuple[str, str, str]
    day: date
    value: int
    other_value: int
    apart_value: int
    hearing: str
    hearing_day: date
    other_day: date
    speaker: tuple[str, str]
    denier: tuple[str, str]
    cast: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    reports: int

    @property
    def claim(self) -> str:
        """What one asserts of it and another denies, in words of its own: no two events share eight in a row."""
        return self.kind[3].format(*self.topics)


def event(seed: int, number: int) -> Event:
    """The event of this number: a function of the two, so that a collection is the beginning of any larger one."""
    chance = random.Random(f"{seed}:{number}")
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    value = chance.randint(9, 480)
    later = timedelta(chance.randint(6, 40))
    speaker, denier = names.rank(chance), names.rank(chance)
    return Event(
        number=number,
        place=names.place(names.rank(chance)),
        site=f"{noun(chance).capitalize()} {chance.choice(SITES)}",
        kind=chance.choice(KINDS),
        count=chance.choice(COUNTS),
        day=day,
        value=value,
        other_value=value + chance.choice([-1, 1]) * chance.randint(value // 5 + 2, value // 2 + 3),
        apart_value=value + chance.randint(3, 60),
        hearing=noun(chance),
        hearing_day=day + later,
        other_day=day + later + timedelta(chance.randint(2, 5)),
        speaker=names.person(speaker),
        denier=names.person(denier if denier != speaker else denier + 1),
        cast=tuple(names.person(names.rank(chance)) for _ in range(3)),
        topics=tuple(noun(chance) for _ in range(14)),
        reports=chance.choice(REPORTS),
    )


def told_day(day: date) -> str:
    """As it stands in print: 14 March 1911."""
    return f"{day.day} {day:%B %Y}"


def tell_figure(chance: random.Random, one: Event, value: int) -> str:
    """The count, in one of several ways, with the place and the day."""
    who, befell, _ = one.count
    return chance.choice(
        [
            f"At {one.site} in {one.place}, {value} {who} were {befell} on {told_day(one.day)}.",
            f"On {told_day(one.day)} {value} {who} were {befell} at {one.site} in {one.place}.",
            f"In {one.place} {value} {who} were {befell} at {one.site} on {told_day(one.day)}.",
        ]
    )


def tell_apart(one: Event) -> str:
    """The same count in another scope: rounded up, or with more counted in. Two counts of unlike things (men killed,
    men wounded) would be two matters, and no difference at all.
    """
    who, befell, more = one.count
    rounded = (one.value // 10 + 1) * 10
    told = f"nearly {rounded} {who} were {befell}"
    if one.number % 2:
        told = f"{one.apart_value} {who} were {befell} or {more}"
    return f"At {one.site} in {one.place}, {told} on {told_day(one.day)}."


def tell_date(one: Event, day: date) -> str:
    """The day on which something opened that the event led to."""
    return f"The inquiry into the {one.place} {one.kind[0]} opened in the {one.hearing} hall on {told_day(day)}."


def tell_label(chance: random.Random, one: Event, condemning: bool) -> str:
    """The event by one of its names."""
    name = one.kind[1] if condemning else one.kind[0]
    end = chance.choice(["is still spoken of", "fills the letters page", "was never forgotten", "divided the parish"])
    return f"The {one.place} {name} of {told_day(one.day)} {end}."


def tell_claim(one: Event) -> str:
    """What one person says."""
    first, last = one.speaker
    return f"{first} {last} said that {one.claim}."


def tell_denial(one: Event) -> str:
    """What another denies."""
    first, last = one.denier
    return f"{first} {last} denied that {one.claim}."
