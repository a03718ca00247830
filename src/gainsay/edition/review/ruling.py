"""What the standing decisions about one thing come to, taken together in the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from gainsay.edition.review.decision import Decision, Kind, Target
from gainsay.edition.review.fields import KEYS
from gainsay.spans import content_id
from gainsay.store.rows import to_json


@dataclass(slots=True)
class Ruling:
    """`kept` is False of what was rejected; `changes` are all corrections, a later one of a field in place of the
    earlier. `last` is the decision that settled it, `document` where it stands now.
    """

    target: Target
    last: Decision
    document: str = ""
    kept: bool = True
    changes: dict[str, Any] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)

    def add(self, decision: Decision) -> None:
        """Take one more decision into account."""
        self.last = decision
        self.kept = decision.action != "reject"
        self.changes |= decision.changes
        self.numbers.append(decision.number)

    @property
    def because(self) -> str:
        """Who decided, and why: what is shown beside a thing that a person decided."""
        return f"decided by {self.last.by}" + (f": {self.last.reason}" if self.last.reason else "")


def same_thing(target: Target) -> str:
    """What two decisions share that are about the same thing, and no others.

    A record is known by where it stands and what tells it from others there, a matter by its statements, an entity by
    its name.
    """
    places = [(anchor.path, anchor.span) for anchor in target.anchors] if target.kind in (*KEYS, "matter") else []
    return to_json([target.kind, target.key, places])


def key_of(kind: Kind, record: object) -> dict[str, Any]:
    """The fields that tell a record from others of its document, as JSON holds them."""
    values = asdict(record)  # type: ignore[call-overload]
    return {name: _listed(values[name]) for name in KEYS[kind]}


def _listed(value: Any) -> Any:
    return [_listed(part) for part in value] if isinstance(value, tuple | list) else value


def fold(decisions: Iterable[tuple[Decision, str]]) -> list[Ruling]:
    """Rulings from the decisions and the documents that they bind to, in the order of the last decision of each."""
    rulings: dict[str, Ruling] = {}
    for decision, document in decisions:
        target = decision.target
        thing = to_json([target.kind, target.key, document]) if document else same_thing(target)
        ruling = rulings.get(thing) or Ruling(decision.target, decision, document)
        ruling.add(decision)
        rulings[thing] = ruling
    return sorted(rulings.values(), key=lambda r: r.last.number)


def assigned_referent(document: str, entity: dict[str, Any]) -> str:
    """The id of the referent that stands in a document for an entity of which the document itself says nothing."""
    return content_id("referent", document, "assigned", entity["id"])
