"""What annotations say, held against the edition: where they differ, a decision is made."""

from __future__ import annotations

from typing import Any

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.edition.edition import Edition
from gainsay.edition.review.adding import ADDABLE
from gainsay.edition.review.decision import Action, Decision, Kind
from gainsay.errors import UsageError
from gainsay.imports.anchoring import Anchors
from gainsay.imports.annotation import Imported, Place, Report
from gainsay.spans import Span, cover

METHODS: dict[Kind, str] = {
    "attribution": "attributions",
    "mention": "mentions",
    "date": "dates",
    "figure": "figures",
    "citation": "citations",
    "designation": "designations",
    "statement": "statements",
}
"""The methods of an edition that give the records of each kind, in the order in which they are looked through."""


class Deciding:
    """Takes annotations one by one, makes decisions, and keeps account."""

    def __init__(self, edition: Edition, by: str, reason: str, accept: bool) -> None:
        self.edition = edition
        self.by = by
        self.reason = reason
        self.accept = accept
        self.anchors = Anchors(edition)
        self.records: dict[str, tuple[Kind, Any]] = {}
        self.at: dict[str, dict[Span, list[tuple[Kind, Any]]]] = {}
        self.matters = {m.id: m for m in edition.matters()}
        self.done = {(r.record, r.decision.action) for r in edition.decisions() if r.state in ("in force", "waiting")}
        self.decisions = self.added = self.unchanged = 0
        self.known = {_places(r.decision) for r in edition.decisions() if r.decision.action == "add"}
        self.orphaned: list[tuple[str, str]] = []
        self.unmatched: list[tuple[str, str]] = []

    def report(self) -> Report:
        """What became of all that was taken."""
        return Report(self.decisions, self.added, self.unchanged, tuple(self.orphaned), tuple(self.unmatched))

    def take(self, one: Imported) -> None:
        """Make a decision of an annotation, where it says otherwise than the edition."""
        if one.record in self.matters:
            self._decide(self.matters[one.record].id, one, {})
            return
        if not one.places:
            return  # of a document or a name as a whole: it says nothing of a reading
        found = [self.anchors.find(place) for place in one.places]
        problem = next((f for f in found if isinstance(f, str)), None)
        if problem is not None:
            self.orphaned.append((one.id, problem))
            return
        anchored = [f for f in found if not isinstance(f, str)]
        document, spans = anchored[0][0], [span for _, span in anchored]
        record = self._record(one, document, spans)
        if record is None:
            self._add(one, document, spans)
            return
        kind, reading = record
        changes = {name: v for name, v in one.values(kind).items() if _plain(getattr(reading, name)) != v}
        changes.update(self._moved(kind, reading, one, spans))
        self._decide(reading.id, one, changes)

    def _record(self, one: Imported, document: str, spans: list[Span]) -> tuple[Kind, Any] | None:
        """The reading that is meant: by its id, or the only one of its kind at just these words."""
        if document not in self.at:
            self._load(document)
        if one.record in self.records:
            return self.records[one.record]
        there = self.at[document].get(cover(spans), [])
        if one.kind:
            there = [found for found in there if found[0] == one.kind]
        return there[0] if len(there) == 1 else None

    def _add(self, one: Imported, document: str, spans: list[Span]) -> None:
        """Add a reading at words where the edition has none of its kind, and where somebody did not do so before."""
        if one.record or one.verdict == "reject" or one.kind not in ADDABLE:
            self.unmatched.append((one.id, "no reading of the edition stands at these words"))
            return
        fields = one.values(one.kind)
        if one.kind == "attribution":
            spoken = {"speaker": self._spans(one.speaker), "cue": self._spans(one.cue)}
            fields |= {name: [list(span) for span in found] for name, found in spoken.items() if found}
            fields["content"] = [list(span) for span in spans]
        else:
            fields["span"] = list(spans[0])
        place = one.kind, tuple((self.edition.paths[document], span) for span in spans)
        if place in self.known:
            self.unchanged += 1
            return
        try:
            self.edition.review(
                document, "add", by=self.by, reason=one.comment or self.reason, record=one.kind, **fields
            )
        except UsageError as error:
            self.unmatched.append((one.id, str(error)))
            return
        self.known.add(place)
        self.decisions += 1
        self.added += 1

    def _load(self, document: str) -> None:
        places = self.at.setdefault(document, {})
        for kind, method in METHODS.items():
            for record in getattr(self.edition, method)(document):
                self.records[record.id] = (kind, record)
                span = _span(kind, record)
                if span is not None:
                    places.setdefault(span, []).append((kind, record))

    def _moved(self, kind: Kind, reading: Any, one: Imported, spans: list[Span]) -> dict[str, Any]:
        """The spans that the annotation gives otherwise than the reading."""
        if one.record is None:
            return {}
        changes: dict[str, Any] = {}
        if isinstance(reading, Attribution):
            changes = {} if tuple(spans) == reading.content else {"content": [list(span) for span in spans]}
            for name, places, old in (("speaker", one.speaker, reading.speaker), ("cue", one.cue, reading.cue)):
                new = self._spans(places)
                if new is not None and new != list(old):
                    changes[name] = [list(span) for span in new]
        elif kind in ("mention", "date", "figure", "designation") and spans != [reading.span]:
            changes = {"span": list(spans[0])}
        return changes

    def _spans(self, places: tuple[Place, ...]) -> list[Span] | None:
        """The spans of all places; None where one has lost its words."""
        found = [self.anchors.find(place) for place in places]
        return [f[1] for f in found if not isinstance(f, str)] if not any(isinstance(f, str) for f in found) else None

    def _decide(self, record: str, one: Imported, changes: dict[str, Any]) -> None:
        action: Action | None = "reject" if one.verdict == "reject" else "correct" if changes else None
        if action is None and (one.verdict == "accept" or self.accept):
            action = "accept"
        if action is None or ((record, action) in self.done and action != "correct"):
            self.unchanged += 1
            return
        reason = one.comment if one.verdict and one.comment else self.reason
        try:
            self.edition.review(record, action, by=self.by, reason=reason, **(changes if action == "correct" else {}))
        except UsageError as error:
            self.unmatched.append((one.id, str(error)))
            return
        self.done.add((record, action))
        self.decisions += 1


def _places(decision: Decision) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """What is added and where."""
    return decision.target.kind, tuple((anchor.path, anchor.span) for anchor in decision.target.anchors)


def _span(kind: Kind, record: Any) -> Span | None:
    """The words that a reading stands for."""
    if kind == "attribution":
        return cover(record.content) if record.content else None
    if kind == "citation":
        spans = [span for span in (record.marker, record.note or record.reference) if span is not None]
        return cover(spans) if spans else None
    span: Span = record.span
    return span


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
