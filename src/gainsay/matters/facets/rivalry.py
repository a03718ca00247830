"""Where a clause uses a word that has rivals (`grades.txt`), and of what it says it: of which thing, of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from gainsay.spans import Span
from gainsay.statements.terms import content_terms

Said = Literal["act", "who", "kind", "thing"]
"""What shows that two rival words are said of the same: what the act is done to, whose lot it is, the noun that they
stand before, or what else the thing is called with."""

LONGEST = 1000
# How many words on either side tell of what an act is done to, and by whom.
AFTER, BEFORE = 6, 5
LONGEST_TERM = 4
# How far a name may stand from the word that tells its bearer's lot: two names with their titles reach as far.
REACH = 14

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BLANK = re.compile(r"[\s-]*")
_JOINED = re.compile(r"[\s\"“”‘’'-]*")
_OWNER = re.compile(r"['’]s$")

_BE = frozenset("be been being is are was were get got gets getting".split())
# What may stand between a subject and its verb.
_BEFORE_VERB = _BE | frozenset(
    "has have had will would shall should may might can could must did do does to not never also then later soon first"
    " who which that since now just already".split()
)
# What an object ends at. A phrase goes on over "of" only ("a freeze of all tests").
_ENDS = _BEFORE_VERB | frozenset(
    """in on at by for with from into onto against over under between among through during after before until about as
    like than and or but nor so if when while where because although though whom whose what why how there here amid
    despite without within via per unless whether once it they he she we i you them him us me""".split()
)
_OPENS = frozenset(
    "the a an this that these those his her its their our my your all any some both up down out off away".split()
)


# What joins to a noun that by which the thing is told from others.
_LINKS = frozenset("of into on over against about at for".split())
# Past tenses that do not show it.
_FINITE = frozenset("began went came found took made gave got fell rose led held broke became set hit cut put".split())


class Word(NamedTuple):
    """A word of a clause: lower case, whether it has a capital, and where it stands."""

    lower: str
    capital: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Family:
    """Rival words, parted in groups; `strong` are those that nobody uses who means the thing no ill."""

    verdict: Literal["scope", "conflict"]
    said: Said
    groups: tuple[frozenset[str], ...]
    strong: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    """Words that tell of their subject even in the active voice ("resigned")."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of such a word. `around` are the stems of the words near by, `of` those of the thing it is said of in
    their order, `names` the last words of the names of the persons it is said of."""

    word: str
    group: int
    around: frozenset[str]
    of: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()


_SAID: Mapping[str, Said] = {"who": "who", "kind": "kind", "thing": "thing"}


@cache
def table() -> tuple[Family, ...]:
    """The families of `grades.txt`."""
    text = (files("gainsay.matters.facets") / "grades.txt").read_text(encoding="utf-8")
    return tuple(_family(line) for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _family(line: str) -> Family:
    head, _, listed = line.partition(":")
    verdict, _, said = head.partition(" ")
    groups = [[word.replace("_", " ") for word in group.split()] for group in listed.split("|")]
    marked = [word for group in groups for word in group]
    return Family(
        "scope" if verdict == "scope" else "conflict",
        _SAID.get(said, "act"),
        tuple(frozenset(word.strip("!<") for word in group) for group in groups),
        frozenset(word.strip("!") for word in marked if word.startswith("!")),
        frozenset(word.strip("<") for word in marked if word.startswith("<")),
    )


@cache
def _places() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Word → where it stands: (family, group)."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, family in enumerate(table()):
        for group, words in enumerate(family.groups):
            for word in words:
                found.setdefault(word, []).append((number, group))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _openings() -> frozenset[str]:
    """The words that such words and terms begin with."""
    return frozenset(word.split()[0] for word in _places())


@lru_cache(maxsize=8192)
def uses(clause: str) -> Mapping[int, tuple[Use, ...]]:
    """Family → its words in a clause."""
    text = clause[:LONGEST]
    if _openings().isdisjoint(_WORD.findall(text.lower().replace("’", "'"))):
        return {}
    words = [Word(m.group().lower().replace("’", "'"), m.group()[0].isupper(), *m.span()) for m in _WORD.finditer(text)]
    found: dict[int, list[Use]] = {}
    for first, last, word in _known(text, words):
        near = range(max(0, first - BEFORE), min(len(words), last + 1 + AFTER))
        around = frozenset(t for n in near if not first <= n <= last for t in _terms(text, words[n]))
        for number, group in _places()[word]:
            family = table()[number]
            if family.said == "who":
                use = Use(word, group, around, names=frozenset(_bearers(text, words, first, last, word in family.own)))
            elif family.said == "thing" and not _is_head(text, words, last, family):
                continue  # "a cult figure" names no cult
            else:
                of = _thing(text, words, first, last) if family.said == "thing" else _object(text, words, first, last)
                use = Use(word, group, around, tuple(dict.fromkeys(t for n in of for t in _terms(text, words[n]))))
            found.setdefault(number, []).append(use)
    return {family: tuple(some) for family, some in found.items()}


def _known(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First and last place of each word, or term of two to four words, that has rivals."""
    at = 0
    while at < len(words):
        if words[at].lower not in _openings():
            at += 1
            continue
        last, term = at, words[at].lower
        longest = (at, term) if term in _places() else None
        while last + 1 < min(len(words), at + LONGEST_TERM) and _BLANK.fullmatch(
            text, words[last].end, words[last + 1].start
        ):
            last += 1
            term = f"{term} {words[last].lower}"
            longest = (last, term) if term in _places() else longest
        if longest:
            yield at, *longest
            at = longest[0]
        at += 1


def _terms(text: str, word: Word) -> tuple[str, ...]:
    return tuple(content_terms(text, Span(word.start, word.end)))


def _object(text: str, words: Sequence[Word], first: int, last: int) -> Sequence[int]:
    """The words of what an act is done to: the phrase after it ("freeze the drills", "a freeze of the drills"), in the
    passive the one before ("the drills were frozen"); of "put the drills on hold" the one before, too.
    """
    passive = first > 0 and words[first - 1].lower in _BE
    if not passive and words[first].lower != "on":
        after = list(_after(text, words, last + 1))
        if after:
            # "tests of guns" are tests: the noun goes last.
            of = next((k for k, n in enumerate(after) if k and words[n].lower == "of"), len(after))
            return [*after[of:], *after[:of]]
    at = first - 1
    while at >= 0 and words[at].lower in _BEFORE_VERB:
        at -= 1
    return list(_back(text, words, at))


def _after(text: str, words: Sequence[Word], at: int) -> Iterator[int]:
    told = False
    for n in range(at, min(len(words), at + 1 + AFTER)):
        if not _JOINED.fullmatch(text, words[n - 1].end, words[n].start):
            return
        opens = words[n].lower in _OPENS
        # "stop testing its guns": what stops is the testing.
        if (opens and told) or (words[n].lower in _ENDS and not opens):
            return
        told = told or not opens
        yield n


def _back(text: str, words: Sequence[Word], at: int) -> Iterator[int]:
    found = []
    for n in range(at, max(-1, at - 1 - BEFORE), -1):
        if words[n].lower in _ENDS or words[n].lower in _OPENS:
            break
        found.append(n)
        if n and not _JOINED.fullmatch(text, words[n - 1].end, words[n].start):
            break
    yield from reversed(found)


def _thing(text: str, words: Sequence[Word], first: int, last: int) -> Sequence[int]:
    """The words that tell which thing a noun names: those before it in its phrase, and what follows it by a
    preposition ("the inquiry into the ferry")."""
    before = (
        list(_back(text, words, first - 1))
        if first and _JOINED.fullmatch(text, words[first - 1].end, words[first].start)
        else []
    )
    linked = last + 2 < len(words) and words[last + 1].lower in _LINKS
    after = _after(text, words, last + 2) if linked else ()
    # Names tell whose it is: of one man's many speeches they show none.
    return [n for n in (*before, *after) if not words[n].capital]


def _is_head(text: str, words: Sequence[Word], last: int, family: Family) -> bool:
    """Whether a noun ends its phrase, or stands before a plain name for it ("a sham vote"); a verb in -s or -ed may
    follow."""
    if last + 1 >= len(words) or text[words[last].end : words[last + 1].start] not in (" ", " - ", "-"):
        return True
    after = words[last + 1].lower
    return after in _ENDS or after.endswith(("s", "ed")) or after in _FINITE or after in family.groups[-1]


def _bearers(text: str, words: Sequence[Word], first: int, last: int, own: bool) -> Iterator[str]:
    """The last words of the names of those whose lot a word tells."""
    before = words[first - 1].lower if first else ""
    after = words[last + 1].lower if last + 1 < len(words) else ""
    if after == "of":
        yield from _names_after(text, words, last + 2)
    elif own or before in _BE or _OWNER.search(before) or before == "s":
        yield from _name_before(text, words, first - 1)
    else:
        yield from _names_after(text, words, last + 1)


def _name_before(text: str, words: Sequence[Word], at: int) -> Iterator[str]:
    """The name that a verb follows, over auxiliaries, adverbs and an apposition between commas."""
    stop = at - REACH
    while at >= max(0, stop) and (words[at].lower in _BEFORE_VERB or words[at].lower.endswith("ly")):
        at -= 1
    if at >= 0 and not words[at].capital:
        while at > max(0, stop) and "," not in text[words[at - 1].end : words[at].start]:
            at -= 1
        at -= 1
    if at >= 0 and words[at].capital:
        yield _OWNER.sub("", words[at].lower)


def _names_after(text: str, words: Sequence[Word], at: int) -> Iterator[str]:
    """The names in the object that follows, joined by "and", titles and roles before them."""
    for n in range(at, min(len(words), at + REACH)):
        between = text[words[n - 1].end : words[n].start]
        if not _JOINED.fullmatch(between) and between.strip() not in (".", ","):
            return
        if words[n].lower in _ENDS and words[n].lower not in (*_OPENS, "and"):
            return
        ends = n + 1 >= len(words) or not words[n + 1].capital or text[words[n].end : words[n + 1].start] != " "
        if words[n].capital and ends:
            yield _OWNER.sub("", words[n].lower)
