"""People and bodies as pages: what they say, what is said of them, what they are called; and the table of names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.designations import Designation
from gainsay.entities.entity import Entity
from gainsay.room.context import Link, Naming, PersonPage, Saying
from gainsay.room.naming import matter_href, person_href, short_title, source_href
from gainsay.room.shelf import Shelf
from gainsay.spans import Spans
from gainsay.statements.statement import Statement

# Who is only named in passing has no page of his own: these many statements, or words of his, or a matter, make one.
LEAST_STATEMENTS = 2
MOST_SHOWN = 60


class People:
    """Makes views of entities from what stands on the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.says: dict[str, list[Attribution]] = defaultdict(list)
        for one in shelf.attribution.values():
            entity = shelf.speaker_entity(one.id)
            if entity and one.document in shelf.documents:
                self.says[entity].append(one)
        self.of: dict[str, list[Statement]] = defaultdict(list)
        for statement in shelf.statements.values():
            for referent in statement.referents:
                if referent in shelf.entity_of:
                    self.of[shelf.entity_of[referent]].append(statement)
        self.called: dict[str, list[Designation]] = defaultdict(list)
        for some in shelf.designations.values():
            for designation in some:
                for mention in designation.called if designation.document in shelf.documents else ():
                    entity = shelf.entity_of_mention(mention)
                    if entity:
                        self.called[entity].append(designation)
        self.matters: dict[str, list[Link]] = defaultdict(list)
        for matter in shelf.matters:
            for entity in matter.entities:
                self.matters[entity].append(Link(matter.label, matter_href(matter.id)))

    def pages(self) -> Iterator[PersonPage]:
        """Everybody and everything that more than a passing word is said of, by name."""
        for entity in sorted(self.shelf.entities.values(), key=lambda e: (e.name.casefold(), e.id)):
            if self.has_page(entity):
                yield self._page(entity)

    def has_page(self, entity: Entity) -> bool:
        """Whether there is enough to show."""
        key = entity.id
        return bool(self.says[key] or self.called[key] or self.matters[key]) or len(self.of[key]) >= LEAST_STATEMENTS

    def _page(self, entity: Entity) -> PersonPage:
        said_of = [s for s in self.of[entity.id] if self._holder(s) != entity.id]
        return PersonPage(
            id=entity.id,
            href=person_href(entity.id),
            name=entity.name,
            type=entity.type,
            names=entity.names,
            says=tuple(sorted(map(self._said, self.says[entity.id]), key=lambda s: (not s.when, s.when)))[:MOST_SHOWN],
            said_of=tuple(map(self._said_of, said_of[:MOST_SHOWN])),
            called=self._namings(self.called[entity.id]),
            joined=tuple(dict.fromkeys((link.reason, f"{link.score:.2f}") for link in entity.links)),
            matters=tuple(self.matters[entity.id]),
        )

    def _holder(self, statement: Statement) -> str | None:
        return self.shelf.entity_of.get(statement.holder or "")

    def _said(self, one: Attribution) -> Saying:
        document = self.shelf.documents[one.document]
        words = _words(document.text, one.content)
        when = one.said or document.written or ""
        return Saying(words, short_title(document), one.stance, when, self._at(one.document, one.content))

    def _said_of(self, statement: Statement) -> Saying:
        document = self.shelf.documents[statement.document]
        by = self.shelf.speaker_name(statement.attribution[-1]) if statement.attribution else short_title(document)
        words = _words(document.text, (statement.span,))
        when = statement.said or statement.written or ""
        return Saying(words, by, statement.polarity, when, self._at(document.id, (statement.span,)))

    def _at(self, document: str, spans: Spans) -> Link:
        start = spans[0].start if spans else 0
        passages = self.shelf.passages.get(document, [])
        here = next((p.id for p in passages if p.span.start <= start < p.span.end), "")
        return Link(short_title(self.shelf.documents[document]), f"{source_href(document)}#{here}")

    def _namings(self, designations: list[Designation]) -> tuple[Naming, ...]:
        """Designations by words and voice, the most used first."""
        seen: dict[tuple[str, str], Designation] = {}
        times: Counter[tuple[str, str]] = Counter()
        for one in designations:
            key = (_words(self.shelf.documents[one.document].text, (one.span,)), self._voice(one))
            seen.setdefault(key, one)
            times[key] += 1
        ranked = sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(
            Naming(
                words,
                by,
                _leaning(seen[words, by].charge),
                n,
                self._at(seen[words, by].document, (seen[words, by].span,)),
            )
            for (words, by), n in ranked
        )

    def _voice(self, one: Designation) -> str:
        if one.attribution in self.shelf.attribution:
            return self.shelf.speaker_name(one.attribution)
        return short_title(self.shelf.documents[one.document])

    def table(self) -> list[tuple[Link, tuple[Naming, ...]]]:
        """Who is called what by whom, for all that are called anything."""
        named = [self.shelf.entities[e] for e in self.called if e in self.shelf.entities]
        ordered = sorted(named, key=lambda e: (e.name.casefold(), e.id))
        return [(Link(e.name, person_href(e.id)), self._namings(self.called[e.id])) for e in ordered]


def _words(text: str, spans: Spans) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _leaning(charge: float | None) -> str:
    if not charge:
        return ""
    return "condemns" if charge < 0 else "praises"
