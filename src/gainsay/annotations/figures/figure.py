"""The record of a figure: a counted or measured quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Span

Qualifier = Literal["over", "nearly", "about", "at least", "up to", "vague"]
Value = float | int | tuple[float | int | None, float | int | None] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is a number, `(low, high)` with None for an open end, or None ("many").

    `unit` is canonical ("persons", "%", "USD", "km"); `counted` the noun phrase as worded, at `counted_span`; `head`
    its head noun in the singular, lower case ("activist"), the key by which figures are compared. `action` is the
    lemma of the verb that says, in the same clause, what happened to the counted or what they did ("arrest", "die").
    `place` and `period` are the words in its sentence that say where and when it holds.
    """

    id: str
    document: str
    span: Span
    value: Value
    qualifier: Qualifier | None = None
    unit: str | None = None
    counted: str | None = None
    counted_span: Span | None = None
    head: str | None = None
    action: str | None = None
    place: Span | None = None
    period: Span | None = None


@dataclass(frozen=True, slots=True)
class FigureSettings:
    """`vague`: whether quantities without a number ("many officials") are figures too."""

    vague: bool = True


DEFAULTS = FigureSettings()
