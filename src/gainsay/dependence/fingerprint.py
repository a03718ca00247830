"""Fingerprints: a document as a row of word hashes, small enough to keep and quick enough to compare."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gainsay.spans import Span

# A word is a run of letters and digits; an apostrophe inside it ("they've") does not part it, nor does an accent
# written as a character of its own.
WORD = re.compile("[^\\W_]+(?:['’\u0300-\u036f]+[^\\W_]+)*[\u0300-\u036f]*")

_WITHOUT_MARKS = re.compile("[\x00-\x7f\u2010-\u2027]*")
"""ASCII with the quotation marks and dashes of print: most text is no more, and has no accents to look for."""

BREAK = 0
"""The hash that stands for something left out. It equals no word, not even another break."""

_MAGIC = b"GFP2"
_HEAD = struct.Struct("<4sHIB")  # magic, length of the id, number of words, bytes of a gap or a length

_MOST = 40_000_000  # words of a document: the longest text that is read has twenty million characters

Hashes = NDArray[np.uint32]
Offsets = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """The words of one document: where each begins and ends, and a hash of its folded form (case and accents aside).

    Breaks (hash 0) stand where a stretch was left out: no run of shared words goes across them.
    """

    document: str
    starts: Offsets
    ends: Offsets
    hashes: Hashes

    def __len__(self) -> int:
        return len(self.hashes)

    def to_bytes(self) -> bytes:
        """A compact form for the store, some four bytes a word: gaps before words and their lengths, then hashes."""
        name = self.document.encode("utf-8")
        edges = np.stack([self.starts, self.ends], axis=1).ravel().astype(np.int64)
        steps = np.diff(edges, prepend=0)
        width = 1 if len(steps) == 0 or int(steps.max()) < 1 << 8 else 4
        data = steps.astype(f"<u{width}").tobytes() + self.hashes.astype("<u4", copy=False).tobytes()
        return b"".join([_HEAD.pack(_MAGIC, len(name), len(self), width), name, zlib.compress(data, 6)])

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """What `to_bytes` gave. Raises ValueError for anything else."""
        document, words, width, body = _unpacked(data)
        steps = np.frombuffer(body, dtype=f"<u{width}", count=2 * words)
        edges = np.cumsum(steps, dtype=np.uint32)
        hashes = np.frombuffer(body, dtype="<u4", count=words, offset=2 * width * words)
        return cls(document, edges[::2], edges[1::2], hashes)


def hashes_of(data: bytes) -> tuple[str, Hashes]:
    """The document of a packed fingerprint, and the hashes of its words: all that most documents are asked for."""
    document, words, width, body = _unpacked(data)
    return document, np.frombuffer(body, dtype="<u4", count=words, offset=2 * width * words)


def _unpacked(data: bytes) -> tuple[str, int, int, bytes]:
    """The document, the number of its words, the bytes of a gap or a length, and what is packed."""
    if len(data) < _HEAD.size or data[:4] != _MAGIC:
        raise ValueError("not a fingerprint: read the document again")
    _, named, words, width = _HEAD.unpack_from(data)
    at = _HEAD.size + named
    packed = zlib.decompressobj()
    try:
        # One byte more than it must have shows whether there is more; a bomb does not get further.
        body = packed.decompress(data[at:], (2 * width + 4) * min(words, _MOST) + 1)
    except zlib.error:
        body = b""
    if not packed.eof or len(body) != (2 * width + 4) * words:
        raise ValueError("the fingerprint is cut short: read the document again")
    return data[_HEAD.size : at].decode("utf-8"), words, width, body


def fingerprint(document_id: str, text: str, exclude: Sequence[Span] = ()) -> Fingerprint:
    """The fingerprint of `text`, without the words that touch a span of `exclude` (boilerplate, share bars).

    >>> len(fingerprint("d", "They've left Marrow Bay."))
    4
    """
    # Arrays, not lists of pairs: a file of 200 MB has thirty million words.
    starts, ends, hashes = array("I"), array("I"), array("I")
    known: dict[str, int] = {}
    for match in WORD.finditer(text):
        word = match[0]
        value = known.get(word)
        if value is None:
            value = known[word] = word_hash(word)
        starts.append(match.start())
        ends.append(match.end())
        hashes.append(value)
    whole = Fingerprint(document_id, *(np.array(column, dtype=np.uint32) for column in (starts, ends, hashes)))
    return _without(whole, exclude) if exclude else whole


def fold(word: str) -> str:
    """Case, accents and apostrophes do not tell words apart.

    >>> fold("L’Été")
    'lete'
    """
    word = word.replace("’", "")
    if not word.isascii() and not _WITHOUT_MARKS.fullmatch(word):
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.casefold().replace("'", "")


def word_hash(word: str) -> int:
    """A 32-bit hash of the folded word, the same on every machine, never that of a break."""
    return zlib.crc32(fold(word).encode("utf-8", "surrogatepass")) or 1


def _without(whole: Fingerprint, exclude: Sequence[Span]) -> Fingerprint:
    """Words that touch an excluded span become one break for each such span."""
    hashes = whole.hashes.copy()
    keep = np.ones(len(whole), dtype=bool)
    for span in exclude:
        first = int(np.searchsorted(whole.ends, span.start, side="right"))
        last = int(np.searchsorted(whole.starts, span.end, side="left"))
        if first < last:
            hashes[first:last] = BREAK
            keep[first + 1 : last] = False
    return Fingerprint(whole.document, whole.starts[keep], whole.ends[keep], hashes[keep])
