"""Words from pictures of pages, straightened, each with the rectangle that it has."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any

from gainsay.documents.readers.ocr.installed import data_folder, languages
from gainsay.documents.readers.ocr.letters import Letter, Row, is_dust, is_raised, read_mark
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
            words = [_marked(one, picture, tesseract, tesserocr) for one in found]
    except RuntimeError as error:
        raise DocumentError(path, f"its letters could not be recognised ({error}). Look into the picture.") from error
    skew = median(row.slope for _, row, _, _ in found) if found else 0.0
    surface = Surface([], picture.width * scale, picture.height * scale, skew)
    return surface._replace(words=[_placed(one, surface, scale) for one in words if one[0]])


_Found = tuple[list[Letter], Row, bool, bool]
"""The letters of a word, its line, whether it is the last of it, and whether it was recognised surely."""


def _words(tesseract: Any, tesserocr: Any) -> Iterator[_Found]:
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
                yield letters, row, one.IsAtFinalElement(line, word), sure >= _SURE
            letters = []


def _marked(found: _Found, picture: Image, tesseract: Any, tesserocr: Any) -> _Found:
    """The word with small raised letters at its edges read once more, as the marks of notes that they may be."""
    letters, row, last, sure = found
    first = next((i for i, letter in enumerate(letters) if not is_raised(letter, row)), len(letters))
    after = next((i for i in range(len(letters), first, -1) if not is_raised(letters[i - 1], row)), first)
    head = read_mark(letters[:first], picture, tesseract, tesserocr)
    tail = read_mark(letters[after:], picture, tesseract, tesserocr)
    whole = [*(head or letters[:first]), *letters[first:after], *(tail or letters[after:])]
    if head or tail:  # what was taken for another sign had made the whole word doubtful
        rest = letters[first:after]
        sure = not rest or sum(letter.sure for letter in rest) >= _SURE * len(rest)
    return whole, row, last, sure


def _placed(found: _Found, surface: Surface, scale: float) -> Word:
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
