"""Texts as they are kept: compressed, to the letter."""

from __future__ import annotations

import zlib


def compress(text: str) -> bytes:
    """The text to the letter, lone surrogates included.

    >>> decompress(compress("Port Adair"))
    'Port Adair'
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


LARGEST = 500_000_000
"""Bytes. Twenty million characters with the places of all their lines have less; more is a bomb."""


def decompress(data: bytes) -> str:
    """What `compress` was given; raises ValueError for what would swell beyond any text."""
    return bounded(zlib.decompressobj(), data).decode("utf-8", "surrogatepass")


def bounded(packed: zlib._Decompress, data: bytes) -> bytes:
    """What `data` holds; raises ValueError where it is cut short or swells beyond any text."""
    found = packed.decompress(data, LARGEST)
    if packed.unconsumed_tail or not packed.eof:
        raise ValueError("the packed text is cut short, or swells beyond any text")
    return found


_COMMON = (
    b'"sources":[""],"negated":["","qualifier":"over","unit":"persons","head":"when":"20-value":,"terms":["],'
    b'"value_span":[,],"voices":["referent-"],"context":["'
)
"""What the short texts have in common: told beforehand, it need not be said in each."""
_WINDOW, _MEMORY = -10, 4  # enough for texts of a hundred bytes, and ten times quicker to begin than zlib's own


def squeeze(text: str) -> bytes:
    """A short JSON text, compressed; nothing for an empty object.

    >>> unsqueeze(squeeze('{"context":["pier"]}')), squeeze("{}")
    ('{"context":["pier"]}', b'')
    """
    if text == "{}":
        return b""
    packer = zlib.compressobj(6, zlib.DEFLATED, _WINDOW, _MEMORY, zlib.Z_DEFAULT_STRATEGY, _COMMON)
    return packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unsqueeze(data: bytes) -> str:
    """What `squeeze` was given."""
    return bounded(zlib.decompressobj(_WINDOW, _COMMON), data).decode("utf-8", "surrogatepass") if data else "{}"
