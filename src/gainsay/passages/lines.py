"""The lines of a text and the blocks they form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.spans import Span

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
"""Everything that any program counts as a line end parts lines."""

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")

_INVISIBLE = " \t\ufeff\u200b\u2060"

_WIDEST = 100
"""Characters. A line longer than this was not wrapped by hand or by a terminal: it is a paragraph."""

_NARROWEST = 40
"""A wrapped line is at least this long; lines that are all shorter are verse, lists and headings."""

_LIST_START = re.compile(r"(?:[•●▪◦‣⁃·*+–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\w{1,5}\]?)\s")

_FULL_STOP = (".", "!", "?", ":", "…", "”", '"', "»", ")", "]", ";")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without white space at the edges, its indent, the blank lines before it."""

    span: Span
    indent: int
    gap: int


def read_lines(text: str) -> list[Line]:
    """The lines of `text` that hold anything, in order."""
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start = match.start()
        span = _trim(Span(start, match.end()), text)
        if not span.length:
            continue
        breaks = len(_BREAK.findall(text, previous, span.start))
        found.append(Line(span, span.start - start, max(0, breaks - 1) if found else breaks))
        previous = span.end
    return found


def _trim(span: Span, text: str) -> Span:
    span = span.trim(text)
    while span.length and text[span.start] in _INVISIBLE:
        span = Span(span.start + 1, span.end).trim(text)
    return span


def group_lines(text: str, lines: list[Line]) -> list[list[Line]]:
    """Lines that belong to one passage: the lines of a hard-wrapped paragraph are one block, any other is its own.

    >>> text = "One line.\\nAnother."
    >>> [len(block) for block in group_lines(text, read_lines(text))]
    [1, 1]
    """
    width = _wrap_width(text, lines)
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.gap and _continues(text, blocks[-1], line, width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """The column at which the document was wrapped, or None where each line is a paragraph.

    Wrapped text shows by lines that break off in mid-sentence: no stop at the end, a small letter on the next.
    """
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap and a.span.length >= _NARROWEST]
    broken = sum(_breaks_off(text, a, b) for a, b in pairs)
    if broken < 2 or broken * 4 < len(pairs):
        return None
    lengths = sorted(a.indent + a.span.length for a, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= _WIDEST else None


def _breaks_off(text: str, line: Line, after: Line) -> bool:
    return text[after.span.start].islower() and text[line.span.end - 1] not in ".!?:"


def _continues(text: str, block: list[Line], line: Line, width: int | None) -> bool:
    last = block[-1]
    if _LIST_START.match(text, line.span.start, line.span.end):
        return False
    if width is None:
        # A paragraph broken by accident: in mid-sentence, after a line too long to be verse or an item of a list.
        return last.span.length >= _NARROWEST and _breaks_off(text, last, line)
    if line.indent > last.indent + 1 and len(block) > 1 and text[last.span.end - 1] in _FULL_STOP:
        return False
    return last.indent + last.span.length + 1 + _first_word(text, line) > width - 10


def _first_word(text: str, line: Line) -> int:
    end = line.span.start
    while end < line.span.end and not text[end].isspace():
        end += 1
    return end - line.span.start
