"""Who speaks: the noun phrase that goes with a cue, before or after it."""

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

_STOPS = frozenset([",", ";", ":", "—", "–", "―", "(", ")", "[", "]", QUOTATION, "."])
_SUBORDINATORS = frozenset("when because after while where why how".split())
_PERIODS = frozenset("year month week night morning summer winter autumn spring fall".split())
_NO_HEAD = _STOPS | PREPOSITIONS | CLAUSE_STARTS | ADVERBS | frozenset("him her them me us himself herself".split())
_ADVERBIAL = frozenset("in on at after during before when about with by to".split())
_DASHES = frozenset(["—", "–", "―", "-"])
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last this earlier late "
    "january february march april may june july august september october november december morning afternoon "
    "evening".split()
)


def is_pronoun(word: str) -> bool:
    """Also with a verb glued on: "he's", "they’ve"."""
    return word in PRONOUNS or (word.partition("'")[0].partition("’")[0] in PRONOUNS and len(word) < 8)


def before(row: Stream, start: int, verb: int) -> Items | None:
    """The subject of the verb group that begins at item `verb`, within the sentence that begins at `start`."""
    j = verb - 1
    if j < start:
        return None
    word = row.words[j]
    if is_pronoun(word):
        return None if False else (j, j + 1)
    if word in ("who", "which", "that"):
        return _antecedent(row, start, j)
    if word in ("and", "but", "or", "then"):
        return main_subject(row, _own_clause(row, start, j), j)
    if word == "," or word in _DASHES or word == ")":
        return _across_apposition(row, start, j)
    if word in _STOPS:
        return None
    first = _segment_start(row, start, j)
    return _trimmed(row, first, j + 1)


def _own_clause(row: Stream, start: int, j: int) -> int:
    """Where the clause begins whose second verb follows item `j`: "… when | she stood up and | said"."""
    for i in range(j - 2, start, -1):
        if row.words[i] in _SUBORDINATORS and (row.capital[i + 1] or is_pronoun(row.words[i + 1])):
            return i + 1
        if row.words[i] in (";", ":"):
            return i + 1
    return start


def _segment_start(row: Stream, start: int, j: int) -> int:
    """Where the noun phrase that ends at item `j` begins at the earliest."""
    words = row.words
    i = j
    while i > start:
        word = words[i - 1]
        if word in _STOPS:
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
        if word in _STOPS:
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
    if before_it in VERBS or before_it in _STOPS:
        return False
    return not (word in DETERMINERS or is_pronoun(word) or row.capital[i])


def _trimmed(row: Stream, first: int, last: int) -> Items | None:
    """Without adverbs, conjunctions and prepositional phrases at its head."""
    words = row.words
    while first < last and (
        words[first] in CLAUSE_STARTS
        or words[first] in ADVERBS
        or (words[first].endswith("ly") and not row.capital[first])
    ):
        first += 1
    if first < last and words[first] in PREPOSITIONS:
        inner = _last_phrase(row, first + 1, last)
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


def _last_phrase(row: Stream, first: int, last: int) -> int | None:
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


def _antecedent(row: Stream, start: int, who: int) -> Items | None:
    """The noun phrase that a relative pronoun at item `who` belongs to."""
    words = row.words
    end = who
    while end > start and words[end - 1] in _STOPS:
        end -= 1
    if end <= start:
        return None
    # A person stands right before "who"; a thing may have a phrase after it ("the letter from Lind, which").
    crossed = ("of", "for") if words[who] == "who" else ("of", "for", "from", "by", "to", "on")
    first = end - 1
    while first > start:
        word = words[first - 1]
        if word in _STOPS or word in CLAUSE_STARTS or word in AUXILIARIES:
            break
        if (word in PREPOSITIONS and word not in crossed) or (word in VERBS and not row.capital[first - 1]):
            break
        first -= 1
    return (first, end)


def _across_apposition(row: Stream, start: int, j: int) -> Items | None:
    """The subject before a comma, dash or bracket that closes an apposition: "Lind, a pilot, said"."""
    words = row.words
    if words[j] == ")":
        opening = j
        while opening > start and words[opening] != "(":
            opening -= 1
        return before(row, start, opening) if opening > start else None
    commas = [i for i in range(start, j) if words[i] == words[j] or (words[i] in _DASHES and words[j] in _DASHES)]
    candidates = [start] + [i + 1 for i in commas]
    for first in candidates:
        stop = next((i for i in commas if i > first), j)
        if first >= stop:
            continue
        if _subject_like(row, first, stop):
            begin = _trimmed(row, first, stop)
            if begin:
                return begin[0], j
    return None


def _subject_like(row: Stream, first: int, stop: int) -> bool:
    """Whether the run of items may be a subject: no adverbial, no subordinate clause."""
    word = row.words[first]
    if word in ("and", "but", "yet", "so", "or") and first + 1 < stop:
        first += 1
        word = row.words[first]
    if word in PREPOSITIONS or word in CLAUSE_STARTS or word in ADVERBS or word in DAYS:
        return False
    if (not row.named(first) and word.endswith(("ly", "ing"))) or (
        word.endswith("ed") and first + 1 < stop and not row.capital[first + 1]
    ):
        return False
    return bool(row.capital[first] or word in DETERMINERS or is_pronoun(word) or word.isalpha())


def main_subject(row: Stream, start: int, limit: int) -> Items | None:
    """The subject of the sentence that begins at item `start`, as far as it shows before item `limit`."""
    words = row.words
    i = start
    while i < limit and (words[i] in _STOPS or words[i] in ("and", "but", "so", "yet")):
        i += 1
    for _ in range(4):
        if i < limit and not _subject_like(row, i, limit):
            comma = next((k for k in range(i, limit) if words[k] == ","), None)
            if comma is None:
                break
            i = comma + 1
    if i >= limit:
        return None
    if is_pronoun(words[i]):
        return i, i + 1
    if words[i] in PREPOSITIONS or words[i] in CLAUSE_STARTS:
        inner = _last_phrase(row, i + 1, limit)
        return (inner, _phrase_end(row, inner, limit)) if inner is not None else None
    return i, _phrase_end(row, i, limit)


def _phrase_end(row: Stream, first: int, limit: int) -> int:
    """Where the noun phrase that begins at item `first` ends at the latest."""
    words = row.words
    i = first
    if is_pronoun(words[i]):
        return i + 1
    while i < limit:
        word = words[i]
        if i > first and (
            word in _STOPS or word in AUXILIARIES or word in CLAUSE_STARTS or word in PREPOSITIONS or word in ADVERBS
        ):
            if word in ("of", "for") or (word == "and" and i + 1 < limit and row.capital[i + 1] and row.capital[i - 1]):
                i += 1
                continue
            break
        if i > first and not row.capital[i] and (word in VERBS or (word.endswith("ed") and len(word) > 3)):
            break
        if (
            i > first
            and row.capital[i - 1]
            and not row.capital[i]
            and word.isalpha()
            and _name_ends(row, first, i, limit)
        ):
            break
        i += 1
    return max(i, first + 1)


def _name_ends(row: Stream, first: int, i: int, limit: int) -> bool:
    """Whether a name ends before the lower-case item `i`: not after "The", nor within "Harbour master Ana Lind"."""
    if row.words[i] in ("of", "the", "de", "van", "von", "al", "bin") or (
        i - 1 == first and row.words[first] in DETERMINERS
    ):
        return False
    return row.named(i - 1) or not any(row.capital[i + 1 : min(limit, i + 3)])


def after(row: Stream, verb_end: int, limit: int) -> Items | None:
    """The subject that follows its verb: "…,” said the mayor of Port Adair, who …"."""
    words = row.words
    first = verb_end
    if first >= limit:
        return None
    if is_pronoun(words[first]):
        return first, first + 1
    if words[first] in _NO_HEAD or (words[first] in DAYS and not (first + 1 < limit and row.capital[first + 1])):
        return None
    stop = first + 1
    while stop < limit and not _ends_after(row, first, stop):
        stop += 1
    return first, stop


def _ends_after(row: Stream, first: int, i: int) -> bool:
    """Whether a subject that begins at item `first`, after its verb, has ended before item `i`."""
    words = row.words
    word = words[i]
    if i - 1 == first and words[first] in DETERMINERS and word not in _STOPS:
        return False
    if word in _STOPS or word in CLAUSE_STARTS - {"and", "or"} or word in DAYS:
        return True
    if word in _ADVERBIAL:  # "said Lind | in a letter", but "said people briefed on the plan"
        return not (i - 1 > first and words[i - 1].endswith("ed") and not row.capital[i - 1])
    if row.capital[i]:
        return False
    finite = word in VERBS and VERBS[word].form != "base"
    return finite or (word.endswith("ing") and words[i - 1] not in DETERMINERS)


def adjacent(row: Stream, start: int, participle: int) -> Items | None:
    """The noun phrase right before a participle: "a message stating", "with Lind saying"; None after a comma."""
    words = row.words
    last = participle - 1
    if (
        last < start
        or words[last] in _STOPS
        or words[last] in CLAUSE_STARTS
        or words[last] in PREPOSITIONS
        or words[last] in ADVERBS
    ):
        return None
    first = last
    while first > start and words[first] not in DETERMINERS:
        word = words[first - 1]
        if word in _STOPS or word in CLAUSE_STARTS or word in AUXILIARIES or word in ADVERBS or word in VERBS:
            break
        if word in PREPOSITIONS:
            if word == "of" and not row.capital[first]:
                first -= 1
                continue
            return first, last + 1
        if row.capital[first] and not row.capital[first - 1] and word not in DETERMINERS:
            break
        first -= 1
    named = words[first] in DETERMINERS or row.capital[first] or is_pronoun(words[first])
    return (first, last + 1) if named and first > start + 1 else None
