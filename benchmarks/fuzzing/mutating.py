"""Damaging input: at random, and with the pieces of which attacks are made."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence

_LETTERS = (
    "\0",
    "\r",
    "\n\n",
    "\ufeff",
    "\u202e",
    "\u2028",
    "\u200b",
    "a\u0301",
    "İ",
    "ß",
    "ﬁ",
    "\ud800",
    "\ufffd",
)
_SIGNS = ("“", "”", "‘", "«", '"', "'", "(", "[", "{", "<", "&", "%", "\\", "`", "|", "=", "+1", "@x", "-2+3")
_MARKUP = (
    *("<script>alert(1)</script>", "<!--", "-->", "<![CDATA[", "&lt;", "&#0;", "&#x110000;", "&a;", "</p>", "<q>"),
    *("<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>", '<img src="http://a.example/x.png">', "<table><tr>"),
    *("null", "true", "[]", "{}", '"\\ud800"', "1e999", "-1", "18446744073709551616", "id,name\n", '["a.txt"]', "= "),
)
_PLACES = (
    *("../", "/etc/passwd", "C:\\", "file:///etc/passwd", "http://127.0.0.1:1/", "data:text/html,<b>"),
    *("javascript:", "' OR 1=1 --", '"; DROP TABLE documents; --', "NEAR(", "^", "*", ":", "AND NOT", "{{7*7}}"),
)
_PROSE = (
    *("1911-02-30", "0000", "9999", "31 February 1911", "May 1911", "two days ago", "last", "1911/1913", "[1]", "¹"),
    *("11 men", "1,000,000", "½", "٣", "hundred", "between 5 and", "$5 million", "5 per cent", "NaN", "-0", "${7}"),
    *("he said that ", "Ana Lindqvist", "denied that ", "Ibid.", "p. 5", "Port Adair", "according to ", "not "),
)
_FORMATS = (
    *("From a\n", "From: a\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "=?utf-8?q?=ff?=", "%s%n"),
    *("{\\rtf1", "\\u-1?", "\\bin999 ", "\\'ff", "endobj", "stream", "%PDF-1.7", "PK\x03\x04", "WEBVTT", "00:00 --> "),
)
_BYTES = (b"\xff\xfe", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff\xff\xff\xff", b"\x1f\x8b\x08")
_WORDS = (*_LETTERS, *_SIGNS, *_MARKUP, *_PLACES, *_PROSE, *_FORMATS)

TOKENS = (*(word.encode("utf-8", "surrogatepass") for word in _WORDS), *_BYTES)


def mutate(chance: random.Random, seeds: Sequence[bytes], most: int = 200_000) -> bytes:
    """One of the seeds, damaged; of an archive, more often than not, something in it."""
    seed = chance.choice(seeds)
    if seed.startswith(b"PK") and chance.random() < 0.8:
        return _within(chance, seed, most)
    return damage(chance, seed, seeds, most)


def damage(chance: random.Random, data: bytes, others: Sequence[bytes], most: int = 200_000) -> bytes:
    """The bytes after a few changes: flipped, cut, doubled, mixed with others, with hostile pieces put in."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 2, 4, 16, 100, 1000))
        _change(chance, changed, at, length, others)
    return bytes(changed[:most])


def _change(chance: random.Random, data: bytearray, at: int, length: int, others: Sequence[bytes]) -> None:
    match chance.randrange(8):
        case 0 if data:
            data[at % len(data)] ^= 1 << chance.randrange(8)
        case 1:
            del data[at : at + length]
        case 2:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        case 3:
            data[at:at] = bytes(chance.randrange(256) for _ in range(min(length, 16)))
        case 4:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            data[at:at] = other[start : start + length]
        case 5:
            data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 3, 300))
        case 6:
            del data[at:]
        case _:
            token = chance.choice(TOKENS)
            data[at : at + len(token)] = token


def _within(chance: random.Random, archive: bytes, most: int) -> bytes:
    """A ZIP of which one member, or its name, is damaged."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        members = [(info.filename, source.read(info)) for info in source.infolist() if not info.is_dir()]
        chosen = chance.randrange(len(members))
        for number, (name, data) in enumerate(members):
            if number == chosen:
                name, data = _member(chance, name, data, [other for _, other in members], most)
            target.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def _member(chance: random.Random, name: str, data: bytes, others: Sequence[bytes], most: int) -> tuple[str, bytes]:
    if chance.random() < 0.1:
        name = chance.choice(("../../a.txt", "/etc/passwd", "a\\b.txt", "C:\\a.txt", "." * 300, "\u202e.txt"))
    return name, damage(chance, data, others, most)
