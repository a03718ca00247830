"""The authors at the head of a reference."""

from __future__ import annotations

import re

from gainsay.annotations.citations.vocabulary import NOT_NAMES

_INITIALS = r"[A-ZÀ-Þ]\.(?:[- ]?[A-ZÀ-Þ]\.){0,3}|[A-Z]{1,3}(?=[,.;\s])"
_WORD = r"[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:-?[A-ZÀ-Þ][a-zß-ÿ’'-]+)?"
_GIVEN = rf"(?:{_INITIALS}|{_WORD})(?:[ ]?(?:{_INITIALS}|{_WORD})){{0,2}}"
_PARTICLE = r"(?:(?:van der|van den|van|von|de la|de|du|da|di|del|dos|al|el|le|la|bin|ibn|ter|ten) )?"
_ONE_WORD = rf"{_PARTICLE}(?:{_WORD}|[A-ZÀ-Þ]{{3,}})"
_SURNAME = rf"{_ONE_WORD}(?:[- ](?:{_WORD}|[A-ZÀ-Þ]{{3,}}))?"
_NOT = r"(?!(?:The|A(?!\.)|An|On|In|Of|Le|La|Les|Der|Die|Das)\b)"
_INVERTED = rf"{_NOT}{_SURNAME},? (?:{_INITIALS})(?: {_WORD})?|{_NOT}{_ONE_WORD}, {_GIVEN}"
_NATURAL = rf"{_NOT}(?:{_INITIALS}|{_WORD})(?: (?:{_INITIALS}|{_WORD})){{0,2}} {_SURNAME}"
_AND = r"(?:\s?[,;])?\s(?:and|&|et|und|y)\s"
_ETC = r"(?:,?\set al\.?)?"
_HEAD = re.compile(
    rf"(?:(?:{_INVERTED})(?:\s?[,;]\s(?:{_NOT}{_SURNAME},? (?:{_INITIALS})(?=[,.;\s(&]))"
    rf"|\s?,\s(?:{_INITIALS}) {_SURNAME}|\s?;\s(?:{_INVERTED})|{_AND}(?:{_INVERTED}|{_NATURAL})){{0,14}}"
    rf"|{_NATURAL}(?:(?:,\s{_NATURAL}){{0,8}}{_AND}{_NATURAL})?){_ETC}(?=\s?(?:[.,:;(\[“\"‘«&]|$|\d{{4}}))"
)
_BODY = re.compile(r"[A-Z]{2,8}(?=[,:]\s)")
_SURNAME_ALONE = re.compile(rf"{_NOT}{_SURNAME}(?=,\s(?:[“\"‘«]|op\.|[A-Z])|\s?\((?:1|2)\d{{3}}|,\s\d{{4}})")


# "Moe and Berg 1956", "Lindqvist 1934: 12"
_DATED = re.compile(
    rf"{_NOT}{_SURNAME}(?:(?:, {_SURNAME}){{0,4}},?\s(?:and|&)\s{_SURNAME}|,?\set al\.?)?(?=,?\s\(?(?:1[4-9]|20)\d\d)"
)
_NO_TITLE = re.compile(r"[\s,.]*(?:pp?\.|[Vv]ol|$)|,\s\d{1,2}\s[A-Z]")
_TWO_PARTS = re.compile(rf"{_SURNAME}, {_WORD}(?: {_WORD}){{0,2}}")


def _is_title_taken(text: str, found: re.Match[str]) -> bool:
    """Whether "Lindqvist, Quay Strike, p. 20" was read as a surname with given names: then no title is left."""
    return bool(_NO_TITLE.match(text, found.end()) and _TWO_PARTS.fullmatch(found.group()))


def author_of(text: str) -> tuple[str | None, int]:
    """The author as worded, and where the rest of the reference begins.

    >>> author_of("Lindqvist, A., & Moe, B. (1934). The quay.")[0]
    'Lindqvist, A., & Moe, B.'
    >>> author_of("The Quay Strike, Port Adair 1934")[0] is None
    True
    """
    body, found = _BODY.match(text), _HEAD.match(text)
    # "PDA, A history …" is a body; "MOE, Bernt" a surname in capitals.
    if body and (len(body.group()) < 5 or not found):
        return body.group(), body.end()
    if found and not NOT_NAMES.search(found.group()) and not _is_title_taken(text, found):
        return found.group(), found.end()
    if dated := _DATED.match(text):
        return dated.group(), dated.end()
    alone = _SURNAME_ALONE.match(text)
    if alone and not NOT_NAMES.search(alone.group()):
        return alone.group(), alone.end()
    return None, 0
