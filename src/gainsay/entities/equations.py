"""Names that a text equates: "Ada Brandt, whose real name was Ilse Moor", "Dockers' League (DL)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gainsay.annotations.mentions import Mention
from gainsay.annotations.mentions.lexicon.ordinary import CALENDAR
from gainsay.entities.folding import fold

_SAID = re.compile(
    r"[\"”’]?,? \(?(?:whose (?:real|birth|true|original) name (?:was|is|had been)|real name:?|born as|born|n[ée]e|né|"
    r"(?:also|better|otherwise) (?:known|called|spelled|spelt|written) (?:as )?|also known as|a\.?k\.?a\.?|alias|"
    r"nom de guerre:?|known as|now called|formerly known as|formerly called) ?[\"“‘]?"
)
_MAIDEN = re.compile(r",? \(?(?:n[ée]e|born) ([A-Z][\w’'-]+)(?=[,.;)])")
_BRACKET = re.compile(r"[\"”’]? \((?:or |the )?[\"“‘]?(?=[A-Z])")


def equations(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions that the words between them make one, in text order."""
    ends: dict[int, Mention] = {}
    starts: dict[int, Mention] = {}
    for mention in mentions:
        if mention.form != "name":
            continue
        known = ends.get(mention.span.end)
        if known is None or mention.span.length > known.span.length:
            ends[mention.span.end] = mention
        known = starts.get(mention.span.start)
        if known is None or mention.span.length > known.span.length:
            starts[mention.span.start] = mention
    for pattern in (_SAID, _BRACKET):
        for found in pattern.finditer(text):
            left, right = ends.get(found.start()), starts.get(found.end())
            if left and right and (pattern is _SAID or _abbreviates(text, left, right)):
                yield left, right


def maiden_names(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, str]]:
    """Persons whom the text gives a maiden name beside their name, with their name as it was before: "Ana Moor" for
    "Ana Lindqvist, née Moor"."""
    for mention in mentions:
        found = _MAIDEN.match(text, mention.span.end) if mention.type == "person" and mention.form == "name" else None
        given = mention.span.of(text).removeprefix(mention.title).split()
        if found and len(given) > 1 and found[1].lower() not in CALENDAR:
            yield mention, f"{given[0]} {found[1]}"


def _abbreviates(text: str, left: Mention, right: Mention) -> bool:
    """Whether one of two names is capitals alone, and its letters stand in the other in their order."""
    names = sorted((left.span.of(text), right.span.of(text)), key=len)
    short, long = names[0].replace(".", ""), fold(names[1])
    if (
        not short.isupper()
        or not 2 <= len(short) <= 8
        or " " not in long
        or text[right.span.end : right.span.end + 1] != ")"
    ):
        return False
    letters = iter(long.replace(" ", ""))
    return all(letter in letters for letter in short.lower() if letter.isalpha())
