"""What a reader takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gainsay.documents.document import Stated
from gainsay.documents.pages import Page
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader makes of a file's bytes: the text, what the format says about it, and how it was encoded."""

    text: str
    media_type: str
    encoding: str
    metadata: dict[str, Stated] = field(default_factory=dict)
    structure: tuple[tuple[Span, str], ...] = ()
    language: str | None = None
    pages: tuple[Page, ...] = ()
    remarks: tuple[str, ...] = ()


Reader = Callable[[str, bytes], Content]
"""A reader is a function of the path (for messages) and the bytes."""
