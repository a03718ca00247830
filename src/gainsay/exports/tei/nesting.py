"""Readings that cross each other, as elements that cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gainsay.exports import xml
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Element:
    """An element to put around a span. What has a higher `rank` is never inside of what has a lower one: where both
    begin and end at will, the lower is taken apart and its parts point at each other.
    """

    span: Span
    name: str
    rank: int
    id: str
    attributes: tuple[tuple[str, str | None], ...] = ()


def marked_up(text: str, span: Span, elements: Iterable[Element], identify: dict[str, int]) -> str:
    """The words of `span` with those parts of the elements that lie in it, well nested.

    `identify` counts the parts of each element that were written so far, in this call and in earlier ones: the first
    part carries the id, the next ones point back at the part before ("x", "x.2", "x.3").
    """
    clipped = [(e, max(e.span.start, span.start), min(e.span.end, span.end)) for e in elements]
    inside = [(e, start, end) for e, start, end in clipped if start < end]
    inside.sort(key=lambda i: (-i[0].rank, i[1], -i[2], i[0].id))
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, (_, start, end) in enumerate(inside):
        begins.setdefault(start, []).append(number)
        ends.setdefault(end, []).append(number)
    out: list[str] = []
    active: set[int] = set()
    opened: list[int] = []
    edges = sorted({span.start, span.end, *begins, *ends})
    for at, following in zip(edges, [*edges[1:], span.end], strict=True):
        active.difference_update(ends.get(at, ()))
        active.update(begins.get(at, ()))
        wanted = sorted(active)
        kept = _common(opened, wanted)
        out += [f"</{inside[number][0].name}>" for number in reversed(opened[kept:])]
        out += [_opened(inside[number][0], identify) for number in wanted[kept:]]
        opened = wanted
        out.append(xml.text(text[at:following]))
    return "".join(out)


def _common(left: Sequence[int], right: Sequence[int]) -> int:
    """How long the common beginning of two lists is."""
    pairs = zip(left, right, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _opened(element: Element, identify: dict[str, int]) -> str:
    number = identify[element.id] = identify.get(element.id, 0) + 1
    identity = part_id(element.id, number)
    before = f"#{part_id(element.id, number - 1)}" if number > 1 else None
    return xml.opening(element.name, {"xml:id": identity, "prev": before, **dict(element.attributes)})


def part_id(identity: str, number: int) -> str:
    """The id of one of the parts of an element that had to be taken apart.

    >>> part_id("date-1", 1), part_id("date-1", 2)
    ('date-1', 'date-1.2')
    """
    return identity if number == 1 else f"{identity}.{number}"
