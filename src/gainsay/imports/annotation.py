"""An annotation made elsewhere: where it stands, what it says of the words there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, get_args

from gainsay.annotations.attributions.attribution import AttributionKind, Stance
from gainsay.annotations.mentions import MentionType
from gainsay.edition.review.decision import Kind
from gainsay.edition.review.fields import CORRECTABLE
from gainsay.spans import Span
from gainsay.statements.statement import Polarity

_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "attribution": {"kind": get_args(AttributionKind), "stance": get_args(Stance)},
    "mention": {"type": get_args(MentionType)},
    "statement": {"polarity": get_args(Polarity)},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Words and where they are said to stand: in a document named by an id, a path or an address."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Imported:
    """One annotation.

    `record` is the id of the reading it was made of, `kind` what it is of; either may be unknown. `fields` are values
    by name; `tokens` values whose names follow from what they are ("denies"); `described` is a value in words.
    `verdict` is `accept` or `reject`; `comment` gives the reason.
    """

    id: str
    places: tuple[Place, ...]
    record: str | None = None
    kind: Kind | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    tokens: tuple[str, ...] = ()
    described: str | None = None
    verdict: str | None = None
    comment: str = ""
    speaker: tuple[Place, ...] = ()
    cue: tuple[Place, ...] = ()

    def values(self, kind: Kind) -> dict[str, Any]:
        """What it says of a reading of this kind."""
        found = {name: value for name, value in self.fields.items() if name in CORRECTABLE[kind]}
        for name, choices in _CHOICES.get(kind, {}).items():
            chosen = [token for token in self.tokens if token in choices]
            if chosen:
                found[name] = chosen[-1]
        if kind == "statement" and "polarity" in found and self.tokens:
            found["hedged"] = "hedged" in self.tokens
        if kind == "date" and self.described:
            found["edtf"] = self.described
        return found


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the annotations: how many decisions were made, how many of these add what no reading found
    (`added`), how many say what the edition says already, which
    have lost their place (`orphaned`), and which stand at no reading of the edition (`unmatched`), with the reasons.
    """

    decisions: int = 0
    added: int = 0
    unchanged: int = 0
    orphaned: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()
