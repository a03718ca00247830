"""An attribution in the making, before ids, parents and dates are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from gainsay.annotations.attributions import subjects
from gainsay.annotations.attributions.attribution import AttributionKind, Stance
from gainsay.annotations.attributions.clauses import is_finite
from gainsay.annotations.attributions.clues import Clue
from gainsay.annotations.attributions.lexicon import AUXILIARIES, CLAUSE_STARTS, DETERMINERS, INTENDING
from gainsay.annotations.attributions.nesting import Node
from gainsay.annotations.attributions.segments import Items, is_pronoun
from gainsay.annotations.attributions.stream import Stream
from gainsay.spans import Span

_COORDINATES = frozenset("and but yet so while whereas".split())
_POSSESSIVES = frozenset("his her their its my our your whose".split())


@dataclass(slots=True)
class Draft:
    """As `Attribution`, with the quotations that it holds."""

    kind: AttributionKind
    content: list[Span]
    speaker: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    stance: Stance = "asserts"
    confidence: float = 1.0
    marked: list[Span] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


def speaker_of(row: Stream, start: int, clue: Clue, limit: int) -> Items | None:
    """The items that name the speaker of a cue in the sentence `[start, limit)`."""
    words = row.words
    if clue.verb is None:
        if clue.noun:
            return _owner(row, start, clue, limit)
        return subjects.after(row, clue.end, limit)
    if clue.passive:
        return _agent(row, clue, limit)
    if clue.verb.form == "ing" and not any(word in AUXILIARIES for word in words[clue.start : clue.at]):
        own = _clause_start(row, start, clue.start)
        return subjects.adjacent(row, start, clue.start) or subjects.main_subject(row, own, clue.start)
    if clue.start < clue.at and words[clue.start] == "to":
        return subjects.main_subject(row, _clause_start(row, start, clue.start), clue.start)
    if clue.start == clue.at and clue.verb.takes("q") and _inverted(row, start, clue):
        return subjects.after(row, clue.end, limit)
    return (
        _between_commas(row, clue, limit)
        or subjects.before(row, start, clue.start)
        or subjects.after(row, clue.end, limit)
    )


def _between_commas(row: Stream, clue: Clue, limit: int) -> Items | None:
    """A name after its verb, cut out by commas: "The owners, said Orme, are bound to mend it."."""
    if clue.start != clue.at or not clue.start or clue.end >= limit:
        return None
    if row.words[clue.start - 1] != "," or not row.capital[clue.end]:
        return None
    if clue.verb is None or clue.verb.weak or not clue.verb.takes("q") or clue.verb.form not in ("past", "s"):
        return None
    found = subjects.after(row, clue.end, limit)
    return found if found and found[1] < limit and row.words[found[1]] == "," else None


def is_intended(row: Stream, clue: Clue) -> bool:
    """Whether an infinitive is said or meant to happen: "went on to say", not "ways to say"."""
    before = row.words[clue.start - 1] if clue.start else ""
    return before in INTENDING or before.endswith("ed")


def _clause_start(row: Stream, start: int, verb: int) -> int:
    """Where the last main clause before a participle begins: "Orme left, but Lind stayed, saying …"."""
    for i in range(verb - 2, start + 1, -1):
        if row.words[i] in _COORDINATES and (row.words[i - 1] in (",", ";") or row.words[i] in ("but", "yet")):
            follows = row.words[i + 1]
            if row.capital[i + 1] or follows in DETERMINERS or is_pronoun(follows):
                return i + 1
    return start


def _inverted(row: Stream, start: int, clue: Clue) -> bool:
    """Whether a whole clause stands before the cue, and the speaker after it: "The road is shut, said Lind."."""
    if clue.start < start + 3 or row.words[clue.start - 1] != "," or clue.end >= len(row.words):
        return False
    follows = row.words[clue.end]
    if not (row.capital[clue.end] or follows in ("the", "a", "an", "one", "two", "he", "she", "they")):
        return False
    return is_finite(row, start, clue.start - 1) and "," not in row.words[start : clue.start - 1]


def _agent(row: Stream, clue: Clue, limit: int) -> Items | None:
    for i in range(clue.end, min(limit, clue.end + 6)):
        if row.words[i] == "by":
            return subjects.after(row, i + 1, limit)
        if row.words[i] in CLAUSE_STARTS - {"as"} or row.words[i] == ",":
            break
    return None


def _owner(row: Stream, start: int, clue: Clue, limit: int) -> Items | None:
    """Whose claim it is: "the mayor's claim", "his claim", "the claim of the mayor"."""
    found = owner(row, start, clue.start)
    if found is None and clue.end < limit and row.words[clue.end] in ("of", "by", "from"):
        return subjects.after(row, clue.end + 1, limit)
    return found


def owner(row: Stream, start: int, noun: int) -> Items | None:
    """The possessive before the noun at item `noun`."""
    words = row.words
    for i in range(noun - 1, max(start, noun - 4) - 1, -1):
        if words[i] in _POSSESSIVES:
            return i, i + 1
        if words[i].endswith(("'s", "’s")):
            first = i
            while first > start and (row.capital[first - 1] or words[first - 1] in ("the", "a", "of")):
                first -= 1
            return first, i + 1
        if words[i] in (",", ";", ":"):
            break
    return None
