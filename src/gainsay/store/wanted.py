"""What a search looks for in the index of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; as a `beginning` the last of them may go on."""

    words: tuple[str, ...]
    beginning: bool = False


Wanted = Sequence[Sequence[Term]]
"""What is looked for: of each group one term or more."""
