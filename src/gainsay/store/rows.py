"""Records to rows and back: one row a record, spans as two columns, lists as JSON text.

The columns follow from a record's fields, so that no field is lost in silence (a test holds the tables to them).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from gainsay.spans import Span
from gainsay.store.ids import HALF, from_stored, kind_of, unpack_ids
from gainsay.store.packed import Named
from gainsay.store.sizes import unpack_spans
from gainsay.store.stems import unpack_stems

Record = TypeVar("Record")
Row = tuple[Any, ...]

_plain: Any = json.JSONDecoder()
_scan = _plain.scan_once  # the scanner itself: `json.loads` spends as long on looking for white space
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(value: object) -> str:
    """Compact JSON; tuples become lists.

    >>> to_json((Span(1, 2), Span(4, 5)))
    '[[1,2],[4,5]]'
    """
    return "[]" if value == () else _dump(value)


def from_json(text: str) -> Any:
    """What `to_json` was given, tuples as lists. It must have been written so: no white space at its edges.

    >>> from_json("[[1,2],[4,5]]")
    [[1, 2], [4, 5]]
    """
    return _scan(text, 0)[0]


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


class _Field:
    """How one field of a record stands in its table."""

    def __init__(self, name: str, hint: Any, ids: str | None) -> None:
        self.name = name
        self.ids = ids
        self.is_span = hint == Span or (get_origin(hint) in (Union, UnionType) and Span in get_args(hint))
        pair = ("start", "end") if name == "span" else (f"{name}_start", f"{name}_end")
        self.columns: tuple[str, ...] = pair if self.is_span else (name,)
        inner = [part for part in get_args(hint) if part is not type(None)]
        self.nullable = len(inner) < len(get_args(hint)) and get_origin(hint) is not tuple
        self.kind: Any = int if self.is_span else inner[0] if self.nullable and len(inner) == 1 else hint
        self.is_one = get_origin(hint) is not tuple
        self.is_stems, self.is_spans = name == "terms", hint == tuple[Span, ...]
        self.decode = None if self.is_span else _of_ids(ids, hint) if ids else _decoder(hint)
        if self.is_stems:
            self.decode = _of_stems
        elif get_origin(self.kind) is Literal:
            self.decode = Named(get_args(self.kind)).__getitem__
        self.encode: Callable[[Any], object] | None = None if self.is_span else _encoder(hint)


def _holds_tuples(hint: Any) -> bool:
    return get_origin(hint) is tuple or any(_holds_tuples(part) for part in get_args(hint))


def _is_value(hint: Any) -> bool:
    """A figure's value: a number or a pair; numbers as JSON too, so that 3 and 3.0 stay apart."""
    return _holds_tuples(hint) and get_origin(hint) is not tuple


def _encoder(hint: Any) -> Callable[[Any], object] | None:
    if _is_value(hint):
        return lambda value: None if value is None else to_json(value)
    if hint is bool:
        return int
    return to_json if _holds_tuples(hint) else None


def _of_ids(kind: str, hint: Any) -> Callable[[Any], object]:
    if get_origin(hint) is tuple:
        return lambda value: unpack_ids(value, kind)
    return lambda value: from_stored(value, kind)


def _of_spans(value: Any) -> tuple[Span, ...]:
    if isinstance(value, bytes):
        return unpack_spans(value)
    return () if value == "[]" else tuple(Span(*pair) for pair in from_json(value))


def _of_stems(value: Any) -> tuple[str, ...]:
    return unpack_stems(value) if isinstance(value, bytes) else _tuples(from_json(value))


def _decoder(hint: Any) -> Callable[[Any], object] | None:
    if _is_value(hint):
        return lambda value: None if value is None else _tuples(from_json(value))
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if inner is Span:
            return _of_spans
        if inner is str:
            return lambda value: () if value == "[]" else tuple(_scan(value, 0)[0])
        if inner == tuple[Span, Span]:
            return lambda value: tuple((Span(*a), Span(*b)) for a, b in from_json(value))
        return lambda value: () if value == "[]" else _tuples(from_json(value))
    return bool if hint is bool else None


class Codec(Generic[Record]):
    """Turns records of one type into rows and rows into records.

    >>> from gainsay.documents.document import Stated
    >>> Codec(Stated).encode(Stated("Ana Lindqvist", "text", Span(3, 16)))
    ('Ana Lindqvist', 'text', 3, 16)
    """

    def __init__(self, record: type[Record]) -> None:
        hints = get_type_hints(record)
        self._record = record
        self._fields = [_Field(f.name, hints[f.name], kind_of(record.__name__, f.name)) for f in fields(record)]  # type: ignore[arg-type]
        self._values = attrgetter(*(f.name for f in self._fields))
        self.columns: tuple[str, ...] = tuple(column for f in self._fields for column in f.columns)

    @property
    def ids(self) -> dict[str, str]:
        """The columns that hold ids, or lists of them, with what those ids begin with."""
        return {f.name: f.ids for f in self._fields if f.ids}

    @property
    def stems(self) -> frozenset[str]:
        """The columns that hold lists of stems."""
        return frozenset(f.name for f in self._fields if f.is_stems)

    @property
    def spans(self) -> frozenset[str]:
        """The columns that hold lists of spans."""
        return frozenset(f.name for f in self._fields if f.is_spans)

    def types(self) -> list[tuple[str, Any, bool]]:
        """Each column with the Python type of its values and whether it may be empty.

        >>> from gainsay.documents.document import Stated
        >>> Codec(Stated).types()[2:]
        [('start', <class 'int'>, True), ('end', <class 'int'>, True)]
        """
        return [(column, f.kind, f.nullable) for f in self._fields for column in f.columns]

    def encode(self, record: Record) -> Row:
        """The values of `columns`."""
        row: list[object] = []
        for field, value in zip(self._fields, self._values(record), strict=True):
            if field.is_span:
                row += (None, None) if value is None else value
            else:
                row.append(value if field.encode is None else field.encode(value))
        return tuple(row)

    @cached_property
    def decode(self) -> Callable[[Sequence[Any]], Record]:
        """From a row the record that was encoded as it; columns after its own are ignored.

        The function is put together once, as `dataclasses` does it: an edition has a million rows, and to look at each
        field of each row takes twice as long as making the record.
        """
        known: dict[str, Any] = {"R": self._record, "S": Span, "H": HALF}
        values, at = [], 0
        for field in self._fields:
            if field.is_span:
                span = f"S(r[{at}], r[{at + 1}])"
                values.append(f"None if r[{at}] is None else {span}" if field.nullable else span)
            elif field.ids and field.is_one:
                values.append(f'f"{field.ids}-{{r[{at}] + H:016x}}" if type(r[{at}]) is int else r[{at}]')
            elif field.decode is None:
                values.append(f"r[{at}]")
            else:
                known[f"d{at}"] = field.decode
                values.append(f"d{at}(r[{at}])")
            at += len(field.columns)
        made: Callable[[Sequence[Any]], Record] = eval(f"lambda r: R({', '.join(values)})", known)
        return made

    def to_columns(self, record: Record) -> dict[str, Any]:
        """The values by the names of their columns."""
        return dict(zip(self.columns, self.encode(record), strict=True))

    def from_columns(self, values: Mapping[str, Any]) -> Record:
        """The record with these values; what is not named (a field that came later) has its default."""
        known: dict[str, Any] = {}
        for one in self._fields:
            if not all(column in values for column in one.columns):
                continue
            given = [values[column] for column in one.columns]
            if one.is_span:
                known[one.name] = None if given[0] is None else Span(*given)
            else:
                known[one.name] = given[0] if one.decode is None else one.decode(given[0])
        return self._record(**known)


_codecs: dict[type, Codec[Any]] = {}


def codec(record: type[Record]) -> Codec[Record]:
    """The codec of a record type, made once."""
    if record not in _codecs:
        _codecs[record] = Codec(record)
    return _codecs[record]
