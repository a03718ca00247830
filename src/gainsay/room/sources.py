"""Sources as pages: the text as it stands, marked, with notes in the margin; and two of them side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Set

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.dependence.dependence import Dependence, Place
from gainsay.documents.document import Document
from gainsay.passages.passage import Passage
from gainsay.room.context import ComparePage, Link, Note, PassageView, Run, SourceCard, SourcePage
from gainsay.room.markup import Mark, segments
from gainsay.room.naming import compare_href, matter_href, person_href, short_title, source_href, title_of
from gainsay.room.shelf import Shelf

STATED = ("title", "author", "publisher", "written", "party", "kind", "url")
BY = {"text": "read from the text", "file": "from the file", "user": "said by the user"}


class Sources:
    """Makes views of documents from what stands on the shelf; `linked` are the entities that have a page."""

    def __init__(self, shelf: Shelf, linked: Set[str]) -> None:
        self.shelf = shelf
        self.linked = linked
        self.matters_of: dict[str, list[Link]] = defaultdict(list)
        for matter in shelf.matters:
            documents = {shelf.statements[s].document: None for side in matter.sides for s in side.statements}
            for document in documents:
                self.matters_of[document].append(Link(matter.label, matter_href(matter.id)))
        self.dependences_of: dict[str, list[Dependence]] = defaultdict(list)
        for dependence in shelf.dependences:
            for document in {dependence.a.document: None, dependence.b.document: None}:
                self.dependences_of[document].append(dependence)

    def card(self, document: Document) -> SourceCard:
        """A document at a glance."""
        damage = Counter(d.kind for d in self.shelf.damage[document.id])
        return SourceCard(
            href=source_href(document.id),
            title=title_of(document),
            path=document.path,
            author=document.author or "",
            publisher=document.publisher or "",
            written=document.written or "",
            party=document.stated("party") or "",
            kind=document.stated("kind") or "",
            damage=", ".join(f"{n} {kind}" for kind, n in sorted(damage.items())),
            words=len(document.text.split()),
            matters=len(self.matters_of[document.id]),
        )

    def page(self, document: Document) -> SourcePage:
        """A document with its marks and its marginal notes."""
        marks = list(self._marks(document))
        notes = self._notes(document)
        passages = self.shelf.passages.get(document.id, [])
        views = [
            PassageView(
                anchor=passage.id,
                kind=passage.kind,
                number=number,
                segments=segments(document.text, passage.span, here),
                notes=tuple(notes.get(passage.id, ())),
            )
            for number, (passage, here) in enumerate(zip(passages, _by_passage(passages, marks), strict=True), 1)
        ]
        counts = Counter(m.name for m in marks)
        twins = {
            d.b.document if d.a.document == document.id else d.a.document
            for d in self.dependences_of[document.id]
            if d.kind != "cites" and d.a.document != d.b.document
        }
        return SourcePage(
            card=self.card(document),
            stated=tuple((k, s.value, BY[s.by]) for k in STATED if (s := document.metadata.get(k)) is not None),
            language=document.language or "",
            passages=tuple(views),
            counts=tuple((name, words, counts[name]) for name, words in LAYERS if counts[name]),
            matters=tuple(self.matters_of[document.id]),
            twins=tuple(
                Link(short_title(self.shelf.documents[t]), compare_href(document.id, t)) for t in sorted(twins)
            ),
            sha256=document.sha256,
        )

    def _marks(self, document: Document) -> Iterator[Mark]:
        shelf, key = self.shelf, document.id
        for one in shelf.attributions.get(key, ()):
            yield from (Mark(span, "content") for span in one.content)
            yield from (Mark(span, "speaker") for span in one.speaker)
            yield from (Mark(span, "cue", one.stance) for span in one.cue)
        for mention in shelf.mentions.get(key, ()):
            entity = shelf.entity_of_mention(mention.id)
            if mention.form == "name" and entity in shelf.entities:
                href = person_href(entity) if entity in self.linked else ""
                yield Mark(mention.span, "name", f"{mention.type}: {shelf.entities[entity].name}", href)
        for date in shelf.dates.get(key, ()):
            yield Mark(date.span, "date", date.edtf or f"{date.kind}, not placed in the calendar")
        for figure in shelf.figures.get(key, ()):
            value = "many" if figure.value is None else str(figure.value)
            yield Mark(figure.span, "fig", " ".join(w for w in (figure.qualifier, value, figure.unit) if w))
        for designation in shelf.designations.get(key, ()):
            yield Mark(designation.span, "desig", _leaning(designation.charge))
        for damage in shelf.damage[key]:
            yield Mark(damage.span, "damage", f"{damage.kind}: {damage.note}")
        for dependence in self.dependences_of[key]:
            yield from _shared(dependence, key)

    def _notes(self, document: Document) -> dict[str, list[Note]]:
        """The notes of each passage, in the order of what they stand beside."""
        beside = [
            (one.content[0].start, self._who_says(one))
            for one in self.shelf.attributions.get(document.id, ())
            if one.content
        ]
        beside += [(d.span.start, Note("Damage", f"{d.kind}: {d.note}")) for d in self.shelf.damage[document.id]]
        for citation in self.shelf.citations.get(document.id, ()):
            place = citation.marker or citation.reference or citation.note
            if place is not None:
                work = ", ".join(w for w in (citation.author, citation.title, citation.date) if w)
                lost = "its note is lost" if citation.marker and citation.note is None else "a note"
                beside.append((place.start, Note("Reference", work or lost)))
        found: dict[str, list[Note]] = defaultdict(list)
        passages = self.shelf.passages.get(document.id, [])
        at = 0
        for start, note in sorted(beside, key=lambda pair: pair[0]):
            while at + 1 < len(passages) and passages[at].span.end <= start:
                at += 1
            if passages:
                found[passages[at].id].append(note)
        return found

    def _who_says(self, one: Attribution) -> Note:
        sure = "" if one.confidence >= 0.75 else "perhaps "
        said = f", {one.said}" if one.said else ""
        name = self.shelf.speaker_name(one.id)
        return Note("Attribution", f"{sure}{name} {one.stance}{said}; {one.kind}, {round(100 * one.confidence)} %")

    def comparisons(self) -> Iterator[tuple[str, ComparePage]]:
        """A page for each pair of documents that share words, with its address."""
        pairs: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
        for dependence in self.shelf.dependences:
            if dependence.kind != "cites" and dependence.a.document != dependence.b.document:
                first, second = sorted((dependence.a.document, dependence.b.document))
                pairs[first, second].append(dependence)
        for (first, second), runs in sorted(pairs.items()):
            page = ComparePage(
                left=self.card(self.shelf.documents[first]),
                right=self.card(self.shelf.documents[second]),
                runs=tuple(self._run(first, run) for run in runs),
            )
            yield compare_href(first, second), page

    def _run(self, first: str, run: Dependence) -> Run:
        mine, other = (run.a, run.b) if run.a.document == first else (run.b, run.a)
        flipped = run.a.document != first
        altered = [(b, a) if flipped else (a, b) for a, b in run.altered]
        left = segments(self._text(mine), mine.span, [Mark(a, "altered") for a, _ in altered])
        right = segments(self._text(other), other.span, [Mark(b, "altered") for _, b in altered])
        return Run(run.kind, run.reason, run.words, left, right, self._place(mine), self._place(other))

    def _text(self, place: Place) -> str:
        return self.shelf.documents[place.document].text

    def _place(self, place: Place) -> Link:
        passages = self.shelf.passages.get(place.document, [])
        here = next((p.id for p in passages if p.span.start <= place.span.start < p.span.end), "")
        return Link(short_title(self.shelf.documents[place.document]), f"{source_href(place.document)}#{here}")


LAYERS = (
    ("content", "what is said"),
    ("speaker", "who says it"),
    ("cue", "the words that attribute"),
    ("name", "names"),
    ("date", "dates"),
    ("fig", "figures"),
    ("desig", "designations"),
    ("copied", "words shared with another text"),
    ("altered", "altered words"),
    ("damage", "damage"),
)


def _shared(dependence: Dependence, document: str) -> Iterator[Mark]:
    """The shared words of a dependence in one document, and those that the other has otherwise."""
    for number, place in enumerate((dependence.a, dependence.b)):
        if place.document == document and dependence.kind != "cites":
            other = (dependence.b, dependence.a)[number].document
            href = compare_href(document, other) if other != document else ""
            yield Mark(place.span, "copied", dependence.reason, href)
            yield from (Mark(pair[number], "altered") for pair in dependence.altered if pair[number].length)


def _leaning(charge: float | None) -> str:
    if charge is None or charge == 0:
        return "designation"
    return "designation that condemns" if charge < 0 else "designation that praises"


def _by_passage(passages: list[Passage], marks: list[Mark]) -> list[list[Mark]]:
    """For each passage the marks that lie in it or reach into it."""
    starts = [p.span.start for p in passages]
    found: list[list[Mark]] = [[] for _ in passages]
    for mark in marks:
        k = max(bisect_right(starts, mark.span.start) - 1, 0)
        while k < len(passages) and starts[k] < mark.span.end:
            if passages[k].span.overlaps(mark.span):
                found[k].append(mark)
            k += 1
    return found
