"""Columns whose values are kept smaller than they are used."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from sqlalchemy import LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from gainsay.store.sizes import pack_spans, unpack_spans
from gainsay.store.stems import pack_stems, table_digest, unpack_stems
from gainsay.store.texts import bounded


class Named(dict[str, str]):
    """From the letter that is kept to the value it stands for; anything else is as it is.

    >>> Named(["speech", "writing"])["b"], Named(["speech"])["a song"]
    ('writing', 'a song')
    """

    def __init__(self, values: Sequence[str]) -> None:
        super().__init__(zip(ascii_lowercase, values, strict=False))

    def __missing__(self, value: str) -> str:
        return value


class OneOf(TypeDecorator[str]):
    """One of a few values, kept as a letter: the first as `a`. Another value is kept as it is."""

    impl = Text
    cache_ok = True

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__()
        self.values = values
        self._named = Named(values)
        self._letters = {value: letter for letter, value in self._named.items()}

    def __repr__(self) -> str:
        return f"OneOf({self.values})"

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """As other text is kept there."""
        return Text(collation="C" if dialect.name == "postgresql" else None)

    def stored(self, value: Any) -> Any:
        """As it is kept."""
        return self._letters.get(value, value)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return self.stored(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else self._named[value]


class Spans(TypeDecorator[str]):
    """A column of lists of spans: packed in the file, JSON to whoever asks."""

    impl = LargeBinary
    cache_ok = True

    def stored(self, value: str | None) -> bytes | None:
        """As they are kept."""
        return None if value is None else pack_spans(json.loads(value))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return self.stored(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(unpack_spans(value), separators=(",", ":"))


class Stems(TypeDecorator[str]):
    """A column of lists of stems: packed in the file, JSON to whoever asks."""

    impl = LargeBinary
    cache_ok = True

    def __repr__(self) -> str:
        return f"Stems({table_digest()})"

    def stored(self, value: str | None) -> bytes | None:
        """As they are kept."""
        return None if value is None else pack_stems(json.loads(value))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return self.stored(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(unpack_stems(value), ensure_ascii=False)


class PackedNumbers(TypeDecorator[bytes]):
    """Small numbers, a byte each, the nearer to nought the more frequent: they never repeat each other, so only how
    often each occurs is made use of, which is quick.
    """

    impl = LargeBinary
    cache_ok = True

    def stored(self, value: bytes | None) -> bytes | None:
        """As they are kept."""
        if value is None:
            return None
        packer = zlib.compressobj(6, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
        return packer.compress(value) + packer.flush()

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return self.stored(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else unpacked_numbers(value)


def unpacked_numbers(value: bytes) -> bytes:
    """The numbers of a `PackedNumbers` as it is kept."""
    return bounded(zlib.decompressobj(), value)
