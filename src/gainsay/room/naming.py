"""How pages are called and addressed."""

from __future__ import annotations

from gainsay.documents.document import Document


def title_of(document: Document) -> str:
    """What a reader calls a document: its title, else its publisher, else its file."""
    return " ".join((document.title or document.publisher or document.path).split())


def short_title(document: Document) -> str:
    """The publisher, where there is one (a newspaper is known by its name), else the title."""
    return " ".join((document.publisher or document.title or document.path).split())


def source_href(document: str) -> str:
    """The address of a source."""
    return f"source/{document}.html"


def passage_href(document: str, passage: str) -> str:
    """The stable address of a passage."""
    return f"{source_href(document)}#{passage}"


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
