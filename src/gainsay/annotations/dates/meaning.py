"""What a temporal expression says, before it is known when "now" is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.annotations.dates.date import Relation
from gainsay.annotations.dates.parts import Part
from gainsay.annotations.dates.when import Unit, When

Origin = Literal["now", "then", "here"]
"""Counted from when it is written or said ("last month"), or from the time being told of ("the month before").

"Here" is the one in a report and the other in a story: "by the end of the year".
"""

Side = Literal["since", "after", "until", "before"]


@dataclass(frozen=True, slots=True)
class Known:
    """The words alone give the date; `when` is None for an impossible one (31 June)."""

    when: When | None


@dataclass(frozen=True, slots=True)
class EitherOrder:
    """07/01/1979, 11/9: the day first or the month first, as the other dates of the text have it."""

    day_first: Meaning
    month_first: Meaning


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, a day of a month, a season, a feast or a day by itself whose year (and month) must be supplied."""

    month: int | None = None
    day: int | None = None
    season: int | None = None
    feast: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0: the nearest (0), the last (−1), the next (1)."""

    number: int
    step: int = 0
    origin: Origin = "now"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away: "last month" (−1), "two or three days ago" (−3, −2), "the same year" (0)."""

    unit: Unit
    low: int
    high: int
    origin: Origin
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """The last (−1), this (0) or next (1) June, spring, 4 July."""

    what: Yearless
    step: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period that ends (−1) or begins (1) at its origin: "over the past three years"."""

    unit: Unit
    count: int
    direction: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Weekend:
    """The last (−1), this (0) or next (1) weekend; `nearest` is "the weekend", mostly the one just past."""

    step: int
    origin: Origin
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """The first (1) or last (−1) so many units of something: "the first two months of 1939"."""

    unit: Unit
    count: int
    direction: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The second week of June 1911, the last (−1) day of May."""

    unit: Unit
    number: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Sunday of a month (Monday 0); −1 is the last."""

    weekday: int
    number: int
    whole: Meaning


@dataclass(frozen=True, slots=True)
class PartOf:
    """Late last month, the end of September, mid-1996."""

    whole: Meaning
    part: Part


@dataclass(frozen=True, slots=True)
class InYear:
    """A date without its year or month, and what gives it: "25 July of that year", "the 4th of last month"."""

    what: Yearless
    year: Meaning


@dataclass(frozen=True, slots=True)
class Between:
    """From the one to the other; the year of the first may come from the last."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Open:
    """Since, after, until or before something."""

    edge: Meaning
    side: Side


@dataclass(frozen=True, slots=True)
class Now:
    """The time of writing itself: "now"; with `Open`, the time up to it: "recently"."""


@dataclass(frozen=True, slots=True)
class Then:
    """The time last told of: "minutes later"; with `Open`, from then on: "ever since"."""


@dataclass(frozen=True, slots=True)
class Away:
    """So long before (−1) or after (1) something: "two days after 3 May"; None where that has no date."""

    lasting: Lasting
    direction: int
    base: Meaning | None


@dataclass(frozen=True, slots=True)
class Vague:
    """About: "circa 1870"."""

    what: Meaning


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years after something: the year beside it, or the year of writing."""

    years: int


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something lasts: `low` to `high` units (None: "many") and, with `half`, half a unit more.

    `clock` is the unit ("H", "M", "S") where it is less than a day.

    Only where it is said to reach to now ("has been … for 40 years") does it have a place in the calendar.
    """

    unit: Unit | None = None
    low: int | None = None
    high: int | None = None
    at_least: bool = False
    until_now: bool = False
    clock: str = ""
    half: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often: "every Friday", "annually"; every so many units, where the words say."""

    unit: Unit | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A time that the words alone do not give: "two hours later", "soon"."""


@dataclass(frozen=True, slots=True)
class ShortYear:
    """’11: a year without its century."""

    number: int


@dataclass(frozen=True, slots=True)
class EarlyYear:
    """348: a year before 1000 by itself; BC where the time last told of is."""

    number: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of the century: of the one nearest to the time told of."""


@dataclass(frozen=True, slots=True)
class Placed:
    """By an event: so long before or after it, during it; `event` is where its name stands in the passage.

    `when` is what else places it: "shortly after the landing" lies close to the time told of.
    """

    relation: Relation
    event: tuple[int, int] | None
    lasting: Lasting | None = None
    when: Meaning | None = None


Meaning = (
    Known
    | EitherOrder
    | Yearless
    | Weekday
    | Shift
    | Recurring
    | Stretch
    | Weekend
    | Slice
    | Nth
    | NthWeekday
    | PartOf
    | InYear
    | Between
    | Open
    | Now
    | Then
    | Away
    | Vague
    | Anniversary
    | Lasting
    | Repeated
    | Unplaced
    | ShortYear
    | EarlyYear
    | Turn
    | Placed
)
