"""Notes: lines that begin with a note's label, in a section of notes or at the foot of what they annotate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gainsay.annotations.citations.labels import Label, Shape, label
from gainsay.annotations.citations.markers import Marker
from gainsay.annotations.citations.publication_dates import find_dates
from gainsay.passages.passage import Layout
from gainsay.spans import Span

# The longest note that is still followed to the next label; a longer gap is text that merely follows.
_LONGEST = 4000

_LINE = re.compile(
    r"^[ \t]{0,8}(?:\[\^?(?P<bracket>note \d{1,3}|\d{1,3}|[ivxlc]{1,7}|[*†‡])(?:\]:?|(?=\s))|\((?P<paren>\d{1,3})\)|"
    r"(?P<number>\d{1,3})(?:[.):]|(?=\s)|(?=[A-Z“«]))|\^?(?P<superscript>[⁰¹²³⁴-⁹]{1,3}|(?<=\^)\d{1,3})|(?P<symbol>\*{1,3}|[†‡§¶]{1,2}))"
    r"[ \t\u00a0]*(?=\S)",
    re.MULTILINE,
)
_SECTION = re.compile(
    r"^[ \t*#_=\d.]{0,8}(?:foot|end)?(?P<what>notes?(?: and (?:references|sources))?|references(?: and notes)?|"
    r"works cited|bibliography|sources|literature|citations)[ \t*#_=:.]{0,8}$",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its label (None for an unnumbered reference), where the label stands and the words after it."""

    label: Label | None
    label_span: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Line:
    label: Label
    span: Span
    certain: bool


def find_sections(layout: Layout) -> list[Span]:
    """The sections headed "Notes", "References" and so on: from after the heading to the next heading or the end."""
    text = layout.document.text
    starts = list(_SECTION.finditer(text))
    headings = [p.span.start for p in layout.passages if p.kind == "heading"]
    ends = sorted({*headings, *(m.start() for m in starts), *(a.span.end for a in layout.articles), len(text)})
    sections = []
    for found in starts:
        i = bisect_right(ends, found.end())
        sections.append(Span(found.end(), ends[i] if i < len(ends) else len(text)))
    return sections


def find_notes(layout: Layout, sections: Sequence[Span], markers: Sequence[Marker]) -> list[list[Note]]:
    """The notes of a document in blocks: runs of labels that follow one another."""
    blocks = _blocks(layout, sections)
    text = layout.document.text
    earliest: dict[tuple[str, str], int] = {}
    for marker in markers:
        earliest.setdefault((_family(marker.label), marker.label.key), marker.span.start)
    kept = [b for b in blocks if _is_block(text, b, earliest)]
    stops = sorted({*(line.span.start for b in kept for line in b), *(s.start for s in sections)})
    marked: dict[str, list[int]] = {}
    for marker in markers:
        marked.setdefault(marker.label.key, []).append(marker.span.start)
    # Where the format itself says what is a note, the text of the next page is none.
    told = any(kind == "note" for _, kind in layout.document.structure)
    prose = [p.span.start for p in layout.passages if told and p.kind == "paragraph"]
    found = [
        [
            _note(text, line, after if _adjoin(marked, line, after, prose) else None, stops)
            for line, after in zip(b, [*b[1:], None], strict=True)
        ]
        for b in kept
    ]
    return found + _unlabelled(layout, found, sections)


def margin_markers(layout: Layout, sections: Sequence[Span]) -> list[Marker]:
    """Numbers before paragraphs that the notes below repeat: a first run of labels in prose, a second of references."""
    text = layout.document.text
    blocks = _blocks(layout, sections)
    markers: list[Marker] = []
    for prose, notes in pairwise(blocks):
        same = len(prose) > 1 and [x.label.key for x in prose] == [x.label.key for x in notes]
        if same and not any(x.certain for x in prose) and _cited(text, notes) and not _cited(text, prose):
            markers += [Marker(x.label, _bare(text, x.span), sure=True) for x in prose]
    return markers


def _bare(text: str, span: Span) -> Span:
    """The label's own characters, without its stop and the indent."""
    return Span(span.start, span.start + len(span.of(text).rstrip(" .):\t\u00a0"))) if span.length else span


def _cited(text: str, block: Sequence[_Line]) -> bool:
    """Whether most lines of a block look like references."""
    ends = [text.find("\n", x.span.end) for x in block]
    looks = sum(
        bool(_CITED.search(text, x.span.end, end if end >= 0 else len(text)))
        for x, end in zip(block, ends, strict=True)
    )
    return looks * 3 >= len(block) * 2


_CITED = re.compile(r"\b(?:1[4-9]|20)\d\d\b|\b[Ii]bid|\bpp?\. ?\d|\bfols?\. ?\d|\b[Oo]p\. ?cit")


def _blocks(layout: Layout, sections: Sequence[Span]) -> list[list[_Line]]:
    blocks: list[list[_Line]] = []
    for line in _lines(layout, sections):
        if blocks and _follows(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _adjoin(marked: dict[str, list[int]], line: _Line, after: _Line | None, prose: list[int]) -> bool:
    """Whether nothing but the note stands before the next: the next one's marker between them would be running text."""
    if after is None or bisect_right(prose, line.span.end) < bisect_right(prose, after.span.start):
        return False
    places = marked.get(after.label.key, [])
    i = bisect_right(places, line.span.end)
    return i == len(places) or places[i] >= after.span.start


def _unlabelled(layout: Layout, found: list[list[Note]], sections: Sequence[Span]) -> list[list[Note]]:
    """References without a label under "Bibliography" and the like: each by itself, where it has a date."""
    text = layout.document.text
    taken = sorted(n.span for block in found for n in block)
    listed = _bibliographies(layout, sections)
    return [
        [Note(None, None, passage.span)]
        for passage in layout.passages
        if (passage.kind == "note" or passage.span in listed)
        and not _within(taken, passage.span.end - 1)
        and not _within(taken, passage.span.start)
        and passage.span.length < _LONGEST
        and not _LINE.match(text, *passage.span)
        and find_dates(passage.span.of(text))
    ]


def _bibliographies(layout: Layout, sections: Sequence[Span]) -> set[Span]:
    """The paragraphs of sections in which nearly every one begins with an author and has a date."""
    text = layout.document.text
    inside: dict[Span, list[Span]] = {}
    for passage in layout.prose:
        i = bisect_right(sections, passage.span.start, key=lambda s: s.start) - 1
        if i >= 0 and passage.span.end <= sections[i].end and passage.kind != "heading":
            inside.setdefault(sections[i], []).append(passage.span)
    listed: set[Span] = set()
    for spans in inside.values():
        entries = [s for s in spans if s.length < _ENTRY and _AUTHORED.match(text, *s) and find_dates(s.of(text))]
        if len(entries) > 1 and len(entries) * 4 >= len(spans) * 3:
            listed.update(entries)
    return listed


# The longest entry of a bibliography; and what one begins with: "Haddad, Miriam", "Haddad, M.", a dash for the same.
_ENTRY = 700
_AUTHORED = re.compile(r"[ \t]{0,8}(?:[A-ZÀ-Þ][\w’'-]+,? [A-ZÀ-Þ]|[-–—_]{2,12}[.,]? )")


def _lines(layout: Layout, sections: Sequence[Span]) -> list[_Line]:
    text = layout.document.text
    furniture = [p.span for p in layout.passages if p.kind == "boilerplate"]
    noted = [p.span for p in layout.passages if p.kind == "note"]
    lines = []
    for found in _LINE.finditer(text):
        shape: Shape = found.lastgroup  # type: ignore[assignment]
        named = label(shape, found[shape])
        if named is None or _within(furniture, found.start()):
            continue
        certain = _within(sections, found.end()) or _within(noted, found.end())
        lines.append(_Line(named, Span(*found.span()).trim(text), certain))
    return lines


def _within(ordered: Sequence[Span], place: int) -> bool:
    i = bisect_right(ordered, place, key=lambda s: s.start) - 1
    return i >= 0 and place < ordered[i].end


def _follows(last: _Line, line: _Line) -> bool:
    """Whether a label continues a run; one or two may be lost between."""
    if last.label.shape != line.label.shape or line.span.start - last.span.end > 2 * _LONGEST:
        return False
    return 0 < line.label.number - last.label.number <= 3


def _is_block(text: str, block: list[_Line], earliest: dict[tuple[str, str], int]) -> bool:
    """Whether lines with labels are notes: by their section, or because markers before them have the same labels."""
    if sum(line.certain for line in block) * 2 > len(block):
        return True
    first = block[0].label
    unmarked = block[-1].span.end
    shared = sum(earliest.get((_family(x.label), x.label.key), unmarked) < x.span.start for x in block)
    if first.shape in ("number", "paren"):
        # An ordinary numbered list in a text with notes shares numbers by chance: all of them must have a marker.
        if shared == len(block):
            return first.number == 1 or len(block) > 1
        return shared > 1 and shared * 3 >= len(block) * 2 and _cited(text, block)
    return shared * 2 > len(block)


def _family(label: Label) -> str:
    """Labels that may belong together: a glued "3" to "3.", never "[3]" to "*"."""
    return label.shape if label.shape in ("symbol", "roman") else "number"


def _note(text: str, line: _Line, after: _Line | None, stops: list[int]) -> Note:
    """The words of a note: to the next label of its block, or else to the end of its paragraph or the next block."""
    begin = line.span.end
    blank = _BLANK.search(text, begin, min(len(text), begin + _LONGEST))
    end = blank.start() if blank else min(len(text), begin + _LONGEST)
    i = bisect_right(stops, begin)
    if i < len(stops) and stops[i] < end:
        end = max(begin, text.rfind("\n", begin, stops[i]))
    if after is not None and after.span.start - begin <= _LONGEST:
        end = text.rfind("\n", begin, after.span.start) + 1 or after.span.start
    return Note(line.label, line.span, Span(begin, end).trim(text))
