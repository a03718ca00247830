"""Handing an edition on: `gainsay export`, `publish`; and reading it: `gainsay room`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.cli.finding import EditionOption, JsonOption, edition_address, opened
from gainsay.cli.printing import print_json
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition

    Write = Callable[[Edition, Path], dict[str, int]]

PlacesOption = Annotated[
    Path | None,
    typer.Option("--places", metavar="FILE", help="Coordinates for a map: CSV (name, latitude, longitude) or GeoJSON."),
]


def export(
    places: Annotated[list[str], typer.Argument(metavar="[EDITION] PATH", help="The edition, and where to write.")],
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="jsonl (the default), csv, parquet, webanno, tei, rdf, ftm, gexf, timeline, claimreview, bibtex, csl, "
            "html, zip.",
        ),
    ] = "jsonl",
    redact: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|ROLE",
            help="Replace names by pseudonyms: a CSV file (name, pseudonym), or a role: victims, anonymous.",
        ),
    ] = None,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Write the edition for other programs. Restricted documents are kept out."""
    given, path = _places(places, edition)
    write = _writer(to)
    with opened(given) as one:
        if redact is None:
            counts = write(one, path)
        else:
            counts = _redacted(one, write, path, redact)
    if json:
        print_json({"path": path, "records": counts})
    else:
        print(f"{path}: {', '.join(f'{n} {name}' for name, n in counts.items())}")


def _writer(to: str) -> Write:
    if to == "html":
        return _site
    from gainsay.exports import writer

    return writer(to)


def _site(edition: Edition, folder: Path) -> dict[str, int]:
    """The pages: how many there are."""
    from gainsay.room.publish import publish as write

    write(edition, folder)
    return {"pages": sum(1 for _ in folder.rglob("*.html"))}


def _redacted(
    edition: Edition, write: Callable[[Edition, Path], dict[str, int]], path: Path, redact: str
) -> dict[str, int]:
    """Says on the side who was redacted, so that it can be checked; the pages and files say nothing of it."""
    from gainsay.exports.redaction import redacted_export

    done = redacted_export(edition, write, path, redact)
    print(
        f"gainsay: redacted {', '.join(done.names)}. Looked through {done.proved} bytes: no name is left.",
        file=sys.stderr,
    )
    return done.counts


def publish(
    places: Annotated[list[str], typer.Argument(metavar="[EDITION] DIR", help="The edition, and where to write.")],
    edition: EditionOption = None,
    map_places: PlacesOption = None,
) -> None:
    """Write the edition as a site of plain pages that needs no server. Restricted documents are kept out."""
    from gainsay.room.gazetteer import read_places
    from gainsay.room.publish import publish as write

    given, path = _places(places, edition)
    located = read_places(map_places) if map_places else ()
    with opened(given) as one:
        write(one, path, located)
    print(f"{path / 'index.html'}")


def room(
    edition: Annotated[str | None, typer.Argument(metavar="[EDITION]", help="The edition.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; 0 for any. Else the first free one.")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    shared: Annotated[bool, typer.Option("--shared", help="Let others in who have an account.")] = False,
    accounts: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Shared: the accounts, as `gainsay accounts` writes them.")
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="Shared: the https address at which others reach the room.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Shared: the address to listen on. [default: 127.0.0.1]")] = None,
    user_header: Annotated[
        str | None, typer.Option(metavar="NAME", help="Shared: the header in which a proxy says who asks.")
    ] = None,
    trust: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="Shared: the proxy's address; may be repeated.")
    ] = None,
    map_places: PlacesOption = None,
    given: EditionOption = None,
) -> None:
    """Open the reading room: read, compare and overrule, in the browser. Nothing leaves this machine."""
    from gainsay.room.gazetteer import read_places
    from gainsay.room.serve import serve

    if edition is not None and given is not None:
        raise UsageError("give one edition.")
    if not shared and any((accounts, address, host, user_header, trust)):
        raise UsageError("--accounts, --address, --host, --user-header and --trust are for a room that is --shared.")
    opened(edition or given).close()  # says at once what is wrong with it
    sharing = None
    if shared:
        from gainsay.room.sharing import Sharing

        sharing = Sharing.of(
            accounts=accounts, address=address, host=host, user_header=user_header, trusted=trust or ()
        )
    located = read_places(map_places) if map_places else ()
    one = edition_address(edition or given)
    serve(one, port, not no_open, lambda words: print(words, flush=True), sharing, located)


def _places(places: list[str], edition: str | None) -> tuple[str | None, Path]:
    """The edition, where it is given, and the path to write to."""
    if len(places) > 2 or (len(places) == 2 and edition is not None):
        raise UsageError("give an edition and one place to write to.")
    return edition if len(places) == 1 else places[0], Path(places[-1])
