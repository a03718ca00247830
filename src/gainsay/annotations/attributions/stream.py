"""A stretch of text as a row of words, stops and quotations.

A quotation is one item of the row, whatever is in it; its inside is another row. So every pattern ("“…,” said X") is
looked for at the level where it stands, and no word is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.attributions.nesting import Node
from gainsay.passages.abbreviations import TITLES
from gainsay.spans import Span, as_span

QUOTATION = "“”"
"""What stands in `Stream.words` for a quotation."""

# Titles and initials keep their stop, so that no name is cut by one; but not the "A." of an answer.
_ITEM = re.compile(
    rf"\b(?:{TITLES}|No|vs)\.|(?:[^\W\d_]\.){{2,}}|(?!(?<![^\n])[QA]\.)\b[A-Z]\.(?=\s?[A-Z])|\d+(?:[.,]\d+)+"
    r"|[^\W_]+(?:[’'.\-‑&/][^\W_]+)*|\.{2,}|``|''|[^\w\s]"
)
# A sentence of more items is a list or damage; patterns look within sentences, so this bounds their work.
_LONGEST_SENTENCE = 200
_ENDS = frozenset(".?!…")


@dataclass(slots=True)
class Stream:
    """Items in text order: `words` in lower case, `spans`, `capital` (begins with a capital), the nodes of quotations.

    `names` are the places where a word of a name begins.
    """

    text: str
    names: frozenset[int] = frozenset()
    words: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    nodes: dict[int, Node] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The characters of the items `[start, end)`."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def named(self, i: int) -> bool:
        """Whether item `i` is part of a name."""
        return self.spans[i].start in self.names

    def add_text(self, start: int, end: int) -> None:
        found = list(_ITEM.finditer(self.text, start, end))
        items = [match[0] for match in found]
        self.words += [item.lower() for item in items]
        self.spans += [as_span(match.span()) for match in found]
        self.capital += [item[0].isupper() for item in items]

    def add_quotation(self, node: Node) -> None:
        self.nodes[len(self.words)] = node
        self.words.append(QUOTATION)
        self.spans.append(node.quotation.outer)
        content = node.quotation.content
        first = self.text[content[0].start] if content else "a"
        self.capital.append(first.isupper())


def streams(
    text: str,
    paragraphs: Sequence[Span],
    nodes: Sequence[Node],
    leads: frozenset[int] = frozenset(),
    names: frozenset[int] = frozenset(),
) -> list[Stream]:
    """One row for each paragraph; paragraphs that a quotation joins make one row.

    `leads` are the ends of paragraphs that announce a quotation: it belongs to their row.
    """
    rows: list[Stream] = []
    current: Stream | None = None
    at, taken, previous = 0, 0, -1
    for paragraph in paragraphs:
        position = max(paragraph.start, taken)
        announced = current is not None and at < len(nodes) and nodes[at].quotation.outer.start == paragraph.start
        if current is None or (taken <= paragraph.start and not (announced and previous in leads)):
            current = Stream(text, names)
            rows.append(current)
        elif position >= paragraph.end:
            continue
        while at < len(nodes) and nodes[at].quotation.outer.start < paragraph.end:
            node = nodes[at]
            at += 1
            outer = node.quotation.outer
            if not node.quotation.content:
                continue
            current.add_text(position, outer.start)
            current.add_quotation(node)
            position = taken = outer.end
        if position < paragraph.end:
            current.add_text(position, paragraph.end)
        previous = paragraph.end
    for row in rows:
        row.sentences = _sentences(row)
    return [row for row in rows if row.words]


def _sentences(row: Stream) -> list[tuple[int, int]]:
    found, start = [], 0
    for i in range(len(row.words)):
        if i - start >= _LONGEST_SENTENCE or _ends_sentence(row, i):
            found.append((start, i + 1))
            start = i + 1
    if start < len(row.words):
        found.append((start, len(row.words)))
    return found


def _ends_sentence(row: Stream, i: int) -> bool:
    word = row.words[i]
    following = i + 1
    if following >= len(row.words):
        return True
    if word == QUOTATION:
        content = row.nodes[i].quotation.content
        return row.text[content[-1].end - 1] in _ENDS and row.capital[following] and row.words[following] != QUOTATION
    if word in ("?", "!"):
        return row.capital[following] or row.words[following] == QUOTATION
    if word != "." or not (
        row.capital[following] or row.words[following] in (QUOTATION, "[", "(") or row.words[following].isdigit()
    ):
        return False
    return not (row.spans[following].start == row.spans[i].end and row.words[following] != QUOTATION)
