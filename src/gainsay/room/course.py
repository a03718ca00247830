"""How a matter is told through time, on whose word, and who is silent on it, as the edition accounts for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainsay.dependence.dependence import Dependence
from gainsay.edition.course import Course, course_of
from gainsay.edition.course import Telling as Told
from gainsay.edition.edition import Edition
from gainsay.edition.origins import Branch as Grown
from gainsay.edition.origins import HeardThrough, Origin, heard_through, origins_of
from gainsay.edition.shown import show
from gainsay.edition.silence import Silent, silent_on
from gainsay.edition.voices import Voices
from gainsay.matters.matter import DISPUTED, Matter
from gainsay.room.context import Branch, Link, MatterView, Silence, Telling, Witness
from gainsay.room.naming import clipped, place_href, short_title, source_link
from gainsay.room.shelf import Shelf
from gainsay.room.shelved import Shelved
from gainsay.room.words import in_words, letter_of, reason_in_words
from gainsay.spans import Span

MOST_TOLD = 60
MOST_SILENT = 12
DEEPEST = 8
LONGEST = 180  # characters of a statement in a list
_CHANGES = {"position": "until then the same voice: “{}”", "figure": "told before: “{}”"}


class Courses:
    """Adds the account of a matter to its page."""

    def __init__(self, shelf: Shelf, edition: Edition) -> None:
        self.shelf = shelf
        self.edition = Shelved(edition, shelf)
        self._by_path = {d.path: d.id for d in shelf.documents.values()}
        self._numbers_of: dict[str, list[int]] = defaultdict(list)
        for number, dependence in enumerate(shelf.dependences):
            for document in {dependence.a.document: None, dependence.b.document: None}:
                self._numbers_of[document].append(number)

    def told(self, matter: Matter, view: MatterView) -> MatterView:
        """The page of a matter with its course through time, its origins as trees, and those who are silent."""
        single = matter.verdict == "single-witness"
        course = course_of(self.edition, matter, self._dependences(matter))
        told = () if single else tuple(self._tellings(course))
        # Everybody else is silent on what one origin alone tells: a list of them would say nothing.
        silent = () if single else silent_on(self.edition, matter, MOST_SILENT)
        return replace(
            view,
            first=self._first(course),
            told=told[:MOST_TOLD],
            more_told=max(0, len(told) - MOST_TOLD),
            heard=tuple(map(_heard, self._heard(matter))),
            silent=tuple(map(self._silence, silent)),
            witnesses=self._witnesses(course, origins_of(matter.witnesses, course), view.witnesses),
        )

    def _dependences(self, matter: Matter) -> list[Dependence]:
        """Those between its documents, in the order of the edition."""
        told = {self.shelf.statements.document_of(s) for side in matter.sides for s in side.statements}
        numbers = {n for document in told for n in self._numbers_of.get(document, ())}
        found = (self.shelf.dependences[n] for n in sorted(numbers))
        return [d for d in found if d.a.document in told and d.b.document in told]

    def _first(self, course: Course) -> tuple[Link, str] | None:
        """Where it is told before all others; None where no date tells."""
        first = next((t for t in course.tellings if t.statement == course.first), None)
        if first is None or len({t.document for t in course.tellings}) < 2:
            return None
        return source_link(self.shelf, first.document, first.statement), in_words(first.when or "")

    def _tellings(self, course: Course) -> Iterator[Telling]:
        """The tellings in time; nothing where no two of them lie apart in it."""
        if len({t.when for t in course.tellings if t.when}) < 2:
            return
        known = {t.statement: t for t in course.tellings}
        changed = {c.later: _CHANGES[c.what].format(clipped(c.before, LONGEST)) for c in course.changes}
        for t in course.tellings:
            again = known.get(t.repeats or "")
            yield Telling(
                letter=letter_of(t.side - 1),
                when=in_words(t.when) if t.when else "",
                edtf=t.when or "",
                by=self._name(t.by),
                words=clipped(t.words, LONGEST),
                value=clipped(t.value, LONGEST),
                source=source_link(self.shelf, t.document, self._anchor(t.document, t.span)),
                language=self.shelf.documents[t.document].language or "",
                again=f"as {self._name(again.by)}: {reason_in_words(t.why)}" if again else "",
                changed=changed.get(t.statement, ""),
            )

    def _name(self, voice: str) -> str:
        """A voice by name; a document by its title, where the account has its path."""
        document = self._by_path.get(voice)
        return short_title(self.shelf.documents[document]) if document else voice

    def _anchor(self, document: str, span: Span) -> str:
        passage = self.shelf.passage_at(document, span.start)
        return passage.id if passage else ""

    def _heard(self, matter: Matter) -> tuple[HeardThrough, ...]:
        """The sides that only their opponents pass on."""
        if matter.verdict not in DISPUTED:
            return ()
        held = [self.shelf.statements[s] for side in matter.sides for s in side.statements]
        voices = Voices(self.edition)
        return heard_through(show(self.edition, [matter])[0], {s.id: voices.chain(s) for s in held})

    def _witnesses(self, course: Course, origins: Sequence[Origin], shown: Sequence[Witness]) -> tuple[Witness, ...]:
        """The origins with their trees, where more than one statement rests on one."""
        spans = {t.statement: t for t in course.tellings}
        if len(shown) != len(origins):
            return tuple(shown)
        trees = (tuple(self._rows(o.branches, 0, spans)) if _grows(o.branches) else () for o in origins)
        return tuple(
            replace(w, access=o.shown, tree=tree[:MOST_TOLD], more=max(0, len(tree) - MOST_TOLD))
            for w, o, tree in zip(shown, origins, trees, strict=True)
        )

    def _rows(self, branches: Sequence[Grown], depth: int, spans: dict[str, Told]) -> Iterator[Branch]:
        for one in branches:
            told = spans[one.statement]
            place = source_link(self.shelf, told.document, self._anchor(told.document, told.span))
            when = in_words(one.when) if one.when else ""
            tie, by = reason_in_words(one.tie) if one.tie else "", self._name(one.by)
            yield Branch(min(depth, DEEPEST), by, clipped(one.words, LONGEST), place, when, tie)
            yield from self._rows(one.branches, depth + 1, spans)

    def _silence(self, one: Silent) -> Silence:
        def place(words: str, span: Span) -> Link:
            return Link(words, place_href(self.shelf.documents[one.document], self._anchor(one.document, span)))

        parties = tuple(place(name, found.span) for name, found in one.parties)
        period = place(" ".join(one.period.words.split()), one.period.span) if one.period else None
        return Silence(source_link(self.shelf, one.document), parties, period)


def _grows(branches: Sequence[Grown]) -> bool:
    return len(branches) > 1 or any(b.branches for b in branches)


def _heard(one: HeardThrough) -> str:
    return f"Side {letter_of(one.side - 1)} ({', '.join(one.holders)}) is heard only through {', '.join(one.through)}."
