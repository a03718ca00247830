"""Where a clause ends, and whether a run of words is one: without a parser, by its function words."""

from __future__ import annotations

from gainsay.annotations.attributions.lexicon import (
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    TEXTS,
)
from gainsay.annotations.attributions.segments import is_pronoun
from gainsay.annotations.attributions.stream import QUOTATION, Stream

_FINAL = frozenset([".", "?", "!", ";", ",", ":", "—", "–", "…"])
_BREAKS = frozenset([";", ":", ".", "?", "!", "—", "–", "―"])
_SUBJECT_PRONOUNS = frozenset("he she they we i".split())
# How far the verb of a clause may be from its beginning.
_TO_VERB = 16


def clause_end(row: Stream, begin: int, end: int) -> int:
    """The item after the last of the clause that begins at `begin`, in a sentence that ends at `end`."""
    words = row.words
    depth = 0
    last = end
    for i in range(begin, end):
        word = words[i]
        if word in "([":
            depth += 1
        elif word in ")]":
            depth -= 1
        if (
            word == QUOTATION
            and i + 1 < end
            and words[i + 1] in ("but", "and", "while", "though")
            and _ends_in_comma(row, i)
            and words[i + 2 : i + 3] != ["that"]
        ):
            last = i + 1
            break
        if word == ":" and i + 1 < end and words[i + 1] == QUOTATION:  # a quotation of its own
            last = i
            break
        ended = word == ";" or (word == "." and i + 1 < end)
        if depth < 0 or (ended and not depth):
            last = i
            break
    last = _without_final(row, begin, last)
    if last - 3 > begin and words[last - 1] == "]":  # a note marker
        opening = next((i for i in range(last - 1, max(begin, last - 5), -1) if words[i] == "["), None)
        if opening is not None:
            last = _without_final(row, begin, opening)
    return _without_occasion(row, begin, last)


def _ends_in_comma(row: Stream, i: int) -> bool:
    return row.text[row.nodes[i].quotation.content[-1].end - 1] == ","


def _without_final(row: Stream, begin: int, last: int) -> int:
    while last > begin and row.words[last - 1] in _FINAL:
        last -= 1
    return last


def _without_occasion(row: Stream, begin: int, last: int) -> int:
    """Less "in a statement on Thursday" at the end, which tells of the saying."""
    words = row.words
    for i in range(last - 3, max(begin + 3, last - 9), -1):
        if (
            words[i] in ("in", "during")
            and words[i + 1] in ("a", "an")
            and any(w in TEXTS for w in words[i + 2 : i + 5])
        ):
            return i
    return last


def is_finite(row: Stream, begin: int, end: int, sure: bool = False) -> bool:
    """Whether the items look like a clause with a verb of its own; `sure`: the cue is nearly always followed by one."""
    words = row.words
    if begin >= end:
        return False
    if words[begin] in _SUBJECT_PRONOUNS or words[begin] in ("there", "there's", "there’s"):
        return True
    if words[begin] == QUOTATION and begin + 1 < end and words[begin + 1] in _FINAL:
        return sure
    headed = row.capital[begin] or words[begin] in DETERMINERS or is_pronoun(words[begin]) or words[begin] == QUOTATION
    for i in range(begin, min(end, begin + _TO_VERB)):
        word = words[i]
        if word in _BREAKS:
            return False
        if is_pronoun(word) and ("'" in word or "’" in word):
            return True
        if i == begin:
            continue
        if (word in AUXILIARIES and word != "to") or word in IRREGULAR_PASTS or word.endswith(("n't", "n’t")):
            return True
        if word in _SUBJECT_PRONOUNS:
            return True
        if word == QUOTATION:
            return sure
        if sure and not row.capital[i] and _maybe_verb(word) and (headed or word.endswith("ed")):
            return True
    return False


def _maybe_verb(word: str) -> bool:
    if word in DETERMINERS or word in CLAUSE_STARTS or word in PREPOSITIONS:
        return False
    return len(word) > 3 and (word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us"))))


def opens_subject(row: Stream, i: int) -> bool:
    """Whether a clause may begin with item `i`: no preposition, stop, conjunction or verb form."""
    word = row.words[i]
    if word == QUOTATION:
        return True
    if word in PREPOSITIONS:
        return word in ("if", "when", "while", "under", "after", "unless", "although", "since", "in", "for", "without")
    return (word.isalpha() or row.capital[i] or word[0].isalnum()) and not (
        word in AUXILIARIES
        or word in CLAUSE_STARTS
        or word in ("so", "too", "anything", "something", "nothing", "again")
    )
