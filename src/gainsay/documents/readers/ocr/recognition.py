"""Words from pictures of pages, straightened, each with the rectangle that it has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

from gainsay.documents.readers.ocr.installed import data_folder, languages
from gainsay.documents.readers.ocr.letters import Found, Letter, Row, is_dust
from gainsay.documents.readers.ocr.marking import with_marks
from gainsay.documents.readers.ocr.marks import Glyph
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

_BODY = 2.4
"""Times the height of an x: the height of a font from its highest to its lowest letter, as PDF files give it."""


def recognise_page(path: str, pdf: PdfDocument, number: int) -> Surface:
    """The words on the picture of one page of a PDF."""
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number]
        # A page of a metre square at 300 dpi would take a gigabyte.
        scale = min(RESOLUTION / 72, 6000 / max(*page.get_size(), 1))
        picture = page.render(scale=scale, grayscale=True).to_pil()
    except PdfiumError:  # a damaged page; the others are read
        return Surface([], 0.0, 0.0)
    return recognise(path, picture, 1 / scale)


def recognise(path: str, picture: Image, scale: float) -> Surface:
    """The words on a grey picture; `scale` is the points of a dot."""
    import tesserocr

    try:
        with tesserocr.PyTessBaseAPI(path=data_folder(), lang=languages(), psm=tesserocr.PSM.AUTO) as tesseract:
            tesseract.SetImage(picture)
            tesseract.Recognize()
            found = list(_words(tesseract, tesserocr))
            marked = with_marks(found, picture, partial(_read_alone, picture, tesseract, tesserocr)) if found else []
    except RuntimeError as error:
        raise DocumentError(path, f"its letters could not be recognised ({error}). Look into the picture.") from error
    skew = median(row.slope for _, row, _, _ in found) if found else 0.0
    surface = Surface([], picture.width * scale, picture.height * scale, skew)
    return surface._replace(words=[_placed(one, surface, scale) for one in marked])


def _read_alone(picture: Image, tesseract: Any, tesserocr: Any, glyph: Glyph) -> tuple[str, float]:
    """A digit read by itself, enlarged: a raised one has half the size that Tesseract reads best."""
    from PIL import Image as Images

    piece = picture.crop((glyph.left - 1, glyph.top - 1, glyph.right + 1, glyph.bottom + 1))
    size = 2 * piece.width, 2 * piece.height
    edge = size[1] // 2
    framed = Images.new("L", (size[0] + 2 * edge, size[1] + 2 * edge), max(piece.getextrema()[1], 1))
    framed.paste(piece.resize(size, Images.Resampling.BICUBIC), (edge, edge))
    tesseract.SetVariable("tessedit_char_whitelist", "0123456789")
    tesseract.SetPageSegMode(tesserocr.PSM.SINGLE_CHAR)
    tesseract.SetImage(framed)
    text = "".join(tesseract.GetUTF8Text().split())
    return text, tesseract.MeanTextConf() if text else 0


def _words(tesseract: Any, tesserocr: Any) -> Iterator[Found]:
    word, line, symbol = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE, tesserocr.RIL.SYMBOL
    letters: list[Letter] = []
    for one in tesserocr.iterate_level(tesseract.GetIterator(), symbol):
        if one.Empty(symbol):
            continue
        row = Row.of(one.Baseline(line), one.RowAttributes())
        letter = Letter(one.GetUTF8Text(symbol) or "", one.Confidence(symbol), *one.BoundingBox(symbol))
        if letter.text.strip() and not is_dust(letter, row):
            letters.append(letter)
        if one.IsAtFinalElement(word, symbol):
            sure = one.Confidence(word)
            if letters and sure >= _NOTHING:
                yield Found(letters, row, one.IsAtFinalElement(line, word), sure >= _SURE)
            letters = []


def _placed(found: Found, surface: Surface, scale: float) -> Word:
    """The word in points on the page turned straight."""
    letters, row, last, sure = found
    text = "".join(letter.text for letter in letters)
    left, right = letters[0].left, max(letter.right for letter in letters)
    middle = (left + right) / 2
    x, base = surface.straightened(middle * scale, row.base(middle) * scale)
    half, size = (right - left) / 2 * scale, row.height * _BODY * scale
    broken = last and len(text) > 1 and text[-1] in "-‐¬"
    shape = (x - half, base - 0.78 * size, x + half, base + 0.22 * size, base, size)
    return Word(text[:-1] + "-" if broken else text, *shape, broken, not sure)
