"""A name as found at one place, before the whole document has been heard."""

from __future__ import annotations

from typing import NamedTuple

from gainsay.annotations.mentions.mention import MentionForm, MentionType


class Candidate(NamedTuple):
    """`type` is None where nothing here tells; `weight` is how much its cue is worth among those of the document."""

    start: int
    end: int
    form: MentionForm
    type: MentionType | None
    weight: int = 0
    title: str = ""
