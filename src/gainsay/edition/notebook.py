"""How an edition and a matter show themselves in a notebook: plain HTML, every word of a document escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from gainsay.edition.shown import ShownMatter, show

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition

FIRST = 10  # matters shown of an edition: a screenful

_TABLE = "<table style='text-align:left'>"
_CELL = "<td style='text-align:left;vertical-align:top'>"


def edition_html(edition: Edition) -> str:
    """What an edition holds, and its first matters with their verdicts."""
    counts = edition.counts()
    held = ", ".join(f"{counts[name]} {name}" for name in ("documents", "attributions", "statements", "matters"))
    matters = edition.matters()[:FIRST]
    heads = ("verdict", "facet", "label", "reason")
    rows = ([m.verdict, m.facet or "", m.label, m.reason] for m in show(edition, matters))
    more = f"<p>and {counts['matters'] - FIRST} more</p>" if counts["matters"] > FIRST else ""
    return f"<p><b>{escape(edition.path.name)}</b>: {held}</p>{_table(heads, rows)}{more}"


def matter_html(matter: ShownMatter) -> str:
    """A matter as a table of its sides: each statement with its holder, its place and its words."""
    rows = [
        [f"{number}. {side.position}", s.holder or "", f"{s.path}, {s.span.start}–{s.span.end}", s.words]
        for number, side in enumerate(matter.sides, 1)
        for s in side.statements
    ]
    w = matter.witnesses
    facet = f" · {matter.facet}" if matter.facet else ""
    return (
        f"<p><b>{escape(matter.verdict)}{facet}</b>: {escape(matter.label)}</p>"
        f"{_table(('side', 'held by', 'where', 'words'), rows)}"
        f"<p>{escape(matter.reason)}. {w.documents} documents; origins shown to be independent: {w.independent}, "
        f"not shown: {w.undetermined}.</p>"
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'{_CELL}{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"{_TABLE}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
