"""People and bodies as pages: what they say, what is said of them, what they are called; and the table of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from weakref import proxy

from gainsay.entities.entity import Entity
from gainsay.room.context import (
    Join,
    Leaves,
    Link,
    Naming,
    PeopleGroup,
    PeoplePage,
    PersonPage,
    PersonRow,
    Saying,
)
from gainsay.room.lines import in_time
from gainsay.room.matters import Matters
from gainsay.room.naming import entity_link, person_href, short_title, source_link, speaker_link
from gainsay.room.shelf import Shelf
from gainsay.room.words import in_words
from gainsay.spans import Spans

LEAF = 120  # sayings on one leaf
LIVES = 32  # of people whose leaves may be asked for one after the other
MOST_NEAR = 8
MOST_JOINED = 40
MOST_MATTERS = 40
MOST_OF_A_TYPE = 400  # names on one page; more are ordered by their first letters
WHOLE = 100_000
LONGEST_SAYING = 600  # characters; what is longer ends with an ellipsis and is read in its place
TYPES = (
    ("person", "People"),
    ("organisation", "Organisations"),
    ("group", "Groups"),
    ("place", "Places"),
    ("work", "Works"),
    ("event", "Events"),
    ("other", "Others"),
)


def leaf_of(total: int, start: int, size: int, address: str) -> Leaves:
    """Where a leaf lies in a list; `address` ends where the number of its first row goes."""
    first = min(max(start, 0), max(total - 1, 0)) // size * size
    before = f"{address}{first - size}" if first else ""
    after = f"{address}{first + size}" if first + size < total else ""
    return Leaves(first + 1 if total else 0, min(first + size, total), total, before, after)


class People:
    """Makes views of entities from what stands on the shelf; `whole` cuts no list into leaves, as no server will."""

    def __init__(self, shelf: Shelf, matters: Matters, *, whole: bool = False) -> None:
        self.shelf = shelf
        self.matters = matters
        self.leaf = WHOLE if whole else LEAF
        self.names = WHOLE if whole else MOST_OF_A_TYPE
        self._life = lru_cache(maxsize=LIVES)(partial(People._in_order, proxy(self)))  # so that both can be let go of

    def index(self, letter: str = "") -> PeoplePage:
        """Everybody and everything that more than a passing word is said of, by type and name.

        Where there are too many for a page, those that are spoken of most; `letter` gives all that begin with it.
        """
        rows: dict[str, list[PersonRow]] = {}
        for initial, entity in self._ordered:
            if letter in ("", initial):
                rows.setdefault(entity.type, []).append(self._row(entity))
        groups = []
        for type_, words in TYPES:
            found = rows.get(type_, [])
            shown = found
            if len(found) > self.names and not letter:
                most = sorted(found, key=lambda r: (-(r.matters * 3 + r.says * 2 + r.said_of), r.name))
                shown = sorted(most[: self.names], key=lambda r: (r.name.casefold(), r.href))
            if found:
                groups.append(PeopleGroup(type_, words, tuple(shown), len(found)))
        many = any(len(g.rows) < g.total for g in groups) or letter
        initials = sorted({initial for initial, _ in self._ordered if initial.isalpha()}) if many else []
        letters = [Link(c, f"people.html?letter={c}") for c in initials]
        return PeoplePage(tuple(groups), tuple(letters), letter)

    @cached_property
    def _ordered(self) -> list[tuple[str, Entity]]:
        """All who have a page by name, with the letter that they stand under."""
        known = (self.shelf.entities[e] for e in self.shelf.linked if e in self.shelf.entities)
        return [(_initial(e.name), e) for e in sorted(known, key=lambda e: (e.name.casefold(), e.id))]

    def _row(self, entity: Entity) -> PersonRow:
        shelf, key = self.shelf, entity.id
        spoken = shelf.spoken
        counts = (spoken.times_said(key), spoken.times_foreign(key), len(shelf.matters_of.get(key, ())))
        return PersonRow(person_href(key), entity.name, *counts)

    def page(self, entity: Entity, show: str = "", start: int = 0) -> PersonPage:
        """Somebody or some body; `show` keeps what they say (`says`) or what is said of them (`of`)."""
        shelf, key = self.shelf, entity.id
        life = self._life(key, show)
        leaves = leaf_of(len(life), start, self.leaf, f"{person_href(key)}?show={show}&start=")
        shown = life[max(leaves.first - 1, 0) : leaves.last]
        return PersonPage(
            id=key,
            href=person_href(key),
            name=entity.name,
            type=entity.type,
            names=entity.names,
            says=shelf.spoken.times_said(key),
            said_of=shelf.spoken.times_foreign(key),
            life=tuple(self._said_of(n) if of else self._said(n) for of, n in shown),
            called=self._namings(shelf.called.get(key, ())),
            joined=self.joins(entity, MOST_JOINED),
            more_joined=max(0, len(entity.links) - MOST_JOINED),
            matters=self.matters.rows(shelf.matters_of.get(key, [])[:MOST_MATTERS]),
            near=self._near(entity),
            leaves=leaves,
            show=show,
            decided=shelf.decision_on(key),
        )

    def _in_order(self, entity: str, show: str) -> list[tuple[bool, int]]:
        """What is said of them (true) and what they say, or one of the two, in time: by number."""
        spoken = self.shelf.spoken
        life: list[tuple[tuple[bool, tuple[int, int, int], str], str, int, bool, int]] = []
        if show != "of":
            of = self.shelf.attribution.document_at
            said = [(n, of(n)) for n in spoken.says(entity) if spoken.said_at[n] >= 0]
            life += [(in_time(self._said_when(n, d)), d, spoken.said_at[n], False, n) for n, d in said]
        if show != "says":
            of = self.shelf.statements.document_at
            life += [(in_time(spoken.when[n]), of(n), spoken.at[n], True, n) for n in spoken.foreign(entity)]
        life.sort(key=lambda row: row[:3])
        return [(of_them, number) for *_, of_them, number in life]

    def _said_when(self, number: int, document: str) -> str:
        return self.shelf.spoken.said_when[number] or self.shelf.documents[document].written or ""

    def _said(self, number: int) -> Saying:
        one = self.shelf.attribution.made(number)
        chain: list[Link] = []
        inner = self.shelf.attribution.get(one.parent or "")
        while inner is not None and len(chain) < 6:
            chain.append(speaker_link(self.shelf, inner.id))
            inner = self.shelf.attribution.get(inner.parent or "")
        by = (source_link(self.shelf, one.document), *reversed(chain))
        return self._entry(
            False, one.document, one.content, by, one.stance, self._said_when(number, one.document), one.id
        )

    def _said_of(self, number: int) -> Saying:
        s = self.shelf.statements.made(number)
        by = (source_link(self.shelf, s.document), *(speaker_link(self.shelf, a) for a in s.attribution))
        passage = self.shelf.passage_at(s.document, s.span.start)
        when = s.said or s.written or ""
        return self._entry(True, s.document, (s.span,), by, s.polarity, when, passage.id if passage else "")

    def _entry(
        self, of: bool, document: str, spans: Spans, by: tuple[Link, ...], stance: str, edtf: str, anchor: str
    ) -> Saying:
        text = self.shelf.documents[document].text
        words = _words(text, spans)
        return Saying(
            of=of,
            words=words[:LONGEST_SAYING],
            by=by,
            stance="" if stance in ("asserts", "affirms") else stance,
            when=in_words(edtf) if edtf else "",
            edtf=edtf,
            source=source_link(self.shelf, document, anchor),
            language=self.shelf.documents[document].language or "",
            cut=len(words) > LONGEST_SAYING,
        )

    def joins(self, entity: Entity, most: int) -> tuple[Join, ...]:
        """Documents' referents with the forms they have there, and why each was taken for this entity."""
        found = []
        for link in entity.links[:most]:
            referent = self.shelf.referents.get(link.referent)
            if referent is not None and referent.document in self.shelf.documents:
                names = ", ".join(dict.fromkeys((referent.name, *referent.names)))
                source = source_link(self.shelf, referent.document)
                found.append(Join(names, source, link.reason, round(link.score, 2), link.referent))
        return tuple(found)

    def _near(self, entity: Entity) -> tuple[Link, ...]:
        """Who is spoken of together with them in the most statements."""
        ranked = sorted(self.shelf.spoken.named_with(entity.id).items(), key=lambda pair: (-pair[1], pair[0]))
        known = [e for e, _ in ranked if e != entity.id and e in self.shelf.linked and e in self.shelf.entities]
        bodies = [e for e in known if self.shelf.entities[e].type in ("person", "organisation", "group")]
        return tuple(entity_link(self.shelf, e) for e in bodies[:MOST_NEAR])

    def _namings(self, ids: Sequence[str]) -> tuple[Naming, ...]:
        """Designations by words and voice, the most used first."""
        seen: dict[tuple[str, str], str] = {}
        times: Counter[tuple[str, str]] = Counter()
        for one in (self.shelf.designation[i] for i in ids):
            words = _words(self.shelf.documents[one.document].text, (one.span,))
            known = one.attribution in self.shelf.attribution and one.attribution
            by = self.shelf.speaker_name(known) if known else short_title(self.shelf.documents[one.document])
            seen.setdefault((words, by), one.id)
            times[words, by] += 1
        ranked = sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(self._naming(words, by, n, seen[words, by]) for (words, by), n in ranked)

    def _naming(self, words: str, by: str, times: int, first: str) -> Naming:
        one = self.shelf.designation[first]
        passage = self.shelf.passage_at(one.document, one.span.start)
        lean = "" if not one.charge else "condemns" if one.charge < 0 else "praises"
        return Naming(words, by, lean, times, source_link(self.shelf, one.document, passage.id if passage else ""))


def _initial(name: str) -> str:
    return name.strip("‘“\"'«( ")[:1].upper()


def _words(text: str, spans: Spans) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
