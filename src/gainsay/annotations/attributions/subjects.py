"""Who speaks: the noun phrase that goes with a cue, before or after it."""

from __future__ import annotations

from gainsay.annotations.attributions.clauses import is_finite
from gainsay.annotations.attributions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    PREPOSITIONS,
)
from gainsay.annotations.attributions.segments import (
    DAYS,
    STOPS,
    Items,
    is_pronoun,
    last_phrase,
    own_clause,
    segment_start,
    trimmed,
)
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.verbs import VERBS

_NO_HEAD = STOPS | PREPOSITIONS | CLAUSE_STARTS | ADVERBS | frozenset("him her them me us himself herself".split())
_SHARES = frozenset("one both all each some many most none neither either few several half".split())
_OPENERS = frozenset("her both all each this".split())
_ADVERBIAL = frozenset("in on at after during before when about with by to".split())
_SUBORDINATES = frozenset("when while if although though since because after before until unless once".split())
_DASHES = frozenset(["—", "–", "―", "-"])
# What begins an apposition behind a name, and how many items one holds at most.
_BESIDE = frozenset("a an the his her their one former".split())
_LONGEST_BESIDE = 16
# Items of a phrase of time with its comma.
_TIME = 6


# Who is told, and what may then begin who acts.
_TOLD = frozenset("me us him her them you".split())
_ARTICLES = frozenset("the a an this that these those one".split())


def before(row: Stream, start: int, verb: int) -> Items | None:
    """The subject of the verb group that begins at item `verb`, within the sentence that begins at `start`."""
    j = verb - 1
    if j < start:
        return None
    word = row.words[j]
    if is_pronoun(word):
        return j, j + 1
    if word in ("who", "which", "that"):
        return _antecedent(row, start, j)
    if word in ("and", "but", "or", "then"):
        return main_subject(row, own_clause(row, start, j), j)
    if word == "," or word in _DASHES or word == ")":
        return _across_apposition(row, start, j)
    if word in STOPS:
        return None
    first = segment_start(row, start, j)
    found = _after_conjunction(row, trimmed(row, first, j + 1))
    return (_head_of_apposition(row, start, found), found[1]) if found else None


def _after_conjunction(row: Stream, found: Items | None) -> Items | None:
    """The subject after a "that" which opens its clause ("wrote in May that everyone admits"); none where a participle
    governs what looks like one ("delaying a case condemned as …")."""
    if found is None:
        return None
    first, end = found
    if row.words[first] in _TOLD and first + 1 < end and row.words[first + 1] in _ARTICLES:
        first, found = first + 1, (first + 1, end)  # "told | us | an officer had …"
    opening = [i for i in range(first, end - 1) if row.words[i] == "that"]
    if opening and opening[-1] > first:
        return trimmed(row, opening[-1] + 1, end)
    governs = row.words[first].endswith("ing") and not row.capital[first] and first + 1 < end
    return None if governs and row.words[first + 1] in DETERMINERS else found


def _head_of_apposition(row: Stream, start: int, found: Items) -> int:
    """The name before an apposition that no comma closes: "Ana Lind, Secretary of the Harbour Board said"."""
    first = found[0]
    if first - 1 <= start or row.words[first - 1] != "," or row.named(first) or row.words[first] in DETERMINERS:
        return first
    name = first - 1
    while name > start and row.capital[name - 1] and row.words[name - 1] not in STOPS:
        name -= 1
    whole = name == start or row.words[name - 1] == ","
    return (
        name if whole and first - 2 > name and row.named(first - 2) and row.words[name] not in PREPOSITIONS else first
    )


def _antecedent(row: Stream, start: int, who: int) -> Items | None:
    """The noun phrase that a relative pronoun at item `who` belongs to."""
    words = row.words
    end = who
    while end > start and words[end - 1] in STOPS:
        end -= 1
    if end <= start:
        return None
    # A person stands right before "who"; a thing may have a phrase after it ("the letter from Lind, which").
    crossed = ("of", "for") if words[who] == "who" else ("of", "for", "from", "by", "to", "on")
    first = end - 1
    while first > start:
        word = words[first - 1]
        if word in STOPS or word in CLAUSE_STARTS or word in AUXILIARIES:
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
            begin = trimmed(row, first, stop)
            if begin:
                # "The books, when they tell of it at all, say": what stands between the commas is no apposition.
                return begin if stop + 1 < j and _is_clause(row, stop + 1) else (begin[0], j)
    return None


def _is_clause(row: Stream, i: int) -> bool:
    """Whether a clause begins at item `i`: "when …", "writing in May"; not "acting harbour master"."""
    word, follows = row.words[i], row.words[i + 1]
    participle = word.endswith("ing") and not row.capital[i]
    return word in _SUBORDINATES or (participle and (follows in PREPOSITIONS or follows in DETERMINERS))


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
    while i < limit and (words[i] in STOPS or words[i] in ("and", "but", "so", "yet", "then")):
        i += 1
    for _ in range(4):
        if i < limit and not (_subject_like(row, i, limit) and not _is_time(row, i, limit)):
            comma = next((k for k in range(i, limit) if words[k] == ","), None)
            if comma is None:
                break
            i = comma + 1
    if i >= limit:
        return None
    if is_pronoun(words[i]):
        return i, i + 1
    if words[i] in PREPOSITIONS or words[i] in CLAUSE_STARTS:
        inner = last_phrase(row, i + 1, limit)
        return (inner, _phrase_end(row, inner, limit)) if inner is not None else None
    return i, _phrase_end(row, i, limit)


def _is_time(row: Stream, i: int, limit: int) -> bool:
    """Whether a phrase of time stands at item `i`: "Eight years ago, …"."""
    comma = next((k for k in range(i, min(limit, i + _TIME)) if row.words[k] == ","), None)
    return comma is not None and comma > i + 1 and row.words[comma - 1] in ("ago", "later", "earlier", "afterwards")


def _phrase_end(row: Stream, first: int, limit: int) -> int:
    """Where the noun phrase that begins at item `first` ends at the latest."""
    words = row.words
    i = first
    if is_pronoun(words[i]):
        return i + 1
    while i < limit:
        word = words[i]
        if i > first and (
            word in STOPS or word in AUXILIARIES or word in CLAUSE_STARTS or word in PREPOSITIONS or word in ADVERBS
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
    opens = _opens(row, first, limit)
    if is_pronoun(words[first]) and not opens:
        return first, first + 1
    closed = words[first] in _NO_HEAD
    closed = closed or (words[first] in DAYS and not (first + 1 < limit and row.capital[first + 1]))
    if closed and not opens:
        return None
    stop = first + 1
    while stop < limit and not _ends_after(row, first, stop):
        stop += 1
    return first, _with_apposition(row, stop, limit)


def _opens(row: Stream, first: int, limit: int) -> bool:
    """Whether a word that mostly stands alone begins a phrase here: "said | her son", "said | one of the dockers"."""
    if first + 1 >= limit:
        return False
    word, behind = row.words[first], row.words[first + 1]
    if behind == "of":
        return word in _SHARES
    return word in _OPENERS and behind[0].isalpha() and behind not in _NO_HEAD and behind not in DAYS


def _with_apposition(row: Stream, stop: int, limit: int) -> int:
    """The end of a name with what stands beside it: "said Orme, | the mayor of Port Adair, in May"."""
    words = row.words
    if stop + 2 >= limit or words[stop] != "," or not row.capital[stop - 1] or words[stop + 1] not in _BESIDE:
        return stop
    end = next((i for i in range(stop + 2, min(limit, stop + _LONGEST_BESIDE)) if words[i] in STOPS), None)
    if end is None:
        end = limit if limit - stop < _LONGEST_BESIDE else stop
    elif words[end] == QUOTATION:
        return stop  # "according to Orme, the move reeks of “fear”"
    return stop if end == stop or is_finite(row, stop + 1, end) else end


def _ends_after(row: Stream, first: int, i: int) -> bool:
    """Whether a subject that begins at item `first`, after its verb, has ended before item `i`."""
    words = row.words
    word = words[i]
    if i - 1 == first and words[first] in DETERMINERS and word not in STOPS:
        return False
    if word in STOPS or word in CLAUSE_STARTS - {"and", "or"} or word in DAYS:
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
        or words[last] in STOPS
        or words[last] in CLAUSE_STARTS
        or words[last] in PREPOSITIONS
        or words[last] in ADVERBS
    ):
        return None
    first = last
    while first > start and words[first] not in DETERMINERS:
        word = words[first - 1]
        if word in STOPS or word in CLAUSE_STARTS or word in AUXILIARIES or word in ADVERBS or word in VERBS:
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
