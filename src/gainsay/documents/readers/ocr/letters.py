"""The single letters of a recognised word: dust between them, and the raised numbers of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gainsay.documents.readers.pdf.words import RAISED

if TYPE_CHECKING:
    from PIL.Image import Image

_MARKS = "0123456789*"
"""What stands raised as the mark of a note."""

_ENLARGED = 2
"""Times. A raised number has half the size that Tesseract reads best."""

_LIKELY = 40
"""Per cent. The thin 1 is read with half the confidence of other numbers."""


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


def is_dust(letter: Letter, row: Row) -> bool:
    """Whether something is too small to be a full stop of its line."""
    return max(letter.right - letter.left, letter.bottom - letter.top) < 0.14 * row.height


def is_raised(letter: Letter, row: Row) -> bool:
    """Whether a sign stands raised, and is larger than a quotation mark."""
    rise = row.base((letter.left + letter.right) / 2) - letter.bottom
    return rise > 0.35 * row.height and letter.bottom - letter.top > 0.68 * row.height


def read_mark(letters: list[Letter], picture: Image, tesseract: Any, tesserocr: Any) -> list[Letter] | None:
    """Raised signs read as a number, by themselves and enlarged; None where they are none.

    Within a line Tesseract takes them for quotation marks, degrees and asterisks.
    """
    if not letters or len(letters) > 3:
        return None
    from PIL import Image as Images

    left, top = min(x.left for x in letters), min(x.top for x in letters)
    right, bottom = max(x.right for x in letters), max(x.bottom for x in letters)
    piece = picture.crop((left - 1, top - 1, right + 1, bottom + 1))
    size = piece.width * _ENLARGED, piece.height * _ENLARGED
    paper = max(piece.getextrema()[1], 1)
    edge = size[1] // 2
    framed = Images.new("L", (size[0] + 2 * edge, size[1] + 2 * edge), paper)
    framed.paste(piece.resize(size, Images.Resampling.BICUBIC), (edge, edge))
    tesseract.SetVariable("tessedit_char_whitelist", _MARKS)
    modes = (tesserocr.PSM.SINGLE_WORD, tesserocr.PSM.SINGLE_CHAR if len(letters) == 1 else tesserocr.PSM.SINGLE_LINE)
    sure, text = max(_read_as(mode, framed, tesseract) for mode in modes)
    if sure < _LIKELY or not text or len(text) > len(letters) + 1:
        return None
    return [Letter(text.translate(RAISED), sure, left, top, right, bottom)]


def _read_as(mode: int, picture: Image, tesseract: Any) -> tuple[int, str]:
    tesseract.SetPageSegMode(mode)
    tesseract.SetImage(picture)
    text = "".join(tesseract.GetUTF8Text().split())
    return tesseract.MeanTextConf() if text else 0, text
