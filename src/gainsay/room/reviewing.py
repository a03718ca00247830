"""The review desk: what to look at next, with its passage, and the log of decisions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import islice
from typing import Any

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.edition.edition import Edition
from gainsay.edition.review.decision import Decision, Reviewed
from gainsay.edition.review.fields import CORRECTABLE
from gainsay.edition.review.queue import Open
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Matter
from gainsay.room.apparatus import FACETS, VERDICTS
from gainsay.room.context import Field, Item, Link, Logged, ReviewPage, Waiting
from gainsay.room.correctable import CHOICES, HINTS, SPANS, WORDS
from gainsay.room.lines import stated
from gainsay.room.markup import Mark, segments
from gainsay.room.naming import clipped, matter_href, person_href, source_link
from gainsay.room.people import MOST_JOINED
from gainsay.room.reading import Reading
from gainsay.room.words import in_words, reason_in_words
from gainsay.spans import Span, cover
from gainsay.statements.statement import Statement

Record = Attribution | Mention | Date | Figure | Designation | Statement

SHOWN = 40  # lines of the queue
LONGEST_LOG = 200
MOST_MATTERS = 6
LONGEST_TITLE = 90
LONGEST_PASSAGE = 6000  # characters; a page without a paragraph is shown from the reading itself only


def review_href(target: str) -> str:
    """The address at which something is decided about."""
    return f"review/{target}.html"


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person at the desk brings: name, the kind wanted, what was wrong or done with the last decision.

    `own_only`: they may take back only what they decided themselves.
    """

    by: str = ""
    kind: str = ""
    problem: str = ""
    done: str = ""
    own_only: bool = False

    def may_undo(self, one: Decision) -> bool:
        """Whether they may take a decision back."""
        return one.action != "undo" and not (self.own_only and one.by != self.by)


class Desk:
    """Makes the review pages of a reading.

    `queue` gives what waits, of one kind or of all. `fresh` was just decided about, and need not have taken effect.
    """

    def __init__(
        self,
        edition: Edition,
        reading: Reading,
        queue: Callable[[str | None], Iterable[Open]],
        fresh: Set[str] = frozenset(),
    ) -> None:
        self._gathered = queue
        self.fresh = fresh
        self.edition = edition
        self.reading = reading
        self.shelf = reading.shelf

    def page(self, target: str = "", turn: Turn = Turn()) -> ReviewPage:
        """The desk with a reading at hand: the one given, else the first of the queue."""
        decided = self.decisions()
        settling = any(r.state == "waiting" for r in decided)
        passed = {r.record for r in decided if r.state == "in force"} | (self.fresh if settling else set())
        queue = list(islice(self._queue(turn.kind or None, passed), SHOWN))
        rows = [self._waiting(o.target, o.kind, o.words, o.why, target) for o in queue]
        if target and self.record(target) is None:
            raise self.reading.gone_reading(target)
        chosen = target or (queue[0].target if queue else "")
        agreement = self.edition.agreement()
        following = [r.target for r in rows if r.target != chosen]
        return ReviewPage(
            waiting=tuple(rows),
            total=len(queue),
            kind=turn.kind,
            item=self._item(chosen, decided, turn) if chosen else None,
            after=following[0] if following else "",
            log=tuple(self._logged(r, turn) for r in reversed(decided[-LONGEST_LOG:])),
            alpha=agreement.alpha,
            units=agreement.units,
            agreed=agreement.agreed,
            by=turn.by,
            problem=turn.problem,
            done=turn.done,
            settling=settling,
        )

    def _queue(self, kind: str | None, passed: Set[str | None]) -> Iterator[Open]:
        """What nobody has decided about, as far as it may be seen here."""
        for one in self._gathered(kind):
            if one.target not in passed and (not self.shelf.withheld or self.record(one.target) is not None):
                yield one

    def decisions(self) -> list[Reviewed]:
        """The log, as far as it may be seen here."""
        return self.shelf.open_decisions(self.edition.decisions())

    def _waiting(self, target: str, kind: str, words: str, why: str, current: str) -> Waiting:
        if kind == "matter":  # the queue begins with the short name of the verdict
            verdict, _, reason = why.partition(": ")
            why = f"{VERDICTS.get(verdict, verdict)}: {reason_in_words(reason)}"
        return Waiting(target, kind, clipped(words, LONGEST_TITLE), why, review_href(target), target == current)

    def record(self, target: str) -> Record | Matter | Entity | None:
        """What an id stands for in the edition as it is now."""
        shelf = self.shelf
        known: Iterable[Mapping[str, Any]] = (
            *(shelf.matter, shelf.entities, shelf.attribution, shelf.statements),
            *(shelf.date, shelf.figure, shelf.designation, shelf.mention),
        )
        found = next((some[target] for some in known if target in some), None)
        kept_out = getattr(found, "document", None) not in (None, *shelf.documents)
        return None if kept_out else found

    def _item(self, target: str, decided: list[Reviewed], turn: Turn) -> Item | None:
        record = self.record(target)
        if record is None:
            return None
        log = tuple(self._logged(r, turn) for r in reversed(decided) if r.record == target)
        if isinstance(record, Matter):
            return self._matter(record, log)
        if isinstance(record, Entity):
            return self._entity(record, log)
        return self._record(record, log)

    def _matter(self, matter: Matter, log: tuple[Logged, ...]) -> Item:
        reading = (
            ("verdict", VERDICTS[matter.verdict]),
            ("about", FACETS.get(matter.facet or "", "")),
            ("because", reason_in_words(matter.reason)),
        )
        return Item(
            target=matter.id,
            kind="matter",
            title=matter.label,
            place=Link("the matter", matter_href(matter.id)),
            passage=(),
            language="",
            reading=reading,
            actions=("accept", "reject", "correct"),
            fields=tuple(self._fields("matter", matter)),
            names=(),
            matters=self.reading.matters.rows([matter]),
            log=log,
        )

    def _entity(self, entity: Entity, log: tuple[Logged, ...]) -> Item:
        joined = self.reading.people.joins(entity, MOST_JOINED)
        reading = [(j.names, f"{j.source.words}: {j.reason} ({j.score:.2f})") for j in joined]
        return Item(
            target=entity.id,
            kind="entity",
            title=entity.name,
            place=Link("the page", person_href(entity.id)) if entity.id in self.shelf.linked else Link("", ""),
            passage=(),
            language="",
            reading=tuple(reading),
            actions=("accept", "correct", "join", "part"),
            fields=tuple(self._fields("entity", entity)),
            names=entity.names,
            matters=self.reading.matters.rows(self.shelf.matters_of.get(entity.id, [])[:MOST_MATTERS]),
            log=log,
        )

    def _record(self, record: Record, log: tuple[Logged, ...]) -> Item:
        kind = type(record).__name__.lower()
        text = self.shelf.documents[record.document].text
        marks = list(_marks(record))
        around = self.around(record)
        passage = self.shelf.passage_at(record.document, around.start)
        title = " ".join(max((m.span.of(text) for m in marks), key=len, default=kind).split())
        return Item(
            target=record.id,
            kind=kind,
            title=clipped(title, LONGEST_TITLE),
            place=source_link(self.shelf, record.document, passage.id if passage else ""),
            passage=segments(text, around, marks),
            language=self.shelf.documents[record.document].language or "",
            reading=tuple(self._reading(record)),
            actions=("accept", "reject", "correct"),
            fields=tuple(self._fields(kind, record)),
            names=(),
            matters=self.reading.matters.rows(self._matters_on(record)[:MOST_MATTERS]),
            log=log,
        )

    def around(self, record: Record) -> Span:
        """The passages that a reading stands in: a speaker may be named in the one before the words."""
        whole = cover([m.span for m in _marks(record)])
        ends = [self.shelf.passage_at(record.document, at) for at in (whole.start, max(whole.end - 1, whole.start))]
        around = cover([whole, *(p.span for p in ends if p is not None)])
        return around if around.length <= LONGEST_PASSAGE else whole

    def _matters_on(self, record: Record) -> list[Matter]:
        """The matters in which a statement rests on this reading."""
        if isinstance(record, Statement):
            resting = [record]
        else:
            near = self.shelf.statements_of.get(record.document, [])
            resting = [s for s in near if record.id in (*s.attribution, *s.dates, *s.figures, *s.designations)]
        found = (m for s in resting for m in self.reading.sources.disputes.get(s.id, ()))
        return list({m.id: m for m in found}.values())

    def _reading(self, record: Record) -> Iterator[tuple[str, str]]:
        """What was read, in words."""
        if isinstance(record, Attribution):
            speaker = self.shelf.speaker_name(record.id)
            words = self._value("speaker", record)
            yield "who says it", f"{speaker}, in the words “{words}”" if words and words != speaker else speaker
            yield "in which way", f"{record.stance}, {record.kind}"
            yield "how sure", f"{round(100 * record.confidence)} %"
        if isinstance(record, Date):
            yield "which is", in_words(record.edtf) if record.edtf else "not in the calendar"
            by = self.shelf.placements.get(record.id)
            if by is not None and by.document in self.shelf.documents:
                event = self.shelf.documents[by.document]
                yield "because", f"{event.path} says when that was: {by.span.of(event.text)}"
        if isinstance(record, Figure):
            yield "which is", " ".join(w for w in (stated(record), record.unit or "") if w)
            yield "counts", record.counted or "not understood"
        if isinstance(record, Statement):
            yield "on whose word", " → ".join(link.words for link in self.reading.matters.quotes.chain(record))
            yield "in which way", f"{record.polarity}{', hedged' if record.hedged else ''}"
        if isinstance(record, Mention):
            yield "who or what", self._value("entity", record) or "not known"
        if isinstance(record, Designation):
            yield "leans", f"{record.charge if record.charge is not None else 0:g}, from −1 (condemns) to 1 (praises)"

    def _fields(self, kind: str, record: Any) -> Iterator[Field]:
        for name in CORRECTABLE[kind]:  # type: ignore[index]
            choices = CHOICES.get((kind, name), ())
            if kind == "entity" and name == "name":
                choices = tuple(record.names)
            yield Field(name, WORDS.get(name, name), self._value(name, record), choices, HINTS.get(name, ""))

    def _value(self, name: str, record: Any) -> str:
        """A field as a person would write it."""
        if name == "entity":
            of = self.shelf.speaker_entity if isinstance(record, Attribution) else self.shelf.entity_of_mention
            entity = of(record.id)
            return self.shelf.entities[entity].name if entity in self.shelf.entities and entity else ""
        value = getattr(record, name)
        if name in SPANS:
            spans = [value] if isinstance(value, Span) else value
            return " … ".join(s.of(self.shelf.documents[record.document].text) for s in spans)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            return "–".join("" if v is None else f"{v:g}" for v in value)
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    def _logged(self, reviewed: Reviewed, turn: Turn) -> Logged:
        one = reviewed.decision
        read = one.target.read
        changes = tuple(
            (k, self._told(one, k, read.get(k)), self._told(one, k, v)) for k, v in sorted(one.changes.items())
        )
        here = reviewed.record and self.record(reviewed.record) is not None
        return Logged(
            number=one.number,
            at=in_words(one.at[:10]),
            by=one.by,
            action=one.action,
            kind=one.target.kind,
            what=clipped(one.target.name, 2 * LONGEST_TITLE),
            changes=changes,
            reason=one.reason,
            state=reviewed.state,
            note=reviewed.note,
            href=review_href(reviewed.record) if here and reviewed.record else "",
            undoable=turn.may_undo(one) and reviewed.state != "undone",
        )

    def _told(self, one: Decision, name: str, value: Any) -> str:
        """A value of the log as a person reads it: of spans the words, as long as their document is there."""
        anchored = {a.sha256 for a in one.target.anchors}
        document = next((d for d in self.shelf.documents.values() if d.sha256 in anchored), None)
        if name in SPANS and isinstance(value, str):
            value = json.loads(value)  # as the log keeps what was read
        if name not in SPANS or document is None or not value:
            return _plain(value)
        spans = value if isinstance(value[0], list) else [value]
        return " … ".join(" ".join(Span(*s).of(document.text).split()) for s in spans) or "nothing"


def _plain(value: Any) -> str:
    """A value of the log as a person reads it."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("quote") or "something")
    if isinstance(value, list):
        return ", ".join(_plain(v) if isinstance(v, dict | list) else str(v) for v in value) or "nothing"
    return "nothing" if value in (None, "") else str(value)


def _marks(record: Record) -> Iterator[Mark]:
    if isinstance(record, Attribution):
        yield from (Mark(s, "content") for s in record.content)
        yield from (Mark(s, "speaker") for s in record.speaker)
        yield from (Mark(s, "cue") for s in record.cue)
    else:
        yield Mark(record.span, "claim here")
