"""Lists of stems as they are kept: of those in the shipped table of common ones only their places in it.

Nine stems in ten stand there, so that one takes two bytes, a quarter of its letters. An edition is of the table that it
was written with: another one is another shape (`schema.SHAPE`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b

from gainsay.statements.terms import common_terms
from gainsay.store.sizes import cut, read_size, write_size

_SHORT = 0x80  # places below it take one byte, the others two
_SPELLED = 0xC0  # from there on a byte says how many bytes of letters follow
_LONG = 0xFF  # that their number follows
_PLACES = _SHORT + (_SPELLED - _SHORT) * 256


@cache
def _known() -> tuple[list[str], dict[str, bytes]]:
    """The stems by their places, and how each is written."""
    terms = common_terms()[:_PLACES]
    return list(terms), {term: _place(at) for at, term in enumerate(terms)}


def _place(at: int) -> bytes:
    return bytes([at]) if at < _SHORT else ((_SHORT << 8) + at - _SHORT).to_bytes(2, "big")


@cache
def table_digest() -> str:
    """Tells one table of common stems from another."""
    return blake2b("\n".join(_known()[0]).encode(), digest_size=8).hexdigest()


def pack_stems(stems: Iterable[str]) -> bytes:
    """Stems in their order.

    >>> unpack_stems(pack_stems(["strike", "Æolia", "strike"]))
    ('strike', 'Æolia', 'strike')
    """
    places = _known()[1]
    return b"".join([places.get(stem) or _spelled(stem) for stem in stems])


def _spelled(stem: str) -> bytes:
    letters = stem.encode("utf-8", "surrogatepass")
    short = len(letters) < _LONG - _SPELLED
    return (bytes([_SPELLED + len(letters)]) if short else bytes([_LONG]) + write_size(len(letters))) + letters


def unpack_stems(data: bytes) -> tuple[str, ...]:
    """What `pack_stems` was given; raises IndexError or ValueError for what it never wrote."""
    terms = _known()[0]
    found: list[str] = []
    at, end = 0, len(data)
    while at < end:
        first = data[at]
        at += 1
        if first < _SHORT:
            found.append(terms[first])
        elif first < _SPELLED:
            found.append(terms[(first - _SHORT << 8) + data[at] + _SHORT])
            at += 1
        else:
            size, at = (first - _SPELLED, at) if first < _LONG else read_size(data, at)
            found.append(cut(data, at, size).decode("utf-8", "surrogatepass"))
            at += size
    return tuple(found)


def join_lists(lists: Sequence[bytes]) -> bytes:
    """Packed lists one after the other, each behind its size.

    >>> split_lists(join_lists([b"ab", b""]) + b"rest", 2)
    ([b'ab', b''], b'rest')
    """
    return b"".join(write_size(len(one)) + one for one in lists)


def split_lists(data: bytes, count: int) -> tuple[list[bytes], bytes]:
    """The first so many lists, and what follows them; raises IndexError or ValueError where it is cut short."""
    found, at = [], 0
    for _ in range(count):
        size, at = read_size(data, at)
        found.append(cut(data, at, size))
        at += size
    return found, data[at:]
