"""For assistants: `gainsay mcp`."""

from __future__ import annotations

from typing import Annotated

import typer

from gainsay.cli.finding import EditionOption, opened
from gainsay.errors import UsageError


def mcp(
    place: Annotated[str | None, typer.Argument(metavar="[EDITION]", help="The edition.")] = None,
    review: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Let it write decisions into the log too, in the name of this person."),
    ] = None,
    edition: EditionOption = None,
) -> None:
    """Answer an assistant over standard input and output (Model Context Protocol). Without --review it only reads."""
    from gainsay.assistant.server import serve

    if place is not None and edition is not None:
        raise UsageError("give one edition.")
    with opened(place or edition) as one:
        serve(one, review)
