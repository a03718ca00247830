"""Taking back what was annotated elsewhere: `gainsay import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import print_json

if TYPE_CHECKING:
    from gainsay.imports import Report


def import_(
    file: Annotated[Path, typer.Argument(help="Web Annotations (JSON-LD), or a UIMA CAS (XMI, or the ZIP of one).")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Whose annotations they are.")],
    accept: Annotated[
        bool, typer.Option("--accept", help="An annotation that agrees with the edition is an acceptance.")
    ] = False,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Take annotations back as decisions. Those that have lost their words are named, and left out."""
    from gainsay.imports import import_annotations

    with opened(edition) as one:
        report = import_annotations(one, file, by, accept)
        settled = not report.decisions or one.settle()
    if json:
        print_json(report)
    else:
        print(_told(report))
    for what, problems in (("orphaned", report.orphaned), ("no reading there", report.unmatched)):
        for name, why in problems:
            print(f"gainsay: {what}: {name}: {why}", file=sys.stderr)
    if not settled:
        print("gainsay: the edition is being written just now: the decisions take effect later.", file=sys.stderr)
    if report.orphaned or report.unmatched:
        raise typer.Exit(1)


def _told(report: Report) -> str:
    """How many decisions were made, how many of these add a reading, and how many annotations change nothing."""
    made = f"{report.decisions} decision{'s' * (report.decisions != 1)}"
    if report.added:
        made += f", of which {report.added} add{'s' * (report.added == 1)} what was not read"
    same = f"annotation{'s' * (report.unchanged != 1)} that say{'s' * (report.unchanged == 1)} what the edition says"
    return f"{made}, {report.unchanged} {same}"
