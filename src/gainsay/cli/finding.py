"""Which edition a command means."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.errors import UsageError
from gainsay.store.address import Address, as_address

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition

EditionOption = Annotated[
    str | None,
    typer.Option("--edition", "-e", metavar="EDITION", help="The edition; needed where there are several here."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def edition_address(given: str | None) -> Address:
    """The edition given, a file or a database, or the only one in the current directory."""
    if given is not None:
        return as_address(given)
    found = sorted(path for path in Path.cwd().glob("*.gainsay") if path.is_file())
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError("there is no edition here. Make one with `gainsay read FOLDER`, or give --edition FILE.")
    names = ", ".join(path.name for path in found)
    raise UsageError(f"there are several editions here ({names}). Name one with --edition FILE.")


def opened(given: str | None) -> Edition:
    """That edition, opened for reading; says so where its last reading did not come to its end."""
    from gainsay.edition.edition import Edition
    from gainsay.edition.ledger import is_decided, is_pending

    edition = Edition(edition_address(given))
    with edition.store.begin() as connection:
        if is_pending(edition.store, connection):
            print(
                f"gainsay: {edition.path.name} is being read just now, or the last reading was interrupted: not all of "
                "its documents are compared yet. `gainsay read` brings that to its end.",
                file=sys.stderr,
            )
        elif is_decided(edition.store, connection):
            print(
                "gainsay: some decisions have still to take effect. `gainsay review settle` sees to it.",
                file=sys.stderr,
            )
    return edition
