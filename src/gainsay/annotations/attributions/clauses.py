"""Where a reported clause begins and ends."""

from __future__ import annotations

from gainsay.annotations.attributions.clues import Clue
from gainsay.annotations.attributions.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    PREPOSITIONS,
)
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.annotations.attributions.subjects import DAYS, is_pronoun

_STOPS = frozenset([",", ";", ":", ".", "?", "!", "—", "–", "―", ")", "]"])
_FINAL = frozenset([".", "?", "!", ";", ",", ":", "—", "–", "…"])
# How far the verb of a reported clause may be from its beginning.
_TO_VERB = 18


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
            if depth < 0:
                last = i
                break
        elif word == ";" and not depth:
            last = i
            break
        elif word == "." and not depth and i + 1 < end:
            last = i
            break
    while last > begin and words[last - 1] in _FINAL:
        last -= 1
    if last - 3 > begin and words[last - 1] == "]":  # a note marker
        opening = last - 1
        while opening > begin and words[opening] != "[":
            opening -= 1
        if last - opening <= 4:
            last = opening
    while last > begin and words[last - 1] in _FINAL:
        last -= 1
    return last


def opens_clause(row: Stream, clue: Clue, end: int) -> int | None:
    """The item at which a clause without "that" begins after a verb: "said on Friday | hackers have …"."""
    words = row.words
    i = _past_addressee(row, clue, end)
    while i < end and (
        words[i] in DAYS or words[i] in ("on", "in", "of", "late", "early") and i + 1 < end and words[i + 1] in DAYS
    ):
        i += 1
    if i >= end:
        return None
    word = words[i]
    if word in _STOPS:
        return None
    if word in PREPOSITIONS and word not in (
        "if",
        "when",
        "while",
        "because",
        "as",
        "in",
        "for",
        "under",
        "since",
        "after",
        "until",
        "unless",
        "although",
        "although",
    ):
        return None
    if word in ("to", "of", "as", "and", "or", "but", "than", "so", "because", "it?"):
        return None
    if word in AUXILIARIES or word in ADVERBS - {"never", "all", "both"}:
        return None
    if word in PREPOSITIONS and clue.verb is not None and clue.verb.lemma != "say":
        return None
    return i if _has_verb(row, i, min(end, i + _TO_VERB), clue) else None


def _past_addressee(row: Stream, clue: Clue, end: int) -> int:
    """The item after those whom a verb like "told" addresses."""
    i = clue.end
    if clue.verb is None or not clue.verb.takes("o") or clue.passive or i >= end:
        return i
    words = row.words
    if words[i] in ("him", "her", "them", "us", "me", "you", "reporters", "journalists", "investigators", "police"):
        return i + 1
    if words[i] in DETERMINERS:
        i += 1
        return i + 1 if i < end else i
    while i < end and row.capital[i]:
        i += 1
    return i


def _has_verb(row: Stream, begin: int, end: int, clue: Clue) -> bool:
    words = row.words
    sure = clue.verb is not None and clue.verb.lemma in ("say", "tell", "think", "believe")
    if is_pronoun(words[begin]) and words[begin] not in ("it", "you"):
        return True
    for i in range(begin + 1, end):
        word = words[i]
        if word in AUXILIARIES and word != "to":
            return True
        if word in _STOPS and word != ",":
            return False
        if word.endswith(("n't", "n’t")) or is_pronoun(word) and len(word) > 4:
            return True
        if (
            sure
            and not row.capital[i]
            and (word.endswith("ed") or word.endswith("s"))
            and word not in DETERMINERS
            and word not in CLAUSE_STARTS
        ):
            return True
        if word == QUOTATION:
            return sure
    return False
