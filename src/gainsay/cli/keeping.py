"""Looking after an edition: `gainsay sources`, `verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from gainsay.documents.document import Document


def sources(edition: EditionOption = None, json: JsonOption = False) -> None:
    """The documents, with what is known of each; and those that could not be read."""
    with opened(edition) as one:
        documents, unread = one.documents(), one.unread()
    if json:
        print_json({"documents": [_record(d) for d in documents], "unread": unread})
        return
    keys = ("written", "author", "publisher", "title")
    print_table(("path", *keys), [(d.path, *(_shown(d, key) for key in keys)) for d in documents])
    if any(said.by == "user" for d in documents for said in d.metadata.values()):
        print("* as sources.toml says")
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
    }


def _shown(document: Document, key: str) -> str:
    """The value, with a star where the user says it and not the text."""
    said = document.metadata.get(key)
    return "" if said is None else f"{said.value}{' *' if said.by == 'user' else ''}"


def verify(edition: EditionOption = None, json: JsonOption = False) -> None:
    """Check that every span lies in its text, every id exists, and the files are as they were read."""
    with opened(edition) as one:
        problems, counts = one.verify(), one.counts()
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
