"""What can be set about reading attributions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttributionSettings:
    """`indirect`: read reported speech without marks too. `least`: drop what is less certain (0–1)."""

    indirect: bool = True
    least: float = 0.0
