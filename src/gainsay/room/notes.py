"""The notes in the margin of a source: who says it, what was shared, what is disputed, what is damaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.designations import Designation
from gainsay.dependence.dependence import Dependence, Place
from gainsay.documents.document import Document
from gainsay.matters.matter import Matter
from gainsay.room.apparatus import damage_in_words, verdict_in_words
from gainsay.room.context import Link, Note
from gainsay.room.markup import Mark
from gainsay.room.naming import (
    clipped,
    compare_href,
    entity_link,
    matter_href,
    place_href,
    short_title,
    source_link,
    speaker_link,
)
from gainsay.room.shelf import Shelf
from gainsay.room.words import in_words
from gainsay.spans import Span

UNSURE = 0.75  # an attribution that is less sure than this is shown with "perhaps"
LONGEST_LABEL = 70
_STANCES = {
    "asserts": "Said by",
    "denies": "Denied by",
    "doubts": "Doubted by",
    "asks": "Asked by",
    "demands": "Demanded by",
    "promises": "Promised by",
    "silent": "Not said by",
}


@dataclass(frozen=True, slots=True)
class Hanging:
    """A note and what it hangs on; its letter is not yet given."""

    span: Span
    note: Note


def lettered(hanging: Sequence[Hanging]) -> tuple[tuple[Note, ...], list[Mark]]:
    """The notes of a passage under their letters, and the marks that carry the letters."""
    notes, marks = [], []
    for number, one in enumerate(hanging):
        letter = _letter(number)
        notes.append(replace(one.note, letter=letter))
        marks.append(Mark(one.span, note=letter))
    return tuple(notes), marks


def _letter(number: int) -> str:
    """a … z, aa … az, ba …

    >>> _letter(0), _letter(25), _letter(26)
    ('a', 'z', 'aa')
    """
    high, low = divmod(number, 26)
    return (_letter(high - 1) if high else "") + chr(ord("a") + low)


class Margin:
    """Makes the notes; `disputes` are the matters of each statement."""

    def __init__(self, shelf: Shelf, disputes: Mapping[str, list[Matter]]) -> None:
        self.shelf = shelf
        self.disputes = disputes

    def notes(self, document: Document) -> Iterator[Hanging]:
        """The notes of a document."""
        for one in self.shelf.attributions.get(document.id, ()):
            if one.content:
                yield Hanging(one.content[-1], self._says(one))
        for damage in self.shelf.damage[document.id]:
            yield Hanging(damage.span, Note("", "Damage", f"{damage_in_words(damage.kind)}: {damage.note}"))
        for citation in self.shelf.citations.get(document.id, ()):
            place = citation.marker or citation.reference
            if place is not None:
                yield Hanging(place, self._refers(citation))
        for designation in self.shelf.designations.get(document.id, ()):
            if designation.charge and designation.mentions:
                yield Hanging(designation.span, self._designates(designation))
        for statement in self.shelf.statements_of.get(document.id, ()):
            for matter in self.disputes.get(statement.id, ()):
                yield Hanging(statement.span, _disputed(matter))

    def _says(self, one: Attribution) -> Note:
        chain: list[Link] = []
        inner: Attribution | None = one
        while inner is not None and len(chain) < 6:
            chain.append(speaker_link(self.shelf, inner.id))
            inner = self.shelf.attribution.get(inner.parent or "")
        words = [in_words(one.said)] if one.said else []
        words.append(f"{round(100 * one.confidence)} % sure")
        decided = self.shelf.decision_on(one.id)
        words = [*words[:-1], decided] if decided else words
        unsure = one.confidence < UNSURE and not decided
        return Note(
            "", _STANCES[one.stance], ", ".join(words), chain=tuple(reversed(chain)), unsure=unsure, review=one.id
        )

    def _refers(self, citation: Citation) -> Note:
        date = in_words(citation.date) if citation.date else None
        work = ", ".join(w for w in (citation.author, citation.title, date) if w)
        if citation.marker and citation.note is None:
            return Note("", "Lost note", "A marker stands here; its note is not in the file.")
        links = []
        if citation.marker and citation.note:
            passage = self.shelf.passage_at(citation.document, citation.note.start)
            links = (
                [Link("the note", place_href(self.shelf.documents[citation.document], passage.id))] if passage else []
            )
        return Note("", "Reference", work or "not understood", tuple(links))

    def _designates(self, designation: Designation) -> Note:
        found = dict.fromkeys(self.shelf.entity_of_mention(m) or "" for m in designation.mentions)
        links = tuple(entity_link(self.shelf, e) for e in found if e in self.shelf.entities)
        if designation.attribution is not None and designation.attribution in self.shelf.attribution:
            voice = f"in the words of {self.shelf.speaker_name(designation.attribution)}"
        else:
            voice = f"in the words of {short_title(self.shelf.documents[designation.document])} itself"
        leaning = "condemns" if (designation.charge or 0) < 0 else "praises"
        return Note("", "Designation", f"{leaning}, {voice}; of" if links else f"{leaning}, {voice}", links)

    def shared(self, dependence: Dependence, place: Place, other: Place) -> Hanging:
        """The note at the end of words that stand in another document too."""
        mine = "a" if place is dependence.a else "b"
        if dependence.direction == "unknown":
            kind = "In both"
        else:
            taken = dependence.direction.startswith(mine)
            kind = {"copies": ("Copied", "Copied by"), "quotes": ("Quoted", "Quoted by")}.get(
                dependence.kind, ("Repeats", "Repeated by")
            )[0 if taken else 1]
        altered = len(dependence.altered)
        words = f"{dependence.words} words" + (f", {altered} place{'s' * (altered != 1)} altered" if altered else "")
        there = source_link(self.shelf, other.document).words
        link = Link(f"{there}, side by side", compare_href(place.document, other.document))
        return Hanging(place.span, Note("", kind, words, (link,)))


def _disputed(matter: Matter) -> Note:
    kind = verdict_in_words(matter.verdict, matter.facet or "")
    return Note("", kind.capitalize(), "", (Link(clipped(matter.label, LONGEST_LABEL), matter_href(matter.id)),))
