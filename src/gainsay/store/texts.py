"""Texts as they are kept: compressed, to the letter."""

from __future__ import annotations

import zlib


def compress(text: str) -> bytes:
    """The text to the letter, lone surrogates included.

    >>> decompress(compress("Port Adair"))
    'Port Adair'
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def decompress(data: bytes) -> str:
    """What `compress` was given."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
