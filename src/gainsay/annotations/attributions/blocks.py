"""Quotations that their marks do not bound: block quotations, and those that lack the opening mark.

They are given as nodes like the others, so that the same rules find their speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gainsay.annotations.attributions.labels import is_turn
from gainsay.annotations.attributions.lexicon import FIRST_AND_SECOND, PERSONAL_TEXTS
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.pairing import Quotation
from gainsay.annotations.attributions.verbs import VERBS
from gainsay.spans import Span

NOTE_AT_END = re.compile(r"\s?(?:\[(?:\d{1,4}|[ivxlc]{1,7}|\*{1,3})\]?|[¹²³⁰⁴-⁹]{1,3}|(?<=[.”\"’»])\d{1,3})[\s.]{0,3}$")
REFERENCE_AT_END = re.compile(r"\s\([^\W\d_][^()]{3,400}(?:\d{4}|p\.|pp\.|,)[^()]{0,200}\)[\s.]{0,3}$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SENTENCE_START = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][”\"’]))\s+(?=[^\W\d_]|\d)")
# "recorded the visit in his diary", "noted in her letter to Bernt Moe of 3 June 1911": what it says comes next.
_IN_WRITING = re.compile(
    rf"\b(?:in|to)\s(?:his|her|their|an?|the|[A-ZÀ-Þ]\w{{0,30}}[’']s)\s(?:[\w-]{{1,20}}\s){{0,3}}(?:{'|'.join(sorted(PERSONAL_TEXTS))})\b[^.?!:;]{{0,80}}$"
)
# A block quotation of more paragraphs than this is a chapter.
_LONGEST = 6
_TAIL = 640
_LEAD = 400
_OPEN = re.compile(r"(?:[;,]|[;,]\s(?:and|or))\s*$")
_OPEN_TAIL = 10
_MARKS_AROUND = '”"’»“'


def restore(text: str, paragraphs: Sequence[Span], nodes: Sequence[Node], blocks: frozenset[Span]) -> list[Node]:
    """`nodes` of one level with block quotations and half-marked ones added, in order, none crossing another.

    `blocks` are the paragraphs that the format itself sets apart as quotations.
    """
    whole = [node for node in nodes if node.quotation.content]
    added = _unopened(text, paragraphs, nodes) + _set_apart(text, paragraphs, whole, blocks)
    return _merge(whole, added) if added else whole


def _merge(nodes: Sequence[Node], added: Sequence[Quotation]) -> list[Node]:
    """Each added quotation takes the nodes inside it as children; one that crosses another is given up."""
    merged: list[Node] = []
    pending = sorted(nodes, key=lambda n: n.quotation.outer.start)
    at, end = 0, -1
    for quotation in sorted(added, key=lambda q: (q.outer.start, -q.outer.end)):
        outer = quotation.outer
        if outer.start < end:
            continue
        while at < len(pending) and pending[at].quotation.outer.end <= outer.start:
            merged.append(pending[at])
            at += 1
        inside = at
        while inside < len(pending) and pending[inside].quotation.outer.end <= outer.end:
            inside += 1
        starts_before = at < len(pending) and pending[at].quotation.outer.start < outer.start
        crosses = inside < len(pending) and pending[inside].quotation.outer.start < outer.end
        if starts_before or crosses:
            continue
        merged.append(Node(quotation, pending[at:inside]))
        at, end = inside, outer.end
    return merged + pending[at:]


def _unopened(text: str, paragraphs: Sequence[Span], nodes: Sequence[Node]) -> list[Quotation]:
    """A closing mark alone: what it closes began with the block, or with the words that somebody speaks."""
    found = []
    number = 0
    floor = 0  # the end of the node before: words spoken begin behind it
    taken = 0  # the end of the last quotation found: a block may hold nodes, but no other block
    for node in nodes:
        outer = node.quotation.outer
        if node.quotation.content:
            floor = outer.end
            continue
        while number < len(paragraphs) and paragraphs[number].end <= outer.start:
            number += 1
        if number == len(paragraphs):
            break
        paragraph = paragraphs[number]
        tail = text[outer.end : min(paragraph.end, outer.end + _TAIL)]
        if (
            not tail.strip(" .")
            or NOTE_AT_END.fullmatch(" " + tail.lstrip())
            or REFERENCE_AT_END.fullmatch(" " + tail.lstrip())
        ):
            first = _after_lead(text, paragraphs, number)
            spans = [*paragraphs[first:number], Span(paragraph.start, outer.start)]
        elif _reported(tail):
            spans = [Span(_spoken_start(text, max(paragraph.start, floor), outer.start), outer.start)]
        else:
            continue
        content = tuple(part for part in (span.trim(text) for span in spans) if part.length)
        if content and content[0].start >= taken:
            found.append(Quotation(Span(content[0].start, outer.end), content, opened=False))
            floor = taken = outer.end
    return found


def _reported(tail: str) -> bool:
    words = [match.group().lower() for match in _WORD.finditer(tail[:80])][:6]
    return any(word in VERBS and VERBS[word].takes("q") for word in words)


def _spoken_start(text: str, start: int, end: int) -> int:
    """Back over the sentences that speak in the first or second person; else the last sentence."""
    starts = [start] + [match.end() for match in _SENTENCE_START.finditer(text, max(start, end - 2000), end)]
    chosen = starts[-1]
    bound = end
    for begin in reversed(starts):
        words = {match.group().lower().replace("’", "'") for match in _WORD.finditer(text, begin, bound)}
        if begin != starts[-1] and not words & FIRST_AND_SECOND:
            break
        chosen, bound = begin, begin
    return chosen


def _after_lead(text: str, paragraphs: Sequence[Span], number: int) -> int:
    """The first paragraph of a block that ends in paragraph `number`: the one after a lead-in, if there is one near."""
    for i in range(number - 1, max(-1, number - _LONGEST), -1):
        if text[paragraphs[i].end - 1] == ":":
            return i + 1
    return number


def _set_apart(
    text: str, paragraphs: Sequence[Span], nodes: Sequence[Node], blocks: frozenset[Span]
) -> list[Quotation]:
    """Paragraphs without marks that a colon (or a broken-off lead-in) announces or the format sets apart."""
    found: list[Quotation] = []
    starts = {node.quotation.outer.start for node in nodes}
    number = 0
    while number < len(paragraphs):
        paragraph = paragraphs[number]
        first = number
        number += 1
        if paragraph in blocks and paragraph.start not in starts:
            while number < len(paragraphs) and paragraphs[number] in blocks:
                number += 1
        elif first and paragraph.start not in starts and leads_in(text, paragraphs[first - 1]):
            last = None if is_turn(text, paragraphs[first - 1], paragraph) else _block_end(text, paragraphs, first)
            if last is None:
                continue
            number = last + 1
        else:
            continue
        content = [without_reference(text, span) for span in paragraphs[first:number]]
        content = [span for span in content if span.length]
        if content:
            found.append(Quotation(Span(content[0].start, content[-1].end), tuple(content), opened=False, closed=False))
    return found


def leads_in(text: str, paragraph: Span) -> bool:
    """Whether a paragraph announces the next: it ends with a colon, or breaks off with a reporting verb in it."""
    last = text[paragraph.end - 1]
    if last == ":":
        return True
    if not (last.isalnum() or last == ","):
        return False
    sentence = text[max(paragraph.start, paragraph.end - _LEAD) : paragraph.end].rpartition(". ")[2]
    written = _IN_WRITING.search(sentence)
    if last.isdigit() and not written:
        return False
    # A verb in capitals stands in a title ("Chapter Two: What They Said"), and announces nothing.
    words = [match.group() for match in _WORD.finditer(sentence)]
    return any(word in VERBS and VERBS[word].takes("q") and (written or not VERBS[word].weak) for word in words[1:])


def _block_end(text: str, paragraphs: Sequence[Span], first: int) -> int | None:
    """The last paragraph of a block quotation that begins at `first`, by its note or reference."""
    for i in range(first, min(len(paragraphs), first + _LONGEST)):
        ending = text[max(paragraphs[i].start, paragraphs[i].end - _TAIL) : paragraphs[i].end]
        if NOTE_AT_END.search(ending) or REFERENCE_AT_END.search(ending):
            return i
        if i > first and text[paragraphs[i].end - 1] == ":":
            break
    if text[paragraphs[first - 1].end - 1] != ":":
        return None
    last = first
    # A paragraph that leaves its sentence open goes on in the next: the recitals of a decree, the points of a demand.
    while last + 1 < min(len(paragraphs), first + _LONGEST) and _OPEN.search(text, *_tail(paragraphs[last])):
        last += 1
    return last


def _tail(paragraph: Span) -> Span:
    return Span(max(paragraph.start, paragraph.end - _OPEN_TAIL), paragraph.end)


def without_reference(text: str, span: Span) -> Span:
    """Less the note marker or reference that closes it, and marks left over."""
    begin = max(span.start, span.end - _TAIL)
    for pattern in (NOTE_AT_END, REFERENCE_AT_END):
        match = pattern.search(text, begin, span.end)
        if match:
            span = Span(span.start, match.start()).trim(text)
            break
    while span.length and text[span.end - 1] in _MARKS_AROUND and text[span.start] not in _MARKS_AROUND:
        span = Span(span.start, span.end - 1).trim(text)
    return span
