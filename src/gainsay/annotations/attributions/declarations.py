"""Declarations, open letters, communiqués: texts that are somebody's word from beginning to end.

They are known by their heading, and their signatory by the heading ("Declaration of the Harbour Committee") or by the
signature below. A text *about* a declaration has neither a signature nor "we" outside of quotation marks, and does not
open, below its heading, with a place, a day and a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span, Spans, content_id

_KIND = re.compile(
    r"\b(?:open letter|(?:joint |official |press |public |final )?(?:declaration|statement|communiqu[eé]|resolution)|"
    r"proclamation|manifesto|appeal|petition|address|message|order of the day)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\s(?:(?P<by>issued by|adopted by|by|from)|of)\s(?P<name>[^\n:;(–—]{2,160})", re.IGNORECASE)
# What ends the signatory's name in a heading: whom it addresses, what it is about, when it was made.
_NAME_ENDS = re.compile(
    r"\s(?:on|to|concerning|regarding|about|against|in|at|issued|adopted|dated|for)\s|,\s", re.IGNORECASE
)
_SIGNED = re.compile(r"\s*(?:\(?signed\)?|signatures?|signatories|the undersigned)\b[\s:,.)]*", re.IGNORECASE)
# "For the Committee: Ana Lindqvist": she signs.
_ON_BEHALF = re.compile(r"(?:for|on behalf of|per pro)\s[^:\n]{2,80}:\s*(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the\s)?[A-ZÀ-Þ]")
# "Port Adair, 3 June 1911:" where the declaration begins; a word of the one who reprints it may stand above.
_OPENING = re.compile(r"[A-ZÀ-Þ][\w .’'-]{1,40},\s[^:;\n]{0,30}\b\d{4}:")
_OPENING_PASSAGES = 3
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves|I|[Mm]y|me)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNATORIES = frozenset(["person", "organisation", "group"])
_BODY = frozenset(["paragraph", "list-item", "verse"])
# The heading stands among the first passages; a signature is a short line at the foot, of few lines.
_HEAD_PASSAGES = 3
_LONGEST_HEADING = 30
_LONGEST_SIGNATURE = 10
_MOST_SIGNATURES = 12
_SHORTEST_BODY = 20
_SURE, _LIKELY = 0.75, 0.6


def find_declarations(layout: Layout, mentions: Sequence[Mention]) -> list[Attribution]:
    """One attribution for each article that is a declaration with a known signatory; its content is the whole body."""
    named = sorted(m.span for m in mentions if m.type in _SIGNATORIES and m.form == "name")
    found = []
    for passages in _texts(layout):
        one = _declaration(layout.document.text, layout.document.id, passages, named)
        if one is not None:
            found.append(one)
    return found


def _texts(layout: Layout) -> list[list[Passage]]:
    """The passages of each article; a signature that looks like an article's head stays with the text above it."""
    found: list[list[Passage]] = []
    for _, group in groupby(layout.prose, key=lambda passage: passage.article):
        passages = list(group)
        if found and not any(passage.kind in _BODY for passage in passages):
            found[-1] += passages
        else:
            found.append(passages)
    return found


def _declaration(text: str, document: str, passages: Sequence[Passage], named: Sequence[Span]) -> Attribution | None:
    at = next((n for n, p in enumerate(passages[:_HEAD_PASSAGES]) if _is_heading(text, p)), None)
    if at is None:
        return None
    heading = passages[at].span
    signed, foot = _signature(text, passages, at + 1, named)
    opened = _opening(text, passages, at + 1)
    issued = _signatory(text, heading, named, sure=opened is not None)
    body = [p.span for p in passages[opened or at + 1 : foot] if p.kind in _BODY]
    if sum(len(_WORD.findall(text, *span)) for span in body) < _SHORTEST_BODY:
        return None
    own = any(_OWN.search(_QUOTED.sub(" ", span.of(text))) for span in body)
    if not ((own and (signed or issued)) or (issued and (signed or opened))):
        return None
    speaker = signed or (issued,) if issued else signed
    return Attribution(
        id=content_id("attribution", document, "direct", *body),
        document=document,
        kind="direct",
        content=tuple(body),
        speaker=speaker,
        confidence=_SURE if own and signed else _LIKELY,
        type="writing",
    )


def _opening(text: str, passages: Sequence[Passage], first: int) -> int | None:
    """The passage after a place and a day that a colon closes."""
    for number in range(first, min(first + _OPENING_PASSAGES, len(passages))):
        if _OPENING.fullmatch(text, *passages[number].span):
            return number + 1
    return None


def _is_heading(text: str, passage: Passage) -> bool:
    """Whether a passage heads a declaration: short, with its kind in the first words."""
    words = _WORD.findall(text, *passage.span)
    kind = _KIND.search(text, *passage.span)
    return (
        kind is not None
        and len(words) <= _LONGEST_HEADING
        and len(_WORD.findall(text, passage.span.start, kind.start())) < 4
        and text[passage.span.end - 1] not in ".?!"
    )


def _signatory(text: str, heading: Span, named: Sequence[Span], sure: bool) -> Span | None:
    """Who issues it by its heading: a name, after "of" only where it is known for one, or `sure` that it is issued."""
    kind = _KIND.search(text, *heading)
    match = _ISSUED.match(text, kind.end(), heading.end) if kind else None
    if match is None:
        return None
    start, end = match.span("name")
    stop = _NAME_ENDS.search(text, start, end)
    span = Span(start, stop.start() if stop else end).trim(text)
    capital = _ARTICLE.match(text, span.start, span.end)
    return span if _names(span, named) or ((match["by"] or sure) and capital) else None


def _signature(text: str, passages: Sequence[Passage], first: int, named: Sequence[Span]) -> tuple[Spans, int]:
    """The signatures at the foot, and the number of the passage at which they begin."""
    foot = len(passages)
    lines: list[Span] = []
    for number in range(len(passages) - 1, max(first, len(passages) - _MOST_SIGNATURES) - 1, -1):
        span = passages[number].span
        if len(_WORD.findall(text, *span)) > _LONGEST_SIGNATURE * (span.of(text).count("\n") + 1):
            break
        if passages[number].kind in ("note", "list-item") or text[span.end - 1] in ".?!:;":
            break
        foot = number
        lines = [*_lines(text, span), *lines]
    names = [line for line in lines if _names(line, named)]
    return tuple(names), foot


def _lines(text: str, span: Span) -> list[Span]:
    """The lines of a signature block, less the word "Signed" and those on whose behalf one signs."""
    found = []
    for match in re.finditer(r"[^\n]+", span.of(text)):
        line = Span(span.start + match.start(), span.start + match.end()).trim(text)
        signed = _SIGNED.match(text, line.start, line.end)
        line = Span(signed.end(), line.end).trim(text) if signed else line
        behalf = _ON_BEHALF.match(text, line.start, line.end)
        line = Span(behalf.end(), line.end) if behalf else line
        if line.length:
            found.append(line)
    return found


def _names(span: Span, named: Sequence[Span]) -> bool:
    """Whether a person or a body is named within `span`."""
    at = bisect_left(named, (span.start, span.start))
    return at < len(named) and named[at].end <= span.end
