"""Recognising letters on pictures of pages: needs the extra `ocr` (tesserocr) and the data of Tesseract's languages."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gainsay.documents.readers.pdf.words import Surface, Word
from gainsay.errors import DocumentError

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

RESOLUTION = 300  # dots per inch: what Tesseract was trained on

_SURE = 60
"""Per cent. Words below this are wrong about every other time."""

_NOTHING = 20
"""Per cent. Below this there was no word: dirt, a fold, the edge of a picture."""


def is_installed() -> bool:
    """Whether letters can be recognised: the package and the data of a language are there."""
    return find_spec("tesserocr") is not None and find_spec("PIL") is not None and _data() is not None


@cache
def _data() -> str | None:
    """The folder of Tesseract's data. The wheel brings none; Tesseract's own packages do."""
    import tesserocr

    own, _ = tesserocr.get_languages()  # where the package itself looks
    places = [own, *map(str, sorted(Path("/usr/share").glob("tesseract-ocr/*/tessdata")))]
    places += ["/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata"]
    return next((place for place in places if place and any(Path(place).glob("*.traineddata"))), None)


def recognise_page(path: str, pdf: PdfDocument, number: int) -> Surface:
    """The words on the picture of one page of a PDF."""
    page = pdf[number]
    width, height = page.get_size()
    # A page of a metre square at 300 dpi would take a gigabyte.
    scale = min(RESOLUTION / 72, 6000 / max(width, height, 1))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    return Surface(recognise(path, picture, 1 / scale), width, height)


def recognise(path: str, picture: Image, scale: float) -> list[Word]:
    """The words on a picture, with their rectangles in points."""
    import tesserocr

    try:
        with tesserocr.PyTessBaseAPI(path=_data(), lang=_languages(), psm=tesserocr.PSM.AUTO) as tesseract:
            tesseract.SetImage(picture)
            tesseract.Recognize()
            return _words(tesseract, tesserocr, scale)
    except RuntimeError as error:
        raise DocumentError(path, f"its letters could not be recognised ({error}). Look into the picture.") from error


def _languages() -> str:
    names = sorted(file.stem for file in Path(_data() or ".").glob("*.traineddata") if file.stem != "osd")
    # English first: its letters are those of most others.
    return "+".join(sorted(names, key=lambda name: name != "eng")[:3])


def _words(tesseract: Any, tesserocr: Any, scale: float) -> list[Word]:
    words: list[Word] = []
    level = tesserocr.RIL.WORD
    for one in tesserocr.iterate_level(tesseract.GetIterator(), level):
        text, sure = one.GetUTF8Text(level) if not one.Empty(level) else "", one.Confidence(level)
        if not text.strip() or sure < _NOTHING:
            continue
        left, _, right, _ = (edge * scale for edge in one.BoundingBox(level))
        _, line_top, _, line_bottom = (edge * scale for edge in one.BoundingBox(tesserocr.RIL.TEXTLINE))
        last = one.IsAtFinalElement(tesserocr.RIL.TEXTLINE, level)
        broken = last and len(text) > 1 and text[-1] in "-‐¬"
        shape = (left, line_top, right, line_bottom, line_bottom, line_bottom - line_top)
        words.append(Word(text[:-1] + "-" if broken else text, *shape, broken, sure < _SURE))
    return words
