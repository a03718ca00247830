"""Opening a PDF and reading its pages one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gainsay.documents.document import Stated
from gainsay.documents.readers.pdf.assembly import Sheet, assemble
from gainsay.documents.readers.pdf.words import Surface, read_words
from gainsay.documents.readers.reader import Content
from gainsay.errors import DocumentError, EmptyDocumentError, NotTextError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_FAINT = 20
"""Letters. A scanned page may carry a stamp or a file name as text; less than this on a page is no text."""

_TITLE_OF_A_FILE = re.compile(
    r"(?i)^(?:microsoft \w+ - )?.{0,200}\.(?:docx?|odt|rtf|indd|pdf|qxd|tex|html?)$|^untitled"
)


def read_pdf(path: str, data: bytes) -> Content:
    """The text of all pages in reading order; each line knows its page and rectangle.

    Nothing in the file is executed: forms, scripts and attachments stay unread. Pages without text are told, and read
    by recognising letters where the extra `ocr` is installed.
    """
    pdf = _open(path, data)
    try:
        sheets, blank = _sheets(path, pdf)
        metadata = _metadata(pdf)
    finally:
        pdf.close()
    if not any(sheet.lines for sheet in sheets):
        raise EmptyDocumentError(path, "there is no text on its pages, and no picture of one. Look into it.")
    found = assemble(sheets)
    return Content(
        found.text, "application/pdf", "", metadata, found.structure, pages=found.pages, remarks=_remarks(blank)
    )


def _open(path: str, data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
        if len(pdf) == 0:
            raise NotTextError(path, "the PDF has no pages. Open it in a viewer and print it to a new PDF.")
    except PdfiumError as error:
        if "assword" in str(error):
            raise DocumentError(
                path, "the PDF is encrypted. Open it with its password, print it to a new PDF and read that."
            ) from error
        raise NotTextError(
            path, "the PDF is broken. Download or copy it again, or open it in a viewer and print it to a new PDF."
        ) from error
    return pdf


def _sheets(path: str, pdf: PdfDocument) -> tuple[list[Sheet], list[int]]:
    """The pages laid out, and the numbers of those whose text could not be had."""
    sheets, bare = [], []
    for number in range(len(pdf)):
        surface = _surface(pdf, number)
        if sum(len(word.text) for word in surface.words) < _FAINT:
            bare.append(number)
        sheets.append(Sheet.of(_label(pdf, number), surface))
    return _recognised(path, pdf, sheets, bare) if bare else (sheets, bare)


def _surface(pdf: PdfDocument, number: int) -> Surface:
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number]
    except PdfiumError:
        return Surface([], 0.0, 0.0)
    try:
        return read_words(page)
    finally:
        page.close()


def _recognised(path: str, pdf: PdfDocument, sheets: list[Sheet], bare: list[int]) -> tuple[list[Sheet], list[int]]:
    """The pages with those without text recognised from their pictures, and the numbers of those still without."""
    from gainsay.documents.readers.ocr import MISSING, is_installed, recognise_page

    pictured = [number for number in bare if _has_picture(pdf, number)]
    if not is_installed():
        if len(bare) == len(sheets) and pictured:
            raise EmptyDocumentError(
                path,
                f"looks scanned: its pages are pictures without text. {MISSING}",
            )
        return sheets, pictured
    still = []
    for number in pictured:
        surface = recognise_page(path, pdf, number)
        if surface.words:
            sheets[number] = Sheet.of(_label(pdf, number), surface)
        else:
            still.append(number)
    return sheets, still


def _has_picture(pdf: PdfDocument, number: int) -> bool:
    from pypdfium2 import PdfiumError
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

    try:
        page = pdf[number]
    except PdfiumError:
        return True  # a broken page is not an empty one
    # Letters turned into outlines are pictures too.
    return any(True for _ in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH), max_depth=3))


def _label(pdf: PdfDocument, number: int) -> str:
    try:
        return str(pdf.get_page_label(number)) or str(number + 1)
    except (ValueError, RuntimeError):
        return str(number + 1)


def _metadata(pdf: PdfDocument) -> dict[str, Stated]:
    """Title and author, where they are more than the name of a file; its dates are the file's, not the text's."""
    stated = pdf.get_metadata_dict(skip_empty=True)
    found: dict[str, Stated] = {}
    for key, name in (("title", "Title"), ("author", "Author")):
        value = " ".join(str(stated.get(name, "")).replace("\0", " ").split())
        if 2 < len(value) <= 300 and not _TITLE_OF_A_FILE.match(value):
            found[key] = Stated(value, "file")
    return found


def _remarks(blank: list[int]) -> tuple[str, ...]:
    if not blank:
        return ()
    shown = ", ".join(str(number + 1) for number in blank[:20]) + (" …" if len(blank) > 20 else "")
    return (f"{len(blank)} page{'s' if len(blank) > 1 else ''} without text, only pictures: {shown}",)
