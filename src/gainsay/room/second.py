"""What second readers say of a matter, beside it and under their names; in the running room alone."""

from __future__ import annotations

from dataclasses import replace

from gainsay.edition.edition import Edition
from gainsay.judging.shown import said_of
from gainsay.matters.matter import Matter
from gainsay.room.context import MatterView
from gainsay.room.context.matters import SecondReading
from gainsay.room.naming import source_link
from gainsay.room.shelf import Shelf


def with_second_readers(view: MatterView, matter: Matter, shelf: Shelf, edition: Edition) -> MatterView:
    """The page of a matter with what second readers say of its statements."""
    said = said_of(edition, [matter]).get(matter.id, ())
    return replace(
        view,
        second=tuple(
            SecondReading(
                one.reader,
                one.standing,
                one.verdict,
                one.reasons,
                tuple((" ".join(rest.words.split()), source_link(shelf, rest.document)) for rest in one.rests),
            )
            for one in said
        ),
    )
