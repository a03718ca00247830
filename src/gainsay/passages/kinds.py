"""What kind of passage a block is."""

from __future__ import annotations

import re

from gainsay.passages.lines import Line
from gainsay.passages.passage import PassageKind
from gainsay.passages.settings import PassageSettings
from gainsay.spans import Span, cover

_NOTE = re.compile(r"\[[ivxlc\d]{1,5}\]?\s?\S")
_LIST = re.compile(r"(?:[•●▪◦‣⁃*+-]|\(?\d{1,3}[.)])\s")
_END = (".", "!", "?", ":", "…", "”", '"', "»", ",", ";", "]")


def classify(text: str, blocks: list[list[Line]], settings: PassageSettings) -> list[tuple[Span, PassageKind]]:
    return [(span, _kind(text, span, settings)) for span in (cover(line.span for line in block) for block in blocks)]


def _kind(text: str, span: Span, settings: PassageSettings) -> PassageKind:
    words = span.of(text)
    if _NOTE.match(words):
        return "note"
    if _LIST.match(words):
        return "list-item"
    if not words.endswith(_END) and len(words.split()) <= settings.longest_heading:
        return "heading"
    return "paragraph"
