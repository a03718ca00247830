"""How pages are called and addressed."""

from __future__ import annotations

from gainsay.documents.document import Document
from gainsay.room.context import Link
from gainsay.room.parts import is_long
from gainsay.room.shelf import Shelf

_KNOWN_BY_TITLE = frozenset(
    {"memoir", "memoirs", "book", "diary", "court record", "report", "testimony", "history", "study"}
)


def title_of(document: Document) -> str:
    """What a reader calls a document: its title, else its publisher, else its file."""
    return " ".join((document.title or document.publisher or _file_name(document)).split())


def short_title(document: Document) -> str:
    """The publisher, where there is one (a newspaper is known by its name), else the title; a book's title first.

    What kind of source it is, the user says; without a word of that kind it is taken for what appears day by day.
    """
    first, other = document.publisher, document.title
    if (document.stated("kind") or "").casefold() in _KNOWN_BY_TITLE:
        first, other = other, first
    return " ".join((first or other or _file_name(document)).split())


def _file_name(document: Document) -> str:
    """The file without its ending, which tells a reader nothing."""
    head, dot, ending = document.path.rpartition(".")
    return head if dot and "/" not in ending and head.strip("/") else document.path


def source_href(document: str) -> str:
    """The address of a source."""
    return f"source/{document}.html"


def place_href(document: Document, anchor: str) -> str:
    """The stable address of a passage, or of what begins in one; of a long text the part that holds it is asked for."""
    return f"{source_href(document.id)}{f'?at={anchor}' if is_long(document) else ''}#{anchor}"


def matter_href(matter: str) -> str:
    """The address of a matter."""
    return f"matter/{matter}.html"


def person_href(entity: str) -> str:
    """The address of somebody or some body."""
    return f"person/{entity}.html"


def compare_href(a: str, b: str) -> str:
    """The address of two documents side by side, whichever is named first."""
    first, second = sorted((a, b))
    return f"compare/{first}--{second}.html"


def cite_href(document: str, passage: str) -> str:
    """The address of a passage as one would cite it."""
    return f"cite/{document}--{passage}.html"


def source_link(shelf: Shelf, document: str, anchor: str = "") -> Link:
    """A document by its short title, at a place in it."""
    href = place_href(shelf.documents[document], anchor) if anchor else source_href(document)
    return Link(short_title(shelf.documents[document]), href)


def speaker_link(shelf: Shelf, attribution: str) -> Link:
    """Who speaks, with the page where there is one."""
    entity = shelf.speaker_entity(attribution)
    return Link(shelf.speaker_name(attribution), person_href(entity) if entity in shelf.linked and entity else "")


def entity_link(shelf: Shelf, entity: str) -> Link:
    """Somebody or some body, with the page where there is one."""
    return Link(shelf.entities[entity].name, person_href(entity) if entity in shelf.linked else "")


def clipped(words: str, most: int) -> str:
    """Words on one line, cut at a blank with an ellipsis where they are too long for where they stand.

    >>> clipped("the night of 16 March 1911", 14)
    'the night of …'
    """
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain
    head = plain[: most - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head[most // 2 :] else head.rstrip()} …"
