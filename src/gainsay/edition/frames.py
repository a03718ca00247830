"""The tables of an edition as data frames of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.tables import table
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from pandas import DataFrame

_TYPES = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def data_frame(edition: Edition, name: str) -> DataFrame:
    """One of the tables, every document in it (restricted ones too: nothing leaves the machine)."""
    try:
        import pandas
    except ImportError as error:
        raise UsageError("data frames need pandas: `pip install pandas`.") from error
    columns, lines = table(name, Public.of(edition, restricted_too=True))
    frame = pandas.DataFrame.from_records(list(lines), columns=list(columns))
    # Pandas' own types with a null: else a column of whole numbers with a gap would become one of fractions.
    return frame.astype({column: _TYPES[kind] for column, kind in columns.items()})
