"""One matter in full: its sides, its course through time, the tree of its witnesses, and who is silent on it."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.edition.course import Course, course_of
from gainsay.edition.edition import Edition
from gainsay.edition.origins import HeardThrough, Origin, counted, heard_through, origins_of
from gainsay.edition.shown import ShownMatter, show, statements_of
from gainsay.edition.silence import Silent, silent_on
from gainsay.edition.voices import Voices
from gainsay.errors import UsageError
from gainsay.matters.matter import Matter


@dataclass(frozen=True, slots=True)
class Dossier:
    """A matter with all that is known about how it is told. `counted` is the count of its witnesses in words."""

    matter: ShownMatter
    counted: str
    origins: tuple[Origin, ...]
    heard: tuple[HeardThrough, ...]
    course: Course
    silent: tuple[Silent, ...]


def find_matter(edition: Edition, which: str) -> Matter:
    """The matter with this id, or its beginning; else the first whose label holds the words.

    Raises UsageError where there is none.
    """
    matters, words = edition.matters(), " ".join(which.split()).casefold()
    if words:
        ids = [m for m in matters if m.id == which or m.id.partition("-")[2].startswith(words.removeprefix("matter-"))]
        labelled = [m for m in matters if words in " ".join(m.label.split()).casefold()]
        for found in (ids, labelled):
            if found:
                return found[0]
    raise UsageError(f"{which}: there is no such matter. `gainsay matters` lists them, with --json also their ids.")


def dossier(edition: Edition, matter: Matter) -> Dossier:
    """All that is known about how a matter is told."""
    course = course_of(edition, matter)
    voices = Voices(edition)
    statements = statements_of(edition, (t.statement for t in course.tellings))
    shown = show(edition, [matter])[0]
    heard = heard_through(shown, {s.id: voices.chain(s) for s in statements.values()})
    origins = origins_of(matter.witnesses, course)
    return Dossier(shown, counted(matter.witnesses), origins, heard, course, silent_on(edition, matter))
