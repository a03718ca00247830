"""`gainsay read`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.cli.finding import JsonOption
from gainsay.cli.printing import one_line, print_json
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.report import DocumentRead, Progress, ReadReport


def read(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Folders of documents, or single files.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            *("--output", "-o", "--edition", "-e"),
            metavar="EDITION",
            help="The edition: a file, or a database, postgresql://USER@HOST/NAME. [default: FOLDER.gainsay]",
        ),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes. [default: one a processor]")] = None,
    reader: Annotated[str | None, typer.Option(help="model or rules. [default: model]")] = None,
    authority: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Names and their identifiers, as CSV or JSON; kept by the edition."),
    ] = None,
    patience: Annotated[
        float | None,
        typer.Option(min=1, metavar="SECONDS", help="Of the processor, for one document. [default: 120, more by size]"),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to read: local, dask://HOST:PORT, ray, or ray://HOST:PORT.")
    ] = "local",
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Read what FILE lists: one path, or address of an object, a line."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Build an edition from documents, or bring it up to date: only what changed is read again.

    Exit codes: 0 done; 1 some documents could not be read (each is named); 2 wrong usage.
    """
    from gainsay.edition.build import ReadSettings, default_edition, read_manifest
    from gainsay.edition.build import read as read_folder
    from gainsay.edition.plan import PATIENCE

    given = [*(paths or ()), *([manifest] if manifest else ())]
    if not given:
        raise UsageError("There is nothing to read. Name a folder or a file, or a list of them with --manifest.")
    edition = default_edition(given[0]) if output is None else output
    settings = ReadSettings(workers, reader, authority, patience or PATIENCE, engine)
    with shown_progress() as progress:
        reports = [read_folder(path, edition, settings, progress) for path in paths or ()]
        reports += read_manifest(manifest, edition, settings, progress) if manifest else []
    for report in reports:
        for warning in report.warnings:
            print(f"gainsay: {one_line(warning)}", file=sys.stderr)
        for problem in report.problems:
            print(f"gainsay: {one_line(problem.path)}: {one_line(problem.problem)}", file=sys.stderr)
            if context.find_root().params["debug"] and problem.details:
                print(problem.details, file=sys.stderr)
    if json:
        print_json(reports if len(reports) > 1 else reports[0])
    else:
        _tell(reports)
    if any(report.problems for report in reports):
        raise typer.Exit(1)


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A bar on a screen, silence elsewhere."""
    from gainsay.edition.report import Step, silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[item]}", markup=False), console=console, transient=True) as bars:
        tasks = {}

        def advance(step: Step) -> None:
            if step.name not in tasks:
                tasks[step.name] = bars.add_task(step.name, total=step.total, item="")
            bars.update(tasks[step.name], completed=step.done, total=step.total, item=step.item)

        yield advance


def _tell(reports: list[ReadReport]) -> None:
    """What was done, what there is, and what was damaged."""
    for report in reports:
        done = [
            f"{number} {what}"
            for number, what in (
                (len(report.added), "new"),
                (len(report.changed), "changed"),
                (len(report.removed), "removed"),
                (report.unchanged, "unchanged"),
                (len(report.problems), "not read"),
            )
            if number
        ]
        print(f"Documents: {', '.join(done) or 'none'}")
        _tell_each(report.read)
        if report.damage:
            print(f"Damaged in what was read: {', '.join(f'{n} {kind}' for kind, n in report.damage.items())}")
    last = reports[-1]
    kept = ("documents", "passages", "attributions", "entities", "dates", "figures", "citations", "statements")
    print(f"Found: {', '.join(f'{last.counts.get(name, 0)} {name}' for name in kept)}")
    verdicts = ", ".join(f"{n} {verdict}" for verdict, n in last.verdicts.items())
    print(f"Matters: {last.counts.get('matters', 0)}{f' ({verdicts})' if verdicts else ''}")
    if last.decisions:
        print(f"Decisions: {', '.join(f'{n} {state}' for state, n in last.decisions.items())}")
    print(f"Edition: {last.edition}")


NAMES = {
    "application/epub+zip": "EPUB",
    "application/json": "record",
    "application/pdf": "PDF",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/x-subrip": "subtitles",
    "image/x-scan": "picture",
    "message/rfc822": "mail",
    "text/html": "page",
    "text/vtt": "subtitles",
}
"""What to call a document of this type before a person. Plain texts need no name."""

MOST = 40
"""Lines. Of larger collections only the documents are listed that something is to be said of."""


def _tell_each(documents: Sequence[DocumentRead]) -> None:
    """What each document was read as and what was left out; plain texts without remarks need no line."""
    told = [one for one in documents if one.remarks or one.media_type in NAMES]
    shown = told if len(told) <= MOST else [one for one in told if one.remarks]
    for one in shown[: 10 * MOST]:
        pages = f", {one.pages:,} page{'' if one.pages == 1 else 's'}" if one.media_type == "application/pdf" else ""
        name = NAMES.get(one.media_type, "text")
        remarks = "".join(f"; {one_line(remark)}" for remark in one.remarks)
        print(f"  {one_line(one.path)}: {name}{pages}, {one.words:,} words{remarks}")
    if len(told) > len(shown[: 10 * MOST]):
        print(f"  and {len(told) - len(shown[: 10 * MOST]):,} more. `gainsay sources` lists all.")
