"""Sources as pages: the text as it stands, marked, with notes in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, partial
from weakref import proxy

from gainsay.annotations.mentions import Mention
from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Matter
from gainsay.passages.passage import Passage
from gainsay.room.apparatus import counted_damage, damage_in_words
from gainsay.room.citing import cite
from gainsay.room.context import Datum, Layer, Link, PassageView, SourceCard, SourcePage
from gainsay.room.lines import stated
from gainsay.room.markup import Mark, segments
from gainsay.room.matters import Matters
from gainsay.room.naming import compare_href, person_href, place_href, short_title, source_href, title_of
from gainsay.room.notes import Hanging, Margin, lettered
from gainsay.room.parts import is_long, parts_of
from gainsay.room.shelf import Shelf
from gainsay.room.words import in_words, reason_in_words
from gainsay.spans import Span

STATED = ("title", "author", "publisher", "written", "captured", "party", "kind", "url")
BY = {"text": "read from the text", "file": "from the file", "user": "said by the user"}
LAYERS = (
    ("content", "what is said"),
    ("speaker", "who says it"),
    ("cue", "the words that attribute"),
    ("name", "names"),
    ("date", "dates"),
    ("fig", "figures"),
    ("desig", "designations"),
    ("copied", "shared with another text"),
    ("altered", "altered words"),
    ("damage", "damage"),
    ("marker", "note markers"),
)
MOST_MATTERS = 60
CERTAIN = 1.0  # the same name
KEPT_LAID = 4  # documents whose marks are kept: the parts of a long text are asked for one after the other
LEFTWARD = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


class Sources:
    """Makes views of documents from what stands on the shelf."""

    def __init__(self, shelf: Shelf, matters: Matters) -> None:
        self.shelf = shelf
        self.matters = matters
        self.matters_of: dict[str, list[Matter]] = defaultdict(list)
        self.disputes: dict[str, list[Matter]] = defaultdict(list)
        for matter in shelf.matters:
            held = [s for side in matter.sides for s in side.statements]
            for document in dict.fromkeys(map(shelf.statements.document_of, held)):
                self.matters_of[document].append(matter)
            for statement in held:
                self.disputes[statement].append(matter)
        self.dependences_of: dict[str, list[Dependence]] = defaultdict(list)
        for dependence in shelf.dependences:
            for document in {dependence.a.document: None, dependence.b.document: None}:
                self.dependences_of[document].append(dependence)
        self.cards = {d.id: self._card(d) for d in shelf.documents.values()}
        self.margin = Margin(shelf, self.disputes)
        self._laid = lru_cache(maxsize=KEPT_LAID)(partial(Sources._lay, proxy(self)))  # so that both can be let go of

    @cached_property
    def in_time(self) -> tuple[SourceCard, ...]:
        """The cards of all documents, in time; those without a date last, by path."""
        return tuple(sorted(self.cards.values(), key=lambda c: (not c.edtf, c.edtf, c.path)))

    def _card(self, document: Document) -> SourceCard:
        damage = Counter(d.kind for d in self.shelf.damage[document.id])
        return SourceCard(
            href=source_href(document.id),
            title=title_of(document),
            name=short_title(document),
            path=document.path,
            author=document.author or "",
            publisher=document.publisher or "",
            written=in_words(document.written) if document.written else "",
            edtf=document.written or "",
            party=document.stated("party") or "",
            kind=document.stated("kind") or "",
            damage=counted_damage(damage),
            damaged=damage.total(),
            words=len(document.text.split()),
            matters=len(self.matters_of[document.id]),
            restricted=document.restricted,
        )

    def page(self, document: Document, part: int = 1, at: str = "", whole: bool = False) -> SourcePage:
        """A document with its marks and its notes; of a long one that part, or the one in which `at` begins."""
        marks, noted = self._laid(document.id)
        passages = self.shelf.passages.get(document.id, [])
        parts = parts_of(passages) if is_long(document) and not whole else []
        shown, number = range(len(passages)), 0
        if len(parts) > 1:
            number = self._part_with(document, at, parts) or min(max(part, 1), len(parts))
            shown = parts[number - 1]
        marked = _by_passage(passages[shown.start : shown.stop], marks)
        counts = Counter(name for m in marks for name in m.name.split())
        return SourcePage(
            card=self.cards[document.id],
            stated=tuple(self._stated(document)),
            language=document.language or "",
            leftward=(document.language or "").split("-")[0] in LEFTWARD,
            passages=tuple(
                self._passage(document, k + 1, passages[k], here, noted.get(passages[k].id, []))
                for k, here in zip(shown, marked, strict=True)
            ),
            layers=tuple(Layer(name, words, counts[name]) for name, words in LAYERS if counts[name]),
            matters=self.matters.rows(self.matters_of[document.id][:MOST_MATTERS]),
            twins=tuple(self._twins(document)),
            sha256=document.sha256,
            remarks=document.remarks,
            cite=cite(document).forms,
            parts=tuple(Link(str(k), f"{source_href(document.id)}?part={k}") for k in range(1, len(parts) + 1)),
            part=number,
        )

    def _lay(self, identity: str) -> tuple[list[Mark], dict[str, list[Hanging]]]:
        """All marks of a document, and its notes by passage."""
        document = self.shelf.documents[identity]
        hanging = sorted(
            [*self.margin.notes(document), *self._shared_notes(document)], key=lambda h: (h.span.end, h.span.start)
        )
        return list(self._marks(document)), self._by_end(document, hanging)

    def _part_with(self, document: Document, anchor: str, parts: Sequence[range]) -> int:
        """The number of the part in which a passage, an attribution or a statement begins; 0 where none does."""
        shelf = self.shelf
        span: Span | None = None
        if anchor in shelf.attribution:
            span = shelf.attribution[anchor].content[0]
        elif anchor in shelf.statements:
            span = shelf.statements[anchor].span
        passage = shelf.passage_at(document.id, span.start) if span else shelf.passage.get(anchor)
        numbers = (k for k, p in enumerate(shelf.passages[document.id]) if passage and p.id == passage.id)
        place = next(numbers, None)
        return next((n for n, part in enumerate(parts, 1) if place is not None and place in part), 0)

    def _passage(
        self, document: Document, number: int, passage: Passage, marks: list[Mark], hanging: list[Hanging]
    ) -> PassageView:
        notes, letters = lettered(hanging)
        return PassageView(
            anchor=passage.id,
            kind=passage.kind,
            number=number,
            segments=segments(document.text, passage.span, [*marks, *letters]),
            notes=notes,
        )

    def _stated(self, document: Document) -> Iterator[Datum]:
        for key in STATED:
            found = document.metadata.get(key)
            if found is not None:
                value = in_words(found.value) if key in ("written", "captured") else found.value
                yield Datum(key, value, BY[found.by])

    def _twins(self, document: Document) -> Iterator[Link]:
        twins = {
            d.b.document if d.a.document == document.id else d.a.document
            for d in self.dependences_of[document.id]
            if d.kind != "cites" and d.a.document != d.b.document
        }
        for twin in sorted(twins, key=lambda t: self.shelf.documents[t].path):
            yield Link(short_title(self.shelf.documents[twin]), compare_href(document.id, twin))

    def _by_end(self, document: Document, hanging: list[Hanging]) -> dict[str, list[Hanging]]:
        """Notes by the passage in which what they hang on ends."""
        found: dict[str, list[Hanging]] = defaultdict(list)
        for one in hanging:
            passage = self.shelf.passage_at(document.id, max(one.span.end - 1, one.span.start))
            if passage is not None:
                found[passage.id].append(one)
        return found

    def _marks(self, document: Document) -> Iterator[Mark]:
        shelf, key = self.shelf, document.id
        for one in shelf.attributions.get(key, ()):
            for number, span in enumerate(one.content):
                yield Mark(span, "content", anchor="" if number else one.id)
            yield from (Mark(span, "speaker") for span in one.speaker)
            yield from (Mark(span, "cue", one.stance) for span in one.cue)
        for mention in shelf.mentions.get(key, ()):
            entity = shelf.entity_of_mention(mention.id)
            if mention.form == "name" and entity in shelf.entities:
                href = person_href(entity) if entity in shelf.linked else ""
                yield Mark(mention.span, "name", self._who(mention, shelf.entities[entity]), href)
        yield from self._values(key)
        for statement in shelf.statements_of.get(key, ()):
            if statement.id in self.disputes:
                yield Mark(statement.span, "", anchor=statement.id)
        for dependence in self.dependences_of[key]:
            yield from _shared(dependence, key)

    def _who(self, mention: Mention, entity: Entity) -> str:
        """Who is meant by a name; where it is not their own, why, and how sure."""
        words = f"{mention.type}: {entity.name}"
        join = self.shelf.entity_of.link(self.shelf.referent_of_mention(mention.id))
        if join is None or join.score >= CERTAIN:
            return words
        return f"{words}; {reason_in_words(join.reason)}, {round(100 * join.score)} % sure"

    def _values(self, key: str) -> Iterator[Mark]:
        shelf = self.shelf
        for date in shelf.dates.get(key, ()):
            yield Mark(date.span, "date", in_words(date.edtf) if date.edtf else "no place in the calendar")
        for figure in shelf.figures.get(key, ()):
            words = (stated(figure), figure.unit, f"({figure.action})" if figure.action else "")
            yield Mark(figure.span, "fig", " ".join(w for w in words if w))
        for designation in shelf.designations.get(key, ()):
            yield Mark(designation.span, "desig", leaning(designation.charge))
        for damage in shelf.damage[key]:
            yield Mark(damage.span, "damage", f"{damage_in_words(damage.kind)}: {damage.note}")
        for citation in shelf.citations.get(key, ()):
            if citation.marker is not None:
                note = shelf.passage_at(key, citation.note.start) if citation.note else None
                tip = "to its note" if note else "its note is not in the file"
                yield Mark(citation.marker, "marker", tip, place_href(shelf.documents[key], note.id) if note else "")

    def _shared_notes(self, document: Document) -> Iterator[Hanging]:
        """A note at the end of each stretch that another document has too."""
        for dependence in self.dependences_of[document.id]:
            for place, other in ((dependence.a, dependence.b), (dependence.b, dependence.a)):
                if place.document == document.id != other.document and dependence.kind != "cites":
                    yield self.margin.shared(dependence, place, other)


def leaning(charge: float | None) -> str:
    """Which way a designation leans, in words."""
    if charge is None or charge == 0:
        return "designation"
    return "designation that condemns" if charge < 0 else "designation that praises"


def _shared(dependence: Dependence, document: str) -> Iterator[Mark]:
    """The shared words of a dependence in one document, and those that the other has otherwise."""
    if dependence.a.document == dependence.b.document:
        return  # what a text repeats of itself is told with its matters; marked, it would cover forms and refrains
    for number, place in enumerate((dependence.a, dependence.b)):
        if place.document == document and dependence.kind != "cites":
            yield Mark(place.span, "copied")
            yield from (Mark(pair[number], "altered") for pair in dependence.altered if pair[number].length)


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
