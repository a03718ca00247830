"""The record of a mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from gainsay.spans import Span

MentionType = Literal["person", "organisation", "group", "place", "event", "work", "other"]
MentionForm = Literal["name", "nominal", "pronoun", "adjective"]

SURE: Final = (0.5, 0.6, 0.8, 0.95)
"""How sure the type of a name is, from no cue at all to a telling word of the name itself."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names (`name`, with abbreviations), describes (`nominal`), stands for (`pronoun`) or, as a demonym,
    belongs to (`adjective`) a person, organisation, group, place, event or work. Names inside longer names are mentions
    too. `title` is what stands before a person's name ("Mr.", "Harbour Minister"). `reason` says why a description or
    a pronoun is taken for whom it is taken, and `score` how surely (0–1); a name's is how sure its type is.
    """

    id: str
    document: str
    span: Span
    type: MentionType
    form: MentionForm
    title: str = ""
    reason: str = ""
    score: float = 1.0
