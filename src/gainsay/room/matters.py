"""Matters as pages and as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from gainsay.annotations.figures import Figure
from gainsay.matters.matter import Matter, Side
from gainsay.room.context import Line, MatterView, SideView
from gainsay.room.lines import Counted, Placed, in_time, number_line, stated, time_line
from gainsay.room.naming import clipped, entity_link, matter_href
from gainsay.room.plainly import plainly
from gainsay.room.quotes import Quotes
from gainsay.room.shelf import Shelf
from gainsay.room.witnesses import Origins
from gainsay.room.words import in_words, letter_of, reason_in_words
from gainsay.statements.statement import Statement

MOST_HOLDERS = 4
MOST_QUOTES = 40  # of one side; a thousand repetitions tell no more than forty
MOST_SIDES = 40
SAME_WORDS = 88.0  # likeness in per cent from which a later statement of the same origin only repeats the earlier


class Matters:
    """Makes views of matters from what stands on the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.quotes = Quotes(shelf)
        self.origins = Origins(shelf)

    def rows(self, matters: Sequence[Matter]) -> tuple[MatterView, ...]:
        """Matters as rows: their sides without the quotations."""
        return tuple(
            self._view(matter, [self._side_row(k, s) for k, s in enumerate(matter.sides)]) for matter in matters
        )

    def page(self, matter: Matter) -> MatterView:
        """One matter with its sides, its witnesses and, where one helps, a picture."""
        sides = [self._side(matter, k, side) for k, side in enumerate(matter.sides[:MOST_SIDES])]
        return self._view(
            matter,
            sides,
            witnesses=tuple(self.origins.witnesses(matter)),
            people=tuple(entity_link(self.shelf, e) for e in matter.entities if e in self.shelf.linked),
            line=self._line(matter),
            more_sides=max(0, len(matter.sides) - MOST_SIDES),
        )

    def _view(self, matter: Matter, sides: Sequence[SideView], **more: object) -> MatterView:
        w = matter.witnesses
        denies = [self._denies(side) for side in matter.sides[: len(sides)]]
        told = [(s.holders, d) for s, d in zip(sides, denies, strict=True)]
        return MatterView(
            id=matter.id,
            href=matter_href(matter.id),
            label=matter.label,
            verdict=matter.verdict,
            facet=matter.facet or "",
            when=in_words(matter.when) if matter.when else "",
            edtf=matter.when or "",
            plain=plainly(matter.verdict, matter.facet or "", told, w.documents, w.independent + w.undetermined),
            reason=reason_in_words(matter.reason),
            documents=w.documents,
            independent=w.independent,
            undetermined=w.undetermined,
            origins=tuple(len(set(map(self.shelf.statements.document_of, members))) for members, _ in w.groups),
            sides=tuple(sides),
            decided=self.shelf.decision_on(matter.id),
            **more,  # type: ignore[arg-type]
        )

    def _statements(self, side: Side) -> list[Statement]:
        return [self.shelf.statements[s] for s in side.statements]

    def _denies(self, side: Side) -> bool:
        return any(s.polarity == "denies" for s in self._statements(side))

    def _side_row(self, number: int, side: Side) -> SideView:
        holders = list(dict.fromkeys(self.quotes.holder(s).words for s in self._statements(side)))
        return SideView(letter_of(number), " ".join(side.position.split()), _several(holders), (), len(side.statements))

    def _side(self, matter: Matter, number: int, side: Side) -> SideView:
        row = self._side_row(number, side)
        told = self._told(matter, side)
        facet = matter.facet or ""
        quotes = tuple(self.quotes.quote(s, facet, repeats) for s, repeats in told[:MOST_QUOTES])
        return SideView(row.letter, row.position, row.holders, quotes, max(0, len(told) - MOST_QUOTES))

    def _told(self, matter: Matter, side: Side) -> list[tuple[Statement, list[Statement]]]:
        """The statements of a side in time, each with those of the same origin that only repeat its words."""
        origin = {s: k for k, (members, _) in enumerate(matter.witnesses.groups) for s in members}
        told: list[tuple[Statement, list[Statement]]] = []
        by_origin: dict[int, list[tuple[Statement, list[Statement]]]] = {}
        for statement in sorted(self._statements(side), key=lambda s: in_time(self.quotes.when(s))):
            group = by_origin.setdefault(origin.get(statement.id, -1), [])
            known = next((t for t in group[:MOST_QUOTES] if self._repeats(statement, t[0])), None)
            if known:
                known[1].append(statement)
            else:
                group.append((statement, []))
                told.append(group[-1])
        return told

    def _repeats(self, statement: Statement, earlier: Statement) -> bool:
        """Whether another document has the words of an earlier one, or nearly."""
        if statement.document == earlier.document:
            return False
        words = (s.span.of(self.shelf.documents[s.document].text) for s in (statement, earlier))
        return fuzz.ratio(*words, score_cutoff=SAME_WORDS) > 0

    def _line(self, matter: Matter) -> Line | None:
        if matter.facet == "figure":
            return number_line(list(self._figures(matter)))
        if matter.facet == "date":
            return time_line(list(self._dates(matter)))
        return None

    def _figures(self, matter: Matter) -> Iterator[Counted]:
        """The rival figures, each value of a side once."""
        for number, side in enumerate(matter.sides):
            seen: dict[str, tuple[str, list[str], Figure]] = {}
            first: Figure | None = None
            for statement in self._statements(side):
                figure = self._figure_of(side, statement, first)
                if figure is not None:
                    first = first or figure
                    words = " ".join(figure.span.of(self.shelf.documents[figure.document].text).split())
                    seen.setdefault(stated(figure), (words, [], figure))[1].append(self.quotes.holder(statement).words)
            for words, by, figure in seen.values():
                yield Counted(letter_of(number), clipped(words, 60), _several(list(dict.fromkeys(by)), 2), figure)

    def _figure_of(self, side: Side, statement: Statement, first: Figure | None) -> Figure | None:
        """The figure that the position words hold, or that counts the same as the one they hold."""
        text = self.shelf.documents[statement.document].text
        figures = [self.shelf.figure[f] for f in statement.figures if f in self.shelf.figure]
        held = next((f for f in figures if f.span.of(text) in side.position), None)
        if held or first is None:
            return held
        return next((f for f in figures if (f.head, f.unit) == (first.head, first.unit)), None)

    def _dates(self, matter: Matter) -> Iterator[Placed]:
        """The rival dates, each value of a side once."""
        for number, side in enumerate(matter.sides):
            seen: dict[str, tuple[str, list[str]]] = {}
            for statement in self._statements(side):
                text = self.shelf.documents[statement.document].text
                for one in (self.shelf.date[d] for d in statement.dates if d in self.shelf.date):
                    words = " ".join(one.span.of(text).split())
                    if one.edtf and (words in side.position or one.edtf in seen):
                        seen.setdefault(one.edtf, (words, []))[1].append(self.quotes.holder(statement).words)
            for edtf, (words, by) in seen.items():
                yield Placed(letter_of(number), clipped(words, 60), _several(list(dict.fromkeys(by)), 2), edtf)


def _several(names: list[str], most: int = MOST_HOLDERS) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
