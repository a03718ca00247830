"""The edition behind the running room: read once, and anew when it has been written."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from weakref import ref

from gainsay.edition.edition import Edition
from gainsay.edition.ledger import is_pending
from gainsay.edition.review.queue import Open, waiting
from gainsay.errors import EditionError
from gainsay.room.deciding import Settler
from gainsay.room.gazetteer import Located
from gainsay.room.reading import Reading
from gainsay.room.shelf import Shelf, unwatched
from gainsay.store.address import Address

BEING_READ = (
    "This edition is being read just now, or its last reading was interrupted. What you see is how it stood before; it "
    "renews itself when the reading has ended."
)
LOOK_AGAIN = 0.5  # seconds between two looks at the file
WAITED_FOR = 3.0  # seconds: what takes longer to be taken from the shelf is taken while the room goes on
TRIES = 3


class Library:
    """Gives the reading that all pages of one moment are made from. Safe to use from several threads."""

    def __init__(self, path: Address, *, withhold: bool = False, located: Sequence[Located] = ()) -> None:
        self.edition = Edition(path)
        self.located = located
        self._withhold = withhold
        self._lock = threading.Lock()
        self.settler = Settler(self.edition)
        self.fresh: frozenset[str] | set[str] = frozenset()
        self._version: tuple[int, ...] = ()
        self._waiting: tuple[Callable[[], Reading | None], list[Open]] = (lambda: None, [])
        self._gathering = threading.Lock()
        self._looked = 0.0
        self._pending = False
        self._took = 0.0  # seconds
        self._taking = threading.Thread()
        self._reading: Reading | None = None

    @property
    def notice(self) -> str:
        """What a reader should know about the state of the edition; empty where all is well."""
        return BEING_READ if self._pending else ""

    def reading(self) -> Reading:
        """The reading as the edition stands; as it stood before while another program writes it."""
        with self._lock:
            if self._reading is None or monotonic() - self._looked > LOOK_AGAIN:
                self._look()
            assert self._reading is not None
            return self._reading

    def queue(self, kind: str | None = None) -> Iterator[Open]:
        """What waits for review, as it waited when the reading was taken: to gather it anew for every decision would
        keep a large edition's reviewers waiting.
        """
        reading = self.reading()
        with self._gathering:
            if self._waiting[0]() is not reading:
                with self.edition.store.begin() as connection:
                    self._waiting = ref(reading), waiting(connection)
            found = self._waiting[1]
        documents = reading.shelf.documents
        for item in found:
            if kind not in (None, item.kind):
                continue
            if item.document is None:
                yield item
            elif item.document in documents:
                yield item.in_text(documents[item.document].text)

    def decided(self, target: str) -> None:
        """Somebody has just decided about something: let it take effect, and look at the file at the next page."""
        self.fresh = {target} if self.settler.idle else {*self.fresh, target}
        self.settler.settle()
        self._looked = 0.0

    def _look(self) -> None:
        if self.edition.store.written() != self._version or self._reading is None:
            with self.edition.store.begin() as connection:
                self._pending = is_pending(self.edition.store, connection)
            if self._reading is None or (not self._pending and self._took < WAITED_FOR):
                self._take()
            elif not self._pending and not self._taking.is_alive():
                self._taking = threading.Thread(target=self._take_meanwhile, name="taking", daemon=True)
                self._taking.start()
        self._looked = monotonic()

    def _take_meanwhile(self) -> None:
        """Take it while pages are made as it stood before: of a large edition this lasts."""
        with suppress(KeyError, EditionError):  # it is being written: the next look tries again
            self._take()

    def _take(self) -> None:
        """Take the edition from the shelf; again where it was written meanwhile, since its tables would not agree."""
        for attempt in range(TRIES):
            version, began = self.edition.store.written(), monotonic()
            try:
                with unwatched():
                    shelf = Shelf(self.edition, withhold=self._withhold)
            except (KeyError, EditionError):
                if attempt + 1 == TRIES:
                    raise
                continue
            self._reading, self._version = Reading(shelf, self.edition, self.located, live=True), version
            self._took = monotonic() - began
            gc.freeze()  # millions of records that stay: nobody should look through them for rubbish page by page
            threading.Thread(target=self._warm, args=(self._reading,), name="warming", daemon=True).start()
            if version == self.edition.store.written():
                return

    def _warm(self, reading: Reading) -> None:
        """Make what many pages share before anybody asks for it."""
        with suppress(EditionError):  # the edition is being written: whoever asks for a page is told
            next(self.queue(), None)
            reading.warm()

    def close(self) -> None:
        """Let go of the file."""
        self.settler.close()
        self.edition.close()
