"""A statement: a proposition in a passage, with whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Span

Polarity = Literal["affirms", "denies"]


@dataclass(frozen=True, slots=True)
class Statement:
    """The smallest clause that carries a claim, at most a sentence.

    `attribution` is the chain of attribution ids, outermost first (empty: the document's own voice); `holder` the
    referent of the innermost speaker (None: the document's own voice, or a speaker nobody names). `referents`, `dates`,
    `figures` and `designations` are ids of what stands in the clause. `terms` are its content words, folded, in order:
    what statements are brought together by.
    """

    id: str
    document: str
    passage: str
    article: str
    span: Span
    attribution: tuple[str, ...] = ()
    holder: str | None = None
    polarity: Polarity = "affirms"
    hedged: bool = False
    referents: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    said: str | None = None
    written: str | None = None
