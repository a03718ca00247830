"""Plain text and Markdown: the text to the letter."""

from __future__ import annotations

from gainsay.documents.decoding import decode
from gainsay.documents.readers.reader import Content


def read_plain(path: str, data: bytes) -> Content:
    """The decoded file: no character added, dropped or normalised, a byte-order mark and line ends included."""
    text, encoding = decode(path, data)
    markdown = path.lower().endswith((".md", ".markdown"))
    return Content(text, "text/markdown" if markdown else "text/plain", encoding)
