"""What a reader of attributions is: rules implement it, and a learned reader can stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout


class Reader(Protocol):
    """Finds the attributions of one document; parents, dates and citations are added by `chain`."""

    def read(self, layout: Layout, mentions: Sequence[Mention]) -> list[Attribution]: ...
