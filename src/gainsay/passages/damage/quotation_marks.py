"""Quotation marks without their partner, and marks of the wrong direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_MARK = re.compile(r"[“”„«»]|(?<![\d=])\"(?!>)")
"""Double marks. Single ones are apostrophes too often to be counted; a straight one after a digit means inches, and
after = it belongs to markup."""

_OPENERS = "“„«"

_Mark = tuple[int, str, int]
"""Where a mark stands, which it is, and the number of its passage."""

_PATIENCE = 12
"""Passages. A quotation left open is waited for this long; block quotations seldom run longer."""

_BEFORE_OPENING = frozenset(" \t\n\r\xa0([{—–-/‘'“«\"")
_AFTER_CLOSING = frozenset(" \t\n\r\xa0.,;:!?)]}—–-’'”»\"…[")


def find_broken_quotes(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Marks that open and never close, close what never opened, or point the wrong way.

    A quotation of several paragraphs opens each of them and closes only the last; that is no damage.
    """
    waiting: list[_Mark] = []
    article = ""
    for number, passage in enumerate(passages):
        if passage.article != article:
            yield from _unclosed(waiting)
            waiting, article = [], passage.article
        if passage.kind == "boilerplate":
            continue
        found, opened = _in_passage(text, passage, waiting)
        yield from found
        expired = [mark for mark in waiting if number - mark[2] > _PATIENCE]
        yield from _unclosed(expired)
        waiting = [mark for mark in waiting if number - mark[2] <= _PATIENCE]
        waiting = _carry(text, passage, waiting, [(at, mark, number) for at, mark in opened])
    yield from _unclosed(waiting)


def _in_passage(text: str, passage: Passage, waiting: list[_Mark]) -> tuple[list[Damage], list[tuple[int, str]]]:
    """The damage within one passage, and the marks it leaves open. Takes from `waiting` what it closes."""
    found: list[Damage] = []
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, passage.span.start, passage.span.end):
        at, mark = match.start(), match[0]
        opens, sure = _direction(text, at, passage.span)
        typed = mark in _OPENERS
        span = Span(at, at + 1)
        if mark == '"':
            opens = opens if sure else not opened
        elif mark == "“" and opened and opened[-1][1] == "„":
            opens = False
        elif sure and opens != typed:
            found.append(
                Damage(span, "mistyped-quote", f"{mark} stands where a quotation {'opens' if opens else 'ends'}")
            )
        else:
            opens = typed
        if opens:
            opened.append((at, mark))
        elif opened:
            _, opener = opened.pop()
            if (opener == '"') != (mark == '"') and opener in '"“' and mark in '"”':
                found.append(Damage(span, "mistyped-quote", f"the quotation opens with {opener} and ends with {mark}"))
        elif waiting:
            waiting.pop()
        else:
            found.append(Damage(span, "unbalanced-quote", "nothing opens the quotation that ends here"))
    return found, opened


def _direction(text: str, at: int, span: Span) -> tuple[bool, bool]:
    """Whether the mark at `at` opens, by what stands around it, and whether that is beyond doubt."""
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    opening = before in _BEFORE_OPENING and not after.isspace() and (after.isalnum() or after in "‘'“…[($£€")
    closing = after in _AFTER_CLOSING and not before.isspace() and before not in "([—–"
    stop_follows = after in ".,;:!?)" and (at + 2 >= span.end or text[at + 2].isspace())
    closing = closing or stop_follows
    return opening, opening != closing


def _carry(text: str, passage: Passage, waiting: list[_Mark], opened: list[_Mark]) -> list[_Mark]:
    """What is open after a passage: a mark at its start takes over from the one before it."""
    if waiting and text[passage.span.start] in '“"«„' and waiting[-1][1] == text[passage.span.start]:
        waiting = waiting[:-1]
    return [*waiting, *opened][-4:]


def _unclosed(marks: list[_Mark]) -> Iterator[Damage]:
    for at, mark, _ in marks:
        yield Damage(Span(at, at + 1), "unbalanced-quote", f"nothing closes the quotation that {mark} opens here")
