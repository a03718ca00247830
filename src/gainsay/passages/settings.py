"""What can be set about dividing a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """`longest_heading` is in words: a line without a full stop that is longer is a paragraph whose end was lost.

    `damage` can be turned off where only the division is wanted.
    """

    longest_heading: int = 20
    damage: bool = True
