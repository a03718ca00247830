"""Parquet: the tables of `csv` with their types, for data frames and databases. Needs the extra `parquet`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.tables import TABLES, Cell, Line, lines
from gainsay.errors import UsageError
from gainsay.exports.files import writing

BATCH = 10_000  # lines of a table in memory at once: a few MB

_SURROGATE = re.compile("[\ud800-\udfff]")


def write(edition: Edition, folder: Path) -> dict[str, int]:
    """Write `NAME.parquet` for each table into `folder`, each replaced whole; the number of lines by table."""
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow: `pip install 'gainsay[parquet]'`. `--to csv` needs nothing."
        ) from error
    counts = dict.fromkeys(TABLES, 0)
    with ExitStack() as stack:
        writers = {
            name: _Writer(pyarrow, folder / f"{name}.parquet", one.columns, stack) for name, one in TABLES.items()
        }
        for name, line in lines(Public.of(edition), TABLES):
            writers[name].add(line)
            counts[name] += 1
        for writer in writers.values():
            writer.flush()
    return counts


class _Writer:
    """Writes one table, many lines at once; `stack` closes its file."""

    def __init__(self, arrow: Any, path: Path, kinds: dict[str, type], stack: ExitStack) -> None:
        from pyarrow import parquet

        types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
        self._arrow = arrow
        self._schema = arrow.schema([(name, types[kind]) for name, kind in kinds.items()])
        file = stack.enter_context(writing(path))
        self._file = stack.enter_context(parquet.ParquetWriter(file, self._schema))
        self._lines: list[Line] = []

    def add(self, line: Line) -> None:
        self._lines.append(line)
        if len(self._lines) == BATCH:
            self.flush()

    def flush(self) -> None:
        if self._lines:
            columns = zip(self._schema, zip(*self._lines, strict=True), strict=True)
            arrays = [self._arrow.array(_held(values), field.type) for field, values in columns]
            self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
            self._lines.clear()


def _held(values: Sequence[Cell]) -> Sequence[Cell]:
    """A column as Parquet holds it: in UTF-8, which has no lone surrogates."""
    if not any(type(value) is str and _SURROGATE.search(value) for value in values):
        return values
    return [v.encode("utf-8", "backslashreplace").decode() if isinstance(v, str) else v for v in values]
