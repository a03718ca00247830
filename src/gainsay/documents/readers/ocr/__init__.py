"""Recognising letters on pictures of pages: needs the extra `ocr` (tesserocr) and the data of Tesseract's languages."""

from __future__ import annotations

from gainsay.documents.readers.ocr.installed import MISSING, is_installed
from gainsay.documents.readers.ocr.recognition import RESOLUTION, recognise, recognise_page

__all__ = ["MISSING", "RESOLUTION", "is_installed", "recognise", "recognise_page"]
