"""What pages are put together from: links, marked stretches of text, filters, leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to: words and the address of a page, relative to the root of the site."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks. `classes` names the marks, `tip` explains them, `href` leads on.

    `anchor` is the address of what begins here, `at` names all that the stretch belongs to, `note` is the letter of the
    note in the margin that hangs on its end.
    """

    text: str
    classes: str = ""
    tip: str = ""
    href: str = ""
    anchor: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citing:
    """A citation in one convention."""

    form: str
    words: str


@dataclass(frozen=True, slots=True)
class CitePage:
    """A passage, or a whole document, as one would cite it."""

    source: Link
    quotation: str
    forms: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A value to filter by: what the address says, what a person reads, how many there are, whether it is chosen."""

    value: str
    words: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a list, with what can be chosen."""

    key: str
    words: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Leaves:
    """Where we are in a list too long for one page, and the addresses of the leaves before and after."""

    first: int
    last: int
    total: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class GonePage:
    """There is nothing at an address: why, and where to look instead."""

    address: str
    why: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The door of a shared room: where somebody wanted to go, and what was wrong with the last try."""

    to: str
    name: str = ""
    problem: str = ""
