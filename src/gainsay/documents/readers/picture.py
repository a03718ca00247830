"""Pictures of pages: read by recognising their letters, where the extra `ocr` is installed."""

from __future__ import annotations

import io

from gainsay.documents.readers.ocr import MISSING, RESOLUTION, is_installed, recognise
from gainsay.documents.readers.pdf.assembly import Sheet, assemble
from gainsay.documents.readers.reader import Content
from gainsay.errors import EmptyDocumentError, NotTextError

_MOST = 200_000_000
"""Points of a picture. A page of a newspaper at 600 dpi has a hundred million."""


def read_picture(path: str, data: bytes) -> Content:
    """The text recognised on a picture, or on the pages of a TIFF; doubtful words are marked."""
    if not is_installed():
        raise EmptyDocumentError(
            path,
            f"is a picture. Is it a scanned page? {MISSING}",
        )
    from PIL import Image, ImageSequence, UnidentifiedImageError

    sheets = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST:
                raise NotTextError(path, "this picture is too large to be a page. Scan it at 300 dpi and read that.")
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                dots = frame.info.get("dpi", (RESOLUTION, RESOLUTION))[0]
                scale = 72 / (float(dots) if float(dots) >= 70 else RESOLUTION)
                sheets.append(Sheet.of(str(number), recognise(path, frame.convert("L"), scale)))
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotTextError(path, "the picture is broken or cut short. Scan or copy it again.") from error
    if not any(sheet.lines for sheet in sheets):
        raise EmptyDocumentError(path, "no letters were recognised on this picture. If there are some, scan it anew.")
    found = assemble(sheets)
    return Content(found.text, "image/x-scan", "", structure=found.structure, pages=found.pages)
