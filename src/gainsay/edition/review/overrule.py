"""What the decisions make of one document's reading: what was found, without the rejected, with the corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.designations import Designation
from gainsay.annotations.mentions import Mention
from gainsay.edition.document import Found
from gainsay.edition.review.decision import Kind, Target
from gainsay.edition.review.fields import RECORDS
from gainsay.edition.review.ruling import Ruling, assigned_referent, key_of
from gainsay.entities.entity import Referent, Resolution
from gainsay.spans import Span, Spans, any_overlap, content_id, cover
from gainsay.statements.statement import Statement
from gainsay.store.rows import codec, to_json

SAME = 0.8  # of two contents together that both share: then the later version read the same words a little otherwise
_LISTS: dict[Kind, str] = {
    "attribution": "attributions",
    "date": "dates",
    "figure": "figures",
    "citation": "citations",
    "designation": "designations",
}


def overrule(found: Found, rulings: Sequence[Ruling]) -> tuple[Found, list[str | None]]:
    """What was found in a document, as the rulings on it have it; and the id of what each ruling is about."""
    table = _Table(found)
    records = [table.apply(ruling) if ruling.target.kind != "statement" else None for ruling in rulings]
    return table.found(), records


def revise(statements: Iterable[Statement], rulings: Sequence[Ruling]) -> list[Statement]:
    """The statements as the rulings on them have it."""
    about = {to_json(r.target.key): r for r in rulings if r.target.kind == "statement"}
    revised = []
    for one in statements:
        ruling = about.get(to_json(key_of("statement", one))) if about else None
        if ruling is None or ruling.kept:
            revised.append(one if ruling is None else replace(one, **ruling.changes))
    return revised


class _Table:
    """The records of one document while the rulings are carried out, each under its id."""

    def __init__(self, found: Found) -> None:
        self.layout = found.layout
        self.document = found.document
        self.records: dict[Kind, dict[str, Any]] = {
            kind: {r.id: r for r in getattr(found.annotations, name)} for kind, name in _LISTS.items()
        }
        self.records["mention"] = {m.id: m for m in found.resolution.mentions}
        self.referents = {r.id: r for r in found.resolution.referents}
        self.speakers = dict(found.resolution.speakers)
        self.voices: list[tuple[str, Spans]] = []  # ids and contents of attributions that were touched

    def found(self) -> Found:
        """The result; lists are in the order of the text."""
        self._voice_designations()
        spoken = set(self.speakers.values())
        referents = tuple(r for r in self.referents.values() if r.mentions or r.id in spoken)
        lists = {name: tuple(self.records[kind].values()) for kind, name in _LISTS.items()}
        lists["attributions"] = tuple(sorted(lists["attributions"], key=_place))
        for name in ("dates", "figures", "designations"):
            lists[name] = tuple(sorted(lists[name], key=lambda r: r.span))
        mentions = tuple(sorted(self.records["mention"].values(), key=lambda m: (m.span, m.id)))
        annotations = Annotations(**lists, mentions=mentions)
        return Found(self.layout, annotations, Resolution(mentions, referents, self.speakers))

    def apply(self, ruling: Ruling) -> str | None:
        """Carry out one ruling; the id of what it is about, if that is there.

        What a person confirmed or corrected is put back where this reading has it not.
        """
        target = ruling.target
        key = to_json(target.key)
        record = next((r for r in self.records[target.kind].values() if to_json(key_of(target.kind, r)) == key), None)
        if record is None and ruling.kept:
            record = self._restore(target)
        if record is None:
            return None
        if target.kind == "attribution":
            self.voices.append((record.id, record.content))
        if not ruling.kept:
            self._drop(target.kind, record)
        elif target.kind == "attribution":
            self._correct_attribution(record, ruling.changes)
        elif target.kind == "mention":
            self._correct_mention(record, ruling.changes)
        else:
            self.records[target.kind][record.id] = replace(record, **field_values(ruling.changes))
        identity: str = record.id
        return identity

    def _restore(self, target: Target) -> Any:
        """The record that a person confirmed, in the place of what this reading has instead of it."""
        record: Any = codec(RECORDS[target.kind]).from_columns(
            {**target.read, "id": content_id(target.kind, self.document.id, to_json(target.key))}
            | {"document": self.document.id}
        )
        for other in list(self.records[target.kind].values()):
            if _instead(target.kind, record, other):
                self._drop(target.kind, other)
        if isinstance(record, Attribution):
            known = self.records["attribution"], self.records["citation"]
            record = replace(
                record,
                parent=record.parent if record.parent in known[0] else None,
                citation=record.citation if record.citation in known[1] else None,
            )
            if record.speaker:
                self.speakers[record.id] = self._referent_at(cover(record.speaker))
        if isinstance(record, Designation):
            mentions = self.records["mention"]
            keep = tuple(m for m in record.mentions if m in mentions)
            record = replace(record, mentions=keep, called=tuple(m for m in record.called if m in mentions))
        self.records[target.kind][record.id] = record
        if isinstance(record, Mention):
            self._give(record, self._referent_named(record))
        return record

    def _drop(self, kind: Kind, record: Any) -> None:
        del self.records[kind][record.id]
        if kind == "attribution":
            self.speakers.pop(record.id, None)
            self._replace_in("attribution", "parent", record.id, record.parent)
        elif kind == "citation":
            self._replace_in("attribution", "citation", record.id, None)
        elif kind == "mention":
            self._take(record)
            for one in list(self.records["designation"].values()):
                if record.id in one.mentions:
                    named = tuple(m for m in one.mentions if m != record.id)
                    called = tuple(m for m in one.called if m != record.id)
                    self.records["designation"][one.id] = replace(one, mentions=named, called=called)

    def _replace_in(self, kind: Kind, name: str, old: str, new: str | None) -> None:
        """Put one id in the place of another in a field of all records of a kind."""
        for one in list(self.records[kind].values()):
            if getattr(one, name) == old:
                self.records[kind][one.id] = replace(one, **{name: new})

    def _correct_attribution(self, record: Attribution, changes: dict[str, Any]) -> None:
        corrected = replace(record, confidence=1.0, **field_values({k: v for k, v in changes.items() if k != "entity"}))
        if "content" in changes:
            kept = tuple(m for m in corrected.marked if any(c.contains(m) for c in corrected.content))
            corrected = replace(corrected, marked=kept)
            self.voices.append((record.id, corrected.content))
        self.records["attribution"][record.id] = corrected
        if changes.get("entity"):
            self.speakers[record.id] = self._referent_of(changes["entity"])
        elif "entity" in changes or ("speaker" in changes and not corrected.speaker):
            self.speakers.pop(record.id, None)
        elif "speaker" in changes:
            self.speakers[record.id] = self._referent_at(cover(corrected.speaker))

    def _correct_mention(self, record: Mention, changes: dict[str, Any]) -> None:
        corrected = replace(record, **field_values({k: v for k, v in changes.items() if k != "entity"}))
        self.records["mention"][record.id] = corrected
        if changes.get("entity"):
            spoken = [a for a, r in self.speakers.items() if record.id in self.referents[r].mentions]
            self._take(record)
            referent = self._referent_of(changes["entity"])
            self._give(corrected, referent)
            for one in spoken:  # whoever spoke under this very name speaks as the one now meant
                speaker = self.records["attribution"][one].speaker
                if speaker and cover(speaker).overlaps(record.span):
                    self.speakers[one] = referent

    def _referent_of(self, entity: dict[str, Any]) -> str:
        """The referent of this document that a person means, or one made for him."""
        for anchor in entity["anchors"]:
            if anchor["sha256"] == self.document.sha256:
                owner = self._owner(Span(*anchor["span"]))
                if owner is not None:
                    return owner
        identity = assigned_referent(self.document.id, entity)
        made = Referent(identity, self.document.id, entity["type"], entity["name"], (), ())
        self.referents.setdefault(identity, made)
        return identity

    def _owner(self, span: Span) -> str | None:
        """Whom the mention at exactly this place means."""
        ids = {m.id for m in self.records["mention"].values() if m.span == span}
        return next((r.id for r in self.referents.values() if not ids.isdisjoint(r.mentions)), None)

    def _referent_at(self, span: Span) -> str:
        """Whoever is named at a speaker's place, by a mention there or the first inside; else one only described."""
        known = self.records["mention"].values()
        inside = sorted(
            (m for m in known if span.contains(m.span) and (m.span == span or m.form not in ("nominal", "pronoun"))),
            key=lambda m: (m.span != span, m.type not in ("person", "organisation"), m.span),
        )
        for mention in inside:
            owner = self._owner(mention.span)
            if owner is not None:
                return owner
        identity = content_id("mention", self.document.id, *span, "nominal")
        mention = Mention(identity, self.document.id, span, "person", "nominal")
        self.records["mention"][identity] = mention
        referent = self._referent_named(mention)
        self._give(mention, referent)
        return referent

    def _referent_named(self, mention: Mention) -> str:
        """The referent that has these words for a name, or a new one."""
        words = mention.span.of(self.document.text)
        known = next((r.id for r in self.referents.values() if words in r.names or words == r.name), None)
        if known is not None:
            return known
        identity = content_id("referent", self.document.id, "decided", mention.id)
        names = (words,) if mention.form == "name" else ()
        self.referents[identity] = Referent(identity, self.document.id, mention.type, words, names, ())
        return identity

    def _give(self, mention: Mention, referent: str) -> None:
        one = self.referents[referent]
        self.referents[referent] = replace(one, mentions=(*one.mentions, mention.id))

    def _take(self, mention: Mention) -> None:
        """Take a mention from whomever it was taken for, with the name that stands nowhere else."""
        for one in list(self.referents.values()):
            if mention.id in one.mentions:
                rest = tuple(m for m in one.mentions if m != mention.id)
                words = {self.records["mention"][m].span.of(self.document.text) for m in rest}
                word = mention.span.of(self.document.text)
                names = tuple(n for n in one.names if n != word or n in words)
                self.referents[one.id] = replace(one, mentions=rest, names=names)

    def _voice_designations(self) -> None:
        """Words chosen for somebody stand in the voice of the innermost attribution around them."""
        touched = {identity for identity, _ in self.voices}
        contents = [span for _, spans in self.voices for span in spans]
        for one in list(self.records["designation"].values()):
            if one.attribution in touched or any(span.contains(one.span) for span in contents):
                around = [
                    (sum(span.length for span in a.content), a.id)
                    for a in self.records["attribution"].values()
                    if any(span.contains(one.span) for span in a.content)
                ]
                voice = min(around)[1] if around else None
                self.records["designation"][one.id] = replace(one, attribution=voice)


def _place(attribution: Attribution) -> Span:
    return cover(attribution.content or attribution.cue or attribution.speaker)


def field_values(changes: dict[str, Any]) -> dict[str, Any]:
    """Corrections from the log as the fields of records."""
    return {name: _value(name, value) for name, value in changes.items()}


def _value(name: str, value: Any) -> Any:
    if name in ("content", "speaker", "cue"):
        return tuple(Span(*span) for span in value)
    if name == "span":
        return Span(*value)
    return tuple(value) if isinstance(value, list) else value


def _instead(kind: Kind, record: Any, other: Any) -> bool:
    """Whether another reading of the same words stands where a confirmed record belongs."""
    if kind == "attribution":
        if record.cue and any_overlap(record.cue, other.cue):
            return True
        shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in record.content for b in other.content)
        every = sum(span.length for span in (*record.content, *other.content)) - shared
        return bool(shared >= SAME * every)
    return kind in ("date", "figure") and any_overlap([record.span], [other.span])
