"""The sentences of a passage, as exact spans: nupunkt's, corrected where it is known to err."""

from __future__ import annotations

import re

from gainsay.passages.abbreviations import TITLES
from gainsay.spans import Span, Spans

_PIECE = 4_000
"""Characters handed over at once: nupunkt takes time that grows with the square of a run of stops."""

_CLOSERS = "”’\"'»›)\\]"

_END = re.compile(rf"[.!?…。！？؟।][{_CLOSERS}]*\s")

_UNSEEN = re.compile(
    # A stop, then a note marker set as bare digits ("came.4 The"), as superscript, or in brackets …
    rf"(?<=[a-z\d%{_CLOSERS}])[.!?][{_CLOSERS}]{{0,3}}(?:\d{{1,3}}|[¹²³⁰⁴-⁹]{{1,3}}|(?:\s?\[\^?\w{{1,5}}\]){{1,3}})(?=\s+[“\"‘'«(\[]?[A-Z])"
    # … or a full stop after a whole word that nupunkt takes for an abbreviation ("per cent. The") …
    r"|\b(?!(?:dept|assn|approx|incl|govt|univ|resp|trans|prof|misc|anon|illus|repr|suppl|appx|esp|temp|chap|sect|para)\.)"
    r"[a-z]{4,20}\.(?=\s+[“\"‘«(]?[A-Z])"
    # … or a closing mark ("gone.” The"), or a stop with white space before it ("gone . The").
    rf"|(?<=[a-z\d][.!?…])[”\"»](?=\s+[“\"‘«]?[A-Z])"
    rf"|(?<=[a-z\d]\s)[.!?](?=\s+[“\"‘«]?[A-Z])"
)
"""Where a sentence ends and nupunkt does not see it."""

_WIDE_STOP = re.compile(r"[。！？؟।]+[”’」』）》]*")
"""The full stops of scripts in which no white space need follow."""

_MARKERS = re.compile(rf"(?:[{_CLOSERS}]|\s*\[\^?(?:\d{{1,3}}|[ivxlc]{{1,6}})\]|\s*[¹²³⁰⁴-⁹]+)+(?=\s|$)")
"""What belongs to the sentence before it: closing marks and note markers."""

_TAIL = 80
"""Characters. More marks than this behind one stop are no print; looking on without a bound would take for ever."""

_NUMBERED = re.compile(r"\b(?:No|Nos|Vol|Fig|Art|Sec|Ch|pp|p|art|sec|cf|vol|no|ca|c|circa|vs|v)\.$")
_TITLED = re.compile(rf"\b(?:{TITLES}|Mt|Ft|M)\.$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.$")
_INITIAL = re.compile(r"(?:^|[\s(“\"‘.])[A-Z]\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_OPENER = re.compile(
    r"(?:He|She|It|They|We|I|You|The|This|That|These|Those|In|On|At|But|And|His|Her|Their|A|An|As|For|If|When|There|Then"
    r"|After|Before|By|From|No|Not|So|What|Who|Why|How|With|While|Our|My|Its|Some|Many|All|One|Yet|Since|Such)\b"
)
"""Words that begin a sentence far more often than they stand inside a name."""


def find_sentences(text: str, span: Span) -> Spans:
    """The sentences within `span`, white space trimmed; together they hold every character that is not white space.

    >>> text = "“Where is he?” she asked. Nobody knew.[3] It was late."
    >>> [s.of(text) for s in find_sentences(text, Span(0, len(text)))]
    ['“Where is he?” she asked.', 'Nobody knew.[3]', 'It was late.']
    """
    cuts = _cuts(text, span)
    spans = (Span(a, b).trim(text) for a, b in zip([span.start, *cuts], [*cuts, span.end], strict=True))
    return tuple(sentence for sentence in spans if sentence.length)


def _cuts(text: str, span: Span) -> list[int]:
    """Where one sentence ends and the next begins, in order, each once."""
    from nupunkt import sent_spans

    seen: set[int] = set()
    for piece in _pieces(text, span):
        words = piece.of(text)
        seen.update(piece.start + end for _, end in sent_spans(words))
        seen.update(piece.start + match.end() for match in _UNSEEN.finditer(words))
        seen.update(piece.start + match.end() for match in _WIDE_STOP.finditer(words))
    cuts: list[int] = []
    for cut in sorted(seen):
        moved = _past_markers(text, cut, span.end)
        if moved < span.end and (not cuts or moved > cuts[-1]) and _is_end(text, moved, span):
            cuts.append(moved)
    return cuts


def _past_markers(text: str, cut: int, end: int) -> int:
    """The cut moved behind closing marks and note markers, to the next word."""
    back = cut
    while back > 0 and text[back - 1].isspace():
        back -= 1
    if match := _MARKERS.match(text, back, min(end, back + _TAIL)):
        # A marker opens the next sentence where that sentence is the note itself; inside a passage it closes this one.
        cut = match.end()
    while cut < end and text[cut].isspace():
        cut += 1
    return cut


def _is_end(text: str, cut: int, span: Span) -> bool:
    """Whether a sentence ends here, by what stands on both sides."""
    before = text[max(span.start, cut - 40) : cut].rstrip()
    after = text[cut : cut + 20]
    word = after.lstrip("“\"‘'«([")
    if word[:1].islower():
        # A small letter goes on with the sentence; after a semicolon or a full stop some print begins anew: too rare.
        return False
    if word[:1].isdigit() and (_NUMBERED.search(before) or _MONTH.search(before)):
        return False
    if _TITLED.search(before) and word[:1].isupper():
        return False
    if _MONTH.search(before):
        return bool(_OPENER.match(word))
    if _INITIALS.search(before) or _INITIAL.search(before):
        return bool(_OPENER.match(word)) or after[:1] in '“"'
    return True


def _pieces(text: str, span: Span) -> list[Span]:
    """The span cut into pieces that are short enough, at the end of a sentence where there is one."""
    pieces = []
    start = span.start
    while span.end - start > _PIECE:
        ends = [match.end() for match in _END.finditer(text, start + _PIECE // 2, start + _PIECE)]
        cut = ends[-1] if ends else start + _PIECE
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, span.end)]
