"""The forms in which a name may stand, and how they are found: in prose, in addresses, in the keys of files."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from gainsay.annotations.mentions.lexicon.ordinary import CALENDAR, COMMON_WORDS, FUNCTION_WORDS
from gainsay.spans import Span

SHORT = 3  # letters: a name no longer than that ("Li", "Ade") is met by chance in any other case

_ORDINARY = FUNCTION_WORDS | CALENDAR | COMMON_WORDS

# What may stand inside a word without changing it: a soft hyphen, a zero-width space, a hyphen at the end of a line.
_INSIDE = "(?:[\u00ad\u200b\u200c\u200d]|-[ \\t]*\\r?\\n[ \\t]*)?"
_BETWEEN = r"(?:[\W_]|%20){0,8}"  # of a name's words: also none ("JosefBrandt")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\S+/\S+\.\w{2,5}\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose name is to be replaced: the forms of the name, and the pseudonym."""

    name: str
    pseudonym: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A form where it stands, and the pseudonym for it."""

    span: Span
    pseudonym: str


class Forms:
    """All forms of all persons, to be found in any string.

    A form of several words, or of a word that is nothing but a name, is found in whatever case. A word of the language
    ("Marsh") and a very short one are found where they are written as names, and in addresses in whatever case.
    """

    def __init__(self, persons: Iterable[Person]) -> None:
        pseudonyms: dict[str, str] = {}
        loose: set[str] = set()
        strict: set[str] = set()
        for person in persons:
            for form in _spellings((person.name, *person.forms)):
                pseudonyms.setdefault(_key(form), person.pseudonym)
                (strict if _is_common(form) else loose).add(form)
        self._pseudonyms = pseudonyms
        self._loose = _pattern(loose, re.IGNORECASE)
        self._strict = _pattern({case for form in strict for case in _as_names(form)}, 0)
        self._in_addresses = _pattern(strict, re.IGNORECASE)

    def find(self, words: str) -> list[Found]:
        """The forms that stand in a string, the longer of two that overlap, in order."""
        found = [*_matches(self._loose, words), *_matches(self._strict, words)]
        if self._in_addresses is not None:
            for address in _ADDRESS.finditer(words):
                found += (span.shift(address.start()) for span in _matches(self._in_addresses, address.group()))
        found.sort(key=lambda span: (span.start, -span.end))
        kept: list[Found] = []
        for span in found:
            if not kept or span.start >= kept[-1].span.end:
                kept.append(Found(span, self._pseudonyms[_key(span.of(words))]))
        return kept

    def replace(self, words: str) -> str:
        """The string with pseudonyms in the place of the forms."""
        return Replaced.of(words, self.find(words)).text


def _is_common(form: str) -> bool:
    return len(form.split()) == 1 and (len(form) <= SHORT or form.casefold() in _ORDINARY)


def _as_names(form: str) -> set[str]:
    return {form, form.capitalize(), form.upper()}


def _spellings(names: Iterable[str]) -> list[str]:
    """The names as composed, decomposed and bare letters, without what is no word."""
    plain = [" ".join(re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", name)) for name in names]
    found = [spelt for name in plain for spelt in (name, *(unicodedata.normalize(f, name) for f in ("NFC", "NFD")))]
    found += map(anyascii, plain)
    return [form for form in dict.fromkeys(found) if form]


def _key(form: str) -> str:
    """What two ways of writing a form have in common: its letters.

    >>> _key("Josef%20Brandt") == _key("josef_brandt")
    True
    """
    bare = anyascii(unicodedata.normalize("NFC", form.replace("%20", " "))).casefold()
    return "".join(c for c in bare if c.isalnum())


def _pattern(forms: Iterable[str], flags: int) -> re.Pattern[str] | None:
    """Any of the forms between letters of other words; a plural ("the Brandts") is one of them."""
    several = sorted(set(forms), key=lambda form: (-len(form), form))
    if not several:
        return None
    parts = (_BETWEEN.join(_INSIDE.join(word) for word in re.split(r"[\W_]+", form) if word) for form in several)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(parts)})(?=s?(?![^\W\d_]))", flags)


def _matches(pattern: re.Pattern[str] | None, words: str) -> list[Span]:
    return [] if pattern is None else [Span(*m.span()) for m in pattern.finditer(words)]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text with pseudonyms, and where its characters went."""

    text: str
    old: tuple[Span, ...]
    new: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, found: Iterable[Found]) -> Replaced:
        """Put the pseudonyms in."""
        parts: list[str] = []
        old, new = [], []
        at = length = 0
        for one in found:
            between = text[at : one.span.start]
            start = length + len(between)
            parts += (between, one.pseudonym)
            length = start + len(one.pseudonym)
            old.append(one.span)
            new.append(Span(start, length))
            at = one.span.end
        return cls("".join((*parts, text[at:])), tuple(old), tuple(new))

    def span(self, span: Span) -> Span:
        """Where a span lies now; one that cuts a name in two takes in the whole pseudonym.

        >>> Replaced.of("Brandt left", [Found(Span(0, 6), "Person 1")]).span(Span(7, 11))
        Span(start=9, end=13)
        """
        return Span(self._edge(span.start, False), self._edge(span.end, True))

    def _edge(self, position: int, is_end: bool) -> int:
        number = bisect_right(self.old, position, key=lambda s: s.start) - 1
        if number < 0:
            return position
        old, new = self.old[number], self.new[number]
        if position >= old.end:
            return new.end + position - old.end
        if position == old.start:
            return new.start
        return new.end if is_end else new.start
