"""Ids as they are kept: the hash in them as a number of eight bytes, a third of their text. The column tells the kind.

An id of any other form is kept as text, so that none is ever lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from struct import pack, unpack
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_DIGITS = 16
HALF = 1 << 63  # SQLite's numbers are signed
_HEX = frozenset("0123456789abcdef")

KINDS: dict[str, dict[str, str]] = {
    "Article": {"id": "art"},
    "Passage": {"id": "pas", "article": "art"},
    "Attribution": {"id": "attribution", "parent": "attribution", "citation": "citation"},
    "Mention": {"id": "mention"},
    "Date": {"id": "date"},
    "Figure": {"id": "figure"},
    "Citation": {"id": "citation"},
    "Designation": {"id": "designation", "mentions": "mention", "attribution": "attribution", "called": "mention"},
    "Referent": {"id": "referent", "mentions": "mention"},
    "Statement": {
        "id": "statement",
        "passage": "pas",
        "article": "art",
        "attribution": "attribution",
        "holder": "referent",
        "referents": "referent",
        "dates": "date",
        "figures": "figure",
        "designations": "designation",
    },
}
"""Of each record the fields that hold ids, or lists of them, with the word that those ids begin with."""


def kind_of(record: str, field: str) -> str | None:
    """What the ids in a field of a record begin with; None where it holds none.

    >>> kind_of("Statement", "holder"), kind_of("Date", "document"), kind_of("Date", "edtf")
    ('referent', 'doc', None)
    """
    return "doc" if field == "document" else KINDS.get(record, {}).get(field)


def to_stored(identity: str | None, kind: str) -> int | str | None:
    """The number that stands for an id; numbers are in the order of the ids.

    >>> to_stored("date-80000000000000ff", "date"), to_stored("date-1", "date")
    (255, 'date-1')
    """
    if identity is None or len(identity) != len(kind) + 1 + _DIGITS or not identity.startswith(f"{kind}-"):
        return identity
    digits = identity[-_DIGITS:]
    if not _HEX.issuperset(digits):
        return identity
    return int(digits, 16) - HALF


def from_stored(value: Any, kind: str) -> Any:
    """The id that a number stands for; anything else as it is.

    >>> from_stored(255, "date"), from_stored(-1, "date"), from_stored("date-1", "date")
    ('date-80000000000000ff', 'date-7fffffffffffffff', 'date-1')
    """
    return f"{kind}-{value + HALF:016x}" if isinstance(value, int) else value


def pack_ids(listed: str, kind: str) -> bytes:
    """A JSON list of ids, packed: eight bytes each, least first. One with other ids stays JSON, of another length.

    >>> pack_ids('["date-80000000000000ff"]', "date"), pack_ids('["date-1"]', "date"), pack_ids("[]", "date")
    (b'\\xff\\x00\\x00\\x00\\x00\\x00\\x00\\x00', b'["date-1"]', b'')
    """
    if listed == "[]":
        return b""
    numbers = [to_stored(identity, kind) for identity in json.loads(listed)]
    if all(isinstance(number, int) for number in numbers):
        return pack(f"<{len(numbers)}q", *numbers)
    other = listed.encode("utf-8", "surrogatepass")
    return other if len(other) % 8 else other + b" "


def unpack_ids(value: bytes | str, kind: str) -> tuple[str, ...]:
    """The ids of a list, packed or as the JSON that a codec gives.

    >>> [unpack_ids(pack_ids(listed, "date"), "date") for listed in ('["date-80000000000000ff"]', '["four"]')]
    [('date-80000000000000ff',), ('four',)]
    """
    if not value:
        return ()  # as most are
    if isinstance(value, str) or len(value) % 8:
        return tuple(json.loads(value))
    return tuple([f"{kind}-{n + HALF:016x}" for n in unpack(f"<{len(value) // 8}q", value)])


def numbers(identities: Iterable[str], kind: str) -> list[int | str | None]:
    """Ids as they are kept."""
    return [to_stored(identity, kind) for identity in identities]


class Id(TypeDecorator[str]):
    """A column of ids: numbers in the file, ids to whoever asks."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def stored(self, value: str | None) -> Any:
        """As it is kept."""
        return to_stored(value, self.kind)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return self.stored(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        identity: str | None = from_stored(value, self.kind)
        return identity


class IdList(TypeDecorator[str]):
    """A column of lists of ids: packed in the file, JSON to whoever asks."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def stored(self, value: str | None) -> Any:
        """As it is kept."""
        return None if value is None else pack_ids(value, self.kind)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return self.stored(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(unpack_ids(value, self.kind))
