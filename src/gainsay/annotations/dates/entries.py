"""Diaries and letters: where an entry begins, and on which day it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gainsay.annotations.dates.expressions import Expression
from gainsay.annotations.dates.meaning import Known, Yearless
from gainsay.annotations.dates.nearest import Setting
from gainsay.annotations.dates.resolution import resolve
from gainsay.annotations.dates.when import When
from gainsay.passages.passage import Passage

# A place and a weekday may stand beside the day: "Port Adair, Tuesday, 3 May 1911".
_BESIDE = re.compile(r"(?:\W*[A-Z][\w’'.]*){0,3}\W*")
_HEAD_LENGTH = 80
_STOPPED = (".", "!", "?", ",", ":", ";", "”", '"', "’", ")", "…", "—")
_BESIDE_THE_STORY = ("note", "caption", "table")


def entries(
    text: str, passages: Sequence[Passage], read: Sequence[Sequence[Expression]], now: When | None
) -> dict[int, When]:
    """The passages that head an entry, each with its day: two or more, none earlier than the one before it.

    A single dated line may as well end what stands before it, or head a page of dates.
    """
    found: dict[int, When] = {}
    for at, (passage, here) in enumerate(zip(passages, read, strict=True)):
        if not _says_only_a_day(text, passage, here) or not _is_told(text, passages[at + 1 : at + 2]):
            continue
        day = resolve(here[0].meaning, Setting(now, None, now))
        if day is None or (found and day.first < next(reversed(found.values())).first):
            return {}
        found[at] = now = day
    return found if len(found) > 1 else {}


def _says_only_a_day(text: str, passage: Passage, here: Sequence[Expression]) -> bool:
    """Whether a passage says nothing but a day, and where."""
    if len(here) != 1 or passage.kind in _BESIDE_THE_STORY or passage.span.length > _HEAD_LENGTH:
        return False
    day = here[0].meaning
    dated = (isinstance(day, Known) and day.when is not None and day.when.grain == "day") or (
        isinstance(day, Yearless) and day.month is not None and day.day is not None
    )
    before, after = text[passage.span.start : here[0].span.start], text[here[0].span.end : passage.span.end]
    return dated and _BESIDE.fullmatch(before) is not None and _BESIDE.fullmatch(after) is not None


def _is_told(text: str, following: Sequence[Passage]) -> bool:
    """Whether what follows is told in sentences, or greets somebody."""
    return any(p.kind == "paragraph" and p.span.of(text).rstrip().endswith(_STOPPED) for p in following)
