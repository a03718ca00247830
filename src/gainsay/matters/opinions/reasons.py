"""Reasons: what something is said to be for, and what is said to have brought it about.

Only words that tell nothing else are read: "an attempt to", "designed to", "the aim of … was to", "was caused by",
"blamed … on", "blamed … for", "is to blame for", "fired … for lying". A bare "because" or "to" mostly gives one reason
among several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from gainsay.alternatives import by_initial
from gainsay.matters.clauses.phrases import Token, is_named, is_word, noun_phrase, subject_phrase, tokens_of
from gainsay.spans import Span
from gainsay.statements.terms import stem

LONGEST = 1200
"""Characters of a clause that are looked at."""

PREAMBLE = 200
"""Characters before a clause in which the thing may be named that its reason is given for."""

REACH = 6
# A reason ends at a stop; how many words of it are looked at.
LONGEST_REASON = 16
# Words between a noun that takes up what was done and what it is said to be for.
COMMENT = 12

Kind = Literal["purpose", "cause"]

_COPULA = frozenset("is was are were be been being".split())
_CALLING = frozenset("call calls called calling describe describes described label labelled labeled dub dubbed".split())
ATTEMPTS = frozenset("attempt effort bid ploy plot tactic scheme stunt conspiracy trick manoeuvre maneuver".split())
_MEANT = frozenset("intended meant designed aimed calculated".split())
POINTING = frozenset("move step decision measure gesture action".split())
_AIM = frozenset("aim goal purpose objective intention".split())
_CAUSED = frozenset("caused triggered sparked provoked prompted".split())
_BLAMED = {
    **dict.fromkeys("blamed blames blame blaming".split(), "on"),
    **dict.fromkeys("attributed attributes attribute attributing".split(), "to"),
}
# What somebody or something suffers, of which it is asked why.
_SUFFERED = frozenset(
    """fired sacked dismissed ousted removed expelled suspended banned barred arrested detained jailed imprisoned killed
    murdered executed shot attacked delayed postponed cancelled canceled closed abandoned rejected denied blocked
    recalled replaced evicted deported""".split()
)
# The same done by somebody, where what follows is told of him to whom it is done.
_DONE = frozenset(
    """fire fired firing sack sacked dismiss dismissed oust ousted expel expelled suspend suspended arrest arrested jail
    jailed imprison imprisoned kill killed murder murdered execute executed shoot shot ban banned evict evicted deport
    deported""".split()
)
_IN_PART = frozenset({"partly", "partially", "part", "also"})
# Words between "is" and "to blame" or "responsible" at most, and between "whom" and its verb.
BEFORE_BLAME = 3
_STOP = re.compile(r"[.,;:!?()\n]|\s[—–-]\s|\s(?:but|which|who)\s")
_TELLING = {*ATTEMPTS, *_MEANT, *_AIM, *_CAUSED, *_BLAMED, *_SUFFERED, *_DONE, "responsible"}
_TELLTALE = re.compile(rf"\b{by_initial('|'.join(sorted(_TELLING)))}\b")
_OPENING = re.compile(r"[.!?]\W*\s|\n")


@dataclass(frozen=True, slots=True)
class Reason:
    """`word` is what shows it ("plot", "blamed"), `target` are the words for the thing, `reason` what it is for or what
    it comes from; `act` is the verb (a stem) of what befell the thing, where that is what the reason is given for."""

    kind: Kind
    word: str
    target: Span
    reason: Span
    act: str | None = None


class _Found(NamedTuple):
    """The thing, where its reason begins, the act that befell it, and where the reason ends at the latest."""

    thing: tuple[int, int]
    start: int
    act: str | None
    end: int | None = None


_Reader = Callable[[Sequence[Token], int], _Found | None]


def reasons(text: str, span: Span) -> list[Reason]:
    """The reasons given in a stretch of text, in its order.

    >>> text = "Hale called the strike a plot to ruin the port."
    >>> [(r.kind, r.target.of(text), r.reason.of(text)) for r in reasons(text, Span(0, len(text)))]
    [('purpose', 'strike', 'to ruin the port')]
    """
    end = min(span.end, span.start + LONGEST)
    if _TELLTALE.search(text, span.start, end) is None:
        return []
    return list(_reasons(text, tokens_of(text, Span(span.start, end))))


def sentence_start(text: str, place: int) -> int:
    """Where the sentence begins in which a place lies, `PREAMBLE` characters back at most."""
    first = max(0, place - PREAMBLE)
    return max((m.end() for m in _OPENING.finditer(text, first, place)), default=first)


def _reasons(text: str, tokens: Sequence[Token]) -> Iterator[Reason]:
    for at in range(1, len(tokens) - 2):
        for kind, read in _READERS:
            found = read(tokens, at)
            if found is not None:
                first, last = found.thing
                place = Span(tokens[first].start, tokens[last - 1].end)
                yield Reason(kind, tokens[at].lower, place, _reason(text, tokens, found), found.act)
                break


def _moves(tokens: Sequence[Token], at: int) -> _Found | None:
    """A purpose told of an act, and what another says of it: "to cut costs, a move that critics say is aimed at …"."""
    word = tokens[at].lower
    if word in _MEANT and _is(tokens, at + 1, "to", "at"):
        move = _back(tokens, at, POINTING, COMMENT)
        return _found((move, move + 1), at + 1) if move is not None and _comments(tokens, move) else None
    if word in POINTING and _comments(tokens, at):
        meant = _ahead(tokens, at, _MEANT, COMMENT)
        to = _back(tokens, at - 2, frozenset(["to"]), LONGEST_REASON)
        if meant is not None and to is not None:
            return _found((at, at + 1), to)
    return None


def _comments(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun takes up what stands before it (", a move …")."""
    return at > 2 and tokens[at - 1].lower in ("a", "the") and tokens[at - 2].lower in (",", "—", "–", "-")


def _purpose(tokens: Sequence[Token], at: int) -> _Found | None:
    word = tokens[at].lower
    if word in ATTEMPTS and _is(tokens, at + 1, "to"):
        return _found(_called(tokens, at), at + 1)
    to = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower.endswith("ly"))
    if word in _MEANT and _is(tokens, to, "to", "at"):
        return _found(_meant(tokens, at), to)
    if word in _AIM and _is(tokens, at + 1, "of"):
        thing = noun_phrase(tokens, at + 2)
        if thing and _is(tokens, thing[1], "is", "was") and _is(tokens, thing[1] + 1, "to"):
            return _found(thing, thing[1] + 1)
    return None


def _cause(tokens: Sequence[Token], at: int) -> _Found | None:
    word = tokens[at].lower
    if word in _CAUSED and _is(tokens, at + 1, "by"):
        copula = _back(tokens, at, _COPULA)
        return _found(_ending(tokens, at) if copula is None else subject_phrase(tokens, copula), at + 2)
    if word == "responsible" or (word == "blame" and _is(tokens, at - 1, "to")):
        copula = _back(tokens, at, _COPULA, BEFORE_BLAME)
        if copula is None or any(t.lower in _IN_PART for t in tokens[copula:at]):
            return None  # what is partly to blame leaves room for others
        return _charged(tokens, _ending(tokens, copula), at + 1)
    if word in _BLAMED:
        return _blamed(tokens, at)
    if word in _SUFFERED and _is(tokens, at - 1, *_COPULA):
        start = _after_because(tokens, at + 1)
        return _found(subject_phrase(tokens, at - 1), start, stem(word)) if start is not None else None
    return _done_because(tokens, at) if word in _DONE else None


def _blamed(tokens: Sequence[Token], at: int) -> _Found | None:
    """What is put down to what: "blamed the leak on a valve", "blamed a valve for the leak", and both as passives."""
    passive = _is(tokens, at - 1, *_COPULA)
    first = subject_phrase(tokens, at - 1) if passive else noun_phrase(tokens, at + 1)
    if first is None:
        return None
    to = at + 1 if passive else first[1]
    if _is(tokens, to, _BLAMED[tokens[at].lower]):
        return _found(first, to + 1)
    return _charged(tokens, first, to) if tokens[at].lower.startswith("blam") else None


def _charged(tokens: Sequence[Token], who: tuple[int, int] | None, at: int) -> _Found | None:
    """Who is blamed, as the reason of what stands behind "for"."""
    thing = noun_phrase(tokens, at + 1) if _is(tokens, at, "for") else None
    return None if thing is None or who is None else _Found(thing, who[0], None, who[1])


def _done_because(tokens: Sequence[Token], at: int) -> _Found | None:
    """Why somebody did something to a person: "fired the clerk for lying", "the clerk, whom she fired for lying"."""
    thing = noun_phrase(tokens, at + 1)
    whom = _back(tokens, at, frozenset(["whom"]), BEFORE_BLAME)
    if whom is not None:
        thing = _ending(tokens, whom)
    start = _after_because(tokens, at + 1 if whom is not None or thing is None else thing[1], over=False)
    return _found(thing, start, stem(tokens[at].lower)) if start is not None else None


def _after_because(tokens: Sequence[Token], at: int, *, over: bool = True) -> int | None:
    """Where a reason begins that stands right behind what was done, or behind a word of time or place; `over`: that
    word tells why ("dismissed over the leak"), not where.
    """
    for place in range(at, min(at + REACH, len(tokens) - 1)):
        if tokens[place].lower == "because":
            return place + 1 + (tokens[place + 1].lower == "of")
        if tokens[place].lower in ("due", "owing") and tokens[place + 1].lower == "to":
            return place + 2
        if over and tokens[place].lower == "over" and place == at:
            return place + 1
        if tokens[place].lower == "for" and tokens[place + 1].lower.endswith("ing"):
            return place + 1
        if not is_word(tokens[place]):
            return None
    return None


_READERS: tuple[tuple[Kind, _Reader], ...] = (("purpose", _moves), ("purpose", _purpose), ("cause", _cause))


def _found(thing: tuple[int, int] | None, start: int, act: str | None = None) -> _Found | None:
    return None if thing is None else _Found(thing, start, act)


def _is(tokens: Sequence[Token], at: int, *words: str) -> bool:
    return at < len(tokens) and tokens[at].lower in words


def _reason(text: str, tokens: Sequence[Token], found: _Found) -> Span:
    at = found.start
    end = min(at + LONGEST_REASON, len(tokens)) if found.end is None else found.end
    stop = _STOP.search(text, tokens[at].start, tokens[end - 1].end)
    return Span(tokens[at].start, stop.start() if stop else tokens[end - 1].end).trim(text)


def _ahead(tokens: Sequence[Token], at: int, words: frozenset[str], reach: int) -> int | None:
    for place in range(at + 1, min(at + 1 + reach, len(tokens))):
        if tokens[place].lower in words:
            return place
        if tokens[place].lower in ".;:":
            return None
    return None


def _back(tokens: Sequence[Token], at: int, words: frozenset[str], reach: int = REACH) -> int | None:
    for back in range(at - 1, max(-1, at - 1 - reach), -1):
        if tokens[back].lower in words:
            return back
        if tokens[back].lower in ".,;:":
            return None
    return None


def _ending(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a place, before a comma and a relative pronoun."""
    while end > 0 and tokens[end - 1].lower in ("which", "that", ","):
        end -= 1
    first = end
    while first > 0 and end - first < REACH and is_named(tokens[first - 1]):
        first -= 1
    return (first, end) if end > first else None


def _meant(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    copula = _back(tokens, at, _COPULA)
    if copula is None:
        return _ending(tokens, at) if is_word(tokens[at - 1]) else None
    if copula and tokens[copula - 1].lower in ("which", "that"):
        return _ending(tokens, copula)
    return subject_phrase(tokens, copula)


def _called(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    calling = _back(tokens, at, _CALLING)
    if calling is not None:
        return noun_phrase(tokens, calling + 1, at)
    copula = _back(tokens, at, _COPULA)
    return subject_phrase(tokens, copula) if copula is not None else None
