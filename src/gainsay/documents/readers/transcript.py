"""Subtitles and transcripts (SRT, WebVTT): who speaks, and at what time of the recording each word falls."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.documents.decoding import decode
from gainsay.documents.document import Stated
from gainsay.documents.pages import Line, Page
from gainsay.documents.readers.reader import Content
from gainsay.errors import EmptyDocumentError
from gainsay.spans import Span

_TIME = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[\w.]*)?\s+([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,40}\}")
_SPEAKER = re.compile(r"(?:>>\s*|[-–—]\s+)?([A-Z][\w.'’ -]{1,40}):\s+(?=\S)")
_TURN = re.compile(r"(?:>>+\s*|[-–—]\s+(?=\S))")

_SILENCE = 4.0
"""Seconds. After a longer pause somebody begins anew."""

_LONG = 700
"""Characters. A paragraph this long ends with the next sentence."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """One subtitle: its time, who is said to speak, and the words."""

    start: float
    end: float
    voice: str | None
    words: str


def read_transcript(path: str, data: bytes) -> Content:
    """One paragraph a turn, begun with the speaker where the file names one; each subtitle is a page with its time."""
    text, encoding = decode(path, data)
    cues = list(_unrolled(_cues(text)))
    if not cues:
        raise EmptyDocumentError(path, "there are no words in these subtitles. Check that the file is complete.")
    parts: list[str] = []
    pages: list[Page] = []
    at, speaker, before, begun = 0, None, None, 0
    for number, cue in enumerate(cues, 1):
        if before is None or _opens(cue, before, speaker, at - begun):
            gap = "\n\n" if parts else ""
            named = f"{cue.voice}: " if cue.voice else ""
            begun = at + len(gap)
        else:
            gap, named = " ", ""
        parts += [gap, named, cue.words]
        start = at + len(gap)
        at = start + len(named) + len(cue.words)
        pages.append(Page(number, _clock(cue.start), (Line(Span(start, at)),)))
        speaker, before = cue.voice or speaker, cue
    vtt = text.lstrip("\ufeff").startswith("WEBVTT")
    return Content(
        "".join(parts),
        "text/vtt" if vtt else "application/x-subrip",
        encoding,
        {"kind": Stated("transcript", "file")},
        pages=tuple(pages),
    )


def _cues(text: str) -> Iterator[_Cue]:
    """The subtitles in order; notes, styles and numbers are none."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.split("\n")
        at = next((i for i, line in enumerate(lines[:3]) if "-->" in line and _TIMES.match(line)), None)
        times = _TIMES.match(lines[at]) if at is not None else None
        if at is None or times is None:
            continue
        raw = "\n".join(lines[at + 1 :])
        voice = _VOICE.search(raw)
        words = html.unescape(_TAG.sub("", _VOICE.sub("", raw)))
        if words := "\n".join(" ".join(line.split()) for line in words.split("\n") if line.strip()):
            groups = times.groups()
            name = " ".join(html.unescape(voice[1]).split()) if voice else None
            yield _Cue(_seconds(*groups[:4]), _seconds(*groups[4:]), name, words)


def _unrolled(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """Without what rolling subtitles show twice: the lower line of one is the upper line of the next."""
    shown: list[str] = []
    for cue in cues:
        lines = cue.words.split("\n")
        fresh = lines
        for length in range(min(len(shown), len(lines)), 0, -1):
            if shown[-length:] == lines[:length]:
                fresh = lines[length:]
                break
        shown = lines
        if fresh:
            yield _Cue(cue.start, cue.end, cue.voice, " ".join(fresh))


def _opens(cue: _Cue, before: _Cue, speaker: str | None, length: int) -> bool:
    """Whether a paragraph begins with this subtitle."""
    if cue.voice != before.voice and (cue.voice is None or cue.voice != speaker):
        return True
    if _SPEAKER.match(cue.words) or _TURN.match(cue.words):
        return True
    stopped = before.words.rstrip("”\"'’)]").endswith((".", "!", "?", "…"))
    return cue.start - before.end > _SILENCE or (length > _LONG and stopped)


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


def _clock(seconds: float) -> str:
    """The time of a recording.

    >>> _clock(3661.5)
    '01:01:01.500'
    """
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"
