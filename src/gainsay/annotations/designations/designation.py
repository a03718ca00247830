"""A designation: the words chosen for a party or an act."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Designation:
    """`mentions` are the ids of the mentions it names or describes (one phrase may name two parties).

    `act` is the folded key of the act it names ("entry|carpathia|ruritania"), null for a party: rival names for acts
    of one type with the same parties and places share it. `attribution` is the innermost attribution in whose content
    it stands (null: the document's own voice). `charge` runs from −1 to 1, null where the words carry none. `head` is
    the noun that was chosen, lower case. `called` are those of `mentions` whom the words call so (a title, an
    apposition, "is a"): in "the Smith regime" nobody is, it only tells which regime is meant.
    """

    id: str
    document: str
    span: Span
    mentions: tuple[str, ...] = ()
    act: str | None = None
    attribution: str | None = None
    charge: float | None = None
    head: str = ""
    called: tuple[str, ...] = ()
