"""Note markers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.annotations.citations.labels import Label, Shape, label
from gainsay.passages.passage import Layout
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as found. `sure` says that its shape alone proves it; others need a note or a sequence."""

    label: Label
    span: Span
    sure: bool


# A first marker above this is a number in brackets ("[538]", an edited figure), unless it continues a sequence.
_HIGH = 100

_BRACKET = re.compile(r"\[\^?(note \d{1,3}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,8}|[ivxlc]{1,7}|[*†‡§])\](?![\w(])")
_SUPERSCRIPT = re.compile(r"(?<=[^\s\d\[])(?:[⁰¹²³⁴-⁹]{1,3}|\^\d{1,3})(?!\w)")
_PAREN = re.compile(r"(?<=[”\"’».!?…])\s?(\((\d{1,3})\))(?=[\s.,;]|$)")
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_][.,;:!?”’\"»)\]])|(?<=[.,!?…][”’\"»)])|(?<=[”’\"»)][.,;:!?]))(\d{1,3})(?=[\s,;.:)”’—\]]|$)"
    r"|(?<=[A-Za-z][a-z]{2})(\d{1,2})(?=[\s,;.:)]|$)|(?<=\d\d[.!?])(\d{1,2})(?=\s[A-Z“]|\s*$)"
)
_SYMBOL = re.compile(r"(?<=[^\W_]|[.,;!?”\"’»)])([*†‡§]{1,3})(?=[\s.,;)]|$)")
# What the marks without brackets begin with, or hold: most passages have none, and to find that out is quick.
_SIGNS = {
    "paren": re.compile(r"\(\d"),
    "superscript": re.compile(r"[⁰¹²³⁴-⁹^]"),
    "glued": re.compile(r"\d(?<=[A-Za-z.,;:!?…”’\"»)\]].)"),
    "symbol": re.compile(r"[*†‡§]"),
}
# Letters before a raised figure that make it a power or a formula.
_POWER = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|mi|ft|in|yd|s|sec|CO|H|x|y|r|R|e)$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:[A-Za-z]|nos?|pp|vols?|arts?|chs?|figs?|secs?|op|cit|sts?|fol|ff|nr|pt|ser|eds?|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.I,
)


def find_markers(layout: Layout) -> list[Marker]:
    """Everything that may be a note marker, in text order; doubtful ones are still to be weighed."""
    text = layout.document.text
    found: list[Marker] = []
    for passage in layout.prose:
        found += _bracketed(text, passage.span)
        found += _raised(text, passage.span)
        found += _plain(text, passage.span)
    return sorted(found, key=lambda m: m.span)


def _bracketed(text: str, span: Span) -> Iterator[Marker]:
    for found in _BRACKET.finditer(text, *span):
        place = Span(found.start(), found.end())
        for raw in _members(found[1]):
            if named := label("bracket", raw):
                sure = (named.shape == "bracket" and named.number < _HIGH) or raw.startswith("note ")
                yield Marker(named, place, sure)
    for found in _PAREN.finditer(text, *span) if _SIGNS["paren"].search(text, *span) else ():
        if named := label("paren", found[2]):
            yield Marker(named, Span(found.start(1), found.end(1)), sure=text[found.start() - 1] in "”»")


def _members(raw: str) -> list[str]:
    """The labels in one pair of brackets: "2, 4" and "2-4" name several."""
    parts = re.split(r"\s?[,;]\s?", raw)
    labels: list[str] = []
    for part in parts:
        ends = re.split(r"\s?[–-]\s?", part)
        if len(ends) == 2 and int(ends[0]) < int(ends[1]) <= int(ends[0]) + 20:
            labels += map(str, range(int(ends[0]), int(ends[1]) + 1))
        else:
            labels += ends
    return labels


def _raised(text: str, span: Span) -> Iterator[Marker]:
    for found in _SUPERSCRIPT.finditer(text, *span) if _SIGNS["superscript"].search(text, *span) else ():
        if not _POWER.search(text, max(span.start, found.start() - 4), found.start()) and (
            named := label("superscript", found.group().lstrip("^"))
        ):
            yield Marker(named, Span(*found.span()), sure=found.group()[0] != "^")


def _plain(text: str, span: Span) -> Iterator[Marker]:
    """Digits glued to the end of a word or sentence, and stars and daggers."""
    shapes: tuple[tuple[Shape, re.Pattern[str]], ...] = (("glued", _GLUED), ("symbol", _SYMBOL))
    for shape, pattern in shapes:
        for found in pattern.finditer(text, *span) if _SIGNS[shape].search(text, *span) else ():
            start = found.start()
            if shape == "glued" and _ABBREVIATION.search(text, max(span.start, start - 8), start):
                continue
            if named := label(shape, found.group()):
                sure = found.group()[0] in "†‡" if shape == "symbol" else False
                yield Marker(named, Span(*found.span()), sure=sure)
