"""Whole numbers in as few bytes as each needs, and lists of spans made of them."""

from __future__ import annotations

from collections.abc import Iterable

from gainsay.spans import Span

_LARGEST = 63  # bits: no number here has more; a longer one would only take time to read


def write_size(size: int) -> bytes:
    """Seven bits a byte, the lowest first; all but the last have the eighth.

    >>> write_size(5), write_size(300)
    (b'\\x05', b'\\xac\\x02')
    """
    if size < 0x80:
        return bytes((size,))
    written = bytearray()
    while size > 0x7F:
        written.append(size & 0x7F | 0x80)
        size >>= 7
    written.append(size)
    return bytes(written)


def read_size(data: bytes, at: int) -> tuple[int, int]:
    """The number that stands there, and where it ends; raises IndexError or ValueError where none does."""
    if data[at] < 0x80:
        return data[at], at + 1  # as most are
    size = shift = 0
    while data[at] > 0x7F:
        size |= (data[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if shift > _LARGEST:
            raise ValueError("a number without an end")
    return size | data[at] << shift, at + 1


def cut(data: bytes, at: int, size: int) -> bytes:
    """So many bytes from there; raises ValueError where there are fewer."""
    if at + size > len(data):
        raise ValueError("a list is cut short")
    return data[at : at + size]


def pack_spans(spans: Iterable[Iterable[int]]) -> bytes:
    """Spans in any order: of each how far it begins from the end of the one before, and its length.

    >>> unpack_spans(pack_spans([(3, 9), (40, 400), (1, 2)]))
    (Span(start=3, end=9), Span(start=40, end=400), Span(start=1, end=2))
    """
    written, reached = [], 0
    for start, end in spans:
        step = start - reached
        written += [write_size(2 * step if step >= 0 else -2 * step - 1), write_size(end - start)]
        reached = end
    return b"".join(written)


def unpack_spans(data: bytes) -> tuple[Span, ...]:
    """What `pack_spans` was given; raises IndexError or ValueError for what it never wrote."""
    found, at, reached = [], 0, 0
    while at < len(data):
        step, at = read_size(data, at)
        length, at = read_size(data, at)
        start = reached + (-(step + 1) // 2 if step & 1 else step // 2)
        reached = start + length
        found.append(Span(start, reached))
    return tuple(found)
