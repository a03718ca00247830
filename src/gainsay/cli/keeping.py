"""Looking after an edition: `gainsay sources`, `verify`."""

from __future__ import annotations

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import print_json, print_table


def sources(edition: EditionOption = None, json: JsonOption = False) -> None:
    """The documents, with what is known of each; and those that could not be read."""
    with opened(edition) as one:
        documents, unread = one.documents(), one.unread()
    keys = ("title", "author", "publisher", "written", "party", "kind", "url")
    if json:
        rows = [
            {"id": d.id, "path": d.path, **{key: d.stated(key) for key in keys}, "language": d.language}
            | {"restricted": d.restricted, "characters": len(d.text)}
            for d in documents
        ]
        print_json({"documents": rows, "unread": [{"path": p.path, "problem": p.problem} for p in unread]})
        return
    print_table(
        ("path", "written", "author", "publisher", "title"),
        [(d.path, d.written, d.author, d.publisher, d.title) for d in documents],
    )
    for problem in unread:
        print(f"not read: {problem.path}: {problem.problem}")


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
        print(f"{total}: {f'{len(problems)} problems' if problems else 'all in order'}")
    if problems:
        raise typer.Exit(1)
