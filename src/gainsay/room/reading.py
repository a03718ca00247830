"""An edition laid out for reading: whatever page is asked for is made from one shelf, so all pages agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from gainsay.edition.edition import Edition
from gainsay.edition.namings import namings
from gainsay.errors import GainsayError
from gainsay.room.asked import Asked
from gainsay.room.citing import cite
from gainsay.room.compare import Comparing
from gainsay.room.context import (
    AboutPage,
    CitePage,
    ComparePage,
    FrontPage,
    GonePage,
    Link,
    MapPage,
    MatterView,
    Named,
    NamingPage,
    NetworkPage,
    PeoplePage,
    PersonPage,
    QuotationsPage,
    SourcePage,
    SourcesPage,
)
from gainsay.room.course import Courses
from gainsay.room.finding import Finding
from gainsay.room.front import about, front
from gainsay.room.gazetteer import Located
from gainsay.room.mapping import Mapping
from gainsay.room.matters import Matters
from gainsay.room.network import network
from gainsay.room.people import LEAF, People, leaf_of
from gainsay.room.quotations import quotations_page
from gainsay.room.second import with_second_readers
from gainsay.room.shelf import Shelf
from gainsay.room.shelved import Shelved
from gainsay.room.sources import Sources
from gainsay.room.timeline import Timeline

MOST_SOURCES = 250  # on one leaf
MOST_FILES = 250


class GoneError(GainsayError):
    """Nothing stands at an address; `page` says why, and where to look."""

    def __init__(self, page: GonePage) -> None:
        super().__init__(page.why)
        self.page = page


class Reading:
    """The makers of pages over one shelf, each made when it is first needed. `live`: for the running room, whose pages
    also show what second readers say.
    """

    def __init__(self, shelf: Shelf, edition: Edition, located: Sequence[Located] = (), *, live: bool = False) -> None:
        self.shelf = shelf
        self.edition = edition
        self.located = located
        self.live = live

    @cached_property
    def matters(self) -> Matters:
        return Matters(self.shelf)

    @cached_property
    def courses(self) -> Courses:
        return Courses(self.shelf, self.edition)

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.shelf, self.matters)

    @cached_property
    def comparing(self) -> Comparing:
        return Comparing(self.shelf, self.matters, self.sources)

    @cached_property
    def people(self) -> People:
        return People(self.shelf, self.matters)

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(self.shelf, self.matters, self.sources)

    @cached_property
    def finding(self) -> Finding:
        return Finding(self.shelf, self.matters)

    @cached_property
    def network(self) -> NetworkPage:
        """Who quotes, cites and copies whom."""
        return network(self.shelf)

    @cached_property
    def quotations(self) -> QuotationsPage:
        """Quotations held against what they quote."""
        return quotations_page(self.shelf, self.edition)

    @cached_property
    def _named(self) -> tuple[Named, ...]:
        """Who is called what, but for those who are only called by their name; those whose names clash first."""
        rows = namings(Shelved(self.edition, self.shelf))
        told = (row for row in rows if any(n.words != row.name for n in row.namings))
        return tuple(Asked(self.shelf).named(told, None))

    def naming(self, start: int = 0, size: int = LEAF) -> NamingPage:
        """Who, and which act, is called what, and by whom."""
        leaves = leaf_of(len(self._named), start, size, "naming.html?start=")
        return NamingPage(self._named[max(leaves.first - 1, 0) : leaves.last], leaves)

    @cached_property
    def map(self) -> MapPage:
        """Where the places of the edition lie, as far as the user's file says."""
        return Mapping(self.shelf, self.located).page

    @cached_property
    def people_list(self) -> PeoplePage:
        """Who and what is spoken of most."""
        return self.people.index()

    def prepare(self) -> None:
        """Make what the pages of matters, sources and people share."""
        assert self.sources and self.courses and self.comparing and self.people and self.timeline

    def warm(self) -> None:
        """Make all that is asked for often before anybody does."""
        self.prepare()
        self.front()
        self.finding.warm()
        assert self.people_list and self.network and self.naming() and self.quotations

    def front(self, waiting: int = 0) -> FrontPage:
        """The way in."""
        return front(self.shelf, self.matters, self.sources, waiting)

    def about(self, edition: Edition | None = None) -> AboutPage:
        """About the reading; with the edition, also what checking it finds."""
        return about(self.shelf, edition.verify() if edition else None, MOST_FILES if self.live else None)

    def matter(self, identity: str) -> MatterView:
        """A matter by its id."""
        matter = self.shelf.matter.get(identity)
        if matter is None:
            raise self._gone("matter", identity, MATTER_GONE, Link("All matters", "matters.html"))
        view = self.courses.told(matter, self.matters.page(matter))
        told = self.live and self.shelf.judged
        return with_second_readers(view, matter, self.shelf, self.edition) if told else view

    def source_list(self, start: int = 0, size: int = MOST_SOURCES) -> SourcesPage:
        """The documents in time."""
        cards = self.sources.in_time
        leaves = leaf_of(len(cards), start, size, "sources.html?start=")
        return SourcesPage(cards[max(leaves.first - 1, 0) : leaves.last], leaves)

    def source(self, identity: str, part: int = 1, at: str = "", whole: bool = False) -> SourcePage:
        """A document by its id; of a long one the part that is wanted."""
        document = self.shelf.documents.get(identity)
        if document is None:
            raise self._gone("source", identity, SOURCE_GONE, Link("All sources", "sources.html"))
        return self.sources.page(document, part, at, whole)

    def compare(self, pair: str) -> ComparePage:
        """Two documents by their ids, joined by two hyphens."""
        first, _, second = pair.partition("--")
        if not {first, second} <= self.shelf.documents.keys() or first == second:
            raise self._gone("compare", pair, SOURCE_GONE, Link("All sources", "sources.html"))
        return self.comparing.page(first, second)

    def person(self, identity: str, show: str = "", start: int = 0) -> PersonPage:
        """Somebody or some body by the entity's id."""
        entity = self.shelf.entities.get(identity)
        if entity is None:
            raise self._gone("person", identity, PERSON_GONE, Link("People and bodies", "people.html"))
        return self.people.page(entity, show, start)

    def cite(self, pair: str) -> CitePage:
        """A passage as one would cite it; `pair` is document and passage, joined by two hyphens."""
        document, _, identity = pair.partition("--")
        passages = self.shelf.passages.get(document, [])
        number = next((k for k, p in enumerate(passages, 1) if p.id == identity), 0)
        if document not in self.shelf.documents or not number:
            raise self._gone("cite", pair, SOURCE_GONE, Link("All sources", "sources.html"))
        return cite(self.shelf.documents[document], passages[number - 1], number)

    def _gone(self, kind: str, identity: str, why: str, *links: Link) -> GoneError:
        decided = self.shelf.decision_on(identity)
        told = f"It was {decided}." if decided else why
        return GoneError(GonePage(f"{kind}/{identity}.html", told, (*links, Link("Search", "search.html"))))

    def gone_reading(self, identity: str) -> GoneError:
        """There is no such reading to decide about."""
        return self._gone("review", identity, READING_GONE, Link("Review", "review.html"))


MATTER_GONE = (
    "No matter of this edition has this address. A matter gets its address from the statements it holds: when a "
    "document was changed, added or taken out since, or a reading was overruled, the matter was judged anew and stands "
    "under another address, or is no longer one."
)
SOURCE_GONE = (
    "No document of this edition has this address. A document gets its address from its path and its bytes: when the "
    "file was changed, moved or taken out since, the old text is no longer in the edition, and nothing is moved to a "
    "look-alike."
)
READING_GONE = (
    "No reading of this edition has this address. What was read in a text that changed since is no longer there; "
    "decisions about it are kept in the log, and marked as stale."
)
PERSON_GONE = (
    "Nobody and nothing in this edition has this address. It is made of the type and the principal name: when names "
    "were joined or parted since, the person or body stands under another."
)
