"""What is wrong with a text. Each kind of damage has its own small file; damage is annotated, never repaired."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from gainsay.documents.document import Document
from gainsay.passages.damage.doubled import find_doubled
from gainsay.passages.damage.glued import find_glued
from gainsay.passages.damage.lost_notes import find_lost_notes
from gainsay.passages.damage.mojibake import find_mojibake
from gainsay.passages.damage.quotation_marks import find_broken_quotes
from gainsay.passages.damage.reported import find_reported
from gainsay.passages.damage.run_in import find_run_in
from gainsay.passages.damage.truncated import find_truncated
from gainsay.passages.passage import Damage, Passage

__all__ = ["find_damage"]

_FINDERS = (
    find_lost_notes,
    find_run_in,
    find_broken_quotes,
    find_mojibake,
    find_doubled,
    find_truncated,
    find_glued,
)


_MOST = 2_000
"""Of one kind in one document. A text with more is not damaged, it is another kind of file; the list would drown it."""


def find_damage(document: Document, passages: Sequence[Passage]) -> tuple[Damage, ...]:
    """Everything damaged in a document, in text order; no span is listed twice for the same kind."""
    text = document.text
    found = {(damage.span, damage.kind): damage for find in _FINDERS for damage in islice(find(text, passages), _MOST)}
    found |= {(damage.span, damage.kind): damage for damage in islice(find_reported(document), _MOST)}
    return tuple(found[key] for key in sorted(found))
