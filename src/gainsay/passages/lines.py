"""The lines of a text and the blocks they form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from gainsay.spans import Span

_ENDS = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
"""Everything that any program counts as the end of a line."""

_LINE = re.compile(rf"[^{_ENDS}]+")
_BREAK = re.compile(rf"\r\n|[{_ENDS}]")

_INVISIBLE = "\ufeff\u200b\u2060"
"""Characters without width: a byte-order mark is no part of a title."""

_WIDEST = 100
"""Characters. A line longer than this was not wrapped by hand or by a terminal: it is a paragraph."""

_NARROWEST = 40
"""A wrapped line is at least this long; lines that are all shorter are verse, lists and headings."""

_UNLISTED = 30
"""Characters. A shorter line before a small letter may be an item of a list; a longer one was broken by accident."""

_ITEM = re.compile(r"(?:[•●▪◦‣⁃·*+-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\w{1,5}\]?|[¹²³⁰⁴-⁹]+)\s|\[[\divxlc]{1,5}\]")
"""What opens a line of its own: bullets, numbers, note markers."""

_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,})")

_QUOTED = re.compile(r">\s?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without white space at the edges, its indent, the blank lines before it."""

    span: Span
    indent: int
    gap: int


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one passage, and the span from the first to the last."""

    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def gap(self) -> int:
        return self.lines[0].gap

    @property
    def indent(self) -> int:
        return min(line.indent for line in self.lines)


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


def group_lines(text: str, lines: list[Line]) -> list[Block]:
    """Lines that belong to one passage: the lines of a hard-wrapped paragraph are one block, any other is its own.

    >>> text = "One line.\\nAnother."
    >>> [len(block.lines) for block in group_lines(text, read_lines(text))]
    [1, 1]
    """
    width = wrap_width(text, lines)
    blocks: list[list[Line]] = []
    for line in lines:
        if (
            blocks
            and line.gap <= 1
            and (_torn(text, blocks[-1][-1], line) if line.gap else _continues(text, blocks[-1], line, width))
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [Block(tuple(block)) for block in blocks]


def wrap_width(text: str, lines: list[Line]) -> int | None:
    """The column at which the document was wrapped, or None where each line is a paragraph.

    Wrapped text shows by lines that break off in mid-sentence: no stop at the end, a small letter on the next.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and a.span.length >= _NARROWEST]
    broken = sum(_breaks_off(text, a, b) for a, b in pairs)
    # Two such lines may be slips; in wrapped prose about half of all lines break off before a small letter.
    if broken < 2 or broken * 4 < len(pairs):
        return None
    lengths = sorted(a.indent + a.span.length for a, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= _WIDEST else None


def _trim(span: Span, text: str) -> Span:
    span = span.trim(text)
    while span.length and text[span.start] in _INVISIBLE:
        span = Span(span.start + 1, span.end).trim(text)
    while span.length and text[span.end - 1] in _INVISIBLE:
        span = Span(span.start, span.end - 1).trim(text)
    return span


def _breaks_off(text: str, line: Line, after: Line) -> bool:
    return text[after.span.start].islower() and text[line.span.end - 1] not in ".!?:"


_UNENDED = re.compile(r"\b(?:the|a|an|of|and|or|in|to|by|with|for|from|at|on|under|against|their|his|her|its)$")
"""Words after which no sentence, heading or caption ends."""


def _torn(text: str, last: Line, line: Line) -> bool:
    """Whether a blank line stands in mid-sentence, as in text copied from a page set line by line."""
    if last.span.length < _UNLISTED or _ITEM.match(text, line.span.start, line.span.end):
        return False
    if _UNENDED.search(text, max(last.span.start, last.span.end - 12), last.span.end):
        return True
    return text[line.span.start].islower() and text[last.span.end - 1].isalnum()


def _continues(text: str, block: list[Line], line: Line, width: int | None) -> bool:
    last = block[-1]
    if _UNDERLINE.fullmatch(text, line.span.start, line.span.end):
        # The rule under a Markdown heading belongs to it.
        return len(block) == 1 and last.span.length <= _WIDEST
    if _UNDERLINE.fullmatch(text, last.span.start, last.span.end):
        return False
    quoted = _QUOTED.match(text, last.span.start, last.span.end)
    if quoted or _QUOTED.match(text, line.span.start, line.span.end):
        return bool(quoted and _QUOTED.match(text, line.span.start, line.span.end))
    if text[line.span.start] == "#" or text[last.span.start] == "#":
        return False
    if _ITEM.match(text, line.span.start, line.span.end):
        # A marker or a dash may come to stand at the start of a line by wrapping; not below another item.
        wrapped = width is not None and last.indent + last.span.length + 1 + _first_word(text, line) > width
        return wrapped and line.indent <= last.indent and not _ITEM.match(text, *block[0].span)
    if width is None:
        # A paragraph broken by accident: in mid-sentence, after a line too long to be verse or an item of a list.
        return (len(block) > 1 or last.span.length >= _UNLISTED) and _breaks_off(text, last, line)
    if line.indent > last.indent + 1 and len(block) > 1:
        # A first-line indent opens the next paragraph.
        return False
    # A line was wrapped here when the first word of the next would not have fitted; ragged hands leave ten columns.
    return last.indent + last.span.length + 1 + _first_word(text, line) > width - 10


def _first_word(text: str, line: Line) -> int:
    end = line.span.start
    while end < line.span.end and not text[end].isspace():
        end += 1
    return end - line.span.start


def joined(blocks: list[Block]) -> Block:
    """Several blocks as one."""
    return Block(tuple(line for block in blocks for line in block.lines))
