"""Looking after an edition: `gainsay sources`, `verify`, `repair`, `copy`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from gainsay.cli.finding import EditionOption, JsonOption, edition_address, opened
from gainsay.cli.printing import one_line, print_json, print_table
from gainsay.cli.reading import shown_progress
from gainsay.errors import UsageError
from gainsay.store.address import as_address

if TYPE_CHECKING:
    from gainsay.documents.document import Document


def sources(edition: EditionOption = None, json: JsonOption = False) -> None:
    """The documents, with what is known of each; and those that could not be read."""
    with opened(edition) as one:
        documents, unread = one.documents(), one.unread()
    if json:
        print_json({"documents": [_record(d) for d in documents], "unread": unread})
        return
    captured = ("captured",) if any(d.stated("captured") for d in documents) else ()
    keys = ("written", *captured, "author", "publisher", "title")
    print_table(("path", *keys), [(d.path, *(_shown(d, key) for key in keys)) for d in documents])
    if any(said.by == "user" for d in documents for said in d.metadata.values()):
        print("* as sources.toml says")
    for document in documents:
        for remark in document.remarks:
            print(f"{one_line(document.path)}: {one_line(remark)}")
    for problem in unread:
        print(f"not read: {problem.path}: {problem.problem}")


def _record(document: Document) -> dict[str, Any]:
    known = {key: {"value": said.value, "by": said.by, "span": said.span} for key, said in document.metadata.items()}
    return {
        "id": document.id,
        "path": document.path,
        "language": document.language,
        "restricted": document.restricted,
        "characters": len(document.text),
        "metadata": known,
        "remarks": document.remarks,
    }


def _shown(document: Document, key: str) -> str:
    """The value, with a star where the user says it and not the text."""
    said = document.metadata.get(key)
    return "" if said is None else f"{said.value}{' *' if said.by == 'user' else ''}"


def verify(
    edition: EditionOption = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Read the texts again, too, and compare what that gives with what is kept.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Check that spans lie in their texts, ids exist, files are as they were read, and no decision was meddled with."""
    with opened(edition) as one, shown_progress() as progress:
        problems, counts = one.verify(anew, progress), one.counts()
    if json:
        print_json({"problems": problems, "counts": counts})
    else:
        for problem in problems:
            print(problem)
        total = f"{counts['documents']} documents, {counts['statements']} statements, {counts['matters']} matters"
        found = f"{len(problems)} problem{'s' * (len(problems) != 1)}" if problems else "all in order"
        print(f"{total}: {found}")
    if problems:
        raise typer.Exit(1)


def repair(
    edition: EditionOption = None,
    reader: Annotated[str | None, typer.Option(help="model or rules. [default: model]")] = None,
    json: JsonOption = False,
) -> None:
    """Read everything anew from the texts that the edition keeps; what people decided stays."""
    from gainsay.edition.repair import repair as rebuild

    with shown_progress() as progress:
        report = rebuild(edition_address(edition), reader, progress)
    if json:
        print_json(report)
        return
    lost = f", {report.lost} beyond reading" if report.lost else ""
    print(f"{report.edition}: {report.documents} documents read anew{lost}, {report.decisions} decisions kept")
    if report.kept is not None:
        print(f"What was there is kept as {report.kept}")


def copy(
    places: Annotated[
        list[str],
        typer.Argument(metavar="[EDITION] TO", help="The edition, and a file or database that holds nothing yet."),
    ],
    edition: EditionOption = None,
) -> None:
    """Copy an edition whole, to a file or a database, also while others read it, decide about it, or write it."""
    if len(places) > 2 or (len(places) == 2 and edition is not None):
        raise UsageError("give an edition and one place for the copy.")
    to = as_address(places[-1])
    with opened(places[0] if len(places) == 2 else edition) as one:
        one.store.copy(to)
        print(f"{one.path} copied to {to}")
