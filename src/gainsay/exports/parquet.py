"""Parquet: the tables of `csv` with their types, for data frames and databases. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.tables import TABLES, Line, table
from gainsay.errors import UsageError
from gainsay.exports.files import writing

BATCH = 10_000  # lines in memory at once: a few MB


def write(edition: Edition, folder: Path) -> dict[str, int]:
    """Write `NAME.parquet` for each table into `folder`, each replaced whole; the number of lines by table."""
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow: `pip install 'gainsay[parquet]'`. `--to csv` needs nothing."
        ) from error
    public = Public.of(edition)
    return {name: _write(pyarrow, folder / f"{name}.parquet", *table(edition, name, public)) for name in TABLES}


def _write(arrow: Any, path: Path, kinds: dict[str, type], lines: Iterator[Line]) -> int:
    from pyarrow import parquet

    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    schema = arrow.schema([(name, types[kind]) for name, kind in kinds.items()])
    count = 0
    with writing(path) as file, parquet.ParquetWriter(file, schema) as writer:
        while some := list(islice(lines, BATCH)):
            columns = zip(schema, zip(*some, strict=True), strict=True)
            arrays = [arrow.array([_cell(value) for value in values], field.type) for field, values in columns]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            count += len(some)
    return count


def _cell(cell: object) -> object:
    """Parquet holds UTF-8, which has no lone surrogates."""
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell
