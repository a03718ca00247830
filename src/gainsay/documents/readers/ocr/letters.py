"""The single letters of a recognised word: dust between them, and the raised numbers of notes."""

from __future__ import annotations

from typing import Any, NamedTuple


class Letter(NamedTuple):
    """A sign, how surely it was recognised (per cent) and its rectangle, in dots."""

    text: str
    sure: float
    left: int
    top: int
    right: int
    bottom: int


class Row(NamedTuple):
    """The line on which letters stand: a straight one, perhaps aslant. `height` is that of an x."""

    x: float
    y: float
    slope: float
    height: float

    @classmethod
    def of(cls, baseline: Any, attributes: dict[str, float]) -> Row:
        """From what Tesseract says of it."""
        (x0, y0), (x1, y1) = baseline or ((0, 0), (1, 0))
        height = attributes["row_height"] + attributes["descenders"] - attributes["ascenders"]
        return cls(x0, y0, (y1 - y0) / max(1, x1 - x0), max(1.0, height))

    def base(self, x: float) -> float:
        """Where the line runs at x."""
        return self.y + self.slope * (x - self.x)


class Found(NamedTuple):
    """The letters of a word, its line, whether it is the last of it, and whether it was recognised surely."""

    letters: list[Letter]
    row: Row
    last: bool
    sure: bool


def is_dust(letter: Letter, row: Row) -> bool:
    """Whether something is too small to be a full stop of its line."""
    return max(letter.right - letter.left, letter.bottom - letter.top) < 0.14 * row.height
