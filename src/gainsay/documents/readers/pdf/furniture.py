"""What stands at the edge of the pages and belongs to no text: running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from gainsay.documents.readers.pdf.lines import TextLine

_EDGE = 0.12
"""Share of the height of a page in which heads and feet stand."""

_DEEP = 3
"""Lines of a head or a foot at most."""

_NOTE = re.compile(r"[⁰¹²³⁴-⁹]{1,3}\s?[^\W\d]")
"""What a note begins with: "¹ Ibid." stands at the foot of many pages."""

_APART = 1.5
"""Times the size of the letters. Lines of text are set closer."""

_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|p\.|seite|folio)\s*)?(?:#|[ivxlc]{1,7})(?:\s*(?:of|/|von|sur|de)\s*#)?\W{0,3}", re.IGNORECASE
)
"""A page number and nothing else, its digits written as #."""


def find_furniture(pages: Sequence[tuple[Sequence[TextLine], float]]) -> list[frozenset[int]]:
    """For each page, given with its height, which of its lines are heads and feet.

    These are words at its edge that come back page after page, and the number of the page.
    """
    edges = [_at_edge(lines, height) for lines, height in pages]
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, (lines, _) in enumerate(pages):
        for i, above in edges[number].items():
            for form in {lines[i].text: None, _form(lines[i].text): None}:
                seen[above, form].add(number)
    # Of left and right pages each has its own head; on two pages twice is always.
    often = 2 if len(pages) < 6 else 3
    found = []
    for number, (lines, _) in enumerate(pages):
        mine = set()
        for i, above in edges[number].items():
            words, form = lines[i].text, _form(lines[i].text)
            repeated = len(seen[above, form]) >= often or _is_page_number(form, lines[i], number)
            same = len(seen[above, words]) >= often
            if not _NOTE.match(words) and (same or (repeated and _stands_apart(lines, i, above))):
                mine.add(i)
        found.append(frozenset(mine))
    return found


def _at_edge(lines: Sequence[TextLine], height: float) -> dict[int, bool]:
    """The outermost lines of a page, and whether they stand above the text."""
    ranked = sorted(range(len(lines)), key=lambda i: lines[i].base)
    above = {i: True for i in ranked[:_DEEP] if lines[i].base < _EDGE * height}
    below = {i: False for i in ranked[-_DEEP:] if lines[i].base > (1 - _EDGE) * height}
    return {**above, **below}


def _stands_apart(lines: Sequence[TextLine], i: int, above: bool) -> bool:
    """Whether there is more space between a line at the edge and the text than between the lines of the text."""
    own = lines[i]
    steps = (
        (line.base - own.base) * (1 if above else -1)
        for line in lines
        if line is not own and line.left < own.right and own.left < line.right
    )
    nearest = min((step for step in steps if step > 0), default=None)
    return nearest is None or nearest > _APART * own.size


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _is_page_number(form: str, line: TextLine, number: int) -> bool:
    """A number on a single page: only where it is the number of the page."""
    return bool(_NUMBER.fullmatch(form)) and str(number + 1) in re.findall(r"\d+", line.text)


def body_size(lines: Sequence[TextLine]) -> float:
    """The size of the letters of most of the text; 0 where there is none."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += sum(len(word.text) for word in line.words)
    return max(sorted(letters), key=lambda size: letters[size]) if letters else 0.0
