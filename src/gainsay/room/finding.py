"""Finding one's way: the list of matters with its filters, search, and questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from typing import Any
from urllib.parse import urlencode

from gainsay.edition.asking import ask as ask_edition
from gainsay.edition.edition import Edition
from gainsay.edition.query import search as search_edition
from gainsay.matters.matter import Matter
from gainsay.room.apparatus import FACETS
from gainsay.room.apparatus import VERDICTS as VERDICT_WORDS
from gainsay.room.asked import MOST_TIES, Asked
from gainsay.room.context import AskPage, Filter, Find, Leaves, Link, MattersPage, Option, SearchPage
from gainsay.room.front import VERDICTS
from gainsay.room.lines import days, in_time
from gainsay.room.markup import Mark, segments
from gainsay.room.matters import Matters
from gainsay.room.naming import clipped, entity_link, matter_href, short_title, source_link
from gainsay.room.people import leaf_of
from gainsay.room.quotations import held
from gainsay.room.shelf import Shelf
from gainsay.room.shelved import Shelved
from gainsay.room.words import in_words
from gainsay.store.words import fold

LEAF = 40
MOST_OPTIONS = 60
MOST_FOUND = 60
MOST_NAMED = 10
MOST_ABOUT = 8
MOST_HELD = 12
MOST_SOURCES = 300  # to choose from; among more, nobody finds one by scrolling


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the matters is wanted; empty values want all. Periods are years or EDTF dates."""

    verdict: str = ""
    facet: str = ""
    person: str = ""
    place: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    sort: str = "sharpest"
    start: int = 0

    def address(self, **changed: str | int) -> str:
        """The address of the list under this choice, or a changed one."""
        values = {name: getattr(replace(self, **changed), name) for name in self.__slots__}  # type: ignore[arg-type]
        given = {k: v for k, v in values.items() if v and (k, v) != ("sort", "sharpest")}
        return "matters.html" + (f"?{urlencode(given)}" if given else "")


FILTERS = (
    ("verdict", "Verdict"),
    ("facet", "About"),
    ("person", "Person or body"),
    ("place", "Place"),
    ("source", "Source"),
)
_SORTS: dict[str, Callable[[Matter], Any]] = {
    "time": lambda m: in_time(m.when or ""),
    "witnesses": lambda m: (-m.witnesses.documents, -m.score, m.id),
    "label": lambda m: (fold(m.label), m.id),
}


class Finding:
    """Makes the lists; `whole` puts all matters on one leaf, for pages that no server cuts."""

    def __init__(self, shelf: Shelf, matters: Matters) -> None:
        self.shelf = shelf
        self.matters = matters
        self._orders: dict[str, list[int]] = {}
        self.documents_of = {
            m.id: {shelf.statements.document_of(s) for side in m.sides for s in side.statements} for m in shelf.matters
        }

    def warm(self) -> None:
        """Fold the names and labels before the first search."""
        assert self._names is not None and self._labels is not None and self._all and self._order("time") is not None

    def matters_page(self, choice: Choice, size: int = LEAF) -> MattersPage:
        """The matters of a choice."""
        missed = self._missed(choice)
        passed = [not any(misses) for misses in zip(*missed.values(), strict=True)] if missed else self._every
        found = [self.shelf.matters[n] for n in self._order(choice.sort) if passed[n]]
        leaves = leaf_of(len(found), choice.start, size, "")
        shown = found[max(leaves.first - 1, 0) : leaves.last]
        turned = {k: choice.address(start=int(v)) for k in ("before", "after") if (v := getattr(leaves, k))}
        return MattersPage(
            rows=self.matters.rows(shown),
            filters=tuple(self._filters(choice, missed)),
            since=choice.since,
            until=choice.until,
            sort=choice.sort,
            leaves=Leaves(leaves.first, leaves.last, leaves.total, turned.get("before", ""), turned.get("after", "")),
            narrowed=replace(choice, sort="", start=0) != Choice(sort=""),
        )

    def _missed(self, choice: Choice) -> dict[str, list[bool]]:
        """For each filter that is set, which matters do not pass it."""
        matters, documents_of = self.shelf.matters, self.documents_of
        missed = {}
        if choice.verdict:
            missed["verdict"] = [m.verdict != choice.verdict for m in matters]
        if choice.facet:
            missed["facet"] = [m.facet != choice.facet for m in matters]
        if choice.person:
            missed["person"] = [choice.person not in m.entities for m in matters]
        if choice.place:
            missed["place"] = [choice.place not in m.entities for m in matters]
        if choice.source:
            missed["source"] = [choice.source not in documents_of[m.id] for m in matters]
        if choice.since or choice.until:
            missed["period"] = [not _within(m.when or "", choice.since, choice.until) for m in matters]
        return missed

    def _order(self, sort: str) -> Sequence[int]:
        """The numbers of all matters in an order: as they stand in the edition, or one that is kept."""
        if sort not in _SORTS:
            return range(len(self.shelf.matters))
        if sort not in self._orders:
            keys = [_SORTS[sort](m) for m in self.shelf.matters]
            self._orders[sort] = sorted(range(len(keys)), key=keys.__getitem__)
        return self._orders[sort]

    @cached_property
    def _every(self) -> list[bool]:
        """That each matter passes where no filter is set."""
        return [True] * len(self.shelf.matters)

    @cached_property
    def _all(self) -> dict[str, Counter[str]]:
        """How many of all matters have each value of a filter."""
        return {key: Counter(chain.from_iterable(map(of, self.shelf.matters))) for key, of in self._values().items()}

    def _values(self) -> dict[str, Callable[[Matter], Iterable[str]]]:
        """What a matter has for each filter."""
        return {
            "verdict": lambda m: (m.verdict,),
            "facet": lambda m: (m.facet,) if m.facet else (),
            "person": lambda m: self._parties[m.id],
            "place": lambda m: self._places[m.id],
            "source": lambda m: self.documents_of[m.id],
        }

    def _left(self, key: str, missed: Mapping[str, list[bool]]) -> Counter[str]:
        """How many matters have each value of a filter, of those that pass all others."""
        others = [some for name, some in missed.items() if name != key]
        if not others:
            return self._all[key].copy()
        left = (m for m, *misses in zip(self.shelf.matters, *others, strict=True) if not any(misses))
        return Counter(chain.from_iterable(map(self._values()[key], left)))

    def _filters(self, choice: Choice, missed: Mapping[str, list[bool]]) -> Iterable[Filter]:
        """Each filter with what it would leave, the others kept as they are."""
        entities = self.shelf.entities
        for key, words in FILTERS:
            counts = self._left(key, missed)
            chosen = getattr(choice, key)
            if chosen and chosen not in counts:
                counts[chosen] = 0
            ranked = sorted(counts.items(), key=lambda pair: (pair[0] != chosen, -pair[1], pair[0]))[:MOST_OPTIONS]
            if key == "verdict":
                ranked.sort(key=lambda pair: VERDICTS.index(pair[0]) if pair[0] in VERDICTS else 99)
            named = ((v, n, entities[v].name if v in entities else self._words(key, v)) for v, n in ranked)
            yield Filter(key, words, tuple(Option(v, clipped(w, 48), n, v == chosen) for v, n, w in named))

    @cached_property
    def _parties(self) -> dict[str, list[str]]:
        """The people and bodies of every matter."""
        known = self.shelf.entities
        return {m.id: [e for e in m.entities if e in known and known[e].type != "place"] for m in self.shelf.matters}

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """The places of every matter."""
        known = self.shelf.entities
        return {m.id: [e for e in m.entities if e in known and known[e].type == "place"] for m in self.shelf.matters}

    def _words(self, key: str, value: str) -> str:
        if key == "source" and value in self.shelf.documents:
            document = self.shelf.documents[value]
            return (
                f"{short_title(document)}, {in_words(document.written)}" if document.written else short_title(document)
            )
        return {"verdict": VERDICT_WORDS, "facet": FACETS}.get(key, {}).get(value, value)

    def search_page(self, edition: Edition, words: str, source: str, since: str, until: str) -> SearchPage:
        """People and matters by name, passages by their words; `source` is a document's id."""
        wanted = fold(words).strip()
        if not wanted:
            return SearchPage(words, (self._sources(source),), since, until)
        limited = source or since or until
        hits = search_edition(Shelved(edition, self.shelf), words, MOST_FOUND * (10 if limited else 1) + 1)
        found = []
        for hit in hits:
            document = self.shelf.documents.get(hit.document)
            if document is None or (source and hit.document != source):
                continue
            if not _within(document.written or "", since, until):
                continue
            found.append(
                Find(
                    segments(document.text, hit.snippet, [Mark(m, "datum") for m in hit.marks]),
                    source_link(self.shelf, document.id, hit.passage),
                    in_words(document.written) if document.written else "",
                    document.language or "",
                )
            )
        return SearchPage(
            words=words,
            filters=(self._sources(source),),
            since=since,
            until=until,
            people=tuple(self._named(wanted)),
            matters=tuple(self._about(wanted)),
            found=tuple(found[:MOST_FOUND]),
            more=len(found) > MOST_FOUND,
        )

    def _sources(self, chosen: str) -> Filter:
        documents = list(self.shelf.documents.values())
        if len(documents) > MOST_SOURCES:
            documents = [d for d in documents if d.id == chosen]
        options = (Option(d.id, clipped(self._words("source", d.id), 48), 0, d.id == chosen) for d in documents)
        return Filter("source", "Source", tuple(options))

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """Folded names and ids of all who have a page, who is spoken of most first."""
        shelf = self.shelf
        known = [shelf.entities[e] for e in shelf.linked if e in shelf.entities]
        known.sort(key=lambda e: (-shelf.spoken.times_named(e.id) - shelf.spoken.times_said(e.id), e.name, e.id))
        return [("\n".join(map(fold, e.names)), e.id) for e in known]

    @cached_property
    def _labels(self) -> list[str]:
        return [fold(m.label) for m in self.shelf.matters]

    def _named(self, wanted: str) -> Iterator[Link]:
        """Those whose name holds the words."""
        found = (entity for names, entity in self._names if wanted in names)
        for entity in islice(found, MOST_NAMED):
            yield entity_link(self.shelf, entity)

    def _about(self, wanted: str) -> Iterator[Link]:
        """Matters whose label holds them."""
        found = (m for label, m in zip(self._labels, self.shelf.matters, strict=True) if wanted in label)
        for matter in islice(found, MOST_ABOUT):
            yield Link(f"{VERDICT_WORDS[matter.verdict]}: {matter.label}", matter_href(matter.id))

    def ask_page(self, edition: Edition, question: str) -> AskPage:
        """The matters and statements that bear on a question, and the names, changes or shared words it asks for."""
        examples = tuple(self._examples())
        if not question.strip():
            return AskPage(question, examples=examples)
        answer = ask_edition(Shelved(edition, self.shelf), question, 8)
        views = Asked(self.shelf)
        matters = [m for m in answer.matters if m.id in self.shelf.matter]
        told = {s for m in matters for side in m.sides for s in side.statements}
        bearing = [b.statement for b in answer.statements if b.statement in self.shelf.statements]
        return AskPage(
            question=question,
            abstains=answer.abstains or "",
            matters=self.matters.rows(matters),
            statements=tuple(self.matters.quotes.quote(self.shelf.statements[s]) for s in bearing if s not in told),
            examples=examples,
            named=tuple(views.named(answer.named)),
            sayings=tuple(views.sayings(answer)),
            ties=tuple(views.ties(answer)),
            more_ties=max(0, len(answer.ties) - MOST_TIES),
            asked=views.asked(answer),
            quotations=tuple(held(self.shelf, q) for q in answer.quotations[:MOST_HELD]),
        )

    def _examples(self) -> Iterable[str]:
        """Questions that this edition can say something on, made of its own words."""
        for matter in self.shelf.matters[:40]:
            figure = next((f for f in self._figures(matter) if f), "")
            if matter.facet == "figure" and figure:
                yield f"How many {figure}?"
                return

    def _figures(self, matter: Matter) -> Iterable[str]:
        for side in matter.sides:
            for statement in (self.shelf.statements[s] for s in side.statements):
                for figure in (self.shelf.figure[f] for f in statement.figures if f in self.shelf.figure):
                    if figure.counted and figure.action:
                        yield clipped(figure.counted, 60)


def _within(edtf: str, since: str, until: str) -> bool:
    """Whether a date lies in a period; nothing without a date lies in one."""
    if not since and not until:
        return True
    placed, low, high = days(edtf) if edtf else None, days(since) if since else None, days(until) if until else None
    if placed is None:
        return False
    return (low is None or placed[1] > low[0]) and (high is None or placed[0] < high[1])
