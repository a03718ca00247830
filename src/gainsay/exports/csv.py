"""CSV: one table for each kind of record, as spreadsheets open them (RFC 4180, UTF-8 with a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.tables import TABLES, Cell, lines
from gainsay.exports.files import writing

# A spreadsheet runs a cell that begins so as a formula; a document may have been written to be opened in one.
_FORMULA = frozenset("=+-@\t\r")


def write(edition: Edition, folder: Path) -> dict[str, int]:
    """Write `NAME.csv` for each table into `folder`, each replaced whole; the number of lines by table."""
    public = Public.of(edition)
    counts = dict.fromkeys(TABLES, 0)
    with ExitStack() as stack:
        writers = {name: _opened(folder / f"{name}.csv", stack) for name in TABLES}
        for name, table in TABLES.items():
            writers[name](table.columns)
        for name, line in lines(public, TABLES):
            writers[name]([_cell(cell) for cell in line])
            counts[name] += 1
    return counts


def _opened(path: Path, stack: ExitStack) -> Callable[[Iterable[Cell]], object]:
    """What writes a line into a file, which `stack` closes."""
    file = stack.enter_context(writing(path))
    # With the mark, Excel reads UTF-8; without it, it takes the machine's own code page.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="backslashreplace", newline="")
    stack.callback(text.detach)
    return csv.writer(text).writerow


def _cell(cell: Cell) -> Cell:
    """A cell that a spreadsheet would run gets an apostrophe before it, which makes it words.

    >>> _cell("=1+1"), _cell("Coal Quay"), _cell(-0.5), _cell(True)
    ("'=1+1", 'Coal Quay', -0.5, 'true')
    """
    if type(cell) is str:
        return f"'{cell}" if cell[:1] in _FORMULA else cell
    return str(cell).lower() if type(cell) is bool else cell
