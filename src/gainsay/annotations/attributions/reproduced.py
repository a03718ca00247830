"""Texts that stand within a text with no marks around them, told only by a line above or below.

Above: "The following are excerpts from Dr Lund's address to the harbour board." What follows is Dr Lund's, to the end
of the article. Below: "(Ana Lindqvist)" on a line of its own, in the middle of an article: the paragraphs above it are
hers, back to a heading or a row of asterisks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from gainsay.annotations.attributions.attribution import Attribution, AttributionType
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span, content_id, cover

_SPOKEN = "address|interview|lecture|presentation|remarks|report|sermon|speech|talk|testimony|words|broadcast"
_WRITTEN = "appeal|article|communiqu[eé]|declaration|diary|letter|memorandum|memoirs|message|statement|telegram"
_ANNOUNCED = re.compile(
    r"\b(?:the following|below|what follows|here|we (?:re)?(?:print|produce|publish))\b.{0,60}?"
    r"\b(?:excerpts?|extracts?|full text|text|transcript|translation|passages?|is|are)\b.{0,160}?"
    rf"\b(?:(?P<spoken>{_SPOKEN})|(?P<written>{_WRITTEN}))\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE = 400
_POSSESSIVE = re.compile(r"[’']s?\s(?:[\w-]{1,20}\s){0,3}")
_BY = re.compile(r"\b(?:by|from|of)\s(?:the\s|our\s)?$")
_ENDS = (".", ":", ".)", ":)")
_SIGNATURE = re.compile(r"\((?P<name>[^()\n]{3,60})\)")
_SEPARATOR = re.compile(r"[\s*#_=~·•-]{1,40}")
_SPEAKERS = frozenset(["person", "organisation", "group"])
_PROSE = frozenset(["paragraph", "list-item", "block-quote", "verse"])
# A text that is signed in the middle of another is short; one that is longer is the article itself.
_MOST_SIGNED = 6
_SHORTEST = 12  # words
_WORD = re.compile(r"[^\W\d_]+")
_MARK = 2  # characters: a mark that the quotation leaves out
_CONFIDENCE = 0.6


def with_reproduced(
    layout: Layout, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with the texts that a line announces or that a name in brackets closes, as direct quotations.

    They take the place of quotations that are only their beginning. What is quoted as a whole already stays so.
    """
    named = sorted(m.span for m in mentions if m.form == "name" and m.type in _SPEAKERS)
    direct = sorted(cover(a.content) for a in attributions if a.kind == "direct")
    prose = layout.prose
    found = []
    for number in range(len(prose)):
        one = _announced(layout, prose, number, named) or _signed(layout, prose, number, named)
        if one is not None and not _is_quoted(direct, cover(one.content)):
            found.append(one)
    begun = {one.content[0].start for one in found}
    return [a for a in attributions if a.kind != "direct" or cover(a.content).start not in begun] + found


def _announced(layout: Layout, prose: Sequence[Passage], number: int, named: Sequence[Span]) -> Attribution | None:
    """What follows a line that announces it."""
    text, line = layout.document.text, prose[number].span
    if line.length > _LONGEST_LINE or not text.endswith(_ENDS, line.start, line.end):
        return None
    match = _ANNOUNCED.search(text, *line)
    if match is None:
        return None
    speaker = _announced_speaker(text, line, match, named)
    rest = takewhile(lambda p: p.article == prose[number].article and p.kind != "note", prose[number + 1 :])
    body = [p.span for p in rest if p.kind in _PROSE and not _is_separator(text, p.span)]
    if speaker is None or not _is_long(text, body):
        return None
    return _attribution(layout, body, speaker, "speech" if match["spoken"] else "writing")


def _announced_speaker(text: str, line: Span, match: re.Match[str], named: Sequence[Span]) -> Span | None:
    """Whose text it is: "Lund's address", or "the address by Lund"."""
    kind = match.start("spoken") if match["spoken"] else match.start("written")
    within = [n for n in named[bisect_left(named, (line.start, line.start)) :][:8] if n.end <= line.end]
    for name in within:
        if (owns := _POSSESSIVE.match(text, name.end)) and owns.end() == kind:
            return name
    return next((n for n in within if n.start > kind and _BY.search(text, line.start, n.start)), None)


def _signed(layout: Layout, prose: Sequence[Passage], number: int, named: Sequence[Span]) -> Attribution | None:
    """The paragraphs above a name in brackets on a line of its own."""
    text, line = layout.document.text, prose[number].span
    match = _SIGNATURE.fullmatch(text, *line)
    if match is None or number + 1 == len(prose) or prose[number + 1].article != prose[number].article:
        return None
    speaker = Span(*match.span("name"))
    at = bisect_left(named, (speaker.start, speaker.start))
    if at == len(named) or named[at].end != speaker.end:
        return None
    body: list[Span] = []
    for passage in reversed(prose[max(0, number - _MOST_SIGNED - 1) : number]):
        if passage.kind == "heading" or passage.article != prose[number].article or _is_separator(text, passage.span):
            return _attribution(layout, body[::-1], speaker, "speech") if _is_long(text, body) else None
        body.append(passage.span)
    return None


def _is_separator(text: str, span: Span) -> bool:
    return bool(_SEPARATOR.fullmatch(text, *span))


def _is_long(text: str, body: Sequence[Span]) -> bool:
    return sum(len(_WORD.findall(text, *span)) for span in body) >= _SHORTEST


def _is_quoted(direct: Sequence[Span], whole: Span) -> bool:
    """Whether a quotation holds all of it."""
    before = bisect_left(direct, (whole.start + _MARK, 0))
    return any(span.end >= whole.end - _MARK for span in direct[max(0, before - 2) : before])


def _attribution(layout: Layout, body: Sequence[Span], speaker: Span, manner: AttributionType) -> Attribution:
    return Attribution(
        id=content_id("attribution", layout.document.id, "direct", *body),
        document=layout.document.id,
        kind="direct",
        content=tuple(body),
        speaker=(speaker,),
        confidence=_CONFIDENCE,
        type=manner,
    )
