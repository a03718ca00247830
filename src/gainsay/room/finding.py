"""Finding one's way: the list of matters with its filters, search, and questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
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


class Finding:
    """Makes the lists; `whole` puts all matters on one leaf, for pages that no server cuts."""

    def __init__(self, shelf: Shelf, matters: Matters) -> None:
        self.shelf = shelf
        self.matters = matters
        self.documents_of = {
            m.id: {shelf.statements.document_of(s) for side in m.sides for s in side.statements} for m in shelf.matters
        }

    def warm(self) -> None:
        """Fold the names and labels before the first search."""
        assert self._names is not None and self._labels is not None

    def matters_page(self, choice: Choice, size: int = LEAF) -> MattersPage:
        """The matters of a choice."""
        missed = [self._misses(m, choice) for m in self.shelf.matters]
        found = [m for m, missing in zip(self.shelf.matters, missed, strict=True) if not missing]
        found = self._sorted(found, choice.sort)
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

    def _misses(self, matter: Matter, choice: Choice) -> list[str]:
        """The filters that a matter does not pass; `period` is the last."""
        missed = []
        if choice.verdict and choice.verdict != matter.verdict:
            missed.append("verdict")
        if choice.facet and choice.facet != matter.facet:
            missed.append("facet")
        if choice.person and choice.person not in matter.entities:
            missed.append("person")
        if choice.place and choice.place not in matter.entities:
            missed.append("place")
        if choice.source and choice.source not in self.documents_of[matter.id]:
            missed.append("source")
        if not _within(matter.when or "", choice.since, choice.until):
            missed.append("period")
        return missed

    def _sorted(self, matters: list[Matter], sort: str) -> list[Matter]:
        if sort == "time":
            return sorted(matters, key=lambda m: in_time(m.when or ""))
        if sort == "witnesses":
            return sorted(matters, key=lambda m: (-m.witnesses.documents, -m.score, m.id))
        if sort == "label":
            return sorted(matters, key=lambda m: (fold(m.label), m.id))
        return matters  # as they stand in the edition

    def _filters(self, choice: Choice, missed: Sequence[list[str]]) -> Iterable[Filter]:
        """Each filter with what it would leave, the others kept as they are."""
        entities = self.shelf.entities
        for key, words, values in (
            ("verdict", "Verdict", lambda m: (m.verdict,)),
            ("facet", "About", lambda m: (m.facet,) if m.facet else ()),
            ("person", "Person or body", lambda m: self._parties[m.id]),
            ("place", "Place", lambda m: self._places[m.id]),
            ("source", "Source", lambda m: self.documents_of[m.id]),
        ):
            left = (m for m, missing in zip(self.shelf.matters, missed, strict=True) if not missing or missing == [key])
            counts = Counter(chain.from_iterable(map(values, left)))
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
