"""Notes at the end of a text: which blocks are notes."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.passages import marks
from gainsay.passages.passage import PassageKind

_LONGEST = 250
"""Words. A longer block under "Notes" is prose again: the section has ended without saying so."""

_STRAY = 2
"""Blocks without a marker between two notes that still belong to them: a second paragraph, a reference set apart."""


def mark_notes(words: list[str], kinds: list[PassageKind], given: Sequence[bool]) -> None:
    """Set the kind `note` for the blocks of a notes section, headed or not.

    Where the format itself says which blocks are notes (`given` marks those whose kind it names), no others are.
    """
    if any(own and kind == "note" for own, kind in zip(given, kinds, strict=True)):
        return
    _under_heading(words, kinds)
    _numbered_run(words, kinds)
    _between(words, kinds)


def _under_heading(words: list[str], kinds: list[PassageKind]) -> None:
    inside = False
    strays = 0
    for i, own in enumerate(words):
        if len(own) < 60 and marks.NOTES_HEADING.fullmatch(own.strip("*_ ")):
            # Near the start "Sources" and "Notes" head a section of the text itself, unless a marked note follows.
            inside = (i + 1) * 3 > len(words) or (i + 1 < len(words) and kinds[i + 1] == "note")
            kinds[i], strays = "heading", 0
        elif not inside or kinds[i] == "note":
            strays = 0
        elif kinds[i] in ("boilerplate", "byline") or (kinds[i] == "heading" and not _gives_source(own)):
            inside = False
        elif _gives_source(own) and len(own.split()) <= _LONGEST:
            kinds[i], strays = "note", 0
        else:
            # Prose without number or source: a paragraph of the note above, or the text goes on.
            strays += 1
            inside = strays <= _STRAY


def _gives_source(words: str) -> bool:
    return bool(marks.CITING.search(words) or marks.NOTE_NUMBER.match(words))


def _numbered_run(words: list[str], kinds: list[PassageKind]) -> None:
    """Without a heading: a run numbered from one, in the last part of the text, whose items give sources."""
    run: list[int] = []
    for i in range(len(words) - 1, -1, -1):
        match = marks.NOTE_NUMBER.match(words[i])
        if match and kinds[i] in ("list-item", "paragraph", "heading"):
            run.append(i)
        elif kinds[i] != "boilerplate":
            if run and run[-1] - i > _STRAY:
                break
            if len(run) == 0 and len(words) - i > _STRAY:
                return
    run.reverse()
    numbers = [int(match["number"]) for i in run if (match := marks.NOTE_NUMBER.match(words[i]))]
    citing = sum(bool(marks.CITING.search(words[i])) for i in run)
    if (
        len(run) >= 2
        and numbers == list(range(1, len(run) + 1))
        and citing * 3 >= len(run) * 2
        and run[0] * 2 > len(words)
    ):
        for i in run:
            kinds[i] = "note"


def _between(words: list[str], kinds: list[PassageKind]) -> None:
    """Blocks between two notes of one section belong to the section."""
    last: int | None = None
    for i, kind in enumerate(kinds):
        if kind != "note":
            continue
        if last is not None and 0 < i - last - 1 <= _STRAY:
            for j in range(last + 1, i):
                if kinds[j] in ("paragraph", "heading", "list-item"):
                    kinds[j] = "note"
        last = i
