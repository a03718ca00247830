"""PDF: the text layer in reading order, with notes, running heads and the place of every line."""

from __future__ import annotations

from gainsay.documents.readers.pdf.read import read_pdf

__all__ = ["read_pdf"]
