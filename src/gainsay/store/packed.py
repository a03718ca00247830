"""Columns whose values are kept smaller than they are used."""

from __future__ import annotations

import zlib

from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from gainsay.store.texts import bounded, compress, decompress


class PackedText(TypeDecorator[str]):
    """Text, compressed."""

    impl = LargeBinary
    cache_ok = True

    def stored(self, value: str) -> bytes:
        """As it is kept."""
        return compress(value)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else self.stored(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else decompress(value)


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
        return None if value is None else bounded(zlib.decompressobj(), value)
