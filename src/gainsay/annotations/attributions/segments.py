"""The edges of the noun phrase that ends before a cue: back to the start of its clause, less what stands before it."""

from __future__ import annotations

from gainsay.annotations.attributions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.verbs import VERBS

Items = tuple[int, int]

STOPS = frozenset([",", ";", ":", "—", "–", "―", "(", ")", "[", "]", QUOTATION, "."])
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last this earlier late "
    "january february march april may june july august september october november december morning afternoon "
    "evening".split()
)
_SUBORDINATORS = frozenset("when because after while where why how".split())
_PERIODS = frozenset("year month week night morning summer winter autumn spring fall".split())


def is_pronoun(word: str) -> bool:
    """Also with a verb glued on: "he's", "they’ve"."""
    return word in PRONOUNS or (word.partition("'")[0].partition("’")[0] in PRONOUNS and len(word) < 8)


def own_clause(row: Stream, start: int, j: int) -> int:
    """Where the clause begins whose second verb follows item `j`: "… when | she stood up and | said"."""
    for i in range(j - 2, start, -1):
        if row.words[i] in _SUBORDINATORS and (row.capital[i + 1] or is_pronoun(row.words[i + 1])):
            return i + 1
        if row.words[i] in (";", ":"):
            return i + 1
    return start


def segment_start(row: Stream, start: int, j: int) -> int:
    """Where the noun phrase that ends at item `j` begins at the earliest."""
    words = row.words
    i = j
    while i > start:
        word = words[i - 1]
        if word in STOPS:
            break
        if i - 1 > start and word in VERBS and _reports(row, i - 1):
            break
        if word in CLAUSE_STARTS:
            if word in ("and", "or", "&") and i - 1 > start and row.capital[i - 2] and _listed(row, start, i):
                i -= 1
                continue
            if word in ("who", "which", "that", "whose", "where") and i - 2 >= start and _relative(row, i):
                i -= 1
                continue
            break
        i -= 1
    return i


def _listed(row: Stream, start: int, i: int) -> bool:
    """Whether "and" before item `i` joins two names or persons, not two clauses: "Lind and the owners"."""
    if row.capital[i]:
        return True
    if row.words[i] not in ("the", "his", "her", "their"):
        return False
    for j in range(i - 2, start - 1, -1):
        word = row.words[j]
        if word in STOPS:
            break
        if word in AUXILIARIES or (not row.capital[j] and (word in VERBS or word.endswith("ed"))):
            return False
    return True


def _reports(row: Stream, i: int) -> bool:
    """Whether item `i` is the finite verb of a report of its own: "Lind says | Marsh promised"."""
    verb = VERBS[row.words[i]]
    return not verb.weak and verb.form in ("past", "s") and not row.capital[i] and row.words[i - 1] not in DETERMINERS


def _relative(row: Stream, i: int) -> bool:
    """Whether the clause word before item `i` begins a relative clause on what stands before it."""
    word = row.words[i]
    before_it = row.words[i - 2]
    if before_it in VERBS or before_it in STOPS:
        return False
    return not (word in DETERMINERS or is_pronoun(word) or row.capital[i])


def trimmed(row: Stream, first: int, last: int) -> Items | None:
    """Without adverbs, conjunctions and prepositional phrases at its head."""
    words = row.words
    while first < last and (
        words[first] in CLAUSE_STARTS
        or words[first] in ADVERBS
        or (words[first].endswith("ly") and not row.capital[first])
    ):
        first += 1
    if first < last and words[first] in PREPOSITIONS:
        inner = last_phrase(row, first + 1, last)
        if inner is None:
            return None
        first = inner
    while first < last and (
        words[first] in ADVERBS
        or (words[first] in DAYS and not (row.capital[first] and first + 1 < last and row.capital[first + 1]))
    ):
        first += 1
    last = _without_time(row, first, last)
    return (first, last) if first < last else None


def _without_time(row: Stream, first: int, last: int) -> int:
    """The end of a noun phrase, less an adverb of time: "the company | last year"."""
    words = row.words
    if last - 2 > first and words[last - 2] in ("last", "this") and words[last - 1] in _PERIODS:
        return last - 2
    return last - 1 if last - 1 > first and words[last - 1] in DAYS and words[last - 2] not in DETERMINERS else last


def last_phrase(row: Stream, first: int, last: int) -> int | None:
    """The start of the last noun phrase in a run that begins with a preposition: "on Tuesday | the minister"."""
    words = row.words
    for i in range(last - 1, first, -1):
        if is_pronoun(words[i]) or words[i] in DETERMINERS:
            if words[i - 1] not in PREPOSITIONS and words[i - 1] not in DETERMINERS:
                return i
        elif (
            row.capital[i]
            and not row.capital[i - 1]
            and words[i - 1] not in PREPOSITIONS
            and words[i - 1] not in DETERMINERS
        ):
            return i
    return None
