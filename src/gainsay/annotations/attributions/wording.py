"""The form of what stands in marks: a whole sentence, a title, a few words; and what signs it."""

from __future__ import annotations

import re

from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.segments import Items
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.passages.questions import question_labels
from gainsay.spans import Span

_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'’-]{0,30}(?:, [A-Z][\w. ]{1,20})?(?:\s?\([A-Za-z/ ]{2,30}\))?\s?(?:—|–|--|-)\s(?=\S)"
)
# Words of a quotation that can stand as a sentence without a capital.
_SENTENCE_WORDS = 5
_LONGEST_NAME = 6
# What stands before a title: "on “…”", "an episode of “…”"; works that are named behind a comma.
_NAMED = frozenset("titled entitled named dubbed headlined nicknamed".split())
_CARRYING = frozenset("on of in film book movie show programme program song series novel play".split())
_WORKS = frozenset("book novel memoir film movie song album documentary essay play poem show series".split())


def is_whole(row: Stream, node: Node) -> bool:
    """Whether the marks hold a whole sentence, or several."""
    content = node.quotation.content
    text = row.text
    first = next((c for c in text[content[0].start : content[0].start + 4] if c.isalnum()), "a")
    last = ending(row, node)
    if last not in ".?!…," and is_title(text, content[0]):
        return False
    words = sum(text.count(" ", span.start, span.end) + 1 for span in content)
    if first.isupper() or first.isdigit():
        return (last in ".?!…,—–-" and words > 1) or words > 6 or last in "?!"
    return (words >= _SENTENCE_WORDS and (last in ".?!…," or _at_end(row, node))) or (last in "?!" and words > 1)


def is_named(row: Stream, k: int) -> bool:
    """Whether the quotation at item `k` is what something is called: "the song titled “Home,”", "on “Harbour Talk,”",
    "her book, “A Winter of Salt,”"."""
    if not k:
        return False
    before = row.words[k - 1]
    at = k - 2 if before == "," and k > 1 else k - 1
    if before != "," and row.words[at] in _NAMED:
        return True
    where = before in _CARRYING or before.endswith(("'s", "’s")) if before != "," else row.words[at] in _WORKS
    return where and is_title(row.text, row.nodes[k].quotation.content[0])


def past_dateline(text: str, span: Span) -> Span:
    """A span that begins a report without the place and agency that stand before it ("PORT ADAIR (HN) — ")."""
    match = _DATELINE.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


_LABEL = re.compile(r"[QA][.:]\s+")


def past_label(text: str, span: Span) -> int:
    """Where words begin behind the label of a question or an answer: "A. | Somebody called out"."""
    match = _LABEL.match(text, span.start, span.end) if span.start in question_labels(text) else None
    return match.end() if match else span.start


def past_marks(text: str, at: int) -> int:
    """Past what is left of marks and stops at the end of a block quotation."""
    while at < len(text) and text[at] in '”"’»“.':
        at += 1
    return at


def is_title(text: str, content: Span) -> bool:
    """Whether nearly every longer word begins with a capital: a title, not a sentence."""
    long = [word for word in text[content.start : min(content.end, content.start + 200)].split() if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def ending(row: Stream, node: Node) -> str:
    """The last character in the marks, other marks left out."""
    content = node.quotation.content[-1]
    return row.text[max(content.start, content.end - 6) : content.end].rstrip(" '’”\"»")[-1:] or "”"


def signature(row: Stream, i: int) -> Items | None:
    """A name after a dash, which ends its line: "“…” — Ana Lindqvist"."""
    stop = i
    while stop < len(row.words) and row.capital[stop] and row.words[stop] != QUOTATION and stop - i < _LONGEST_NAME:
        stop += 1
    if stop == i:
        return None
    after = row.text[row.spans[stop - 1].end : row.spans[stop].start] if stop < len(row.words) else "\n"
    ends = stop == len(row.words) or row.words[stop] in (QUOTATION, ".", ",") or "\n" in after
    return (i, stop) if ends else None


def _at_end(row: Stream, node: Node) -> bool:
    """Whether the clause around a quotation ends with it, so that its stop stands outside the marks."""
    after = row.text[node.quotation.outer.end : node.quotation.outer.end + 3].lstrip()
    return not after or after[0] in ".;:([?!"
