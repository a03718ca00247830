"""Capitalised words that hang together: "Ministry of Works and Harbours", "Ana de la Cruz", "Dockers' League"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gainsay.annotations.mentions.lexicon.first_names import GIVEN_NAMES, KOREAN_FAMILY_NAMES, NAME_PARTICLES
from gainsay.annotations.mentions.lexicon.heads import (
    DEPARTMENT_WORDS,
    EVENT_HEADS,
    INNER_POSSESSIVES,
    KNOWN_BODIES,
    ORGANISATION_HEADS,
    PLACE_FIRST_WORDS,
    PLACE_HEADS,
    WORK_HEADS,
)
from gainsay.annotations.mentions.lexicon.ordinary import COMMON_WORDS, FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.places import demonyms, place_names, place_words
from gainsay.annotations.mentions.lexicon.titles import OFFICE_WORDS, TITLE_HEADS
from gainsay.annotations.mentions.tokens import Token

_HYPHENED = frozenset(
    "trans anglo afro sino franco jean anne pan ex neo non euro indo austro inter vice al el ben abu pro anti mid post "
    "russo greco serbo tchecho jong jae myung sung hyun ki il dae tae moo geun kun young suk hee woo ha".split()
)
_OF = frozenset({"of", "of the"})
_FOR = frozenset({"for", "for the", "on", "in the", "against", "to"})
_OPENED, _CLOSED = (" “", ' "', " ‘"), ("” ", '" ', "’ ")
_SENT_TO = frozenset("embassy mission delegation ambassador envoy legation consulate commission".split())
# What a name is made an adjective with: "Tellmark-based", "Holt-era".
_MADE_OF_NAMES = frozenset(
    "related born based backed led style era area like wide run owned sponsored funded educated trained bound made "
    "type controlled occupied held inspired dominated appointed friendly linked affiliated aligned sanctioned".split()
)
_AND = frozenset({"and"})
_PARTICLES = frozenset(
    {" ".join(pair) for first in NAME_PARTICLES for pair in ((first,), (first, "la"), (first, "der"), (first, "den"))}
)
_JOINING = _OF | _FOR | _AND | _PARTICLES | {"&"}
_RUN_ON = frozenset("who whom which and but the where while that then not".split())
_LONGEST_RUN = 24  # words: longer than any name
_ABSTRACT = ("s", "ion", "ment", "ing", "ance", "ence", "ity", "ure", "ry")  # what departments are for
_LONGEST_GAP = 12  # " of the " with a line break and some indentation
_LONG_LINE = 50  # a line break inside a name is a wrapped line only where the line is long


class Sequence(NamedTuple):
    """Capitalised words with what joins each to the next (`""`: a blank)."""

    tokens: tuple[Token, ...]
    joints: tuple[str, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def part(self, first: int, last: int) -> Sequence:
        """The words `[first, last)` as a sequence of their own."""
        return Sequence(self.tokens[first:last], self.joints[first : max(last - 1, first)])


def sequences(text: str, tokens: Iterable[Token], spaced: bool) -> Iterator[Sequence]:
    """Runs of capitalised words joined by blanks and particles, cut where a joint does not hold."""
    run: list[Token] = []
    joints: list[str] = []
    for token in _cut_compounds(tokens):
        joint = _joint(text, run[-1], token, spaced) if run else None
        if run and (joint is None or len(run) >= _LONGEST_RUN):
            yield from _cut(Sequence(tuple(run), tuple(joints)))
            run, joints = [], []
        elif joint is not None:
            joints.append(joint)
        run.append(token)
    if run:
        yield from _cut(Sequence(tuple(run), tuple(joints)))


def _cut_compounds(tokens: Iterable[Token]) -> Iterator[Token]:
    """ "US-China" names two places, "US-backed" one; "Jong-un" and "Port-au-Prince" stay whole."""
    places, adjectives = place_words(), demonyms()
    for token in tokens:
        first, hyphen, rest = token.word.partition("-")
        if rest in _RUN_ON or rest in _MADE_OF_NAMES:  # a dash written as a hyphen ("Lindqvist-who"), or "Holt-era"
            yield Token(token.start, token.start + len(first), first, first.lower(), token.initial, token.titled)
            continue
        known = hyphen and (first in places or first.lower() in adjectives or (first.isupper() and len(first) > 1))
        if not known or token.word in places:
            yield token
            continue
        start, middle = token.start, token.start + len(first)
        yield Token(start, middle, first, first.lower(), token.initial, token.titled)
        if rest[:1].isupper() and (rest in places or rest.lower() in adjectives):
            yield Token(middle + 1, token.end, rest, rest.lower(), False, token.titled)


def _joint(text: str, left: Token, right: Token, spaced: bool) -> str | None:
    """What joins two neighbouring words, or None where they do not belong together."""
    gap = text[left.end : right.start]
    if gap == " ":
        return ""
    if len(gap) > _LONGEST_GAP or not gap:
        return None
    if "\n" in gap:
        line = text.rfind("\n", 0, left.end)
        if left.end - line < _LONG_LINE or gap.count("\n") > 1 or left.word in place_words():
            return None
    if _is_byname(text, left, right):
        return ""
    if gap.rstrip() in ("’s", "'s", "’", "'") and gap[-1].isspace():
        guild = left.lower.endswith("s") and len(gap) == 2 and right.lower in ORGANISATION_HEADS
        return "" if guild or left.lower in INNER_POSSESSIVES else None
    if spaced and gap[1:2] == "-" and gap[0] == " ":
        return _spaced_joint(gap, left, right)
    if gap[0] not in " \n&":
        return None
    words = " ".join(gap.split())
    return words if not words or words in _JOINING else None


def _is_byname(text: str, left: Token, right: Token) -> bool:
    """Whether one of two neighbouring words is a byname in quotation marks: "Otto *“Kestrel”* Brandt"."""
    gap = text[left.end : right.start]
    if gap in _OPENED:
        return (
            is_given(left)
            and text[right.end : right.end + 2] in _CLOSED
            and text[right.end + 2 : right.end + 3].isupper()
        )
    return gap in _CLOSED and text[max(left.start - 2, 0) : left.start] in _OPENED


def _spaced_joint(gap: str, left: Token, right: Token) -> str | None:
    """Whether " - " stands for the hyphen of a name ("Trans - Atlantic", "Mar - a - Lago") and not for a dash."""
    if gap in (" - a - ", " - au - ", " - de - ", " - sur - "):
        return ""
    short = left.lower in _HYPHENED or (right.lower in COMMON_WORDS and left.lower in COMMON_WORDS)
    return "" if gap == " - " and (short or (is_given(left) and is_given(right))) else None


def _cut(run: Sequence) -> Iterator[Sequence]:
    """Cut a run at the joints that do not hold."""
    first = 0
    for number, joint in enumerate(run.joints):
        if joint and not _holds(run, first, number):
            yield run.part(first, number + 1)
            first = number + 1
    yield run.part(first, len(run.tokens))


def _holds(run: Sequence, first: int, number: int) -> bool:
    joint = run.joints[number]
    left, right = run.tokens[number].lower, run.tokens[number + 1].lower
    before = " ".join(t.word for t in run.tokens[first : number + 1])
    if before in place_names() or (joint in _FOR and before.lower() in KNOWN_BODIES):
        return False
    if right in TITLE_HEADS and left not in TITLE_HEADS:
        return False
    if joint in _OF and _FOR & set(run.joints[first:number]):
        return run.tokens[number + 1].word in place_words() or right in PLACE_FIRST_WORDS
    if joint in _OF:
        if left in TITLE_HEADS:
            return right in OFFICE_WORDS
        return left in ORGANISATION_HEADS or left in PLACE_HEADS or left in EVENT_HEADS or left in WORK_HEADS
    if joint in _FOR:
        if joint == "to":
            return left in _SENT_TO
        return left in ORGANISATION_HEADS and (joint != "in the" or right in ORGANISATION_HEADS)
    if joint in _AND:
        return _and_holds(run, first, number)
    return joint == "&" or left not in COMMON_WORDS


def _and_holds(run: Sequence, first: int, number: int) -> bool:
    """ "Department of Health and Human Services", "Food and Drug Administration", but not "Britain and France"."""
    before = run.tokens[first : number + 1]
    after = run.tokens[number + 1]
    if any(t.lower in DEPARTMENT_WORDS for t in before[:3]):
        return after.lower in COMMON_WORDS or (after.lower.endswith(_ABSTRACT) and not is_given(after))
    last = run.tokens[-1].lower
    return (
        len(before) == 1
        and not before[0].initial
        and before[0].lower in COMMON_WORDS
        and after.lower in COMMON_WORDS
        and last in ORGANISATION_HEADS
        and run.tokens[-1] is not after
    )


def spaced_given_name(text: str, found: Sequence) -> int:
    """The end of "Kim Jong - un", written with blanks: the last part is in lower case and stands outside the run."""
    if not 1 < len(found.tokens) < 4:
        return found.end
    korean = found.tokens[0].lower in KOREAN_FAMILY_NAMES
    rest = text[found.end : found.end + 9]
    if not rest.startswith(" - ") or not rest[3:4].islower():
        return found.end
    size = 0
    while rest[3 + size : 4 + size].isalpha():
        size += 1
    word = rest[3 : 3 + size]
    known = word in FUNCTION_WORDS or word in COMMON_WORDS
    return found.end + 3 + size if size <= 5 and (korean or not known) else found.end


def is_given(token: Token) -> bool:
    """Whether the word, or the first part of a hyphenated one, is a frequent given name."""
    return token.lower in GIVEN_NAMES or token.lower.partition("-")[0] in GIVEN_NAMES
