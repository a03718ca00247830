"""What citations tell of attributions: which one supports which, when it was said, and by whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.blocks import leads_in
from gainsay.annotations.attributions.lexicon import PERSONAL_TEXTS
from gainsay.annotations.attributions.verbs import VERBS
from gainsay.annotations.citations import Citation
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout
from gainsay.spans import Span, cover

# Between the end of a quotation and its note marker stand its mark, a stop and blanks.
_TO_MARKER = 6
_CLOSERS = re.compile(r"[\s”’\"'»›」.,;:!?…“)]*")
# A reporting clause between a quotation and the marker that ends its sentence.
_LONGEST_CLAUSE = 200
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NAMING = frozenset(["person", "organisation", "group"])
_WORD = re.compile(r"[^\W\d_]+")
_PERSONS = frozenset("he she they i we him her them his their my our".split())
_FRAME = 400
_PERSONAL = re.compile(rf"\b(?:{'|'.join(sorted(PERSONAL_TEXTS))})\b", re.IGNORECASE)
_OWNERLESS = re.compile(
    rf"(?:the|an?|one|another)\s(?:[a-z-]+\s){{0,3}}(?:{'|'.join(sorted(PERSONAL_TEXTS))})(?:\s(?:entry|of\s\d.*|for\s\d.*))?",
    re.IGNORECASE,
)
# The note's author only passes the words on, or only edited the book.
_SECOND_HAND = re.compile(
    r"\b(?:quoted|cited|qtd|reported|reprinted|reproduced|printed|recounted|recalled|told|edited|compiled|in|apud)\b",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"[\s,]{0,3}[(\[]?\s?(?:eds?\b|editors?\b|edited|trans\b|translated|comps?\b|hrsg\b)", re.IGNORECASE
)
_INTERVIEW = re.compile(r"\binterview(?:ed|s)?\b", re.IGNORECASE)


def cite(
    layout: Layout, attributions: Sequence[Attribution], citations: Sequence[Citation], mentions: Sequence[Mention]
) -> list[Attribution]:
    """With the citation whose marker or inline reference follows the content; the outermost attribution takes it."""
    text = layout.document.text
    cited = {citation.id: citation for citation in citations}
    places = sorted((span.start, c.id) for c in citations if (span := c.marker or (c.kind == "inline" and c.reference)))
    starts = [start for start, _ in places]
    reader = _Frames(layout, mentions)
    found: list[Attribution] = []
    claimed: set[str] = set()
    for attribution in sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)):
        at = bisect_left(starts, attribution.content[-1].end)
        if at == len(places) or places[at][1] in claimed or not _closes(text, attribution, places[at][0]):
            found.append(attribution)
            continue
        citation = cited[places[at][1]]
        claimed.add(citation.id)
        said = citation.entry_date or attribution.said or _bound(citation, layout.document.written)
        speaker = _author(text, attribution, citation, reader) or attribution.speaker
        found.append(replace(attribution, citation=citation.id, said=said, speaker=speaker))
    return found


def _closes(text: str, attribution: Attribution, place: int) -> bool:
    """Whether a marker at `place` closes a quotation: right after it, or after the clause that says whose it is."""
    end = attribution.content[-1].end
    if place - end <= _TO_MARKER + 1 and _CLOSERS.fullmatch(text[end:place].rstrip("[( ")):
        return True
    if not attribution.cue or not attribution.marked or attribution.cue[0].start < end:
        return False
    clause = text[end:place] if place - end <= _LONGEST_CLAUSE and attribution.cue[-1].end <= place else ""
    return bool(clause) and not re.search(r"[.?!;“«\n]\s?(?=\S)|[\[\]]", clause.strip().strip("”’\"'»[( "))


def _bound(citation: Citation, written: str | None) -> str | None:
    """Nothing was said after the work that cites it was printed, or the text written."""
    bound = citation.date or written
    return f"../{bound}" if bound and _PLAIN.fullmatch(bound) else None


def _author(text: str, attribution: Attribution, citation: Citation, frames: _Frames) -> tuple[Span, ...]:
    """The author in the note, where the text around a quotation names no speaker: nobody, or only "the diary"."""
    span, note = citation.author_span, citation.reference or citation.note
    if span is None or note is None or attribution.kind != "direct" or citation.function == "contrasts":
        return ()
    if _SECOND_HAND.search(text, note.start, span.start) or _EDITED.match(text, span.end, note.end):
        return ()
    if _INTERVIEW.search(text, *note):
        return ()
    if attribution.speaker:
        ownerless = _OWNERLESS.fullmatch(cover(attribution.speaker).of(text))
        return (span,) if ownerless and _is_personal(text, citation, note) else ()
    if attribution.cue or attribution.parent:
        return ()
    place = citation.marker or note
    apart = frames.is_apart(attribution, place)
    # A history may quote others: its author speaks only where the quotation stands by itself.
    if not apart and not _is_personal(text, citation, note):
        return ()
    return () if frames.names_somebody(attribution, place) else (span,)


def _is_personal(text: str, citation: Citation, note: Span) -> bool:
    """Whether a note gives a diary, a letter or a speech, whose author is who speaks in it."""
    return citation.entry_date is not None or bool(_PERSONAL.search(text, *note))


class _Frames:
    """The author's own words around quotations."""

    def __init__(self, layout: Layout, mentions: Sequence[Mention]) -> None:
        self._text = layout.document.text
        self._passages = layout.prose
        self._starts = [p.span.start for p in self._passages]
        self._names = sorted(m.span for m in mentions if m.type in _NAMING)

    def is_apart(self, attribution: Attribution, place: Span) -> bool:
        """Whether the quotation is all that its paragraph says, but for the reference at `place`."""
        return not any(_WORD.search(self._text, *span) for span in self._around(attribution, place, whole=True))

    def names_somebody(self, attribution: Attribution, place: Span) -> bool:
        """Whether the words of its sentence, or those that lead up to it, name a person or report speech."""
        return any(self._names_in(span) for span in self._around(attribution, place, whole=False))

    def _names_in(self, span: Span) -> bool:
        at = bisect_left(self._names, (span.start, span.start))
        if at < len(self._names) and self._names[at].start < span.end:
            return True
        words = [match.group().lower() for match in _WORD.finditer(self._text, *span)]
        return any(w in _PERSONS or (w in VERBS and VERBS[w].takes("q") and not VERBS[w].weak) for w in words)

    def _around(self, attribution: Attribution, place: Span, *, whole: bool) -> list[Span]:
        """Before and after the quotation in its sentence, or in its `whole` paragraph; and what leads up to it."""
        content = cover(attribution.content)
        first = max(0, bisect_right(self._starts, content.start) - 1)
        last = max(0, bisect_right(self._starts, content.end - 1) - 1)
        start, end = self._passages[first].span.start, self._passages[last].span.end
        if not whole:
            sentences = self._passages[first].sentences
            number = bisect_right(sentences, content.start, key=lambda s: s.start)
            starts = [s.start for s in sentences[max(0, number - 2) : number]]
            # A quotation that begins its sentence goes with the one before: "Orme was of another mind. “…”"
            alone = not _WORD.search(self._text, starts[-1], content.start) if starts else False
            start = starts[0 if alone else -1] if starts else start
            sentences = self._passages[last].sentences
            number = bisect_left(sentences, content.end, key=lambda s: s.end)
            end = sentences[number].end if number < len(sentences) else end
        spans = [Span(max(start, content.start - _FRAME), content.start), Span(content.end, place.start)]
        if end > place.end:
            spans.append(Span(place.end, min(end, place.end + _FRAME)))
        before = self._passages[first - 1] if first else None
        if before and not _WORD.search(self._text, start, content.start) and leads_in(self._text, before.span):
            spans.append(Span(max(before.span.start, before.span.end - _FRAME), before.span.end))
        return spans
