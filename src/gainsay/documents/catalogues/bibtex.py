"""BibTeX as Zotero and Better BibTeX export it: one entry an item, its files in the field `file`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.documents.catalogues.item import Item, to_edtf

_ENTRY = re.compile(r"@(\w+)\s*[{(]\s*([^,\s]*)\s*,")
_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*")
_BARE = re.compile(r"[^,\s}]+")

_ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "c": "\u0327", "v": "\u030c"}
_ACCENT = re.compile(r"\\(['`\"^~]|[cv](?=[\s{]))\s*\{?\\?([A-Za-zıȷ])\}?")
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı"}
_LETTER = re.compile(r"\\(ss|o|O|ae|AE|aa|AA|l|L|i)(?![A-Za-z])\s*(?:\{\})?")

_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "journal": "publisher",
    "journaltitle": "publisher",
    "url": "url",
    "langid": "language",
    "language": "language",
}


def read_bibtex(text: str) -> Iterator[Item]:
    """The items that have files; entries that break off are passed over."""
    for found in _ENTRY.finditer(text):
        if found[1].casefold() in ("string", "comment", "preamble"):
            continue
        fields = dict(_fields(text, found.end()))
        if files := _files(fields.get("file", "")):
            yield Item(_values(fields), files)


def _fields(text: str, at: int) -> Iterator[tuple[str, str]]:
    while found := _FIELD.match(text, at):
        value, at = _value(text, found.end())
        yield found[1].casefold(), value
        comma = re.compile(r"\s*,").match(text, at)
        if comma is None:
            return
        at = comma.end()


def _value(text: str, at: int) -> tuple[str, int]:
    """A value in braces, in quotation marks, or bare; and where it ends."""
    if at < len(text) and text[at] in '{"':
        closing, depth, start = "}" if text[at] == "{" else '"', 0, at + 1
        for i in range(start, min(len(text), start + 100_000)):
            char = text[i]
            if char == closing and depth == 0 and text[i - 1] != "\\":
                return text[start:i], i + 1
            depth += (char == "{") - (char == "}")
        return "", len(text)
    bare = _BARE.match(text, at)
    return (bare[0], bare.end()) if bare else ("", len(text))


def _values(fields: dict[str, str]) -> dict[str, str]:
    values = {}
    for name, key in _FIELDS.items():
        if (words := _plain(fields.get(name, ""))) and key not in values:
            values[key] = words
    people = fields.get("author") or fields.get("editor") or ""
    if people:
        values["author"] = "; ".join(_turned(_plain(one)) for one in re.split(r"\s+and\s+", people))
    written = to_edtf(fields.get("date") or fields.get("year", ""), fields.get("month", ""), fields.get("day", ""))
    if written:
        values["written"] = written
    return values


def _turned(name: str) -> str:
    """A name as it is spoken.

    >>> _turned("Lindqvist, Ana")
    'Ana Lindqvist'
    """
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


def _plain(words: str) -> str:
    """The letters meant by TeX.

    >>> _plain("{The {Caf{\\\\'e}} at Port Adair}")
    'The Café at Port Adair'
    """
    import unicodedata

    words = _ACCENT.sub(lambda m: m[2] + _ACCENTS[m[1]], words)
    words = _LETTER.sub(lambda m: _LETTERS[m[1]], words)
    words = re.sub(r"\\([&%$#_{}])", r"\1", words).replace("{", "").replace("}", "").replace("~", " ")
    return unicodedata.normalize("NFC", " ".join(words.replace("--", "–").split()))


def _files(field: str) -> tuple[str, ...]:
    """The files of an entry: `files/3/Report.pdf`, or `Full text:files/3/Report.pdf:application/pdf;…`."""
    found = []
    for one in re.split(r"(?<!\\);", field):
        parts = [part.replace("\\:", ":").replace("\\;", ";") for part in re.split(r"(?<!\\):", one)]
        path = parts[1] if len(parts) >= 3 else parts[0]
        if path.strip():
            found.append(path.strip().replace("\\_", "_").replace("\\\\", "/"))
    return tuple(found)
