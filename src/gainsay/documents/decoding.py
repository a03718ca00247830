"""From bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from gainsay.documents.language import detect_language
from gainsay.errors import NotTextError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls, .msg)"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite file"),
    (b"\x7fELF", "a program"),
)

_SAMPLE = 200_000
"""Bytes looked at to guess an encoding: the guess does not change beyond that, and it costs time."""

_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def decode(path: str, data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of `data` and the name of its encoding.

    UTF-8 is taken at its word, then a byte-order mark, then UTF-16 by its zero bytes, then `declared`, then a guess.
    """
    _refuse_other_formats(path, data)
    for mark, wide_name in _BOMS:
        if data.startswith(mark):
            return _strict(path, data, wide_name)
    if wide := _wide_encoding(data):
        return _strict(path, data, wide)
    _refuse_binary(path, data)
    for name in filter(None, ("utf-8", declared)):
        text = _attempt(data, name)
        if text is not None:
            return text, name
    return _guess(path, data)


def _refuse_other_formats(path: str, data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(
                path, f"this is {what}, which Gainsay does not read. Unpack it, or save it as DOCX or PDF."
            )


def _refuse_binary(path: str, data: bytes) -> None:
    zeros = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROL))
    # One control character in a hundred is more than a slip of the typist: it is a picture, a program, an archive.
    if controls * 100 > len(data):
        raise NotTextError(path, "this is binary data, not text. Save it as text or HTML and read that.")
    if zeros:
        raise NotTextError(
            path,
            f"holds {zeros} NUL character{'s' if zeros > 1 else ''} (the first at byte {data.index(0):,}), which no "
            "text has and no edition can store. Remove them (tr -d '\\000' < old > new) and read it again.",
        )


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: in Western text every other byte is zero."""
    sample = data[: _SAMPLE // 2 * 2]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    # Half the code units being ASCII is enough; the other half of the bytes must then be free of zeros.
    if high > pairs // 2 and low * 50 < pairs:
        return "utf-16-le"
    if low > pairs // 2 and high * 50 < pairs:
        return "utf-16-be"
    return None


def _strict(path: str, data: bytes, name: str) -> tuple[str, str]:
    text = _attempt(data, name)
    if text is None:
        raise NotTextError(path, f"begins like {name.upper()} and breaks off. Save it again as UTF-8 and read that.")
    if "\0" in text:
        raise NotTextError(path, "holds NUL characters, which no text has. Remove them and read it again.")
    return text, name


def _attempt(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess(path: str, data: bytes) -> tuple[str, str]:
    damaged = data.decode("utf-8", errors="replace")
    bad = damaged.count("\ufffd")
    good = sum(1 for char in damaged[:_SAMPLE] if char > "\x7f") - bad
    # Ten sound multi-byte letters for each broken one: UTF-8 with a scratch, not another encoding.
    if good >= 10 * bad:
        return damaged, "utf-8 (damaged)"
    # Windows-1252 holds Latin-1 as well as typographic quotation marks; guessers take it for its neighbours.
    western = _attempt(data, "cp1252")
    if western is not None and _is_western(western):
        return western, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _attempt(data, best.encoding) if best else _attempt(data, "latin-1")
    if text is None:
        raise NotTextError(path, "its character encoding cannot be told. Save it as UTF-8 and read that.")
    return text, best.encoding if best else "latin-1"


_ODD = re.compile(r"(?<=[^\W\d_])[¡-©«-´¶-º¼-¿×÷](?=[^\W\d_])|[¯³¹¿£][a-z]|[\u0152\u0160\u017d\u0178Þþðý]{2}")
"""Signs inside words: what letters of other alphabets look like when read as Windows-1252."""

_WESTERN = frozenset("en fr de es it pt nl sv da no nb nn fi is ca gl eu ga cy la af lb".split())


def _is_western(text: str) -> bool:
    """Whether the letters beyond ASCII make sense in Western Europe, and the words are of a language from there."""
    sample = text[:_SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    # No Western language has a third of its letters beyond ASCII; Cyrillic and Greek have nearly all.
    if sum(char > "\x7f" for char in letters) * 3 > len(letters):
        return False
    if len(_ODD.findall(sample)) * 20 > sum(char > "\x7f" for char in sample):
        return False
    return detect_language(_around_letters(sample)) in _WESTERN


_TAG = re.compile(r"<[^<>]*>")
_AROUND = 60  # characters on either side: a clause or so, in which a language shows


def _around_letters(text: str) -> str:
    """The words around what is not ASCII, without tags: a page begins with scripts and templates in no language.

    >>> _around_letters("<p class='x'>le café</p>")
    ' le café '
    """
    plain = _TAG.sub(" ", text)
    pieces, end = [], 0
    for match in re.finditer(r"[^\x00-\x7f]", plain):
        if match.start() >= end:
            pieces.append(plain[max(end, match.start() - _AROUND) : match.start() + _AROUND])
            end = match.start() + _AROUND
    return " ".join(pieces)
