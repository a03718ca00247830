"""People and bodies."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.room.context.marks import Leaves, Link
from gainsay.room.context.matters import MatterView


@dataclass(frozen=True, slots=True)
class Saying:
    """Something somebody says, or that is said of somebody (`of`); `turned`: what they called it now, and before."""

    of: bool
    words: str
    by: tuple[Link, ...]
    stance: str
    when: str
    edtf: str
    source: Link
    language: str
    cut: bool = False
    turned: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody, or an act, is called: the words, who chose them, and which way they lean."""

    words: str
    by: str
    leaning: str
    times: int
    source: Link


@dataclass(frozen=True, slots=True)
class Join:
    """Why a name of a document was taken for this person or body."""

    names: str
    source: Link
    reason: str
    score: float
    referent: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody or some body: what they say, what is said of them, what they are called, how the names were joined."""

    id: str
    href: str
    name: str
    type: str
    names: tuple[str, ...]
    says: int
    said_of: int
    life: tuple[Saying, ...]
    called: tuple[Naming, ...]
    joined: tuple[Join, ...]
    more_joined: int
    matters: tuple[MatterView, ...]
    near: tuple[Link, ...]
    leaves: Leaves
    show: str = ""
    decided: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody or some body at a glance."""

    href: str
    name: str
    says: int
    said_of: int
    matters: int


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """All of one type."""

    type: str
    words: str
    rows: tuple[PersonRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who and what the edition speaks of."""

    groups: tuple[PeopleGroup, ...]
    letters: tuple[Link, ...] = ()
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, or an act, with all that they are called, and which of the words clash."""

    who: Link
    namings: tuple[Naming, ...]
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamingPage:
    """Who, and which act, is called what, and by whom; those on whom the words clash first."""

    rows: tuple[Named, ...]
    leaves: Leaves
