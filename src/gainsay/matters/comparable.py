"""Comparables: what of a statement can be held against another, compact enough to keep for a whole edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gainsay.annotations.figures import Qualifier, Value
from gainsay.spans import Span
from gainsay.statements.statement import Polarity

ComparableKind = Literal["claim", "figure", "date", "label", "evaluation"]


@dataclass(frozen=True, slots=True)
class Comparable:
    """One comparable of a statement: the claim as a whole, a figure, a date, a designation or an appraisal in it.

    `value_span` covers the compared value and `position` is the words that stand there. `voices` are the speakers of
    the attribution chain, outermost first, as referent ids ("" for a speaker nobody names); empty: the document's own
    voice. `explicit_denial` is set where the words themselves deny ("he denied that …"), `first_hand` where they
    claim to have seen. `terms` are stems, each once, in order; `context` those of the clauses before and after that are
    not its own; `negated` the first that follow a negation; `sources` the
    agencies to which the document credits what it says in its own voice, or the work that the note to a quotation gives
    whose speaker nobody names; `when` the EDTF date of the clause. `answers` is the statement that a claim denies by
    pointing at it (`rebuttal`), `answered` set where one does so; `accused` is the referent of whom a claim accuses or,
    where it `pleads`, of who denies what he is accused of. The remaining fields belong to one kind each: `value` …
    `sole` to figures (`part`: of another; `sole`: the only one of its kind in its document, `tolls`), `head`, `charge`
    and `act` to labels. Of an appraisal `terms` and `referents` are those of what is judged, and who is said to judge
    so is the last of `voices`; of a stance `act` is its family and `action` the verb of what is wanted; of a reason
    `act` says whether it is a purpose or a cause, and `context` are its words.
    """

    id: str
    kind: ComparableKind
    statement: str
    document: str
    span: Span
    value_span: Span
    position: str
    voices: tuple[str, ...] = ()
    explicit_denial: bool = False
    first_hand: bool = False
    polarity: Polarity = "affirms"
    hedged: bool = False
    terms: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    when: str | None = None
    said: str | None = None
    written: str | None = None
    value: Value = None
    qualifier: Qualifier | None = None
    unit: str | None = None
    head: str | None = None
    action: str | None = None
    part: bool = False
    sole: bool = False
    charge: float | None = None
    act: str | None = None
    clause: str = ""
    context: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    answers: str | None = None
    answered: bool = False
    accused: str | None = None
    pleads: bool = False

    @property
    def words(self) -> str:
        """The clause as it stands in the text."""
        return self.clause or self.position

    @property
    def at(self) -> str | None:
        """When it was said, or else written."""
        return self.said or self.written


EntityOf = Mapping[str, str]
"""From referent id to entity id."""


def entities(comparable: Comparable, entity_of: EntityOf) -> tuple[str, ...]:
    """The entities named in the clause, each once."""
    return tuple(dict.fromkeys(entity_of[r] for r in comparable.referents if r in entity_of))


def holder(comparable: Comparable, entity_of: EntityOf) -> str:
    """Who holds it: the innermost speaker's entity, or the document for its own and for unnamed voices."""
    innermost = comparable.voices[-1] if comparable.voices else ""
    return entity_of.get(innermost, comparable.document)
