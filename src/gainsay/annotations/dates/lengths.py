"""How long, as ISO 8601 writes it."""

from __future__ import annotations

from gainsay.annotations.dates.meaning import Lasting, Meaning, Placed, Repeated, Stretch
from gainsay.annotations.dates.when import Unit

# ISO 8601 has no decades and centuries.
_LETTERS: dict[Unit, tuple[int, str]] = {
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_HALVES: dict[Unit, str] = {"day": "T12H", "year": "6M"}


def duration(meaning: Meaning) -> str | None:
    """The length that the words give: P40Y, P2Y6M, PT3H; None where they give none, or only a range."""
    match meaning:
        case Lasting():
            return _lasting(meaning)
        case Placed(lasting=Lasting() as lasting):
            return _lasting(lasting)
        case Stretch(unit, count, _, _) | Repeated(unit=str() as unit, count=count):
            return _written(unit, count)
        case _:
            return None


def _lasting(meaning: Lasting) -> str | None:
    count = meaning.low
    if count is None or count != meaning.high:
        return None
    if meaning.clock:
        half = {"H": "30M", "M": "30S"}.get(meaning.clock, "") if meaning.half else ""
        return f"PT{count}{meaning.clock}{half}"
    return _written(meaning.unit, count, half=meaning.half) if meaning.unit else None


def _written(unit: Unit, count: int, *, half: bool = False) -> str | None:
    factor, letter = _LETTERS[unit]
    if not half:
        return f"P{count * factor}{letter}"
    if factor > 1:
        return f"P{count * factor + factor // 2}{letter}"
    tail = _HALVES.get(unit)
    return f"P{count}{letter}{tail}" if tail else None
