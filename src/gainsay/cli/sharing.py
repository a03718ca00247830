"""Handing an edition on: `gainsay export`, `publish`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import print_json
from gainsay.errors import UsageError


def export(
    places: Annotated[list[Path], typer.Argument(metavar="[EDITION] PATH", help="The edition, and where to write.")],
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT", help="jsonl: one JSON Lines file per kind of record; bibtex or csl: the cited works."
        ),
    ] = "jsonl",
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Write the edition for other programs. Restricted documents are kept out."""
    from gainsay.exports import export as write

    given, path = _places(places, edition)
    with opened(given) as one:
        counts = write(one, to, path)
    if json:
        print_json({"path": path, "records": counts})
    else:
        print(f"{path}: {', '.join(f'{n} {name}' for name, n in counts.items())}")


def publish(
    places: Annotated[list[Path], typer.Argument(metavar="[EDITION] DIR", help="The edition, and where to write.")],
    edition: EditionOption = None,
) -> None:
    """Write the edition as a site of plain pages that needs no server. Restricted documents are kept out."""
    from gainsay.room.publish import publish as write

    given, path = _places(places, edition)
    with opened(given) as one:
        write(one, path)
    print(f"{path / 'index.html'}")


def _places(places: list[Path], edition: Path | None) -> tuple[Path | None, Path]:
    """The edition, where it is given, and the path to write to."""
    if len(places) > 2 or (len(places) == 2 and edition is not None):
        raise UsageError("give an edition and one place to write to.")
    return (edition, places[0]) if len(places) == 1 else (places[0], places[1])
