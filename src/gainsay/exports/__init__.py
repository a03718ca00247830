"""Exports: one writer per convention."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition

FORMATS = {
    "bibtex": "gainsay.exports.bibtex",
    "claimreview": "gainsay.exports.claimreview",
    "csl": "gainsay.exports.csl",
    "csv": "gainsay.exports.csv",
    "ftm": "gainsay.exports.ftm",
    "gexf": "gainsay.exports.gexf",
    "jsonl": "gainsay.exports.jsonl",
    "parquet": "gainsay.exports.parquet",
    "rdf": "gainsay.exports.rdf",
    "tei": "gainsay.exports.tei",
    "timeline": "gainsay.exports.timeline",
    "webanno": "gainsay.exports.webanno",
    "zip": "gainsay.exports.zip",
}
"""The module that writes each format: its `write(edition, path)` returns how many records went into each file."""


def export(edition: Edition, to: str, path: str | Path, redact: str | Path | None = None) -> dict[str, int]:
    """Write the edition in one of the `FORMATS`; returns the number of records by kind.

    Documents declared as restricted are kept out, with everything drawn from them. With `redact`, a list of names (CSV:
    name, pseudonym) or a role ("victims", "anonymous"), names are replaced by pseudonyms; where a name would remain,
    nothing is written and RedactionError is raised.
    """
    write = writer(to)
    if redact is None:
        return write(edition, Path(path))
    from gainsay.exports.redaction import redacted_export

    return redacted_export(edition, write, Path(path), redact).counts


def writer(to: str) -> Callable[[Edition, Path], dict[str, int]]:
    """The function that writes a format."""
    if to not in FORMATS:
        raise UsageError(f"{to}: no such format. Choose one of: {', '.join(sorted(FORMATS))}.")
    found: Callable[[Edition, Path], dict[str, int]] = import_module(FORMATS[to]).write
    return found
